import type { readMediationFigures } from '@ronghe/contract/station/mediation.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../platform/deed.ts'
import { frozen, type FrozenFigure } from '../../platform/privacy/frozen-figures.ts'
import { shareOf, showFigure, showParts } from '../../platform/privacy/suppression.ts'
import { today } from '../programme/posts.ts'
import { median } from './quantiles.ts'

interface MediationCounts {
  readonly declined: number
  readonly withoutAgreement: number
  readonly kept: number
  readonly notKeptOrUnknown: number
  /** Whether the two sides were of different groups; where it is not known, neither. */
  readonly mixed: number
  readonly alike: number
  readonly unknown: number
  readonly daysMedian: number
  /** How often each number of days; years counted before this was kept have none. */
  readonly days?: Readonly<Record<string, number>>
}

/** Mediations that ended in a year. */
export const mediationFigures: FrozenFigure<MediationCounts> = {
  figure: 'station.mediation',
  every: 'year',
  waits: 0,
  async since(deed) {
    const { first } = await ended(deed)
      .select(({ fn }) => fn.min('ended_on').as('first'))
      .executeTakeFirstOrThrow()
    return first ?? undefined
  },
  async count(deed, { first, last }) {
    const rows = await ended(deed)
      .select(['state', 'mixed', 'requester_kept', 'other_kept', 'requested_on', 'ended_on'])
      .where('ended_on', '>=', first)
      .where('ended_on', '<=', last)
      .execute()
    const isKept = (row: (typeof rows)[number]) =>
      row.state === 'closed' &&
      (row.requester_kept ?? row.other_kept) !== null &&
      (row.requester_kept ?? 'yes') === 'yes' &&
      (row.other_kept ?? 'yes') === 'yes'
    const of = (fits: (row: (typeof rows)[number]) => boolean): number => rows.filter(fits).length
    const [declined, closed, kept] = [of(({ state }) => state === 'declined'), of(({ state }) => state === 'closed'), of(isKept)]
    const days = rows.map(({ requested_on, ended_on }) => (Date.parse(ended_on!) - Date.parse(requested_on)) / 86_400_000)
    return {
      declined,
      withoutAgreement: rows.length - declined - closed,
      kept,
      notKeptOrUnknown: closed - kept,
      mixed: of(({ mixed }) => mixed === true),
      alike: of(({ mixed }) => mixed === false),
      unknown: of(({ mixed }) => mixed === null),
      daysMedian: days.length > 0 ? median(days) : 0,
      days: Object.fromEntries([...Map.groupBy(days, String)].map(([value, times]) => [value, times.length])),
    }
  },
}

const ended = (deed: Deed) => deed.tx.selectFrom('dispute').where('street_id', '=', deed.street.id).where('ended_on', 'is not', null)

/** Finished years only, in parts that add up, each shown or hidden together with what would give it away. */
export async function readFigures(deed: Deed, wanted?: number): Promise<ReplyOf<typeof readMediationFigures>> {
  const years = await frozen(deed, mediationFigures)
  const year = wanted ?? Number(today(deed).slice(0, 4)) - 1
  const counts = years.get(String(year))?.counts
  const { parts, total } = showParts(
    counts ? [counts.declined, counts.withoutAgreement, counts.kept, counts.notKeptOrUnknown] : [0, 0, 0, 0],
  )
  const { parts: sides } = showParts(counts ? [counts.mixed, counts.alike, counts.unknown] : [0, 0, 0])
  return {
    year: counts ? year : null,
    ended: total,
    otherSideDeclined: parts[0]!,
    withoutAgreement: parts[1]!,
    agreementKept: parts[2]!,
    agreementNotKeptOrUnknown: parts[3]!,
    daysMedian: showFigure(counts?.daysMedian ?? 0, total.kind === 'shown' ? total.count : 0),
    mixedGroupShare:
      sides[0]!.kind === 'shown' && sides[1]!.kind === 'shown'
        ? shareOf(sides[0]!, { kind: 'shown', count: sides[0]!.count + sides[1]!.count })
        : { kind: 'few' },
    meaning: {
      'zh-CN': '只数这一年结束的调解。没有谈成不等于谁错；没答应也是各人的自由。',
      en: 'Mediations that ended in the year. No agreement does not mean that anybody was wrong, and saying no is everybody’s right.',
    },
  }
}
