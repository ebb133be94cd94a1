import styles from './counter.module.css'

/** The key beside what it does; the keyboard help says it too. */
export const Key = ({ name }: { readonly name: string }) => (
  <kbd className={`${styles.key} extra`} aria-hidden="true">
    {name}
  </kbd>
)
