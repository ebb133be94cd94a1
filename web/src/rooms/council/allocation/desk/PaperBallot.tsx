import { type AllocationProject, listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { allocationWords } from '../words/words.ts'
import { allocationDeskWords } from './words/words.ts'

/** The same ballot on paper, with the same weight: no name on it, a place for the stamp. */
export function PaperBallot() {
  const w = useWords(allocationDeskWords)
  const roundId = useParam('roundId')
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const projects = useQuery(reading(listProjects, { params: { roundId } }))
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.paperBallot} back={{ to: '/council/allocation/$roundId', params: { roundId } }} />
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.ballotPrint}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={round}>
        {(theRound) => (
          <Shown read={projects}>
            {({ items }) => <Sheet round={theRound} projects={items.filter(({ state }) => state === 'feasible')} />}
          </Shown>
        )}
      </Shown>
    </>
  )
}

function Sheet({ round, projects }: { readonly round: AllocationRound; readonly projects: readonly AllocationProject[] }) {
  const w = useWords(allocationDeskWords)
  const page = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const group = useGroupName()
  const [printedAt] = useState(() => new Date().toISOString())
  const { ballot } = round.rules
  const how =
    ballot.form === 'points' ? w.ballotHow.points(format.count(ballot.points)) : w.ballotHow[ballot.form](format.count(ballot.most))
  return (
    <PrintSheet
      title={w.ballotTitle}
      number={text(round.title)}
      address={new URL(`/council/allocation/${round.id}`, location.origin).href}
      printedAt={printedAt}
    >
      <p>
        <strong>{how}</strong> {page.until(format.wholeDay(round.rules.dates.votingUntil))}
      </p>
      <table>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <td aria-hidden="true">{ballot.form === 'approval' ? '☐' : '____'}</td>
              <th scope="row">{page.numbered(format.count(project.number), project.title)}</th>
              <td>{project.place && text(project.place)}</td>
              <td>{format.money(project.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {w.ballotGroup} {(['newcomer', 'local', 'unstated'] as const).map((one) => `☐ ${group(one)}`).join('　')}
      </p>
      <p>{w.ballotFold}</p>
      <p>{w.stamp} ________</p>
    </PrintSheet>
  )
}
