import type { Quorum as Counts } from '@ronghe/contract/council/meetings.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** Heads in total and on each bench, side by side, with how many the charter asks for. */
export function Quorum({ quorum, verdict = true }: { readonly quorum: Counts; readonly verdict?: boolean }) {
  const w = useWords(meetingWords)
  const groupName = useGroupName()
  const lines = [
    { key: 'total', label: w.allDelegates, count: quorum.total, mark: null },
    { key: 'newcomers', label: groupName('newcomer'), count: quorum.newcomers, mark: 'newcomer' as const },
    { key: 'locals', label: groupName('local'), count: quorum.locals, mark: 'local' as const },
  ]
  return (
    <>
      <dl className={styles.quorum}>
        {lines.map(({ key, label, count, mark }) => (
          <div key={key}>
            <dt>
              {mark && <GroupMark group={mark} />} {label}
            </dt>
            <dd>
              <strong>{w.quorumOf(count.present, count.inOffice)}</strong>
              <span className="muted small">{w.quorumNeeded(count.needed)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {verdict && <p role="status">{quorum.met ? w.quorumMet : w.quorumMissed}</p>}
    </>
  )
}
