import type { Language, Text } from '@ronghe/contract/values.ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { recall, remember } from '../memory.ts'

interface Speaking {
  readonly language: Language
  readonly speak: (language: Language) => void
}

const LanguageContext = createContext<Speaking>({ language: 'zh-CN', speak: () => {} })

/** Chinese unless the person chose otherwise on this device; the choice also goes to every request as `Accept-Language`. */
export const rememberedLanguage = (): Language => (recall('language') === 'en' ? 'en' : 'zh-CN')

/** `onSpeak` writes the choice into the profile, so that it follows the person to the next device. */
export function LanguageProvider({ onSpeak, children }: { readonly onSpeak?: (language: Language) => void; readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speak = useCallback(
    (next: Language) => {
      remember('language', next)
      document.documentElement.lang = next // before the next request is made, not after the next paint
      setLanguage(next)
      onSpeak?.(next)
    },
    [onSpeak],
  )
  return <LanguageContext value={useMemo(() => ({ language, speak }), [language, speak])}>{children}</LanguageContext>
}

export const useLanguage = (): Speaking => useContext(LanguageContext)

/** The same words in every language; the compiler refuses a language that lacks one. */
export type Words<W> = Readonly<Record<Language, W>>

/** `const w = useWords(words)`, then `w.send` or `w.peopleWaiting(7)`. */
export const useWords = <W,>(words: Words<W>): W => words[useLanguage().language]

/** A text that comes from the street's own data, in the reader's language, in Chinese where there is no translation. */
export function useText(): (text: Text) => string {
  const { language } = useLanguage()
  return useCallback((text: Text) => text[language] || text['zh-CN'], [language])
}
