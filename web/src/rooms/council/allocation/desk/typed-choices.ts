import type { Choice } from '@ronghe/contract/council/allocation-ballots.ts'
import type { BallotForm } from '@ronghe/contract/council/allocation-rules.ts'

/** What stands on a paper, typed by number: `3 7 12`, on a points ballot `3=4 7=6`. Undefined where something makes no sense. */
export function readTyped(text: string, form: BallotForm['form'], idOf: ReadonlyMap<number, string>): readonly Choice[] | undefined {
  const choices: Choice[] = []
  for (const part of text.split(/[\s,，、]+/).filter(Boolean)) {
    const found = /^(\d+)(?:[=＝:：](\d+))?$/.exec(part)
    const projectId = found ? idOf.get(Number(found[1])) : undefined
    const points = found?.[2] === undefined ? undefined : Number(found[2])
    if (!projectId || (points !== undefined) !== (form === 'points') || points === 0) return undefined
    choices.push(points === undefined ? { projectId } : { projectId, points })
  }
  return choices
}

/** The same the other way, to show what was typed. */
export const sayTyped = (choices: readonly Choice[], numberOf: ReadonlyMap<string, number>): string =>
  choices.map(({ projectId, points }) => `${numberOf.get(projectId) ?? '?'}${points === undefined ? '' : `=${points}`}`).join(' ')
