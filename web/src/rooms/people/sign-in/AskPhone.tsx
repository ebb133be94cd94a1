import { askCode } from '@ronghe/contract/people/sign-in.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'
import { passkeysPossible, signInByPasskey } from './passkey.ts'
import { afterSignedIn, type StepProps } from './step.ts'

export function AskPhone({ step, next, onSignedIn }: StepProps) {
  const w = useWords(signInWords)
  const ui = useWords(uiWords)
  const { street } = useSession()
  const deed = useDeed(askCode, {
    onDone: ({ minutes, demoCode }) => next({ kind: 'code', phone: step.phone, sentAt: Date.now(), minutes, demoCode }),
  })
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Form onSubmit={() => deed.mutate({ body: { phone: step.phone } })} busy={deed.isPending} error={deed.error} label={w.title}>
        <Field label={w.phone} name="phone" hint={ui.phoneHint} error={fieldErrorsOf(deed.error)['phone']}>
          <PhoneInput value={step.phone} onChange={(phone) => next({ kind: 'phone', phone })} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.sendCode}
        </Button>
      </Form>
      <Actions>
        {passkeysPossible() && <PasskeyButton onSignedIn={onSignedIn} />}
        {street.demo && <DemoLink />}
      </Actions>
      <Notice>{w.noPhone}</Notice>
    </>
  )
}

function PasskeyButton({ onSignedIn }: Pick<StepProps, 'onSignedIn'>) {
  const w = useWords(signInWords)
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown; readonly closed?: boolean }>({ busy: false })
  const press = (): void => {
    setState({ busy: true })
    signInByPasskey().then(
      (reply) => {
        setState({ busy: false, closed: reply === undefined })
        const after = reply && afterSignedIn(reply, '', Date.now())
        if (after?.in) onSignedIn(after.secondFactor)
      },
      (error: unknown) => setState({ busy: false, error }),
    )
  }
  return (
    <>
      <Button kind="quiet" wide busy={state.busy} onPress={press}>
        {w.passkey}
      </Button>
      {state.closed && <p className="muted">{w.passkeyFailed}</p>}
      {state.error !== undefined && <RefusalLine error={state.error} />}
    </>
  )
}

/** The page with the demo's people is at the resident's door. */
function DemoLink() {
  const w = useWords(signInWords)
  const { door, prefix } = placeOf(location.pathname)
  return (
    <LinkButton kind="quiet" wide {...(door === 'resident' ? { to: '/demo' } : { href: `${prefix}/demo` })}>
      {w.demoPeople}
    </LinkButton>
  )
}
