import { complainAboutPatrol, readArmband } from '@ronghe/contract/volunteers/patrol.ts'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import styles from './patrol.module.css'
import { patrolWords } from './words/words.ts'

type Whose = Awaited<ReturnType<typeof call<typeof readArmband>>>

/** By the number on the armband, without an account: first whose it is and who reads, then the words. */
export function PatrolComplaint() {
  const w = useWords(patrolWords)
  const text = useText()
  const format = useFormat()
  const [number, setNumber] = useState('')
  const [words, setWords] = useState('')
  const [whose, setWhose] = useState<{ readonly busy: boolean; readonly found?: Whose; readonly error?: unknown }>({ busy: false })
  const complain = useDeed(complainAboutPatrol)
  const look = async (): Promise<void> => {
    if (number.trim() === '') return
    setWhose({ busy: true })
    try {
      setWhose({ busy: false, found: await call(readArmband, { params: { number: number.trim() } }) })
    } catch (error) {
      setWhose({ busy: false, error })
    }
  }
  if (complain.data)
    return (
      <>
        <PageHeader title={w.complainTitle} back={{ to: '/volunteers' }} />
        <Card title={w.codeTitle}>
          <p className={styles.code}>{complain.data.claimCode}</p>
          <p>{w.codeText(format.day(complain.data.answerBy))}</p>
          <LinkButton to="/concerns/code">{w.toCode}</LinkButton>
        </Card>
      </>
    )
  return (
    <>
      <PageHeader title={w.complainTitle} lead={w.complainLead} back={{ to: '/volunteers' }} />
      <Notice tone="attention">{w.dangerNow}</Notice>
      <Card>
        <Form onSubmit={() => void look()} busy={whose.busy} label={w.look}>
          <Field label={w.number} name="number" hint={w.numberHint}>
            <TextInput
              value={number}
              onChange={(next) => {
                setNumber(next)
                setWhose({ busy: false })
              }}
              maxLength={12}
              short
            />
          </Field>
          {!whose.found && (
            <Button type="submit" busy={whose.busy}>
              {w.look}
            </Button>
          )}
        </Form>
        {whose.error !== undefined && <RefusalLine error={whose.error} />}
      </Card>
      {whose.found && (
        <Card>
          <p>{w.readBy(text(whose.found.team), text(whose.found.readBy))}</p>
          <Form
            onSubmit={() => words.trim() !== '' && complain.mutate({ params: { number: number.trim() }, body: { words } })}
            busy={complain.isPending}
            error={complain.error}
            label={w.complainTitle}
          >
            <Field label={w.what} name="words" hint={w.whatHint}>
              <TextArea value={words} onChange={setWords} maxLength={4000} rows={5} />
            </Field>
            <Button type="submit" wide busy={complain.isPending}>
              {w.complain}
            </Button>
          </Form>
        </Card>
      )}
    </>
  )
}
