import type { Deed } from '@ronghe/server/platform/deed.ts'
import { personRow } from '@ronghe/server/rooms/people/persons.ts'
import { chanceOf } from './chance.ts'
import { inventName } from './invented-names.ts'
import { demoId, timedId } from './load-cast.ts'

export interface Learner {
  readonly id: string
  readonly group: 'newcomer' | 'local'
}

const year = 365 * 86_400_000

/** Residents nobody plays who go to the school: both groups, a little more newcomers, as in the street. */
export async function loadLearners(deed: Deed, counts: { readonly newcomer: number; readonly local: number }): Promise<Learner[]> {
  const chance = chanceOf('learners')
  const street_id = deed.street.id
  const since = new Date(deed.now.getTime() - year)
  const learners = (['newcomer', 'local'] as const).flatMap((group) =>
    Array.from({ length: counts[group] }, (_, index): Learner & { readonly name: string } => ({
      id: timedId(street_id, since, 'learner', group, String(index)),
      group,
      name: inventName(chance),
    })),
  )
  await deed.tx
    .insertInto('person')
    .values(learners.map(({ id, name }) => personRow({ ...deed, now: since, id: () => id }, { id, name, origin: 'demo' })))
    .execute()
  await deed.tx
    .insertInto('group_choice')
    .values(learners.map(({ id, group }) => ({ street_id, id: demoId(street_id, 'group', id), person_id: id, choice: group, at: since })))
    .execute()
  return learners
}
