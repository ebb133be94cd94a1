import { describe, expect, test } from 'vitest'
import { checkService } from './check-service.ts'
import { documentsMissing, documentsNeeded } from './documents-needed.ts'
import { eligibility } from './eligibility.ts'
import { filed, permit, today } from './sample-form.test-data.ts'
import type { CaseService, EligibilityRule } from './service.ts'

const said = (chinese: string) => ({ 'zh-CN': chinese, en: `in English: ${chinese}` })
const rules: EligibilityRule[] = [
  {
    id: 'halfYear',
    text: said('住满半年'),
    when: { field: 'since', monthsSince: 6 },
    law: said('居住证暂行条例第二条'),
    instead: [{ text: said('先登记，满半年再来') }],
  },
  {
    id: 'ground',
    text: said('工作或住处有一样'),
    when: { field: 'basis', in: ['job', 'dwelling'] },
    unsureWhen: { field: 'basis', equals: 'none' },
    instead: [{ text: said('窗口陪您一起看'), service: 'permit' }],
  },
]
const permitService: CaseService = {
  mode: 'case',
  key: 'permit',
  version: 1,
  name: said('居住证'),
  summary: said('居住证'),
  department: 'police',
  domain: 'publicSecurity',
  keywords: { 'zh-CN': ['居住证'], en: ['permit'] },
  whoMay: {
    newcomer: { state: 'open', since: '2016-01-01' },
    local: { state: 'closed', law: said('户籍在本市的不用办'), since: '2016-01-01' },
  },
  eligibility: rules,
  documents: [
    { id: 'idCard', name: said('身份证'), alternatives: [], waivable: false, handedIn: 'copy', keptWhere: said('看过就还') },
    {
      id: 'contract',
      name: said('劳动合同'),
      alternatives: [{ id: 'employerLetter', name: said('单位证明') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: said('留复印件'),
      when: { field: 'basis', equals: 'job' },
    },
    { id: 'photo', name: said('照片'), alternatives: [], waivable: true, handedIn: 'original', keptWhere: said('办完销毁') },
  ],
  steps: [{ id: 'file', title: said('提交'), by: 'resident' }],
  fee: { cents: 0, text: said('不收费') },
  where: [{ name: said('服务站'), address: said('五巷 1 号'), hours: said('每天') }],
  channels: ['phone', 'desk', 'paper'],
  guide: {
    sections: [{ id: 'about', title: said('说明'), text: said('说明') }],
    sources: [{ title: said('居住证暂行条例'), date: '2015-11-26' }],
    validUntil: '2027-12-31',
    lastChecked: '2026-11-20',
  },
  consents: [],
  result: said('居住证'),
  nonPersonal: false,
  form: permit,
  promisedWorkingDays: 15,
  acceptanceWorkingDays: 1,
  decisionReasons: [
    { id: 'met', outcome: 'granted', text: said('符合') },
    { id: 'short', outcome: 'refused', text: said('没住满半年'), instead: said('满了再来') },
  ],
}

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
    ['a mistake in its form', { form: { ...permit, pages: [] } }, 'no-pages'],
  ])('%s', (_, changed, code) => {
    expect(codes(changed)).toContain(code)
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
