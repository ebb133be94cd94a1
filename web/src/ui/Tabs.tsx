import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './overlay.module.css'

/** Views of one thing. Arrow keys move between them; in large print they stand under each other. */
export const Tabs = <K extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  readonly label: string
  readonly tabs: readonly { readonly key: K; readonly label: ReactNode; readonly content: ReactNode }[]
  readonly value: K
  readonly onChange: (key: K) => void
}) => (
  <BaseTabs.Root value={value} onValueChange={(next) => onChange(next as K)}>
    <BaseTabs.List className={styles.tabs} aria-label={label} activateOnFocus>
      {tabs.map((tab) => (
        <BaseTabs.Tab key={tab.key} value={tab.key} className={styles.tab}>
          {tab.label}
        </BaseTabs.Tab>
      ))}
    </BaseTabs.List>
    {tabs.map((tab) => (
      <BaseTabs.Panel key={tab.key} value={tab.key}>
        {tab.content}
      </BaseTabs.Panel>
    ))}
  </BaseTabs.Root>
)
