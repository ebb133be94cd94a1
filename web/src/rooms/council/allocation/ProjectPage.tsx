import { type AllocationProject, listProjects, readProject, withdrawProject } from '@ronghe/contract/council/allocation-projects.ts'
import { readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './allocation.module.css'
import { Appeal } from './Appeal.tsx'
import { Merging } from './Merging.tsx'
import { standingOf, toneOfProject } from './tones.ts'
import { allocationWords } from './words/words.ts'

/** The public page of one project: what, for whom, what it costs and why, and the office's answer. */
export function ProjectPage() {
  const projectId = useParam('projectId')
  const roundId = useParam('roundId')
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readProject, { params: { projectId } }))
  return (
    <Shown read={read}>
      {(project) => (
        <>
          <PageHeader
            title={w.numbered(format.count(project.number), project.title)}
            above={[project.mine && w.mine, project.organ && w.byOrgan(text(project.organ.name))].filter(Boolean).join(' · ') || undefined}
            beside={<Tag tone={toneOfProject(standingOf(project))}>{w.projectStates[standingOf(project)]}</Tag>}
            back={{ to: '/council/allocation/$roundId', params: { roundId } }}
          />
          <ProjectWords project={project} />
          {project.may.includes('appeal') && <Appeal project={project} />}
          {(project.may.includes('merge') || project.merging.length > 0) && <Merging project={project} />}
          {project.may.includes('withdraw') && <Withdraw project={project} />}
        </>
      )}
    </Shown>
  )
}

export function ProjectWords({ project }: { readonly project: AllocationProject }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const round = useQuery(reading(readRound, { params: { roundId: project.roundId } }))
  const isOver = round.data !== undefined && !['call', 'feasibility'].includes(round.data.state)
  return (
    <>
      {project.mergedInto && <Notice>{w.mergedInto(format.count(project.mergedInto.number), project.mergedInto.title)}</Notice>}
      <Card>
        <p>{project.what}</p>
        <Facts
          facts={[
            [w.forWhom, project.forWhom],
            ...(project.place ? ([[w.where, text(project.place)]] as const) : []),
            [w.costNow, format.money(project.cents)],
            ...(project.askedCents === project.cents ? [] : ([[w.asked, format.money(project.askedCents)]] as const)),
          ]}
        />
        {project.costHistory.map(({ cents, reason, on }) => (
          <p key={`${on} ${cents}`} className="muted small">
            {w.costWas(format.money(cents), reason, format.day(on))}
          </p>
        ))}
      </Card>
      <Card title={w.answer} className={styles.gap}>
        {project.answer ? (
          <>
            <p>{project.answer.reason}</p>
            <p className="muted small">
              {project.answer.by ? w.answerBy(text(project.answer.by), format.day(project.answer.on)) : format.day(project.answer.on)}
            </p>
          </>
        ) : (
          <p className="muted">
            {isOver ? w.answerNever : w.answerWaits(round.data ? format.day(round.data.rules.dates.feasibilityUntil) : '')}
          </p>
        )}
        {project.appeal && (
          <Notice title={w.appealTitle}>
            <p>{project.appeal.words}</p>
            {project.appeal.decided && (
              <p>
                <strong>{project.appeal.decided.granted ? w.appealGranted : w.appealDismissed}</strong> {project.appeal.decided.reason}
              </p>
            )}
          </Notice>
        )}
      </Card>
      {project.merged.length > 0 && (
        <Card title={w.mergedFrom} className={styles.gap}>
          {project.merged.map(({ number, title, what }) => (
            <p key={number}>
              <strong>{w.numbered(format.count(number), title)}</strong>
              <span className={styles.why}>{what}</span>
            </p>
          ))}
        </Card>
      )}
      {project.account && (
        <Card title={w.account} className={styles.gap}>
          <p>{project.account.outcome}</p>
          <p className="muted small">
            {w.spent(format.money(project.account.spentCents), format.money(project.cents))} · {format.day(project.account.on)}
          </p>
        </Card>
      )}
    </>
  )
}

function Withdraw({ project }: { readonly project: AllocationProject }) {
  const w = useWords(allocationWords)
  const [sure, setSure] = useState(false)
  const deed = useDeed(withdrawProject, { refreshes: [readProject, listProjects, readRound], onDone: () => toast(w.withdrawDone) })
  return (
    <div className={styles.gap}>
      {deed.error && <RefusalLine error={deed.error} />}
      {sure && <p>{w.withdrawSure}</p>}
      <ButtonRow>
        <Button
          kind={sure ? 'careful' : 'quiet'}
          busy={deed.isPending}
          onPress={() => (sure ? deed.mutate({ params: { projectId: project.id }, body: {} }) : setSure(true))}
        >
          {w.withdraw}
        </Button>
      </ButtonRow>
    </div>
  )
}
