import { outside as english } from '@ronghe/contract/platform/words/en.ts'
import { outside as chinese } from '@ronghe/contract/platform/words/zh-CN.ts'
import type { Language } from '@ronghe/contract/values.ts'

/** Everything that may be said outside the pages. The message itself waits behind the sign-in. */
export type Outside =
  | { readonly kind: 'news' | 'number-change' }
  | { readonly kind: 'assisted'; readonly minutes: number }
  | { readonly kind: 'code'; readonly code: string; readonly minutes: number }
  | { readonly kind: 'unused'; readonly days: number }

const words = { 'zh-CN': chinese, en: english }

/** The text of a message as it is sent; `street` is the public name of the street, in the same language. */
export function outsideText(what: Outside, street: string, language: Language): string {
  const { kind, ...values } = what
  return filled(words[language][kind], { street, ...values })
}

export const outsideSubject = (street: string, language: Language): string => filled(words[language].subject, { street })

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing to put in place of {${name}}`)
    return String(value)
  })
}
