import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import styles from './floor.module.css'
import { useNaming } from './naming.ts'
import type { Floor } from './use-floor.ts'

const benches = ['newcomers', 'locals'] as const
const marks = ['for', 'against', 'abstain'] as const
const nothing = { for: '', against: '', abstain: '' }

/** Raised hands or papers, bench by bench; twice, and alike. */
export function CountForm({ floor: { state, say } }: { readonly floor: Floor }) {
  const { w } = useNaming(state)
  const groupName = useGroupName()
  const [typed, setTyped] = useState({ newcomers: nothing, locals: nothing })
  const { vote } = state
  if (vote?.way !== 'hands' && vote?.way !== 'paper') return null
  const count = (bench: (typeof benches)[number]) => ({
    for: Number(typed[bench].for) || 0,
    against: Number(typed[bench].against) || 0,
    abstain: Number(typed[bench].abstain) || 0,
  })
  const [one, other] = vote.counts.slice(-2)
  const differ = one && other && JSON.stringify(one.counts) !== JSON.stringify(other.counts)
  return (
    <Card title={w.countTitle}>
      <p className="muted">{w.countHint[vote.way]}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          say({ kind: 'enterCount', counts: { newcomers: count('newcomers'), locals: count('locals') } })
          setTyped({ newcomers: nothing, locals: nothing })
        }}
      >
        <div className={styles.counts}>
          <span />
          {marks.map((mark) => (
            <span key={mark}>{w.marks[mark]}</span>
          ))}
          {benches.map((bench) => {
            const group = bench === 'newcomers' ? ('newcomer' as const) : ('local' as const)
            return [
              <span key={bench}>
                <GroupMark group={group} /> {groupName(group)}
              </span>,
              ...marks.map((mark) => (
                <input
                  key={`${bench}${mark}`}
                  className={styles.countInput}
                  inputMode="numeric"
                  aria-label={`${groupName(group)} ${w.marks[mark]}`}
                  value={typed[bench][mark]}
                  onChange={({ target }) =>
                    setTyped((before) => ({
                      ...before,
                      [bench]: { ...before[bench], [mark]: target.value.replace(/\D/g, '').slice(0, 2) },
                    }))
                  }
                />
              )),
            ]
          })}
        </div>
        <p role="status">
          {vote.counts.length > 0 && w.counted(vote.counts.length)} {differ && w.countsDiffer}
        </p>
        <Button type="submit">{w.countDo}</Button>
      </form>
    </Card>
  )
}
