import { readDraw, type DrawPage } from '@ronghe/contract/council/draws.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { HallLayout } from '../../../shell/HallShell.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './draw-hall.module.css'
import { seatWords } from './words/words.ts'

/** The draw on the wall: fingerprint, what fell, and the rows that were drawn, bench beside bench. It follows what the clerk enters. */
export function DrawHall() {
  const drawId = useParam('drawId')
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery({ ...reading(readDraw, { params: { drawId } }), refetchInterval: 2_000, staleTime: 0 })
  const draw = read.data
  return (
    <HallLayout
      above={draw && text(draw.council.name)}
      title={w.drawTitle}
      right={draw && <p>{w.drawStates[draw.state]}</p>}
      main={
        <Shown read={read}>
          {(data) => (data.drawn ? <Rows drawn={data.drawn} categories={data.categories} /> : <Before draw={data} />)}
        </Shown>
      }
      foot={
        draw?.commitment && (
          <p>
            {w.commitment}
            {draw.readyAt && <span className="muted"> · {format.moment(draw.readyAt)}</span>}
            <br />
            <span className={styles.hash}>{draw.commitment}</span>
          </p>
        )
      }
    />
  )
}

function Before({ draw }: { readonly draw: DrawPage }) {
  const w = useWords(seatWords)
  const format = useFormat()
  return (
    <div className={styles.before}>
      <p className={styles.seats}>{w.drawSeats(draw.seats.newcomers, draw.seats.locals)}</p>
      <p>
        {draw.state === 'open'
          ? w.poolOpen(format.day(draw.closesOn))
          : draw.state === 'closed'
            ? w.working
            : draw.state === 'impossible'
              ? w.conflictTitle
              : w.waitThrow}
      </p>
      {draw.pool?.total.kind === 'shown' && <p>{w.poolTotal(String(draw.pool.total.count))}</p>}
    </div>
  )
}

function Rows({ drawn, categories }: { readonly drawn: NonNullable<DrawPage['drawn']>; readonly categories: readonly string[] }) {
  const w = useWords(seatWords)
  const number = String(drawn.number).padStart(3, '0')
  return (
    <>
      <p className={styles.thrown} role="status">
        {drawn.by === 'dice' ? w.thrownDice(number) : w.thrownSeed(drawn.seed ?? '', number)}
      </p>
      <div className={styles.benches}>
        {(['newcomers', 'locals'] as const).map((bench) => (
          <section key={bench} data-bench={bench} className={styles.bench} aria-label={w.benches[bench]}>
            <h2>
              <GroupMark group={bench === 'newcomers' ? 'newcomer' : 'local'} />
              {w.benches[bench]}
            </h2>
            <ol className={styles.rows}>
              {drawn.rows
                .filter((row) => row.bench === bench)
                .map((row) => (
                  <li key={row.row} data-role={row.role}>
                    <strong>{w.row(row.row)}</strong>
                    <span>
                      {row.role === 'substitute' && `${w.roles.substitute} · `}
                      {row.features
                        .filter((_, at) => categories[at] !== 'group')
                        .map((name) => w.features[name] ?? name)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  )
}
