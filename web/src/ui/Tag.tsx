import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { GroupMark } from './GroupMark.tsx'
import styles from './tag.module.css'

export type Tone = 'going' | 'attention' | 'alert' | 'quiet' | 'newcomer' | 'local'

/** A state in two to four words. The colour repeats what the words say; a group also carries its shape. */
export const Tag = ({ tone = 'going', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={classNames(styles.tag, tone !== 'going' && styles[tone])}>
    {(tone === 'newcomer' || tone === 'local') && <GroupMark group={tone} />}
    {children}
  </span>
)
