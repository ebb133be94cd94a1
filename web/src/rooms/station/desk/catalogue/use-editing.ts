import type { ServiceDefinition } from '@ronghe/forms'
import { useMemo } from 'react'
import { useLanguage } from '../../../../platform/language/language.tsx'
import type { DraftOf } from '../../../../platform/offline/draft.ts'
import { editAt } from './edit-at.ts'
import { type Editing, mistakesIn, type Worded } from './editing.ts'
import { renameField } from './rename-field.ts'
import { type Step, takeStep } from './structure.ts'

/** A draft as it is worked on: what it says, the saves it knows of, and the way back. */
export interface Working {
  readonly edit: number
  readonly definition: ServiceDefinition
  readonly changed: boolean
  /** The last first. Kept with the draft, so that a slip can be taken back after lunch as well. */
  readonly undo?: readonly Undo[] | undefined
}
export interface Undo {
  readonly what: string
  readonly back: Step
}
const mostUndone = 30

/** What the parts of the editor work on, and the definition's mistakes as they are made. */
export function useEditing(
  local: DraftOf<Working>,
  services: Editing['services'],
): { readonly editing: Editing; readonly mistakes: readonly Worded[]; readonly undo: () => void } {
  const { language } = useLanguage()
  const { definition } = local.value
  const keys = useMemo(() => new Set(services.map(({ key }) => key)), [services])
  const mistakes = useMemo(() => mistakesIn(definition, keys, language), [definition, keys, language])
  const editing: Editing = {
    definition,
    services,
    change: (path, value) => local.change((now) => ({ ...now, definition: editAt(now.definition, path, value), changed: true })),
    restructure: (step, what) =>
      local.change((now) => {
        const { next, back } = takeStep(now.definition, step)
        return { ...now, definition: next, changed: true, undo: [{ what, back }, ...(now.undo ?? [])].slice(0, mostUndone) }
      }),
    rename: (from, to) => local.change((now) => ({ ...now, definition: renameField(now.definition, from, to), changed: true })),
    fault: (path) => mistakes.find((mistake) => mistake.blocks && mistake.path === path)?.sentence,
    advice: (path) => mistakes.find((mistake) => !mistake.blocks && mistake.path === path)?.sentence,
    faultsIn: (path) =>
      mistakes.filter((mistake) => mistake.blocks && (mistake.path === path || mistake.path.startsWith(`${path}.`))).length,
  }
  const undo = (): void =>
    local.change((now) => {
      const [last, ...rest] = now.undo ?? []
      return last ? { ...now, definition: takeStep(now.definition, last.back).next, changed: true, undo: rest } : now
    })
  return { editing, mistakes, undo }
}
