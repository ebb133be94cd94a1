import { readSurveyResults } from '@ronghe/contract/insight/survey-results.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { ChooseWave } from './ChooseWave.tsx'
import { WaveFigures } from './WaveFigures.tsx'
import { surveyResultWords } from './words/words.ts'

/** What the survey says (M31): both groups and the gap, wave by wave; open to everybody. */
export function SurveyResults() {
  const w = useWords(surveyResultWords)
  const group = useGroupName()
  const [wanted, setWanted] = useState<string>()
  const read = useQuery(reading(readSurveyResults, { query: wanted === undefined ? {} : { waveId: wanted } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead(group('newcomer'), group('local'))} back={{ to: '/insight', label: w.back }} />
      <Shown read={read}>
        {({ waves, result }) =>
          result === null ? (
            <EmptyState
              title={w.none}
              next={
                <LinkButton kind="quiet" to="/survey">
                  {w.toSurvey}
                </LinkButton>
              }
            >
              {w.noneText}
            </EmptyState>
          ) : (
            <>
              <ChooseWave waves={waves} value={result.wave.id} onChange={setWanted} />
              <WaveFigures result={result} at="/insight/survey" />
              <p>
                <LinkButton kind="plain" to="/survey">
                  {w.toSurvey}
                </LinkButton>
              </p>
            </>
          )
        }
      </Shown>
    </>
  )
}
