import type { QueueLine } from '@ronghe/contract/station/cases-desk.ts'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import field from '../../../../ui/field.module.css'
import type { Option } from '../../../../ui/inputs.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { deskWords } from '../words/words.ts'
import styles from './queue.module.css'

export interface Asked {
  readonly service?: string | undefined
  readonly channel?: QueueLine['channel'] | undefined
  readonly number?: string | undefined
}

/** Above the list: a number to find, and what to narrow the view to. */
export function QueueFilters({
  asked,
  onAsk,
  onNumber,
  services,
}: {
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
  readonly onNumber: (number: string | undefined) => void
  readonly services: readonly Option[]
}) {
  const w = useWords(deskWords)
  const [typed, setTyped] = useState(asked.number ?? '')
  const find = (event: FormEvent): void => {
    event.preventDefault()
    onNumber(typed.trim() || undefined)
  }
  const channels = Object.entries(w.channels) as readonly (readonly [QueueLine['channel'], string])[]
  return (
    <div className={styles.filters}>
      <form onSubmit={find} className={styles.find} role="search">
        <input
          type="search"
          className={field.input}
          value={typed}
          aria-label={w.findHint}
          placeholder={w.findHint}
          onChange={(event) => {
            setTyped(event.target.value)
            if (event.target.value === '') onNumber(undefined)
          }}
        />
        <Button kind="quiet" type="submit">
          {w.find}
        </Button>
      </form>
      <div className={styles.narrow}>
        <select
          className={field.input}
          aria-label={w.byService}
          value={asked.service ?? ''}
          onChange={(event) => onAsk({ ...asked, service: event.target.value || undefined })}
        >
          <option value="">{w.anyService}</option>
          {services.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <select
          className={field.input}
          aria-label={w.byChannel}
          value={asked.channel ?? ''}
          onChange={(event) => onAsk({ ...asked, channel: (event.target.value || undefined) as Asked['channel'] })}
        >
          <option value="">{w.anyChannel}</option>
          {channels.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
