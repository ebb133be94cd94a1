import type { Text } from '@ronghe/contract/values.ts'

/** Stored texts say `@{id}` where somebody is meant. */
const mark = /@\{([0-9a-f-]{36})\}/g

export const personsIn = (text: Text): readonly string[] => [
  ...new Set(Object.values(text).flatMap((words) => Array.from(words.matchAll(mark), ([, id]) => id!))),
]

/** With names for reading; somebody whose account is closed is not named any more. */
export function withNames(text: Text, nameOf: (id: string) => string | undefined, gone: Text): Text {
  const fill = (words: string, nobody: string): string => words.replaceAll(mark, (_, id: string) => nameOf(id) ?? nobody)
  return {
    'zh-CN': fill(text['zh-CN'], gone['zh-CN']),
    ...(text.en ? { en: fill(text.en, gone.en ?? gone['zh-CN']) } : {}),
  }
}

/** What the clerk typed, with the names of those in the meeting as marks again; the longest name first, since one may begin another. */
export function withMarks(text: Text, names: readonly { readonly id: string; readonly name: string }[]): Text {
  const known = names.filter(({ name }) => name.length > 1).toSorted((a, b) => b.name.length - a.name.length)
  const replace = (words: string): string => known.reduce((sum, { id, name }) => sum.replaceAll(name, `@{${id}}`), words)
  return { 'zh-CN': replace(text['zh-CN']), ...(text.en ? { en: replace(text.en) } : {}) }
}
