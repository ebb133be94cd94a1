import type { Answers } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import { answerLines, type Names } from './describe.ts'
import type { Letter } from './service.ts'
import { inLanguage, type Day, type Language } from './text.ts'

/** A letter ready to print. What has not been answered stays as a line to be filled in by hand. */
export function writeLetter(
  letter: Letter,
  answers: Answers,
  today: Day,
  language: Language,
  names: Names = {},
): { to: string; title: string; body: string } {
  const lines = answerLines(letter.form, answers, today, language, names)
  const given = new Map(lines.map((line) => [line.path, line.answer]))
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, id: string) => (id === 'today' ? today : given.get(id) || '＿＿＿＿＿＿'))
  return {
    to: fill(inLanguage(letter.to, language)),
    title: fill(inLanguage(letter.title, language)),
    body: fill(inLanguage(letter.body, language)),
  }
}

/** What a letter may name: the day, and every question that is asked once. What repeats has no single answer to put there. */
export const placeholdersOf = (form: FormDefinition): string[] => [
  'today',
  ...form.pages.filter((page) => !page.repeat).flatMap((page) => page.fields.filter(({ kind }) => kind !== 'notice').map(({ id }) => id)),
]
