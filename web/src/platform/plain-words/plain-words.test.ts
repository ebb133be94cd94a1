import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { isLong, plainWords } from './plain-words.ts'
import { zh } from './zh-CN.ts'

const seed = 20261123

describe('words of offices', () => {
  test('a notice in officialese is told what a neighbour would say, in the order of the text', () => {
    expect(plainWords('为贯彻落实有关规定，请居民务必于周五前缴纳。', 'zh-CN').map(({ found }) => found)).toEqual([
      '贯彻落实',
      '有关规定',
      '务必',
      '缴纳',
    ])
    expect(plainWords('Prior to the course, learners shall notify the relevant authorities.', 'en').map(({ instead }) => instead)).toEqual([
      'before',
      'must, or will',
      'tell',
      'say which office',
    ])
  })

  test('a longer phrase is told once, not again for what lies inside it; plain words are left alone', () => {
    expect(plainWords('逾期不予受理', 'zh-CN')).toEqual([{ found: '逾期不予受理', instead: expect.any(String) }])
    expect(plainWords('周五晚上七点，带上身份证，二楼见。', 'zh-CN')).toEqual([])
    expect(plainWords('A marshall will be there.', 'en')).toEqual([])
    expect(isLong('一句话。'.repeat(30), 'zh-CN')).toBe(false)
    expect(isLong('很'.repeat(61), 'zh-CN')).toBe(true)
  })

  test(`whatever the text, every word told stands in it, and none is told twice (seed ${seed})`, () => {
    const piece = fc.oneof(fc.constantFrom(...zh.map(([word]) => word)), fc.string({ maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const told = plainWords(text, 'zh-CN').map(({ found }) => found)
        expect(told.every((word) => text.includes(word))).toBe(true)
        expect(new Set(told).size).toBe(told.length)
      }),
      { seed },
    )
  })

  test('no word is listed twice, and no advice is itself a word of offices', () => {
    for (const [language, list] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      expect(new Set(list.map(([word]) => word)).size).toBe(list.length)
      for (const [, plain] of list) expect([plain, plainWords(plain, language)]).toEqual([plain, []])
    }
  })
})
