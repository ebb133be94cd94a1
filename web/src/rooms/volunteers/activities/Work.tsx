import { type ActivityLine, listWork } from '@ronghe/contract/volunteers/activities.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { placeOf } from '../../../platform/place.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { toneOf } from './Volunteers.tsx'
import { activityWords } from './words/words.ts'

/** For whoever leads, on the phone and at the desk: ideas that wait, and the own activities in every state. */
export function Work() {
  const w = useWords(activityWords)
  const pages = useInfiniteQuery(readingPages(listWork, { query: { limit: 50 } }))
  return (
    <>
      <PageHeader
        title={w.workTitle}
        lead={w.workLead}
        {...(placeOf(location.pathname).door === 'desk' ? {} : { back: { to: '/volunteers' } })}
      />
      <div className={styles.acts}>
        <LinkButton wide to="/volunteers/work/new">
          {w.newActivity}
        </LinkButton>
      </div>
      <Paged pages={pages} empty={<EmptyState title={w.workEmpty}>{w.workEmptyText}</EmptyState>}>
        {(items) => {
          const ideas = items.filter(({ state }) => state === 'proposed')
          const over = items.filter(({ state }) => isOver(state))
          const going = items.filter(({ state }) => state !== 'proposed' && !isOver(state))
          return (
            <>
              {ideas.length > 0 && (
                <Card title={w.ideas}>
                  <Lines items={ideas} />
                </Card>
              )}
              {going.length > 0 && (
                <Card title={w.going} className={styles.after}>
                  <Lines items={going} />
                </Card>
              )}
              {over.length > 0 && (
                <Card title={w.overTag} className={styles.after}>
                  <Lines items={over} />
                </Card>
              )}
            </>
          )
        }}
      </Paged>
    </>
  )
}

const isOver = (state: ActivityLine['state']): boolean => ['closed', 'cancelled', 'declined'].includes(state)

function Lines({ items }: { readonly items: readonly ActivityLine[] }) {
  const w = useWords(activityWords)
  const text = useText()
  const span = useSpan()
  return (
    <CardList>
      {items.map((item) => (
        <CardItem
          key={item.id}
          title={text(item.title)}
          second={[item.next && span(item.next), item.next && w.places(item.next.placesLeft), item.team && text(item.team.name)]
            .filter(Boolean)
            .join(' · ')}
          end={
            <span className={styles.tags}>
              {item.next && item.next.missing > 0 && ['open', 'running'].includes(item.state) && (
                <Tag tone="attention">{w.missing(item.next.missing)}</Tag>
              )}
              <Tag tone={toneOf(item.state)}>{item.state === 'proposed' ? w.ideaTag : w.state[item.state]}</Tag>
            </span>
          }
          to="/volunteers/work/$activityId"
          params={{ activityId: item.id }}
        />
      ))}
    </CardList>
  )
}
