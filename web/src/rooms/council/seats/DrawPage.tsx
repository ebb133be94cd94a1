import { type DrawPage as Page, listDraws, listMyDraws, readDraw } from '@ronghe/contract/council/draws.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { JoinDraw } from './JoinDraw.tsx'
import styles from './seats.module.css'
import { seatWords } from './words/words.ts'

export function Draws() {
  const councilId = useParam('councilId')
  const w = useWords(seatWords)
  const format = useFormat()
  const read = useQuery(reading(listDraws, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.drawTitle} lead={w.drawLead} back={{ to: '/council/$councilId', params: { councilId } }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={w.drawNone}
              next={
                <LinkButton kind="quiet" to="/council/$councilId/charter" params={{ councilId }}>
                  {w.charter}
                </LinkButton>
              }
            >
              {w.drawNoneText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((draw) => (
                  <CardItem
                    key={draw.id}
                    to="/council/draws/$drawId"
                    params={{ drawId: draw.id }}
                    title={w.drawOf(format.wholeDay(draw.openedOn))}
                    second={w.drawSeats(draw.seats.newcomers, draw.seats.locals)}
                    end={
                      <Tag tone={draw.state === 'finished' || draw.state === 'cancelled' ? 'quiet' : 'going'}>
                        {w.drawStates[draw.state]}
                      </Tag>
                    }
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

const going = ['closed', 'ready', 'drawn']

/** One draw, step by step, as it is published. While it moves on, so does the page. */
export function DrawPage() {
  const drawId = useParam('drawId')
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const signedIn = useSession().person !== null
  const read = useQuery({
    ...reading(readDraw, { params: { drawId } }),
    refetchInterval: (query) => (going.includes(query.state.data?.state ?? '') ? 5_000 : false),
  })
  const mine = useQuery({ ...reading(listMyDraws), enabled: signedIn && read.data?.state === 'open' })
  const own = mine.data?.items.find(({ draw }) => draw.id === drawId)
  return (
    <Shown read={read}>
      {(draw) => (
        <>
          <PageHeader
            title={w.drawOf(format.wholeDay(draw.openedOn))}
            above={text(draw.council.name)}
            back={{ to: '/council/$councilId/draws', params: { councilId: draw.council.id } }}
            beside={<Tag tone={draw.state === 'impossible' ? 'attention' : 'going'}>{w.drawStates[draw.state]}</Tag>}
            lead={w.drawLead}
          />
          <p className={styles.apart}>
            {w.drawSeats(draw.seats.newcomers, draw.seats.locals)}
            {draw.substitutes > 0 && ` · ${w.drawSubstitutes(draw.substitutes)}`}
          </p>
          {own && mine.data && <JoinDraw own={own} consent={mine.data.consent} />}
          <Pool draw={draw} />
          {(draw.commitment || draw.state === 'closed' || draw.conflict) && <Commitment draw={draw} />}
          {draw.state === 'ready' && (
            <Card title={w.steps.draw}>
              <p>{w.waitThrow}</p>
            </Card>
          )}
          {draw.drawn && <Drawn draw={draw} drawn={draw.drawn} />}
          {draw.commitment && <Repeat draw={draw} />}
        </>
      )}
    </Shown>
  )
}

function Pool({ draw }: { readonly draw: Page }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const signedIn = useSession().person !== null
  const feature = (name: string): string => w.features[name] ?? name
  const category = (name: string): string => w.categories[name] ?? name
  const { pool } = draw
  const say = (count: NonNullable<Page['pool']>['total']): string => (count.kind === 'shown' ? String(count.count) : w.tooFew)
  return (
    <Card title={w.steps.pool}>
      {draw.state === 'open' && (
        <>
          <p>{w.poolOpen(format.day(draw.closesOn))}</p>
          <p className="muted small">{w.poolLater}</p>
          {!signedIn && (
            <LinkButton kind="quiet" to="/sign-in" search={{ next: `/council/draws/${draw.id}` }}>
              {w.signIn}
            </LinkButton>
          )}
        </>
      )}
      {pool && (
        <>
          <p>{w.poolTotal(say(pool.total))}</p>
          <table className={styles.quotas}>
            <thead>
              <tr>
                <th scope="col">{w.quotas}</th>
                <th scope="col">{w.inPool}</th>
                <th scope="col">{w.quotaFrom}</th>
                <th scope="col">{w.quotaTo}</th>
              </tr>
            </thead>
            <tbody>
              {draw.quotas.map((quota) => (
                <tr key={`${quota.category} ${quota.feature}`}>
                  <th scope="row">
                    {category(quota.category)} · {feature(quota.feature)}
                  </th>
                  <td>{say(pool.rows.find((row) => row.category === quota.category && row.feature === quota.feature)!.count)}</td>
                  <td>{quota.min}</td>
                  <td>{quota.max}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {draw.leftOut.length > 0 && <p className="muted small">{w.leftOut(format.list(draw.leftOut.map(category)))}</p>}
        </>
      )}
    </Card>
  )
}

function Commitment({ draw }: { readonly draw: Page }) {
  const w = useWords(seatWords)
  const format = useFormat()
  return (
    <Card title={w.steps.commit}>
      {draw.state === 'closed' && <p role="status">{w.working}</p>}
      {draw.conflict && (
        <Notice tone="attention" title={w.conflictTitle}>
          {draw.conflict.changes.length === 0 ? (
            <p>{w.conflictNone}</p>
          ) : (
            <ul>
              {draw.conflict.changes.map(({ category, feature, from, to }) => (
                <li key={`${category} ${feature}`}>
                  {w.conflictChange(w.categories[category] ?? category, w.features[feature] ?? feature, from.join('–'), to.join('–'))}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {draw.commitment && draw.readyAt && (
        <>
          <p>{w.commitmentText(draw.panels ?? 0, format.moment(draw.readyAt))}</p>
          <p className={styles.hash}>{draw.commitment}</p>
          {draw.chances && <p>{w.chances(`${(100 * draw.chances.least).toFixed(1)}%`, `${(100 * draw.chances.greatest).toFixed(1)}%`)}</p>}
        </>
      )}
    </Card>
  )
}

function Drawn({ draw, drawn }: { readonly draw: Page; readonly drawn: NonNullable<Page['drawn']> }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const number = String(drawn.number).padStart(3, '0')
  return (
    <Card title={w.steps.draw}>
      <p>
        <strong>{drawn.by === 'dice' ? w.thrownDice(number) : w.thrownSeed(drawn.seed ?? '', number)}</strong>
        <br />
        <span className="muted small">{w.thrownAt(format.moment(drawn.at))}</span>
      </p>
      <h3 className={styles.apart}>{w.steps.asked}</h3>
      <div className={styles.drawn}>
        {(['newcomers', 'locals'] as const).map((bench) => (
          <section key={bench} aria-label={w.benches[bench]} className={styles.bench} data-bench={bench}>
            <h3>
              <GroupMark group={bench === 'newcomers' ? 'newcomer' : 'local'} />
              {w.benches[bench]}
            </h3>
            <ol>
              {drawn.rows
                .filter((row) => row.bench === bench)
                .map((row) => (
                  <li key={row.row} className={styles.place}>
                    <strong>{w.row(row.row)}</strong>
                    <span className="muted small">
                      {[w.place(row.place), w.roles[row.role], w.answers[row.answer]].join(' · ')}
                      <br />
                      {row.features
                        .filter((_, at) => draw.categories[at] !== 'group')
                        .map((name) => w.features[name] ?? name)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
            </ol>
          </section>
        ))}
      </div>
    </Card>
  )
}

const files = ['respondents.csv', 'categories.csv', 'lottery.json'] as const

function Repeat({ draw }: { readonly draw: Page }) {
  const w = useWords(seatWords)
  const seats = draw.quotas.filter(({ category }) => category === 'group').reduce((sum, { min }) => sum + min, 0)
  const { drawn } = draw
  const base = `sortition draw --respondents respondents.csv --categories categories.csv --seats ${seats}`
  const command =
    drawn?.by === 'seed'
      ? `${base} --seed "${drawn.seed}" --out draw`
      : drawn
        ? `${base} --hold --out draw\nsortition pick --lottery draw/lottery.json --number ${drawn.number}`
        : `${base} --hold --out draw`
  return (
    <Card title={w.repeat}>
      <p>{w.repeatLead}</p>
      <div className={styles.downloads}>
        {files.map((name) => (
          <LinkButton key={name} kind="quiet" icon="file" href={`/api/v1/draws/${draw.id}/files/${name}`}>
            {w.download(name)}
          </LinkButton>
        ))}
      </div>
      <pre className={styles.command}>{command}</pre>
      <p className="muted small">{w.repeatOrder}</p>
    </Card>
  )
}
