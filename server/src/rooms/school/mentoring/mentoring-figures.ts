import type { readMentoringFigures } from '@ronghe/contract/school/mentoring.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { endOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { showTables } from '../../../platform/privacy/suppression.ts'
import { groupsOf } from '../../people/group.ts'

interface PairCounts {
  /** By what became of it (reached what they wanted, or not) and by whether it was between the groups. */
  readonly mixed: readonly [number, number]
  readonly sameGroup: readonly [number, number]
  readonly unstated: readonly [number, number]
}

const agreed = (deed: Deed) =>
  deed.tx.selectFrom('mentoring_pair').where('street_id', '=', deed.street.id).where('agreed_on', 'is not', null)

/** Pairs that agreed in a year. Groups are looked at here alone, in total, and never where people are matched. */
export const mentoringFigures: FrozenFigure<PairCounts> = {
  figure: 'school.mentoring',
  every: 'year',
  waits: 0,
  async since(deed) {
    const { first } = await agreed(deed)
      .select(({ fn }) => fn.min('agreed_on').as('first'))
      .executeTakeFirstOrThrow()
    return first ?? undefined
  },
  async count(deed, { first, last }) {
    const rows = await agreed(deed)
      .select(['mentor_person_id', 'learner_person_id', 'agreed_on', 'because'])
      .where('agreed_on', '>=', first)
      .where('agreed_on', '<=', last)
      .execute()
    const counts: Record<keyof PairCounts, [number, number]> = { mixed: [0, 0], sameGroup: [0, 0], unstated: [0, 0] }
    for (const row of rows) {
      const groups = await groupsOf(deed, [row.mentor_person_id, row.learner_person_id], endOfDay(deed.street.zone, row.agreed_on!))
      const [one, other] = [groups.get(row.mentor_person_id), groups.get(row.learner_person_id)]
      const stated = [one, other].every((group) => group === 'newcomer' || group === 'local')
      counts[!stated ? 'unstated' : one === other ? 'sameGroup' : 'mixed'][row.because === 'reached' ? 0 : 1] += 1
    }
    return counts
  },
}

/** A finished year, in parts that add up, each shown or hidden together with what would give it away. */
export async function readFigures(deed: Deed, year: number): Promise<ReplyOf<typeof readMentoringFigures>> {
  const counts = (await frozen(deed, mentoringFigures)).get(String(year))?.counts
  const [table] = showTables([
    counts
      ? [counts.mixed, counts.sameGroup, counts.unstated]
      : [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
  ])
  const [mixed, sameGroup, unstated] = table!.rowTotals
  return { agreed: table!.total, mixed: mixed!, sameGroup: sameGroup!, unstated: unstated!, reached: table!.columnTotals[0]! }
}
