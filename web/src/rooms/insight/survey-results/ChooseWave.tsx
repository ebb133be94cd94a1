import type { WaveHead } from '@ronghe/contract/insight/survey-results.ts'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import styles from './survey-results.module.css'
import { surveyResultWords } from './words/words.ts'

export function ChooseWave({
  waves,
  value,
  onChange,
}: {
  readonly waves: readonly z.infer<typeof WaveHead>[]
  readonly value: string
  readonly onChange: (wave: string) => void
}) {
  const w = useWords(surveyResultWords)
  const text = useText()
  const format = useFormat()
  return (
    <div className={styles.chooser}>
      <Field label={w.wave}>
        <Select
          value={value}
          onChange={onChange}
          options={waves.map(({ id, title, closedOn }) => ({ value: id, label: w.waveOption(text(title), format.wholeDay(closedOn)) }))}
        />
      </Field>
    </div>
  )
}
