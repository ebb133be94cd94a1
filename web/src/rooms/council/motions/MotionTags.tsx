import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { MotionLine } from '@ronghe/contract/council/motions.ts'
import type { MotionState } from '@ronghe/contract/council/motion-states.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

const tones: Partial<Readonly<Record<MotionState, Tone>>> = {
  draft: 'quiet',
  returned: 'attention',
  postponed: 'attention',
  rejected: 'quiet',
  withdrawn: 'quiet',
}

export const StateTag = ({ state }: { readonly state: MotionState }) => (
  <Tag tone={tones[state] ?? 'going'}>{useWords(motionWords).states[state]}</Tag>
)

export const groupOf = (bench: Bench): 'newcomer' | 'local' => (bench === 'newcomers' ? 'newcomer' : 'local')

/** The half of the council it belongs to; nothing where it belongs to neither. */
export function BenchTag({ bench }: { readonly bench: Bench | null }) {
  const name = useGroupName()
  if (bench === null) return null
  return <Tag tone={groupOf(bench)}>{name(groupOf(bench))}</Tag>
}

/** What a reader of a list has to know at a glance. */
export function MotionTags({ motion }: { readonly motion: Pick<MotionLine, 'state' | 'bench' | 'ground' | 'late'> }) {
  const w = useWords(motionWords)
  return (
    <span className={styles.tags}>
      <StateTag state={motion.state} />
      <BenchTag bench={motion.bench} />
      {motion.ground === 'notYet' && <Tag tone="attention">{w.ground.notYet}</Tag>}
      {motion.late && <Tag tone="alert">{w.late}</Tag>}
    </span>
  )
}
