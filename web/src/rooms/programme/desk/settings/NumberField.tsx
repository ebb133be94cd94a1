import type { NumberRule } from '@ronghe/contract/programme/numbers.ts'
import type { NumberChange } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { NumberInput } from '../../../../ui/inputs.tsx'
import styles from './numbers.module.css'
import { numbersWords } from './words/numbers/words.ts'

/** One number: what it does, what holds by default and how far it may go, where that comes from, and who changed it. */
export function NumberField({
  name,
  label,
  why,
  rule,
  value,
  changed,
  error,
  onChange,
}: {
  readonly name: string
  readonly label: string
  readonly why: string
  readonly rule: NumberRule
  readonly value: number | null
  readonly changed: NumberChange | undefined
  readonly error: string | undefined
  readonly onChange: (value: number | null) => void
}) {
  const w = useWords(numbersWords)
  const text = useText()
  const format = useFormat()
  // The input keeps its own text while somebody types; going back to the default starts it anew.
  const [times, setTimes] = useState(0)
  return (
    <div className={styles.number}>
      <Field
        label={label}
        name={`value.${name}`}
        error={error}
        hint={
          <>
            {why}
            <span className={styles.limits}>
              {w.standard(w.units[rule.unit](rule.standard), rule.least, rule.most)}
              {rule.law && <span className="extra"> · {text(rule.law.text)}</span>}
            </span>
          </>
        }
      >
        <NumberInput key={times} value={value} onChange={onChange} decimals {...(rule.unit !== 'count' && { unit: w.unit[rule.unit] })} />
      </Field>
      {(changed || value !== rule.standard) && (
        <div className={styles.changed}>
          {changed && <span>{w.changed(changed.by || w.changedBySomebody, format.moment(changed.at))}</span>}
          {value !== rule.standard && (
            <Button
              kind="plain"
              onPress={() => {
                onChange(rule.standard)
                setTimes(times + 1)
              }}
            >
              <span aria-hidden="true">{w.backShort}</span>
              <span className="unseen">{w.back(label)}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
