import { listMyConcerns } from '@ronghe/contract/programme/concerns.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'
import { ClockLine } from './ConcernView.tsx'
import { toneOf } from './tone.ts'

export function MyConcerns() {
  const w = useWords(concernWords)
  const text = useText()
  const council = useSession().modules.council
  const pages = useInfiniteQuery(readingPages(listMyConcerns))
  return (
    <>
      <PageHeader title={w.listTitle} back={{ to: '/me' }} />
      <div className={styles.acts}>
        <LinkButton wide to="/concerns/new">
          {w.title}
        </LinkButton>
        <LinkButton kind="quiet" wide to="/concerns/code">
          {w.haveCode}
        </LinkButton>
        {council && (
          <LinkButton kind="quiet" wide to="/council/mine">
            {w.council}
          </LinkButton>
        )}
      </div>
      <Paged pages={pages} empty={<EmptyState title={w.listEmpty}>{w.listEmptyText}</EmptyState>}>
        {(items) => (
          <Card>
            <CardList>
              {items.map((concern) => (
                <CardItem
                  key={concern.id}
                  to="/concerns/$concernId"
                  params={{ concernId: concern.id }}
                  title={`${text(concern.topic)} ${concern.number}`}
                  second={<ClockLine of={concern} />}
                  end={<Tag tone={toneOf(concern)}>{w.states[concern.state]}</Tag>}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
    </>
  )
}
