import { judgedOrgans, surveyScales, type JudgedOrgan, type QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'
import type * as desk from '@ronghe/contract/insight/survey-desk.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../../programme/posts.ts'
import { surveyorPost } from './surveyor.ts'

/** The organs this street runs: what it does not run is not asked about (D10). */
export async function organsAsked(deed: Deed): Promise<readonly JudgedOrgan[]> {
  const modules = await setting(deed, 'modules')
  return judgedOrgans.filter((organ) => organ === 'station' || modules[organ])
}

/** The latest version of each, newest first. */
export async function listQuestionnaires(deed: Deed): Promise<{ questionnaires: desk.Questionnaire[]; organs: JudgedOrgan[] }> {
  const rows = await deed.tx
    .selectFrom('survey_questionnaire')
    .selectAll()
    .distinctOn('id')
    .where('street_id', '=', deed.street.id)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  const questionnaires = rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      title: row.title as Text,
      madeOn: row.made_on,
      content: row.content as QuestionnaireContent,
    }))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return { questionnaires, organs: [...(await organsAsked(deed))] }
}

/** Puts the shipped scales together, in the order they are shipped in: what is asked first colours what is asked next, so the order is not a choice. */
export async function saveQuestionnaire(
  deed: Deed,
  { id: known, title, scales: wanted }: BodyOf<typeof desk.saveQuestionnaire>,
): Promise<{ id: string; version: number }> {
  const post = await surveyorPost(deed, 'insight.survey.manage')
  if (wanted.some((id) => !surveyScales.some((scale) => scale.id === id))) throw unfit([{ path: 'scales', code: 'field-format' }])
  const content = await contentOf(deed, wanted)
  if (content.scales.length === 0) throw unfit([{ path: 'scales', code: 'field-missing' }])
  const id = known ?? deed.id()
  const version = known === undefined ? 1 : (await latestVersion(deed, known)) + 1
  await deed.tx
    .insertInto('survey_questionnaire')
    .values({
      street_id: deed.street.id,
      id,
      version,
      title: JSON.stringify(title) as never,
      content: JSON.stringify(content) as never,
      made_on: today(deed),
      made_by_post: post,
    })
    .execute()
  await record(deed, { kind: 'insight.survey.questionnaire', plain: { questionnaire: id, version } })
  return { id, version }
}

export async function latestVersion(deed: Deed, id: string): Promise<number> {
  const row = await deed.tx
    .selectFrom('survey_questionnaire')
    .select('version')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('questionnaire')
  return row.version
}

async function contentOf(deed: Deed, wanted: readonly string[]): Promise<QuestionnaireContent> {
  const organs = await organsAsked(deed)
  const names = await organNames(deed)
  return {
    scales: surveyScales.flatMap((scale) => {
      if (!wanted.includes(scale.id)) return []
      const items = scale.items
        .filter(({ organ }) => organ === undefined || organs.includes(organ))
        .map((item) => (item.organ && names.has(item.organ) ? { ...item, text: names.get(item.organ)! } : item))
      return items.length > 0 ? [{ ...scale, items }] : []
    }),
  }
}

/** What an organ is called here, where there is one of its kind and it is shown to everybody. */
async function organNames(deed: Deed): Promise<ReadonlyMap<string, Text>> {
  const rows = await deed.tx
    .selectFrom('organ')
    .select(['kind', 'name', 'public'])
    .where('street_id', '=', deed.street.id)
    .where('ended_on', 'is', null)
    .where('kind', 'in', [...judgedOrgans])
    .execute()
  const single = rows.filter((row) => row.public && rows.filter(({ kind }) => kind === row.kind).length === 1)
  return new Map(single.map(({ kind, name }) => [kind, name as Text]))
}
