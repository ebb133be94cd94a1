import { type AllocationProject, listObjections, listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../allocation.module.css'
import { OneObjection } from '../Objections.tsx'
import { Returned } from '../Returned.tsx'
import { RoundRules } from '../RoundRules.tsx'
import { standingOf, toneOf, toneOfProject } from '../tones.ts'
import { allocationWords } from '../words/words.ts'
import { type ProjectDeed, ProjectDialog, projectDeeds } from './ProjectDialog.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { allocationDeskWords } from './words/words.ts'

/** One round at the desk: what is to be done next, which projects wait, what was objected. */
export function DeskRound() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readRound, { params: { roundId } }))}>{(round) => <OneRound round={round} />}</Shown>
}

function OneRound({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const page = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const projects = useQuery(reading(listProjects, { params: { roundId: round.id } }))
  const objections = useQuery(reading(listObjections, { params: { roundId: round.id } }))
  const [deed, setDeed] = useState<{ readonly act: ProjectDeed; readonly project: AllocationProject }>()
  const deedsOf = ({ may }: AllocationProject): readonly ProjectDeed[] => projectDeeds.filter((act) => may.includes(act))
  return (
    <>
      <PageHeader
        title={text(round.title)}
        above={page.round(format.count(round.number))}
        beside={<Tag tone={toneOf(round.state)}>{round.counting ? page.counting : page.states[round.state]}</Tag>}
        back={{ to: '/council/allocation', label: w.title }}
        lead={`${page.now[round.state]}${round.until ? page.until(format.day(round.until)) : ''}`}
      />
      <RoundSteps round={round} />
      {round.returned && <Returned round={round} />}
      <Shown read={projects}>
        {({ items }) => (
          <Card title={items.some((one) => deedsOf(one).length > 0) ? w.answersTitle : w.allProjects} className={styles.gap}>
            <Table
              caption={w.allProjects}
              rows={items.toSorted(
                (one, other) => Number(deedsOf(other).length > 0) - Number(deedsOf(one).length > 0) || one.number - other.number,
              )}
              rowKey={({ id }) => id}
              empty={<p className="muted">{w.answersNone}</p>}
              columns={[
                {
                  key: 'project',
                  label: page.columns.project,
                  cell: (project) => (
                    <div>
                      <strong>{page.numbered(format.count(project.number), project.title)}</strong>
                      <p className="small">{project.what}</p>
                      {project.appeal && !project.appeal.decided && (
                        <p className="small">
                          <Tag tone="attention">{page.appealTitle}</Tag> {project.appeal.words}
                        </p>
                      )}
                    </div>
                  ),
                },
                { key: 'where', label: page.where, cell: ({ place }) => (place ? text(place) : '') },
                { key: 'cost', label: page.columns.cost, number: true, cell: ({ cents }) => format.money(cents) },
                {
                  key: 'state',
                  label: w.state,
                  cell: (project) => <Tag tone={toneOfProject(standingOf(project))}>{page.projectStates[standingOf(project)]}</Tag>,
                },
                {
                  key: 'act',
                  label: w.steps,
                  cell: (project) => (
                    <div>
                      {deedsOf(project).map((act) => (
                        <Button key={act} kind="plain" onPress={() => setDeed({ act, project })}>
                          {w[act]}
                        </Button>
                      ))}
                    </div>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Shown>
      {objections.data && objections.data.items.length > 0 && (
        <Card title={page.objectionsTitle} className={styles.gap}>
          {objections.data.items.map((objection) => (
            <OneObjection key={objection.id} objection={objection} />
          ))}
        </Card>
      )}
      <RoundRules round={round} />
      {deed && <ProjectDialog act={deed.act} project={deed.project} round={round} onClose={() => setDeed(undefined)} />}
    </>
  )
}
