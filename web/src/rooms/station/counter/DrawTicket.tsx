import { listQueueAtCounter } from '@ronghe/contract/station/counter.ts'
import { drawTicketAtDesk } from '@ronghe/contract/station/tickets.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useRef, useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import styles from './counter.module.css'
import { ServicePicker } from './ServicePicker.tsx'
import { counterWords } from './words/words.ts'

/** For whoever walks in without a phone, or calls: what for, in which language, and the slip. No name is asked. */
export function DrawTicket({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [drawn, setDrawn] = useState<ReplyOf<typeof drawTicketAtDesk>>()
  const [services, setServices] = useState<readonly string[]>([])
  const [speaks, setSpeaks] = useState('')
  const start = useRef<HTMLDivElement>(null)
  const [channel, setChannel] = useState<'desk' | 'telephone'>('desk')
  const draw = useDeed(drawTicketAtDesk, { refreshes: [listQueueAtCounter], onDone: setDrawn })
  if (drawn)
    return (
      <Dialog title={w.drawn(drawn.ticket.label)} open onClose={onClose}>
        <p className={styles.label}>{drawn.ticket.label}</p>
        <p>{w.drawnAhead(drawn.ticket.ahead)}</p>
        {drawn.code !== null && (
          <p>
            {w.slipCode} <span className={styles.code}>{drawn.code}</span>
          </p>
        )}
        <ButtonRow>
          {drawn.code !== null && (
            <LinkButton icon="print" to="/counter/slip" search={{ label: drawn.ticket.label, code: drawn.code }}>
              {w.printSlip}
            </LinkButton>
          )}
          <Button
            kind="quiet"
            onPress={() => {
              setDrawn(undefined)
              setServices([])
              setSpeaks('')
            }}
          >
            {w.another}
          </Button>
        </ButtonRow>
      </Dialog>
    )
  const faults = fieldErrorsOf(draw.error)
  return (
    <Dialog title={w.drawTitle} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.start}>
        <Form
          busy={draw.isPending}
          error={draw.error}
          onSubmit={() =>
            draw.mutate({ body: { services: [...services], channel, ...(speaks.trim() !== '' && { speaks: speaks.trim() }) } })
          }
        >
          <ServicePicker
            label={w.drawServices}
            hint={w.drawServicesHint}
            name="services"
            error={faults['services']}
            value={services}
            onChange={setServices}
          />
          <Field label={w.drawSpeaks} hint={w.drawSpeaksHint} name="speaks" error={faults['speaks']} optional>
            <TextInput value={speaks} onChange={setSpeaks} maxLength={20} />
          </Field>
          <Choice
            label={w.drawHow}
            name="channel"
            value={channel}
            onChange={setChannel}
            options={(['desk', 'telephone'] as const).map((one) => ({ value: one, label: w.drawHows[one] }))}
          />
          <ButtonRow>
            <Button type="submit" busy={draw.isPending}>
              {w.drawIt}
            </Button>
          </ButtonRow>
        </Form>
      </div>
    </Dialog>
  )
}
