import { receiveDocuments } from '@ronghe/contract/station/cases-steps.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import type { StepForm } from './StepDialog.tsx'
import { useCaseStep } from './use-case-step.ts'

type How = 'received' | 'seen' | 'not'

/** Papers at the counter: kept, or seen and handed back; with the alternative that was brought. */
export function ReceiveStep({ found, onDone }: StepForm) {
  const w = useWords(deskWords)
  const text = useText()
  const open = found.documents.filter(({ state }) => state !== 'received' && state !== 'seen')
  const [how, setHow] = useState<Readonly<Record<string, How>>>({})
  const [which, setWhich] = useState<Readonly<Record<string, string>>>({})
  const [complete, setComplete] = useState(false)
  const [empty, setEmpty] = useState(false)
  const deed = useCaseStep(receiveDocuments, 'receive', onDone)
  const save = (): void => {
    const documents = open.flatMap(({ need }) => {
      const state = how[need] ?? 'not'
      return state === 'not' ? [] : [{ need, state, ...(which[need] && { alternative: which[need] }) }]
    })
    setEmpty(documents.length === 0 && !complete)
    if (documents.length === 0 && !complete) return
    deed.mutate({ params: { caseId: found.id }, body: { events: found.events, documents, complete } })
  }
  return (
    <Form
      onSubmit={save}
      busy={deed.isPending}
      errors={empty ? { documents: w.receive.nothing } : {}}
      error={deed.error}
      label={w.steps.receive}
    >
      <p id="field-documents" tabIndex={-1}>
        {w.receive.lead}
      </p>
      <div className={styles.papers}>
        {open.map(({ need, name, handedIn, alternatives }) => (
          <div key={need}>
            <Choice<How>
              label={text(name)}
              name={need}
              value={how[need] ?? 'not'}
              onChange={(next) => setHow({ ...how, [need]: next })}
              options={[
                { value: 'not', label: w.receive.notNow },
                ...(handedIn === 'seen' ? [] : [{ value: 'received' as const, label: w.receive.received }]),
                { value: 'seen', label: w.receive.seen },
              ]}
            />
            {alternatives.length > 0 && (how[need] ?? 'not') !== 'not' && (
              <Field label={w.receive.which} name={`${need}-which`} optional>
                <Select
                  value={which[need] ?? ''}
                  placeholder={w.receive.asNamed}
                  onChange={(next) => setWhich({ ...which, [need]: next })}
                  options={alternatives.map((other) => ({ value: other.id, label: text(other.name) }))}
                />
              </Field>
            )}
          </div>
        ))}
      </div>
      {found.state === 'waitingForResident' && <Tick checked={complete} onChange={setComplete} label={w.receive.complete} />}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.receive.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}
