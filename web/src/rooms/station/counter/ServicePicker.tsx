import { listServices } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Field } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Select } from '../../../ui/inputs.tsx'
import styles from './counter.module.css'
import { counterWords } from './words/words.ts'

/** Several services, chosen one after the other from the catalogue; each can be taken back. */
export function ServicePicker({
  label,
  hint,
  name,
  error,
  value,
  onChange,
  most = 8,
}: {
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly error?: string | undefined
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly most?: number
}) {
  const w = useWords(counterWords)
  const text = useText()
  const { data } = useQuery(reading(listServices, { query: { limit: 100 } }))
  const services = data?.items ?? []
  const nameOf = (key: string): string => {
    const found = services.find((service) => service.key === key)
    return found ? text(found.name) : key
  }
  return (
    <Field label={label} name={name} hint={hint} error={error} optional>
      {value.length > 0 && (
        <div className={styles.chosen}>
          {value.map((key) => (
            <button
              key={key}
              type="button"
              className={styles.chip}
              aria-label={w.removeService(nameOf(key))}
              onClick={() => onChange(value.filter((one) => one !== key))}
            >
              {nameOf(key)} <Icon name="close" size="0.9em" />
            </button>
          ))}
        </div>
      )}
      {value.length < most && (
        <Select
          value=""
          onChange={(key) => key !== '' && onChange([...value, key])}
          placeholder={value.length === 0 ? w.chooseService : w.addService}
          options={services.filter(({ key }) => !value.includes(key)).map((service) => ({ value: service.key, label: text(service.name) }))}
        />
      )}
    </Field>
  )
}
