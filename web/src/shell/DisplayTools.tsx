import { useAppearance } from '../platform/appearance/appearance.tsx'
import { useLanguage, useWords } from '../platform/language/language.tsx'
import { shellWords } from './words/words.ts'

/** Large print and language as lines of the side bar. */
export function DisplayTools({ className }: { readonly className: string | undefined }) {
  const w = useWords(shellWords)
  const { language, speak } = useLanguage()
  const { appearance, look } = useAppearance()
  return (
    <>
      <button
        type="button"
        className={className}
        aria-pressed={appearance === 'large'}
        onClick={() => look(appearance === 'large' ? 'normal' : 'large')}
      >
        {appearance === 'large' ? w.normal : w.large}
      </button>
      <button
        type="button"
        className={className}
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => speak(language === 'en' ? 'zh-CN' : 'en')}
      >
        {w.language}
      </button>
    </>
  )
}
