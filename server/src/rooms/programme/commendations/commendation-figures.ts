import type { CommendationFigures } from '@ronghe/contract/programme/commendations.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Group } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { shareOf, show, showTables } from '../../../platform/privacy/suppression.ts'
import { groupsOf } from '../../people/group.ts'
import { heldOn, today } from '../posts.ts'
import { named, type NominationRow, type RoundRow } from './nomination-rows.ts'

const columns = ['newcomer', 'local', 'unstated'] as const satisfies readonly Group[]

/**
 * How the commended are spread over categories and groups, and how many hold no post (indicator 14). Three tables about the same people, decided in
 * one call; settled on the day of the award, so that no two answers can be subtracted.
 */
export async function commendationFigures(deed: Deed, round: RoundRow, rows: readonly NominationRow[]): Promise<CommendationFigures> {
  const people = rows.flatMap(({ nominee_id }) => nominee_id ?? [])
  const groups = await groupsOf(deed, people)
  const holders = new Set(
    people.length === 0
      ? []
      : (await heldOn(deed, today(deed)).select('appointment.person_id').where('appointment.person_id', 'in', people).execute()).map(
          ({ person_id }) => person_id,
        ),
  )
  const groupOf = ({ nominee_id }: NominationRow): Group => (nominee_id ? (groups.get(nominee_id) ?? 'unstated') : 'unstated')
  const count = (which: (row: NominationRow) => boolean): number[] =>
    columns.map((group) => rows.filter((row) => which(row) && groupOf(row) === group).length)
  const holdsPost = ({ nominee_id }: NominationRow): boolean => nominee_id !== null && holders.has(nominee_id)
  const categories = named(round.categories)
  const [byCategory, byOutcome, byPost] = showTables([
    categories.map(({ key }) => count(({ category }) => category === key)),
    [count(({ state }) => state === 'awarded'), count(({ state }) => state !== 'awarded')],
    [count((row) => !holdsPost(row)), count(holdsPost)],
  ]) as [Table, Table, Table]
  return {
    nominated: byCategory.total,
    declined: show(round.declined),
    categories: categories.map(({ key }, row) => ({ key, nominated: byCategory.rowTotals[row]!, groups: cells(byCategory.cells[row]!) })),
    awarded: { all: byOutcome.rowTotals[0]!, groups: cells(byOutcome.cells[0]!) },
    withoutPost: { nominated: shareOf(byPost.rowTotals[0]!, byPost.total), groups: cells(byPost.cells[0]!) },
  }
}

type Table = ReturnType<typeof showTables>[number]
const cells = ([newcomer, local, unstated]: readonly Shown[]): Record<(typeof columns)[number], Shown> => ({
  newcomer: newcomer!,
  local: local!,
  unstated: unstated!,
})
