import { type Appearance, useAppearance } from '../platform/appearance/appearance.tsx'
import { useLanguage, useWords } from '../platform/language/language.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './top-bar.module.css'
import { shellWords } from './words/words.ts'

/** Large print and language, at the top of every page of every door. */
export function Switches({ onDark = false }: { readonly onDark?: boolean }) {
  const w = useWords(shellWords)
  const { language, speak } = useLanguage()
  const { appearance, look } = useAppearance()
  return (
    <div className={classNames(styles.switches, onDark && styles.onDark, 'screen-only')}>
      <button
        type="button"
        className={styles.switch}
        aria-pressed={appearance === 'large'}
        onClick={() => look(appearance === 'large' ? 'normal' : 'large')}
      >
        {w.large}
      </button>
      <button
        type="button"
        className={classNames(styles.switch, styles.plain)}
        onClick={() => speak(language === 'en' ? 'zh-CN' : 'en')}
        lang={language === 'en' ? 'zh-CN' : 'en'}
      >
        {w.language}
      </button>
    </div>
  )
}

/** All three themes, for the settings page. */
export function AppearanceChoice() {
  const w = useWords(shellWords)
  const { appearance, look } = useAppearance()
  const names: readonly (readonly [Appearance, string])[] = [
    ['normal', w.normal],
    ['large', w.large],
    ['contrast', w.contrast],
  ]
  return (
    <div className={styles.switches} role="group" aria-label={w.display}>
      {names.map(([name, label]) => (
        <button key={name} type="button" className={styles.switch} aria-pressed={appearance === name} onClick={() => look(name)}>
          {label}
        </button>
      ))}
    </div>
  )
}
