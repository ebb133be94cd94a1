import type { readVisitForm } from '@ronghe/contract/council/visits.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { newId } from '../../../platform/ids.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field, FieldGroup } from '../../../ui/Field.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { type Heard, newHeard } from './visiting.ts'
import styles from './visits.module.css'
import { visitWords } from './words/words.ts'

/** What people said: as words that may be noted, or as concerns to pass on. Each with its own tick and its own slip. */
export function HeardList({
  kind,
  heard,
  onChange,
  error,
  needs,
}: {
  readonly kind: 'words' | 'concerns'
  readonly heard: readonly Heard[]
  readonly onChange: (heard: readonly Heard[]) => void
  readonly error: string | undefined
  readonly needs: ReplyOf<typeof readVisitForm>
}) {
  const w = useWords(visitWords)
  const text = useText()
  const words = kind === 'words'
  return (
    <Card title={words ? w.saidTitle : w.concernTitle}>
      <FieldGroup
        label={words ? w.saidTitle : w.concernTitle}
        hint={words ? w.saidLead : w.concernLead}
        name={kind}
        error={error}
        hideLabel
        optional
      >
        {words && heard.length > 0 && (
          <Notice title={w.consentAsk}>
            <p>{text(needs.consent.text)}</p>
          </Notice>
        )}
        {heard.map((one) => (
          <One
            key={one.id}
            kind={kind}
            one={one}
            topics={needs.topics}
            onChange={(next) => onChange(heard.map((other) => (other.id === one.id ? next : other)))}
            onRemove={() => onChange(heard.filter(({ id }) => id !== one.id))}
          />
        ))}
        <Button kind="quiet" wide onPress={() => onChange([...heard, newHeard(newId())])}>
          {words ? w.addSaid : w.addConcern}
        </Button>
      </FieldGroup>
    </Card>
  )
}

function One({
  kind,
  one,
  topics,
  onChange,
  onRemove,
}: {
  readonly kind: 'words' | 'concerns'
  readonly one: Heard
  readonly topics: ReplyOf<typeof readVisitForm>['topics']
  readonly onChange: (next: Heard) => void
  readonly onRemove: () => void
}) {
  const w = useWords(visitWords)
  const ui = useWords(uiWords)
  const text = useText()
  const words = kind === 'words'
  return (
    <div className={styles.heard}>
      {!words && (
        <Field label={w.topic}>
          <Select
            value={one.topic}
            onChange={(topic) => onChange({ ...one, topic })}
            placeholder={ui.chooseOne}
            options={topics.map(({ key, name }) => ({ value: key, label: text(name) }))}
          />
        </Field>
      )}
      <Field label={words ? w.theirWords : w.theirConcern}>
        <TextArea value={one.words} onChange={(next) => onChange({ ...one, words: next })} maxLength={words ? 1000 : 4000} rows={3} />
      </Field>
      <Tick label={words ? w.agreedSaid : w.agreedConcern} checked={one.agreed} onChange={(agreed) => onChange({ ...one, agreed })} />
      {one.agreed && (
        <>
          <p className="small">{w.slip}</p>
          <p className={styles.code}>{one.code}</p>
        </>
      )}
      <Button kind="plain" onPress={onRemove}>
        {w.remove}
      </Button>
    </div>
  )
}
