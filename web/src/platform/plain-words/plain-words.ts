import type { Language } from '@ronghe/contract/values.ts'
import { zh } from './zh-CN.ts'
import { en } from './en.ts'

/** A word that sounds like an office, and what a neighbour would say. */
export interface PlainWord {
  readonly found: string
  readonly instead: string
}

const lists: Readonly<Record<Language, readonly (readonly [official: string, plain: string])[]>> = { 'zh-CN': zh, en }
const longestSentence: Readonly<Record<Language, number>> = { 'zh-CN': 60, en: 180 }

/**
 * Officialese in a text, each once, in the order in which it comes up (08, School: course talks and notices). It only tells: nothing is refused
 * and nothing is changed.
 */
export function plainWords(text: string, language: Language): readonly PlainWord[] {
  const folded = language === 'en' ? text.toLowerCase() : text
  const found = lists[language].flatMap(([official, plain]) => {
    const at = placeOf(folded, official, language)
    return at < 0 ? [] : [{ at, length: official.length, found: official, instead: plain }]
  })
  return (
    found
      // 贯彻落实 says more than 落实: a word that lies inside a longer one is not told twice.
      .filter(
        (one) => !found.some((other) => other.length > one.length && other.at <= one.at && one.at + one.length <= other.at + other.length),
      )
      .toSorted((a, b) => a.at - b.at)
      .map(({ found: words, instead }) => ({ found: words, instead }))
  )
}

function placeOf(text: string, words: string, language: Language): number {
  if (language === 'zh-CN') return text.indexOf(words)
  const match = new RegExp(`(?<![a-z])${words}(?![a-z])`).exec(text)
  return match?.index ?? -1
}

/** Whether a sentence is longer than one breath. */
export const isLong = (text: string, language: Language): boolean =>
  text.split(/[。！？；.!?;\n]/u).some((sentence) => sentence.trim().length > longestSentence[language])
