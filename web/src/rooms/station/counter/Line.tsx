import { returnTicket, type TicketAtDesk, type Window } from '@ronghe/contract/station/counter.ts'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { useLine, useStep } from './line.ts'
import type { MissedToday } from './missed.ts'
import { counterWords } from './words/words.ts'

/** Everybody who waits, in the order they will be called, without names; then who fetches a paper, and who is at other windows. */
export function Line({ window, missed }: { readonly window: Window | undefined; readonly missed: MissedToday }) {
  const w = useWords(counterWords)
  const [all, setAll] = useState(false)
  const line = useLine(all ? undefined : window?.id)
  const back = useStep(returnTicket, (ticket) => {
    missed.drop(ticket.id)
    toast(w.backInLine(ticket.label))
  })
  const putBack = (ticketId: string): void => back.mutate({ params: { ticketId } })
  return (
    <div>
      <Card title={line.data ? `${w.line} · ${w.waitingCount(line.data.waiting)}` : w.line}>
        <Shown read={line}>
          {({ items }) => {
            const waiting = items.filter(({ state }) => state === 'waiting')
            return waiting.length === 0 ? (
              <>
                <p>{w.lineEmpty}</p>
                <p className="muted small">{w.lineEmptyNext}</p>
              </>
            ) : (
              <ol className={styles.waiting}>
                {waiting.map((ticket) => (
                  <Waiting key={ticket.id} ticket={ticket} />
                ))}
              </ol>
            )
          }}
        </Shown>
        {window && (
          <Button kind="plain" onPress={() => setAll(!all)}>
            {all ? w.onlyMine : w.everybody}
          </Button>
        )}
      </Card>
      {back.error && <RefusalLine error={back.error} />}
      <Group title={w.heldOnes} tickets={line.data?.items.filter(({ state }) => state === 'held') ?? []}>
        {(ticket) =>
          ticket.may.includes('return') && (
            <Button kind="quiet" onPress={() => putBack(ticket.id)}>
              {w.return}
            </Button>
          )
        }
      </Group>
      <Group
        title={w.atOthers}
        tickets={
          line.data?.items.filter((one) => (one.state === 'called' || one.state === 'serving') && one.window !== window?.number) ?? []
        }
      >
        {(ticket) => (
          <span>
            {ticket.window !== null && w.windowNumber(ticket.window)} <Tag tone="quiet">{w.ticketStates[ticket.state]}</Tag>
          </span>
        )}
      </Group>
      {missed.items.length > 0 && (
        <Card title={w.missed}>
          <ul>
            {missed.items.map(({ id, label }) => (
              <li key={id}>
                <Button kind="plain" onPress={() => putBack(id)}>
                  {w.putBack(label)}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

function Waiting({ ticket }: { readonly ticket: TicketAtDesk }) {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  return (
    <li>
      <span className={styles.number}>{ticket.label}</span>
      <span>{ticket.services.length === 0 ? w.unsaid : format.list(ticket.services.map(({ name }) => text(name)))}</span>
      <span className="muted small">{w.minutes(ticket.waitedMinutes)}</span>
      <span className={`${styles.wide} muted small`}>
        {[
          ticket.appointmentAt === null ? w.channels[ticket.channel] : w.appointmentAt(format.time(ticket.appointmentAt)),
          ticket.speaks,
          ticket.window !== null && w.toWindow(ticket.window),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

function Group({
  title,
  tickets,
  children,
}: {
  readonly title: string
  readonly tickets: readonly TicketAtDesk[]
  readonly children: (ticket: TicketAtDesk) => ReactNode
}) {
  if (tickets.length === 0) return null
  return (
    <Card title={title}>
      <ul className={styles.waiting}>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <span className={styles.number}>{ticket.label}</span>
            <span className={styles.wide}>{children(ticket)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
