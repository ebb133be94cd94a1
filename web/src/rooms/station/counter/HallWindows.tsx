import type { readHall as contract } from '@ronghe/contract/station/tickets.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import type { Callable } from '../../../api.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useStreetName } from '../../../platform/session/session.tsx'
import { HallLayout } from '../../../shell/HallShell.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './hall.module.css'
import { counterWords } from './words/words.ts'

const readHall: Callable<typeof contract> = { id: 'station.hall.read', method: 'GET', path: '/api/v1/station/hall' }
type Hall = ReplyOf<typeof contract>

/** Which number goes to which window, readable from the last row of chairs; numbers only, and nothing blinks. */
export function HallWindows() {
  const w = useWords(counterWords)
  const street = useStreetName()
  const hall = useQuery({ ...reading(readHall), refetchInterval: 2_000, staleTime: 0 })
  return (
    <HallLayout
      above={street}
      title={w.hallTitle}
      right={hall.data && <p className={styles.count}>{w.hallWaiting(hall.data.waiting)}</p>}
      main={<Shown read={hall}>{(data) => <Windows windows={data.windows} />}</Shown>}
      side={hall.data && <Next next={hall.data.next} />}
    />
  )
}

function Windows({ windows }: { readonly windows: Hall['windows'] }) {
  const w = useWords(counterWords)
  const text = useText()
  const shown = windows.filter(({ state, label }) => state !== 'closed' || label !== null)
  if (shown.length === 0) return <EmptyState title={w.hallEmpty} />
  return (
    <ul className={styles.windows} aria-live="polite" data-many={shown.length > 4 || undefined}>
      {shown.map((window) => (
        <li key={window.number} className={styles.window} data-state={window.ticketState ?? 'free'}>
          <span className={styles.number}>
            {window.label ?? '—'}
            {window.ticketState === 'called' && (
              <span className="unseen" key={window.calls}>
                {w.hallSpoken(window.label ?? '', window.number)}
              </span>
            )}
          </span>
          <span className={styles.arrow} aria-hidden="true">
            →
          </span>
          <span className={styles.place}>
            {text(window.name)}
            <span className={styles.state}>
              {window.ticketState !== null
                ? w.ticketStates[window.ticketState]
                : window.state === 'open'
                  ? w.hallNobody
                  : w.states[window.state]}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Next({ next }: { readonly next: Hall['next'] }) {
  const w = useWords(counterWords)
  return (
    <div className={styles.next}>
      <h2>{w.hallNext}</h2>
      {next.length === 0 ? (
        <p className="muted">{w.hallWaiting(0)}</p>
      ) : (
        <ol>
          {next.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ol>
      )}
    </div>
  )
}
