import { type MyPart, readPartByCode } from '@ronghe/contract/council/merged-concerns.ts'
import { type MyReview, readReviewByCode } from '@ronghe/contract/council/resolutions.ts'
import { useState } from 'react'
import { call, ProblemError } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReviewAsk } from '../resolutions/ReviewAsk.tsx'
import { MyPartCard } from './MyPartCard.tsx'
import { mergeWords } from './words/words.ts'

interface Found {
  readonly code: string
  readonly part: MyPart | null
  readonly review: MyReview | null
}

/** The same for what was raised without a name; the code is asked for each time and kept nowhere. */
export function CouncilByCode() {
  const w = useWords(mergeWords)
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown; readonly found?: Found }>({ busy: false })
  const look = async (): Promise<void> => {
    setAttempt({ busy: true })
    try {
      const [part, review] = await Promise.all([
        absent(call(readPartByCode, { body: { code } })),
        absent(call(readReviewByCode, { body: { code } })),
      ])
      setAttempt({ busy: false, found: { code, part, review } })
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  const found = attempt.found
  return (
    <>
      <PageHeader title={w.codeTitle} lead={w.codeLead} back={{ to: '/concerns/code' }} />
      <Card>
        <Form onSubmit={() => void look()} busy={attempt.busy} error={attempt.error} label={w.codeTitle}>
          <Field label={w.code} name="code">
            <TextInput value={code} onChange={setCode} maxLength={60} />
          </Field>
          <Button type="submit" wide busy={attempt.busy}>
            {w.look}
          </Button>
        </Form>
      </Card>
      <LinkButton kind="quiet" to="/council/my-words">
        {w.myWords}
      </LinkButton>
      {found && (
        <div role="status">
          {found.review ? (
            <ReviewAsk
              review={found.review}
              code={found.code}
              onAnswered={(review) => setAttempt({ busy: false, found: { ...found, review } })}
            />
          ) : (
            <p className="muted">{w.notResolved}</p>
          )}
          {found.part ? (
            <MyPartCard part={found.part} code={found.code} onAnswered={(part) => setAttempt({ busy: false, found: { ...found, part } })} />
          ) : (
            <p className="muted">{w.notMerged}</p>
          )}
        </div>
      )}
    </>
  )
}

/** A code that is in no merge is an answer, not a mishap. */
const absent = <T,>(reply: Promise<T>): Promise<T | null> =>
  reply.catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.status === 404) return null
    throw error
  })
