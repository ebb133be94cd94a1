import { demoSecondFactor, giveSecondFactor, readSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { CodeInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Actions } from '../Actions.tsx'
import styles from '../people.module.css'
import { signInWords } from '../words/sign-in/words.ts'
import { useArrival } from './arrival.ts'
import { EnrolAuthenticator } from './EnrolAuthenticator.tsx'
import { passkeysPossible, signInByPasskey } from './passkey.ts'

/** Posts at a desk need something besides the number (等保 2.0). */
export function SecondFactor() {
  const w = useWords(signInWords)
  const { arriving, arrive } = useArrival()
  const read = useQuery(reading(readSecondFactor))
  if (arriving) return <Loading />
  const done = (): void => void arrive()
  return (
    <div className={styles.narrow}>
      <PageHeader title={w.secondTitle} lead={w.secondLead} />
      <Shown read={read}>
        {(factor) =>
          factor.given || !factor.needed ? (
            <Card title={factor.given ? w.secondDone : w.secondNotNeeded}>
              {factor.given && <p>{w.secondDoneText}</p>}
              <Actions>
                <Button onPress={done}>{w.goOn}</Button>
              </Actions>
            </Card>
          ) : (
            <>
              {factor.authenticator ? <Give onGiven={done} /> : <EnrolAuthenticator onGiven={done} />}
              <Actions>
                {factor.passkeys > 0 && passkeysPossible() && <WithPasskey onGiven={done} />}
                {factor.demo && <DemoCode onGiven={done} />}
              </Actions>
              {factor.authenticator && <Notice>{w.secondLost}</Notice>}
            </>
          )
        }
      </Shown>
    </div>
  )
}

function Give({ onGiven }: { readonly onGiven: () => void }) {
  const w = useWords(signInWords)
  const [code, setCode] = useState('')
  const deed = useDeed(giveSecondFactor, { onDone: onGiven })
  const type = (typed: string): void => {
    setCode(typed)
    if (typed.length === 6 && typed !== code && !deed.isPending) deed.mutate({ body: { code: typed } })
  }
  return (
    <Form onSubmit={() => deed.mutate({ body: { code } })} busy={deed.isPending} error={deed.error} label={w.secondTitle}>
      <Field label={w.secondCode} name="code" hint={w.secondCodeHint} error={fieldErrorsOf(deed.error)['code']}>
        <CodeInput value={code} onChange={type} />
      </Field>
      <Button type="submit" wide busy={deed.isPending}>
        {w.secondGive}
      </Button>
    </Form>
  )
}

function WithPasskey({ onGiven }: { readonly onGiven: () => void }) {
  const w = useWords(signInWords)
  const [error, setError] = useState<unknown>()
  const press = (): void =>
    void signInByPasskey().then(
      (reply) => reply && onGiven(),
      (problem: unknown) => setError(problem),
    )
  return (
    <>
      <Button kind="quiet" wide onPress={press}>
        {w.secondPasskey}
      </Button>
      {error !== undefined && <RefusalLine error={error} />}
    </>
  )
}

/** In the demo street nobody has a second device at hand: the code is fetched and given in one go. */
function DemoCode({ onGiven }: { readonly onGiven: () => void }) {
  const w = useWords(signInWords)
  const give = useDeed(giveSecondFactor, { onDone: onGiven })
  const ask = useDeed(demoSecondFactor, { onDone: ({ code }) => give.mutate({ body: { code } }) })
  const error = ask.error ?? give.error
  return (
    <>
      <Button kind="quiet" wide busy={ask.isPending || give.isPending} onPress={() => ask.mutate({})}>
        {w.secondDemo}
      </Button>
      {error && <RefusalLine error={error} />}
    </>
  )
}
