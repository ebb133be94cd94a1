import type { DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import { type HazardOnDesk, hazardSteps, listHazardsAtDesk, readHazardAtDesk, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { hazardsDeskWords } from './words/words.ts'

type Step = (typeof hazardSteps)[number]

/** The steps that may be taken now. Each carries words everybody can read, except sending on. */
export function HazardSteps({ hazard }: { readonly hazard: z.infer<typeof HazardOnDesk> }) {
  const w = useWords(hazardsDeskWords)
  const text = useText()
  const steps = hazardSteps.filter((step) => hazard.may.includes(step))
  const [wanted, setWanted] = useState<Step>()
  const draft = useDraft<Readonly<Partial<Record<Step, string>>>>(`hazard:${hazard.id}`, {})
  const [chosen, setChosen] = useState<DepartmentKey | ''>('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const navigate = useNavigate()
  const deed = useDeed(stepHazard, { refreshes: [listHazardsAtDesk, readHazardAtDesk] })
  // A report that was checked goes on by itself to the next step, not back to the first.
  const usual = hazard.state === 'checked' ? 'send' : hazard.state === 'sent' ? 'fix' : 'check'
  const step = wanted && steps.includes(wanted) ? wanted : steps.includes(usual) ? usual : steps[0]
  if (step === undefined || draft.state === 'reading') return null
  const goes = step === 'send' || step === 'transfer'
  const others = hazard.departments.filter(({ key }) => step === 'send' || key !== hazard.departmentKey)
  const department = chosen || (step === 'send' ? (others.find(({ usual }) => usual)?.key ?? '') : '')
  const typed = draft.value[step] ?? (step === 'check' ? (hazard.words ?? '') : '')
  const save = (): void => {
    const words = step === 'send' ? '' : typed.trim()
    const faults: FieldErrors = {
      ...(goes && department === '' && { department: w.needDepartment }),
      ...(step !== 'send' && words === '' && { words: w.needWords }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    deed.mutate(
      { params: { hazardId: hazard.id }, body: { step, words, ...(goes && department !== '' && { department }) } },
      {
        onSuccess(next) {
          toast(w.done[step])
          setWanted(undefined)
          setChosen('')
          void draft.discard()
          // A department that gave it away does not see it any more.
          if (step === 'transfer' && next.may.length === 0) void navigate({ to: '/hazards' as string })
        },
      },
    )
  }
  return (
    <Card title={w.stepLabel}>
      <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.stepLabel}>
        <Choice
          label={w.stepLabel}
          name="step"
          hideLabel
          value={step}
          onChange={setWanted}
          options={steps.map((one) => ({ value: one, label: w.steps[one] }))}
        />
        {goes && others.length === 0 && <p className="muted">{w.noneThere}</p>}
        {goes && others.length > 0 && (
          <Field
            label={w.toDepartment}
            name="department"
            hint={step === 'send' ? w.sendHint : w.transferHint}
            error={errors['department'] ?? fieldErrorsOf(deed.error)['department']}
          >
            <Select<DepartmentKey | ''>
              value={department}
              onChange={setChosen}
              placeholder={w.toAnother}
              options={others.map(({ key, name, usual }) => ({ value: key, label: usual ? w.toUsual(text(name)) : text(name) }))}
            />
          </Field>
        )}
        {step !== 'send' && (
          <Field
            label={step === 'check' ? w.publicWords : step === 'transfer' ? w.transferWords : w.answerWords}
            hint={step === 'check' ? w.publicWordsHint : w.answerHint[step]}
            name="words"
            error={errors['words'] ?? fieldErrorsOf(deed.error)['words']}
          >
            <TextArea value={typed} onChange={(value) => draft.change((kept) => ({ ...kept, [step]: value }))} rows={3} maxLength={600} />
          </Field>
        )}
        <ButtonRow>
          {step === 'check' && typed === '' && hazard.wordsAsSent !== null && (
            <Button kind="quiet" onPress={() => draft.change((kept) => ({ ...kept, check: hazard.wordsAsSent ?? '' }))}>
              {w.takeWords}
            </Button>
          )}
          <Button type="submit" busy={deed.isPending}>
            {w.save(w.steps[step])}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
