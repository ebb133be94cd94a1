import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { useSignOut } from '../../../platform/session/sign-out.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from '../people.module.css'
import { signInWords } from '../words/sign-in/words.ts'
import { AskPhone } from './AskPhone.tsx'
import { useArrival } from './arrival.ts'
import { GiveCode } from './GiveCode.tsx'
import { KnownFact } from './KnownFact.tsx'
import { NewAccount } from './NewAccount.tsx'
import { SayName } from './SayName.tsx'
import { firstStep, type SignInStep, stillGood } from './step.ts'

/** One question at a time. How far one has come is kept on the device, because the code arrives in another app. */
export function SignIn() {
  return (
    <div className={styles.narrow}>
      <Steps />
    </div>
  )
}

function Steps() {
  const { person } = useSession()
  const { arriving, arrive } = useArrival()
  const [openedAt] = useState(Date.now)
  const draft = useDraft<SignInStep>('sign-in', firstStep)
  if (arriving || draft.state === 'reading') return <Loading />
  const step = stillGood(draft.value, openedAt) ? draft.value : { ...firstStep, phone: draft.value.phone }
  const next = draft.change
  const onSignedIn = (secondFactor: boolean): void => {
    next(firstStep)
    void draft.discard().then(() => arrive(secondFactor))
  }
  if (step.kind === 'named') return <SayName key="named" step={step} next={next} onSignedIn={onSignedIn} />
  if (step.kind === 'new') return <NewAccount key="new" step={step} next={next} onSignedIn={onSignedIn} />
  if (person?.session === 'empty') return <KnownFact next={next} onSignedIn={onSignedIn} />
  if (person) return <AlreadyIn name={person.name ?? ''} goOn={() => void arrive()} />
  if (step.kind === 'code') return <GiveCode key="code" step={step} next={next} onSignedIn={onSignedIn} />
  return <AskPhone key="phone" step={step} next={next} onSignedIn={onSignedIn} />
}

function AlreadyIn({ name, goOn }: { readonly name: string; readonly goOn: () => void }) {
  const w = useWords(signInWords)
  const ui = useWords(uiWords)
  const signOut = useSignOut()
  return (
    <>
      <PageHeader title={w.alreadyTitle} lead={w.alreadyLead(name)} />
      <ButtonRow>
        <Button onPress={goOn}>{w.goOn}</Button>
        <Button kind="quiet" onPress={() => void signOut().catch(() => toast(ui.offlineTitle))}>
          {w.signOut}
        </Button>
      </ButtonRow>
    </>
  )
}
