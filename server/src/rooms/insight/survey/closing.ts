import { randomInt, randomUUID } from 'node:crypto'
import type { DeskWave } from '@ronghe/contract/insight/survey-desk.ts'
import { sql } from 'kysely'
import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { record } from '../../../platform/journal/record.ts'
import { destroyRoundKey } from '../../../platform/privacy/round-keys.ts'
import { today } from '../../programme/posts.ts'
import { emptyBox, type BoxedSheet } from './answer-box.ts'
import { coarsenLanes, fewestTogether } from './coarsen-lanes.ts'
import { completenessOf, type Completeness } from './completeness.ts'
import { dueStep } from './wave-lifecycle.ts'
import { changeWave, getWave, listWaveRows, openWave, stateOf, toDeskWave, waveForStep } from './waves.ts'

/** So long codes and doors are kept after the close: letters still come back, and are told that it is over. */
export const doorsKeptDays = 30

/** By which way answers came, over the whole wave; never by lane or group. */
export interface WaveCounts {
  readonly phone: number
  readonly paper: number
  readonly interviewer: number
  readonly open: number
}

/**
 * Ends a wave. In one transaction: what came of the doors is counted by lane; the box is emptied, its sheets shuffled, lanes taken away where they would
 * point somebody out, and written under new random ids in the shuffled order; every door is written anew, so that no row remembers the transaction it was
 * answered in. Then the key of the box is destroyed. From here on nobody can tell which door said what.
 */
export async function closeWave(deed: Deed, waveId: string): Promise<DeskWave> {
  const wave = await waveForStep(deed, waveId, 'close')
  await countDoors(deed, waveId)
  const sheets = shuffled(await emptyBox(deed, waveId))
  const sample = sheets.filter(({ series }) => series === 'sample')
  const open = sheets.filter(({ series }) => series === 'open')
  // A handful of answers would be somebody's own; they are not kept at all.
  const kept = [sample, open].flatMap((series) => (series.length < fewestTogether ? [] : coarsenLanes(series)))
  await write(
    deed,
    waveId,
    kept.map((sheet) => ({ sheet, completeness: completenessOf(wave.content, sheet) })),
  )
  await writeDoorsAnew(deed, waveId)
  const counts: WaveCounts = { phone: 0, paper: 0, interviewer: 0, open: 0 }
  const told = sheets.reduce((all, { way }) => ({ ...all, [way]: all[way] + 1 }), counts)
  await changeWave(deed, waveId, { state: 'closed', closed_on: today(deed), counts: JSON.stringify(told) as never })
  await record(deed, { kind: 'insight.survey.closed', plain: { wave: waveId } })
  deed.afterCommit(() => destroyRoundKey(deed, waveId))
  return toDeskWave(deed, await getWave(deed, waveId))
}

/** Gives a wave up: what was answered is destroyed unread. */
export async function cancelWave(deed: Deed, waveId: string): Promise<DeskWave> {
  await waveForStep(deed, waveId, 'cancel')
  await deed.tx.deleteFrom('survey_box').where('street_id', '=', deed.street.id).where('wave_id', '=', waveId).execute()
  await forgetDoors(deed, waveId)
  await changeWave(deed, waveId, { state: 'cancelled' })
  await record(deed, { kind: 'insight.survey.cancelled', plain: { wave: waveId } })
  deed.afterCommit(() => destroyRoundKey(deed, waveId))
  return toDeskWave(deed, await getWave(deed, waveId))
}

const countDoors = ({ tx, street }: Deed, waveId: string) =>
  sql`
    update survey_frame f set answered = c.answered, refused = c.refused, non_contact = c.non_contact, not_eligible = c.not_eligible
    from (
      select lane_id,
             count(*) filter (where state = 'answered') as answered,
             count(*) filter (where state = 'refused') as refused,
             count(*) filter (where state = 'nonContact') as non_contact,
             count(*) filter (where state = 'notEligible') as not_eligible
      from survey_door where street_id = ${street.id} and wave_id = ${waveId} group by lane_id
    ) c
    where f.street_id = ${street.id} and f.wave_id = ${waveId} and f.lane_id = c.lane_id`.execute(tx)

async function write(
  deed: Deed,
  waveId: string,
  responses: readonly { readonly sheet: BoxedSheet; readonly completeness: Completeness }[],
): Promise<void> {
  const rows = responses.map(({ sheet, completeness }) => ({
    street_id: deed.street.id,
    id: randomUUID(),
    wave_id: waveId,
    series: sheet.series,
    lane_id: sheet.laneId,
    grp: sheet.group,
    answers: JSON.stringify(sheet.answers) as never,
    completeness,
  }))
  for (let from = 0; from < rows.length; from += 1000)
    await deed.tx
      .insertInto('survey_response')
      .values(rows.slice(from, from + 1000))
      .execute()
}

const writeDoorsAnew = async ({ tx, street }: Deed, waveId: string): Promise<void> => {
  await sql`update survey_door set state = state where street_id = ${street.id} and wave_id = ${waveId}`.execute(tx)
}

async function forgetDoors({ tx, street }: Deed, waveId: string): Promise<void> {
  for (const table of ['survey_token', 'survey_door'] as const)
    await tx.deleteFrom(table).where('street_id', '=', street.id).where('wave_id', '=', waveId).execute()
}

function shuffled<T>(sheets: readonly T[]): T[] {
  const order = [...sheets]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

/** Every night: waves begin and end on their days; doors and codes go 30 days after the close; a key that outlived its wave goes. */
export async function surveyNight(deed: Deed): Promise<void> {
  const day = today(deed)
  for (const wave of await listWaveRows(deed)) {
    const step = dueStep({ state: stateOf(wave), reminded: wave.reminded, opensOn: wave.opens_on, closesOn: wave.closes_on }, day)
    if (step === 'open') await openWave(deed, wave.id)
    if (step === 'close') await closeWave(deed, wave.id)
    if (wave.closed_on !== null && addDays(wave.closed_on, doorsKeptDays) < day) await forgetDoors(deed, wave.id)
    if (wave.state === 'closed' || wave.state === 'cancelled') destroyRoundKey(deed, wave.id)
  }
}
