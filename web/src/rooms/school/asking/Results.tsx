import { readAbilityResults, readModuleResults } from '@ronghe/contract/school/ability.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { ResultCard } from './ResultCard.tsx'
import { askingWords } from './words/words.ts'

/** What changed for the class of one course. */
export function Results() {
  const w = useWords(askingWords)
  const text = useText()
  const format = useFormat()
  const params = { courseId: useParam('courseId') }
  return (
    <Shown read={useQuery(reading(readAbilityResults, { params }))}>
      {({ title, after, later, afterFrom, laterFrom }) => (
        <>
          <PageHeader title={w.results} above={text(title)} lead={w.resultsLead} back={{ to: '/school/courses/$courseId', params }} />
          {[
            { label: w.resultsAfter, result: after, from: afterFrom },
            { label: w.resultsLater, result: later, from: laterFrom },
          ].map(({ label, result, from }) =>
            result ? (
              <ResultCard key={label} title={label} result={result} />
            ) : (
              <Card key={label} title={label}>
                <p>{from ? w.resultsFrom(format.wholeDay(from)) : w.noWindows}</p>
              </Card>
            ),
          )}
        </>
      )}
    </Shown>
  )
}

/** The same by module, over all courses counted so far. */
export function ModuleResults() {
  const w = useWords(askingWords)
  return (
    <>
      <PageHeader title={w.modulesTitle} lead={w.modulesLead} back={{ to: '/school' }} />
      <Shown read={useQuery(reading(readModuleResults))}>
        {({ modules }) => {
          const told = modules.flatMap(({ module, after, later }) => [
            ...(after.pairs.kind === 'shown'
              ? [{ key: `${module} after`, title: `${w.module[module]} · ${w.resultsAfter}`, result: after }]
              : []),
            ...(later.pairs.kind === 'shown'
              ? [{ key: `${module} later`, title: `${w.module[module]} · ${w.resultsLater}`, result: later }]
              : []),
          ])
          return told.length === 0 ? (
            <EmptyState title={w.modulesNone} />
          ) : (
            told.map(({ key, title, result }) => <ResultCard key={key} title={title} result={result} />)
          )
        }}
      </Shown>
    </>
  )
}
