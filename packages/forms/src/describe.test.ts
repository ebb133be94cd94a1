import { expect, test } from 'vitest'
import { answerLines } from './describe.ts'
import { writeLetter } from './letter.ts'
import { filed, permit, today } from './sample-form.test-data.ts'

const chinese = (text: string) => ({ 'zh-CN': text, en: text })

test('the answers read back as a person would say them, an ID number covered', () => {
  const lines = answerLines(permit, { ...filed, idNumber: '11010519491231002x' }, today, 'zh-CN', { songbai: '松柏岗社区', 5: '五巷' })
  expect(lines.map((line) => `${line.label}：${line.answer}`)).toEqual([
    '您是哪个月来的？：2025-03',
    '您有下面哪一样？：稳定的工作',
    '单位名称：荆楚印刷厂',
    '信用代码：',
    '签合同了吗？：是',
    '哪天签的？：2025-03-10',
    '孩子 1 · 小名：小满',
    '孩子 1 · 上学了吗？：是',
    '孩子 1 · 学校：松柏小学',
    '身份证号：110***********002X',
    '申请人：陈师傅，13800000001',
    '住址：松柏岗社区 五巷 3 号 402',
  ])
  expect(lines.find((line) => line.path === 'idNumber')?.sensitive).toBe(true)
})

test('"none of these" reads back in its own words, in either language', () => {
  const answer = (language: 'zh-CN' | 'en') =>
    answerLines(permit, { basis: 'none' }, today, language).find((line) => line.path === 'basis')?.answer
  expect(answer('zh-CN')).toBe('都没有，或说不清')
  expect(answer('en')).toBe('None of these, or not sure')
})

test('a letter is filled in, and what is not known stays a line to write on', () => {
  const letter = {
    form: permit,
    to: chinese('{firm}'),
    title: chinese('证明'),
    body: chinese('{applicant}，{since} 起在 {firm} 工作，签于 {signedOn}。{today}'),
  }
  expect(writeLetter(letter, { ...filed, signedOn: undefined }, today, 'zh-CN')).toEqual({
    to: '荆楚印刷厂',
    title: '证明',
    body: '陈师傅，13800000001，2025-03 起在 荆楚印刷厂 工作，签于 ＿＿＿＿＿＿。2026-11-23',
  })
})
