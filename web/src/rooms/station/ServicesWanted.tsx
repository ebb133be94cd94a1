import { listServices } from '@ronghe/contract/station/services.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading } from '../../platform/queries.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/inputs.tsx'
import styles from './station.module.css'
import { visitWords } from './words/visit/words.ts'

/** Several matters in one visit: chosen one after the other, each with a way to take it back. */
export function ServicesWanted({
  services,
  onChange,
  error,
}: {
  readonly services: readonly string[]
  readonly onChange: (services: readonly string[]) => void
  readonly error: string | undefined
}) {
  const w = useWords(visitWords)
  const text = useText()
  const { data } = useKept(reading(listServices, { query: { limit: 100 } }))
  const offered = data?.items ?? []
  const nameOf = (key: string): string => {
    const line = offered.find((one) => one.key === key)
    return line ? text(line.name) : key
  }
  return (
    <Field label={w.whatFor} hint={w.whatForHint} name="services" error={error}>
      {services.length > 0 && (
        <ul className={styles.chosen}>
          {services.map((key) => (
            <li key={key}>
              {nameOf(key)}
              <IconButton
                icon="close"
                label={w.removeService(nameOf(key))}
                onPress={() => onChange(services.filter((one) => one !== key))}
              />
            </li>
          ))}
        </ul>
      )}
      {services.length < 8 && (
        <Select
          value=""
          placeholder={services.length === 0 ? w.chooseService : w.addService}
          onChange={(key) => key && onChange([...services, key])}
          options={offered.filter(({ key }) => !services.includes(key)).map(({ key, name }) => ({ value: key, label: text(name) }))}
        />
      )}
    </Field>
  )
}
