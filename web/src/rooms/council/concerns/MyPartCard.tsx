import {
  answerByCode,
  answerMyPart,
  listMyParts,
  type MyPart,
  type PartAnswer,
  readMerged,
} from '@ronghe/contract/council/merged-concerns.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import styles from './concerns.module.css'
import { mergeWords } from './words/words.ts'

/** My concern in a merge: what of it was left out, until when I may say so, and what I said. With a code where there is no account. */
export function MyPartCard({
  part,
  code,
  onAnswered,
}: {
  readonly part: MyPart
  readonly code?: string
  readonly onAnswered?: (part: MyPart) => void
}) {
  const w = useWords(mergeWords)
  const format = useFormat()
  const mine = useDeed(answerMyPart, { refreshes: [listMyParts, readMerged] })
  const byCode = useDeed(answerByCode, { ...(onAnswered && { onDone: onAnswered }), refreshes: [readMerged] })
  const answer = (what: PartAnswer): void =>
    code === undefined ? mine.mutate({ params: { concernId: part.concernId }, body: { what } }) : byCode.mutate({ body: { code, what } })
  const open = part.may.length > 0
  return (
    <Card title={`${w.mineTitle} · ${part.number}`}>
      {part.dropped.length > 0 ? (
        <>
          <p>{w.mineDropped}</p>
          <ul className={styles.points}>
            {part.dropped.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{w.mineAllIn}</p>
      )}
      {open ? (
        <>
          <p>{w.objectBy(format.day(part.objectBy))}</p>
          <Answer busy={mine.isPending || byCode.isPending} error={mine.error ?? byCode.error} onAnswer={answer} />
        </>
      ) : (
        <p className="muted">{part.out ? w.mineOut : part.answer === 'agreed' ? w.mineAgreed : w.mineSilent}</p>
      )}
    </Card>
  )
}

function Answer({
  busy,
  error,
  onAnswer,
}: {
  readonly busy: boolean
  readonly error: unknown
  readonly onAnswer: (what: PartAnswer) => void
}) {
  const w = useWords(mergeWords)
  const [objecting, setObjecting] = useState(false)
  const [why, setWhy] = useState('')
  return (
    <Form onSubmit={() => onAnswer({ answer: 'objected', why })} busy={busy} error={error} label={w.mineTitle}>
      {objecting ? (
        <>
          <Field label={w.objectWhy} optional>
            <TextArea value={why} onChange={setWhy} maxLength={500} rows={3} />
          </Field>
          <ButtonRow>
            <Button type="submit" kind="careful" busy={busy}>
              {w.objectDo}
            </Button>
            <Button kind="plain" onPress={() => setObjecting(false)}>
              {w.cancel}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <ButtonRow>
          <Button busy={busy} onPress={() => onAnswer({ answer: 'agreed' })}>
            {w.agree}
          </Button>
          <Button kind="quiet" onPress={() => setObjecting(true)}>
            {w.object}
          </Button>
        </ButtonRow>
      )}
    </Form>
  )
}
