import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { postId, communityId, laneId, organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const lamp = { words: '三号巷的路灯坏了半个月，晚上看不见路。', topic: 'safety' }
const owner = () => postId(town.street.id, 'environmentOfficer')
const screened = async (said = lamp) => {
  const raised = await town.as('chen').call(concerns.raiseConcern, { body: said })
  await town
    .as('officerLin')
    .call(concerns.workOnConcern, { params: { concernId: raised.id }, body: { what: { act: 'screen', ownerPostId: owner() } } })
  return raised.id
}

describe('a concern raised with one’s own account', () => {
  test('shows its author the state, the owner and the answer date at every step', async () => {
    const raised = await town.as('chen').call(concerns.raiseConcern, { body: { ...lamp, laneId: laneId(town.street.id, 'laneThree') } })
    expect(raised.number).toMatch(/^YJ-2611-\d{4}$/)
    expect(raised).toMatchObject({ screenBy: '2026-11-25', answerBy: '2026-12-14' })
    const mine = () => town.as('chen').call(concerns.readMyConcern, { params: { concernId: raised.id } })
    expect(await mine()).toMatchObject({
      state: 'raised',
      words: lamp.words,
      place: { 'zh-CN': '松柏新村三号巷' },
      clock: { waitingFor: 'screening', by: '2026-11-25' },
      owner: null,
    })

    const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
      town.as(who).call(concerns.workOnConcern, { params: { concernId: raised.id }, body: { what: what as never } })
    await work('officerLin', { act: 'screen', ownerPostId: owner() })
    expect(await mine()).toMatchObject({
      state: 'screened',
      owner: { post: { 'zh-CN': '城管经办' } },
      clock: {
        waitingFor: 'answer',
        by: '2026-12-14',
        // The superior on the first working day after the promised one, the street lead three later.
        escalations: { owner: '2026-12-02', supervisor: '2026-12-15', streetLead: '2026-12-18' },
      },
    })
    await work('fangWei', { act: 'begin' })
    await work('fangWei', { act: 'answer', words: '路灯已经换好，今晚会亮。' })
    expect(await mine()).toMatchObject({ state: 'answered', answer: '路灯已经换好，今晚会亮。', may: ['accept', 'reopen', 'reportThreat'] })

    town.at('2026-12-01T09:00:00+08:00')
    await town
      .as('chen')
      .call(concerns.actOnMyConcern, { params: { concernId: raised.id }, body: { what: { act: 'reopen', words: '又灭了。' } } })
    // Seven working days from the Tuesday it was reopened.
    expect(await mine()).toMatchObject({ state: 'answering', clock: { waitingFor: 'answer', by: '2026-12-10' } })
    await work('fangWei', { act: 'answer', words: '线路也换了。' })
    await town.as('chen').call(concerns.actOnMyConcern, { params: { concernId: raised.id }, body: { what: { act: 'accept' } } })
    const done = await mine()
    expect(done.state).toBe('accepted')
    expect(done.events.map(({ kind }) => kind)).toEqual(['raised', 'screened', 'begun', 'answered', 'reopened', 'answered', 'accepted'])
  })

  test('is nobody else’s to read, list or act on', async () => {
    const id = await screened()
    expect((await town.as('liuFang').refused(concerns.readMyConcern, { params: { concernId: id } })).code).toBe('no-concern')
    expect(
      (await town.as('liuFang').refused(concerns.actOnMyConcern, { params: { concernId: id }, body: { what: { act: 'accept' } } })).code,
    ).toBe('no-concern')
    expect((await town.as('liuFang').call(concerns.listMyConcerns)).items).toEqual([])
    expect((await town.anonymous.refused(concerns.listMyConcerns)).code).toBe('sign-in-first')
    for (const who of ['liuFang', 'heMin', 'zhou', 'zhaoYu', 'wangJun', 'fengJie'] as const) {
      expect((await town.as(who).refused(concerns.readConcern, { params: { concernId: id } })).code, who).toBe('no-concern')
      expect(
        (
          await town
            .as(who)
            .refused(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'decline', reason: '不办' } } })
        ).code,
        who,
      ).toBe('no-concern')
    }
  })

  test('says what is wrong, field by field', async () => {
    const problem = await town.as('chen').refused(concerns.raiseConcern, { body: { words: '  ', topic: 'safety' } })
    expect(problem.errors).toMatchObject([{ path: 'words', code: 'field-missing' }])
    expect(
      (await town.as('chen').refused(concerns.raiseConcern, { body: { words: '有事', topic: 'no-such-topic' } })).errors,
    ).toMatchObject([{ path: 'topic' }])
    expect(
      (
        await town.as('chen').refused(concerns.raiseConcern, {
          body: { ...lamp, communityId: communityId(town.street.id, 'hebian'), laneId: laneId(town.street.id, 'laneThree') },
        })
      ).errors,
    ).toMatchObject([{ path: 'laneId' }])
  })

  test('keeps one number each when ten come at once', async () => {
    const raised = await Promise.all(Array.from({ length: 10 }, () => town.as('smith').call(concerns.raiseConcern, { body: lamp })))
    const numbers = raised.map(({ number }) => Number(number.slice(-4))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
  })

  test('leaves a trace for the author whenever its words are opened or the author’s number is uncovered', async () => {
    const id = await screened()
    const looks = async () =>
      (await town.rows<{ operation: string }>('select operation from access_log where subject_id = $1', [id]))
        .map(({ operation }) => operation)
        .toSorted()
    expect(await looks()).toEqual(['programme.concerns.work'])
    await town.as('fangWei').call(concerns.readConcern, { params: { concernId: id } })
    expect(await town.as('fangWei').call(concerns.revealAuthor, { params: { concernId: id }, body: { why: '约时间看现场' } })).toEqual({
      name: '陈国强',
      phone: '19900000001',
    })
    expect(await looks()).toEqual(['programme.concerns.read', 'programme.concerns.reveal-author', 'programme.concerns.work'])
    expect((await town.as('officerLin').refused(concerns.revealAuthor, { params: { concernId: id }, body: { why: '' } })).code).toBe(
      'no-author',
    )
  })
})

