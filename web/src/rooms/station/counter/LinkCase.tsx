import { linkTicketCase, type TicketAtDesk } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { listQueue } from '../desk/queue/views.ts'
import { useStep } from './line.ts'
import { counterWords } from './words/words.ts'

/** The person came about a case that exists already: found by its number, noted on the visit. */
export function LinkCase({ ticket, onClose }: { readonly ticket: TicketAtDesk; readonly onClose: () => void }) {
  const w = useWords(counterWords)
  const [number, setNumber] = useState('')
  const [looking, setLooking] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [lost, setLost] = useState<unknown>()
  const link = useStep(linkTicketCase)
  const save = async (): Promise<void> => {
    setLooking(true)
    setLost(undefined)
    setErrors({})
    try {
      const { items } = await call(listQueue, { query: { view: 'all', number: number.trim(), limit: 2 } })
      const [found] = items
      if (!found || items.length > 1 || number.trim() === '') setErrors({ number: w.caseNotFound })
      else {
        await link.mutateAsync({ params: { ticketId: ticket.id }, body: { case: found.id } })
        toast(w.linked(found.number))
        onClose()
      }
    } catch (error) {
      setLost(error)
    }
    setLooking(false)
  }
  return (
    <Dialog title={`${w.linkCase} · ${ticket.label}`} open onClose={onClose}>
      <Form onSubmit={() => void save()} busy={looking} errors={errors} error={lost}>
        <Field label={w.caseNumber} name="number" hint={w.caseNumberHint} error={errors['number']}>
          <TextInput value={number} onChange={setNumber} maxLength={20} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={looking}>
            {w.linkIt}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
