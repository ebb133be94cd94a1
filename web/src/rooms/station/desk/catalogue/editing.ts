import { checkService, formsIn, inLanguage, isRecord, mistakeSentence, type Mistake, type ServiceDefinition } from '@ronghe/forms'
import type { Language, Text } from '@ronghe/contract/values.ts'
import type { Step } from './structure.ts'

/** What every part of the editor works on. */
export interface Editing {
  readonly definition: ServiceDefinition
  readonly change: (path: string, value: unknown) => void
  /** A change of structure; `what` names it where it can be taken back. */
  readonly restructure: (step: Step, what: string) => void
  /** A question's new name, carried into every condition and letter that speaks of it. */
  readonly rename: (from: string, to: string) => void
  /** The mistake that stands at exactly this place, as a sentence. */
  readonly fault: (path: string) => string | undefined
  /** The same for advice, which keeps nothing from being published. */
  readonly advice: (path: string) => string | undefined
  /** How many mistakes stand here or further in, so that what is folded can say so. */
  readonly faultsIn: (path: string) => number
  /** Other services, for links. */
  readonly services: readonly { readonly key: string; readonly name: string }[]
}

export const parts = [
  'basics',
  'who',
  'form',
  'documents',
  'consents',
  'letter',
  'steps',
  'reasons',
  'guide',
  'preview',
  'changes',
  'history',
] as const
export type Part = (typeof parts)[number]

/** In which part of the editor a mistake is put right. */
const partOfFirst: Readonly<Record<string, Part>> = {
  form: 'form',
  questions: 'form',
  letter: 'letter',
  externalParty: 'letter',
  documents: 'documents',
  consents: 'consents',
  eligibility: 'who',
  whoMay: 'who',
  decisionReasons: 'reasons',
  steps: 'steps',
  where: 'steps',
  related: 'steps',
  guide: 'guide',
}
export const partOf = (path: string): Part => partOfFirst[path.split('.')[0] ?? ''] ?? 'basics'

/** What the innermost thing around a place is called: the question, the paper, the rule. Nothing while it has no name yet. */
export function nameAt(definition: ServiceDefinition, path: string): Text | undefined {
  let name: Text | undefined
  let here: unknown = definition
  for (const step of path.split('.')) {
    const inList = Array.isArray(here)
    here = isRecord(here) || Array.isArray(here) ? (here as Readonly<Record<string, unknown>>)[step] : undefined
    if (!inList || !isRecord(here)) continue
    const said = (here['label'] ?? here['title'] ?? here['name'] ?? here['text']) as Text | undefined // texts, in every list of a service
    if (said?.['zh-CN']) name = said
  }
  return name
}

export interface Worded {
  readonly path: string
  readonly sentence: string
  readonly blocks: boolean
}

/** The definition's own mistakes, found while typing; the server looks again before publishing. */
export const mistakesIn = (definition: ServiceDefinition, services: ReadonlySet<string>, language: Language): readonly Worded[] =>
  checkService(definition, services).map((mistake) => ({
    path: mistake.path,
    sentence: mistakeSentence(withQuestion(mistake, definition, language), language),
    blocks: mistake.advice !== true,
  }))

/** A question is spoken of in its own words where it has some; what is not there keeps the name it was looked for under. */
function withQuestion(mistake: Mistake, definition: ServiceDefinition, language: Language): Mistake {
  const id = String(mistake.params?.['field'] ?? '').split('.')[0]
  const pages = formsIn(definition).flatMap(({ form }) => form.pages)
  const page = pages.find((one) => one.id === id || one.fields.some((field) => field.id === id))
  if (!id || !page) return mistake
  const words = inLanguage(page.fields.find((field) => field.id === id)?.label ?? page.title, language)
  return words === '' ? mistake : { ...mistake, params: { ...mistake.params, field: words } }
}
