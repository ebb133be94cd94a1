import type { Contrast } from '@ronghe/contract/insight/survey-results.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { useContrastWords } from './contrast-words.ts'
import { chance, steps } from './numbers.ts'
import type { Measure } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** The gap of both groups and what changed since the wave before, first in words, then in numbers. */
export function Comparison({ measure: { gap, changes, asks } }: { readonly measure: Measure }) {
  const w = useWords(surveyResultWords)
  const name = useGroupName()
  const { gapInWords, changeInWords } = useContrastWords()
  return (
    <>
      <Card title={w.gapTitle(name('newcomer'), name('local'))}>
        <p>{asks === 'everyone' ? gapInWords(gap) : w.onlyOne(name(asks))}</p>
        {gap?.kind === 'shown' && <Exact told={gap} />}
      </Card>
      <Card title={w.changes}>
        {changes.length === 0 && <p className="muted">{w.firstTime}</p>}
        {changes.map(({ group, change }) => (
          <div key={group}>
            <p>{changeInWords(name(group), change)}</p>
            {change.kind === 'shown' && <Exact told={change} />}
          </div>
        ))}
      </Card>
    </>
  )
}

function Exact({ told: { value, low, high, p, effect } }: { readonly told: Extract<Contrast, { kind: 'shown' }> }) {
  const w = useWords(surveyResultWords)
  return (
    <p className="muted small">
      <strong>{w.steps(steps(value))}</strong> · {w.exact(steps(low), steps(high), chance(p), effect === null ? '' : steps(effect))}
    </p>
  )
}
