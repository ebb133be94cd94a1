import { useWords } from '../../../../platform/language/language.tsx'
import { fieldId } from '../../../../ui/Field.tsx'
import styles from './catalogue.module.css'
import { type Part, partOf, type Worded } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** What keeps the draft from being published, each leading to its place; below it, advice. */
export function Mistakes({ mistakes, onPart }: { readonly mistakes: readonly Worded[]; readonly onPart: (part: Part) => void }) {
  const w = useWords(catalogueWords)
  const blocking = mistakes.filter(({ blocks }) => blocks)
  const advice = mistakes.filter(({ blocks }) => !blocks)
  const go = (path: string): void => {
    onPart(partOf(path))
    setTimeout(() => focusPlace(path), 60) // once the part is on the page
  }
  const list = (items: readonly Worded[]) => (
    <ul>
      {items.map(({ path, sentence }) => (
        <li key={`${path} ${sentence}`}>
          <button type="button" className={styles.mistake} onClick={() => go(path)}>
            {w.parts[partOf(path)]}：{sentence}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <div role="status">
      {blocking.length === 0 ? <p>{w.noMistakes}</p> : <p className={styles.fault}>{w.mistakes(blocking.length)}</p>}
      {list(blocking)}
      {advice.length > 0 && (
        <details>
          <summary>{w.advice(advice.length)}</summary>
          {list(advice)}
        </details>
      )}
    </div>
  )
}

/** The place itself, or the nearest one around it; what is folded away is opened first. */
function focusPlace(path: string): void {
  const steps = path.split('.')
  while (steps.length > 0) {
    const place = document.getElementById(fieldId(steps.join('.')))
    if (place) {
      for (let outer: Element | null = place; outer; outer = outer.parentElement) if (outer instanceof HTMLDetailsElement) outer.open = true
      place.scrollIntoView({ block: 'center' })
      ;(place instanceof HTMLDetailsElement ? place.querySelector('summary') : place)?.focus()
      return
    }
    steps.pop()
  }
}