describe('the desk', () => {
  test('refuses lists to whoever has no post for them', async () => {
    expect((await town.as('heMin').refused(concerns.listToScreen)).code).toBe('not-permitted')
    expect((await town.as('chen').refused(concerns.listToAnswer)).code).toBe('not-permitted')
    expect((await town.as('directorHe').refused(concerns.listProtected)).code).toBe('not-permitted')
    expect((await town.as('chen').refused(concerns.listCarried)).code).toBe('not-permitted')
    expect((await town.as('fangWei').refused(concerns.listOwners)).code).toBe('not-permitted')
    expect((await town.as('officerLin').refused(concerns.enterConcern, { body: { ...lamp, channel: 'desk' } })).code).toBe('not-permitted')
    expect((await town.as('heMin').refused(concerns.carryConcern, { body: { ...lamp, authorAgreed: true } })).code).toBe('not-permitted')
    expect((await town.as('officerLin', { secondFactor: false }).refused(concerns.listToScreen)).code).toBe('second-factor-first')
  })

  test('gives a concern only to a post that can answer and that somebody holds', async () => {
    const { id } = await town.as('chen').call(concerns.raiseConcern, { body: lamp })
    const screen = (post: 'windowTwo' | 'taxOfficer') =>
      town.as('officerLin').refused(concerns.workOnConcern, {
        params: { concernId: id },
        body: { what: { act: 'screen', ownerPostId: postId(town.street.id, post) } },
      })
    expect((await screen('windowTwo')).code).toBe('owner-cannot-answer')
    expect((await screen('taxOfficer')).code).toBe('nobody-holds-the-post')
    const { items } = await town.as('officerLin').call(concerns.listOwners)
    expect(items.map(({ postId: post }) => post)).toContain(owner())
    expect(items.map(({ postId: post }) => post)).not.toContain(postId(town.street.id, 'taxOfficer'))
  })

  test('names the rule when a step does not fit the state', async () => {
    const id = await screened()
    const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
      town.as(who).refused(concerns.workOnConcern, { params: { concernId: id }, body: { what: what as never } })
    expect((await work('officerLin', { act: 'screen', ownerPostId: owner() })).code).toBe('concern-not-screen')
    expect((await work('officerLin', { act: 'answer', words: '好' })).code).toBe('not-permitted')
    expect((await work('fangWei', { act: 'publish', asked: '路灯', done: '修好' })).code).toBe('concern-not-publish')
    expect(
      (await town.as('chen').refused(concerns.actOnMyConcern, { params: { concernId: id }, body: { what: { act: 'accept' } } })).code,
    ).toBe('concern-not-accept')
  })

  test('sends back what is not its own; the promised answer day stays', async () => {
    const id = await screened()
    town.at('2026-11-30T09:00:00+08:00')
    const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
      town.as(who).call(concerns.workOnConcern, { params: { concernId: id }, body: { what: what as never } })
    await work('fangWei', { act: 'return', reason: '这是派出所的事' })
    expect((await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })).clock).toMatchObject({
      waitingFor: 'screening',
      by: '2026-12-02',
    })
    await work('officerLin', { act: 'screen', ownerPostId: postId(town.street.id, 'policeOfficer') })
    expect((await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })).clock).toMatchObject({
      waitingFor: 'answer',
      by: '2026-12-14',
    })
    expect((await town.as('fangWei').refused(concerns.readConcern, { params: { concernId: id } })).code).toBe('no-concern')
  })

  test('takes what is said at the desk or on paper with its own day, and prints a code for whoever has no account', async () => {
    const entered = await town.as('heMin').call(concerns.enterConcern, { body: { ...lamp, channel: 'paper', raisedOn: '2026-11-20' } })
    expect(entered).toMatchObject({ words: lamp.words, screenBy: '2026-11-24' })
    expect(entered.claimCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    expect(await town.anonymous.call(concerns.readByCode, { body: { code: entered.claimCode! } })).toMatchObject({
      channel: 'paper',
      raisedOn: '2026-11-20',
    })
    const forChen = await town.as('heMin').call(concerns.enterConcern, { body: { ...lamp, channel: 'desk', personId: town.idOf('chen') } })
    expect(forChen.claimCode).toBeNull()
    expect(
      (await town.as('heMin').refused(concerns.enterConcern, { body: { ...lamp, channel: 'desk', raisedOn: '2026-11-24' } })).errors,
    ).toMatchObject([{ path: 'raisedOn', code: 'day-to-come' }])
  })
})

