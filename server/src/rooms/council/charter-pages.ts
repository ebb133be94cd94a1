import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { articleKeys, type Charter } from '@ronghe/contract/council/charter.ts'
import type * as pages from '@ronghe/contract/council/charter-pages.ts'
import { compareTexts } from '@ronghe/contract/council/charters/compare.ts'
import { parameterLabels } from '@ronghe/contract/council/charters/parameters.ts'
import { articleNumber, articleText, parametersIn, sayValue, type ParameterValue } from '@ronghe/contract/council/charters/say.ts'
import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { today } from '../programme/posts.ts'
import { charterInForce } from './charter.ts'
import { findDelegate } from './delegates.ts'
import { allVersions, getVersion, type VersionRow } from './charter-versions.ts'

const inBoth = (say: (language: 'zh-CN' | 'en') => string): Text => ({ 'zh-CN': say('zh-CN'), en: say('en') })
const valueInBoth = (value: ParameterValue): Text => inBoth((language) => sayValue(value, language))

/** Every article with its number and its words, the version's numbers in them. */
export const articlesOf = (charter: Charter) =>
  articleKeys.map((key) => ({
    key,
    number: articleNumber(key),
    title: charter.articles.find((article) => article.key === key)?.title ?? { 'zh-CN': key },
    text: inBoth((language) => articleText(charter, key, language)),
  }))

const toLine = (deed: Deed, row: VersionRow, inForce: string) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  inForceFrom: row.in_force_from,
  resolutionId: row.resolution_id,
  madeOn: dayIn(deed.street.zone, row.created_at),
  reason: row.reason,
  inForceNow: row.id === inForce,
})

export async function readCharter(
  deed: Deed,
  councilId: string,
  versionId: string | undefined,
): Promise<ReplyOf<typeof pages.readCharter>> {
  const { id: inForce } = await charterInForce(deed, councilId)
  const row = await getVersion(deed, councilId, versionId ?? inForce)
  const organ = await getOrgan(deed, councilId)
  return {
    council: { id: councilId, name: organ.name },
    version: toLine(deed, row, inForce),
    articles: articlesOf(row.charter),
    charter: row.charter,
    may: (await findDelegate(deed, councilId)) ? ['propose'] : [],
  }
}

export async function listCharterVersions(deed: Deed, councilId: string): Promise<ReplyOf<typeof pages.listCharterVersions>> {
  const { id: inForce } = await charterInForce(deed, councilId)
  return { items: (await allVersions(deed, councilId)).map((row) => toLine(deed, row, inForce)) }
}

export async function compareCharters(
  deed: Deed,
  councilId: string,
  fromId: string,
  toId: string,
): Promise<ReplyOf<typeof pages.compareCharters>> {
  const { id: inForce } = await charterInForce(deed, councilId)
  const [from, to] = [await getVersion(deed, councilId, fromId), await getVersion(deed, councilId, toId)]
  const articles = changedArticles(from.charter, to.charter)
  return {
    from: toLine(deed, from, inForce),
    to: toLine(deed, to, inForce),
    articles,
    unchanged: articleKeys.length - articles.length,
  }
}

/** Only what changed: parameters in words, prose by sentence. */
export function changedArticles(from: Charter, to: Charter): pages.ComparedArticle[] {
  return articleKeys.flatMap((key) => {
    const after = new Map(parametersIn(to.parameters, key))
    const parameters = parametersIn(from.parameters, key)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after.get(name)))
      .map(([name, value]) => ({ label: parameterLabels[name], before: valueInBoth(value), after: valueInBoth(after.get(name)!) }))
    const [old, next] = [from, to].map(({ articles }) => articles.find((article) => article.key === key)!)
    const reworded = JSON.stringify([old!.title, old!.prose]) !== JSON.stringify([next!.title, next!.prose])
    if (parameters.length === 0 && !reworded) return []
    // A number that changed is in the sentence as well: that is where its reader looks for it.
    const lines = (language: 'zh-CN' | 'en') => [...compareTexts(articleText(from, key, language), articleText(to, key, language))]
    return [{ key, number: articleNumber(key), title: next!.title, parameters, prose: { 'zh-CN': lines('zh-CN'), en: lines('en') } }]
  })
}

export async function listFoundable(deed: Deed): Promise<ReplyOf<typeof pages.listFoundable>> {
  const rows = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', 'council')
    .where((organ) => organ.or([organ('ended_on', 'is', null), organ('ended_on', '>=', today(deed))]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('charter_version')
            .select('charter_version.id')
            .whereRef('charter_version.street_id', '=', 'organ.street_id')
            .whereRef('charter_version.council_id', '=', 'organ.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return {
    councils: rows,
    variants: (Object.keys(charterVariants) as (keyof typeof charterVariants)[]).map((variant) => ({
      variant,
      parameters: charterVariants[variant].parameters,
      articles: articlesOf(charterVariants[variant]),
    })),
  }
}

/** Refuses what is no council of this street. */
export async function getCouncil(deed: Deed, councilId: string) {
  const organ = await getOrgan(deed, councilId)
  if (organ.kind !== 'council') throw notFound('council')
  return organ
}
