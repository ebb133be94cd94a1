import { expect, test } from 'vitest'
import { noPlace, sentAgreement, typedAgreement } from './typed-agreement.ts'

const typed = { ...typedAgreement(undefined, 'post', '2026-11-23'), title: { 'zh-CN': ' 医保 ', en: '' } }

test('without a guide nothing is said to apply today, and an empty place is no place', () => {
  const sent = sentAgreement({ ...typed, places: [noPlace] })
  expect(sent.today).toBeNull()
  expect(sent.instead).toBeNull()
  expect(sent.terms.places).toEqual([])
  expect(sent.title).toEqual({ 'zh-CN': '医保' })
})

test('a step keeps its English from the same line, also after an empty line', () => {
  const sent = sentAgreement({
    ...typed,
    guide: { 'zh-CN': '照做', en: '' },
    source: { 'zh-CN': '医保局', en: '' },
    steps: { 'zh-CN': '先备案\n\n再住院', en: 'Register first\n\nThen go' },
  })
  expect(sent.today?.steps).toEqual([
    { 'zh-CN': '先备案', en: 'Register first' },
    { 'zh-CN': '再住院', en: 'Then go' },
  ])
})
