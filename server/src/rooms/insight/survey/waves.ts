import type * as desk from '@ronghe/contract/insight/survey-desk.ts'
import type { QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'
import type { WaveState } from '@ronghe/contract/insight/survey.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { createRoundKey, hasRoundKey } from '../../../platform/privacy/round-keys.ts'
import { today } from '../../programme/posts.ts'
import { latestVersion } from './questionnaires.ts'
import { surveyorPost } from './surveyor.ts'
import { stepsOf, type Step } from './wave-lifecycle.ts'

export type WaveRow = Selectable<Tables['survey_wave']> & { readonly questionnaire_title: Text; readonly content: QuestionnaireContent }

/** A wave and the version of the questionnaire that it asks. */
const waves = (deed: Deed) =>
  deed.tx
    .selectFrom('survey_wave as w')
    .innerJoin('survey_questionnaire as q', (join) =>
      join
        .onRef('q.street_id', '=', 'w.street_id')
        .onRef('q.id', '=', 'w.questionnaire_id')
        .onRef('q.version', '=', 'w.questionnaire_version'),
    )
    .selectAll('w')
    .select(['q.title as questionnaire_title', 'q.content'])
    .where('w.street_id', '=', deed.street.id)

const typed = (row: object): WaveRow => row as WaveRow // title and content are what this room put into the two jsonb columns

export async function listWaveRows(deed: Deed): Promise<readonly WaveRow[]> {
  return (await waves(deed).orderBy('w.opens_on', 'desc').orderBy('w.id', 'desc').execute()).map(typed)
}

export async function getWave(deed: Deed, waveId: string): Promise<WaveRow> {
  const row = await waves(deed).where('w.id', '=', waveId).executeTakeFirst()
  if (!row) throw notFound('survey-wave')
  return typed(row)
}

/** For a change: the row is held until the deed is done, so that two steps at once come one after the other. */
export async function waveForStep(deed: Deed, waveId: string, step: Step): Promise<WaveRow> {
  await surveyorPost(deed, 'insight.survey.manage')
  await deed.tx
    .selectFrom('survey_wave')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', waveId)
    .forUpdate()
    .execute()
  const wave = await getWave(deed, waveId)
  if (!mayOf(deed, wave).includes(step)) throw refused('survey-not-now')
  return wave
}

const mayOf = (deed: Deed, wave: WaveRow): readonly Step[] =>
  stepsOf({ state: stateOf(wave), reminded: wave.reminded, opensOn: wave.opens_on, closesOn: wave.closes_on }, today(deed))

export const stateOf = ({ state }: Pick<WaveRow, 'state'>): WaveState => state as WaveState

export const changeWave = (deed: Deed, waveId: string, fields: Partial<Selectable<Tables['survey_wave']>>) =>
  deed.tx
    .updateTable('survey_wave')
    .set(fields as never)
    .where('street_id', '=', deed.street.id)
    .where('id', '=', waveId)
    .execute()

export async function planWave(deed: Deed, planned: BodyOf<typeof desk.planWave>): Promise<{ id: string }> {
  const post = await surveyorPost(deed, 'insight.survey.manage')
  if (planned.closesOn < planned.opensOn) throw unfit([{ path: 'closesOn', code: 'survey-days-turned' }])
  if (planned.closesOn < today(deed)) throw unfit([{ path: 'closesOn', code: 'day-is-past' }])
  const version = await latestVersion(deed, planned.questionnaireId)
  const id = deed.id()
  await deed.tx
    .insertInto('survey_wave')
    .values({
      street_id: deed.street.id,
      id,
      title: JSON.stringify(planned.title) as never,
      questionnaire_id: planned.questionnaireId,
      questionnaire_version: version,
      state: 'planned',
      doors: planned.doors,
      least_per_lane: planned.leastPerLane,
      open_link: planned.openLink,
      opens_on: planned.opensOn,
      closes_on: planned.closesOn,
      made_by_post: post,
    })
    .execute()
  // The key of the box is on the disk before the wave can be committed; one left over by a deed that failed opens nothing.
  if (!hasRoundKey(deed, id)) createRoundKey(deed, id)
  await record(deed, { kind: 'insight.survey.planned', plain: { wave: id, doors: planned.doors } })
  return { id }
}

export async function openWave(deed: Deed, waveId: string): Promise<desk.DeskWave> {
  const wave = await waveForStep(deed, waveId, 'open')
  await changeWave(deed, wave.id, { state: 'open' })
  await record(deed, { kind: 'insight.survey.opened', plain: { wave: waveId } })
  return toDeskWave(deed, await getWave(deed, waveId))
}

export const toDeskWave = (deed: Deed, wave: WaveRow): desk.DeskWave => ({
  id: wave.id,
  title: wave.title as Text,
  state: stateOf(wave),
  questionnaire: { id: wave.questionnaire_id, version: wave.questionnaire_version, title: wave.questionnaire_title },
  doors: wave.doors,
  leastPerLane: wave.least_per_lane,
  openLink: wave.open_link,
  opensOn: wave.opens_on,
  closesOn: wave.closes_on,
  drawnOn: wave.drawn_on,
  closedOn: wave.closed_on,
  reminded: wave.reminded,
  may: [...mayOf(deed, wave)],
})
