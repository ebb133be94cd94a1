import { leftMs, quorumOf, isQuorate, timeByBench, timeByPerson, whoIsNext, type FloorState, type Result } from '@ronghe/floor'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './floor.module.css'
import { asClock, useNaming } from './naming.ts'
import type { Line } from './use-floor.ts'
import { floorWords } from './words/words.ts'

export const groupOf = (bench: string | null): 'newcomer' | 'local' | null =>
  bench === 'newcomers' ? 'newcomer' : bench === 'locals' ? 'local' : null

/** Blue with a circle, amber with a diamond; the chair has no bench. */
export function BenchTag({ bench, more }: { readonly bench: string | null; readonly more?: string | undefined }) {
  const w = useWords(floorWords)
  const groupName = useGroupName()
  const group = groupOf(bench)
  return (
    <Tag tone={group ?? 'quiet'}>
      {group ? groupName(group) : w.chair}
      {more !== undefined && ` · ${more}`}
    </Tag>
  )
}

/** How much is left of the running turn, as a ring and as figures. Nothing blinks; held, it stands still. */
export function TurnClock({ state, at, limit }: { readonly state: FloorState; readonly at: string; readonly limit?: string | undefined }) {
  const { w, name } = useNaming(state)
  const turn = state.item?.motion?.speaking
  if (!turn)
    return (
      <div>
        <p className={styles.nobody}>{w.nobodySpeaks}</p>
        {limit !== undefined && <p className={styles.hallLimit}>{limit}</p>}
      </div>
    )
  const left = leftMs(turn, at)
  const bench = state.delegates.find(({ id }) => id === turn.delegateId)?.bench ?? null
  const around = 2 * Math.PI * 45
  return (
    <div className={styles.speaking}>
      <div className={classNames(styles.clock, bench === 'newcomers' ? styles.newcomers : bench === 'locals' ? styles.locals : undefined)}>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="45" className={styles.track} />
          <circle
            cx="50"
            cy="50"
            r="45"
            className={styles.rest}
            strokeDasharray={`${(around * left) / turn.budgetMs} ${around}`}
            transform="rotate(-90 50 50)"
          />
        </svg>
        <div className={styles.figures}>
          <strong role="timer">{asClock(left)}</strong>
          <span>{w.turn(turn.turn)}</span>
        </div>
      </div>
      <div className={styles.speaker}>
        <BenchTag bench={bench} more={w.stances[turn.stance]} />
        <p className={styles.name}>{name(turn.delegateId)}</p>
        {turn.interpretingSince !== null ? (
          <p className="muted">{w.heldInterpreting}</p>
        ) : (
          turn.runningSince === null && <p className="muted">{w.held}</p>
        )}
        {limit !== undefined && <p className={styles.hallLimit}>{limit}</p>}
      </div>
    </div>
  )
}

/** Who waits, in the order of the charter, each with the reason. */
export function Queue({ state, most = 6 }: { readonly state: FloorState; readonly most?: number }) {
  const { w, name, why } = useNaming(state)
  const next = whoIsNext(state)
  if (next.length === 0) return <p className="muted">{w.nobodyWaits}</p>
  return (
    <ol className={styles.queue}>
      {next.slice(0, most).map(({ delegateId, stance, because }) => (
        <li key={delegateId}>
          <span>
            {name(delegateId)}{' '}
            <BenchTag bench={state.delegates.find(({ id }) => id === delegateId)?.bench ?? null} more={w.stances[stance]} />
          </span>
          <small>{why(because)}</small>
        </li>
      ))}
    </ol>
  )
}

