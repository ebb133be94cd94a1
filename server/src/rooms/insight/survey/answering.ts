import type { AnswerSheet, Asked } from '@ronghe/contract/insight/survey.ts'
import { itemsFor } from '@ronghe/contract/insight/survey-scales.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { readCode } from '../../../platform/codes.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { putIntoBox } from './answer-box.ts'
import { tokenHash } from './doors.ts'
import { surveyorPost } from './surveyor.ts'
import { getWave, type WaveRow } from './waves.ts'

interface OpenedDoor {
  readonly id: string
  readonly wave_id: string
  readonly lane_id: string
  readonly way: string
}

/** The door that a code opens. Locked, so that of two who send at once one is refused. */
async function doorOf(deed: Deed, typed: string, lock: 'lock' | 'look'): Promise<OpenedDoor> {
  const code = readCode(typed)
  if (!code) throw unfit([{ path: 'code', code: 'survey-code-wrong' }])
  const query = deed.tx
    .selectFrom('survey_token as t')
    .innerJoin('survey_door as d', (join) => join.onRef('d.street_id', '=', 't.street_id').onRef('d.id', '=', 't.door_id'))
    .select(['d.id', 'd.wave_id', 'd.lane_id', 'd.state', 't.way'])
    .where('t.street_id', '=', deed.street.id)
    .where('t.token_hash', '=', tokenHash(deed, code))
  const door = await (lock === 'lock' ? query.forUpdate('d') : query).executeTakeFirst()
  if (!door) throw unfit([{ path: 'code', code: 'survey-code-unknown' }])
  if (door.state === 'answered') throw refused('survey-code-used')
  return door
}

async function askedNow(deed: Deed, waveId: string): Promise<WaveRow> {
  const wave = await getWave(deed, waveId)
  if (wave.state !== 'open') throw refused(wave.state === 'closed' ? 'survey-closed' : 'survey-not-open')
  return wave
}

export const toAsked = (wave: WaveRow): Asked => ({
  waveId: wave.id,
  title: wave.title as Text,
  closesOn: wave.closes_on,
  content: wave.content,
})

export async function questionsByCode(deed: Deed, code: string): Promise<Asked> {
  return toAsked(await askedNow(deed, (await doorOf(deed, code, 'look')).wave_id))
}

export async function openQuestions(deed: Deed, waveId: string): Promise<Asked> {
  const wave = await askedNow(deed, waveId)
  if (!wave.open_link) throw notFound('survey-wave')
  return toAsked(wave)
}

/** Only what this group was asked, each answer a step of five or "prefer not to say". */
function mustFit(wave: WaveRow, { group, answers }: AnswerSheet): void {
  const asked = new Set(itemsFor(wave.content, group).map(({ id }) => id))
  const foreign = Object.keys(answers).filter((id) => !asked.has(id))
  if (foreign.length > 0) throw unfit(foreign.slice(0, 10).map((id) => ({ path: `answers.${id}`, code: 'survey-not-asked' })))
  if (Object.keys(answers).length === 0) throw unfit([{ path: 'answers', code: 'field-missing' }])
}

/**
 * Uses a door's codes up and puts what was said into the box. The door knows that it answered and nothing else; the box knows what was said and no door.
 * The journal knows the wave and the day.
 */
export async function answerByCode(
  deed: Deed,
  { code, group, answers }: AnswerSheet & { readonly code: string },
  way: 'sent' | 'paper',
): Promise<{ kept: true }> {
  if (way === 'paper') await surveyorPost(deed, 'insight.survey.enter')
  const door = await doorOf(deed, code, 'lock')
  const wave = await askedNow(deed, door.wave_id)
  mustFit(wave, { group, answers })
  await setDoor(deed, door.id, 'answered')
  await putIntoBox(deed, wave.id, {
    series: 'sample',
    way: way === 'paper' ? 'paper' : door.way === 'interviewer' ? 'interviewer' : 'phone',
    laneId: door.lane_id,
    group,
    answers,
  })
  await recordAnswer(deed, wave.id)
  return { kept: true }
}

/** Also of a paper that somebody entered: who entered it, and when, would stand beside a door that answered in the same minute. */
const recordAnswer = (deed: Deed, wave: string) => record(deed, { kind: 'insight.survey.answered', plain: { wave }, withoutActor: true })

export async function answerOpenly(deed: Deed, waveId: string, sheet: AnswerSheet): Promise<{ kept: true }> {
  const wave = await askedNow(deed, waveId)
  if (!wave.open_link) throw notFound('survey-wave')
  mustFit(wave, sheet)
  await putIntoBox(deed, wave.id, { series: 'open', way: 'open', laneId: null, group: sheet.group, answers: sheet.answers })
  await recordAnswer(deed, wave.id)
  return { kept: true }
}

export async function declineByCode(deed: Deed, code: string): Promise<{ noted: true }> {
  const door = await doorOf(deed, code, 'lock')
  await askedNow(deed, door.wave_id)
  await setDoor(deed, door.id, 'refused')
  await record(deed, { kind: 'insight.survey.declined', plain: { wave: door.wave_id }, withoutActor: true })
  return { noted: true }
}

export const setDoor = (deed: Deed, doorId: string, state: 'answered' | 'refused' | 'nonContact' | 'notEligible' | 'waiting') =>
  deed.tx.updateTable('survey_door').set({ state }).where('street_id', '=', deed.street.id).where('id', '=', doorId).execute()
