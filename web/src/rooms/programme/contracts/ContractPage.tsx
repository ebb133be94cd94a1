import { readContract } from '@ronghe/contract/programme/contracts.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { ContractSheet } from './ContractSheet.tsx'
import { GiveFeedback } from './GiveFeedback.tsx'
import { toneOf } from './tones.ts'
import { contractWords } from './words/words.ts'

/** One project as everybody may read it, and the question to those who used it. */
export function ContractPage() {
  const w = useWords(contractWords)
  const text = useText()
  const projectId = useParam('projectId')
  return (
    <Shown read={useQuery(reading(readContract, { params: { projectId } }))}>
      {(project) => (
        <>
          <PageHeader
            title={text(project.title)}
            above={w.number(project.number)}
            beside={<Tag tone={toneOf(project.state)}>{w.states[project.state]}</Tag>}
            back={{ to: '/contracts', label: w.title }}
          />
          {project.may.includes('giveFeedback') && <GiveFeedback projectId={project.id} />}
          <ContractSheet project={project} />
        </>
      )}
    </Shown>
  )
}
