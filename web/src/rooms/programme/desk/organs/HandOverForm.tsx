import { handOver, listPosts, readOpenWork, type WorkItem } from '@ronghe/contract/programme/appointments.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { programmeDeskWords } from '../words/words.ts'
import type { OpenWork } from './EndTerm.tsx'
import styles from './hand-over.module.css'
import { keyOf, toHand } from './handing.ts'
import { organDeskWords } from './words/words.ts'

/** Open work with a tick and a note each; what is ticked goes to one post together. */
export function HandOverForm({ appointmentId, work }: { readonly appointmentId: string; readonly work: OpenWork }) {
  const w = useWords(organDeskWords)
  const desk = useWords(programmeDeskWords)
  const text = useText()
  const notes = useDraft<Readonly<Record<string, string>>>(`hand-over:${appointmentId}`, {})
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(work.items.map(keyOf)))
  const [toPostId, setTo] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(handOver, { refreshes: [readOpenWork, listPosts] })
  if (notes.state === 'reading') return <Loading />
  const chosen = work.items.filter((item) => ticked.has(keyOf(item)))
  const save = (): void => {
    const found: FieldErrors = {
      ...(chosen.length === 0 && { items: w.itemsMissing }),
      ...(toPostId === '' && { toPostId: w.toMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate(
      { params: { appointmentId }, body: { items: toHand(chosen, toPostId, notes.value) } },
      { onSuccess: () => toast(w.handedOver(chosen.length)) },
    )
  }
  const toggle = (key: string): void =>
    setTicked((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])))
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.handOver}>
      <p className={styles.all} id="field-items" tabIndex={-1}>
        <span>{w.chosen(chosen.length)}</span>
        <Button kind="plain" onPress={() => setTicked(chosen.length === work.items.length ? new Set() : new Set(work.items.map(keyOf)))}>
          {chosen.length === work.items.length ? w.chooseNone : w.chooseAll}
        </Button>
      </p>
      <ul className={styles.work}>
        {work.items.map((item) => (
          <Item
            key={keyOf(item)}
            item={item}
            ticked={ticked.has(keyOf(item))}
            onTick={() => toggle(keyOf(item))}
            note={notes.value[keyOf(item)] ?? ''}
            onNote={(note) => notes.change((now) => ({ ...now, [keyOf(item)]: note }))}
          />
        ))}
      </ul>
      <p className="muted small extra">{w.noteHint}</p>
      <Field label={w.to} name="toPostId" error={faults['toPostId']}>
        <Select
          value={toPostId}
          onChange={setTo}
          placeholder={desk.choosePost}
          options={work.candidates.map(({ postId, name, organ }) => ({ value: postId, label: `${text(organ)} · ${text(name)}` }))}
        />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.handOver}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Item({
  item,
  ticked,
  onTick,
  note,
  onNote,
}: {
  readonly item: WorkItem
  readonly ticked: boolean
  readonly onTick: () => void
  readonly note: string
  readonly onNote: (note: string) => void
}) {
  const w = useWords(organDeskWords)
  const format = useFormat()
  const kinds: Readonly<Record<string, string>> = w.workKinds
  return (
    <li className={styles.item}>
      <label className={styles.tick} aria-label={w.chooseItem(item.title)}>
        <input type="checkbox" checked={ticked} onChange={onTick} />
        <span>
          <strong>{item.title}</strong>
          <span className="muted small">
            {kinds[item.kind] ?? w.workOther} · {item.dueOn === null ? w.noDue : `${w.due} ${format.day(item.dueOn)}`}
          </span>
        </span>
      </label>
      <Field label={<span className="unseen">{w.noteFor(item.title)}</span>} name={`note-${item.id}`}>
        <TextInput value={note} onChange={onNote} maxLength={500} placeholder={w.note} />
      </Field>
    </li>
  )
}
