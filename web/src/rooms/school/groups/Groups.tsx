import { listStudyGroups } from '@ronghe/contract/school/study-groups.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../learning.module.css'
import { groupsWords } from './words/words.ts'

/** Study groups that run, and my own. */
export function Groups() {
  const w = useWords(groupsWords)
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/school' }} />
      <div className={styles.acts}>
        <LinkButton wide to="/school/groups/new">
          {w.start}
        </LinkButton>
      </div>
      <Shown read={useQuery(reading(listStudyGroups))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none}>{w.noneNext}</EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((group) => (
                  <CardItem
                    key={group.id}
                    to="/school/groups/$groupId"
                    params={{ groupId: group.id }}
                    title={group.name}
                    second={[
                      group.nextMeeting ? w.next(format.moment(group.nextMeeting)) : w.noMeeting,
                      group.open ? w.placesLeft(group.placesLeft) : w.shut,
                    ].join(' · ')}
                    end={group.state === 'closed' ? <Tag tone="quiet">{w.over}</Tag> : group.mine ? <Tag>{w.mine}</Tag> : undefined}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}
