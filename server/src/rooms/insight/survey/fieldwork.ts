import type * as field from '@ronghe/contract/insight/survey-field.ts'
import { DoorState } from '@ronghe/contract/insight/survey-field.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setDoor } from './answering.ts'
import { doorsToAsk, freshCodes } from './doors.ts'
import { frameOf, lanesOf } from './frame.ts'
import { surveyorPost } from './surveyor.ts'
import { getWave, listWaveRows } from './waves.ts'

/** What is being asked, for those who ask at the doors. */
export async function readFieldwork(deed: Deed): Promise<ReplyOf<typeof field.readFieldwork>> {
  await surveyorPost(deed, 'insight.survey.enter')
  const lanes = await lanesOf(deed)
  const open = (await listWaveRows(deed)).filter(({ state }) => state === 'open')
  return {
    waves: await Promise.all(
      open.map(async (wave) => {
        const drawn = new Set((await frameOf(deed, wave.id)).flatMap((row) => (row.drawn ? [row.lane_id] : [])))
        return {
          id: wave.id,
          title: wave.title as Text,
          closesOn: wave.closes_on,
          lanes: lanes.filter(({ id }) => drawn.has(id)).map(({ id, name, community }) => ({ id, name, community })),
          content: wave.content,
        }
      }),
    ),
  }
}

/** The doors of a lane that can still be asked, each with a code of its own: what is answered there is sent in by nobody. */
export async function takeDoors(deed: Deed, waveId: string, laneId: string): Promise<ReplyOf<typeof field.takeDoors>> {
  await surveyorPost(deed, 'insight.survey.enter')
  const wave = await getWave(deed, waveId)
  if (wave.state !== 'open') throw refused('survey-not-open')
  const lane = (await lanesOf(deed)).find(({ id }) => id === laneId)
  if (!lane) throw notFound('lane')
  const doors = await doorsToAsk(deed, waveId, laneId)
  const codes = await freshCodes(deed, waveId, 'interviewer', doors)
  await record(deed, { kind: 'insight.survey.taken', plain: { wave: waveId, lane: laneId, doors: doors.length } })
  return {
    doors: doors.map(({ id, number, state }, index) => ({
      id,
      laneId,
      lane: lane.name,
      number,
      state: DoorState.parse(state),
      code: codes[index]!,
    })),
  }
}

/** A refusal said at the door may be taken back; an answer may not. */
export async function noteDoor(
  deed: Deed,
  doorId: string,
  { state }: BodyOf<typeof field.noteDoor>,
): Promise<ReplyOf<typeof field.noteDoor>> {
  await surveyorPost(deed, 'insight.survey.enter')
  const door = await deed.tx
    .selectFrom('survey_door')
    .select(['id', 'wave_id', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', doorId)
    .forUpdate()
    .executeTakeFirst()
  if (!door) throw notFound('survey-door')
  if ((await getWave(deed, door.wave_id)).state !== 'open') throw refused('survey-not-open')
  if (door.state === 'answered') throw refused('survey-code-used')
  await setDoor(deed, doorId, state)
  await record(deed, { kind: 'insight.survey.noted', plain: { wave: door.wave_id, state } })
  return { state }
}
