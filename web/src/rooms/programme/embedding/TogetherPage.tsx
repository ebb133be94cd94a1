import { type JointLine, listJointItems, readJointActivity } from '@ronghe/contract/programme/embedding.ts'
import type { PartyRole } from '@ronghe/contract/programme/joint-items.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWayBack } from '../way-back.ts'
import styles from './embedding.module.css'
import { embeddingWords } from './words/words.ts'

/** What organs do together, the newest first. */
export function Together() {
  const w = useWords(embeddingWords)
  const back = useWayBack()
  const pages = useInfiniteQuery(readingPages(listJointItems))
  return (
    <>
      <PageHeader title={w.together} lead={w.togetherLead} back={back} />
      <Paged pages={pages} empty={<EmptyState title={w.togetherEmpty}>{w.togetherEmptyText}</EmptyState>}>
        {(items) => (
          <Card>
            <JointLines items={items} />
          </Card>
        )}
      </Paged>
      <div className={styles.acts}>
        <LinkButton kind="quiet" wide to="/embedding">
          {w.toGraph}
        </LinkButton>
      </div>
    </>
  )
}

/** Of one organ, on its page; nothing where it has none. */
export function TogetherOf({ organId }: { readonly organId: string }) {
  const w = useWords(embeddingWords)
  const read = useQuery(reading(listJointItems, { query: { organId, limit: 10 } }))
  if (!read.data || read.data.items.length === 0) return null
  return (
    <Card title={w.together}>
      <JointLines items={read.data.items} />
      <LinkButton kind="plain" to="/embedding">
        {w.toGraph}
      </LinkButton>
    </Card>
  )
}

function JointLines({ items }: { readonly items: readonly JointLine[] }) {
  const w = useWords(embeddingWords)
  const text = useText()
  const format = useFormat()
  return (
    <CardList>
      {items.map(({ thingId, kind, title, link, on, parties }) => (
        <CardItem
          key={`${kind} ${thingId}`}
          to={link}
          title={text(title)}
          second={w.line(format.day(on), format.list(parties.map(({ organ }) => text(organ.name))))}
          end={<Tag tone="quiet">{w.kinds[kind]}</Tag>}
        />
      ))}
    </CardList>
  )
}

/** One joint activity, whom it takes and what came of it. */
export function TogetherPage() {
  const w = useWords(embeddingWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readJointActivity, { params: { activityId: useParam('activityId') } }))
  return (
    <Shown read={read}>
      {(activity) => (
        <>
          <PageHeader
            title={text(activity.title)}
            back={{ to: '/together' }}
            beside={<Tag tone={activity.state === 'planned' ? 'going' : 'quiet'}>{w.states[activity.state]}</Tag>}
          />
          {activity.because && (
            <Notice tone="attention" title={w.because}>
              {text(activity.because)}
            </Notice>
          )}
          {activity.cameOf && (
            <Card title={w.cameOf}>
              <p className={styles.words}>{text(activity.cameOf)}</p>
            </Card>
          )}
          <Card>
            <Facts
              facts={[
                [w.when, `${format.moment(activity.startsAt)}–${format.time(activity.endsAt)}`] as const,
                ...(activity.place ? [[w.place, text(activity.place)] as const] : []),
                ...(activity.community ? [[w.community, text(activity.community.name)] as const] : []),
              ]}
            />
          </Card>
          <Card title={w.what}>
            <p className={styles.words}>{text(activity.what)}</p>
          </Card>
          <Parties parties={activity.parties} />
          <p className="muted small">{w.plannedBy(text(activity.plannedBy))}</p>
        </>
      )}
    </Shown>
  )
}

export function Parties({ parties }: { readonly parties: readonly PartyRole[] }) {
  const w = useWords(embeddingWords)
  const text = useText()
  if (parties.length === 0) return null
  return (
    <Card title={w.who}>
      <CardList>
        {parties.map(({ organ, role }) => (
          <CardItem key={organ.id} to="/organs/$organId" params={{ organId: organ.id }} title={text(organ.name)} second={text(role)} />
        ))}
      </CardList>
    </Card>
  )
}
