import { listBranches, type BranchCard } from '@ronghe/contract/branch/branches.ts'
import { declareCheckIn, readMyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { houseWords } from './words/words.ts'

const steps = 5

/** Where every link leads: to the first question, or to the second where the branch was chosen already. */
export function CheckInStart() {
  const branch = useSearchText('branch')
  return <Navigate to="/branch/check-in/$page" params={{ page: '1' }} search={branch ? { branch } : {}} replace />
}

/** One question per page. Nothing is kept on the device before it is sent: whoever picks the phone up next must not find it there. */
export function CheckIn() {
  return (
    <Shown read={useQuery(reading(listBranches))}>{({ items }) => <Questions branches={items.filter((one) => one.takesCheckIns)} />}</Shown>
  )
}

function Questions({ branches }: { readonly branches: readonly BranchCard[] }) {
  const w = useWords(houseWords)
  const text = useText()
  const go = useNavigate()
  const asked = useSearchText('branch')
  const page = Number(useParam('page'))
  const [branchId, setBranch] = useState<string | undefined>(branches.some(({ id }) => id === asked) ? asked : undefined)
  const [said, setSaid] = useState({ name: '', homeBranch: '', contact: '' })
  const [agrees, setAgrees] = useState(false)
  // Whoever reloads in the middle starts again where something is missing: nothing was kept.
  const known = !branchId || branchId === 'none' ? 1 : !said.name.trim() ? 2 : !said.homeBranch.trim() ? 3 : steps
  const step = Math.min(Number.isInteger(page) && page >= 1 ? page : 1, known)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(declareCheckIn, {
    refreshes: [readMyCheckIn],
    onDone: () => {
      toast(w.sent)
      void go({ to: '/branch/my' })
    },
  })
  const consent = branchConsentTexts.checkIn
  const lacks = (): Readonly<Record<string, string>> => {
    if (step === 1 && (!branchId || branchId === 'none')) return { branch: w.choose }
    if (step === 2 && !said.name.trim()) return { name: w.missing }
    if (step === 3 && !said.homeBranch.trim()) return { homeBranch: w.missing }
    return step === steps && !agrees ? { consent: w.mustAgree } : {}
  }
  const next = (): void => {
    const found = lacks()
    setErrors(found)
    if (Object.keys(found).length > 0) return
    if (step < steps) void go({ to: '/branch/check-in/$page', params: { page: String(step + 1) } })
    else deed.mutate({ body: { ...said, branchId: branchId!, consent: consent.version } })
  }
  const shown = {
    matter: w.matter,
    step,
    of: steps,
    onNext: next,
    // The consent has no field to lead to; its word stands beside the box.
    errors: step === steps ? {} : errors,
    next: step === steps ? w.send : w.next,
    busy: deed.isPending,
    error: deed.error,
    back: step === 1 ? { to: '/branch' } : { to: '/branch/check-in/$page', params: { page: String(step - 1) } },
  }
  const answer = (field: keyof typeof said, label: string, most: number) => (
    <Field label={label} name={field} error={errors[field]} optional={field === 'contact'}>
      <TextInput value={said[field]} onChange={(value) => setSaid({ ...said, [field]: value })} maxLength={most} autoComplete="off" />
    </Field>
  )
  if (step === 1)
    return (
      <QuestionPage {...shown} question={w.whichQuestion} hint={w.whichHint}>
        <Choice
          label={w.whichQuestion}
          hideLabel
          name="branch"
          error={errors['branch']}
          value={branchId}
          onChange={setBranch}
          options={[
            ...branches.map(({ id, name, kind }) => ({ value: id, label: text(name), ...(kind ? { hint: w.kinds[kind] } : {}) })),
            { value: 'none', label: w.noneFits },
          ]}
        />
        {branchId === 'none' && (
          <Notice>
            {w.noneFitsText}{' '}
            <LinkButton kind="plain" to="/branch/material">
              {w.toMaterial}
            </LinkButton>
          </Notice>
        )}
      </QuestionPage>
    )
  if (step === 2)
    return (
      <QuestionPage {...shown} question={w.nameQuestion} hint={w.nameHint}>
        {answer('name', w.name, 40)}
        <p className="muted small">{w.notKept}</p>
      </QuestionPage>
    )
  if (step === 3)
    return (
      <QuestionPage {...shown} question={w.homeQuestion} hint={w.homeHint}>
        {answer('homeBranch', w.home, 100)}
      </QuestionPage>
    )
  if (step === 4)
    return (
      <QuestionPage {...shown} question={w.contactQuestion} hint={w.contactHint}>
        {answer('contact', w.contact, 100)}
      </QuestionPage>
    )
  return (
    <QuestionPage {...shown} question={w.consentQuestion} hint={w.consentHint}>
      <p>{text(consent.text)}</p>
      <Tick checked={agrees} onChange={setAgrees} label={w.agree} />
      {errors['consent'] && <Notice tone="attention">{errors['consent']}</Notice>}
    </QuestionPage>
  )
}
