import { silentOn, votersOn } from '@ronghe/floor'
import { useText } from '../../../platform/language/language.tsx'
import { useFormat } from '../../../platform/language/format.ts'
import { Card } from '../../../ui/Card.tsx'
import styles from './floor.module.css'
import { stageOf, useNaming } from './naming.ts'
import { BenchTimes, PersonTimes, Queue, QuorumWords, ResultView, TurnClock } from './parts.tsx'
import { type Floor, useMoment } from './use-floor.ts'

/** Where the meeting is: what is open, who speaks, who waits and why, whose time it was, what was decided. */
export function Standing({ floor: { read, state, recent, offset } }: { readonly floor: Floor }) {
  const { w, title, question, happened } = useNaming(state)
  const text = useText()
  const format = useFormat()
  const { item, vote, lastResult } = state
  const at = useMoment(offset, item?.motion?.speaking?.runningSince != null)
  return (
    <>
      {item && (
        <Card title={title(item.title)}>
          <p className="muted">
            {w.stages[stageOf(state)]} · {w.presiding(state.delegates.find(({ id }) => id === state.presidingId)?.name ?? '')}
          </p>
          {vote && (
            <p>
              {w.voteOn(question(vote.question))} · {w.ways[vote.way]}
              {vote.way === 'rollCall' && ` · ${w.voted(Object.keys(vote.marks).length, votersOn(state, vote.question).length)}`}
            </p>
          )}
          {item.motion && !vote && <TurnClock state={state} at={at} />}
        </Card>
      )}
      {lastResult && (
        <Card>
          <ResultView state={state} result={lastResult} />
        </Card>
      )}
      {item?.motion && !vote && (
        <Card title={w.next}>
          <Queue state={state} />
        </Card>
      )}
      {item?.motion && (
        <Card title={w.timeOnMotion}>
          <BenchTimes state={state} at={at} />
          <PersonTimes state={state} at={at} />
          <p className="muted">{w.silent(silentOn(state).length)}</p>
        </Card>
      )}
      {item?.motion && item.motion.lines.length > 0 && (
        <Card title={w.motionText}>
          <ol className={styles.numbered}>
            {item.motion.lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
        </Card>
      )}
      {state.phase !== 'before' && (
        <Card>
          <QuorumWords state={state} />
        </Card>
      )}
      {recent.length > 0 && (
        <Card title={w.happened}>
          <ol className={styles.log}>
            {recent.slice(0, 8).map((event) => (
              <li key={event.number}>
                <time dateTime={event.at}>{format.time(event.at)}</time>
                <span>{happened(event)}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <Card title={w.agenda}>
        <ol className={styles.numbered}>
          {read.agenda.map((one) => {
            const closed = state.closed.find(({ id }) => id === one.id)
            return (
              <li key={one.id} aria-current={item?.id === one.id ? 'step' : undefined}>
                {text(one.title)}
                {closed && <span className="muted"> · {w.outcomes[closed.outcome]}</span>}
              </li>
            )
          })}
        </ol>
      </Card>
    </>
  )
}
