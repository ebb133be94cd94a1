import { readEvaluation } from '@ronghe/contract/school/ability.ts'
import type { ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Stat, Stats } from '../../../ui/Stat.tsx'
import styles from '../learning.module.css'
import { askingWords } from './words/words.ts'

/** What a class said of its course, for whoever taught it. */
export function EvaluationResult() {
  const w = useWords(askingWords)
  const text = useText()
  const format = useFormat()
  const params = { courseId: useParam('courseId') }
  const value = (figure: ShownFigure): string | null => (figure.kind === 'shown' ? w.outOfFive(figure.value.toFixed(1)) : null)
  return (
    <Shown read={useQuery(reading(readEvaluation, { params }))}>
      {({ title, result, from }) => (
        <>
          <PageHeader
            title={w.evaluationResults}
            above={text(title)}
            lead={w.evaluationLead}
            back={{ to: '/school/courses/$courseId', params }}
          />
          {result === null ? (
            <EmptyState title={w.evaluationNone}>{from && w.evaluationWait(format.wholeDay(from))}</EmptyState>
          ) : (
            <>
              <Card>
                <Stats>
                  <Stat label={w.evaluationAnswers} value={result.answers.kind === 'shown' ? format.count(result.answers.count) : null} />
                  <Stat label={w.content} value={value(result.content)} />
                  <Stat label={w.usefulness} value={value(result.usefulness)} />
                  <Stat label={w.place} value={value(result.place)} />
                </Stats>
              </Card>
              <Card title={w.evaluationWords}>
                {result.words.length === 0 ? (
                  <p className="muted">{w.evaluationNoWords}</p>
                ) : (
                  <CardList>
                    {result.words.map((words) => (
                      <CardItem key={words} title={<span className={styles.said}>{words}</span>} />
                    ))}
                  </CardList>
                )}
              </Card>
            </>
          )}
        </>
      )}
    </Shown>
  )
}
