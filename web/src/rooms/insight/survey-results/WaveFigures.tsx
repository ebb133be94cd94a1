import type { WaveResult } from '@ronghe/contract/insight/survey-results.ts'
import type * as z from 'zod/mini'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { AtAGlance } from './AtAGlance.tsx'
import { MeasureCard } from './MeasureCard.tsx'
import { OpenSeries } from './OpenSeries.tsx'
import styles from './survey-results.module.css'
import { WhoAnswered } from './WhoAnswered.tsx'
import { surveyResultWords } from './words/words.ts'

export type Result = z.infer<typeof WaveResult>
export type Measure = Result['measures'][number]

/** A wave from who answered to how it came about; the same on both doors. `at` is where the page of a single scale lies. */
export function WaveFigures({ result, at }: { readonly result: Result; readonly at: string }) {
  const w = useWords(surveyResultWords)
  const text = useText()
  return (
    <>
      <WhoAnswered result={result} />
      <AtAGlance measures={result.measures} title={`${w.atAGlance} · ${text(result.wave.title)}`} />
      <div className={styles.cards}>
        {result.measures.map((measure) => (
          <MeasureCard key={measure.id} measure={measure} waveId={result.wave.id} at={at} />
        ))}
      </div>
      {result.open && <OpenSeries open={result.open} />}
      <Card title={w.how}>
        <ul className={styles.how}>
          {w.howLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}
