import { listServices, type ServiceLine } from '@ronghe/contract/station/services.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field, fieldId } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from './paper.module.css'
import { paperWords } from './words/words.ts'

const isOffered = (service: ServiceLine): boolean => service.mode === 'case' && service.notOffered === null

/** All services, narrowed while typing: two characters, a word, or pinyin initials. Enter takes the first one found. */
export function ChooseService({ onChoose }: { readonly onChoose: (key: string) => void }) {
  const w = useWords(paperWords)
  const text = useText()
  const [typed, setTyped] = useState('')
  const [entered, setEntered] = useState(false)
  useEffect(() => document.getElementById(fieldId('service'))?.focus(), [])
  const read = useQuery({
    ...reading(listServices, { query: { limit: 40, ...(typed.trim() !== '' && { search: typed.trim() }) } }),
    placeholderData: keepPreviousData,
  })
  // A fast typist presses Enter before the reply is there: it counts for the reply, never for the list that still stands.
  const first = read.isPlaceholderData ? undefined : read.data?.items.find(isOffered)?.key
  useEffect(() => {
    if (entered && first !== undefined) onChoose(first)
    // `onChoose` is made anew on every render; what was entered is taken once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [entered, first])
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed.trim() !== '') setEntered(true)
  }
  const fits = (service: ServiceLine): boolean => !read.isPlaceholderData || text(service.name).includes(typed.trim())
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key is pressed in the field inside */}
      <div onKeyDown={onKey}>
        <Field label={w.service} name="service" hint={w.serviceHint}>
          <TextInput
            value={typed}
            onChange={(next) => {
              setTyped(next)
              setEntered(false)
            }}
            type="search"
            maxLength={60}
          />
        </Field>
      </div>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.serviceNone}>{w.serviceNoneNext}</EmptyState>
          ) : (
            <ul className={styles.services}>
              {items.filter(fits).map((service) => (
                <li key={service.key}>
                  {isOffered(service) ? (
                    <button type="button" className={styles.service} onClick={() => onChoose(service.key)}>
                      {text(service.name)}
                    </button>
                  ) : (
                    <span className={styles.closed}>
                      {text(service.name)} <span className="small">{service.mode === 'guide' ? w.guideOnly : w.notOffered}</span>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  )
}
