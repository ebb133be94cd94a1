import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { liaisonWords } from './words/words.ts'

/** The street's own list of what a concern can be about; the last of it is "none of these, or not sure". */
export function TopicSelect({
  value,
  onChange,
  error,
}: {
  readonly value: string
  readonly onChange: (topic: string) => void
  readonly error?: string | undefined
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  const { data } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  return (
    <Field label={w.topic} name="topic" error={error}>
      <Select
        value={value}
        onChange={onChange}
        placeholder={w.topic}
        options={(data?.concernTopics ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
      />
    </Field>
  )
}
