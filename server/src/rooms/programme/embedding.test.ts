import * as embedding from '@ronghe/contract/programme/embedding.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const organ = (key: Parameters<typeof organId>[1]): string => organId(town.street.id, key)
const hours = (from: number): { startsAt: string; endsAt: string } => ({
  startsAt: new Date(Date.parse(monday) + from * 3_600_000).toISOString(),
  endsAt: new Date(Date.parse(monday) + (from + 2) * 3_600_000).toISOString(),
})
const plan = (from: number): embedding.JointPlan => ({
  hostOrganId: organ('provider'),
  partners: [
    { organId: organ('streetOffice'), role: { 'zh-CN': '出场地', en: 'gives the place' } },
    { organId: organ('corps'), role: { 'zh-CN': '出志愿者', en: 'sends volunteers' } },
  ],
  title: { 'zh-CN': '三号巷邻里节', en: 'Neighbours’ day in Lane Three' },
  what: { 'zh-CN': '摆长桌，各家出一道家乡菜。', en: 'A long table, one dish from every home.' },
  place: { 'zh-CN': '三号巷口' },
  communityId: null,
  ...hours(from),
})
const tieOf = ({ ties }: embedding.EmbeddingGraph, one: string, other: string) =>
  ties.find(({ from, to }) => [from, to].toSorted().join() === [one, other].toSorted().join())

test('the graph is drawn from the registers: what stands under what, who serves in two organs, what is done together', async () => {
  const before = await town.anonymous.call(embedding.readEmbedding)
  expect(tieOf(before, organ('station'), organ('streetOffice'))).toMatchObject({ from: organ('station'), under: true, joint: 0 })
  expect(tieOf(before, organ('provider'), organ('council')), '梁慧 heads the one and chairs the other').toMatchObject({ crossPostings: 1 })
  const { id } = await town.as('liang').call(embedding.planJointActivity, { body: plan(-24) })
  const after = await town.anonymous.call(embedding.readEmbedding)
  expect(after).toMatchObject({ jointItems: before.jointItems + 1, allThree: before.allThree + 1 })
  expect(tieOf(after, organ('provider'), organ('corps'))).toMatchObject({ joint: 1, under: false })
  expect(after.organs.find((one) => one.id === organ('corps'))?.joint).toBe(1)
  const { items } = await town.anonymous.call(embedding.listJointItems, { query: { organId: organ('corps') } })
  expect(items).toMatchObject([
    { thingId: id, link: `/together/${id}`, parties: [{ host: true, organ: { id: organ('provider') } }, {}, {}] },
  ])
  expect(JSON.stringify(after), 'organisations, not persons').not.toMatch(/梁慧|personId/)
})

test('a joint activity is planned by its host, told of when it is over, and leaves the graph when it is called off', async () => {
  const host = town.as('liang')
  expect((await town.as('ningYu').refused(embedding.planJointActivity, { body: plan(24) })).code).toBe('not-your-organ')
  expect((await town.as('chen').refused(embedding.planJointActivity, { body: plan(24) })).code).toBe('not-permitted')
  expect((await host.refused(embedding.planJointActivity, { body: { ...plan(24), endsAt: plan(20).startsAt } })).code).toBe('fields')
  const activity = await host.call(embedding.planJointActivity, { body: plan(24) })
  expect(activity.may).toEqual(['change', 'cancel'])
  const params = { activityId: activity.id }
  const cameOf = { 'zh-CN': '来了六十户，两边各一半。' }
  expect((await host.refused(embedding.tellJointOutcome, { params, body: { cameOf } })).code).toBe('joint-not-begun')
  expect((await town.as('ningYu').refused(embedding.changeJointActivity, { params, body: plan(30) })).code).toBe('not-your-organ')
  const moved = await host.call(embedding.changeJointActivity, { params, body: plan(-3) })
  expect(moved.may).toEqual(['change', 'tellOutcome', 'cancel'])
  expect(await host.call(embedding.tellJointOutcome, { params, body: { cameOf } })).toMatchObject({ state: 'done', cameOf, may: [] })
  expect((await host.refused(embedding.cancelJointActivity, { params, body: { because: { 'zh-CN': '下雨' } } })).code).toBe(
    'joint-activity-over',
  )
  const other = await host.call(embedding.planJointActivity, { body: plan(48) })
  const graph = await town.anonymous.call(embedding.readEmbedding)
  expect(
    await host.call(embedding.cancelJointActivity, { params: { activityId: other.id }, body: { because: { 'zh-CN': '下雨' } } }),
  ).toMatchObject({
    state: 'cancelled',
    because: { 'zh-CN': '下雨' },
  })
  expect((await town.anonymous.call(embedding.readEmbedding)).jointItems, 'what is to come was not counted before').toBe(graph.jointItems)
  const listed = await town.anonymous.call(embedding.listJointItems, { query: { limit: 100 } })
  expect(listed.items.map(({ thingId }) => thingId)).not.toContain(other.id)
  expect((await town.anonymous.refused(embedding.readJointActivity, { params: { activityId: organ('corps') } })).code).toBe(
    'no-joint-activity',
  )
})
