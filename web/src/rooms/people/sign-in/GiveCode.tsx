import { askCode, signInWithCode } from '@ronghe/contract/people/sign-in.ts'
import { useEffect, useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput, grouped } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'
import { afterSignedIn, secondsUntilResend, type SignInStep, type StepProps } from './step.ts'

/** Pasted, filled in by the phone or typed: the sixth digit sends it. */
export function GiveCode({ step, next, onSignedIn }: StepProps<SignInStep & { kind: 'code' }>) {
  const w = useWords(signInWords)
  const [code, setCode] = useState('')
  const deed = useDeed(signInWithCode, {
    onDone(reply) {
      const after = afterSignedIn(reply, step.phone, Date.now())
      if (after.in) onSignedIn(after.secondFactor)
      else next(after.step)
    },
  })
  const send = (whole: string): void => {
    if (!deed.isPending) deed.mutate({ body: { phone: step.phone, code: whole } })
  }
  const type = (typed: string): void => {
    setCode(typed)
    if (typed.length === 6 && typed !== code) send(typed)
  }
  return (
    <>
      <PageHeader title={w.codeTitle} lead={w.codeLead(grouped(step.phone), step.minutes)} />
      {step.demoCode !== undefined && (
        <Notice tone="why">
          <p>{w.demoCode(step.demoCode)}</p>
          <Button kind="quiet" onPress={() => type(step.demoCode!)}>
            {w.demoFill}
          </Button>
        </Notice>
      )}
      <Form onSubmit={() => send(code)} busy={deed.isPending} error={deed.error} label={w.codeTitle}>
        <Field label={w.code} name="code" hint={w.codeHint} error={fieldErrorsOf(deed.error)['code']}>
          <CodeInput value={code} onChange={type} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.signIn}
        </Button>
      </Form>
      <Actions>
        <Resend step={step} next={next} />
        <Button kind="plain" onPress={() => next({ kind: 'phone', phone: step.phone })}>
          {w.otherNumber}
        </Button>
      </Actions>
    </>
  )
}

function Resend({ step, next }: Pick<StepProps<SignInStep & { kind: 'code' }>, 'step' | 'next'>) {
  const w = useWords(signInWords)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const deed = useDeed(askCode, { onDone: ({ minutes, demoCode }) => next({ ...step, sentAt: Date.now(), minutes, demoCode }) })
  const seconds = secondsUntilResend(step.sentAt, now)
  if (seconds > 0) return <p className="muted">{w.resendIn(seconds)}</p>
  return (
    <>
      {deed.error && <RefusalLine error={deed.error} />}
      <Button kind="quiet" wide busy={deed.isPending} onPress={() => deed.mutate({ body: { phone: step.phone } })}>
        {w.resend}
      </Button>
    </>
  )
}
