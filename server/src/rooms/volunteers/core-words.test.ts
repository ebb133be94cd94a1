import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '@ronghe/contract/words.ts'
import { expect, test } from 'vitest'

/** What the sources of the room's core can say: refusals, faults of fields, messages, purposes of a look, and the package's refusals. */
const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$|^testing\.ts$/.test(name))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
const said = (pattern: RegExp, code: (found: string) => string = (found) => found): string[] =>
  sources.flatMap((source) => Array.from(source.matchAll(pattern), ([, found = '']) => code(found)))

const listRefusals = ['already-in', 'fits-no-place', 'started', 'cancelled', 'no-offer', 'offer-over', 'not-in', 'places-taken']
const codes = [
  ...said(/'(volunteers-[a-z-]+[a-z])'/g).filter((code) => !messages().has(code)),
  ...said(/\bnotFound\('([a-z-]+)'/g, (thing) => `no-${thing}`),
  ...said(/purpose: '([a-zA-Z]+)', (?:subject|permission)/g, (purpose) => `purpose-${purpose}`),
  ...[...messages()].map((template) => `message-${template}`),
  ...listRefusals.map((code) => `volunteers-list-${code}`),
]

function messages(): ReadonlySet<string> {
  return new Set(said(/template: ([^,}]+)/g).flatMap((template) => Array.from(template.matchAll(/'([a-z-]+)'/g), ([, name = '']) => name)))
}

test('everything the room can refuse, tell or look at has a sentence in both languages', () => {
  expect(codes.length).toBeGreaterThan(60)
  for (const language of ['zh-CN', 'en'] as const) expect([...new Set(codes)].filter((code) => !(code in sentences[language]))).toEqual([])
})

test('the Chinese sentences use Chinese punctuation and shout at nobody', () => {
  const own = [...new Set(codes)].map((code) => sentences['zh-CN'][code] ?? '')
  expect(own.filter((sentence) => /[!！]|[一-鿿][,;:?]/.test(sentence))).toEqual([])
})
