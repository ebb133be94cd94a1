import { dropDraft, listDrafts, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import { askEligibility, listOpenings, listServices, readService } from '@ronghe/contract/station/services.ts'
import {
  checkServiceDraft,
  previewServiceDraft,
  publishService,
  readServiceDraft,
  readServiceHistory,
  retireService,
  saveServiceDraft,
  startService,
} from '@ronghe/contract/station/services-editing.ts'
import { fileCase } from '@ronghe/contract/station/cases.ts'
import { residencePermit } from '@ronghe/demo/services/residence-permit.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, type Town } from '../../platform/database/testing.ts'
import { searchTokens, typedTokens } from './service-search.ts'
import { shapeService } from './services-shape.ts'
import { openStation } from './testing.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const found = async (search: string) =>
  (await town.anonymous.call(listServices, { query: { search, limit: 100 } })).items.map(({ key }) => key)

describe('looking for a service', () => {
  test('two characters are enough, and so are English words, pinyin initials and a whole question', async () => {
    expect(await found('居住')).toContain('residencePermit')
    expect(await found('欠薪')).toContain('unpaidWages')
    expect(await found('residence')).toContain('residencePermit')
    expect(await found('jzz')).toContain('residencePermit')
    expect(await found('juzhu')).toContain('residencePermit')
    expect((await found('我要办居住证'))[0]).toBe('residencePermit')
  })

  test('what does not exist is not found, and signs alone find nothing rather than everything', async () => {
    expect(await found('航天飞机')).toEqual([])
    expect(await found('％％')).toEqual([])
  })

  test('every service of the street is found by its own name', () => {
    for (const service of services) {
      const tokens = new Set(searchTokens(service))
      expect(
        typedTokens(service.name['zh-CN']).every((token) => tokens.has(token)),
        service.key,
      ).toBe(true)
    }
  })

  test('services are listed by domain and by whom they are open to, page by page', async () => {
    expect((await town.anonymous.call(listServices, { query: { domain: 'tax' } })).items.map(({ key }) => key)).toEqual(['rentalTax'])
    expect((await town.anonymous.call(listServices, { query: { openTo: 'local', limit: 100 } })).items.map(({ key }) => key)).not.toContain(
      'residencePermit',
    )
    const first = await town.anonymous.call(listServices, { query: { limit: 5 } })
    const second = await town.anonymous.call(listServices, { query: { limit: 5, after: first.next! } })
    expect([...first.items, ...second.items].map(({ key }) => key)).toEqual(services.slice(0, 10).map(({ key }) => key))
  })
})

describe('reading a service', () => {
  test('a guide past its date says so', async () => {
    expect(await town.anonymous.call(readService, { params: { key: 'residencePermit' } })).toMatchObject({
      outOfDate: false,
      departmentName: { 'zh-CN': '派出所' },
    })
    town.at('2029-01-01T09:00:00+08:00')
    expect(await town.anonymous.call(readService, { params: { key: 'residencePermit' } })).toMatchObject({ outOfDate: true })
  })

  test('on the last day of the agreement the Honghu settlement is offered; the morning after it is not, and says what applies instead', async () => {
    town.at('2026-12-31T23:00:00+08:00')
    expect(await town.anonymous.call(readService, { params: { key: 'honghuReimbursement' } })).toMatchObject({ notOffered: null })
    town.at('2027-01-01T00:30:00+08:00')
    const service = await town.anonymous.call(readService, { params: { key: 'honghuReimbursement' } })
    expect(service.notOffered).toMatchObject({ why: 'agreementExpired', instead: { 'zh-CN': '先在国家医保平台备案，再直接结算。' } })
    const body = { id: randomUUID(), service: 'honghuReimbursement', version: 1, answers: sampleAnswers['honghuReimbursement']! }
    expect(await town.as('liuFang').refused(fileCase, { body })).toMatchObject({
      code: 'service-agreement-expired',
      instead: '先在国家医保平台备案，再直接结算。',
    })
  })

  test('whoever has not lived here for half a year is told why not, by which law, and what to do instead', async () => {
    const answers = { ...sampleAnswers['residencePermit'], since: '2026-09' }
    const reply = await town.anonymous.call(askEligibility, { params: { key: 'residencePermit' }, body: { answers } })
    expect(reply.verdict).toBe('no')
    const reason = reply.reasons.find(({ id }) => id === 'halfYear')!
    expect(reason).toMatchObject({ met: 'no', law: { 'zh-CN': '《居住证暂行条例》第二条' } })
    expect(reason.instead.length).toBeGreaterThan(0)
    expect(reply.documents.map(({ id }) => id)).toContain('jobProof')
  })

  test('an unknown service is not there', async () => {
    expect(await town.anonymous.refused(readService, { params: { key: 'teleport' } })).toMatchObject({ status: 404, code: 'no-service' })
  })
})

describe('editing the catalogue', () => {
  const key = 'libraryCard'
  const params = { key }

  test('a new version is drafted, previewed, published and in force at once; the openings list says what was narrowed', async () => {
    const editor = town.as('luoYan')
    const { definition, edit } = await editor.call(readServiceDraft, { params })
    expect(edit).toBe(0)
    const changed = {
      ...definition,
      whoMay: { ...definition.whoMay, newcomer: { state: 'openOtherPapers' as const, note: { 'zh-CN': '凭居住证' }, since: '2026-12-01' } },
    }
    const saved = await editor.call(saveServiceDraft, {
      params,
      body: { edit: 0, definition: changed as unknown as Record<string, unknown> },
    })
    expect(saved.kind).toBe('saved')
    expect((await editor.call(previewServiceDraft, { params })).changes.map(({ path }) => path)).toContain('whoMay.newcomer')
    expect(await editor.call(publishService, { params, body: { edit: 1, note: '按新规定' } })).toMatchObject({ version: 2 })
    expect((await town.anonymous.call(readService, { params })).definition.version).toBe(2)
    expect((await town.anonymous.call(readService, { params, query: { version: 1 } })).definition.version).toBe(1)
    expect((await town.anonymous.call(listOpenings)).changes).toContainEqual(
      expect.objectContaining({ key, group: 'newcomer', kind: 'narrowed', since: '2026-12-01' }),
    )
    expect((await editor.call(readServiceHistory, { params })).items.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
  })

  test('of two editors the second is told, and both versions are kept', async () => {
    const editor = town.as('luoYan')
    const { definition, edit } = await editor.call(readServiceDraft, { params: { key: 'legalAid' } })
    const named = (name: string) => ({
      edit,
      definition: { ...definition, name: { 'zh-CN': name, en: name } } as unknown as Record<string, unknown>,
    })
    await editor.call(saveServiceDraft, { params: { key: 'legalAid' }, body: named('法律援助一') })
    const second = await editor.call(saveServiceDraft, { params: { key: 'legalAid' }, body: named('法律援助二') })
    expect(second).toMatchObject({
      kind: 'conflict',
      theirs: { definition: { name: { 'zh-CN': '法律援助一' } } },
      yours: { name: { 'zh-CN': '法律援助二' } },
    })
    expect((await editor.call(readServiceHistory, { params: { key: 'legalAid' } })).kept).toHaveLength(1)
  })

  test('a definition with mistakes is not published, and each mistake says where it is', async () => {
    const editor = town.as('luoYan')
    await editor.call(startService, { body: { key: 'streetLibrary', name: { 'zh-CN': '街坊书屋' } } })
    expect(await editor.refused(publishService, { params: { key: 'streetLibrary' }, body: { edit: 1, note: '' } })).toMatchObject({
      code: 'service-has-mistakes',
    })
    const { definition } = await editor.call(readServiceDraft, { params: { key: 'streetLibrary' } })
    const { mistakes } = await editor.call(checkServiceDraft, {
      params: { key: 'streetLibrary' },
      body: { definition: definition as unknown as Record<string, unknown> },
    })
    expect(mistakes.filter(({ blocks }) => blocks).map(({ path }) => path)).toContain('form.pages')
    expect(
      (await editor.call(checkServiceDraft, { params: { key: 'streetLibrary' }, body: { definition: { mode: 'case', form: 7 } } })).mistakes
        .length,
    ).toBeGreaterThan(0)
    expect(await found('街坊书屋')).not.toContain('streetLibrary')
  })

  test('a retired service is not listed, is found by name, and says what applies instead', async () => {
    await town.as('luoYan').call(retireService, { params: { key: 'pointsHousehold' }, body: { instead: { 'zh-CN': '到市里的网站办。' } } })
    expect((await town.anonymous.call(listServices, { query: { limit: 100 } })).items.map((service) => service.key)).not.toContain(
      'pointsHousehold',
    )
    expect((await town.anonymous.call(listServices, { query: { search: '积分入户' } })).items[0]).toMatchObject({
      notOffered: { why: 'retired', instead: { 'zh-CN': '到市里的网站办。' } },
    })
  })

  test('a clerk of a window edits nothing, and neither does a resident', async () => {
    expect(await town.as('heMin').refused(readServiceDraft, { params })).toMatchObject({ status: 403 })
    expect(await town.as('chen').refused(publishService, { params, body: { edit: 1, note: '' } })).toMatchObject({ status: 403 })
  })

  test('every shipped definition has the shape the editor stores, unchanged', () => {
    for (const service of services)
      expect(shapeService(JSON.parse(JSON.stringify(service)))).toEqual({ kind: 'shaped', definition: JSON.parse(JSON.stringify(service)) })
    let deep: unknown = { field: 'a', equals: 1 }
    for (let level = 0; level < 5000; level++) deep = { not: deep }
    expect(shapeService({ ...residencePermit, eligibility: [{ id: 'x', text: { 'zh-CN': '深' }, when: deep }] }).kind).toBe('misshapen')
  })
})

describe('a form begun', () => {
  const params = { key: 'residencePermit' }
  const caseId = randomUUID()

  test('goes on at the same page on another device, and what is known is filled in', async () => {
    const before = await town.as('chen').call(readDraft, { params })
    expect(before).toMatchObject({ draft: null, prefilled: { applicant: { name: '陈国强', phone: '19900000001' } } })
    await town.as('chen').call(saveDraft, { params, body: { edit: 0, version: 1, answers: { since: '2026-03' }, page: 'since', caseId } })
    const other = await town.as('chen').call(readDraft, { params })
    expect(other).toMatchObject({
      draft: { edit: 1, page: 'since', caseId, answers: { since: '2026-03' } },
      prefilled: { since: '2026-03' },
    })
    expect((await town.as('chen').call(listDrafts)).items).toHaveLength(1)
  })

  test('a save that has not seen the newest is shown it instead of overwriting it', async () => {
    expect(await town.as('chen').call(saveDraft, { params, body: { edit: 0, version: 1, answers: {}, caseId } })).toMatchObject({
      kind: 'newer',
      draft: { answers: { since: '2026-03' } },
    })
  })

  test('is sealed at rest, nobody else’s to read, and gone when dropped', async () => {
    const [row] = await town.rows<{ answers_sealed: Buffer }>('select answers_sealed from case_draft')
    expect(row!.answers_sealed.toString('latin1')).not.toContain('2026-03')
    expect((await town.as('auntHuang').call(readDraft, { params })).draft).toBeNull()
    expect(await town.anonymous.refused(readDraft, { params })).toMatchObject({ status: 401 })
    await town.as('chen').call(dropDraft, { params })
    expect((await town.as('chen').call(listDrafts)).items).toEqual([])
  })
})