/** The benches' time beside the benches' seats: a share of time means something only beside the share of seats. */
export function BenchTimes({
  state,
  at,
  of = 'motion',
}: {
  readonly state: FloorState
  readonly at: string
  readonly of?: 'motion' | 'meeting'
}) {
  const { w, span } = useNaming(state)
  const format = useFormat()
  const groupName = useGroupName()
  const times = timeByBench(state, at, of)
  return (
    <div className={styles.times}>
      {times.map(({ bench, ms, share, seatShare }) => {
        const group = groupOf(bench)!
        return (
          <div key={bench} className={styles.bench}>
            <span className={styles.benchName}>
              <GroupMark group={group} /> {groupName(group)}
            </span>
            <span className={styles.track2} aria-hidden="true">
              <span className={classNames(styles.fill, styles[bench])} style={{ width: `${(share ?? 0) * 100}%` }} />
              <span className={styles.seatMark} style={{ left: `${seatShare * 100}%` }} />
            </span>
            <span className={styles.benchWords}>
              <strong>{span(ms)}</strong>
              <small>
                {share !== null && `${w.timeShare(format.percent(share))} · `}
                {w.seatsShare(format.percent(seatShare))}
              </small>
            </span>
          </div>
        )
      })}
    </div>
  )
}

export function QuorumWords({ state }: { readonly state: FloorState }) {
  const { w } = useNaming(state)
  const groupName = useGroupName()
  const quorum = quorumOf(state)
  const chair = state.delegates.find(({ bench }) => bench === null)
  return (
    <>
      <p>
        {w.present(state.present.length, state.delegates.length)} · {isQuorate(quorum) ? w.quorumMet : w.quorumMissed}
      </p>
      <p className="muted">
        {quorum
          .flatMap(({ bench, has }) => (bench === null ? [] : [w.benchPresent(groupName(groupOf(bench)!), has)]))
          .concat(chair && state.present.includes(chair.id) ? [w.benchPresent(w.chair, 1)] : [])
          .join(' · ')}
      </p>
    </>
  )
}

/** What the vote said, in total and per bench, beside what the charter asked for; what was not met stands out. */
export function ResultView({ state, result }: { readonly state: FloorState; readonly result: Result }) {
  const { w, question } = useNaming(state)
  const groupName = useGroupName()
  const { total, benches } = result.count
  // Where the benches' totals are nobody's to know there is one line.
  const parts = [
    { bench: null, figures: total },
    ...(result.way === 'secret' ? [] : (state.rules?.benches ?? []).map((bench) => ({ bench, figures: benches[bench] }))),
  ]
  return (
    <div className={styles.result}>
      <p className={styles.verdict}>
        {question(result.question)} <strong>{w.results[result.decision.kind]}</strong>
      </p>
      <ul className={styles.plain}>
        {parts.map(({ bench, figures }) => (
          <li key={bench ?? 'total'} className={styles.part}>
            <span className={styles.partName}>
              {bench !== null && <GroupMark group={groupOf(bench)!} />} {bench === null ? w.conditions.total : groupName(groupOf(bench)!)}
            </span>
            <span>
              {figures && w.forAgainst(figures.for, figures.against, figures.abstain)}
              {result.decision.conditions
                .filter((one) => one.bench === bench)
                .map(({ what, has, needs, met }) => (
                  <small key={what} className={met ? styles.met : styles.unmet}>
                    {w.conditions[what]} {w.conditionLine(has, needs)} {met ? w.met : w.notMet}
                  </small>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who has spoken how long on this motion, in the order of the seats. */
export function PersonTimes({ state, at }: { readonly state: FloorState; readonly at: string }) {
  const { w, name, span } = useNaming(state)
  const spoken = timeByPerson(state, at).filter(({ turns }) => turns > 0)
  if (spoken.length === 0) return null
  return (
    <div>
      <h3>{w.spokeByPerson}</h3>
      <ul className={styles.persons}>
        {spoken.map(({ delegateId, ms, bench }) => (
          <li key={delegateId}>
            {groupOf(bench) && <GroupMark group={groupOf(bench)!} />} {name(delegateId)} <small>{span(ms)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Said calmly: on, coming back, or offline. */
export function LineState({ line, waiting }: { readonly line: Line; readonly waiting: number }) {
  const w = useWords(floorWords)
  return (
    <p className={classNames(styles.line, line !== 'live' && styles.lineOff)} role="status">
      {w.line[line]}
      {waiting > 0 && line !== 'live' && ` · ${w.queued(waiting)}`}
    </p>
  )
}
