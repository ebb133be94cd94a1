import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '@ronghe/contract/words.ts'
import { expect, test } from 'vitest'

/** What the sources of the room and of signing in can say: refusals, messages, purposes of a look. */
const folders = [import.meta.dirname, join(import.meta.dirname, '../../platform/auth')]
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)
const said = (pattern: RegExp, code: (found: string) => string = (found) => found): string[] =>
  sources.flatMap((source) => Array.from(source.matchAll(pattern), ([, found = '']) => code(found)))

const codes = [
  ...said(/\brefused\('([a-z-]+)'/g),
  ...said(/\bforbidden\('([a-z-]+)'/g),
  ...said(/\bnew Refusal\(\d+, '([a-z-]+)'/g),
  ...said(/\bnotFound\('([a-z-]+)'/g, (thing) => `no-${thing}`),
  ...said(/\btemplate: '([a-z-]+)'/g, (template) => `message-${template}`),
  ...said(/personId(?:: [\w.]+)?,\s*purpose: '([a-zA-Z]+)'/g, (purpose) => `purpose-${purpose}`),
]

test('everything the room can refuse, tell or look at has a sentence in both languages', () => {
  expect(codes.length).toBeGreaterThan(80)
  for (const language of ['zh-CN', 'en'] as const) expect([...new Set(codes)].filter((code) => !(code in sentences[language]))).toEqual([])
})

test('the Chinese sentences use Chinese punctuation and shout at nobody', () => {
  const own = [...new Set(codes)].map((code) => sentences['zh-CN'][code] ?? '')
  expect(own.filter((sentence) => /[!！]|[一-鿿][,;:?]/.test(sentence))).toEqual([])
})
