import { beginExternalLetter } from '@ronghe/contract/station/cases-papers.ts'
import { fileCase } from '@ronghe/contract/station/cases.ts'
import {
  checkServiceDraft,
  compareServiceVersions,
  listCatalogue,
  publishService,
  readServiceDraft,
  saveServiceDraft,
  startService,
} from '@ronghe/contract/station/services-editing.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import type { CaseService, Field, GuideService, ServiceDefinition } from '@ronghe/forms'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Town } from '../../platform/database/testing.ts'
import { openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
})
afterAll(() => town?.close())

const say = (chinese: string) => ({ 'zh-CN': chinese, en: `in English: ${chinese}` })
/** The Monday on which a test town begins. */
const today = '2026-11-23'
const key = 'studyRoom'
const params = { key }
const editor = () => town.as('luoYan')
const sent = (definition: object) => definition as Record<string, unknown>

/** A service with everything the data model knows in it at least once. */
function wholeService(base: ServiceDefinition): CaseService {
  if (base.mode !== 'case') throw new Error('a case service was started')
  const fields: Field[] = [
    {
      id: 'plate',
      kind: 'text',
      label: say('座位号'),
      least: 2,
      most: 6,
      pattern: { expression: '[A-Z]\\d{2}', message: say('例如 A12') },
    },
    { id: 'hours', kind: 'number', label: say('几小时'), least: 1, most: 8, whole: true, unit: say('小时') },
    { id: 'deposit', kind: 'money', label: say('押金'), least: 0, most: 10_000 },
    { id: 'from', kind: 'date', label: say('从哪天'), least: { daysFromToday: 0 }, most: { daysFromToday: 30 } },
    { id: 'since', kind: 'month', label: say('来的月份'), least: '2000-01-01', most: { daysFromToday: 0 } },
    {
      id: 'seat',
      kind: 'choice',
      label: say('坐哪里'),
      options: [
        { value: 'window', label: say('靠窗'), hint: say('看得见榕树') },
        { value: 'wall', label: say('靠墙') },
      ],
      none: { label: say('都可以'), leadsTo: say('我们来安排'), service: 'libraryCard' },
    },
    {
      id: 'needs',
      kind: 'choices',
      label: say('需要什么'),
      options: [
        { value: 'lamp', label: say('台灯') },
        { value: 'quiet', label: say('安静') },
      ],
      complete: true,
      most: 2,
    },
    { id: 'quiet', kind: 'yesNo', label: say('要安静'), none: { label: say('说不清'), leadsTo: say('先试试') } },
    { id: 'home', kind: 'address', label: say('住址'), known: 'address', coarse: true },
    { id: 'who', kind: 'person', label: say('谁来'), known: 'self', phone: 'needed', relation: 'asked', required: true },
    { id: 'card', kind: 'file', label: say('学生证'), accept: ['image', 'pdf'], most: 2 },
    { id: 'note', kind: 'notice', label: say('十点关门') },
    { id: 'rules', kind: 'confirm', label: say('看过守则'), required: true },
  ]
  return {
    ...base,
    summary: say('借自习室的座位'),
    eligibility: [
      {
        id: 'resident',
        text: say('住在这里或者在这里上学'),
        when: {
          any: [
            { field: 'home', answered: true },
            {
              not: {
                all: [
                  { field: 'seat', equals: 'wall' },
                  { field: 'hours', atLeast: 4 },
                ],
              },
            },
          ],
        },
        unsureWhen: { field: 'seat', equals: 'none' },
        law: say('自习室管理办法第二条'),
        instead: [{ text: say('到图书馆'), service: 'libraryCard' }],
      },
    ],
    documents: [
      {
        id: 'studentCard',
        name: say('学生证'),
        alternatives: [{ id: 'schoolLetter', name: say('学校证明'), help: say('盖章') }],
        waivable: true,
        handedIn: 'seen',
        keptWhere: say('看过就还'),
        when: { field: 'needs', has: 'quiet' },
      },
    ],
    steps: [{ id: 'book', title: say('订座'), text: say('当天答复'), by: 'station', workingDays: 1 }],
    where: [{ name: say('自习室'), address: say('榕树路 3 号'), hours: say('每天 8 点到 22 点'), phone: '020-0000-0001' }],
    related: ['libraryCard'],
    whoMay: {
      newcomer: { state: 'open', since: '2026-11-01' },
      local: { state: 'openOtherPapers', note: say('凭户口簿'), since: '2026-11-01' },
    },
    guide: {
      ...base.guide,
      sections: [{ id: 'about', title: say('说明'), text: say('座位不多') }],
      sources: [{ title: say('自习室管理办法'), date: '2026-01-01' }],
    },
    consents: [{ purpose: 'honghu-hospitals', text: say('同意发函核实'), withoutIt: say('您自己带证明来') }],
    decisionReasons: [
      { id: 'granted', outcome: 'granted', text: say('订好了') },
      { id: 'full', outcome: 'refused', text: say('坐满了'), law: say('自习室管理办法第五条'), instead: say('改天再来') },
    ],
    externalParty: {
      agreement: 'honghu-hospitals',
      name: say('洪湖市图书馆'),
      chaseAfterWorkingDays: [5, 10],
      letter: { to: say('洪湖市图书馆'), title: say('请协助核实'), body: say('{who} 想从 {from} 起借座位。{today}') },
    },
    form: {
      id: key,
      version: 1,
      pages: [
        { id: 'main', title: say('借座'), help: say('一页填完'), why: { title: say('没有学生证？'), text: say('带学校证明') }, fields },
        {
          id: 'friends',
          title: say('一起来的人'),
          visibleWhen: {
            all: [
              { field: 'quiet', equals: false },
              {
                any: [
                  { field: 'seat', in: ['window', 'wall'] },
                  { field: 'needs', atMost: 1 },
                ],
              },
            ],
          },
          repeat: { least: 0, most: 3, itemTitle: say('同伴') },
          fields: [
            { id: 'nick', kind: 'text', label: say('称呼'), requiredWhen: { field: 'hours', atLeast: 2 } },
            { id: 'age', kind: 'number', label: say('几岁'), visibleWhen: { field: 'nick', answered: true } },
          ],
        },
        {
          id: 'last',
          title: say('还有吗'),
          visibleWhen: { field: 'friends', atLeast: 1 },
          fields: [{ id: 'more', kind: 'longText', most: 300, visibleWhen: { field: 'since', monthsSince: 6 } }],
        },
      ],
    },
  }
}

