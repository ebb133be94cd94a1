import { askForFamily, askForVisits, readMyWish } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { emptyWish, missingIn, WishFields, type WishValue } from './WishFields.tsx'
import styles from './care.module.css'
import { careWords } from './words/words.ts'

/** For oneself: where, how often, and the consent of its own, unticked. */
export function AskForVisits() {
  const w = useWords(careWords)
  const text = useText()
  const [value, setValue] = useState<WishValue>(emptyWish)
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const read = useQuery(reading(readMyWish))
  const done = useDone()
  const ask = useDeed(askForVisits, { refreshes: [readMyWish], onDone: done })
  const missing = { ...missingIn(value, false, w), ...(agreed ? {} : { consent: w.missing.consent }) }
  const errors = { ...fieldErrorsOf(ask.error), ...(tried ? missing : {}) }
  return (
    <>
      <PageHeader title={w.askTitle} back={{ to: '/volunteers/care', label: w.back }} />
      <Shown read={read}>
        {({ consent }) => (
          <Form
            label={w.askTitle}
            busy={ask.isPending}
            error={ask.error}
            errors={errors}
            onSubmit={() => {
              setTried(true)
              if (Object.keys(missing).length > 0) return
              const { address, communityId, rhythm } = value
              ask.mutate({ body: { address, communityId, rhythm, consentVersion: consent.version } })
            }}
          >
            <Card>
              <WishFields value={value} onChange={setValue} family={false} errors={errors} />
            </Card>
            <Card title={w.consentTitle}>
              <div className={styles.ask}>
                <p className={styles.consent}>{text(consent.text)}</p>
                <Tick label={w.consent} checked={agreed} onChange={setAgreed} />
              </div>
              {errors['consent'] && <p role="alert">{errors['consent']}</p>}
            </Card>
            <Button type="submit" wide busy={ask.isPending}>
              {w.send}
            </Button>
          </Form>
        )}
      </Shown>
    </>
  )
}

/** For the family: nothing begins before they themselves signed. */
export function AskForFamily() {
  const w = useWords(careWords)
  const [value, setValue] = useState<WishValue>(emptyWish)
  const [tried, setTried] = useState(false)
  const done = useDone()
  const ask = useDeed(askForFamily, { refreshes: [readMyWish], onDone: done })
  const missing = missingIn(value, true, w)
  const errors = { ...fieldErrorsOf(ask.error), ...(tried ? missing : {}) }
  return (
    <>
      <PageHeader title={w.familyTitle} lead={w.familyLead} back={{ to: '/volunteers/care', label: w.back }} />
      <Form
        label={w.familyTitle}
        busy={ask.isPending}
        error={ask.error}
        errors={errors}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(missing).length === 0) ask.mutate({ body: value })
        }}
      >
        <Card>
          <WishFields value={value} onChange={setValue} family errors={errors} />
        </Card>
        <Button type="submit" wide busy={ask.isPending}>
          {w.sendFamily}
        </Button>
      </Form>
    </>
  )
}

function useDone(): () => void {
  const w = useWords(careWords)
  const navigate = useNavigate()
  return () => {
    toast(w.sent)
    void navigate({ to: '/volunteers/care' as never })
  }
}
