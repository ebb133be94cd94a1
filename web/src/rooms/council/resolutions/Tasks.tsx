import { readEvidence, type Resolution, type ResolutionTask } from '@ronghe/contract/council/resolutions.ts'
import type { ReactNode } from 'react'
import { addressOf } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { EscalationDays } from '../../../shell/EscalationDays.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './resolutions.module.css'
import { resolutionWords } from './words/words.ts'

const levels = { none: 0, owner: 1, supervisor: 2, streetLead: 3 } as const

/** Who does what by when, what came of it, and what shows it. */
export function Tasks({
  resolution,
  actsOf,
}: {
  readonly resolution: Resolution
  /** At the desk: what may be done with a task. */ readonly actsOf?: (task: ResolutionTask) => ReactNode
}) {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.tasks}>
      {resolution.taskList.length === 0 && <p className="muted">{w.noTasks}</p>}
      {resolution.taskList.map((task) => (
        <div key={task.id} className={styles.task}>
          <p>
            <strong>{task.what}</strong>{' '}
            <Tag tone={task.overdue ? 'alert' : task.state === 'refused' ? 'attention' : task.state === 'done' ? 'quiet' : 'going'}>
              {task.overdue ? w.late : w.taskStates[task.state]}
            </Tag>
          </p>
          <Facts
            facts={[
              [w.owner, `${text(task.owner.organ)} · ${text(task.owner.post)}`],
              [w.due, format.wholeDay(task.dueOn)],
              ...(task.caseNumber ? ([[w.caseNumber, task.caseNumber]] as const) : []),
              ...(task.contractNumber ? ([[w.contractNumber, task.contractNumber]] as const) : []),
              ...(task.outcome
                ? ([
                    [
                      w.outcome,
                      <span key="outcome" className={styles.words}>
                        {task.outcome}
                      </span>,
                    ],
                  ] as const)
                : []),
              ...(task.law ? ([[w.law, task.law]] as const) : []),
            ]}
          />
          <Evidence task={task} />
          {task.escalations && <EscalationDays days={task.escalations} told={levels[task.escalated]} />}
          {actsOf?.(task)}
        </div>
      ))}
    </Card>
  )
}

function Evidence({ task }: { readonly task: ResolutionTask }) {
  const w = useWords(resolutionWords)
  const format = useFormat()
  return task.evidence.map((one) => {
    const at = (size: 'full' | 'thumbnail'): string => addressOf(readEvidence, { params: { evidenceId: one.id }, query: { size } })
    return (
      <p key={one.id} className="small">
        <a href={at('full')}>
          {one.picture && <img className={styles.picture} src={at('thumbnail')} alt={one.caption} loading="lazy" />}
          {w.evidenceOf(one.caption)}
        </a>{' '}
        <span className="muted">{format.day(one.addedOn)}</span>
      </p>
    )
  })
}