describe('what turns out to be about somebody who works here', () => {
  const markWith = (what: object) => ({ act: 'protect' as const, ...what })
  const work = (who: 'officerLin' | 'fangWei', concernId: string, what: object) =>
    town.as(who).call(concerns.workOnConcern, { params: { concernId }, body: { what: what as never } })

  test('is marked by whoever screens: it leaves their organ at once, the integrity officer has it, and its author sees that', async () => {
    const id = await screened({ words: '城管经办收了隔壁的钱。', topic: 'other' })
    const due = (await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })).clock.by
    const first = await work('officerLin', id, markWith({ postId: owner() }))
    expect(first).toMatchObject({ protected: true, owner: { post: { 'zh-CN': '监督岗' } }, may: [] })
    for (const who of ['officerLin', 'fangWei', 'directorHe'] as const)
      expect((await town.as(who).refused(concerns.readConcern, { params: { concernId: id } })).code, who).toBe('no-concern')
    for (const view of ['new', 'open'] as const)
      expect((await town.as('officerLin').call(concerns.listToScreen, { query: { view } })).items.map((line) => line.id)).not.toContain(id)
    expect((await town.as('fangWei').call(concerns.listToAnswer)).items.map((line) => line.id)).not.toContain(id)
    expect((await town.as('fengJie').call(concerns.listProtected)).items.map((line) => line.id)).toContain(id)
    const mine = await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })
    // Nobody's superior is told of such a concern, so no such day is promised.
    expect(mine).toMatchObject({ protected: true, clock: { by: due, escalations: null } })
    expect(mine.events.at(-1)).toMatchObject({ kind: 'protected', by: { 'zh-CN': '融合办干事' } })
  })

  test('cannot be marked by its owner, when it is answered, when others hang on it, or when nobody may read it', async () => {
    const id = await screened()
    const refused = async (who: 'officerLin' | 'fangWei', concernId: string, what: object) =>
      (await town.as(who).refused(concerns.workOnConcern, { params: { concernId }, body: { what: what as never } })).code
    expect(await refused('fangWei', id, markWith({}))).toBe('not-permitted')
    const readers = (value: { post: string | null; second: null }) =>
      town.as('zhaoYu').call(writeSetting, { params: { key: 'integrity' }, body: { value } })
    await readers({ post: postId(town.street.id, 'integrityOfficer'), second: null })
    expect(await refused('officerLin', id, markWith({ organId: organId(town.street.id, 'streetOffice') }))).toBe('nobody-may-read')
    await readers({ post: null, second: null })
    const other = await screened()
    await work('officerLin', other, { act: 'merge', intoId: id })
    expect(await refused('officerLin', id, markWith({}))).toBe('others-are-merged-here')
    await work('officerLin', other, { act: 'unmerge' })
    await work('fangWei', id, { act: 'answer', words: '已经换好' })
    expect(await refused('officerLin', id, markWith({}))).toBe('concern-not-protect')
    expect(await town.rows('select about_staff from concern where id = any($1)', [[id, other]])).toEqual([
      { about_staff: false },
      { about_staff: false },
    ])
  })

  test('an answer names the post that owns the concern, whatever else its holder does', async () => {
    const { id } = await town.as('chen').call(concerns.raiseConcern, { body: { words: '房东不肯备案', topic: 'housing' } })
    // Fang Wei sees to the environment and to housing.
    await work('officerLin', id, { act: 'screen', ownerPostId: postId(town.street.id, 'housingOfficer') })
    await work('fangWei', id, { act: 'answer', words: '已经上门说明。' })
    const { events } = await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })
    expect(events.at(-1)).toMatchObject({ kind: 'answered', by: { 'zh-CN': '租赁经办' } })
  })
})

