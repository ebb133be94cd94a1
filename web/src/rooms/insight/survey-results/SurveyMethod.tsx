import { readSurveyMethod, readSurveyResults } from '@ronghe/contract/insight/survey-results.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { ChooseWave } from './ChooseWave.tsx'
import { Reliability } from './Reliability.tsx'
import { WaveFigures } from './WaveFigures.tsx'
import { WeightCells } from './WeightCells.tsx'
import { surveyResultWords } from './words/words.ts'

/** The desk's view of a wave: how it was weighted, how reliable the scales are, and the figures that everybody sees. */
export function SurveyMethod() {
  const w = useWords(surveyResultWords)
  const [wanted, setWanted] = useState<string>()
  const read = useQuery(reading(readSurveyResults, { query: wanted === undefined ? {} : { waveId: wanted } }))
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} back={{ to: '/insight', label: w.back }} />
      <Shown read={read}>
        {({ waves, result }) =>
          result === null ? (
            <EmptyState title={w.none}>{w.noneText}</EmptyState>
          ) : (
            <>
              <ChooseWave waves={waves} value={result.wave.id} onChange={setWanted} />
              <Method waveId={result.wave.id} />
              <WaveFigures result={result} at="/survey-results" />
            </>
          )
        }
      </Shown>
    </>
  )
}

function Method({ waveId }: { readonly waveId: string }) {
  return (
    <Shown read={useQuery(reading(readSurveyMethod, { params: { waveId } }))}>
      {(method) => (
        <>
          <WeightCells method={method} />
          <Reliability scales={method.scales} />
        </>
      )}
    </Shown>
  )
}
