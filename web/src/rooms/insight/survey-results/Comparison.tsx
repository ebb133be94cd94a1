import type { Contrast } from '@ronghe/contract/insight/survey-results.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { chance, size, steps } from './numbers.ts'
import styles from './survey-results.module.css'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

type Told = Extract<Contrast, { kind: 'shown' }>

/** The gap of both groups and what changed since the wave before, first in words, then in numbers. */
export function Comparison({ measure: { gap, changes } }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const name = useGroupName()
  const [newcomers, locals] = [name('newcomer'), name('local')]
  const gapInWords = (told: Told): string =>
    !told.clear
      ? w.gapNone(newcomers, locals)
      : told.value < 0
        ? w.gapLower(newcomers, locals, size(told.value))
        : w.gapHigher(newcomers, locals, size(told.value))
  const changeInWords = (group: string, change: Contrast): string =>
    change.kind === 'notEnough'
      ? w.changeFew(group)
      : !change.clear
        ? w.changeNone(group)
        : change.value > 0
          ? w.changeUp(group, size(change.value))
          : w.changeDown(group, size(change.value))
  return (
    <>
      <h3 className={styles.part}>{w.gapTitle(newcomers, locals)}</h3>
      {gap?.kind === 'shown' ? (
        <>
          <p>{gapInWords(gap)}</p>
          <Exact told={gap} />
        </>
      ) : (
        <p>{w.notEnough}</p>
      )}
      <h3 className={styles.part}>{w.changes}</h3>
      {changes.length === 0 && <p className="muted">{w.firstTime}</p>}
      {changes.map(({ group, change }) => (
        <div key={group}>
          <p>{changeInWords(name(group), change)}</p>
          {change.kind === 'shown' && <Exact told={change} />}
        </div>
      ))}
    </>
  )
}

function Exact({ told: { value, low, high, p, effect } }: { readonly told: Told }) {
  const w = useWords(surveyResultWords)
  return (
    <p className="muted small extra">
      <strong>{w.steps(steps(value))}</strong> · {w.exact(steps(low), steps(high), chance(p), effect === null ? '' : steps(effect))}
    </p>
  )
}