let whole: CaseService

describe('every part of a service', () => {
  test('is stored and read back as it was, and is published without a mistake', async () => {
    const { definition, edit } = await editor().call(startService, { body: { key, name: say('自习室座位') } })
    whole = wholeService(definition)
    const saved = await editor().call(saveServiceDraft, { params, body: { edit, definition: sent(whole) } })
    expect(saved.kind === 'saved' && saved.draft.mistakes).toEqual([])
    expect((await editor().call(readServiceDraft, { params })).definition).toEqual(whole)
    expect(await editor().call(publishService, { params, body: { edit: 2, note: '' } })).toMatchObject({ version: 1 })
  })

  test('of a guide too: its questions, and a letter with questions of its own', async () => {
    const at = { key: 'homeLetter' }
    const { definition, edit } = await editor().call(startService, { body: { key: at.key, name: say('给老家写信'), mode: 'guide' } })
    const form = (id: string, field: string) => ({
      id,
      version: 1,
      pages: [{ id: `${field}Page`, title: say('题'), fields: [{ id: field, kind: 'text' as const }] }],
    })
    const guide = {
      ...(definition as GuideService),
      questions: form('ask', 'since'),
      letter: { form: form('write', 'home'), to: say('{home} 村委会'), title: say('信'), body: say('{home}，{today}') },
    }
    await editor().call(saveServiceDraft, { params: at, body: { edit, definition: sent(guide) } })
    expect((await editor().call(readServiceDraft, { params: at })).definition).toEqual(guide)
  })
})

