import type { readWave } from '@ronghe/contract/insight/survey-desk.ts'
import type * as survey from '@ronghe/contract/insight/survey.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { frameText } from '@ronghe/sortition'
import { notFound } from '../../../platform/http/problems.ts'
import type { Deed } from '../../../platform/deed.ts'
import { fewestTogether } from './coarsen-lanes.ts'
import { frameOf, lanesOf, populationOf } from './frame.ts'
import { showLanes } from './lane-outcomes.ts'
import { getWave, listWaveRows, stateOf, toDeskWave, type WaveRow } from './waves.ts'

/** What is not in the public's eye yet, or not any more. */
const isPublic = ({ state }: WaveRow): boolean => state !== 'planned' && state !== 'cancelled'

export async function readSurveys(deed: Deed): Promise<{ waves: survey.PublicWave[] }> {
  const waves = (await listWaveRows(deed)).filter(isPublic).slice(0, 20)
  return { waves: await Promise.all(waves.map((wave) => toPublicWave(deed, wave))) }
}

async function toPublicWave(deed: Deed, wave: WaveRow): Promise<survey.PublicWave> {
  const frame = await frameOf(deed, wave.id)
  return {
    id: wave.id,
    title: wave.title as Text,
    state: stateOf(wave),
    opensOn: wave.opens_on,
    closesOn: wave.closes_on,
    doors: frame.length > 0 ? frame.reduce((all, { drawn }) => all + (drawn ?? 0), 0) : wave.doors,
    dwellings: frame.length > 0 ? frame.reduce((all, { dwellings }) => all + dwellings, 0) : null,
    openLink: wave.open_link,
    scales: wave.content.scales.map(({ name, about, source }) => ({ name, about, source })),
  }
}

/** What it takes to repeat a draw. The secret half of the seed is told when nobody is asked any more: it says which doors were drawn. */
export async function readDoorDraw(deed: Deed, waveId: string): Promise<ReplyOf<typeof survey.readDoorDraw>> {
  const wave = await getWave(deed, waveId)
  if (!isPublic(wave)) throw notFound('survey-wave')
  const lanes = new Map((await lanesOf(deed)).map((lane) => [lane.id, lane]))
  const frame = await frameOf(deed, waveId)
  return {
    wave: await toPublicWave(deed, wave),
    frame: frame.map((row) => ({
      laneId: row.lane_id,
      lane: lanes.get(row.lane_id)!.name,
      community: lanes.get(row.lane_id)!.community,
      dwellings: row.dwellings,
      countedOn: row.counted_on,
      source: row.source,
      drawn: row.drawn,
    })),
    leastPerLane: wave.least_per_lane,
    frameFile: frameText(frame.map(({ lane_id, dwellings, drawn }) => ({ lane: lane_id, dwellings, doors: drawn ?? 0 }))),
    frameHash: wave.frame_hash,
    secretHash: wave.secret_hash,
    word: wave.word,
    secret: wave.state === 'closed' ? wave.secret : null,
  }
}

/** In steps of ten: two looks at it tell nothing about one door. */
const inTens = (count: number) => ({ atLeast: Math.floor(count / fewestTogether) * fewestTogether })

export async function readWavePage(deed: Deed, waveId: string): Promise<ReplyOf<typeof readWave>> {
  const wave = await getWave(deed, waveId)
  const frame = new Map((await frameOf(deed, waveId)).map((row) => [row.lane_id, row]))
  const population = new Map((await populationOf(deed)).map((row) => [row.lane_id, row]))
  const answered = wave.state === 'open' ? await answeredByLane(deed, waveId) : new Map<string, number>()
  const drawn = [...frame.values()].filter((row) => row.drawn)
  const shown =
    wave.state === 'closed' && drawn.length > 0
      ? showLanes(drawn.map((row) => ({ drawn: row.drawn!, answered: row.answered ?? 0 })))
      : undefined
  const lanes = await lanesOf(deed)
  return {
    wave: toDeskWave(deed, wave),
    lanes: lanes.map(({ id, name, community }) => {
      const row = frame.get(id)
      const people = population.get(id)
      const at = drawn.findIndex(({ lane_id }) => lane_id === id)
      return {
        laneId: id,
        lane: name,
        community,
        frame: row ? { dwellings: row.dwellings, countedOn: row.counted_on, source: row.source, drawn: row.drawn } : null,
        population: people
          ? { newcomers: people.newcomers, locals: people.locals, countedOn: people.counted_on, source: people.source }
          : null,
        progress: wave.state === 'open' && row?.drawn ? inTens(answered.get(id) ?? 0) : null,
        outcome: shown && at >= 0 ? shown.lanes[at]! : null,
      }
    }),
    frameHash: wave.frame_hash,
    secretHash: wave.secret_hash,
    word: wave.word,
    progress: wave.state === 'open' ? inTens([...answered.values()].reduce((all, count) => all + count, 0)) : null,
    outcome: shown ? shown.total : null,
  }
}

async function answeredByLane({ tx, street }: Deed, waveId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('survey_door')
    .select(['lane_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('street_id', '=', street.id)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'answered')
    .groupBy('lane_id')
    .execute()
  return new Map(rows.map(({ lane_id, count }) => [lane_id, Number(count)]))
}
