import styles from './figures.module.css'

/** How far along; `label` says the same in words: 第 2 题，共 5 题. */
export const ProgressBar = ({ value, of, label }: { readonly value: number; readonly of: number; readonly label: string }) => (
  <div className={styles.progress} role="progressbar" aria-valuenow={value} aria-valuemin={0} aria-valuemax={of} aria-label={label}>
    <div style={{ width: `${of === 0 ? 0 : Math.min(100, (100 * value) / of)}%` }} />
  </div>
)
