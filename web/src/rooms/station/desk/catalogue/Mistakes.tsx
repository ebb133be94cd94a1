import type { ServiceDefinition } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import styles from './catalogue.module.css'
import { nameAt, type Part, partOf, type Worded } from './editing.ts'
import { focusPlace } from './focus-place.ts'
import { catalogueWords } from './words/words.ts'

/** More than these would cover what is being edited. */
const shownAtOnce = 3

/** What keeps the draft from being published, each leading to its place; below it, advice. */
export function Mistakes({
  definition,
  mistakes,
  onPart,
}: {
  readonly definition: ServiceDefinition
  readonly mistakes: readonly Worded[]
  readonly onPart: (part: Part) => void
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  const blocking = mistakes.filter(({ blocks }) => blocks)
  const advice = mistakes.filter(({ blocks }) => !blocks)
  const go = (path: string): void => {
    onPart(partOf(path))
    focusPlace(path)
  }
  const where = (path: string): string => {
    const name = nameAt(definition, path)
    return name ? w.inPart(w.parts[partOf(path)], text(name)) : w.parts[partOf(path)]
  }
  const list = (items: readonly Worded[]) => (
    <ul>
      {items.map(({ path, sentence }) => (
        <li key={`${path} ${sentence}`}>
          <button type="button" className={styles.mistake} onClick={() => go(path)}>
            {where(path)}
            {w.colon}
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <div role="status">
      {blocking.length === 0 && <p>{w.noMistakes}</p>}
      {blocking.length > 0 && blocking.length <= shownAtOnce && (
        <>
          <p className={styles.fault}>{w.mistakes(blocking.length)}</p>
          {list(blocking)}
        </>
      )}
      {blocking.length > shownAtOnce && (
        <details>
          <summary className={styles.fault}>{w.mistakes(blocking.length)}</summary>
          {list(blocking)}
        </details>
      )}
      {advice.length > 0 && (
        <details>
          <summary>{w.advice(advice.length)}</summary>
          {list(advice)}
        </details>
      )}
    </div>
  )
}
