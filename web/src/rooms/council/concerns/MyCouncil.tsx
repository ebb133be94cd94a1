import { listMyParts } from '@ronghe/contract/council/merged-concerns.ts'
import { listMyReviews } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { ReviewAsk } from '../resolutions/ReviewAsk.tsx'
import { MyPartCard } from './MyPartCard.tsx'
import { mergeWords } from './words/words.ts'

/** What the council made of what I raised: where it was brought together, what was resolved, and whether it is solved. */
export function MyCouncil() {
  const w = useWords(mergeWords)
  const parts = useQuery(reading(listMyParts))
  const reviews = useQuery(reading(listMyReviews))
  return (
    <>
      <PageHeader title={w.myTitle} lead={w.myLead} back={{ to: '/concerns' }} />
      <Shown read={reviews}>
        {({ items: asked }) => (
          <Shown read={parts}>
            {({ items: mine }) =>
              asked.length + mine.length === 0 ? (
                <EmptyState title={w.myEmpty} next={<LinkButton to="/concerns/new">{w.speak}</LinkButton>}>
                  {w.myEmptyText}
                </EmptyState>
              ) : (
                <>
                  {asked.map((review) => (
                    <ReviewAsk key={`${review.resolutionId} ${review.concernId}`} review={review} />
                  ))}
                  {mine.map((part) => (
                    <MyPartCard key={part.concernId} part={part} />
                  ))}
                </>
              )
            }
          </Shown>
        )}
      </Shown>
      <ButtonRow>
        <LinkButton kind="quiet" to="/council/by-code">
          {w.byCode}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
