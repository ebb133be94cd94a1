import type { ReactNode } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { Button } from './Button.tsx'
import { type FieldErrors, Form } from './Form.tsx'
import { type Back, PageHeader } from './PageHeader.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import styles from './question-page.module.css'
import { uiWords } from './words/words.ts'

/** One question: how far along, the question as the title, the answers, and the button where the thumb is. */
export function QuestionPage(props: {
  /** 居住证申请 */
  readonly matter: string
  readonly question: string
  readonly hint?: ReactNode
  readonly step: number
  readonly of: number
  readonly back?: Back
  /** Verb and noun: 下一题, 提交申请. */
  readonly next: string
  readonly onNext: () => void
  readonly busy?: boolean
  readonly saved?: boolean | string | undefined
  readonly errors?: FieldErrors
  readonly error?: unknown
  readonly children: ReactNode
}) {
  const w = useWords(uiWords)
  const step = w.step(props.step, props.of)
  return (
    <div className={styles.page}>
      <ProgressBar value={props.step} of={props.of} label={step} />
      <PageHeader
        key={props.step}
        title={props.question}
        plainTitle={`${props.question} · ${props.matter}`}
        above={`${props.matter} · ${step}`}
        {...(props.back && { back: props.back })}
        lead={props.hint}
      />
      <Form label={props.question} onSubmit={props.onNext} busy={props.busy ?? false} errors={props.errors ?? {}} error={props.error}>
        <div className={styles.body}>{props.children}</div>
        <div className={styles.foot}>
          <Button type="submit" wide busy={props.busy ?? false}>
            {props.next}
          </Button>
          {props.saved && (
            <p className={styles.saved} role="status">
              {props.saved === true ? w.savedHere : props.saved}
            </p>
          )}
        </div>
      </Form>
    </div>
  )
}
