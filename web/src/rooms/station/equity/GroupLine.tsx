import type { ReactNode } from 'react'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { GroupMark } from '../../../ui/GroupMark.tsx'
import styles from './equity.module.css'

type GroupKey = 'newcomer' | 'local' | 'unstated'

/** One group's value: always newcomers first, then locals, in the same size. */
export function GroupLine({ group, children }: { readonly group: GroupKey; readonly children: ReactNode }) {
  const name = useGroupName()
  return (
    <div className={styles.line}>
      <span>
        <GroupMark group={group} />
        {name(group)}
      </span>
      <span>{children}</span>
    </div>
  )
}

export function GroupCell({ group }: { readonly group: GroupKey }) {
  const name = useGroupName()
  return (
    <span className={styles.groupCell}>
      <GroupMark group={group} />
      {name(group)}
    </span>
  )
}
