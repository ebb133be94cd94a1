import { type CareRecipientLine, listCareShifts, listRecipients, planVisit } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { careWords } from './words/words.ts'

/** Two adults of a shift go to one recipient. */
export function PlanVisit({ recipient, onDone }: { readonly recipient: CareRecipientLine; readonly onDone: () => void }) {
  const w = useWords(careWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listCareShifts))
  const [shiftId, setShiftId] = useState('')
  const [pair, setPair] = useState<readonly string[]>([])
  const plan = useDeed(planVisit, {
    refreshes: [listRecipients, listCareShifts],
    onDone: () => {
      toast(w.planned)
      onDone()
    },
  })
  return (
    <Card title={w.planFor(recipient.number)}>
      <Shown read={read}>
        {({ items }) => {
          const ahead = items.filter(({ endsAt }) => Date.parse(endsAt) > Date.now())
          const adults = ahead.find(({ id }) => id === shiftId)?.adults
          if (ahead.length === 0)
            return (
              <EmptyState
                title={w.noCareShifts}
                next={
                  <Button kind="quiet" onPress={onDone}>
                    {w.cancel}
                  </Button>
                }
              >
                {w.noCareShiftsText}
              </EmptyState>
            )
          return (
            <Form
              label={w.planFor(recipient.number)}
              busy={plan.isPending}
              error={plan.error}
              onSubmit={() => {
                const [first, second] = pair
                if (first && second) plan.mutate({ body: { recipientId: recipient.id, shiftId, pair: [first, second] } })
              }}
            >
              <Field label={w.shift}>
                <Select
                  value={shiftId}
                  onChange={(next) => {
                    setShiftId(next)
                    setPair([])
                  }}
                  placeholder={ui.chooseOne}
                  options={ahead.map(({ id, title, startsAt, endsAt }) => ({
                    value: id,
                    label: `${text(title)} ${format.moment(startsAt)}–${format.time(endsAt)}`,
                  }))}
                />
              </Field>
              {adults && adults.length < 2 && <p>{w.tooFew}</p>}
              {adults && adults.length >= 2 && (
                <Choices
                  label={w.pair}
                  hint={w.pairHint}
                  value={pair}
                  onChange={(next) => setPair(next.slice(-2))}
                  options={adults.map(({ personId, name }) => ({ value: personId, label: name }))}
                />
              )}
              <ButtonRow>
                <Button type="submit" busy={plan.isPending} disabled={pair.length !== 2}>
                  {w.planSend}
                </Button>
                <Button kind="plain" onPress={onDone}>
                  {w.cancel}
                </Button>
              </ButtonRow>
            </Form>
          )
        }}
      </Shown>
    </Card>
  )
}
