import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'

export type EngagementKind = 'shift' | 'class' | 'meeting' | 'duty' | 'mentoring'

/** When a person is somewhere: what keeps anybody from being asked to two places at once, and what the personal calendar shows. */
export interface Engagement {
  readonly personId: string
  readonly kind: EngagementKind
  /** The shift, session or meeting; its own room knows the rest. */
  readonly thingId: string
  readonly from: Date
  readonly until: Date
  readonly title: Text
  readonly place: Text | null
  /** Where the page of the thing is, from the root of the street. */
  readonly link: string
}

export type EngagementRow = Selectable<Tables['engagement']>

/** Writes down that somebody will be there, or that it moved; said again with nothing new it changes nothing. */
export async function engage(deed: Deed, { personId, kind, thingId, from, until, title, place, link }: Engagement): Promise<void> {
  if (until <= from) throw new RangeError(`an engagement that ends before it begins: ${kind} ${thingId}`)
  await deed.tx
    .insertInto('engagement')
    .values({
      street_id: deed.street.id,
      person_id: personId,
      kind,
      thing_id: thingId,
      starts_at: from,
      ends_at: until,
      title: JSON.stringify(title),
      place: place && JSON.stringify(place),
      link,
      changed_at: deed.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'person_id', 'kind', 'thing_id']).doUpdateSet((row) => ({
        starts_at: row.ref('excluded.starts_at'),
        ends_at: row.ref('excluded.ends_at'),
        title: row.ref('excluded.title'),
        place: row.ref('excluded.place'),
        link: row.ref('excluded.link'),
        cancelled: false,
        sequence: row('engagement.sequence', '+', 1),
        changed_at: row.ref('excluded.changed_at'),
      })),
    )
    .execute()
}

/** Nobody, or this person, will be there any longer. */
export async function disengage(
  deed: Deed,
  thing: { readonly kind: EngagementKind; readonly thingId: string; readonly personId?: string },
) {
  let update = deed.tx
    .updateTable('engagement')
    .set((row) => ({ cancelled: true, sequence: row('sequence', '+', 1), changed_at: deed.now }))
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', thing.kind)
    .where('thing_id', '=', thing.thingId)
    .where('cancelled', '=', false)
  if (thing.personId) update = update.where('person_id', '=', thing.personId)
  await update.execute()
}

/** It never was: not even as called off. */
export async function dropEngagements(deed: Deed, kind: EngagementKind, thingId: string): Promise<void> {
  await deed.tx
    .deleteFrom('engagement')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .execute()
}

/** What stands in somebody's way between two moments, in the order of time. */
export const engagementsBetween = async (deed: Deed, personId: string, from: Date, until: Date): Promise<readonly EngagementRow[]> =>
  deed.tx
    .selectFrom('engagement')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('cancelled', '=', false)
    .where('starts_at', '<', until)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .execute()
