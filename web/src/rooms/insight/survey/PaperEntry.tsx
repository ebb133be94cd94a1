import { enterPaper } from '@ronghe/contract/insight/survey-field.ts'
import { scalesFor, type SurveyItem } from '@ronghe/contract/insight/survey-scales.ts'
import { readSurveyByCode, type Asked } from '@ronghe/contract/insight/survey.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './survey.module.css'
import { useGroupWords, useQuestion } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** Paper forms one after the other: the code, then one key a question. */
export function PaperEntry() {
  const w = useWords(surveyWords)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const open = useDeed(readSurveyByCode)
  const missing = tried && code.replace(/[\s-]/g, '').length < 16 ? w.codeNeeded : undefined
  return (
    <>
      <PageHeader title={w.paperTitle} lead={w.paperLead} back={{ to: '/survey' }} />
      {open.data ? (
        <Sheet
          key={code}
          code={code}
          asked={open.data}
          onDone={() => {
            setCode('')
            setTried(false)
            open.reset()
          }}
        />
      ) : (
        <Card>
          <Form
            label={w.paperCodeDo}
            busy={open.isPending}
            error={open.error}
            errors={missing ? { code: missing } : {}}
            onSubmit={() => {
              setTried(true)
              if (code.replace(/[\s-]/g, '').length >= 16) open.mutate({ body: { code } })
            }}
          >
            <Field label={w.code} name="code" hint={w.codeHint} error={missing ?? fieldErrorsOf(open.error)['code']}>
              <TextInput value={code} onChange={setCode} maxLength={30} />
            </Field>
            <Button type="submit" busy={open.isPending}>
              {w.paperCodeDo}
            </Button>
          </Form>
        </Card>
      )}
    </>
  )
}

const groups: Readonly<Record<string, Group>> = { '1': 'newcomer', '2': 'local', '0': 'unstated' }
/** What a key says of a question: a step, "prefer not to say", or (the space bar) that the paper has no tick there. */
type Typed = number | 'none'

function Sheet({ code, asked, onDone }: { readonly code: string; readonly asked: Asked; readonly onDone: () => void }) {
  const w = useWords(surveyWords)
  const text = useText()
  const words = useGroupWords()
  const question = useQuestion()
  const { groupNames } = useSession()
  const [group, setGroup] = useState<Group>()
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [tried, setTried] = useState(false)
  const lines = useRef<HTMLDivElement>(null)
  // The sheet was opened to be typed: its first line has the keys.
  useEffect(() => lines.current?.querySelector('input')?.focus(), [])
  const enter = useDeed(enterPaper, {
    onDone() {
      toast(w.paperDone)
      onDone()
    },
  })
  const scales = scalesFor(asked.content, group ?? 'unstated')
  const items = group ? scales.flatMap((scale) => scale.items) : []
  const left = items.filter(({ id }) => typed[id] === undefined)
  const step = (from: HTMLElement, by: 1 | -1): void => {
    const all = [...(lines.current?.querySelectorAll<HTMLElement>('input, button[type=submit]') ?? [])]
    all[all.indexOf(from) + by]?.focus()
  }
  /** Keyboards that send no keys, on a tablet, change the text instead. */
  const take = (at: HTMLInputElement, say: (key: string) => boolean): void => {
    if (say(at.value.slice(-1))) step(at, 1)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, said: (key: string) => boolean): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'Enter', 'Unidentified', 'Process'].includes(event.key)) return
    event.preventDefault()
    const at = event.currentTarget
    if (event.key === 'Backspace' || event.key === 'ArrowUp') step(at, -1)
    else if (event.key === 'ArrowDown') step(at, 1)
    else if (said(event.key)) step(at, 1)
  }
  const say = (key: string): boolean => {
    const next = groups[key]
    if (!next) return false
    // At once: the next key may come before the next picture, and its line must be there.
    flushSync(() => {
      if (next !== group) setTyped({})
      setGroup(next)
    })
    return true
  }
  const answer = ({ id }: SurveyItem, key: string): boolean => {
    if (key !== ' ' && !/^[0-5]$/.test(key)) return false
    setTyped((now) => ({ ...now, [id]: key === ' ' ? 'none' : Number(key) }))
    return true
  }
  const send = (): void => {
    setTried(true)
    if (!group || left.length > 0) return
    const answers = Object.fromEntries(items.flatMap(({ id }) => (typeof typed[id] === 'number' ? [[id, typed[id]]] : [])))
    enter.mutate({ body: { code, group, answers } })
  }
  return (
    <Form
      label={w.paperTitle}
      busy={enter.isPending}
      error={enter.error}
      errors={tried && (!group || left.length > 0) ? { [group ? `key-${left[0]!.id}` : 'key-group']: w.paperMissing } : {}}
      onSubmit={send}
    >
      <div ref={lines} className={styles.keys}>
        <Card title={text(asked.title)}>
          <div className={styles.keyLine}>
            <label htmlFor="field-key-group">
              {w.paperGroup}
              <span className="muted small"> {w.paperGroupKeys(text(groupNames.newcomer), text(groupNames.local))}</span>
            </label>
            <input
              id="field-key-group"
              className={styles.key}
              inputMode="numeric"
              value={group === undefined ? '' : group === 'newcomer' ? '1' : group === 'local' ? '2' : '0'}
              onKeyDown={(event) => press(event, say)}
              onChange={(event) => take(event.currentTarget, say)}
            />
          </div>
        </Card>
        {group &&
          scales.map((scale) => (
            <Card key={scale.id} title={words(scale.name, group)}>
              <div className={styles.keys}>
                {scale.items.map((item) => (
                  <div key={item.id} className={styles.keyLine}>
                    <label htmlFor={`field-key-${item.id.replace('.', '-')}`}>{question.text(scale, item, group)}</label>
                    <input
                      id={`field-key-${item.id.replace('.', '-')}`}
                      className={styles.key}
                      inputMode="numeric"
                      value={typed[item.id] === 'none' ? '—' : (typed[item.id] ?? '')}
                      onKeyDown={(event) => press(event, (key) => answer(item, key))}
                      onChange={(event) => take(event.currentTarget, (key) => answer(item, key))}
                    />
                  </div>
                ))}
              </div>
            </Card>
          ))}
        <p className="muted" role="status">
          {w.paperCount(items.length - left.length, items.length)}
        </p>
        <Button type="submit" busy={enter.isPending}>
          {w.paperSend}
        </Button>
      </div>
    </Form>
  )
}
