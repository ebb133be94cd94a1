import type { GroupCounts } from '@ronghe/contract/council/conversations.ts'
import type { Motion } from '@ronghe/contract/council/motions.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupPair, type Share } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** Both groups side by side, as they stood when the motion was filed. */
export function GroundCard({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const { ground, groundFigures } = motion
  if (ground === null) return null
  return (
    <Card title={w.groundTitle}>
      <Notice tone={ground === 'notYet' ? 'attention' : 'info'} title={w.ground[ground]}>
        <p>{w.groundMeans[ground]}</p>
      </Notice>
      {groundFigures?.statements.map(({ id, words, groups }) => (
        <div key={id} className={styles.part}>
          <p className={styles.note}>{words}</p>
          <GroupPair label={w.agreeShare(words)} newcomer={share(groups?.newcomer)} local={share(groups?.local)} half />
        </div>
      ))}
      {groundFigures && groundFigures.visits.needed > 0 && (
        <p className={styles.note}>{w.groundVisits(groundFigures.visits.recorded, groundFigures.visits.needed)}</p>
      )}
      {motion.conversationId && (
        <LinkButton
          kind="quiet"
          to="/council/$councilId/conversations/$conversationId"
          params={{ councilId: motion.councilId, conversationId: motion.conversationId }}
        >
          {w.groundStatement}
        </LinkButton>
      )}
    </Card>
  )
}

const share = (counts: GroupCounts | undefined): Share =>
  counts && counts.seen > 0
    ? { share: counts.agree / counts.seen, low: counts.low, high: counts.high, count: counts.agree, of: counts.seen }
    : null
