import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './notice.module.css'

type Tone = 'info' | 'why' | 'attention' | 'alert'
const icons: Readonly<Record<Tone, IconName>> = { info: 'info', why: 'info', attention: 'attention', alert: 'attention' }

/** Something to know on the way. `why` answers a doubt (房东不肯签字？); `alert` is for danger to a person. */
export const Notice = ({
  tone = 'info',
  title,
  children,
}: {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
}) => (
  <div className={classNames(styles.notice, styles[tone])} role={tone === 'alert' ? 'alert' : 'note'}>
    <Icon name={icons[tone]} />
    <div className={styles.text}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  </div>
)

/** A calm line across the page about the state of things: offline, a new version. */
export const Banner = ({ icon, children }: { readonly icon?: IconName; readonly children: ReactNode }) => (
  <div className={classNames(styles.banner, 'screen-only')} role="status">
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </div>
)
