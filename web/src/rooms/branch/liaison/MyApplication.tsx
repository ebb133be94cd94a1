import { type MyApplication as Mine, readMyApplication, startApplication, stopApplication } from '@ronghe/contract/branch/applications.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { BranchSelect } from './BranchSelect.tsx'
import { Consent } from './Consent.tsx'
import { MyStep } from './MyStep.tsx'
import { StepList } from './StepList.tsx'
import { liaisonWords } from './words/words.ts'

/** Kept by the applicant: how far, which day, who noted it. */
export function MyApplication() {
  const w = useWords(liaisonWords)
  const [starting, setStarting] = useState(false)
  return (
    <>
      <PageHeader title={w.applicationTitle} lead={w.applicationLead} back={{ to: '/branch' }} />
      <Shown read={useQuery(reading(readMyApplication))}>
        {({ application }) =>
          application ? (
            <Tracker mine={application} onStopped={() => setStarting(false)} />
          ) : starting ? (
            <Start />
          ) : (
            <EmptyState title={w.applicationNone} next={<Button onPress={() => setStarting(true)}>{w.applicationBegin}</Button>}>
              {w.applicationNoneText}
            </EmptyState>
          )
        }
      </Shown>
    </>
  )
}

function Start() {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [branchId, setBranchId] = useState<string>()
  const [name, setName] = useState('')
  const [handedInOn, setHandedInOn] = useState(today)
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(startApplication, { refreshes: [readMyApplication], onDone: () => toast(w.saved) })
  const errors = { ...missing, ...fieldErrorsOf(deed.error) }
  const submit = (): void => {
    const gaps = {
      ...(branchId ? {} : { branchId: w.missing }),
      ...(name.trim() ? {} : { name: w.missing }),
      ...(agreed ? {} : { consent: w.mustAgree }),
    }
    setMissing(gaps)
    if (branchId && Object.keys(gaps).length === 0)
      deed.mutate({ body: { branchId, name, handedInOn, consent: lifeConsentTexts.application.version } })
  }
  return (
    <Form label={w.applicationBegin} busy={deed.isPending} error={deed.error} errors={errors} onSubmit={submit}>
      <BranchSelect label={w.whichBranch} hint={w.whichBranchHint} value={branchId} onChange={setBranchId} error={errors['branchId']} />
      <Field label={w.name} name="name" error={errors['name']}>
        <TextInput value={name} onChange={setName} maxLength={40} />
      </Field>
      <Field label={w.handedInOn} name="handedInOn" error={errors['handedInOn']}>
        <DateInput value={handedInOn} onChange={setHandedInOn} max={today} />
      </Field>
      <Consent purpose="application" agreed={agreed} onChange={setAgreed} />
      <Button type="submit" busy={deed.isPending}>
        {w.begin}
      </Button>
    </Form>
  )
}

function Tracker({ mine, onStopped }: { readonly mine: Mine; readonly onStopped: () => void }) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const [stopping, setStopping] = useState(false)
  const stop = useDeed(stopApplication, {
    refreshes: [readMyApplication],
    onDone: () => {
      toast(w.stopped)
      onStopped()
    },
  })
  return (
    <>
      <Card title={w.stageNow(w.stages[mine.stage])}>
        <Facts
          facts={[
            [w.applicant, mine.name],
            [w.branch, text(mine.branch.name)],
          ]}
        />
        {mine.floating && <p className="muted small">{w.floatingNote}</p>}
      </Card>
      {mine.handedOver && (
        <Notice title={w.handedTitle}>
          {w.handedTo}: {mine.handedOver.to} · {format.wholeDay(mine.handedOver.on)} · {w.receiptNumber} {mine.handedOver.receipt}
          <ButtonRow>
            <LinkButton kind="quiet" icon="print" to="/branch/application/receipt">
              {w.printReceipt}
            </LinkButton>
          </ButtonRow>
        </Notice>
      )}
      <StepList steps={mine.steps} act={(step) => <MyStep step={step} />} />
      {stop.error && <RefusalLine error={stop.error} />}
      <ButtonRow>
        <Button kind="careful" onPress={() => setStopping(true)}>
          {w.stop}
        </Button>
      </ButtonRow>
      {stopping && (
        <Dialog title={w.stopTitle} open onClose={() => setStopping(false)}>
          <p>{w.stopText}</p>
          <ButtonRow>
            <Button kind="careful" busy={stop.isPending} onPress={() => stop.mutate({})}>
              {w.stopDo}
            </Button>
            <Button kind="quiet" onPress={() => setStopping(false)}>
              {w.keep}
            </Button>
          </ButtonRow>
        </Dialog>
      )}
    </>
  )
}
