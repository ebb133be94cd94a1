import { listServices } from '@ronghe/contract/station/services.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Field, fieldId } from '../../../../ui/Field.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from './paper.module.css'
import { paperWords } from './words/words.ts'

/** All services, narrowed while typing: two characters, a word, or pinyin initials. */
export function ChooseService({ onChoose }: { readonly onChoose: (key: string) => void }) {
  const w = useWords(paperWords)
  const text = useText()
  const [typed, setTyped] = useState('')
  useEffect(() => document.getElementById(fieldId('service'))?.focus(), [])
  const read = useQuery({
    ...reading(listServices, { query: { limit: 40, ...(typed.trim() !== '' && { search: typed.trim() }) } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Field label={w.service} name="service" hint={w.serviceHint}>
        <TextInput value={typed} onChange={setTyped} type="search" maxLength={60} />
      </Field>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.serviceNone}>{w.serviceNoneNext}</EmptyState>
          ) : (
            <ul className={styles.services}>
              {items.map((service) => {
                const why = service.mode === 'guide' ? w.guideOnly : service.notOffered ? w.notOffered : undefined
                return (
                  <li key={service.key}>
                    {why === undefined ? (
                      <button type="button" className={styles.service} onClick={() => onChoose(service.key)}>
                        {text(service.name)}
                      </button>
                    ) : (
                      <span className={styles.closed}>
                        {text(service.name)} <span className="small">{why}</span>
                      </span>
                    )}
                  </li>
                )
              })}
            </ul>
          )
        }
      </Shown>
    </>
  )
}
