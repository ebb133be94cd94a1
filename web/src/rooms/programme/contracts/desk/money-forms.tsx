import {
  acceptContract,
  enterFeedback,
  evaluateContract,
  payContract,
  readFeedback,
  settleContract,
} from '@ronghe/contract/programme/contracts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../../ui/Form.tsx'
import { DateInput, NumberInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toCents } from '../../desk/support/yuan.ts'
import { contractWords } from '../words/words.ts'
import { ActForm, type Inside, useEnding } from './act-form.tsx'
import { contractDeskWords } from './words/words.ts'

export function AcceptWork({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(acceptContract, useEnding(onDone))
  const missing: Readonly<Record<string, string>> = words.trim() === '' ? { words: w.missing.text } : {}
  const send = (): void => {
    setTried(true)
    if (words.trim() !== '') deed.mutate({ params: { projectId: project.id }, body: { words: words.trim() } })
  }
  return (
    <ActForm label={w.acts.accept} deed={deed} missing={tried ? missing : {}} send={send} button={w.acts.accept}>
      <Field label={w.acceptWords} name="words" error={tried ? missing['words'] : undefined}>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={1000} />
      </Field>
    </ActForm>
  )
}

export function Pay({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const format = useFormat()
  const today = useToday()
  const [yuan, setYuan] = useState<number | null>(null)
  const [document, setDocument] = useState('')
  const [paidOn, setPaidOn] = useState(today)
  const [tried, setTried] = useState(false)
  const deed = useDeed(payContract, useEnding(onDone))
  const missing: Record<string, string> = {
    ...(yuan === null && { cents: w.missing.amount }),
    ...(document.trim() === '' && { document: w.missing.text }),
    ...(paidOn === '' && { paidOn: w.missing.day }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || yuan === null) return
    deed.mutate({ params: { projectId: project.id }, body: { cents: toCents(yuan), document: document.trim(), paidOn } })
  }
  return (
    <ActForm label={w.acts.pay} deed={deed} missing={tried ? missing : {}} send={send} button={w.acts.pay}>
      <p>{w.rest(format.money((project.contractCents ?? 0) - project.paidCents))}</p>
      <Field label={w.yuan} name="cents" error={said['cents']}>
        <NumberInput value={yuan} onChange={setYuan} decimals />
      </Field>
      <Field label={w.document} name="document" error={said['document']}>
        <TextInput value={document} onChange={setDocument} maxLength={60} />
      </Field>
      <Field label={w.paidOn} name="paidOn" error={said['paidOn']}>
        <DateInput value={paidOn} onChange={setPaidOn} max={today} />
      </Field>
    </ActForm>
  )
}

export function Settle({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const format = useFormat()
  const [reason, setReason] = useState('')
  const deed = useDeed(settleContract, useEnding(onDone))
  const rest = (project.contractCents ?? 0) - project.paidCents
  return (
    <ActForm
      label={w.acts.settle}
      deed={deed}
      send={() => deed.mutate({ params: { projectId: project.id }, body: { reason: reason.trim() } })}
      button={w.acts.settle}
    >
      {rest > 0 && (
        <>
          <p>{w.rest(format.money(rest))}</p>
          <Field label={w.settleReason} name="reason" error={fieldErrorsOf(deed.error)['reason']}>
            <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
          </Field>
        </>
      )}
    </ActForm>
  )
}

export function Evaluate({ project, kind, onDone }: Inside & { readonly kind: 'mid' | 'final' }) {
  const w = useWords(contractDeskWords)
  const page = useWords(contractWords)
  const [reached, setReached] = useState<'reached' | 'partly' | 'missed'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(evaluateContract, useEnding(onDone))
  const missing: Record<string, string> = {
    ...(reached === undefined && { reached: w.missing.choose }),
    ...(words.trim() === '' && { words: w.missing.text }),
  }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || reached === undefined) return
    deed.mutate({ params: { projectId: project.id }, body: { kind, reached, words: words.trim() } })
  }
  return (
    <ActForm label={kind === 'mid' ? w.acts.evaluateMid : w.acts.evaluate} deed={deed} missing={tried ? missing : {}} send={send}>
      <Choice
        label={w.reached}
        name="reached"
        error={tried ? missing['reached'] : undefined}
        value={reached}
        onChange={setReached}
        options={(['reached', 'partly', 'missed'] as const).map((value) => ({ value, label: page.reached[value] }))}
      />
      <Field label={w.evaluation} name="words" error={tried ? missing['words'] : undefined}>
        <TextArea value={words} onChange={setWords} rows={4} maxLength={2000} />
      </Field>
    </ActForm>
  )
}

/** A slip that came on paper: the same row as from a phone. */
export function PaperFeedback({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const page = useWords(contractWords)
  const [helped, setHelped] = useState<'yes' | 'partly' | 'no'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(enterFeedback, useEnding(onDone))
  const missing: Readonly<Record<string, string>> = helped === undefined ? { helped: w.missing.choose } : {}
  const send = (): void => {
    setTried(true)
    if (helped !== undefined) deed.mutate({ params: { projectId: project.id }, body: { helped, words: words.trim() } })
  }
  return (
    <ActForm label={w.acts.enterFeedback} deed={deed} missing={tried ? missing : {}} send={send}>
      <Choice
        label={w.helped}
        name="helped"
        error={tried ? missing['helped'] : undefined}
        value={helped}
        onChange={setHelped}
        options={(['yes', 'partly', 'no'] as const).map((value) => ({ value, label: page.helped[value] }))}
      />
      <Field label={w.slip} name="words" optional>
        <TextArea value={words} onChange={setWords} rows={2} maxLength={600} />
      </Field>
    </ActForm>
  )
}

export function ReadFeedback({ project }: Pick<Inside, 'project'>) {
  const w = useWords(contractDeskWords)
  return (
    <Shown read={useQuery(reading(readFeedback, { params: { projectId: project.id } }))}>
      {({ words, enough }) =>
        enough ? (
          <ul>
            {words.map((one, place) => (
              <li key={place}>{one}</li>
            ))}
          </ul>
        ) : (
          <p>{w.feedbackNone}</p>
        )
      }
    </Shown>
  )
}
