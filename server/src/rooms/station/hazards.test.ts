import {
  addHazardPhoto,
  coverHazardPhoto,
  findSimilarHazards,
  hazardStates,
  listHazards,
  listHazardsAtDesk,
  listMyHazards,
  readHazard,
  readHazardByCode,
  readHazardPhoto,
  readUncoveredPhoto,
  reopenHazard,
  reportHazard,
  reportHazardWithoutName,
  stepHazard,
} from '@ronghe/contract/station/hazards.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
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
  body: { step: 'check' | 'send' | 'fix' | 'notFound' | 'refer'; words?: string; department?: string },
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
      may: ['fix', 'notFound', 'refer'],
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
    expect(
      (await town.as('heMin').refused(stepHazard, { params, body: { step: 'send', department: 'nowhere' } })).errors?.[0],
    ).toMatchObject({ code: 'hazard-department' })
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
