import { signContract } from '@ronghe/contract/programme/contracts.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../../ui/Form.tsx'
import { DateInput, NumberInput, TextArea } from '../../../../ui/inputs.tsx'
import { toCents } from '../../desk/support/yuan.ts'
import { ActForm, type Inside, useEnding } from './act-form.tsx'
import { readMilestones } from './typed-milestones.ts'
import { contractDeskWords } from './words/words.ts'

const texts = ['content', 'quantity', 'quality', 'settlement', 'duties', 'breach'] as const
interface Typed extends Readonly<Record<(typeof texts)[number], string>> {
  readonly yuan: number | null
  readonly startsOn: string
  readonly endsOn: string
  readonly signedOn: string
  readonly milestones: string
}

/** The fields the law wants in a contract, and its milestones. */
export function SignContract({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const format = useFormat()
  const today = useToday()
  const chosen = project.offers.find((offer) => offer.chosen)
  const draft = useDraft<Typed>(`contract-terms:${project.id}`, {
    content: '',
    quantity: '',
    quality: '',
    settlement: '',
    duties: '',
    breach: '',
    yuan: chosen ? chosen.cents / 100 : null,
    startsOn: '',
    endsOn: '',
    signedOn: today,
    milestones: '',
  })
  const [tried, setTried] = useState(false)
  const ending = useEnding(onDone)
  const deed = useDeed(signContract, {
    ...ending,
    onDone: () => {
      void draft.discard()
      ending.onDone()
    },
  })
  if (draft.state === 'reading') return null
  const typed = draft.value
  const set = (part: Partial<Typed>): void => draft.change((now) => ({ ...now, ...part }))
  const milestones = readMilestones(typed.milestones)
  const missing: Record<string, string> = {
    ...Object.fromEntries(texts.filter((name) => typed[name].trim() === '').map((name) => [`terms.${name}`, w.missing.text])),
    ...(typed.yuan === null && { 'terms.cents': w.missing.amount }),
    ...(typed.startsOn === '' && { 'terms.startsOn': w.missing.day }),
    ...(typed.endsOn === '' && { 'terms.endsOn': w.missing.day }),
    ...(typed.signedOn === '' && { signedOn: w.missing.day }),
    ...(milestones === undefined && { milestones: w.milestonesBad }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const outside = Object.entries(said).find(([path]) => path.startsWith('milestones.'))?.[1]
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || typed.yuan === null || milestones === undefined) return
    deed.mutate({
      params: { projectId: project.id },
      body: {
        terms: {
          content: typed.content.trim(),
          quantity: typed.quantity.trim(),
          quality: typed.quality.trim(),
          settlement: typed.settlement.trim(),
          duties: typed.duties.trim(),
          breach: typed.breach.trim(),
          cents: toCents(typed.yuan),
          startsOn: typed.startsOn,
          endsOn: typed.endsOn,
        },
        signedOn: typed.signedOn,
        milestones,
      },
    })
  }
  return (
    <ActForm label={w.acts.contract} deed={deed} missing={tried ? missing : {}} send={send} button={w.publish}>
      <p className="muted">{w.limits(format.count(project.limits.months))}</p>
      {texts.map((name) => (
        <Field key={name} label={w.terms[name]} name={`terms.${name}`} error={said[`terms.${name}`]}>
          <TextArea value={typed[name]} onChange={(next) => set({ [name]: next })} rows={2} maxLength={1000} />
        </Field>
      ))}
      <Field label={w.yuan} name="terms.cents" error={said['terms.cents']}>
        <NumberInput value={typed.yuan} onChange={(yuan) => set({ yuan })} decimals />
      </Field>
      <Field label={w.startsOn} name="terms.startsOn" error={said['terms.startsOn']}>
        <DateInput value={typed.startsOn} onChange={(startsOn) => set({ startsOn })} />
      </Field>
      <Field label={w.endsOn} name="terms.endsOn" error={said['terms.endsOn']}>
        <DateInput value={typed.endsOn} onChange={(endsOn) => set({ endsOn })} />
      </Field>
      <Field label={w.signedOn} name="signedOn" error={said['signedOn']}>
        <DateInput value={typed.signedOn} onChange={(signedOn) => set({ signedOn })} max={today} />
      </Field>
      <Field label={w.milestones} hint={w.milestonesHint} name="milestones" error={said['milestones'] ?? outside}>
        <TextArea value={typed.milestones} onChange={(next) => set({ milestones: next })} rows={3} maxLength={4000} />
      </Field>
    </ActForm>
  )
}
