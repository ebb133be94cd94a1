import {
  answerReview,
  answerReviewByCode,
  listMyReviews,
  type MyReview,
  readResolution,
  type Solved,
} from '@ronghe/contract/council/resolutions.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { StateTag } from './StateTag.tsx'
import { resolutionWords } from './words/words.ts'

/** "Is it solved?", for the author of a concern; with the claim code where there is no account. */
export function ReviewAsk({
  review,
  code,
  onAnswered,
}: {
  readonly review: MyReview
  readonly code?: string
  readonly onAnswered?: (review: MyReview) => void
}) {
  const w = useWords(resolutionWords)
  const text = useText()
  const mine = useDeed(answerReview, { refreshes: [listMyReviews, readResolution] })
  const byCode = useDeed(answerReviewByCode, { ...(onAnswered && { onDone: onAnswered }) })
  const answer = (solved: Solved): void =>
    code === undefined
      ? mine.mutate({ params: { resolutionId: review.resolutionId, concernId: review.concernId }, body: { solved } })
      : byCode.mutate({ body: { code, solved } })
  const error = mine.error ?? byCode.error
  return (
    <Card title={review.may.includes('answer') ? w.reviewTitle : text(review.title)}>
      <p>
        <StateTag of={{ state: review.state, overdue: false }} /> <span className="muted">{w.number(review.number)}</span>
      </p>
      <p>{review.may.includes('answer') ? w.reviewText(text(review.title)) : review.solved === null ? w.reviewWaits : null}</p>
      {review.solved !== null && <p className="muted">{w.reviewSaid(w.solved[review.solved])}</p>}
      {error && <RefusalLine error={error} />}
      <ButtonRow>
        {review.may.includes('answer') &&
          (['yes', 'partly', 'no'] as const).map((solved) => (
            <Button
              key={solved}
              kind="quiet"
              pressed={review.solved === solved}
              busy={mine.isPending || byCode.isPending}
              onPress={() => answer(solved)}
            >
              {w.solved[solved]}
            </Button>
          ))}
        <LinkButton kind="plain" to="/council/resolutions/$resolutionId" params={{ resolutionId: review.resolutionId }}>
          {w.see}
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}
