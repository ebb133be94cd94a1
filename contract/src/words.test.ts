import { expect, test } from 'vitest'
import { refusals as branch } from './branch/words/zh-CN.ts'
import { refusals as council } from './council/words/zh-CN.ts'
import { refusals as insight } from './insight/words/zh-CN.ts'
import { refusals as people } from './people/words/zh-CN.ts'
import { refusals as platform } from './platform/words/zh-CN.ts'
import { refusals as programme } from './programme/words/zh-CN.ts'
import { refusals as school } from './school/words/zh-CN.ts'
import { counterRefusals as counter } from './station/words/counter-zh-CN.ts'
import { refusals as station } from './station/words/zh-CN.ts'
import { refusals as volunteers } from './volunteers/words/zh-CN.ts'
import { sentences } from './words.ts'

const rooms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  platform,
  people,
  programme,
  station,
  counter,
  council,
  volunteers,
  school,
  branch,
  insight,
}

test('a code says the same sentence in whatever room it is spoken', () => {
  const said = new Map<string, string>()
  const twice: string[] = []
  for (const [room, words] of Object.entries(rooms))
    for (const [code, sentence] of Object.entries(words)) {
      if (said.has(code) && said.get(code) !== sentence) twice.push(`${room}: ${code}`)
      said.set(code, sentence)
    }
  expect(twice).toEqual([])
  expect(Object.keys(sentences['zh-CN']).toSorted()).toEqual([...said.keys()].toSorted())
  expect(Object.keys(sentences.en).toSorted()).toEqual([...said.keys()].toSorted())
})
