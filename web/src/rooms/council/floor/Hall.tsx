import { silentOn, votersOn } from '@ronghe/floor'
import { useText } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { HallLayout } from '../../../shell/HallShell.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import styles from './floor.module.css'
import { stageOf, useNaming } from './naming.ts'
import { BenchTimes, PersonTimes, Queue, QuorumWords, ResultView, TurnClock } from './parts.tsx'
import { type Floor, useFloor, useMoment } from './use-floor.ts'

/** The wall: the motion, who speaks and how long still, who waits and why, the time of both benches, the result. */
export function HallFloor() {
  const { floor, error, again } = useFloor(useParam('meetingId'))
  if (!floor) return error ? <Refusal error={error} again={again} wholePage /> : <Loading />
  return <Wall floor={floor} />
}

function Wall({ floor: { read, state, offset } }: { readonly floor: Floor }) {
  const { w, title, span, question } = useNaming(state)
  const text = useText()
  const { item, vote, lastResult, rules } = state
  const at = useMoment(offset, item?.motion?.speaking?.runningSince != null)
  const outcomeOf = (id: string) => state.closed.find((one) => one.id === id)?.outcome
  const above = [
    text(read.meeting.council),
    w.title(read.meeting.number),
    read.meeting.kind === 'practice' ? w.practice : undefined,
    item?.motion?.number ? w.motionNumber(...(item.motion.number.split('-') as [string, string])) : undefined,
    state.phase === 'open' && item ? w.stages[stageOf(state)] : w.phases[state.phase],
  ]
  const shownTitle = item ? title(item.title) : lastResult && state.phase === 'open' ? title(state.closed.at(-1)?.title ?? {}) : undefined
  return (
    <HallLayout
      above={above.filter(Boolean).join(' · ')}
      title={shownTitle || (state.phase === 'open' ? w.noItem : w.phases[state.phase])}
      right={state.phase !== 'before' && <QuorumWords state={state} />}
      main={
        vote ? (
          <div className={styles.hallResult}>
            <h2>{w.voteOn(question(vote.question))}</h2>
            <p>{w.ways[vote.way]}</p>
            <p className={vote.way === 'secret' ? undefined : styles.hallCount}>
              {vote.way === 'secret'
                ? w.secretWaits
                : vote.tie
                  ? w.stages.tie
                  : vote.way === 'rollCall'
                    ? w.voted(Object.keys(vote.marks).length, votersOn(state, vote.question).length)
                    : w.counted(vote.counts.length)}
            </p>
          </div>
        ) : lastResult && state.phase !== 'closed' && !item?.motion?.speaking && (item === null || item.motion?.waiting.length === 0) ? (
          <div className={styles.hallResult}>
            <ResultView state={state} result={lastResult} />
          </div>
        ) : item?.motion ? (
          <div className={styles.hallNow}>
            <TurnClock
              state={state}
              at={at}
              limit={
                rules
                  ? w.limit(rules.floor.turns, span(rules.floor.secondsPerTurn * 1000), (read.articles['floor'] ?? '').split(' ')[0]!)
                  : undefined
              }
            />
          </div>
        ) : (
          <EmptyState title={state.phase === 'before' ? w.waitTitle : state.phase === 'closed' ? w.overTitle : w.phases[state.phase]}>
            {state.phase === 'before' ? w.waitNext : state.phase === 'closed' ? w.overNext : undefined}
          </EmptyState>
        )
      }
      side={
        <div className={styles.hallSide}>
          <h2>{item?.motion ? w.next : w.agenda}</h2>
          {item?.motion ? (
            <>
              <Queue state={state} most={4} />
              <PersonTimes state={state} at={at} />
            </>
          ) : (
            <ol className={styles.numbered}>
              {read.agenda.map((one) => (
                <li key={one.id}>
                  {text(one.title)}
                  {outcomeOf(one.id) !== undefined && <small className="muted"> {w.outcomes[outcomeOf(one.id)!]}</small>}
                </li>
              ))}
            </ol>
          )}
        </div>
      }
      foot={
        item?.motion && (
          <div className={styles.hallFoot}>
            <strong>{w.timeOnMotion}</strong>
            <BenchTimes state={state} at={at} />
            <span className="muted">{w.silent(silentOn(state).length)}</span>
          </div>
        )
      }
    />
  )
}
