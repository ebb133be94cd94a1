import type { MentoringLanguage, MentoringSkill, MentoringTime } from '@ronghe/contract/school/mentoring-choices.ts'
import type { CloseReason, MentoringMeeting, MentoringSide, PairReason, PairState } from '@ronghe/contract/school/mentoring.ts'
import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { disengage } from '../../programme/engagements.ts'

export type PairRow = Selectable<Tables['mentoring_pair']>
type MeetingRow = Selectable<Tables['mentoring_meeting']>

/** The row as the contract names its values; the database's checks hold them to these. */
export const stateOf = ({ state }: PairRow): PairState => state as PairState
export const becauseOf = ({ because }: PairRow): CloseReason | null => because as CloseReason | null
export const whyOf = ({ skill, languages, times }: Pick<PairRow, 'skill' | 'languages' | 'times'>): PairReason => ({
  skill: skill as MentoringSkill,
  languages: languages as MentoringLanguage[],
  times: times as MentoringTime[],
})

export const sideOf = (row: PairRow, personId: string): MentoringSide | undefined =>
  row.mentor_person_id === personId ? 'mentor' : row.learner_person_id === personId ? 'learner' : undefined
export const personAt = (row: PairRow, side: MentoringSide): string => (side === 'mentor' ? row.mentor_person_id : row.learner_person_id)
export const otherSide = (side: MentoringSide): MentoringSide => (side === 'mentor' ? 'learner' : 'mentor')

export const pairsOf = (deed: Deed, personId: string): Promise<PairRow[]> =>
  deed.tx
    .selectFrom('mentoring_pair')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where((row) => row.or([row('mentor_person_id', '=', personId), row('learner_person_id', '=', personId)]))
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .execute()

/** Locked, so that two answers at once come one after the other. */
export async function getPair(deed: Deed, id: string): Promise<PairRow> {
  const row = await deed.tx
    .selectFrom('mentoring_pair')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('mentoring-pair')
  return row
}

export async function setPair(deed: Deed, id: string, change: Updateable<Tables['mentoring_pair']>): Promise<void> {
  await deed.tx.updateTable('mentoring_pair').set(change).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

const goalPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'mentoring_goal', column: 'words_sealed', row: id })
const placePlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'mentoring_meeting', column: 'place_sealed', row: id })

export const sealGoal = (deed: Deed, id: string, words: string): Buffer => deed.platform.sealer.seal(goalPlace(deed, id), words)
export const sealPlace = (deed: Deed, id: string, place: string): Buffer => deed.platform.sealer.seal(placePlace(deed, id), place)

export async function goalsOf(deed: Deed, pairId: string) {
  const rows = await deed.tx
    .selectFrom('mentoring_goal')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('pair_id', '=', pairId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, words_sealed, reached }) => ({ id, words: deed.platform.sealer.open(goalPlace(deed, id), words_sealed), reached }))
}

const meetingRows = (deed: Deed, pairId: string): Promise<MeetingRow[]> =>
  deed.tx
    .selectFrom('mentoring_meeting')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('pair_id', '=', pairId)
    .orderBy('starts_at')
    .execute()

export async function meetingsOf(deed: Deed, pairId: string): Promise<MentoringMeeting[]> {
  return (await meetingRows(deed, pairId)).map((row) => ({
    id: row.id,
    from: row.starts_at.toISOString(),
    until: row.ends_at.toISOString(),
    place: deed.platform.sealer.open(placePlace(deed, row.id), row.place_sealed),
    state: row.state as MentoringMeeting['state'],
    may: row.state !== 'planned' ? [] : row.starts_at <= deed.now ? ['held', 'callOff'] : ['callOff'],
  }))
}

/** Meetings to come are called off with the pair: nobody waits at a corner. */
export async function callOffMeetings(deed: Deed, pairId: string): Promise<void> {
  const coming = (await meetingRows(deed, pairId)).filter(({ state, ends_at }) => state === 'planned' && ends_at > deed.now)
  for (const { id } of coming) {
    await setMeeting(deed, id, 'calledOff')
    await disengage(deed, { kind: 'mentoring', thingId: id })
  }
}

export async function setMeeting(deed: Deed, id: string, state: MentoringMeeting['state']): Promise<void> {
  await deed.tx.updateTable('mentoring_meeting').set({ state }).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}
