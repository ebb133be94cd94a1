import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import button from './button.module.css'
import styles from './overlay.module.css'

export interface MenuAction {
  readonly label: string
  readonly icon?: IconName
  readonly run: () => void
}

/** Deeds used seldom. What is used often has its own button. */
export const Menu = ({
  label,
  actions,
  children,
}: {
  readonly label: string
  readonly actions: readonly MenuAction[]
  readonly children?: ReactNode
}) => (
  <BaseMenu.Root>
    <BaseMenu.Trigger className={classNames(button.button, button.plain)} aria-label={children === undefined ? label : undefined}>
      {children ?? <Icon name="more" />}
    </BaseMenu.Trigger>
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={6} align="end">
        <BaseMenu.Popup className={styles.menu} aria-label={label}>
          {actions.map((action) => (
            <BaseMenu.Item key={action.label} className={styles.menuItem} onClick={action.run}>
              {action.icon && <Icon name={action.icon} />}
              {action.label}
            </BaseMenu.Item>
          ))}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
)