describe('at the same time', () => {
  test('two answers to one concern: one stands, the other is told so', async () => {
    const id = await screened()
    const answers = await Promise.all(
      ['一', '二'].map((words) =>
        town.as('fangWei').raw(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'answer', words } } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((JSON.parse(answers.find(({ status }) => status === 409)!.body) as { code: string }).code).toBe('concern-not-answer')
  })

  test('what is sent again with the same key is one concern with one code', async () => {
    const key = 'anonymous-retry-0001'
    const [one, again] = [
      await town.anonymous.call(concerns.raiseAnonymously, { body: lamp, key }),
      await town.anonymous.call(concerns.raiseAnonymously, { body: lamp, key }),
    ]
    expect(again).toEqual(one)
    expect(await town.rows('select 1 from concern where number = $1', [one.number])).toHaveLength(1)
  })

  test('another street knows nothing of it, neither its desk nor the code', async () => {
    const { claimCode, number } = await town.anonymous.call(concerns.raiseAnonymously, { body: lamp })
    expect(
      (await town.as('officerLin', { street: town.otherStreet }).call(concerns.listToScreen, { query: { limit: 100 } })).items,
    ).toEqual([])
    expect((await town.as('chen', { street: town.otherStreet }).refused(concerns.adoptConcern, { body: { code: claimCode } })).code).toBe(
      'no-concern',
    )
    const [{ id } = { id: '' }] = await town.rows<{ id: string }>('select id from concern where number = $1', [number])
    expect(
      (await town.as('officerLin', { street: town.otherStreet }).refused(concerns.readConcern, { params: { concernId: id } })).code,
    ).toBe('no-concern')
  })
})

describe('carried up', () => {
  test('a lane head carries with the author’s consent, as a post, and the author has the exact text and a code', async () => {
    expect((await town.as('liuJianjun').refused(concerns.carryConcern, { body: lamp as never })).errors).toMatchObject([
      { path: 'authorAgreed' },
    ])
    const carried = await town.as('liuJianjun').call(concerns.carryConcern, { body: { ...lamp, authorAgreed: true } })
    expect(carried.words).toBe(lamp.words)
    const [row] = await town.rows<{ id: string; carrier_post: string; person_id: string | null }>(
      'select id, carrier_post, person_id from concern where number = $1',
      [carried.number],
    )
    expect(row).toMatchObject({ carrier_post: postId(town.street.id, 'laneHeadThree'), person_id: null })
    expect((await town.as('liuJianjun').call(concerns.listCarried)).items.map(({ number }) => number)).toContain(carried.number)
    expect((await town.as('wuXia').call(concerns.listCarried)).items).toEqual([])
    expect(await town.as('officerLin').call(concerns.readConcern, { params: { concernId: row!.id } })).toMatchObject({
      channel: 'carried',
      carrier: { 'zh-CN': '松柏新村居民委员会' },
      author: 'code',
    })
  })

  test('the author puts it under the own account with the code; nobody else can afterwards', async () => {
    const { claimCode } = await town.as('wuXia').call(concerns.carryConcern, { body: { ...lamp, authorAgreed: true } })
    const adopted = await town.as('liuFang').call(concerns.adoptConcern, { body: { code: claimCode } })
    expect((await town.as('liuFang').call(concerns.listMyConcerns)).items.map(({ id }) => id)).toContain(adopted.id)
    expect((await town.as('chen').refused(concerns.adoptConcern, { body: { code: claimCode } })).code).toBe('no-concern')
  })

  test('what the branch carries bears no mark of it anywhere on the concern', async () => {
    const { id } = await town
      .as('chen')
      .call(concerns.raiseConcern, { body: { ...lamp, throughOrganId: organId(town.street.id, 'branch') } })
    const [row] = await town.rows<Record<string, unknown>>('select * from concern where id = $1', [id])
    expect(JSON.stringify(row)).not.toContain(organId(town.street.id, 'branch'))
    expect(row).toMatchObject({ channel: 'phone', carrier_organ: null, carrier_post: null })
    expect(await town.rows("select value from counter where name = 'concerns-through-branch'")).toEqual([{ value: 1 }])
    const through = await town
      .as('chen')
      .call(concerns.raiseConcern, { body: { ...lamp, throughOrganId: organId(town.street.id, 'provider') } })
    expect(await town.as('officerLin').call(concerns.readConcern, { params: { concernId: through.id } })).toMatchObject({
      channel: 'carried',
      carrier: { 'zh-CN': '邻里社会工作服务中心' },
    })
  })
})

describe('merging', () => {
  const merge = (id: string, intoId: string) =>
    town.as('officerLin').call(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'merge', intoId } } })

  test('one answer reaches everybody merged, and undoing leads back to where each was', async () => {
    const main = await screened({ ...lamp, topic: 'neighbours' })
    const other = await town.as('liuFang').call(concerns.raiseConcern, { body: { topic: 'neighbours', words: '我家门口也黑。' } })
    expect((await town.as('officerLin').call(concerns.listAlike, { params: { concernId: other.id } })).items.map(({ id }) => id)).toContain(
      main,
    )
    await merge(other.id, main)
    expect(
      (
        await town
          .as('officerLin')
          .refused(concerns.workOnConcern, { params: { concernId: main }, body: { what: { act: 'merge', intoId: other.id } } })
      ).code,
    ).toBe('cannot-merge-into')
    await town.as('officerLin').call(concerns.workOnConcern, { params: { concernId: other.id }, body: { what: { act: 'unmerge' } } })
    expect((await town.as('liuFang').call(concerns.readMyConcern, { params: { concernId: other.id } })).state).toBe('raised')
    await merge(other.id, main)
    await town
      .as('fangWei')
      .call(concerns.workOnConcern, { params: { concernId: main }, body: { what: { act: 'answer', words: '整条巷都换了灯。' } } })
    expect(await town.as('liuFang').call(concerns.readMyConcern, { params: { concernId: other.id } })).toMatchObject({
      state: 'merged',
      answer: '整条巷都换了灯。',
      mergedInto: { state: 'answered' },
    })
  })

  test('nobody sees another’s words until their author was asked and said yes, by the code when there is no account', async () => {
    const main = await screened()
    const { claimCode, number } = await town.anonymous.call(concerns.raiseAnonymously, {
      body: { ...lamp, words: '我不敢说是谁，但晚上有人摔了。' },
    })
    const [{ id } = { id: '' }] = await town.rows<{ id: string }>('select id from concern where number = $1', [number])
    await merge(id, main)
    const seen = async () => (await town.as('chen').call(concerns.readMyConcern, { params: { concernId: main } })).alongside
    expect(await seen()).toEqual([])
    expect((await town.anonymous.refused(concerns.shareByCode, { body: { code: claimCode, share: true } })).code).toBe('sharing-not-asked')
    await town.as('officerLin').call(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'askSharing' } } })
    expect(await seen()).toEqual([])
    expect((await town.anonymous.call(concerns.shareByCode, { body: { code: claimCode, share: true } })).sharing).toBe('yes')
    expect(await seen()).toEqual(['我不敢说是谁，但晚上有人摔了。'])
    await town.anonymous.call(concerns.shareByCode, { body: { code: claimCode, share: false } })
    expect(await seen()).toEqual([])
  })
})