type Nonsense = readonly [what: string, path: string, code: string, spoil: (service: CaseService) => object]
const withField = (service: CaseService, at: number, field: object): object => ({
  ...service,
  form: {
    ...service.form,
    pages: service.form.pages.map((page, place) =>
      place === 0 ? { ...page, fields: page.fields.map((one, here) => (here === at ? { ...one, ...field } : one)) } : page,
    ),
  },
})
const withPage = (service: CaseService, at: number, page: object): object => ({
  ...service,
  form: { ...service.form, pages: service.form.pages.map((one, place) => (place === at ? { ...one, ...page } : one)) },
})
const nonsense: readonly Nonsense[] = [
  [
    'a pattern that is none',
    'form.pages.0.fields.0.pattern.expression',
    'bad-pattern',
    (s) => withField(s, 0, { pattern: { expression: '(', message: say('？') } }),
  ],
  ['fewer letters than none', 'form.pages.0.fields.0.least', 'bad-bound', (s) => withField(s, 0, { least: -1 })],
  ['the smallest number above the largest', 'form.pages.0.fields.1.most', 'empty-range', (s) => withField(s, 1, { least: 9, most: 2 })],
  ['a last day before the first', 'form.pages.0.fields.3.most', 'empty-range', (s) => withField(s, 3, { most: { daysFromToday: -3 } })],
  ['a day that does not exist', 'form.pages.0.fields.4.least', 'bad-bound', (s) => withField(s, 4, { least: '2026-02-30' })],
  [
    'an option called none',
    'form.pages.0.fields.5.options.0.value',
    'reserved-option',
    (s) => withField(s, 5, { options: [{ value: 'none', label: say('无') }] }),
  ],
  [
    'a way out that leads nowhere',
    'form.pages.0.fields.5.none.service',
    'unknown-service',
    (s) => withField(s, 5, { none: { label: say('无'), leadsTo: say('去'), service: 'teleport' } }),
  ],
  ['a choice without a way out', 'form.pages.0.fields.6.none', 'no-way-out', (s) => withField(s, 6, { complete: false })],
  ['no kind of file', 'form.pages.0.fields.10.accept', 'no-options', (s) => withField(s, 10, { accept: [] })],
  ['an id with a blank in it', 'form.pages.0.fields.1.id', 'bad-id', (s) => withField(s, 1, { id: 'two words' })],
  [
    'a repeating page for nobody',
    'form.pages.1.repeat.most',
    'empty-range',
    (s) => withPage(s, 1, { repeat: { least: 4, most: 2, itemTitle: say('人') } }),
  ],
  [
    'a box without an answer',
    'form.pages.0.why.text',
    'text-missing',
    (s) => withPage(s, 0, { why: { title: say('怎么办？'), text: { 'zh-CN': '' } } }),
  ],
  [
    'a condition inside a condition about an option that is gone',
    'form.pages.1.visibleWhen.all.1.any.0',
    'not-an-option',
    (s) => withPage(s, 1, { visibleWhen: { all: [{ field: 'quiet', equals: false }, { any: [{ field: 'seat', in: ['roof'] }] }] } }),
  ],
  [
    'a condition about a later question',
    'form.pages.0.visibleWhen.not',
    'asks-ahead',
    (s) => withPage(s, 0, { visibleWhen: { not: { field: 'more', answered: true } } }),
  ],
  [
    'a condition about what is asked of each',
    'eligibility.0.when',
    'inside-repeat',
    (s) => ({ ...s, eligibility: [{ ...s.eligibility[0]!, when: { field: 'age', atLeast: 1 } }] }),
  ],
  [
    'an empty group',
    'eligibility.0.when.any.0',
    'empty-condition',
    (s) => ({ ...s, eligibility: [{ ...s.eligibility[0]!, when: { any: [{ all: [] }] } }] }),
  ],
  ['the same consent twice', 'consents.1.purpose', 'duplicate-id', (s) => ({ ...s, consents: [...s.consents, ...s.consents] })],
  [
    'a consent without its text',
    'consents.0.text',
    'text-missing',
    (s) => ({ ...s, consents: [{ ...s.consents[0]!, text: { 'zh-CN': ' ' } }] }),
  ],
  [
    'a letter that mentions what is not asked',
    'externalParty.letter.body.zh-CN',
    'unknown-placeholder',
    (s) => ({ ...s, externalParty: { ...s.externalParty!, letter: { ...s.externalParty!.letter!, body: say('{age}') } } }),
  ],
  [
    'another place without an agreement',
    'externalParty.agreement',
    'blank',
    (s) => ({ ...s, externalParty: { ...s.externalParty!, agreement: '' } }),
  ],
  [
    'asking again before the first time',
    'externalParty.chaseAfterWorkingDays.1',
    'bad-bound',
    (s) => ({ ...s, externalParty: { ...s.externalParty!, chaseAfterWorkingDays: [10, 5] } }),
  ],
  [
    'closed without a law',
    'whoMay.local.law',
    'text-missing',
    (s) => ({ ...s, whoMay: { ...s.whoMay, local: { state: 'closed', law: { 'zh-CN': '' }, since: '2026-01-01' } } }),
  ],
  [
    'closed since no day',
    'whoMay.local.since',
    'bad-bound',
    (s) => ({ ...s, whoMay: { ...s.whoMay, local: { state: 'open', since: 'soon' } } }),
  ],
  ['a related service that is not there', 'related.0', 'unknown-service', (s) => ({ ...s, related: ['teleport'] })],
  ['nobody who decides', 'department', 'blank', (s) => ({ ...s, department: '' })],
]

