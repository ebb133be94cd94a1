import { listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import styles from './allocation.module.css'
import { ProjectList } from './ProjectList.tsx'
import { Returned } from './Returned.tsx'
import { RoundRules } from './RoundRules.tsx'
import { toneOf } from './tones.ts'
import { allocationWords } from './words/words.ts'

/** One round: what goes on now and what one can do, the projects, the rules, how it came about. */
export function RoundPage() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readRound, { params: { roundId } }))}>{(round) => <OneRound round={round} />}</Shown>
}

function OneRound({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listProjects, { params: { roundId: round.id } }))
  const state = round.counting ? w.counting : round.closed && round.state === 'voting' ? w.closed : w.states[round.state]
  return (
    <>
      <PageHeader
        title={text(round.title)}
        above={w.round(format.count(round.number))}
        beside={<Tag tone={toneOf(round.state)}>{state}</Tag>}
        back={{ to: '/council/allocation', label: w.title }}
        lead={`${w.now[round.state]}${round.until ? w.until(format.day(round.until)) : ''}`}
      />
      <NextSteps round={round} />
      {round.returned && <Returned round={round} />}
      {round.evaluation && <Notice title={w.states.evaluated}>{round.evaluation}</Notice>}
      <Card title={w.projects}>
        <Shown read={read}>{({ items }) => <ProjectList projects={items} round={round} />}</Shown>
      </Card>
      <RoundRules round={round} />
      <Card title={w.course} className={styles.gap}>
        <Timeline
          steps={round.history.map(({ state: step, on }, place) => ({
            key: `${step} ${place}`,
            title: w.states[step],
            when: format.day(on),
            state: place === round.history.length - 1 && step !== 'evaluated' ? 'now' : 'done',
          }))}
        />
      </Card>
    </>
  )
}

function NextSteps({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationWords)
  const to = (page: string) => ({ to: `/council/allocation/$roundId/${page}`, params: { roundId: round.id } })
  const counted = !['setUp', 'rulesFixed', 'call', 'feasibility', 'voting'].includes(round.state)
  return (
    <div className={styles.actions}>
      {round.state === 'call' && <LinkButton {...to('propose')}>{w.propose}</LinkButton>}
      {round.state === 'voting' && !round.closed && <LinkButton {...to('vote')}>{w.vote}</LinkButton>}
      {counted && (
        <>
          <LinkButton {...to('result')}>{w.result}</LinkButton>
          <LinkButton kind="quiet" {...to('my-vote')}>
            {w.myVote}
          </LinkButton>
        </>
      )}
      {round.resolutionId && (
        <LinkButton kind="quiet" to={`/council/resolutions/${round.resolutionId}`}>
          {w.resolution}
        </LinkButton>
      )}
    </div>
  )
}
