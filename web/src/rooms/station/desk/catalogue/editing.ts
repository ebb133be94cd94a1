import { checkService, formOf, mistakeSentence, type FormDefinition, type Mistake, type ServiceDefinition } from '@ronghe/forms'
import type { Language } from '@ronghe/contract/values.ts'

/** What every part of the editor works on. */
export interface Editing {
  readonly definition: ServiceDefinition
  readonly change: (path: string, value: unknown) => void
  /** The mistake that stands at exactly this place, as a sentence. */
  readonly fault: (path: string) => string | undefined
  /** Other services, for links. */
  readonly services: readonly { readonly key: string; readonly name: string }[]
}

export const parts = ['basics', 'who', 'documents', 'form', 'reasons', 'guide', 'preview', 'changes', 'history'] as const
export type Part = (typeof parts)[number]

/** In which part of the editor a mistake is put right. */
export function partOf(path: string): Part {
  const [first] = path.split('.')
  if (first === 'form' || first === 'questions' || first === 'letter') return 'form'
  if (first === 'documents' || first === 'consents') return 'documents'
  if (first === 'eligibility' || first === 'whoMay') return 'who'
  if (first === 'decisionReasons') return 'reasons'
  return first === 'guide' ? 'guide' : 'basics'
}

/** Where the form of a service lies. */
export const formPath = (definition: ServiceDefinition): string =>
  definition.mode === 'case' ? 'form' : definition.questions || !definition.letter ? 'questions' : 'letter.form'

export const formIn = (definition: ServiceDefinition): FormDefinition | undefined => formOf(definition)

export interface Worded {
  readonly path: string
  readonly sentence: string
  readonly blocks: boolean
}

/** The definition's own mistakes, found while typing; the server looks again before publishing. */
export const mistakesIn = (definition: ServiceDefinition, services: ReadonlySet<string>, language: Language): readonly Worded[] =>
  checkService(definition, services).map((mistake: Mistake) => ({
    path: mistake.path,
    sentence: mistakeSentence(mistake, language),
    blocks: mistake.advice !== true,
  }))
