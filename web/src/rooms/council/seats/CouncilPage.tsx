import { type CouncilPage as Page, listCouncils, readCouncil, type SeatCard } from '@ronghe/contract/council/council.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { type Back, PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { councilLinks } from '../council-links.ts'
import styles from './seats.module.css'
import { seatWords } from './words/words.ts'

/** `/council`: the street's council, or a choice where it has several. */
export function Councils() {
  const w = useWords(seatWords)
  const text = useText()
  const read = useQuery(reading(listCouncils))
  return (
    <Shown read={read}>
      {({ items }) => {
        const [only] = items
        if (items.length === 1 && only?.founded) return <Council councilId={only.id} back={{ to: '/' }} />
        return (
          <>
            <PageHeader title={w.councils} back={{ to: '/' }} lead={items.length > 1 ? w.severalLead : undefined} />
            {items.length === 0 ? (
              <EmptyState
                title={w.noCouncil}
                next={
                  <LinkButton kind="quiet" to="/organs">
                    {w.organ}
                  </LinkButton>
                }
              >
                {w.noCouncilText}
              </EmptyState>
            ) : (
              <Card>
                <CardList>
                  {items.map((council) => (
                    <CardItem
                      key={council.id}
                      to={council.founded ? '/council/$councilId' : '/organs/$organId'}
                      params={council.founded ? { councilId: council.id } : { organId: council.id }}
                      title={text(council.name)}
                      second={council.summary ? text(council.summary) : undefined}
                      end={!council.founded && <Tag tone="attention">{w.notFounded}</Tag>}
                    />
                  ))}
                </CardList>
              </Card>
            )}
          </>
        )
      }}
    </Shown>
  )
}

export const CouncilPage = () => <Council councilId={useParam('councilId')} back={{ to: '/council' }} />

function Council({ councilId, back }: { readonly councilId: string; readonly back: Back }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const signedIn = useSession().person !== null
  const read = useQuery(reading(readCouncil, { params: { councilId } }))
  return (
    <Shown read={read}>
      {(council) => (
        <>
          <PageHeader title={text(council.organ.name)} back={back} lead={council.organ.summary ? text(council.organ.summary) : undefined} />
          <Card title={w.nextMeeting}>
            {council.nextMeeting ? (
              <CardList>
                <CardItem
                  title={format.moment(council.nextMeeting.startsAt)}
                  second={council.nextMeeting.place}
                  to="/council/meetings/$meetingId"
                  params={{ meetingId: council.nextMeeting.id }}
                />
              </CardList>
            ) : (
              <p>{w.noMeeting}</p>
            )}
          </Card>
          <Seats council={council} />
          <Card title={w.ways2}>
            <CardList>
              {councilLinks.map(({ title, second, to, ofCouncil }) => (
                <CardItem key={to} title={text(title)} second={text(second)} to={to} {...(ofCouncil && { params: { councilId } })} />
              ))}
              <CardItem
                title={w.charter}
                second={w.charterSecond(council.charter.number, format.wholeDay(council.charter.inForceFrom))}
                to="/council/$councilId/charter"
                params={{ councilId }}
              />
              <CardItem
                title={w.draws}
                second={w.drawsSecond}
                to="/council/$councilId/draws"
                params={{ councilId }}
                end={council.running.draw && <Tag>{w.drawRunning}</Tag>}
              />
              <CardItem
                title={w.calls}
                second={w.callsSecond}
                to="/council/$councilId/calls"
                params={{ councilId }}
                end={council.running.calls > 0 && <Tag>{w.callsRunning(council.running.calls)}</Tag>}
              />
              {signedIn && <CardItem title={w.mySeat} second={w.mySeatSecond} to="/council/my-seat" />}
              <CardItem title={w.organ} to="/organs/$organId" params={{ organId: councilId }} />
            </CardList>
          </Card>
          <ParityCard council={council} />
          <CrossPostings council={council} />
          <Card title={w.whatItIs}>
            <p>{text(council.charter.advises)}</p>
            <p>
              <a href={`/popolo/${councilId}`}>{w.popolo}</a>
            </p>
          </Card>
        </>
      )}
    </Shown>
  )
}

