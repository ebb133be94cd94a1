import { listTaskOwners } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Field } from '../../../ui/Field.tsx'
import { DateInput, Select, TextInput } from '../../../ui/inputs.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { resolutionWords } from './words/words.ts'

/** Who and by when, and the numbers in other rooms' books. */
export interface TaskFacts {
  readonly ownerPostId: string
  readonly dueOn: string
  readonly caseNumber: string
  readonly contractNumber: string
}
export const noFacts: TaskFacts = { ownerPostId: '', dueOn: '', caseNumber: '', contractNumber: '' }

export function TaskFields({
  value,
  onChange,
  errors,
}: {
  readonly value: TaskFacts
  readonly onChange: (value: TaskFacts) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(resolutionWords)
  const ui = useWords(uiWords)
  const text = useText()
  const today = useToday()
  const owners = useQuery(reading(listTaskOwners))
  const set = (part: Partial<TaskFacts>): void => onChange({ ...value, ...part })
  return (
    <>
      <Field label={w.ownerPost} name="ownerPostId" error={errors['ownerPostId']}>
        <Select
          value={value.ownerPostId}
          onChange={(ownerPostId) => set({ ownerPostId })}
          placeholder={ui.chooseOne}
          options={(owners.data?.posts ?? []).map(({ postId, post, organ }) => ({
            value: postId,
            label: `${text(organ)} · ${text(post)}`,
          }))}
        />
      </Field>
      <Field label={w.dueDay} name="dueOn" error={errors['dueOn']}>
        <DateInput value={value.dueOn} onChange={(dueOn) => set({ dueOn })} min={today} />
      </Field>
      <Field label={w.caseNumber} name="caseNumber" error={errors['caseNumber']} optional>
        <TextInput value={value.caseNumber} onChange={(caseNumber) => set({ caseNumber })} maxLength={40} short />
      </Field>
      <Field label={w.contractNumber} name="contractNumber" error={errors['contractNumber']} optional>
        <TextInput value={value.contractNumber} onChange={(contractNumber) => set({ contractNumber })} maxLength={40} short />
      </Field>
    </>
  )
}
