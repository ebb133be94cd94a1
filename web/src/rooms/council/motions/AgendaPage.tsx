import { type Agenda, type AgendaItem, readAgenda } from '@ronghe/contract/council/agenda.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { residentAddress } from '../meetings/address.ts'
import { BenchTag, groupOf } from './MotionTags.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** The agenda of a meeting for everybody: what comes when, and why there. */
export function AgendaPage() {
  const meetingId = useParam('meetingId')
  const w = useWords(motionWords)
  const format = useFormat()
  return (
    <Shown read={useQuery(reading(readAgenda, { params: { meetingId } }))}>
      {(agenda) => (
        <>
          <PageHeader
            title={w.agendaTitle}
            above={agenda.number === null ? w.practice : w.agendaOf(agenda.number)}
            lead={`${format.moment(agenda.startsAt)} · ${agenda.place}`}
            back={{ to: '/council/meetings/$meetingId', params: { meetingId } }}
          />
          {agenda.items.length === 0 ? (
            <EmptyState
              title={w.agendaNone}
              next={
                <LinkButton to="/council/$councilId/motions" params={{ councilId: agenda.councilId }}>
                  {w.title}
                </LinkButton>
              }
            >
              {w.agendaNoneText(format.wholeDay(agenda.sendBy))}
            </EmptyState>
          ) : (
            <>
              <Items agenda={agenda} />
              <Parity agenda={agenda} />
              <AgendaNotes agenda={agenda} />
              <ButtonRow>
                <LinkButton kind="quiet" icon="print" to="/council/meetings/$meetingId/agenda/print" params={{ meetingId }}>
                  {w.printAgenda}
                </LinkButton>
              </ButtonRow>
            </>
          )}
        </>
      )}
    </Shown>
  )
}

function Items({ agenda }: { readonly agenda: Agenda }) {
  const text = useText()
  return (
    <Card>
      <ol className={styles.agenda}>
        {agenda.items.map((item) => (
          <li key={item.id}>
            <span className={styles.place}>{item.position}</span>
            <AgendaItemBody item={item} />
          </li>
        ))}
      </ol>
      <ReadAloud text={agenda.items.map(({ position, title }) => `${position}. ${text(title)}`).join('\n')} />
    </Card>
  )
}

/** Why it stands where it stands, in words. */
export function useWhy(): (item: AgendaItem) => string {
  const w = useWords(motionWords)
  const format = useFormat()
  const name = useGroupName()
  return ({ why }) => {
    if (why.rule === 'waitedLongest') return w.why.waitedLongest(why.meetings)
    if (why.rule === 'turn') return w.why.turn(name(groupOf(why.bench)), format.day(why.since))
    if (why.rule === 'noneOfOther') return w.why.noneOfOther(format.day(why.since))
    return w.why[why.rule]
  }
}

export function AgendaItemBody({ item }: { readonly item: AgendaItem }) {
  const w = useWords(motionWords)
  const text = useText()
  const why = useWhy()
  const title = text(item.title)
  return (
    <div className={styles.itemBody}>
      <span className={styles.itemTitle}>
        {item.motion ? (
          <Link to={'/council/motions/$motionId' as string} params={{ motionId: item.motion.id } as never}>
            {title}
          </Link>
        ) : (
          title
        )}
      </span>
      <span className={styles.tags}>
        <Tag tone="quiet">{w.itemKinds[item.kind]}</Tag>
        {item.motion?.number && <Tag tone="quiet">{w.number(item.motion.number.year, item.motion.number.number)}</Tag>}
        <BenchTag bench={item.bench} />
        {item.motion?.ground === 'notYet' && <Tag tone="attention">{w.ground.notYet}</Tag>}
      </span>
      {item.motion?.summary && <span>{text(item.motion.summary)}</span>}
      <span className="muted small">{why(item)}</span>
      {item.moved && <span className="muted small">{w.moved(item.moved.from, item.moved.because)}</span>}
    </div>
  )
}

export function Parity({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const name = useGroupName()
  return (
    <Card title={w.agendaParityTitle}>
      <div className={styles.parity}>
        {(['newcomers', 'locals'] as const).map((bench) => (
          <div key={bench}>
            <GroupMark group={groupOf(bench)} /> {name(groupOf(bench))}
            <strong>{w.pieces(agenda.parity[bench])}</strong>
          </div>
        ))}
      </div>
      {agenda.parity.neither > 0 && (
        <p className={`muted small ${styles.note}`}>
          {w.neither} {w.pieces(agenda.parity.neither)}
        </p>
      )}
    </Card>
  )
}

export function AgendaNotes({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const format = useFormat()
  return (
    <>
      {agenda.confirmedAt && <p className="muted small">{w.agendaConfirmed(format.moment(agenda.confirmedAt))}</p>}
      {agenda.lateReason && <p className="muted small">{w.agendaLate(agenda.lateReason)}</p>}
    </>
  )
}

export function AgendaSheet() {
  const meetingId = useParam('meetingId')
  const w = useWords(motionWords)
  return (
    <Shown read={useQuery(reading(readAgenda, { params: { meetingId } }))}>
      {(agenda) => (
        <>
          <div className="screen-only">
            <PageHeader title={w.printAgenda} back={{ to: '/council/meetings/$meetingId/agenda', params: { meetingId } }} />
            <ButtonRow>
              <Button icon="print" onPress={() => print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
          <Sheet agenda={agenda} />
        </>
      )}
    </Shown>
  )
}

function Sheet({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  const why = useWhy()
  const name = useGroupName()
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <PrintSheet
      title={w.agendaTitle}
      number={[agenda.number === null ? w.practice : w.agendaOf(agenda.number), format.moment(agenda.startsAt), agenda.place].join(' · ')}
      address={residentAddress(`/council/meetings/${agenda.meetingId}/agenda`)}
      printedAt={printedAt}
    >
      <div className={styles.sheet}>
        <table>
          <thead>
            <tr>
              <th>{w.sheetPosition}</th>
              <th>{w.sheetItem}</th>
              <th>{w.colBench}</th>
              <th>{w.sheetWhy}</th>
            </tr>
          </thead>
          <tbody>
            {agenda.items.map((item) => (
              <tr key={item.id}>
                <td>{item.position}</td>
                <td>
                  {[
                    item.motion?.number && w.number(item.motion.number.year, item.motion.number.number),
                    text(item.title),
                    item.motion?.ground === 'notYet' && w.ground.notYet,
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </td>
                <td>{item.bench ? name(groupOf(item.bench)) : ''}</td>
                <td>{[why(item), item.moved && w.moved(item.moved.from, item.moved.because)].filter(Boolean).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AgendaNotes agenda={agenda} />
    </PrintSheet>
  )
}
