import {
  finishTicket,
  holdTicket,
  markNoShow,
  recallTicket,
  returnTicket,
  serveTicket,
  type TicketAtDesk,
  type Window,
} from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import type { Finish } from './Finished.tsx'
import { Key } from './Key.tsx'
import { useStep } from './line.ts'
import type { MissedToday } from './missed.ts'
import { TicketFacts } from './TicketFacts.tsx'
import { TransferTicket } from './TransferTicket.tsx'
import { VisitCases } from './VisitCases.tsx'
import { counterWords } from './words/words.ts'

const keys = { serve: 's', finish: 'd', recall: 'r', hold: 'h', transfer: 't', noShow: 'x' } as const
type StepName = keyof typeof keys

/** The number that was called: its steps, what it comes for, and the cases of the visit. */
export function TicketCard({
  ticket,
  window,
  windows,
  missed,
  onFinished,
}: {
  readonly ticket: TicketAtDesk
  readonly window: Window
  readonly windows: readonly Window[]
  readonly missed: MissedToday
  readonly onFinished: (finish: Finish) => void
}) {
  const w = useWords(counterWords)
  const [transferring, setTransferring] = useState(false)
  const steps = useTicketSteps(ticket, missed, onFinished, () => setTransferring(true))
  return (
    <>
      <Card className={styles.called}>
        <p className={styles.label}>{ticket.label}</p>
        <Tag tone={ticket.state === 'serving' ? 'going' : 'attention'}>{w.ticketStates[ticket.state]}</Tag>
        {steps.error && <RefusalLine error={steps.error} />}
        <div className={styles.steps}>
          {(Object.keys(keys) as StepName[]).map((name) => (
            <Step key={name} name={name} ticket={ticket} run={steps.run[name]} busy={steps.busy} />
          ))}
        </div>
        <div className={styles.facts}>
          <TicketFacts ticket={ticket} />
        </div>
      </Card>
      <VisitCases ticket={ticket} />
      {transferring && <TransferTicket ticket={ticket} window={window} windows={windows} onClose={() => setTransferring(false)} />}
    </>
  )
}

function Step({
  name,
  ticket,
  run,
  busy,
}: {
  readonly name: StepName
  readonly ticket: TicketAtDesk
  readonly run: () => void
  readonly busy: boolean
}) {
  const w = useWords(counterWords)
  const may = ticket.may.includes(name)
  useShortcut(keys[name], may ? w[name] : undefined, () => !busy && run())
  if (!may) return null
  return (
    <Button
      kind={name === 'serve' || name === 'finish' ? 'main' : 'quiet'}
      onPress={run}
      busy={busy && (name === 'serve' || name === 'finish')}
    >
      {w[name]}
      <Key name={keys[name].toUpperCase()} />
    </Button>
  )
}

function useTicketSteps(ticket: TicketAtDesk, missed: MissedToday, onFinished: (finish: Finish) => void, transfer: () => void) {
  const w = useWords(counterWords)
  const { label } = ticket
  const params = { ticketId: ticket.id }
  const serve = useStep(serveTicket)
  const recall = useStep(recallTicket, () => toast(w.recalled(label)))
  const finish = useStep(finishTicket, ({ ratingCode }) => onFinished({ label, ratingCode }))
  const back = useStep(returnTicket, () => {
    missed.drop(ticket.id)
    toast(w.backInLine(label))
  })
  const hold = useStep(holdTicket, () => toast(w.held(label), () => back.mutate({ params })))
  const noShow = useStep(markNoShow, () => {
    missed.add({ id: ticket.id, label })
    toast(w.notCome(label), () => back.mutate({ params }))
  })
  const all = [serve, recall, finish, hold, noShow]
  return {
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error,
    run: {
      serve: () => serve.mutate({ params }),
      recall: () => recall.mutate({ params }),
      finish: () => finish.mutate({ params }),
      hold: () => hold.mutate({ params }),
      noShow: () => noShow.mutate({ params }),
      transfer,
    } satisfies Readonly<Record<StepName, () => void>>,
  }
}
