import { drawTicket, leaveLine, listMyTickets, type PlaceInLine } from '@ronghe/contract/station/tickets.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { reading, useDeed } from '../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/Toast.tsx'
import { ServicesWanted } from './ServicesWanted.tsx'
import styles from './station.module.css'
import { visitWords } from './words/visit/words.ts'

/** Often enough to be there in time, seldom enough for a cheap data plan; an unchanged answer is empty. */
export const everySoOften = 5_000
const over: readonly string[] = ['done', 'noShow', 'left']

/** My tickets of today; while one waits its place is asked for again and again. */
export function MyTickets() {
  const w = useWords(visitWords)
  const read = useQuery({ ...reading(listMyTickets), refetchInterval: everySoOften })
  return (
    <Shown read={read}>
      {({ items }) => {
        const waiting = items.filter(({ state }) => !over.includes(state))
        return waiting.length > 0 ? (
          waiting.map((ticket) => <PlaceCard key={ticket.id} ticket={ticket} leave={<Leave ticketId={ticket.id} />} />)
        ) : (
          <Card title={w.myTicket}>
            <p className="muted">{w.noTicket}</p>
            <LinkButton wide kind="quiet" to="/visit/ticket">
              {w.draw}
            </LinkButton>
          </Card>
        )
      }}
    </Shown>
  )
}

/** The number large, then where it stands. Changes are read out. */
export function PlaceCard({ ticket, leave }: { readonly ticket: PlaceInLine; readonly leave?: React.ReactNode }) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const called = ticket.state === 'called' || ticket.state === 'serving'
  return (
    <Card title={w.myTicket} className={called ? styles.called : undefined}>
      <p className={styles.number}>{ticket.label}</p>
      <div role="status" aria-live="polite" className={styles.place}>
        <Tag tone={called ? 'attention' : over.includes(ticket.state) ? 'quiet' : 'going'}>{w.ticketState[ticket.state]}</Tag>
        {ticket.window && <strong>{w.goTo(ticket.window.number)}</strong>}
        {ticket.state === 'waiting' && <strong>{w.ahead(ticket.ahead)}</strong>}
      </div>
      {ticket.state === 'waiting' && <p className="muted">{w.windowsOpen(ticket.windowsOpen)}</p>}
      <p className="small muted">
        {[format.list(ticket.services.map(({ name }) => text(name))), w.drawnAt(format.time(ticket.drawnAt))].filter(Boolean).join(' · ')}
      </p>
      {!over.includes(ticket.state) && <p className="small muted extra">{w.refreshes}</p>}
      {ticket.may.includes('leave') && leave}
    </Card>
  )
}

function Leave({ ticketId }: { readonly ticketId: string }) {
  const w = useWords(visitWords)
  const leave = useDeed(leaveLine, { refreshes: [listMyTickets], onDone: () => toast(w.leaveDone) })
  return (
    <ButtonRow>
      {leave.error && <RefusalLine error={leave.error} />}
      <Button kind="plain" busy={leave.isPending} onPress={() => leave.mutate({ params: { ticketId } })}>
        {w.leave}
      </Button>
    </ButtonRow>
  )
}

/** Drawing a ticket for today from home. */
export function DrawTicket() {
  const w = useWords(visitWords)
  const [services, setServices] = useState<readonly string[]>([])
  const [speaks, setSpeaks] = useState('')
  const draw = useDeed(drawTicket, { refreshes: [listMyTickets] })
  if (draw.data)
    return (
      <>
        <PageHeader title={w.drawTitle} back={{ to: '/visit' }} />
        <PlaceCard ticket={draw.data.ticket} />
        {draw.data.code !== null && <Notice>{w.slip(draw.data.code)}</Notice>}
        <LinkButton wide to="/visit">
          {w.toVisit}
        </LinkButton>
      </>
    )
  return (
    <>
      <PageHeader title={w.drawTitle} lead={w.drawLead} back={{ to: '/visit' }} />
      <Form
        onSubmit={() => draw.mutate({ body: { services: [...services], ...(speaks.trim() !== '' && { speaks: speaks.trim() }) } })}
        busy={draw.isPending}
        error={draw.error}
      >
        <ServicesWanted services={services} onChange={setServices} error={undefined} />
        <p className={`muted small ${styles.lastly}`}>{w.notSure}</p>
        <Field label={w.speaks} hint={w.speaksHint} name="speaks" optional>
          <TextInput value={speaks} onChange={setSpeaks} maxLength={20} short />
        </Field>
        <Button type="submit" wide busy={draw.isPending}>
          {w.drawDo}
        </Button>
      </Form>
    </>
  )
}
