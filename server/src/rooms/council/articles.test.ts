import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Every refusal of the council cites the article of the charter it comes from (issue: charter as executable text). What follows is not the
 * charter's but the house's: who is signed in with which post, what was sent, what is there.
 */
const notOfTheCharter: Readonly<Record<string, string>> = {
  '': 'nobody is signed in as a person',
  'council-not-chair': 'a post',
  'council-not-clerk': 'a post',
  'council-not-moderator': 'a post',
  'ballot-not-authority': 'a post',
  'not-your-organ': 'a post',
  'amendment-not-yours': 'whose text it is',
  'motion-not-author': 'whose text it is',
  'allocation-not-proposer': 'whose text it is',
  'allocation-draft': 'a draft is its clerk’s',
  'paper-for-yourself': 'papers are entered by somebody else, everywhere in the house',
  'council-visit-consent-old': 'the text of a consent has changed meanwhile',
  'motion-files-enough': 'what the house can keep',
  'motion-translation-lines': 'what was sent does not fit',
  'motion-id-taken': 'an id made on the device is there already',
  'statement-sent-already': 'an id made on the device is there already',
  'council-visit-id-taken': 'an id made on the device is there already',
}

const folder = import.meta.dirname
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(name) && name !== 'testing.ts')

/** The arguments of every call of `refused` and `forbidden`, as they are written. */
function refusalsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])(?:refused|forbidden)\(/g)].flatMap((match) => {
    const from = match.index + match[0].length
    let depth = 1
    let to = from
    while (depth > 0 && to < text.length) {
      if (text[to] === '(') depth += 1
      if (text[to] === ')') depth -= 1
      to += 1
    }
    return [text.slice(from, to - 1).trim()]
  })
}

/** With `cited(…)` itself, or with a name of the same file that was made by it. */
function cites(asked: string, text: string): boolean {
  const [, details] = /^[^,]+,\s*([\s\S]+)$/.exec(asked) ?? []
  if (!details) return false
  if (details.includes('cited(')) return true
  const name = /^(?:await )?(\w+)(?:\(\))?,?$/.exec(details)?.[1]
  return name !== undefined && new RegExp(`(?:const|function) ${name}\\b[^\\n]*(?:\\n[^\\n]*)?cited\\(`).test(text)
}

test('every refusal of the council cites the charter, except what is not the charter’s', () => {
  const bare = files.flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    return refusalsIn(text)
      .filter((asked) => !cites(asked, text))
      .map((asked) => ({ file, code: /^'([\w-]+)'/.exec(asked)?.[1] ?? asked }))
  })
  expect(bare.filter(({ code }) => !(code in notOfTheCharter)).map(({ file, code }) => `${file}: ${code}`)).toEqual([])
  expect(Object.keys(notOfTheCharter).filter((code) => !bare.some((one) => one.code === code))).toEqual([])
})
