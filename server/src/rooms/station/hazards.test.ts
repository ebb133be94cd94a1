import {
  addHazardPhoto,
  coverHazardPhoto,
  findSimilarHazards,
  hazardStates,
  listHazards,
  listHazardsAtDesk,
  listMyHazards,
  readHazard,
  readHazardAtDesk,
  readHazardByCode,
  readHazardPhoto,
  readUncoveredPhoto,
  reopenHazard,
  reportHazard,
  reportHazardWithoutName,
  stepHazard,
} from '@ronghe/contract/station/hazards.ts'
import { addPost, appoint } from '@ronghe/contract/programme/appointments.ts'
import type { DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import { addOrgan, endOrgan, listOrgans } from '@ronghe/contract/programme/organs.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { laneId, postId } from '@ronghe/demo/load-cast.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { visitWork } from './visits-handover.ts'
import { hazardTransitions, isOpen, stepHazardState } from './hazard-lifecycle.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const lane = (key: 'laneOne' | 'laneThree' | 'laneFive' | 'banyanLane') => laneId(town.street.id, key)
const step = (
  who: CastKey,
  hazardId: string,
  body: { step: 'check' | 'send' | 'transfer' | 'fix' | 'notFound' | 'refer'; words?: string; department?: DepartmentKey },
) => town.as(who).call(stepHazard, { params: { hazardId }, body })

describe('a hazard', () => {
  test('is reported, checked, sent to the department, fixed, and its reporter is told; everybody can read the answer', async () => {
    const { hazard } = await town
      .as('chen')
      .call(reportHazard, { body: { kind: 'lamp', lane: lane('laneThree'), words: '陈国强家门口的路灯不亮，电话19900000001' } })
    expect(hazard).toMatchObject({ state: 'reported', lane: { 'zh-CN': '三号巷' }, community: { 'zh-CN': '松柏新村' }, may: ['addPhoto'] })
    // The words are public once somebody has looked at them, and as they were put right.
    expect((await town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })).words).toBeNull()
    const checked = await step('heMin', hazard.id, { step: 'check', words: '三号巷口的路灯不亮' })
    expect(checked).toMatchObject({
      state: 'checked',
      wordsAsSent: '陈国强家门口的路灯不亮，电话19900000001',
      may: ['check', 'send', 'fix', 'notFound', 'refer'],
    })
    expect(await step('heMin', hazard.id, { step: 'send' })).toMatchObject({
      state: 'sent',
      dueOn: '2026-11-30',
      department: { 'zh-CN': '城市管理办' },
    })
    expect((await town.as('fangWei').call(listHazardsAtDesk, { query: {} })).items.find(({ id }) => id === hazard.id)).toMatchObject({
      wordsAsSent: null,
      may: ['transfer', 'fix', 'notFound', 'refer'],
    })
    expect(
      (await town.as('fangWei').refused(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'fix' } })).errors?.[0],
    ).toMatchObject({ path: 'words', code: 'hazard-words' })
    town.at('2026-11-25T15:00:00+08:00')
    await step('fangWei', hazard.id, { step: 'fix', words: '换了灯泡' })
    const page = await town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })
    expect(page).toMatchObject({
      state: 'fixed',
      line: '11月25日修好了。',
      words: '三号巷口的路灯不亮',
      answer: '换了灯泡',
      may: ['reopen'],
    })
    expect(page.timeline.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-25'])
    expect(JSON.stringify(page)).not.toContain('19900000001')
    expect((await town.as('chen').call(listMyHazards)).items.map(({ id }) => id)).toEqual([hazard.id])
    expect(
      await town.rows("select 1 as one from message where template = 'hazard-answered' and person_id = $1", [town.idOf('chen')]),
    ).toEqual([{ one: 1 }])
  })

  test('without a name leaves a day and no hour, and is followed by its code alone', async () => {
    town.at('2026-11-23T21:47:33+08:00')
    // A session that is sent along is not looked at.
    const { hazard, code } = await town
      .as('liuFang')
      .call(reportHazardWithoutName, { body: { kind: 'rubbish', lane: lane('laneOne'), words: '垃圾堆到路中间' } })
    const [row] = await town.rows<{ person_id: null; id: string }>('select person_id, id from hazard where id = $1', [hazard.id])
    expect(row!.person_id).toBeNull()
    expect(new Date(Number.parseInt(row!.id.replaceAll('-', '').slice(0, 12), 16)).toISOString()).toBe('2026-11-23T00:00:00.000Z')
    const [leaf] = await town.rows<{ at: Date; commitments: Record<string, string> }>(
      "select at, commitments from journal_leaf where commitments::text like '%' || $1 || '%'",
      [hazard.id],
    )
    expect([leaf!.at.toISOString(), 'actor' in leaf!.commitments]).toEqual(['2026-11-23T00:00:00.000Z', false])
    expect(await town.anonymous.call(readHazardByCode, { body: { code } })).toMatchObject({
      id: hazard.id,
      words: '垃圾堆到路中间',
      may: ['addPhoto'],
    })
    expect((await town.anonymous.refused(readHazardByCode, { body: { code: '0000-0000-0000-0000' } })).code).toBe('no-hazard')
  })

  test('of the same kind at the same place is shown before another report is sent; elsewhere it is not', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'water', lane: lane('laneFive'), words: '水管漏水' } })
    const found = async (kind: 'water' | 'lift', key: 'laneFive' | 'laneOne') =>
      (await town.anonymous.call(findSimilarHazards, { query: { kind, lane: lane(key) } })).items.map(({ id }) => id)
    expect([await found('water', 'laneFive'), await found('water', 'laneOne'), await found('lift', 'laneFive')]).toEqual([
      [hazard.id],
      [],
      [],
    ])
    expect((await town.anonymous.call(listHazards, { query: { kind: 'water' } })).items.map(({ id }) => id)).toEqual([hazard.id])
  })

  test('that is not solved is taken up again by anybody within ninety days; what comes back at the place is marked', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'lift', lane: lane('banyanLane'), words: '电梯停了' } })
    await step('heMin', hazard.id, { step: 'check', words: '电梯停了' })
    await step('heMin', hazard.id, { step: 'fix', words: '重启了' })
    expect(await town.anonymous.call(reopenHazard, { params: { hazardId: hazard.id }, body: {} })).toMatchObject({
      state: 'reported',
      reopened: 1,
      back: true,
      answer: null,
    })
    expect((await town.anonymous.refused(reopenHazard, { params: { hazardId: hazard.id }, body: {} })).code).toBe('hazard-step')
    await step('heMin', hazard.id, { step: 'check', words: '电梯停了' })
    await step('heMin', hazard.id, { step: 'fix', words: '换了电机' })
    town.at('2027-01-20T09:00:00+08:00')
    expect(
      (await town.as('xu').call(reportHazard, { body: { kind: 'lift', lane: lane('banyanLane'), words: '又停了' } })).hazard.back,
    ).toBe(true)
    town.at('2027-04-01T09:00:00+08:00')
    expect((await town.anonymous.refused(reopenHazard, { params: { hazardId: hazard.id }, body: {} })).code).toBe('hazard-reopen-late')
  })

  test('is worked on by the desk and the department it was sent to, by nobody else, and never sent where nobody is', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'wire', words: '电线垂下来了' } })
    const params = { hazardId: hazard.id }
    expect((await town.as('chen').refused(stepHazard, { params, body: { step: 'check', words: 'x' } })).status).toBe(403)
    expect((await town.as('wangJun').refused(stepHazard, { params, body: { step: 'fix', words: 'x' } })).code).toBe('no-hazard')
    await step('heMin', hazard.id, { step: 'check', words: '电线垂下来' })
    expect((await town.as('heMin').refused(stepHazard, { params, body: { step: 'send', department: 'tax' } })).errors?.[0]).toMatchObject({
      code: 'hazard-department',
    })
    await step('heMin', hazard.id, { step: 'send' })
    expect((await town.as('fangWei').refused(stepHazard, { params, body: { step: 'check', words: 'x' } })).code).toBe('hazard-step')
    expect(
      (await town.as('chen').refused(reportHazard, { body: { kind: 'neighbour' as never, words: '' } })).errors?.map(({ path }) => path),
    ).toEqual(['kind', 'words'])
    expect(
      (await town.as('chen').refused(reportHazard, { body: { kind: 'lamp', lane: town.idOf('chen'), words: '灯' } })).errors?.[0],
    ).toMatchObject({ path: 'laneId' })
  })
})