function Seats({ council }: { readonly council: Page }) {
  const w = useWords(seatWords)
  const chair = council.seats.filter(({ bench }) => bench === null)
  return (
    <Card title={w.seatsTitle}>
      <p className="muted small">{w.seatsLead}</p>
      <ul className={styles.chair}>
        {chair.map((seat) => (
          <Place key={seat.seatId} seat={seat} oath={council.charter.oath} />
        ))}
      </ul>
      <div className={styles.benches}>
        {(['newcomers', 'locals'] as const).map((bench) => (
          <BenchColumn key={bench} council={council} bench={bench} />
        ))}
      </div>
    </Card>
  )
}

function BenchColumn({ council, bench }: { readonly council: Page; readonly bench: Bench }) {
  const w = useWords(seatWords)
  const seats = council.seats.filter((seat) => seat.bench === bench)
  return (
    <section className={styles.bench} data-bench={bench} aria-label={w.benches[bench]}>
      <h3>
        <GroupMark group={bench === 'newcomers' ? 'newcomer' : 'local'} />
        {w.benches[bench]}
      </h3>
      <p className="muted small">
        {[w.inOffice(seats.filter(({ delegate }) => delegate).length), w.substitutes(council.substitutes[bench])].join(' · ')}
      </p>
      <ul>
        {seats.map((seat) => (
          <Place key={seat.seatId} seat={seat} oath={council.charter.oath} />
        ))}
      </ul>
    </section>
  )
}

function Place({ seat: { bench, number, delegate }, oath }: { readonly seat: SeatCard; readonly oath: boolean }) {
  const w = useWords(seatWords)
  const format = useFormat()
  if (!delegate)
    return (
      <li className={styles.place} data-vacant>
        <strong>{w.vacant}</strong>
        <span className="muted small">{bench ? w.seat(number) : w.chair}</span>
      </li>
    )
  return (
    <li className={styles.place}>
      <strong>{delegate.name}</strong>
      <span className="muted small">
        {[bench === null ? w.chair : delegate.deputy ? w.deputy : w.seat(number), w.ways[delegate.way]].join(' · ')}
        <br />
        {w.until(format.month(delegate.until))}
        {oath && delegate.oathOn && ` · ${w.sworn}`}
        {delegate.contactHours && (
          <>
            <br />
            {delegate.contactHours}
          </>
        )}
      </span>
    </li>
  )
}

function ParityCard({ council: { parity } }: { readonly council: Page }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const { attendance } = parity
  return (
    <Card title={w.parity}>
      {parity.holds ? (
        <p>{w.parityHolds(parity.newcomers, parity.locals)}</p>
      ) : (
        <Notice tone="attention">{w.parityBroken(parity.newcomers, parity.locals, parity.most)}</Notice>
      )}
      {attendance && <p>{w.attendance(format.day(attendance.day), attendance.newcomersPercent, attendance.localsPercent)}</p>}
      {attendance && !attendance.holds && (
        <Notice tone="attention">{w.attendanceGap(attendance.gapPercent, attendance.mostGapPercent)}</Notice>
      )}
    </Card>
  )
}

function CrossPostings({ council: { organ } }: { readonly council: Page }) {
  const w = useWords(seatWords)
  const text = useText()
  if (organ.crossPostings.length === 0) return null
  return (
    <Card title={w.cross}>
      <CardList>
        {organ.crossPostings.map(({ name, here, there }) => (
          <CardItem
            key={`${name} ${there.organ.id} ${text(there.post)}`}
            to="/organs/$organId"
            params={{ organId: there.organ.id }}
            title={name}
            second={`${text(here)} · ${text(there.organ.name)} ${text(there.post)}`}
          />
        ))}
      </CardList>
    </Card>
  )
}
