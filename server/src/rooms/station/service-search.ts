import { formOf, type ServiceDefinition } from '@ronghe/forms'
import { pinyin } from 'pinyin-pro'

/**
 * What a service can be found by: pairs of neighbouring Chinese characters (and single ones), beginnings of words, beginnings of the
 * pinyin initials of names and keywords (`jzz` for 居住证) and of their full pinyin (`juzhu`). PostgreSQL cannot cut Chinese into words.
 */
export function searchTokens(service: ServiceDefinition): string[] {
  const names = [service.name['zh-CN'], ...service.keywords['zh-CN']]
  const chinese = [
    ...names,
    service.summary['zh-CN'],
    ...(formOf(service) ? [] : service.guide.sections.map(({ title }) => title['zh-CN'])),
  ]
  const english = [service.name.en ?? '', ...service.keywords.en, service.summary.en ?? '']
  const tokens = new Set<string>()
  for (const text of chinese) for (const run of hanRuns(text)) for (const token of [...run, ...pairs(run)]) tokens.add(token)
  for (const text of [...english, ...chinese]) for (const word of latinWords(text)) for (const start of beginnings(word)) tokens.add(start)
  for (const name of names) for (const start of pinyinStarts(name)) tokens.add(start)
  return [...tokens].toSorted()
}

/** The tokens of what somebody typed. All of a word's, any of the words': the reader ranks by how many fit. */
export function typedTokens(typed: string): string[] {
  const text = typed.normalize('NFKC').toLowerCase().slice(0, 60)
  const han = hanRuns(text).flatMap((run) => (run.length === 1 ? [run] : pairs(run)))
  return [...new Set([...han, ...latinWords(text)])]
}

/** Fits when a third of what was typed is found; whole questions ("我要办居住证") find their service and not every one with 办. */
export const fits = (found: number, typed: number): boolean => found > 0 && found * 3 >= typed

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}+/gu) ?? []
const latinWords = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? []
const pairs = (run: string): string[] => Array.from(run, (sign, place) => sign + (run[place + 1] ?? '')).slice(0, -1)
const beginnings = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length, 14) - 1) }, (_, place) => word.slice(0, place + 2))

function pinyinStarts(name: string): string[] {
  const han = hanRuns(name).join('')
  if (han === '') return []
  const syllables = pinyin(han, { toneType: 'none', type: 'array', v: true })
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
  // From every character on: whoever looks for 租赁备案 may begin with 备案.
  return syllables.flatMap((_, from) => [...beginnings(initials.slice(from)), ...beginnings(syllables.slice(from).join(''))])
}
