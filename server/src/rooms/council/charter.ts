import { articleKeys, Charter, type ArticleKey, type CharterParameters } from '@ronghe/contract/council/charter.ts'
import { say } from '@ronghe/contract/words.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, type RefusalDetails } from '../../platform/http/problems.ts'

/** A version of the charter with the day it came, or will come, into force. */
export interface CharterVersion {
  readonly id: string
  readonly number: number
  readonly inForceFrom: string
  readonly charter: Charter
}

/** Every adopted version, the newest first. */
export const adoptedVersions = (deed: Pick<Deed, 'tx' | 'street'>, councilId: string): Promise<readonly CharterVersion[]> =>
  standing(deed.tx, `council.charter.${councilId}`, async () => {
    const rows = await deed.tx
      .selectFrom('charter_version')
      .select(['id', 'number', 'in_force_from', 'charter'])
      .where('street_id', '=', deed.street.id)
      .where('council_id', '=', councilId)
      .where('state', '=', 'adopted')
      .orderBy('in_force_from', 'desc')
      .orderBy('number', 'desc')
      .execute()
    return rows.map(({ id, number, in_force_from, charter }) => ({
      id,
      number,
      inForceFrom: in_force_from!,
      charter: Charter.parse(charter),
    }))
  })

/** The charter that holds on a day; a council without one does nothing yet. */
export async function charterInForce(
  deed: Deed,
  councilId: string,
  day: string = dayIn(deed.street.zone, deed.now),
): Promise<CharterVersion> {
  const version = (await adoptedVersions(deed, councilId)).find(({ inForceFrom }) => inForceFrom <= day)
  if (!version) throw notFound('council')
  return version
}

/** The parameters of today's charter: every limit of the council is one of them. */
export const parametersOf = async (deed: Deed, councilId: string): Promise<CharterParameters> =>
  (await charterInForce(deed, councilId)).charter.parameters

/** What a refusal carries so that its reader can look the article up: `throw refused('quorum-lost', await cited(deed, councilId, 'quorum'))`. */
export async function cited(
  deed: Deed,
  councilId: string,
  key: ArticleKey,
  more: Pick<RefusalDetails, 'params' | 'instead'> = {},
): Promise<RefusalDetails> {
  const { charter } = await charterInForce(deed, councilId)
  const title = charter.articles.find((article) => article.key === key)?.title ?? { 'zh-CN': key }
  return {
    ...more,
    article: say(deed.language, 'council-article', { number: articleKeys.indexOf(key) + 1, title: inLanguage(title, deed.language) }),
    articleAt: `/council/${councilId}/charter#${key}`,
  }
}