/** A department of its own, with somebody in it. */
async function openDepartment(key: DepartmentKey, name: string, who: CastKey): Promise<void> {
  const lead = town.as('directorHe')
  const { id: organId } = await town
    .as('officerLin')
    .call(addOrgan, { body: { kind: 'department', party: 'government', name: { 'zh-CN': name }, key } })
  const { id } = await town.as('officerLin').call(addPost, {
    params: { organId },
    body: { kind: 'departmentOfficer', name: { 'zh-CN': `${name}经办` }, supervisorPostId: postId(town.street.id, 'streetLead') },
  })
  await lead.call(appoint, {
    params: { postId: id },
    body: { phone: cast[who].phone, name: cast[who].name, startsOn: '2026-11-01', document: '' },
  })
}
const checked = async (kind: 'lamp' | 'lift' | 'water' | 'road', words: string): Promise<string> => {
  const { hazard } = await town.as('chen').call(reportHazard, { body: { kind, lane: lane('laneOne'), words } })
  await step('heMin', hazard.id, { step: 'check', words })
  return hazard.id
}
const told = async (who: CastKey, template: string) =>
  (await town.rows('select 1 from message where person_id = $1 and template = $2', [town.idOf(who), template])).length

describe('the departments of a street', () => {
  test('a lamp goes to street lighting once the street has it, and to urban management as long as it has not', async () => {
    const before = await checked('lamp', '灯不亮')
    expect((await step('heMin', before, { step: 'send' })).department).toEqual({ 'zh-CN': '城市管理办', en: 'Urban Management Office' })
    await openDepartment('lighting', '路灯管理所', 'tangLi')
    expect((await town.anonymous.call(listOrgans, { query: { kind: 'department' } })).items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['environment', 'lighting']),
    )
    const id = await checked('lamp', '灯又不亮')
    expect((await town.as('heMin').call(readHazardAtDesk, { params: { hazardId: id } })).departments).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'lighting', usual: true }),
        expect.objectContaining({ key: 'environment', usual: false }),
      ]),
    )
    expect(await step('heMin', id, { step: 'send' })).toMatchObject({ department: { 'zh-CN': '路灯管理所' } })
    expect((await town.as('tangLi').call(readHazardAtDesk, { params: { hazardId: id } })).may).toEqual([
      'transfer',
      'fix',
      'notFound',
      'refer',
    ])
    expect((await town.as('fangWei').refused(readHazardAtDesk, { params: { hazardId: id } })).code).toBe('no-hazard')
    expect((await town.as('chen').refused(readHazardAtDesk, { params: { hazardId: id } })).status).toBe(403)
  })

  test('two departments never see to the same; one that is closed leaves its place to the next', async () => {
    const body = { kind: 'department' as const, party: 'government' as const, name: { 'zh-CN': '环卫站' }, key: 'sanitation' as const }
    const officer = town.as('officerLin')
    const { id } = await officer.call(addOrgan, { body })
    expect((await officer.refused(addOrgan, { body })).errors).toMatchObject([{ path: 'key', code: 'department-key-taken' }])
    expect((await officer.refused(addOrgan, { body: { ...body, kind: 'partner' } })).errors).toMatchObject([
      { path: 'key', code: 'key-only-for-departments' },
    ])
    expect((await officer.refused(addOrgan, { body: { ...body, key: 'moon' as never } })).status).toBe(422)
    await officer.call(endOrgan, { params: { organId: id }, body: { lastDay: '2026-11-23', reason: '并入' } })
    town.at('2026-11-24T09:00:00+08:00')
    expect((await officer.call(addOrgan, { body })).id).not.toBe(id)
  })

  test('one gives it to another with the reason, which everybody can read; the promised day stays and it is out of the first one’s hands', async () => {
    const id = await checked('water', '水管漏水')
    const { dueOn } = await step('heMin', id, { step: 'send', department: 'environment' })
    const transfer = (who: CastKey, department: DepartmentKey, words: string) =>
      town.as(who).refused(stepHazard, { params: { hazardId: id }, body: { step: 'transfer', department, words } })
    expect((await transfer('fangWei', 'police', '')).errors).toMatchObject([{ path: 'words', code: 'hazard-words' }])
    expect((await transfer('fangWei', 'environment', '还是我')).errors).toMatchObject([{ code: 'hazard-another-department' }])
    expect((await transfer('fangWei', 'tax', '没有人')).errors).toMatchObject([{ code: 'hazard-department' }])
    expect((await transfer('wangJun', 'police', '不归他')).code).toBe('no-hazard')
    const before = await told('wangJun', 'hazard-sent')
    expect(await step('fangWei', id, { step: 'transfer', department: 'police', words: '水管在派出所院里。' })).toMatchObject({
      department: { 'zh-CN': '派出所' },
      dueOn,
      may: [],
    })
    expect((await told('wangJun', 'hazard-sent')) - before).toBe(1)
    expect((await town.as('fangWei').refused(readHazardAtDesk, { params: { hazardId: id } })).code).toBe('no-hazard')
    const { timeline } = await town.anonymous.call(readHazard, { params: { hazardId: id } })
    // The page still names who had it first.
    expect(timeline.map(({ sentence, words }) => [sentence, words]).slice(-2)).toEqual([
      ['转给城市管理办。', null],
      ['改由派出所处理。', '水管在派出所院里。'],
    ])
    await step('wangJun', id, { step: 'fix', words: '修好了' })
  })
})

