import { describe, expect, test } from 'vitest'
import { checkService } from './check-service.ts'
import { documentsMissing, documentsNeeded } from './documents-needed.ts'
import { eligibility } from './eligibility.ts'
import { filed, permit, today } from './sample-form.test-data.ts'
import { permitService, rules, said } from './sample-service.test-data.ts'
import type { CaseService } from './service.ts'

describe('may I, and why not', () => {
  test('both rules met: yes, with both reasons', () => {
    const answer = eligibility(rules, filed, today)
    expect(answer.verdict).toBe('yes')
    expect(answer.reasons.map(({ rule, met }) => [rule, met])).toEqual([
      ['halfYear', true],
      ['ground', true],
    ])
    expect(answer.instead).toEqual([])
  })
  test('too short a stay: no, with the law and another way', () => {
    const answer = eligibility(rules, { ...filed, since: '2026-09' }, today)
    expect(answer.verdict).toBe('no')
    expect(answer.reasons[0]).toMatchObject({ met: false, law: { 'zh-CN': '居住证暂行条例第二条' } })
    expect(answer.instead).toHaveLength(1)
  })
  test('"not sure" is unsure, not no, and leads to the desk', () => {
    const answer = eligibility(rules, { ...filed, basis: 'none' }, today)
    expect(answer.verdict).toBe('unsure')
    expect(answer.instead[0]?.text['zh-CN']).toBe('窗口陪您一起看')
  })
  test('nothing answered yet is unsure, and no rules is yes', () => {
    expect(eligibility(rules, {}, today).verdict).toBe('unsure')
    expect(eligibility([], {}, today).verdict).toBe('yes')
  })
})

describe('which papers', () => {
  test('the list follows the answers', () => {
    expect(documentsNeeded(permitService, { basis: 'job' }, today).map(({ id }) => id)).toEqual(['idCard', 'contract', 'photo'])
    expect(documentsNeeded(permitService, { basis: 'dwelling' }, today).map(({ id }) => id)).toEqual(['idCard', 'photo'])
  })
  test('before the answer it is a "you may need"', () => {
    expect(documentsNeeded(permitService, {}, today).map(({ id, certain }) => [id, certain])).toEqual([
      ['idCard', true],
      ['contract', false],
      ['photo', true],
    ])
  })
  test('an alternative counts, and what is waivable holds nothing up', () => {
    const needed = documentsNeeded(permitService, { basis: 'job' }, today)
    expect(documentsMissing(needed, new Set(['idCard'])).map(({ id }) => id)).toEqual(['contract'])
    expect(documentsMissing(needed, new Set(['idCard', 'employerLetter']))).toEqual([])
  })
})

const consent = { purpose: 'home-place', text: said('同意寄给老家'), withoutIt: said('您自己寄') }
const party = { agreement: 'home-place', name: said('老家'), chaseAfterWorkingDays: [5, 10] }

describe('a service checks itself', () => {
  const codes = (changed: Partial<CaseService>) =>
    checkService({ ...permitService, ...changed }, new Set(['permit'])).map(({ code }) => code)
  test('the sample has no mistake', () => {
    expect(codes({})).toEqual([])
  })
  test.each<[string, Partial<CaseService>, string]>([
    ['a refusal without another way', { decisionReasons: [{ id: 'no', outcome: 'refused', text: said('不行') }] }, 'no-way-on'],
    ['a rule without another way', { eligibility: [{ id: 'r', text: said('规'), when: { field: 'basis', equals: 'job' } }] }, 'no-way-on'],
    [
      'a rule about a question that is not asked',
      { eligibility: [{ id: 'r', text: said('规'), when: { field: 'income', atLeast: 1 }, instead: [{ text: said('问') }] }] },
      'unknown-field',
    ],
    ['a link that leads nowhere', { related: ['nowhere'] }, 'unknown-service'],
    ['no paper path', { channels: ['phone'] }, 'no-paper-path'],
    ['no source', { guide: { ...permitService.guide, sources: [] } }, 'no-source'],
    ['valid until before it was checked', { guide: { ...permitService.guide, validUntil: '2026-01-01' } }, 'empty-range'],
    ['a day that does not exist', { guide: { ...permitService.guide, validUntil: '2027-02-30' } }, 'bad-bound'],
    ['the same document twice', { documents: [permitService.documents[0]!, permitService.documents[0]!] }, 'duplicate-id'],
    ['personal details where none belong', { nonPersonal: true }, 'personal-field'],
    ['no Chinese', { result: { 'zh-CN': ' ' } }, 'text-missing'],
    ['no English', { result: { 'zh-CN': '证' } }, 'not-translated'],
    ['the same consent twice', { consents: [consent, consent] }, 'duplicate-id'],
    ['a consent without a purpose', { consents: [{ ...consent, purpose: '' }] }, 'bad-id'],
    ['another place without an agreement', { externalParty: { ...party, agreement: ' ' } }, 'blank'],
    ['asking again before asking', { externalParty: { ...party, chaseAfterWorkingDays: [10, 5] } }, 'bad-bound'],
    ['nobody who decides', { department: '' }, 'blank'],
    ['a mistake in its form', { form: { ...permit, pages: [] } }, 'no-pages'],
  ])('%s', (_, changed, code) => {
    expect(codes(changed)).toContain(code)
  })
  test('the letter to another place may only mention what is asked once', () => {
    const letter = { to: said('老家'), title: said('信'), body: said('{applicant}，{nickname}，{today}') }
    expect(
      checkService({ ...permitService, externalParty: { ...party, letter } }, new Set(['permit'])).map(({ code, path, params }) => [
        code,
        path,
        params,
      ]),
    ).toEqual(['zh-CN', 'en'].map((language) => ['unknown-placeholder', `externalParty.letter.body.${language}`, { field: 'nickname' }]))
  })
  test('a guide’s questions and its letter are both looked at, each at its own place', () => {
    const { form, promisedWorkingDays: _days, acceptanceWorkingDays: _acceptance, decisionReasons: _reasons, ...base } = permitService
    const broken = { ...form, id: 'letterForm', pages: [{ id: 'p', title: said('题'), fields: [] }] }
    const letter = { form: broken, to: said('村委会'), title: said('信'), body: said('信') }
    expect(
      checkService({ ...base, mode: 'guide', questions: { ...form, pages: [] }, letter, eligibility: [], documents: [] }, new Set()).map(
        ({ path }) => path,
      ),
    ).toEqual(['questions.pages', 'letter.form.pages.0.fields'])
  })
  test('a letter that mentions what is not asked', () => {
    const { form, promisedWorkingDays: _days, acceptanceWorkingDays: _acceptance, decisionReasons: _reasons, ...base } = permitService
    const letter = { form, to: said('村委会'), title: said('信'), body: said('我是 {applicant}，{wish}') }
    expect(checkService({ ...base, mode: 'guide', letter }, new Set(['permit'])).map(({ code, path }) => [code, path])).toEqual([
      ['unknown-placeholder', 'letter.body.zh-CN'],
      ['unknown-placeholder', 'letter.body.en'],
    ])
  })
})
