import { answerLines, type AnswerLine, type CaseService, type Names } from '@ronghe/forms'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { placeNames } from '../programme/places.ts'
import { answersOf, type CaseRow } from './case-records.ts'

/** What was answered, question by question in the reader's language; places by their names, ID numbers masked. */
export async function describeAnswers(deed: Deed, row: CaseRow, definition: CaseService): Promise<AnswerLine[]> {
  const names = await namesIn(deed, deed.language)
  return answerLines(definition.form, answersOf(deed, row), dayIn(deed.street.zone, row.filed_at), deed.language, names)
}

/** The places that answers hold as ids, by their names. */
export async function namesIn(deed: Deed, language: Language): Promise<Names> {
  const { communities, lanes } = await placeNames(deed)
  return Object.fromEntries([
    ...[...communities].map(([id, name]) => [id, inLanguage(name, language)]),
    ...[...lanes].map(([id, { name }]) => [id, inLanguage(name, language)]),
  ])
}
