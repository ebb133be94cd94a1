import type { Minutes, MinutesParagraph } from '@ronghe/contract/council/minutes.ts'
import { useId, type ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** The minutes as they stand; with `changes` every paragraph that was touched shows what the system wrote and why it was changed. */
export function MinutesView({
  minutes,
  changes,
  under,
}: {
  readonly minutes: Minutes
  readonly changes: boolean
  /** What can be done with a paragraph, at the clerk's desk. */
  readonly under?: (paragraph: MinutesParagraph) => ReactNode
}) {
  return (
    <div className={styles.reading}>
      {minutes.paragraphs
        .filter(({ struck, key }) => key !== 'title' && (changes || !struck))
        .map((paragraph) => (
          <div key={paragraph.key} className={styles.paragraph}>
            <Paragraph paragraph={paragraph} />
            {changes && paragraph.changes.length > 0 && <Changes paragraph={paragraph} />}
            {under?.(paragraph)}
          </div>
        ))}
    </div>
  )
}

function Paragraph({ paragraph: { kind, text: words, rows, struck } }: { readonly paragraph: MinutesParagraph }) {
  const text = useText()
  if (kind === 'heading') return <h2>{text(words)}</h2>
  if (kind === 'table') return <MinutesTable caption={text(words)} rows={rows.map((row) => row.map(text))} />
  return struck ? (
    <p>
      <del className={styles.struck}>{text(words)}</del>
    </p>
  ) : (
    <p>{text(words)}</p>
  )
}

function MinutesTable({
  caption,
  rows: [head = [], ...rows],
}: {
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
}) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than a phone in large print: the keyboard must be able to scroll it
    <div className={styles.wide} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.minutesTable}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${id}-${index}`}>
              {row.map((cell, column) => (
                <td key={`${id}-${index}-${column}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Told apart by words and lines, not by colour. */
function Changes({ paragraph: { written, text: now, struck, changes } }: { readonly paragraph: MinutesParagraph }) {
  const w = useWords(meetingWords)
  const text = useText()
  const format = useFormat()
  return (
    <div className={styles.change}>
      {written === null ? (
        <Tag tone="attention">{w.minutesAdded}</Tag>
      ) : (
        <p className="small">
          {w.minutesOriginal}
          <del>{text(written)}</del>
        </p>
      )}
      {struck ? (
        <Tag tone="attention">{w.minutesStruck}</Tag>
      ) : (
        <p className="small">
          {w.minutesNow}
          <ins>{text(now)}</ins>
        </p>
      )}
      <ol>
        {changes.map(({ number, before, after, because, changedAt, by }) => (
          <li key={number} className="muted small">
            {w.minutesBy(by ? text(by) : '', format.moment(changedAt))} · {w.minutesBecause(because)}
            {changes.length > 1 && (
              <>
                {' '}
                {before && <del>{text(before)}</del>} {after ? <ins>{text(after)}</ins> : w.minutesStruck}
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** When they were written, how many changes there are, and who approved them. */
export function MinutesState({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const count = minutes.paragraphs.reduce((sum, { changes }) => sum + changes.length, 0)
  const lines = [
    w.minutesWritten(format.moment(minutes.writtenAt)),
    count === 0 ? w.minutesUnchanged : w.minutesChanged(count),
    ...(minutes.approvedAt
      ? [
          minutes.approvedIn
            ? w.minutesApprovedIn(
                w.meetingTitle(minutes.approvedIn.number, w.kinds[minutes.approvedIn.kind]),
                format.moment(minutes.approvedAt),
              )
            : w.minutesApprovedInWriting(format.moment(minutes.approvedAt)),
        ]
      : []),
  ]
  return <p className="muted small">{lines.join(' · ')}</p>
}
