import { readChain } from '@ronghe/contract/council/chain.ts'
import { mergeConcerns } from '@ronghe/contract/council/merged-concerns.ts'
import {
  addEvidence,
  answerReview,
  answerReviewByCode,
  changeTask,
  listFollowUp,
  listMyReviews,
  listOverdue,
  listResolutions,
  listTaskOwners,
  publishResolution,
  readEvidence,
  readResolution,
  readReviewByCode,
  reopenResolution,
  replyToAdvice,
  setTask,
  workOnTask,
} from '@ronghe/contract/council/resolutions.ts'
import { raiseAnonymously, raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId, organId, postId } from '@ronghe/demo/load-cast.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { monday } from '../../platform/database/testing.ts'
import { adoptResolution, type Adoption } from './resolution-adopting.ts'
import { taskWork } from './resolutions-handover.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())
afterEach(async () => {
  town.at(monday)
  await town.deed(({ tx }) => tx.deleteFrom('resolution').execute())
})

const clerk = () => town.as('jiangWen')
const owner = () => town.as('fangWei')
const street = () => town.street.id
const adoption = (more: Partial<Adoption> = {}): Adoption => ({
  councilId: town.councilId,
  source: 'allocation',
  sourceId: randomUUID(),
  meetingId: null,
  title: { 'zh-CN': '修好三号巷的路灯', en: 'Mend the lamps of Lane Three' },
  decided: ['一个月内修好三号巷全部路灯。'],
  doer: '城市管理办',
  ...more,
})
const adopt = (more: Partial<Adoption> = {}) => town.deed((deed) => adoptResolution(deed, adoption(more)))
const followUp = async (day: string) => {
  town.at(`${day}T06:25:00+08:00`)
  await town.drain(['council.resolutions.follow-up'])
}
const read = (resolutionId: string, who: CastKey = 'chen') => town.as(who).call(readResolution, { params: { resolutionId } })
const publish = (resolutionId: string) =>
  clerk().call(publishResolution, { params: { resolutionId }, body: { reasons: '晚上看不清，老人不敢走。', power: { kind: 'own' } } })
const giveTask = async (resolutionId: string, dueOn = '2026-12-07') => {
  const { taskList } = await clerk().call(setTask, {
    params: { resolutionId },
    body: { what: '换三号巷两盏路灯', ownerPostId: postId(street(), 'environmentOfficer'), dueOn, caseNumber: 'SB-2611-0042' },
  })
  return taskList.at(-1)!.id
}
const raise = async (who: CastKey) =>
  (
    await town.as(who).call(raiseConcern, {
      body: { words: '三号巷路灯不亮。', topic: 'safety', laneId: laneId(street(), 'laneThree'), throughOrganId: town.councilId },
    })
  ).id
const told = (who: CastKey) =>
  town.rows<{ template: string }>(`select template from message where person_id = $1 and template like 'council-r%' order by id`, [
    town.idOf(who),
  ])

test('ten carried at once get numbers without gaps, and one asked for twice is the same', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => adopt()))
  const rows = await town.rows<{ number: number }>('select number from resolution where id = any($1) order by number', [ids])
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const same = adoption()
  const [first, again] = [await town.deed((deed) => adoptResolution(deed, same)), await town.deed((deed) => adoptResolution(deed, same))]
  expect(again).toBe(first)
})