describe('the days of a hazard', () => {
  const escalate = () => town.drain(['station.hazards-escalate'])
  const events = async (id: string) =>
    (await town.anonymous.call(readHazard, { params: { hazardId: id } })).timeline.map(({ on, sentence }) => `${on} ${sentence}`)

  test('nobody looks at it: the station’s lead, the superior, the street’s lead, in the steps and on the days its page names', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'other', words: '墙要倒' } })
    expect(hazard).toMatchObject({
      line: '已收到，11月24日前去看。',
      dueOn: '2026-11-24',
      escalations: { owner: '2026-11-24', supervisor: '2026-11-25', streetLead: '2026-11-30' },
      escalated: 'none',
    })
    for (const [day, level] of [
      ['2026-11-24', 'owner'],
      ['2026-11-25', 'supervisor'],
      ['2026-11-29', 'supervisor'],
      ['2026-11-30', 'streetLead'],
    ] as const) {
      town.at(`${day}T06:20:00+08:00`)
      await escalate()
      expect((await town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })).escalated, day).toBe(level)
    }
    await escalate()
    expect((await events(hazard.id)).slice(1)).toEqual([
      '2026-11-24 快到期限，已提醒负责的岗位。',
      '2026-11-25 期限过了，已报给上级。',
      '2026-11-30 超过期限多日，已报给街道分管领导。',
    ])
  })

  test('the department has its own days from when it was sent, and giving it on does not start them anew', async () => {
    const id = await checked('road', '路面塌了')
    expect(await step('heMin', id, { step: 'send', department: 'environment' })).toMatchObject({
      dueOn: '2026-12-07',
      escalations: { owner: '2026-11-30', supervisor: '2026-12-08', streetLead: '2026-12-11' },
    })
    town.at('2026-11-30T06:20:00+08:00')
    const before = await told('fangWei', 'hazard-late')
    await escalate()
    expect((await told('fangWei', 'hazard-late')) - before).toBe(1)
    town.at('2026-12-01T09:00:00+08:00')
    expect(await step('fangWei', id, { step: 'transfer', department: 'police', words: '在院里' })).toMatchObject({
      dueOn: '2026-12-07',
      escalated: 'owner',
      escalations: { supervisor: '2026-12-08' },
    })
    const lead = await told('directorHe', 'hazard-late')
    town.at('2026-12-08T06:20:00+08:00')
    await escalate()
    expect(await told('directorHe', 'hazard-late')).toBeGreaterThan(lead)
    await step('wangJun', id, { step: 'fix', words: '填平了' })
    expect(await town.anonymous.call(readHazard, { params: { hazardId: id } })).toMatchObject({ escalated: 'none', escalations: null })
  })

  test('handing a post’s hazards over keeps them in the department or shows where they went', async () => {
    const id = await checked('lift', '电梯抖')
    await step('heMin', id, { step: 'send', department: 'environment' })
    const work = visitWork.find(({ kind }) => kind === 'hazard')!
    expect(
      (await town.deed((deed) => work.openItems(deed, postId(town.street.id, 'environmentOfficer')))).map((item) => item.id),
    ).toContain(id)
    await town.deed((deed) => work.handOver(deed, id, postId(town.street.id, 'policeOfficer'), '休假，同事代为处理'))
    const page = await town.anonymous.call(readHazard, { params: { hazardId: id } })
    expect(page.timeline.at(-1)).toMatchObject({ sentence: '改由派出所处理。', words: null })
    expect((await town.as('wangJun').call(readHazardAtDesk, { params: { hazardId: id } })).department).toMatchObject({ 'zh-CN': '派出所' })
    await expect(town.deed((deed) => work.handOver(deed, id, postId(town.street.id, 'windowOne'), ''))).rejects.toMatchObject({
      code: 'case-not-station-post',
    })
  })
})