describe('nonsense', () => {
  test.each(nonsense)('%s is named at its place, may be kept as a draft, and is not published', async (_, path, code, spoil) => {
    const definition = sent(spoil(whole))
    const { mistakes } = await editor().call(checkServiceDraft, { params, body: { definition } })
    expect(mistakes.filter(({ blocks }) => blocks)).toContainEqual(
      expect.objectContaining({ path, code, sentence: expect.stringMatching(/。$/) }),
    )
    const { edit } = await editor().call(readServiceDraft, { params })
    expect(await editor().call(saveServiceDraft, { params, body: { edit, definition } })).toMatchObject({ kind: 'saved' })
    const refusal = await editor().refused(publishService, { params, body: { edit: edit + 1, note: '' } })
    expect(refusal).toMatchObject({
      code: 'service-has-mistakes',
      errors: expect.arrayContaining([expect.objectContaining({ path: `definition.${path}` })]),
    })
  })

  test('what has no shape at all is refused at its place, and nothing is stored', async () => {
    const before = await editor().call(readServiceDraft, { params })
    const definition = sent(withField(whole, 1, { least: 'four' }))
    expect(await editor().refused(saveServiceDraft, { params, body: { edit: before.edit, definition } })).toMatchObject({
      errors: [expect.objectContaining({ path: 'definition.form.pages.0.fields.1.least' })],
    })
    expect(await editor().call(readServiceDraft, { params })).toEqual(before)
  })

  test('a service that lost its name for the moment is listed under its key', async () => {
    const at = { key: 'nameless' }
    const { definition, edit } = await editor().call(startService, { body: { key: at.key, name: say('有名字') } })
    await editor().call(saveServiceDraft, { params: at, body: { edit, definition: sent({ ...definition, name: { 'zh-CN': '' } }) } })
    expect((await editor().call(listCatalogue)).items.find((item) => item.key === 'nameless')?.name).toEqual({ 'zh-CN': 'nameless' })
  })
})

describe('two versions', () => {
  test('are read beside each other in words, in the reader’s language', async () => {
    const { edit } = await editor().call(readServiceDraft, { params })
    const [rule] = whole.eligibility
    const changed = {
      ...whole,
      eligibility: [{ ...rule!, when: { not: { field: 'seat', equals: 'wall' } } }],
      form: { ...whole.form, pages: whole.form.pages.slice(0, 1) },
    }
    await editor().call(saveServiceDraft, { params, body: { edit, definition: sent(changed) } })
    const { changes } = await editor().call(compareServiceVersions, { params, query: { before: 1, after: 2 } })
    expect(changes).toContainEqual({
      path: 'eligibility.resident.when',
      where: '条件 · 住在这里或者在这里上学 · 什么情况',
      kind: 'changed',
      before: '“住址”填了，或者不是：（“坐哪里”是“靠墙”，并且“几小时”不小于 4 小时）',
      after: '不是：“坐哪里”是“靠墙”',
      losesAnswers: false,
    })
    expect(changes.filter(({ losesAnswers }) => losesAnswers).map(({ path }) => path)).toContain('form.page.friends')
    expect(await editor().call(compareServiceVersions, { params, query: { before: 1, after: 1 } })).toEqual({ changes: [] })
    expect(await editor().refused(compareServiceVersions, { params, query: { before: 1, after: 9 } })).toMatchObject({ status: 404 })
    expect(await town.as('heMin').refused(compareServiceVersions, { params, query: { before: 1, after: 2 } })).toMatchObject({
      status: 403,
    })
  })
})

describe('the letter to another place', () => {
  const id = randomUUID()
  const at = { params: { caseId: id } }

  test('begins as the service has it, filled in from the case, and the person sees that it was read', async () => {
    const answers = {
      plate: 'A12',
      from: today,
      who: { name: '陈国强', phone: '19900000001' },
      rules: true,
      seat: 'window',
      needs: ['lamp'],
    }
    await town.as('chen').call(fileCase, { body: { id, service: key, version: 1, answers, consents: ['honghu-hospitals'] } })
    expect(await town.as('heMin').call(readCase, at)).toMatchObject({ letterToBegin: true })
    const { letter } = await town.as('heMin').call(beginExternalLetter, at)
    expect(letter).toBe(`请协助核实\n\n洪湖市图书馆：\n\n陈国强，19900000001 想从 ${today} 起借座位。${today}`)
    expect(await town.rows(`select purpose from access_log where subject_id = $1 and purpose = 'externalLetter'`, [id])).toHaveLength(1)
  })

  test('a resident does not begin it, and a service without a text for it says so', async () => {
    expect(await town.as('chen').refused(beginExternalLetter, at)).toMatchObject({ status: 403 })
    const other = randomUUID()
    await town
      .as('chen')
      .call(fileCase, { body: { id: other, service: 'residencePermit', version: 1, answers: sampleAnswers['residencePermit']! } })
    expect(await town.as('heMin').refused(beginExternalLetter, { params: { caseId: other } })).toMatchObject({
      code: 'case-no-letter-text',
    })
  })
})
