import type { ReactNode } from 'react'
import styles from './people.module.css'

/** What else may be done on a page, under each other and apart from what stands above. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className={styles.actions}>{children}</div>

/** A code to read out or to show: large, spaced, easy to select. */
export const LargeCode = ({ code }: { readonly code: string }) => <p className={styles.code}>{code}</p>
