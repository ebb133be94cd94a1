import type { Text } from '@ronghe/contract/values.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { BothLanguages, noText, sentText, type TypedText, typedText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { SaveRow } from './SaveRow.tsx'
import { settingsWords } from './words/words.ts'

interface Row {
  readonly id: string
  readonly key: string
  readonly name: TypedText
  /** Stored already, so that its key stays where keys stay. */
  readonly stored: boolean
}
interface Named {
  readonly key: string
  readonly name: Text
}

/** A short list of keys with their names: emergency numbers, topics. */
export function KeyedNames({
  title,
  lead,
  keyLabel,
  keyHint,
  keyName,
  add,
  most,
  rows,
  keysStay,
  busy,
  error,
  onSave,
}: {
  readonly title: string
  readonly lead: string
  readonly keyLabel: string
  readonly keyHint?: string
  /** What the setting calls its key; the server's errors name it. */
  readonly keyName: string
  readonly add: string
  readonly most: number
  readonly rows: readonly Named[]
  readonly keysStay: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (rows: readonly Named[]) => void
}) {
  const w = useWords(settingsWords)
  const [typed, setTyped] = useState<readonly Row[]>(() =>
    rows.map(({ key, name }) => ({ id: key, key, name: typedText(name), stored: true })),
  )
  const [faults, setFaults] = useState<FieldErrors>({})
  const errors = { ...fieldErrorsOf(error), ...faults }
  const change = (id: string, part: Partial<Row>): void => setTyped((now) => now.map((row) => (row.id === id ? { ...row, ...part } : row)))
  const save = (): void => {
    const blanks = Object.fromEntries(
      typed.flatMap(({ key, name }, at) => [
        ...(key.trim() === '' ? [[`value.${at}.${keyName}`, w.missing]] : []),
        ...(name['zh-CN'].trim() === '' ? [[`value.${at}.name`, w.missing]] : []),
      ]),
    ) as FieldErrors
    setFaults(blanks)
    if (Object.keys(blanks).length === 0) onSave(typed.map(({ key, name }) => ({ key: key.trim(), name: sentText(name) })))
  }
  return (
    <Card>
      <Form onSubmit={save} busy={busy} errors={faults} error={error} label={title}>
        <p className="muted">{lead}</p>
        {typed.map((row, at) => (
          <div key={row.id} className={styles.item}>
            <Field
              label={keyLabel}
              name={`value.${at}.${keyName}`}
              hint={row.stored ? undefined : keyHint}
              error={errors[`value.${at}.${keyName}`]}
            >
              {keysStay && row.stored ? (
                <strong>{row.key}</strong>
              ) : (
                <TextInput value={row.key} onChange={(key) => change(row.id, { key })} maxLength={31} short />
              )}
            </Field>
            <BothLanguages
              label={w.name}
              name={`value.${at}.name`}
              value={row.name}
              onChange={(name) => change(row.id, { name })}
              errors={errors}
            />
            {typed.length > 1 && (
              <Button kind="plain" onPress={() => setTyped((now) => now.filter(({ id }) => id !== row.id))}>
                {w.remove(row.name['zh-CN'] || row.key)}
              </Button>
            )}
          </div>
        ))}
        {typed.length < most && (
          <Button
            kind="quiet"
            onPress={() => setTyped((now) => [...now, { id: `new-${now.length}-${Date.now()}`, key: '', name: noText, stored: false }])}
          >
            {add}
          </Button>
        )}
        <SaveRow busy={busy} />
      </Form>
    </Card>
  )
}
