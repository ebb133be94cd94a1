import { globSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * The compiler already refuses a language that lacks a word (en.ts is typed by zh-CN.ts). This reads what was written: nothing left
 * in the other language, nothing empty, no exclamation marks, Chinese punctuation in Chinese.
 */
const folders = globSync('**/words/**/zh-CN.ts', { cwd: import.meta.dirname }).map((file) => file.replace(/\/zh-CN\.ts$/, ''))

test('every room with words is found', () => {
  expect(folders).toContain('ui/words')
  expect(folders).toContain('shell/words')
  expect(folders).toContain('rooms/home/words')
})

test.each(folders)('%s says the same things in both languages', async (folder) => {
  const zh = await wordsOf(folder, 'zh-CN')
  const en = await wordsOf(folder, 'en')
  expect(Array.from(en.keys())).toEqual(Array.from(zh.keys()))
  for (const [key, sentence] of zh) {
    expect(sentence.trim(), key).not.toBe('')
    expect(sentence, `${key}: 不用感叹号`).not.toMatch(/[!！]/)
    expect(sentence, `${key}: 中文里用中文标点`).not.toMatch(/[\u4e00-\u9fff][,;:?]/)
  }
  for (const [key, sentence] of en) {
    expect(sentence.trim(), key).not.toBe('')
    expect(sentence, `${key}: no exclamation marks`).not.toMatch(/[!！]/)
    if (!/^(language|seals\..*|speakSeal)$/.test(key)) expect(sentence, `${key} is still Chinese`).not.toMatch(/[\u4e00-\u9fff，。；：？]/)
  }
})

/** Each word by its path; a sentence with blanks is said with a 3 in each of them. */
async function wordsOf(folder: string, language: 'zh-CN' | 'en'): Promise<ReadonlyMap<string, string>> {
  const module = (await import(/* @vite-ignore */ `${import.meta.dirname}/${folder}/${language}.ts`)) as Record<string, unknown>
  const said = new Map<string, string>()
  const visit = (path: string, value: unknown): void => {
    if (typeof value === 'string') said.set(path, value)
    else if (typeof value === 'function')
      said.set(path, String((value as (...blanks: unknown[]) => unknown)(...Array.from({ length: value.length }, () => 3))))
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        visit(path === '' ? key : `${path}.${key}`, inner)
  }
  visit('', module[language === 'en' ? 'en' : 'zh'])
  expect(said.size, `${folder}/${language}.ts exports \`${language === 'en' ? 'en' : 'zh'}\``).toBeGreaterThan(0)
  return said
}
