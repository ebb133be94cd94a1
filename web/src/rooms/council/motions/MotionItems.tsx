import type { MotionLine } from '@ronghe/contract/council/motions.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { MotionTags } from './MotionTags.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** Motions one below the other, each leading to its page. */
export function MotionItems({ items }: { readonly items: readonly MotionLine[] }) {
  return (
    <CardList>
      {items.map((motion) => (
        <MotionItem key={motion.id} motion={motion} />
      ))}
    </CardList>
  )
}

function MotionItem({ motion }: { readonly motion: MotionLine }) {
  const w = useWords(motionWords)
  const text = useText()
  const say = useMotionFacts()
  return (
    <CardItem
      to="/council/motions/$motionId"
      params={{ motionId: motion.id }}
      title={text(motion.title) || w.untitled}
      second={
        <span className={styles.item}>
          <span>{say(motion)}</span>
          <MotionTags motion={motion} />
        </span>
      }
    />
  )
}

/** 〔2026〕3 号 · 居民提出 · 居民 12 / 20 人 */
export function useMotionFacts(): (motion: MotionLine) => string {
  const w = useWords(motionWords)
  const format = useFormat()
  return (motion) => {
    const { supporters } = motion
    return [
      motion.number ? w.number(motion.number.year, motion.number.number) : w.unnumbered,
      w.origin[motion.origin],
      motion.state === 'seekingSupport' && w.supporters(supporters.residents, supporters.residentsNeeded),
      motion.state === 'seekingSupport' && w.delegatesSigned(supporters.delegates, supporters.delegatesNeeded),
      motion.filedOn && w.filedOn(format.day(motion.filedOn)),
      motion.waitsUntil &&
        (motion.state === 'filed' ? w.screenBy(format.day(motion.waitsUntil)) : w.waitsUntil(format.day(motion.waitsUntil))),
      motion.meetingsWaited > 0 && w.waited(motion.meetingsWaited),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
