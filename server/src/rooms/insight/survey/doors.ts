import type * as desk from '@ronghe/contract/insight/survey-desk.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { drawDoors as draw } from '@ronghe/sortition'
import { claimCode } from '../../../platform/codes.ts'
import type { Deed } from '../../../platform/deed.ts'
import { record } from '../../../platform/journal/record.ts'
import { today } from '../../programme/posts.ts'
import { frameOf, lanesOf } from './frame.ts'
import { changeWave, waveForStep } from './waves.ts'

/** What draws the doors: the half that was committed to, and the half that was called. `sortition doors` repeats it. */
export const seedOf = (secret: string, word: string): string => `${secret} ${word}`

export async function drawDoors(deed: Deed, waveId: string, word: string): Promise<{ drawn: number }> {
  const wave = await waveForStep(deed, waveId, 'draw')
  const frame = await frameOf(deed, waveId)
  const drawn = draw(
    frame.map(({ lane_id, dwellings, drawn: doors }) => ({ lane: lane_id, dwellings, doors: doors! })),
    seedOf(wave.secret!, word),
  )
  const doors = drawn.flatMap(({ lane, numbers }) =>
    numbers.map((number) => ({
      street_id: deed.street.id,
      id: deed.id(),
      wave_id: waveId,
      lane_id: lane,
      number,
      state: 'waiting' as const,
    })),
  )
  for (let from = 0; from < doors.length; from += 1000)
    await deed.tx
      .insertInto('survey_door')
      .values(doors.slice(from, from + 1000))
      .execute()
  await changeWave(deed, waveId, { state: 'drawn', word, drawn_on: today(deed) })
  await record(deed, { kind: 'insight.survey.drawn', plain: { wave: waveId, word, doors: doors.length } })
  return { drawn: doors.length }
}

/** A door that can still be asked: it has not answered, does not refuse, and is a dwelling. */
const askable = ['waiting', 'nonContact'] as const

export const doorsToAsk = ({ tx, street }: Deed, waveId: string, laneId?: string) => {
  const doors = tx
    .selectFrom('survey_door')
    .select(['id', 'lane_id', 'number', 'state'])
    .where('street_id', '=', street.id)
    .where('wave_id', '=', waveId)
    .where('state', 'in', [...askable])
    .orderBy('lane_id')
    .orderBy('number')
  return (laneId === undefined ? doors : doors.where('lane_id', '=', laneId)).execute()
}

/** A fresh code for each door. Only the hash is kept; the codes that a door has had before open the same door, which can be used up once. */
export async function freshCodes(
  deed: Deed,
  waveId: string,
  way: 'letter' | 'interviewer',
  doors: readonly { readonly id: string }[],
): Promise<readonly string[]> {
  const codes = doors.map(() => claimCode())
  for (let from = 0; from < doors.length; from += 1000)
    await deed.tx
      .insertInto('survey_token')
      .values(
        doors.slice(from, from + 1000).map(({ id }, index) => ({
          street_id: deed.street.id,
          token_hash: tokenHash(deed, codes[from + index]!),
          wave_id: waveId,
          door_id: id,
          way,
        })),
      )
      .execute()
  return codes
}

export const tokenHash = (deed: Deed, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `survey ${code}`)

export async function printLetters(
  deed: Deed,
  waveId: string,
  { round, laneId }: BodyOf<typeof desk.printLetters>,
): Promise<ReplyOf<typeof desk.printLetters>> {
  // A reminder of one lane is the same reminder: it is counted when all are printed.
  const wave = await waveForStep(deed, waveId, round === 'first' ? 'print' : 'remind')
  const doors = await doorsToAsk(deed, waveId, laneId)
  const codes = await freshCodes(deed, waveId, 'letter', doors)
  if (round === 'reminder' && laneId === undefined) await changeWave(deed, waveId, { reminded: wave.reminded + 1 })
  await record(deed, { kind: 'insight.survey.printed', plain: { wave: waveId, round, letters: doors.length } })
  const lanes = new Map((await lanesOf(deed)).map((lane) => [lane.id, lane]))
  const letters: desk.Letter[] = doors.map(({ id, lane_id, number }, index) => ({
    doorId: id,
    lane: lanes.get(lane_id)!.name,
    community: lanes.get(lane_id)!.community,
    number,
    code: codes[index]!,
  }))
  return { title: wave.title as Text, closesOn: wave.closes_on, content: wave.content, letters }
}
