import { actOnMyConcern, raiseConcern, readMyConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { programmeKeeper } from './programme.keeper.ts'
import { programmeThings } from './programme-things.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const raise = (who: 'chen' | 'liuFang', words: string) => town.as(who).call(raiseConcern, { body: { words, topic: 'safety' } })
const work = (who: 'officerLin' | 'fangWei', concernId: string, what: unknown) =>
  town.as(who).call(workOnConcern, { params: { concernId }, body: { what: what as never } })
const owner = () => postId(town.street.id, 'environmentOfficer')

test('my things say what happens next with a concern, and by which day', async () => {
  const { id } = await raise('liuFang', '灯坏了')
  const thing = async () => (await town.deed((deed) => programmeThings(deed, town.idOf('liuFang')))).find((one) => one.id === id)
  expect(await thing()).toMatchObject({
    kind: 'concern',
    tone: 'plain',
    line: { 'zh-CN': '11月25日前会定下由谁来办。', en: 'By 25 Nov it will have an owner.' },
    to: `/concerns/${id}`,
  })
  await work('officerLin', id, { act: 'screen', ownerPostId: owner() })
  expect(await thing()).toMatchObject({ tone: 'waiting', line: { 'zh-CN': '12月14日前答复。' } })
  town.at('2026-12-15T09:00:00+08:00')
  expect(await thing()).toMatchObject({ tone: 'attention', tag: { 'zh-CN': '超期' } })
  await work('fangWei', id, { act: 'answer', words: '换了灯' })
  expect(await thing()).toMatchObject({ tone: 'good', tag: { 'zh-CN': '请您看' } })
  await town.as('liuFang').call(actOnMyConcern, { params: { concernId: id }, body: { what: { act: 'accept' } } })
  expect(await thing()).toBeUndefined()
})

test('a person gets a copy of the concerns in their own words and of the posts held', async () => {
  await raise('liuFang', '我的原话在这里')
  const copy = JSON.stringify(await town.deed((deed) => programmeKeeper.export(deed, town.idOf('liuFang'))))
  expect(copy).toContain('我的原话在这里')
  expect(JSON.stringify(await town.deed((deed) => programmeKeeper.export(deed, town.idOf('zhou'))))).toContain('来穗人员代表')
})

test('leaving lists open concerns and posts; a desk post has to be handed over first', async () => {
  await raise('chen', '走之前还没办')
  expect(await town.deed((deed) => programmeKeeper.open(deed, town.idOf('chen')))).toMatchObject([{ kind: 'concern', becomes: 'ends' }])
  expect(await town.deed((deed) => programmeKeeper.open(deed, town.idOf('heMin')))).toMatchObject([{ kind: 'post', becomes: 'stops' }])
  expect(await town.deed((deed) => programmeKeeper.open(deed, town.idOf('zhou')))).toMatchObject([{ kind: 'post', becomes: 'ends' }])
})

test('what is forgotten is gone, and those merged with it still get their answer', async () => {
  const main = await raise('chen', 'CANARY-主诉求')
  const other = await raise('liuFang', '我也一样')
  await work('officerLin', main.id, { act: 'screen', ownerPostId: owner() })
  await work('officerLin', other.id, { act: 'merge', intoId: main.id })
  const alone = await raise('chen', 'CANARY-单独的')
  await town.deed((deed) => programmeKeeper.forget(deed, town.idOf('chen')))
  expect(await town.rows('select 1 from concern where person_id = $1', [town.idOf('chen')])).toEqual([])
  expect(await town.rows('select 1 from concern where id = $1', [alone.id])).toEqual([])
  expect(await town.rows('select person_id, claim_hash, words_sealed from concern where id = $1', [main.id])).toEqual([
    { person_id: null, claim_hash: null, words_sealed: null },
  ])
  await work('fangWei', main.id, { act: 'answer', words: '都修好了' })
  expect((await town.as('liuFang').call(readMyConcern, { params: { concernId: other.id } })).answer).toBe('都修好了')
})

test('forgetting ends the posts and takes the name off their pages', async () => {
  await town.deed((deed) => programmeKeeper.forget(deed, town.idOf('zhou')))
  expect(
    await town.rows('select publish_name, revoked_at is not null as ended from appointment where person_id = $1', [town.idOf('zhou')]),
  ).toEqual([{ publish_name: false, ended: true }])
})