test('from the resolution to “is it solved?”: owner, reasons, evidence, done, and whoever raised it is told at every step', async () => {
  const concern = await raise('chen')
  const { claimCode, number } = await town.anonymous.call(raiseAnonymously, {
    body: { words: '路灯黑。', topic: 'safety', throughOrganId: town.councilId },
  })
  const [{ id: nameless }] = (await town.rows<{ id: string }>('select id from concern where number = $1', [number])) as [{ id: string }]
  const id = await adopt({ concernIds: [concern, nameless] })
  expect(await read(id)).toMatchObject({ state: 'adopted', publishBy: '2026-11-30', may: [] })
  const taskId = await giveTask(id)
  expect((await publish(id)).state).toBe('underway')
  expect((await owner().call(listFollowUp, {})).items).toMatchObject([{ resolutionId: id, taskId, does: 'carryOut', dueOn: '2026-12-07' }])

  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#886644' } })
    .jpeg()
    .toBuffer()
  const send = (nobody: string) => upload(taskId, picture, { caption: '新换的路灯', nobody })
  expect((await send('false')).body).toContain('council-evidence-nobody')
  expect((await send('true')).status).toBe(201)
  const done = await owner().call(workOnTask, { params: { taskId }, body: { what: { act: 'finish', outcome: '两盏灯都换好了。' } } })
  expect(done).toMatchObject({ state: 'done', reviewOn: '2026-12-23', taskList: [{ state: 'done', caseNumber: 'SB-2611-0042' }] })
  const [shown] = done.taskList[0]!.evidence
  expect((await town.anonymous.raw(readEvidence, { params: { evidenceId: shown!.id } })).headers['content-type']).toBe('image/jpeg')
  expect(done.events.map(({ kind }) => kind)).toEqual(['adopted', 'taskSet', 'published', 'evidenceAdded', 'taskDone', 'closed'])

  await followUp('2026-12-22')
  expect((await town.as('chen').call(listMyReviews, {})).items[0]).toMatchObject({ askedOn: null, may: [] })
  expect(await town.anonymous.refused(answerReviewByCode, { body: { code: claimCode, solved: 'yes' } })).toMatchObject({
    code: 'council-review-not-asked',
  })
  await followUp('2026-12-23')
  expect((await told('chen')).map(({ template }) => template).toSorted()).toEqual([
    'council-resolution-moved',
    'council-resolution-moved',
    'council-resolution-moved',
    'council-resolution-moved',
    'council-review',
  ])
  await town.as('chen').call(answerReview, { params: { resolutionId: id, concernId: concern }, body: { solved: 'yes' } })
  expect(await town.anonymous.call(readReviewByCode, { body: { code: claimCode } })).toMatchObject({ resolutionId: id, may: ['answer'] })
  expect(await town.anonymous.call(answerReviewByCode, { body: { code: claimCode, solved: 'no' } })).toMatchObject({ solved: 'no' })
  // Two answers are too few to be shown.
  expect((await read(id)).review).toEqual({ asked: { kind: 'few' }, yes: { kind: 'few' }, partly: { kind: 'few' }, no: { kind: 'few' } })
  expect(
    await town.as('auntHuang').refused(answerReview, { params: { resolutionId: id, concernId: concern }, body: { solved: 'no' } }),
  ).toMatchObject({ status: 404 })
  await followUp('2027-01-06')
  expect((await read(id)).state).toBe('reviewed')
  // Not solved for somebody: the clerk takes it up again, and says why.
  const again = await clerk().call(reopenResolution, { params: { resolutionId: id }, body: { reason: '有一盏又灭了。' } })
  expect(again).toMatchObject({ state: 'underway', may: ['setTask'], review: null })
})

test('a late task goes up at half the time, at its end and three days after; it stands on the public list of what is late', async () => {
  const concern = await raise('auntHuang')
  const id = await adopt({ concernIds: [concern] })
  await publish(id)
  const taskId = await giveTask(id)
  const escalated = async () => (await read(id)).taskList[0]!.escalated
  await followUp('2026-11-27')
  expect(await escalated()).toBe('none')
  await followUp('2026-11-30')
  expect(await escalated()).toBe('owner')
  await followUp('2026-12-07')
  expect((await town.anonymous.call(listOverdue, { params: { councilId: town.councilId } })).items).toEqual([])
  await followUp('2026-12-08')
  expect(await escalated()).toBe('supervisor')
  expect((await town.anonymous.call(listOverdue, { params: { councilId: town.councilId } })).items).toMatchObject([
    { resolutionId: id, what: 'task', owner: { organ: { en: 'Urban Management Office' } }, daysLate: 1, escalated: 'supervisor' },
  ])
  await followUp('2026-12-11')
  expect(await escalated()).toBe('streetLead')
  // Twice a morning changes nothing, and the message to the resident names neither organ nor outcome.
  await followUp('2026-12-11')
  expect((await read(id)).events.filter(({ kind }) => kind === 'escalated')).toHaveLength(3)
  expect((await told('auntHuang')).length).toBeGreaterThan(3)
  // A new day is a new promise, and the reason for it is public.
  await clerk().call(changeTask, {
    params: { taskId },
    body: { ownerPostId: postId(street(), 'environmentOfficer'), dueOn: '2026-12-31', reason: '灯具缺货。' },
  })
  expect((await read(id)).taskList[0]).toMatchObject({ dueOn: '2026-12-31', escalated: 'none', overdue: false })
  expect((await read(id)).events.at(-1)).toMatchObject({ kind: 'taskChanged', words: '灯具缺货。', by: { en: 'Council clerk' } })
})

