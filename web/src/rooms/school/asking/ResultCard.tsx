import type { AbilityResult } from '@ronghe/contract/school/ability.ts'
import type { ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Stat } from '../../../ui/Stat.tsx'
import { askingWords } from './words/words.ts'

const one = (figure: ShownFigure): string => (figure.kind === 'shown' ? figure.value.toFixed(1) : '')
const signed = (figure: ShownFigure): string => (figure.kind === 'shown' ? `${figure.value > 0 ? '+' : ''}${figure.value.toFixed(1)}` : '')

/** How the same people rated themselves at two moments, question by question, with the interval; or the sentence why it is not shown. */
export function ResultCard({ title, result }: { readonly title: string; readonly result: AbilityResult }) {
  const w = useWords(askingWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={title}>
      {result.pairs.kind === 'few' ? (
        <p>{w.resultsFew}</p>
      ) : (
        <>
          <p className="muted small">{w.pairs(format.count(result.pairs.count))}</p>
          {result.questions.map((question) => (
            <Stat
              key={text(question.question)}
              label={text(question.question)}
              value={w.change(one(question.before), one(question.next))}
              interval={w.interval(signed(question.low), signed(question.high))}
            />
          ))}
          <p className="muted small">{w.meaning}</p>
        </>
      )}
    </Card>
  )
}
