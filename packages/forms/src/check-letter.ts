import type { FormDefinition } from './definition.ts'
import { placeholdersOf } from './letter.ts'
import type { Mistake } from './mistake.ts'
import type { LetterTexts } from './service.ts'

/** A letter may only mention what is asked: each placeholder that nothing fills in, with its place. */
export function checkLetter(letter: LetterTexts, form: FormDefinition, path: string): Mistake[] {
  const known = new Set(placeholdersOf(form))
  return (['to', 'title', 'body'] as const).flatMap((part) =>
    Object.entries(letter[part]).flatMap(([language, text]: [string, string | undefined]) =>
      [...(text ?? '').matchAll(/\{(\w+)\}/g)]
        .filter(([, id]) => !known.has(id ?? ''))
        .map(([, id]): Mistake => ({ path: `${path}.${part}.${language}`, code: 'unknown-placeholder', params: { field: id ?? '' } })),
    ),
  )
}
