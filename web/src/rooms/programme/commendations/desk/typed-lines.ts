import type { NamedItem } from '@ronghe/contract/programme/commendations.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One item a line, Chinese and English apart by `|`; an item that was there keeps its key, also when its words change. */
export function readLines(typed: string, before: readonly NamedItem[] = []): NamedItem[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.map((line, place) => {
    const [zh = '', english = ''] = line.split('|').map((part) => part.trim())
    return {
      key: before[place]?.key ?? `item${letters[place % 26]!.toUpperCase()}`,
      name: { 'zh-CN': zh, ...(english !== '' && { en: english }) },
    }
  })
}

export const writeLines = (items: readonly NamedItem[]): string =>
  items.map(({ name }) => (name.en ? `${name['zh-CN']} | ${name.en}` : name['zh-CN'])).join('\n')
