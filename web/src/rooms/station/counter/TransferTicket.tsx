import { transferTicket, type TicketAtDesk, type Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useStep } from './line.ts'
import { counterWords } from './words/words.ts'

/** On to another window without a new number. Open ones come first; a closed one calls when it opens. */
export function TransferTicket({
  ticket,
  window,
  windows,
  onClose,
}: {
  readonly ticket: TicketAtDesk
  readonly window: Window
  readonly windows: readonly Window[]
  readonly onClose: () => void
}) {
  const w = useWords(counterWords)
  const text = useText()
  const others = windows.filter(({ id }) => id !== window.id).toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)
  const [to, setTo] = useState(others[0]?.id)
  const transfer = useStep(transferTicket, () => {
    toast(w.transferred(ticket.label, others.find(({ id }) => id === to)?.number ?? 0))
    onClose()
  })
  return (
    <Dialog title={`${w.transfer} · ${ticket.label}`} open onClose={onClose}>
      {others.length === 0 ? (
        <p>{w.noOtherWindow}</p>
      ) : (
        <Form
          busy={transfer.isPending}
          error={transfer.error}
          onSubmit={() => to !== undefined && transfer.mutate({ params: { ticketId: ticket.id }, body: { window: to } })}
        >
          <Choice
            label={w.transferTo}
            hint={w.transferHint}
            name="window"
            value={to}
            onChange={setTo}
            options={others.map((one) => ({ value: one.id, label: text(one.name), hint: w.states[one.state] }))}
          />
          <ButtonRow>
            <Button type="submit" busy={transfer.isPending}>
              {w.transfer}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Dialog>
  )
}

const rank = ({ state }: Window): number => (state === 'open' ? 0 : 1)