test('advice to a statutory body: silence is escalated and public, a refusal needs its law, and a late reply still counts', async () => {
  const id = await adopt()
  const to = organId(street(), 'residentsCommittee')
  const published = await clerk().call(publishResolution, {
    params: { resolutionId: id },
    body: { reasons: '这件事要居民会议定。', power: { kind: 'advice', organId: to } },
  })
  expect(published).toMatchObject({ state: 'awaitingReply', advice: { replyBy: '2026-12-14', silentSince: null } })
  for (const day of ['2026-12-03', '2026-12-14']) await followUp(day)
  expect((await read(id)).advice!.silentSince).toBeNull()
  await followUp('2026-12-15')
  expect((await read(id)).advice!.silentSince).toBe('2026-12-15')
  expect((await town.anonymous.call(listOverdue, { params: { councilId: town.councilId } })).items).toMatchObject([
    { resolutionId: id, what: 'reply', owner: { organ: { en: 'Songbai Residents’ Committee' } } },
  ])
  const say = (reply: 'accepted' | 'refused', law: string) => ({
    params: { resolutionId: id },
    body: { reply, words: '居民会议没有通过。', law },
  })
  expect(await clerk().refused(replyToAdvice, say('refused', ''))).toMatchObject({ errors: [{ path: 'law' }] })
  expect(await clerk().call(replyToAdvice, say('refused', '《居民委员会组织法》第十条'))).toMatchObject({
    state: 'refused',
    advice: { reply: 'refused', silentSince: null, law: '《居民委员会组织法》第十条' },
  })
})

test('a body with posts here answers by its own post, and what it accepts becomes tasks', async () => {
  const id = await adopt()
  await clerk().call(publishResolution, {
    params: { resolutionId: id },
    body: { reasons: '要派出所定。', power: { kind: 'advice', organId: organId(street(), 'police') } },
  })
  expect((await town.as('wangJun').call(listFollowUp, {})).items).toMatchObject([{ resolutionId: id, does: 'reply' }])
  const body = { reply: 'partly' as const, words: '先办夜间巡逻。', law: '' }
  expect(await town.as('fangWei').refused(replyToAdvice, { params: { resolutionId: id }, body })).toMatchObject({
    code: 'council-advice-not-yours',
  })
  expect(await town.as('wangJun').call(replyToAdvice, { params: { resolutionId: id }, body })).toMatchObject({
    state: 'underway',
    advice: { reply: 'partly' },
  })
  await giveTask(id)
  const [task] = (await read(id)).taskList
  // Refused with its reason: nothing is left to do, and everybody reads why.
  expect(
    await owner().call(workOnTask, {
      params: { taskId: task!.id },
      body: { what: { act: 'refuse', reason: '不归我们管。', law: '职责清单第3项' } },
    }),
  ).toMatchObject({ state: 'refused', taskList: [{ state: 'refused', outcome: '不归我们管。', law: '职责清单第3项' }] })
})

test('not published in time, or nobody named the day after: clerk and chair are told once and everybody reads it', async () => {
  const id = await adopt()
  await followUp('2026-11-24')
  expect((await town.anonymous.call(listOverdue, { params: { councilId: town.councilId } })).items).toMatchObject([
    { what: 'owner', resolutionId: id },
  ])
  await followUp('2026-12-01')
  const { items } = await town.anonymous.call(listOverdue, { params: { councilId: town.councilId } })
  expect(items.map(({ what }) => what).toSorted()).toEqual(['owner', 'publication'])
  expect(await town.rows(`select 1 from message where template = 'council-resolution-late' and link like '%' || $1`, [id])).toHaveLength(2)
  await publish(id)
  await giveTask(id)
})

test('a task is handed over with the post, item by item', async () => {
  const id = await adopt()
  await publish(id)
  const taskId = await giveTask(id)
  await town.deed(async (deed) => {
    const from = postId(street(), 'environmentOfficer')
    expect((await taskWork.openItems(deed, from)).map((item) => item.id)).toContain(taskId)
    expect((await taskWork.openCounts(deed)).get(from)).toBeGreaterThan(0)
    await taskWork.handOver(deed, taskId, postId(street(), 'stationLead'), '灯具已订')
    await expect(taskWork.handOver(deed, taskId, postId(street(), 'windowOne'), '')).rejects.toMatchObject({ code: 'council-task-owner' })
  })
  expect((await town.as('luoYan').call(listFollowUp, {})).items.map((item) => item.taskId)).toContain(taskId)
  expect((await read(id)).events.at(-1)).toMatchObject({ kind: 'handedOver', words: '' })
})

