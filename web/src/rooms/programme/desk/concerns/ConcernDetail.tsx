import { type ConcernPage, readConcern } from '@ronghe/contract/programme/concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { Card, CardItem, CardList, Facts } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import styles from '../desk.module.css'
import { ConcernAuthor } from './ConcernAuthor.tsx'
import { ConcernSteps } from './ConcernSteps.tsx'
import { concernDeskWords } from './words/words.ts'

/** One concern on one page: the words, who has it until when, what can be done, what happened. */
export function ConcernDetail() {
  const concernId = useParam('concernId')
  const read = useQuery(reading(readConcern, { params: { concernId } }))
  return <Shown read={read}>{(found) => <Whole key={found.id} found={found} />}</Shown>
}

function Whole({ found }: { readonly found: ConcernPage }) {
  const w = useWords(concernDeskWords)
  const text = useText()
  const format = useFormat()
  const { view } = useParams({ strict: false }) as { readonly view: string }
  return (
    <>
      <PageHeader
        title={[text(found.topic), found.place && text(found.place)].filter(Boolean).join(' · ')}
        above={[found.number, w.channels[found.channel], w.raisedOn(format.day(found.raisedOn))].join(' · ')}
        beside={
          <span className={styles.inline}>
            <Tag tone={found.clock.overdue ? 'alert' : found.clock.waitingFor ? 'going' : 'quiet'}>{w.states[found.state]}</Tag>
            {found.protected && <Tag tone="attention">{w.protectedTag}</Tag>}
          </span>
        }
        back={{ to: '/concerns/$view', params: { view }, label: w.back }}
      />
      {found.threatened && <Notice tone="alert" title={w.threatened} />}
      <TwoColumns beside={<Course found={found} />}>
        <Card title={w.words}>
          <p className={styles.words}>{found.words}</p>
          {found.carrier && (
            <p className="muted small">
              {w.carrier} {text(found.carrier)}
            </p>
          )}
          {found.sharing !== 'notAsked' && <p className="muted small">{w.sharing[found.sharing]}</p>}
        </Card>
        <Card>
          <Facts
            facts={[
              [w.owner, found.owner ? `${text(found.owner.organ)} · ${text(found.owner.post)}` : w.noOwner],
              [w.clock, <Due key="due" found={found} />],
            ]}
          />
        </Card>
        <ConcernSteps found={found} />
        <ConcernAuthor found={found} />
        {found.mergedHere.length > 0 && (
          <Card title={w.mergedHere}>
            <CardList>
              {found.mergedHere.map(({ id, number }) => (
                <CardItem key={id} title={number} to="/concerns/$view/$concernId" params={{ view, concernId: id }} />
              ))}
            </CardList>
          </Card>
        )}
        {found.published && (
          <Card title={w.published}>
            <Facts
              facts={[
                [w.publishedAsked, found.published.asked],
                [w.publishedDone, found.published.done],
              ]}
            />
          </Card>
        )}
      </TwoColumns>
    </>
  )
}

function Due({ found: { clock, protected: aboutStaff } }: { readonly found: ConcernPage }) {
  const w = useWords(concernDeskWords)
  const format = useFormat()
  if (clock.by === null) return w.noClock
  const day = format.day(clock.by)
  const words = clock.overdue ? w.late(day) : clock.waitingFor === 'screening' ? w.dueScreen(day) : w.dueAnswer(day)
  return clock.escalated === 'none' ? words : `${words} · ${aboutStaff ? w.readerReminded : w.escalated[clock.escalated]}`
}

/** What was said and done, with the words that went to the author. */
function Course({ found }: { readonly found: ConcernPage }) {
  const w = useWords(concernDeskWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.course}>
      <Timeline
        steps={found.events.map((event, place) => ({
          key: String(place),
          title: !event.step || event.step === 'none' ? w.events[event.kind] : found.protected ? w.readerReminded : w.escalated[event.step],
          when: [format.day(event.onDay), event.byAuthor ? w.byAuthor : event.by ? text(event.by) : undefined].filter(Boolean).join(' · '),
          ...(event.words !== null && { detail: <span className={styles.words}>{event.words}</span> }),
        }))}
      />
    </Card>
  )
}