describe('clocks', () => {
  test('an unanswered concern goes up step by step, each visible to its author', async () => {
    const id = await screened()
    const clock = async () => (await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })).clock
    const morning = async (day: string) => {
      town.at(`${day}T06:10:00+08:00`)
      await town.drain(['programme.concerns.escalate'])
      return (await clock()).escalated
    }
    expect(await morning('2026-12-01')).toBe('none')
    expect(await morning('2026-12-02')).toBe('owner')
    expect(await morning('2026-12-14')).toBe('owner')
    expect(await morning('2026-12-15')).toBe('supervisor')
    expect(await morning('2026-12-17')).toBe('supervisor')
    expect(await morning('2026-12-18')).toBe('streetLead')
    expect(await clock()).toMatchObject({ overdue: true, escalated: 'streetLead' })
    const { events } = await town.as('chen').call(concerns.readMyConcern, { params: { concernId: id } })
    expect(events.filter(({ kind }) => kind === 'escalated').map(({ step }) => step)).toEqual(['owner', 'supervisor', 'streetLead'])
    expect(
      (await town.as('officerLin').call(concerns.listToScreen, { query: { view: 'overdue' } })).items.map((item) => item.id),
    ).toContain(id)
  })

  test('24 months after the answer nothing of a concern is left', async () => {
    const id = await screened({ words: '两年后要忘掉的话 CANARY-OLD', topic: 'safety' })
    await town
      .as('fangWei')
      .call(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'answer', words: '办好了。' } } })
    town.at('2028-11-22T02:30:00+08:00')
    await town.drain(['programme.concerns.forget'])
    expect(await town.rows('select 1 from concern where id = $1', [id])).toHaveLength(1)
    town.at('2028-11-24T02:30:00+08:00')
    await town.drain(['programme.concerns.forget'])
    expect(await town.rows('select 1 from concern where id = $1', [id])).toHaveLength(0)
    expect(await town.rows('select 1 from concern_event where concern_id = $1', [id])).toHaveLength(0)
  })
})

