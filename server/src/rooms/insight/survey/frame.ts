import { createHash, randomBytes } from 'node:crypto'
import type * as desk from '@ronghe/contract/insight/survey-desk.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { allotDoors, frameText } from '@ronghe/sortition'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { today } from '../../programme/posts.ts'
import { surveyorPost } from './surveyor.ts'
import { changeWave, waveForStep } from './waves.ts'

export interface LaneRow {
  readonly id: string
  readonly name: Text
  readonly community: Text
}

/** Every lane of the street, by community. */
export async function lanesOf({ tx, street }: Deed): Promise<readonly LaneRow[]> {
  const rows = await tx
    .selectFrom('lane as l')
    .innerJoin('community as c', (join) => join.onRef('c.street_id', '=', 'l.street_id').onRef('c.id', '=', 'l.community_id'))
    .select(['l.id', 'l.name', 'c.name as community'])
    .where('l.street_id', '=', street.id)
    .orderBy('c.position')
    .orderBy('c.id')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name as Text, community: row.community as Text }))
}

export const frameOf = ({ tx, street }: Deed, waveId: string) =>
  tx.selectFrom('survey_frame').selectAll().where('street_id', '=', street.id).where('wave_id', '=', waveId).orderBy('lane_id').execute()

/** The latest public count of each lane. */
export const populationOf = ({ tx, street }: Deed) =>
  tx
    .selectFrom('lane_population')
    .selectAll()
    .distinctOn('lane_id')
    .where('street_id', '=', street.id)
    .orderBy('lane_id')
    .orderBy('counted_on', 'desc')
    .execute()

/** Says anew how many dwellings there are; a lane that is left out has none. */
export async function saveFrame(deed: Deed, waveId: string, { rows }: BodyOf<typeof desk.saveFrame>): Promise<void> {
  await waveForStep(deed, waveId, 'frame')
  await mustFit(deed, rows)
  await deed.tx.deleteFrom('survey_frame').where('street_id', '=', deed.street.id).where('wave_id', '=', waveId).execute()
  await deed.tx
    .insertInto('survey_frame')
    .values(
      rows.map(({ laneId, dwellings, countedOn, source }) => ({
        street_id: deed.street.id,
        wave_id: waveId,
        lane_id: laneId,
        dwellings,
        counted_on: countedOn,
        source,
      })),
    )
    .execute()
  await record(deed, { kind: 'insight.survey.framed', plain: { wave: waveId, lanes: rows.length } })
}

export async function savePopulation(deed: Deed, { rows }: BodyOf<typeof desk.savePopulation>): Promise<void> {
  await surveyorPost(deed, 'insight.survey.manage')
  await mustFit(deed, rows)
  await deed.tx
    .insertInto('lane_population')
    .values(
      rows.map(({ laneId, newcomers, locals, countedOn, source }) => ({
        street_id: deed.street.id,
        lane_id: laneId,
        counted_on: countedOn,
        newcomers,
        locals,
        source,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'lane_id', 'counted_on']).doUpdateSet(({ ref }) => ({
        newcomers: ref('excluded.newcomers'),
        locals: ref('excluded.locals'),
        source: ref('excluded.source'),
      })),
    )
    .execute()
  await record(deed, { kind: 'insight.survey.population', plain: { lanes: rows.length } })
}

/** Each lane of this street once, counted on a day that has come. */
async function mustFit(deed: Deed, rows: readonly { readonly laneId: string; readonly countedOn: string }[]): Promise<void> {
  const known = new Set((await lanesOf(deed)).map(({ id }) => id))
  const seen = new Set<string>()
  const faults = rows.flatMap(({ laneId, countedOn }, index) => {
    const code = !known.has(laneId)
      ? 'survey-no-such-lane'
      : seen.has(laneId)
        ? 'survey-lane-twice'
        : countedOn > today(deed)
          ? 'survey-counted-later'
          : undefined
    seen.add(laneId)
    return code === undefined ? [] : [{ path: `rows.${index}`, code }]
  })
  if (faults.length > 0) throw unfit(faults)
}

/**
 * Fixes how many doors each lane gives and makes the secret half of the seed. Both hashes are public before the word is called that makes the other half:
 * whoever calls it cannot know where it leads, and the server cannot change its half any more.
 */
export async function fixFrame(deed: Deed, waveId: string): Promise<{ frameHash: string; secretHash: string }> {
  const wave = await waveForStep(deed, waveId, 'fix')
  const rows = await frameOf(deed, waveId)
  const dwellings = rows.reduce((all, row) => all + row.dwellings, 0)
  if (dwellings === 0) throw refused('survey-no-frame')
  const least = rows.reduce((all, row) => all + Math.min(wave.least_per_lane, row.dwellings), 0)
  if (least > wave.doors) throw refused('survey-too-few-doors', { params: { doors: wave.doors, least } })
  const frame = allotDoors(
    rows.map(({ lane_id, dwellings: count }) => ({ lane: lane_id, dwellings: count })),
    wave.doors,
    wave.least_per_lane,
  )
  for (const { lane, doors } of frame)
    await deed.tx
      .updateTable('survey_frame')
      .set({ drawn: doors })
      .where('street_id', '=', deed.street.id)
      .where('wave_id', '=', waveId)
      .where('lane_id', '=', lane)
      .execute()
  const secret = randomBytes(16).toString('hex')
  const frameHash = hexHash(frameText(frame))
  const secretHash = hexHash(secret)
  await changeWave(deed, waveId, { state: 'fixed', frame_hash: frameHash, secret, secret_hash: secretHash })
  await record(deed, { kind: 'insight.survey.fixed', plain: { wave: waveId, frame: frameHash, secret: secretHash } })
  return { frameHash, secretHash }
}

export const hexHash = (text: string): string => createHash('sha256').update(text).digest('hex')
