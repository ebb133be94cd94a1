import { answerLines, type CaseService, type Day, type Language, type Names } from '@ronghe/forms'
import type { FilingDraft } from './filing-draft.ts'
import { sayPart } from './two-sides.ts'

/** What was written on this device since it last met the server: the answers of a form that was filed without them. */
export function linesChangedHere(
  definition: CaseService,
  draft: FilingDraft,
  today: Day,
  language: Language,
  names: Names,
): readonly { readonly label: string; readonly answer: string; readonly at: string | undefined }[] {
  return answerLines(definition.form, draft.answers, today, language, names).flatMap(({ path, label, answer }) => {
    const part = `answers.${path.split('.')[0]}`
    const before = sayPart(definition, part, draft.base.values[part], language, names)
    const now = sayPart(definition, part, draft.answers[path.split('.')[0]!], language, names)
    return draft.unsaved && now !== '' && now !== before ? [{ label, answer, at: draft.times[part] }] : []
  })
}