describe('the public page', () => {
  test('shows only what the owner cleared, with the community and the month', async () => {
    const { id } = await town.as('chen').call(concerns.raiseConcern, { body: { ...lamp, laneId: laneId(town.street.id, 'laneFive') } })
    const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
      town.as(who).call(concerns.workOnConcern, { params: { concernId: id }, body: { what: what as never } })
    await work('officerLin', { act: 'screen', ownerPostId: owner() })
    await work('fangWei', { act: 'answer', words: '修好了。' })
    expect(JSON.stringify(await town.anonymous.call(concerns.listAnswered))).not.toContain('路灯不亮')
    await work('fangWei', { act: 'publish', asked: '路灯不亮', done: '更换灯头' })
    const { items } = await town.anonymous.call(concerns.listAnswered)
    expect(items).toContainEqual(
      expect.objectContaining({
        asked: '路灯不亮',
        done: '更换灯头',
        place: { 'zh-CN': '松柏新村', en: 'Songbai New Village' },
        month: '2026-11',
      }),
    )
    expect(JSON.stringify(items)).not.toContain(lamp.words)
  })

  const totalsOn = async (day: string) => {
    town.at(`${day}T09:00:00+08:00`)
    await town.drain(['programme.figures-night'])
    return town.anonymous.call(concerns.readConcernTotals)
  }

  test('a quarter is shown thirty days after its end and not before; few are not shown in it', async () => {
    const next = { quarter: '2026-Q4', shownFrom: '2027-01-31' }
    expect(await totalsOn('2027-01-30')).toMatchObject({ quarter: null, next, raised: { kind: 'few' }, answeredInTime: { kind: 'few' } })
    const totals = await totalsOn('2027-01-31')
    expect(totals).toMatchObject({ quarter: '2026-Q4', next: { quarter: '2027-Q1', shownFrom: '2027-05-01' } })
    const raised = Object.fromEntries(totals.channels.map(({ channel, raised: count }) => [channel, count]))
    expect(raised['phone']).toMatchObject({ kind: 'shown' })
    expect(raised['homeVisit']).toEqual({ kind: 'few' })
  })

  test('once counted it stays: what is entered late from paper or erased afterwards cannot be told from two readings', async () => {
    const first = await totalsOn('2027-02-01')
    await town.as('heMin').call(concerns.enterConcern, {
      body: { words: '年前写的纸条', topic: 'safety', channel: 'paper', raisedOn: '2026-12-30' },
    })
    await town.rows("delete from concern_event where concern_id in (select id from concern where channel = 'phone' order by id limit 1)")
    await town.rows("update concern set answered_in_time = not answered_in_time where raised_on < '2027-01-01'")
    expect(await totalsOn('2027-02-02')).toEqual(first)
    await expect(
      town.deed(({ tx }) => tx.updateTable('frozen_figure').set({ counts: '{}' }).execute()),
      'not even the server may change it',
    ).rejects.toThrow(/permission denied/)
  })
})
