import type { QueueLine } from '@ronghe/contract/station/cases-desk.ts'
import type { KeyboardEvent } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { Tag, type Tone } from '../../../../ui/Tag.tsx'
import { deskWords } from '../words/words.ts'
import styles from './queue.module.css'
import type { CaseViewName } from './views.ts'

/** 居住证 · 陈** 剩 1 个工作日 — 手机 · 昨天 19:42 · 缺租房合同。 `x` selects it for a bulk step. */
export function QueueRow({
  line,
  view,
  chosen,
  onToggle,
}: {
  readonly line: QueueLine
  readonly view: CaseViewName
  readonly chosen: boolean
  readonly onToggle?: () => void
}) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'x' || !onToggle) return
    event.preventDefault()
    onToggle()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key is pressed on the link or the box inside
    <div className={styles.row} data-chosen={chosen || undefined} onKeyDown={onKey}>
      {onToggle && (
        <label className={styles.box}>
          <input type="checkbox" checked={chosen} onChange={onToggle} aria-label={w.select(line.number)} />
        </label>
      )}
      <ListRow
        to="/cases/$view/$caseId"
        params={{ view, caseId: line.id }}
        title={`${text(line.service)} · ${line.person}`}
        tags={
          <>
            <DaysTag line={line} />
            {line.escalated > 0 && <Tag tone="alert">{w.isEscalated}</Tag>}
            {line.returned && <Tag tone="attention">{w.isReturned}</Tag>}
          </>
        }
        second={[
          w.channels[line.channel],
          `${format.relative(line.filedAt)} ${format.time(line.filedAt)}`,
          line.line || w.states[line.state],
        ].join(' · ')}
      />
    </div>
  )
}

/** How long there is; red only in what it says, never in colour alone. */
export function DaysTag({ line }: { readonly line: Pick<QueueLine, 'state' | 'daysLeft' | 'outcome' | 'dueOn'> }) {
  const w = useWords(deskWords)
  const format = useFormat()
  if (line.state === 'closed' || line.state === 'rated' || line.state === 'withdrawn') return <Tag tone="quiet">{w.states[line.state]}</Tag>
  if (line.state === 'waitingForResident') return <Tag tone="attention">{w.states.waitingForResident}</Tag>
  if (line.daysLeft === null) return <Tag tone="quiet">{w.clockStands}</Tag>
  return <Tag tone={toneOf(line.daysLeft)}>{format.workingDaysLeft(line.daysLeft)}</Tag>
}

const toneOf = (daysLeft: number): Tone => (daysLeft < 0 ? 'alert' : daysLeft <= 1 ? 'attention' : 'going')
