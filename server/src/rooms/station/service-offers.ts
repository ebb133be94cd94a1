import type { Text } from '@ronghe/contract/values.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { isOffered } from '../programme/agreement-lifecycle.ts'
import { today } from '../programme/posts.ts'

/** What the agreements behind services say today. */
export interface Offers {
  inForce(key: string): boolean
  instead(key: string): Text | null
  describe(key: string): { key: string; title: Text; endsOn: string | null } | undefined
  /** The one that applies today: the renewed one to its last day, then the next. */
  idOf(key: string): string | undefined
}

export async function readOffers(deed: Deed): Promise<Offers> {
  const day = today(deed)
  const rows = await standing(deed.tx, 'station.offers', () =>
    deed.tx
      .selectFrom('agreement')
      .select(['id', 'key', 'title', 'state', 'starts_on', 'ends_on', 'instead', 'renews'])
      .where('street_id', '=', deed.street.id)
      .execute(),
  )
  // Dates decide, not the job that writes "expired": nothing is offered on the morning after the last day.
  const offered = (row: (typeof rows)[number]) => isOffered({ state: row.state, startsOn: row.starts_on, endsOn: row.ends_on }, day)
  const applying = (key: string) => {
    const named = rows.find((row) => row.key === key)
    const before = named && !offered(named) ? rows.find(({ id }) => id === named.renews) : undefined
    return before && offered(before) ? before : named
  }
  return {
    inForce(key) {
      const row = applying(key)
      return row !== undefined && offered(row)
    },
    instead: (key) => (applying(key)?.instead as Text | null | undefined) ?? null,
    describe(key) {
      const row = applying(key)
      return row && { key, title: row.title as Text, endsOn: row.ends_on }
    },
    idOf: (key) => applying(key)?.id,
  }
}
