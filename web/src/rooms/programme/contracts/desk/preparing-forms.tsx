import { budgetContract, callAgain, callForOffers, stepContract } from '@ronghe/contract/programme/contracts.ts'
import { listSupport } from '@ronghe/contract/programme/support.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../../ui/Form.tsx'
import { DateInput, NumberInput, Select, TextArea, TextInput, TimeInput } from '../../../../ui/inputs.tsx'
import { readLines } from '../../commendations/desk/typed-lines.ts'
import { toCents } from '../../desk/support/yuan.ts'
import { ActForm, type Inside, useEnding } from './act-form.tsx'
import { contractDeskWords } from './words/words.ts'

/** Money that is there: an appropriation, or a granted line of the ledger. */
export function GiveBudget({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const format = useFormat()
  const [yuan, setYuan] = useState<number | null>(null)
  const [reference, setReference] = useState('')
  const [support, setSupport] = useState('')
  const [tried, setTried] = useState(false)
  const ledger = useQuery(reading(listSupport, { query: { state: 'granted' } }))
  const deed = useDeed(budgetContract, useEnding(onDone))
  const missing: Record<string, string> = {
    ...(yuan === null && { cents: w.missing.amount }),
    ...(reference.trim() === '' && { reference: w.missing.text }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (yuan === null || reference.trim() === '') return
    deed.mutate({
      params: { projectId: project.id },
      body: { cents: toCents(yuan), reference: reference.trim(), supportId: support || null },
    })
  }
  const lines = (ledger.data?.items ?? []).filter(({ cents }) => cents !== null)
  return (
    <ActForm label={w.acts.budget} deed={deed} missing={tried ? missing : {}} send={send}>
      <Field label={w.yuan} name="cents" error={said['cents']}>
        <NumberInput value={yuan} onChange={setYuan} decimals />
      </Field>
      <Field label={w.reference} name="reference" error={said['reference']}>
        <TextInput value={reference} onChange={setReference} maxLength={120} />
      </Field>
      {lines.length > 0 && (
        <Field label={w.support} name="supportId" error={said['supportId']} optional>
          <Select
            value={support}
            placeholder={w.supportNone}
            onChange={setSupport}
            options={lines.map(({ id, what, cents }) => ({ value: id, label: `${what} · ${format.money(cents ?? 0)}` }))}
          />
        </Field>
      )}
    </ActForm>
  )
}

export function PublishCall({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const [criteria, setCriteria] = useState('')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('17:00')
  const [tried, setTried] = useState(false)
  const deed = useDeed(callForOffers, useEnding(onDone))
  const missing: Record<string, string> = {
    ...(criteria.trim() === '' && { criteria: w.missing.lines }),
    ...((day === '' || time === '') && { until: w.missing.day }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    deed.mutate({ params: { projectId: project.id }, body: { criteria: readLines(criteria), until: `${day}T${time}:00+08:00` } })
  }
  return (
    <ActForm label={w.acts.call} deed={deed} missing={tried ? missing : {}} send={send} button={w.acts.call}>
      <Field label={w.criteria} hint={w.criteriaHint} name="criteria" error={said['criteria']}>
        <TextArea value={criteria} onChange={setCriteria} rows={4} maxLength={1000} />
      </Field>
      <Field label={w.untilDay} name="until" error={said['until']}>
        <DateInput value={day} onChange={setDay} />
      </Field>
      <Field label={w.untilTime} name="untilTime">
        <TimeInput value={time} onChange={setTime} />
      </Field>
    </ActForm>
  )
}

export function CallAgain({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(callAgain, useEnding(onDone))
  const missing: Readonly<Record<string, string>> = reason.trim() === '' ? { reason: w.missing.reason } : {}
  const send = (): void => {
    setTried(true)
    if (reason.trim() !== '') deed.mutate({ params: { projectId: project.id }, body: { reason: reason.trim() } })
  }
  return (
    <ActForm label={w.acts.callAgain} deed={deed} missing={tried ? missing : {}} send={send}>
      <Field label={w.reason} name="reason" error={tried ? missing['reason'] : undefined}>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
    </ActForm>
  )
}

export function StartOrStop({ project, act, onDone }: Inside & { readonly act: 'start' | 'stop' }) {
  const w = useWords(contractDeskWords)
  const [reason, setReason] = useState('')
  const deed = useDeed(stepContract, useEnding(onDone))
  return (
    <ActForm
      label={w.acts[act]}
      deed={deed}
      send={() => deed.mutate({ params: { projectId: project.id }, body: { act, reason: reason.trim() } })}
      button={w.acts[act]}
    >
      {act === 'stop' && (
        <Field label={w.stopReason} name="reason" error={fieldErrorsOf(deed.error)['reason']}>
          <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
        </Field>
      )}
    </ActForm>
  )
}
