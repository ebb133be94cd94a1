import type { Motion } from '@ronghe/contract/council/motions.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** Lines with their numbers, as amendments cite them. */
export const NumberedLines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ol className={styles.lines}>
    {lines.map((line, place) => (
      <li key={`${place} ${line}`}>
        <span>{line}</span>
      </li>
    ))}
  </ol>
)

/** What is voted on, who does it by when at what cost, and why. */
export function MotionText({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const { language } = useLanguage()
  return (
    <>
      <Card title={motion.version > 1 ? `${w.text} · ${w.version(motion.version)}` : w.text}>
        <NumberedLines lines={motion.lines} />
        {language === 'en' && motion.translation && (
          <>
            <p className={`muted small ${styles.note}`}>{w.translation}</p>
            <NumberedLines lines={motion.translation} />
          </>
        )}
        <div className={styles.acts}>
          <ReadAloud text={[text(motion.title), ...motion.lines].join('\n')} />
        </div>
      </Card>
      <Card title={w.carryOut}>
        <Facts facts={useMotionFactsOf(motion)} />
        <Parties roles={motion.roles} />
      </Card>
      <Card title={w.reasons}>
        <p className={styles.words}>{text(motion.reasons)}</p>
      </Card>
    </>
  )
}

export function useMotionFactsOf(motion: Motion): (readonly [string, string])[] {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  const { costCents } = motion
  return [
    [w.mover, motion.mover ? motion.mover.name : w.residentsMotion],
    [w.doer, text(motion.doer)],
    ...(motion.byDay ? [[w.byDay, format.wholeDay(motion.byDay)] as const] : []),
    ...(costCents === null ? [] : [[w.cost, costCents === 0 ? w.noCost : format.money(costCents)] as const]),
    [w.kind, `${w.kinds[motion.kind]} · ${w.kindMeans[motion.kind]}`],
    ...(motion.excluded ? [[w.excluded, motion.excluded.name] as const] : []),
    ...(motion.about ? [[w.aboutOrgan, text(motion.about.name)] as const] : []),
  ]
}

function Parties({ roles }: { readonly roles: Motion['roles'] }) {
  const w = useWords(motionWords)
  const said = (['government', 'social', 'residents'] as const).flatMap((party) =>
    roles[party] ? [[w.parties[party], roles[party]] as const] : [],
  )
  if (said.length === 0) return null
  return (
    <div className={styles.part}>
      <h3>{w.partiesTitle}</h3>
      <Facts facts={said} />
    </div>
  )
}
