import { demoSecondFactor, giveSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { askCode, signInWithCode, signOut } from '@ronghe/contract/people/sign-in.ts'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { useSession, useStreetName } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Actions } from '../Actions.tsx'
import { useArrival } from '../sign-in/arrival.ts'
import { demoWords } from '../words/demo/words.ts'
import { type DemoPerson, demoPeople } from './demo-people.ts'

/** Whom to be in the demo street. Signing in goes the way everybody goes; only the code and the second factor are given by themselves. */
export function Demo() {
  const w = useWords(demoWords)
  const street = useStreetName()
  const session = useSession()
  if (!session.street.demo)
    return (
      <>
        <PageHeader title={w.title} />
        <EmptyState title={w.notDemo} next={<LinkButton to="/sign-in">{w.signIn}</LinkButton>}>
          {w.notDemoText(street)}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/' }} />
      <Notice>{w.invented}</Notice>
      <People title={w.residents} people={demoPeople.filter(({ door }) => door === 'resident')} />
      <People title={w.staff} people={demoPeople.filter(({ door }) => door === 'desk')} />
      <Card title={w.yourself}>
        <p>{w.yourselfText}</p>
        <Actions>
          <LinkButton to="/sign-in" kind="quiet" wide>
            {w.signIn}
          </LinkButton>
        </Actions>
      </Card>
    </>
  )
}

function People({ title, people }: { readonly title: string; readonly people: readonly DemoPerson[] }) {
  const w = useWords(demoWords)
  const text = useText()
  const { arrive } = useArrival()
  const [state, setState] = useState<{ readonly busy?: string; readonly failed?: string; readonly error?: unknown }>({})
  const be = (person: DemoPerson): void => {
    setState({ busy: person.key })
    signInAs(person)
      .then(() => (person.door === 'desk' ? location.assign(`${placeOf(location.pathname).prefix}/desk`) : arrive()))
      .catch((error: unknown) => setState({ failed: person.key, error }))
  }
  return (
    <Card title={title}>
      <CardList>
        {people.map((person) => (
          <CardItem
            key={person.key}
            title={person.name}
            second={
              <>
                {text(person.who)}
                {state.failed === person.key && <RefusalLine error={state.error} />}
              </>
            }
            end={
              <Button kind="quiet" busy={state.busy === person.key} onPress={() => be(person)}>
                {w.be} <span className="unseen">{person.name}</span>
              </Button>
            }
          />
        ))}
      </CardList>
    </Card>
  )
}

async function signInAs({ phone }: DemoPerson): Promise<void> {
  await call(signOut)
  const { demoCode } = await call(askCode, { body: { phone } })
  const reply = await call(signInWithCode, { body: { phone, code: demoCode ?? '' } })
  if (!('secondFactor' in reply) || !reply.secondFactor) return
  const { code } = await call(demoSecondFactor)
  await call(giveSecondFactor, { body: { code } })
}
