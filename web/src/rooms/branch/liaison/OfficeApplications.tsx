import {
  type BranchApplication,
  deletePaperApplication,
  enterPaperApplication,
  handOverApplication,
  listApplications,
  noteBranchStep,
  revealApplicant,
} from '@ronghe/contract/branch/applications.ts'
import { lastFloatingStep } from '@ronghe/contract/branch/application-steps.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Covered } from '../../../ui/Covered.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Consent } from './Consent.tsx'
import { NoteDay } from './NoteDay.tsx'
import { StepList } from './StepList.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

/** Applications kept with this branch, covered; the branch notes its own steps. */
export function OfficeApplications() {
  const w = useWords(liaisonWords)
  const branchId = useParam('branchId')
  const [entering, setEntering] = useState(false)
  return (
    <>
      <PageHeader
        title={w.officeApplications}
        lead={w.officeApplicationsLead}
        back={{ to: '/branch/office/$branchId', params: { branchId } }}
      />
      <div className={styles.acts}>
        <ButtonRow>
          <Button kind="quiet" onPress={() => setEntering(true)}>
            {w.enterPaper}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={useQuery(reading(listApplications, { params: { branchId } }))}>
        {({ items, floating }) =>
          items.length === 0 ? (
            <EmptyState title={w.officeApplicationsNone}>{w.officeApplicationsNoneText}</EmptyState>
          ) : (
            items.map((one) => <One key={one.id} branchId={branchId} one={one} floating={floating} />)
          )
        }
      </Shown>
      {entering && <EnterPaper branchId={branchId} onClose={() => setEntering(false)} />}
    </>
  )
}

function One({ branchId, one, floating }: { readonly branchId: string; readonly one: BranchApplication; readonly floating: boolean }) {
  const w = useWords(liaisonWords)
  const format = useFormat()
  const [asking, setAsking] = useState<'handOver' | 'delete'>()
  const params = { branchId, applicationId: one.id }
  const note = useDeed(noteBranchStep, { refreshes: [listApplications] })
  const remove = useDeed(deletePaperApplication, { refreshes: [listApplications], onDone: () => toast(w.deleted) })
  const steps = floating ? one.steps.filter(({ step, day }) => step <= lastFloatingStep || day !== null) : one.steps
  return (
    <>
      <Card title={<Tag>{w.stages[one.stage]}</Tag>}>
        <Covered label={w.applicant} covered={w.coveredName} onUncover={async () => (await call(revealApplicant, { params })).name} />
        <p className="muted">
          {w.channels[one.channel]}
          {one.handedOver && ` · ${w.handedTitle}: ${one.handedOver.to}, ${format.wholeDay(one.handedOver.on)}`}
        </p>
        <ButtonRow>
          {one.may.includes('handOver') && (
            <Button kind="quiet" onPress={() => setAsking('handOver')}>
              {w.handOver}
            </Button>
          )}
          {one.handedOver && (
            <LinkButton kind="quiet" icon="print" to="/branch/office/$branchId/applications/$applicationId/receipt" params={params}>
              {w.printReceipt}
            </LinkButton>
          )}
          {one.may.includes('deletePaper') && (
            <Button kind="plain" onPress={() => setAsking('delete')}>
              {w.deletePaper}
            </Button>
          )}
        </ButtonRow>
        {remove.error && <RefusalLine error={remove.error} />}
      </Card>
      <StepList
        steps={steps}
        act={(step) => (
          <NoteDay
            key={step.day}
            name={`day-${one.id}-${step.step}`}
            day={step.day}
            may={step.may}
            busy={note.isPending}
            error={note.error}
            onNote={(day) => note.mutate({ params: { ...params, step: step.step }, body: { day } })}
          />
        )}
      />
      {asking === 'handOver' && <HandOver params={params} onClose={() => setAsking(undefined)} />}
      {asking === 'delete' && (
        <Dialog title={w.stopTitle} open onClose={() => setAsking(undefined)}>
          <p>{w.stopText}</p>
          <Button kind="careful" busy={remove.isPending} onPress={() => remove.mutate({ params })}>
            {w.stopDo}
          </Button>
        </Dialog>
      )}
    </>
  )
}

function HandOver({
  params,
  onClose,
}: {
  readonly params: { readonly branchId: string; readonly applicationId: string }
  readonly onClose: () => void
}) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [to, setTo] = useState('')
  const [on, setOn] = useState(today)
  const deed = useDeed(handOverApplication, {
    refreshes: [listApplications],
    onDone: () => {
      toast(w.handedOver)
      onClose()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Dialog title={w.handOver} open onClose={onClose}>
      <Form label={w.handOver} busy={deed.isPending} error={deed.error} onSubmit={() => deed.mutate({ params, body: { to, on } })}>
        <Field label={w.handOverTo} name="to" error={errors['to']}>
          <TextInput value={to} onChange={setTo} maxLength={100} />
        </Field>
        <Field label={w.handedOn} name="on" error={errors['on']}>
          <DateInput value={on} onChange={setOn} max={today} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.handOverDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function EnterPaper({ branchId, onClose }: { readonly branchId: string; readonly onClose: () => void }) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [name, setName] = useState('')
  const [handedInOn, setHandedInOn] = useState(today)
  const [signed, setSigned] = useState(false)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(enterPaperApplication, {
    refreshes: [listApplications],
    onDone: () => {
      toast(w.entered)
      onClose()
    },
  })
  const errors = { ...missing, ...fieldErrorsOf(deed.error) }
  const submit = (): void => {
    setMissing(signed ? {} : { signed: w.signedMissing })
    if (signed)
      deed.mutate({ params: { branchId }, body: { name, handedInOn, consent: lifeConsentTexts.application.version, signed: true } })
  }
  return (
    <Dialog title={w.enterPaper} open onClose={onClose}>
      <Form label={w.enterPaper} busy={deed.isPending} error={deed.error} errors={errors} onSubmit={submit}>
        <Field label={w.name} name="name" error={errors['name']}>
          <TextInput value={name} onChange={setName} maxLength={40} />
        </Field>
        <Field label={w.handedInOn} name="handedInOn" error={errors['handedInOn']}>
          <DateInput value={handedInOn} onChange={setHandedInOn} max={today} />
        </Field>
        <Consent purpose="application" agreed={signed} onChange={setSigned} paper />
        <Button type="submit" busy={deed.isPending}>
          {w.enterDo}
        </Button>
      </Form>
    </Dialog>
  )
}