test('who is not the clerk, not the owner, or not the body is refused with the article', async () => {
  const id = await adopt()
  const own = { params: { resolutionId: id }, body: { reasons: '理由', power: { kind: 'own' as const } } }
  for (const who of ['zhou', 'liang', 'officerLin'] as const)
    expect(await town.as(who).refused(publishResolution, own)).toMatchObject({ code: 'not-permitted' })
  await publish(id)
  expect(await clerk().refused(publishResolution, own)).toMatchObject({
    code: 'council-resolution-step',
    article: expect.stringContaining('落实有回音'),
  })
  const taskId = await giveTask(id)
  const finish = { params: { taskId }, body: { what: { act: 'finish' as const, outcome: '好了' } } }
  expect(await town.as('wangJun').refused(workOnTask, finish)).toMatchObject({
    code: 'council-task-not-yours',
    articleAt: expect.stringContaining('#followUp'),
  })
  expect(await town.as('chen').refused(workOnTask, finish)).toMatchObject({ code: 'not-permitted' })
  const task = { what: '事', ownerPostId: postId(street(), 'windowOne'), dueOn: '2026-12-07' }
  expect(await clerk().refused(setTask, { params: { resolutionId: id }, body: task })).toMatchObject({ code: 'council-task-owner' })
  expect(
    await clerk().refused(setTask, {
      params: { resolutionId: id },
      body: { ...task, dueOn: '2026-11-20', ownerPostId: postId(street(), 'stationLead') },
    }),
  ).toMatchObject({ errors: [{ path: 'dueOn', code: 'day-past' }] })
  const { posts, bodies } = await clerk().call(listTaskOwners, {})
  expect(posts.map((post) => post.postId)).not.toContain(postId(street(), 'windowOne'))
  expect(bodies.map(({ organId: body }) => body)).toContain(organId(street(), 'residentsCommittee'))
  expect((await town.anonymous.call(listResolutions, { params: { councilId: town.councilId } })).items).toMatchObject([
    { id, overdue: false },
  ])
})

test('the chain of a motion: concerns, what the merge left out, vote, resolution, tasks; for everybody, and nobody is in it', async () => {
  const [first, other] = [await raise('chen'), await raise('auntHuang')]
  const merged = await clerk().call(mergeConcerns, {
    params: { councilId: town.councilId },
    body: {
      title: '路灯',
      shared: '修路灯',
      parts: [
        { concernId: first, dropped: [] },
        { concernId: other, dropped: ['停车'] },
      ],
    },
  })
  const motionId = randomUUID()
  const text = JSON.stringify({ 'zh-CN': '修路灯' })
  await town.deed(({ tx, now }) =>
    tx
      .insertInto('motion')
      .values({
        street_id: street(),
        id: motionId,
        council_id: town.councilId,
        state: 'carried',
        kind: 'ordinary',
        origin: 'residents',
        title: text,
        reasons: text,
        lines: ['修路灯'],
        doer: text,
        lane_id: laneId(street(), 'laneThree'),
        merged_concern_id: merged.id,
        supporters: 22,
        created_at: now,
      })
      .execute(),
  )
  const id = await adopt({ source: 'motion', sourceId: motionId, concernIds: [first, other] })
  await giveTask(id)
  const chain = await town.anonymous.call(readChain, { params: { motionId } })
  expect(chain).toMatchObject({
    concerns: { kind: 'few' },
    merged: { dropped: ['停车'] },
    support: { residents: 22, delegates: 0 },
    vote: { state: 'carried' },
    resolution: { id, tasks: [{ what: '换三号巷两盏路灯', state: 'open' }] },
  })
  expect(JSON.stringify(chain)).not.toMatch(/陈国强|黄美珍|不亮/)
})

async function upload(taskId: string, bytes: Buffer, fields: Record<string, string>) {
  const boundary = 'x-boundary'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  return owner().raw(addEvidence, {
    params: { taskId },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}
