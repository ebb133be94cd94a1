import { AuditOutcome, listAudits, listAuditTasks, noteAuditOutcome } from '@ronghe/contract/volunteers/hours.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import { hoursWords } from './words/words.ts'

/** What was drawn, to be asked of the served side. */
export function AuditDesk() {
  const w = useWords(hoursWords)
  return (
    <>
      <PageHeader title={w.auditDeskTitle} lead={w.auditDeskLead} />
      <Shown read={useQuery(reading(listAuditTasks))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.auditDeskEmpty}>{w.auditDeskEmptyText}</EmptyState>
          ) : (
            items.map((task) => <Task key={`${task.month} ${task.name}`} task={task} />)
          )
        }
      </Shown>
    </>
  )
}

function Task({ task }: { readonly task: ReplyOf<typeof listAuditTasks>['items'][number] }) {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const span = useSpan()
  const note = useDeed(noteAuditOutcome, { refreshes: [listAuditTasks, listAudits], onDone: () => toast(w.notedToast) })
  return (
    <Card title={`${text(task.shift.title)} · ${span({ startsAt: task.from, endsAt: task.until })}`}>
      <Facts
        facts={[
          [w.month, format.month(task.month)],
          [w.volunteer, task.volunteer],
          [
            w.ask,
            task.served.length === 0
              ? w.askPlace(text(task.shift.place))
              : format.list(task.served.map(({ name, phone }) => (phone ? `${name} ${phone}` : name))),
          ],
        ]}
      />
      {note.error && <RefusalLine error={note.error} />}
      <ButtonRow>
        {AuditOutcome.options.map((outcome) => (
          <Button
            key={outcome}
            kind={outcome === 'failed' ? 'careful' : 'quiet'}
            busy={note.isPending}
            onPress={() => note.mutate({ params: { month: task.month, name: task.name }, body: { outcome } })}
          >
            {w.outcomes[outcome]}
            <span className="unseen">：{task.volunteer}</span>
          </Button>
        ))}
      </ButtonRow>
    </Card>
  )
}