describe('a photo', () => {
  const photo = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()
  const send = async (visitor: Town['anonymous'], hazardId: string, bytes: Buffer, code?: string) => {
    const boundary = 'x-boundary'
    const head = `${code ? `--${boundary}\r\ncontent-disposition: form-data; name="code"\r\n\r\n${code}\r\n` : ''}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
    return visitor.raw(addHazardPhoto, {
      params: { hazardId },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
  }

  test('is public only after people, plates and door numbers were painted over; the picture as it was sent is gone then', async () => {
    const { hazard, code } = await town.anonymous.call(reportHazardWithoutName, {
      body: { kind: 'road', lane: lane('laneThree'), words: '井盖坏了' },
    })
    expect((await send(town.anonymous, hazard.id, await photo())).body).toContain('hazard-not-sender')
    const sent = await send(town.anonymous, hazard.id, await photo(), code)
    expect(sent.status).toBe(201)
    const photoId = (JSON.parse(sent.body) as { id: string }).id
    const params = { photoId }
    expect((await town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })).photos).toEqual([])
    expect((await town.anonymous.raw(readHazardPhoto, { params })).status).toBe(404)
    expect((await town.as('chen').raw(readUncoveredPhoto, { params })).status).toBe(403)
    expect((await town.as('heMin').raw(readUncoveredPhoto, { params })).status).toBe(200)
    expect((await town.as('chen').refused(coverHazardPhoto, { params, body: { boxes: [], nothingToHide: true } })).code).toBe('no-photo')
    expect((await town.anonymous.refused(coverHazardPhoto, { params, body: { boxes: [], code } })).code).toBe('hazard-cover-or-say')
    await town.anonymous.call(coverHazardPhoto, { params, body: { boxes: [{ left: 0.5, top: 0, width: 0.5, height: 1 }], code } })
    const shown = await town.anonymous.raw(readHazardPhoto, { params })
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
    const { data, info } = await sharp(shown.bytes).raw().toBuffer({ resolveWithObject: true })
    const pixel = (x: number) => data[(150 * info.width + x) * info.channels]!
    expect(pixel(50)).toBeGreaterThan(240)
    expect(pixel(350)).toBeLessThan(80)
    expect((await town.anonymous.call(readHazard, { params: { hazardId: hazard.id } })).photos).toEqual([{ id: photoId }])
    expect(await town.rows('select public from stored_file where attached_id = $1', [hazard.id])).toEqual([{ public: true }])
  })

  test('that is no picture is refused, and a fourth is too many', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'road', lane: lane('laneOne'), words: '路面塌了' } })
    expect((await send(town.as('chen'), hazard.id, Buffer.from('<svg onload=alert(1)>'))).body).toContain('file-type')
    for (let index = 0; index < 3; index += 1) expect((await send(town.as('chen'), hazard.id, await photo())).status).toBe(201)
    expect((await send(town.as('chen'), hazard.id, await photo())).body).toContain('hazard-photos-enough')
  })

  test('goes with words and sender ninety days after the answer; the report stays', async () => {
    const { hazard } = await town.as('chen').call(reportHazard, { body: { kind: 'rubbish', lane: lane('laneFive'), words: '旧沙发' } })
    await send(town.as('chen'), hazard.id, await photo())
    await step('heMin', hazard.id, { step: 'check', words: '旧沙发' })
    await step('heMin', hazard.id, { step: 'fix', words: '搬走了' })
    town.at('2027-03-01T09:00:00+08:00')
    await town.drain(['station.hazards-forget'])
    expect(await town.rows('select person_id, words_sealed, public_words from hazard where id = $1', [hazard.id])).toEqual([
      { person_id: null, words_sealed: null, public_words: '旧沙发' },
    ])
    expect(await town.rows('select 1 from stored_file where attached_id = $1', [hazard.id])).toEqual([])
  })
})

test('every state that is not open has an answer and can be taken up again, and every open one can be answered', () => {
  for (const state of hazardStates) {
    if (isOpen(state)) expect(stepHazardState(state, 'refer')).toBe('referred')
    else expect(hazardTransitions[state]).toEqual({ reopen: 'reported' })
  }
})
