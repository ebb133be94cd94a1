import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import type { AllocationRound } from '@ronghe/contract/council/allocation.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { FindProjects, foundBy, nothingAsked } from './FindProjects.tsx'
import { standingOf, toneOfProject } from './tones.ts'
import { allocationWords } from './words/words.ts'

/** What was proposed, by number; with a search once there are many. */
export function ProjectList({
  projects,
  round,
}: {
  readonly projects: readonly AllocationProject[]
  readonly round: Pick<AllocationRound, 'id' | 'state'>
}) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const [asked, setAsked] = useState(nothingAsked)
  if (projects.length === 0)
    return <p className="muted">{round.state === 'setUp' || round.state === 'rulesFixed' ? w.projectsWait : w.projectsNone}</p>
  const shown = projects.filter(foundBy(asked))
  return (
    <>
      {projects.length > 8 && <FindProjects projects={projects} asked={asked} onChange={setAsked} />}
      {shown.length === 0 && <p className="muted">{w.foundNone}</p>}
      <CardList>
        {shown.map((project) => (
          <CardItem
            key={project.id}
            to="/council/allocation/$roundId/projects/$projectId"
            params={{ roundId: round.id, projectId: project.id }}
            title={w.numbered(format.count(project.number), project.title)}
            second={[format.money(project.cents), project.place && text(project.place), project.mine && w.mine].filter(Boolean).join(' · ')}
            end={<Tag tone={toneOfProject(standingOf(project))}>{w.projectStates[standingOf(project)]}</Tag>}
          />
        ))}
      </CardList>
    </>
  )
}
