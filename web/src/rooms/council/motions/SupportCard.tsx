import type { Motion } from '@ronghe/contract/council/motions.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { BenchTag } from './MotionTags.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** How many residents, and which delegates. Nobody is told which residents (D3). */
export function SupportCard({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const { support } = motion
  if (
    motion.state === 'draft' ||
    (motion.origin === 'delegate' && support.delegates.length === 0 && support.residents === 0 && motion.state !== 'seekingSupport')
  )
    return null
  const said = w.supporters(support.residents, support.residentsNeeded)
  return (
    <Card title={w.supportTitle}>
      <p className={styles.note}>
        {motion.origin === 'residents' && `${said} · `}
        {w.delegatesSigned(support.delegates.length, support.delegatesNeeded)}
      </p>
      {motion.state === 'seekingSupport' && (
        <>
          {motion.origin === 'residents' && (
            <ProgressBar value={Math.min(support.residents, support.residentsNeeded)} of={support.residentsNeeded} label={said} />
          )}
          {support.until && <p className={styles.note}>{w.supportUntil(format.wholeDay(support.until))}</p>}
        </>
      )}
      {support.mine && <p className={styles.note}>{w.supportMine}</p>}
      {support.delegates.length === 0 ? (
        <p className="muted">{w.noCosign}</p>
      ) : (
        <ul className={styles.tags}>
          {support.delegates.map(({ name, bench }, place) => (
            <li key={`${place} ${name}`}>
              {name} <BenchTag bench={bench} />
            </li>
          ))}
        </ul>
      )}
      {support.delegates.length > 0 && <p className={`muted small ${styles.note}`}>{w.seconded}</p>}
      <p className={`muted small ${styles.note}`}>{w.supportSecret}</p>
    </Card>
  )
}
