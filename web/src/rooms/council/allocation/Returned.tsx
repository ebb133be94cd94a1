import { listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import type { AllocationRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { allocationWords } from './words/words.ts'

/** The council's one return with the reason for each project it names. */
export function Returned({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { data } = useQuery(reading(listProjects, { params: { roundId: round.id } }))
  if (!round.returned) return null
  const name = (id: string): string => {
    const project = data?.items.find((one) => one.id === id)
    return project ? w.numbered(format.count(project.number), project.title) : ''
  }
  return (
    <Notice tone="attention" title={w.returnedTitle(format.day(round.returned.on))}>
      <ul>
        {round.returned.grounds.map(({ projectId, ground, reason }) => (
          <li key={projectId}>{w.returnedGround(name(projectId), w.grounds[ground], reason)}</li>
        ))}
      </ul>
    </Notice>
  )
}
