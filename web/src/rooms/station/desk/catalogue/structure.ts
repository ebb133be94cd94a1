import { editAt, valueAt } from './edit-at.ts'

/** A change of structure: what typing is not. Each has one that takes it back. */
export type Step =
  /** `undefined` takes it out. */
  | { readonly kind: 'put'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'insert'; readonly path: string; readonly at: number; readonly item: unknown }
  | { readonly kind: 'remove'; readonly path: string; readonly at: number }
  | { readonly kind: 'move'; readonly path: string; readonly from: number; readonly to: number }

/**
 * Takes a step and says which one leads back. Going back in the order of last in, first out, every path still leads where it led: typing
 * in between changes values but moves nothing.
 */
export function takeStep<T>(whole: T, step: Step): { readonly next: T; readonly back: Step } {
  const { path } = step
  if (step.kind === 'put') return { next: editAt(whole, path, step.value), back: { kind: 'put', path, value: valueAt(whole, path) } }
  const list = (valueAt(whole, path) ?? []) as readonly unknown[]
  switch (step.kind) {
    case 'insert':
      return { next: editAt(whole, path, list.toSpliced(step.at, 0, step.item)), back: { kind: 'remove', path, at: step.at } }
    case 'remove':
      return {
        next: editAt(whole, path, list.toSpliced(step.at, 1)),
        back: { kind: 'insert', path, at: step.at, item: list[step.at] },
      }
    case 'move':
      return {
        next: editAt(whole, path, list.toSpliced(step.from, 1).toSpliced(step.to, 0, list[step.from])),
        back: { kind: 'move', path, from: step.to, to: step.from },
      }
  }
}
