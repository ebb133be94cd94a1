import type { Group } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { mayChangeFrom } from './group-rules.ts'

/** What a person says they are, as it stood at a moment: a draw, election or conversation asks with the moment it opened (08, Group). */
export async function groupOf(deed: Deed, personId: string, at: Date = deed.now): Promise<Group | null> {
  return (await groupsOf(deed, [personId], at)).get(personId) ?? null
}

/** Of many people at once; whoever never said anything is absent, which is not the same as "prefer not to say". */
export async function groupsOf(deed: Deed, personIds: readonly string[], at: Date = deed.now): Promise<ReadonlyMap<string, Group>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; choice: Group }>`
    select distinct on (person_id) person_id, choice from group_choice
    where street_id = ${deed.street.id}::uuid and person_id = any(${[...new Set(personIds)]}::uuid[]) and at <= ${at}
    order by person_id, at desc, id desc`.execute(deed.tx)
  return new Map(rows.map(({ person_id, choice }) => [person_id, choice]))
}

export interface GroupState {
  readonly choice: Group | null
  readonly since: Date | null
  readonly mayChangeFrom: Date | null
}

export async function groupState(deed: Deed, personId: string): Promise<GroupState> {
  const rows = await deed.tx
    .selectFrom('group_choice')
    .select(['choice', 'at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const last = rows.at(-1)
  return {
    choice: last?.choice ?? null,
    since: last?.at ?? null,
    mayChangeFrom: mayChangeFrom(
      rows.map(({ at }) => at),
      deed.now,
      (await setting(deed, 'residence')).groupChangeMonths,
    ),
  }
}

/** Only the person can say it: the operation refuses assisted sessions, and no other writes this table. */
export async function choose(deed: Deed, personId: string, choice: Group): Promise<void> {
  await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = await groupState(deed, personId)
  if (state.choice === choice) return
  if (state.mayChangeFrom) {
    const { groupChangeMonths } = await setting(deed, 'residence')
    throw refused('group-too-soon', { params: { months: groupChangeMonths, day: dayIn(deed.street.zone, state.mayChangeFrom) } })
  }
  await deed.tx
    .insertInto('group_choice')
    .values({ street_id: deed.street.id, id: deed.id(), person_id: personId, choice, at: deed.now })
    .execute()
  await record(deed, { kind: 'people.group.chosen', about: personId, sealed: { choice } })
}
