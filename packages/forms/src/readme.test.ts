import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as forms from './index.ts'

const manual = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const code = [...manual.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block]) => block).join('\n')

test('every example of the manual gives what the manual says', () => {
  const names = [...code.matchAll(/^import \{ (.*) \} from '@ronghe\/forms'$/gm)].flatMap(([, list]) => list!.split(', '))
  expect(Object.keys(forms)).toEqual(expect.arrayContaining(names))
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(
      /^(\S.*) \/\/ => (.*)$/gm,
      (_, example: string, result: string) => `check(${JSON.stringify(example)}, (${example}), (${result}))`,
    )
  const checked: string[] = []
  const check = (example: string, got: unknown, said: unknown) => {
    checked.push(example)
    expect(got, example).toEqual(said)
  }
  // oxlint-disable-next-line no-new-func -- the manual is our own file, and running it is the point
  new Function('check', ...names, body)(check, ...names.map((name) => forms[name as keyof typeof forms]))
  expect(checked).toHaveLength(manual.split('// =>').length - 1)
})
