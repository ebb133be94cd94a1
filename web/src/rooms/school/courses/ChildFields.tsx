import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { ChildAge } from '@ronghe/contract/school/courses.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { Field, FieldGroup } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import styles from './courses.module.css'
import { childrenIn, type ChildDraft, type EnrolmentDraft } from './enrolling.ts'
import { courseWords } from './words/words.ts'

/** What the guardian holds about a child (D11), with the guardian's own tick, never ticked beforehand. */
export function ChildFields({
  draft,
  change,
  errors,
  agreement,
}: {
  readonly draft: EnrolmentDraft
  readonly change: (part: Partial<EnrolmentDraft>) => void
  readonly errors: Readonly<Record<string, string>>
  /** What is ticked at the desk, where the guardian has signed on paper. */
  readonly agreement?: string
}) {
  const w = useWords(courseWords)
  const text = useText()
  const set = (place: number, part: Partial<ChildDraft>) =>
    change({ child: draft.child.map((child, index) => (index === place ? { ...child, ...part } : child)) })
  const several = childrenIn(draft).length > 1
  return (
    <>
      {childrenIn(draft).map((child, place) => (
        <div key={place} className={styles.child}>
          {several && <h2>{w.childOne(place + 1)}</h2>}
          <Field name={`children.${place}.nickname`} label={w.nickname} error={errors[`children.${place}.nickname`]}>
            <TextInput value={child.nickname} onChange={(nickname) => set(place, { nickname })} maxLength={12} short />
          </Field>
          <Choice
            name={`children.${place}.age`}
            label={w.age}
            error={errors[`children.${place}.age`]}
            value={child.age || undefined}
            onChange={(age) => set(place, { age })}
            options={ChildAge.options.map((value) => ({ value, label: w.ages[value] }))}
          />
          <Field name={`children.${place}.collects`} label={w.collects} hint={w.collectsHint} error={errors[`children.${place}.collects`]}>
            <TextInput value={child.collects} onChange={(collects) => set(place, { collects })} maxLength={40} />
          </Field>
        </div>
      ))}
      <FieldGroup name="agreed" label={text(consentTexts.guardianOfChild.title)} error={errors['agreed']}>
        <Tick
          checked={draft.agreed}
          onChange={(agreed) => change({ agreed })}
          label={agreement ?? w.agreeChild}
          hint={text(consentTexts.guardianOfChild.text)}
        />
      </FieldGroup>
    </>
  )
}
