import { describe, expect, test } from 'vitest'
import type { Field, FormDefinition } from './definition.ts'
import { faultSentence, faultTexts } from './messages.ts'
import { filed, permit, today } from './sample-form.test-data.ts'
import { doubts, validateForm, validatePage } from './validate.ts'

const codesFor = (field: object, value: unknown): string[] => {
  const form: FormDefinition = {
    id: 'one',
    version: 1,
    pages: [{ id: 'page', title: { 'zh-CN': '题' }, fields: [{ id: 'it', ...field } as Field] }],
  }
  return validateForm(form, { it: value }, today).map((error) => error.code)
}
const options = [
  { value: 'x', label: { 'zh-CN': '甲' } },
  { value: 'y', label: { 'zh-CN': '乙' } },
]
const none = { label: { 'zh-CN': '都没有' }, leadsTo: { 'zh-CN': '问窗口' } }
const photo = { file: 'f1', name: '灯.jpg', type: 'image/jpeg', size: 9 }

describe('one answer at a time', () => {
  test.each<[string, object, unknown, string[]]>([
    ['nothing where something is needed', { kind: 'text', required: true }, ' ', ['required']],
    ['nothing where nothing is needed', { kind: 'text' }, '', []],
    ['Chinese characters are counted as people count them', { kind: 'text', least: 2, most: 2 }, '𠮷祥', []],
    ['too long', { kind: 'text', most: 3 }, '一二三四', ['too-long']],
    ['too short', { kind: 'text', least: 3 }, '一二', ['too-short']],
    [
      'a pattern takes the whole text',
      { kind: 'text', pattern: { expression: '\\d{3}', message: { 'zh-CN': '三位数' } } },
      '1234',
      ['pattern'],
    ],
    ['a number as text', { kind: 'number' }, '3', ['wrong-type']],
    ['half a person', { kind: 'number', whole: true }, 1.5, ['not-whole']],
    ['below the least', { kind: 'number', least: 1 }, 0, ['too-small']],
    ['above the most', { kind: 'number', most: 9 }, 10, ['too-large']],
    ['money is whole cents', { kind: 'money' }, 0.5, ['not-whole']],
    ['money is never negative', { kind: 'money' }, -100, ['too-little-money']],
    ['too much money', { kind: 'money', most: 100 }, 101, ['too-much-money']],
    ['30 February', { kind: 'date' }, '2026-02-30', ['not-a-day']],
    ['month thirteen', { kind: 'month' }, '2026-13', ['not-a-month']],
    ['tomorrow, where today is the last day', { kind: 'date', most: { daysFromToday: 0 } }, '2026-11-24', ['too-late']],
    ['too early', { kind: 'date', least: '2026-01-01' }, '2025-12-31', ['too-early']],
    ['this month, where today is the last day', { kind: 'month', most: { daysFromToday: 0 } }, '2026-11', []],
    ['not sure, where that is offered', { kind: 'yesNo', none }, 'none', []],
    ['not sure, where it is not', { kind: 'yesNo' }, 'none', ['not-offered']],
    ['an option that does not exist', { kind: 'choice', options }, 'z', ['not-offered']],
    ['none of these', { kind: 'choice', options, none }, 'none', []],
    ['none of these and one of these', { kind: 'choices', options, none }, ['none', 'x'], ['none-excludes']],
    ['too many', { kind: 'choices', options, most: 1 }, ['x', 'y'], ['too-many-choices']],
    ['a landline as mobile', { kind: 'phone' }, '02088888888', ['not-a-mobile']],
    ['a mistyped ID number', { kind: 'idNumber' }, '110105194912310021', ['id-check']],
    ['a credit code of the pilot years is never refused', { kind: 'creditCode' }, '91350100M0001TGQXM', []],
    ['an address without community', { kind: 'address' }, { detail: '3 号' }, ['community-needed']],
    ['a person without name', { kind: 'person' }, { phone: '13800000001' }, ['name-needed']],
    ['a person without the phone that is needed', { kind: 'person', phone: 'needed' }, { name: '陈' }, ['phone-needed']],
    ['a person without relation', { kind: 'person', relation: 'needed' }, { name: '陈' }, ['relation-needed']],
    ['a photo', { kind: 'file', accept: ['image'], most: 1 }, [photo], []],
    ['two photos where one is allowed', { kind: 'file', accept: ['image'], most: 1 }, [photo, photo], ['too-many-files']],
    [
      'a paper where photos are allowed',
      { kind: 'file', accept: ['image'], most: 1 },
      [{ ...photo, type: 'application/pdf' }],
      ['file-type'],
    ],
    ['signed on paper', { kind: 'signature' }, { name: '黄姨', how: 'paper' }, []],
    ['drawn, but nothing drawn', { kind: 'signature' }, { name: '黄姨', how: 'drawn' }, ['not-signed']],
    ['not ticked', { kind: 'confirm', required: true }, false, ['not-confirmed']],
    ['a notice needs no answer', { kind: 'notice', required: true }, undefined, []],
  ])('%s', (_, field, value, codes) => {
    expect(codesFor(field, value)).toEqual(codes)
  })
})

test('a complete application has nothing to put right', () => {
  expect(validateForm(permit, filed, today)).toEqual([])
})

test('a page is checked alone, and not at all when it is hidden', () => {
  expect(validatePage(permit, 'employer', { basis: 'job', contract: true }, today)).toEqual([
    { path: 'firm', code: 'required' },
    { path: 'signedOn', code: 'required' },
  ])
  expect(validatePage(permit, 'employer', { basis: 'dwelling' }, today)).toEqual([])
})

test('the item and the part at fault are named', () => {
  const answers = { ...filed, children: [{ nickname: '小满' }, { school: true }], applicant: { name: '陈师傅', phone: '1' } }
  expect(validateForm(permit, answers, today)).toEqual([
    { path: 'children.1.nickname', code: 'required' },
    { path: 'children.1.schoolName', code: 'required' },
    { path: 'applicant.phone', code: 'not-a-mobile' },
  ])
})

test('a list that is no list, an item that is no item and a fourth child are refused, not lost', () => {
  const codes = (children: unknown) => validatePage(permit, 'children', { ...filed, children }, today)
  expect(codes('two')).toEqual([{ path: 'children', code: 'wrong-type' }])
  expect(codes([7])).toEqual([{ path: 'children.0', code: 'wrong-type' }])
  expect(codes(Array.from({ length: 4 }, () => ({ nickname: '满' })))).toEqual([
    { path: 'children', code: 'too-many-items', params: { most: 3 } },
  ])
})

test('a doubtful credit code is pointed out and stops nobody', () => {
  const answers = { ...filed, firmCode: '91350100M0001TGQXM' }
  expect(validateForm(permit, answers, today)).toEqual([])
  expect(doubts(permit, answers, today)).toEqual([{ path: 'firmCode', code: 'credit-code' }])
})

test('every code has a sentence in both languages, and a pattern speaks for itself', () => {
  for (const [code, text] of Object.entries(faultTexts)) expect([code, Boolean(text['zh-CN'] && text.en)]).toEqual([code, true])
  expect(faultSentence({ code: 'too-long', params: { most: 40 } }, 'zh-CN')).toBe('请写在 40 个字以内。')
  expect(faultSentence({ code: 'pattern', message: { 'zh-CN': '三位数', en: 'three digits' } }, 'en')).toBe('three digits')
})
