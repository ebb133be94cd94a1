import {
  answerByCode,
  answerMyPart,
  listCarried,
  listMerged,
  listMyParts,
  mergeConcerns,
  readMerged,
  readMergedAtDesk,
  readPartByCode,
  workOnMerged,
} from '@ronghe/contract/council/merged-concerns.ts'
import { carryConcern, raiseAnonymously, raiseConcern, readByCode, readMyConcern } from '@ronghe/contract/programme/concerns.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let params: { councilId: string }
beforeAll(async () => {
  town = await openCouncil()
  params = { councilId: town.councilId }
})
afterAll(() => town.close())

const said = (words: string) => ({
  words,
  topic: 'safety',
  laneId: laneId(town.street.id, 'laneThree'),
  throughOrganId: town.councilId,
})
const raise = async (who: CastKey, words: string) => (await town.as(who).call(raiseConcern, { body: said(words) })).id
const clerk = () => town.as('jiangWen')
const numberOf = async (id: string) => (await town.rows<{ number: string }>('select number from concern where id = $1', [id]))[0]!.number
const stateOf = async (id: string) => (await town.rows<{ state: string }>('select state from concern where id = $1', [id]))[0]!.state

const myPart = async (who: CastKey, id: string) =>
  (await town.as(who).call(listMyParts, {})).items.find(({ concernId }) => concernId === id)

/** Three that say the same: two with an account, one with a code only. */
async function threeMerged() {
  const main = await raise('chen', '三号巷晚上路灯不亮，看不清路。')
  const other = await raise('auntHuang', '三号巷路灯不亮，晚上不敢走，还有摩托车乱停。')
  const { claimCode, number } = await town.anonymous.call(raiseAnonymously, { body: said('三号巷晚上路灯不亮，房东也不管。') })
  const [{ id: nameless }] = (await town.rows<{ id: string }>('select id from concern where number = $1', [number])) as [{ id: string }]
  const merged = await clerk().call(mergeConcerns, {
    params,
    body: {
      title: '三号巷路灯',
      shared: '三号巷晚上路灯不亮，看不清路，请修好。',
      parts: [
        { concernId: main, dropped: [] },
        { concernId: other, dropped: ['摩托车乱停'] },
        { concernId: nameless, dropped: ['房东不管'] },
      ],
    },
  })
  return { main, other, nameless, claimCode, merged }
}

test('what says the same is suggested to whoever may read it, and a school matter is not among it', async () => {
  const lamps = [await raise('chen', '四处路灯坏了，晚上黑。'), await raise('auntHuang', '路灯坏了，晚上很黑，请修。')]
  const school = (
    await town.as('zhou').call(carryConcern, { body: { words: '孩子上学的事不会办。', topic: 'school', authorAgreed: true } })
  ).number
  const { items, alike } = await clerk().call(listCarried, { params })
  expect(items.map(({ number }) => number)).toContain(school)
  expect(alike.some(({ ids }) => lamps.every((id) => ids.includes(id)))).toBe(true)
  expect(alike.flatMap(({ ids }) => ids)).not.toContain(items.find(({ number }) => number === school)!.id)
  // That the words were read is kept for their authors to see.
  expect(await town.rows(`select 1 from access_log where purpose = 'councilMerging' and person_id = $1`, [town.idOf('chen')])).not.toEqual(
    [],
  )
  await town.deed(({ tx }) => tx.updateTable('concern').set({ state: 'accepted' }).where('id', 'in', lamps).execute())
})

test('three become one: what was left out is public, nobody’s words are, few are not counted, and every author is told', async () => {
  const { main, other, merged } = await threeMerged()
  expect([await stateOf(main), await stateOf(other)]).toEqual(['raised', 'merged'])
  const page = await town.anonymous.call(readMerged, { params: { mergedId: merged.id } })
  expect(page).toMatchObject({
    title: '三号巷路灯',
    dropped: ['摩托车乱停', '房东不管'],
    concerns: { kind: 'few' },
    agreed: { kind: 'few' },
    objected: { kind: 'few' },
    places: [{ 'zh-CN': '松柏新村' }],
  })
  expect(JSON.stringify(page)).not.toMatch(/不敢走|陈国强|黄美珍/)
  expect((await town.anonymous.call(listMerged, { params })).items[0]).toMatchObject({ id: merged.id, state: 'together' })
  expect(
    await town.rows(`select person_id from message where template = 'council-merged' and link like '%' || $1`, [merged.id]),
  ).toHaveLength(2)
  expect(await myPart('auntHuang', other)).toMatchObject({ dropped: ['摩托车乱停'], objectBy: '2026-12-02', may: ['agree', 'object'] })
})

test('an author who objects stands alone again and the merge goes on without it; who agreed is counted', async () => {
  const { main, other, nameless, claimCode, merged } = await threeMerged()
  // Asked on the code before anybody is shown the words.
  expect(await town.anonymous.call(readByCode, { body: { code: claimCode } })).toMatchObject({ sharing: 'asked' })
  expect((await town.as('chen').call(readMyConcern, { params: { concernId: main } })).alongside).toEqual([])
  expect(await town.anonymous.call(readPartByCode, { body: { code: claimCode } })).toMatchObject({ dropped: ['房东不管'] })
  expect(
    await town.anonymous.call(answerByCode, { body: { code: claimCode, what: { answer: 'objected', why: '房东的事不能漏' } } }),
  ).toMatchObject({ out: true, answer: 'objected', may: [] })
  expect(await stateOf(nameless)).toBe('raised')
  await town.as('auntHuang').call(answerMyPart, { params: { concernId: other }, body: { what: { answer: 'agreed' } } })
  const desk = await clerk().call(readMergedAtDesk, { params: { mergedId: merged.id } })
  expect(desk.parts.map(({ answer, endedBecause }) => [answer, endedBecause])).toEqual([
    [null, null],
    ['agreed', null],
    ['objected', 'objected'],
  ])
  expect(desk.parts[2]).toMatchObject({ objection: '房东的事不能漏', words: '' })
  // The journal of an answer by code names nobody and keeps the day only.
  expect(await town.rows(`select 1 from journal_leaf where kind = 'council.merge.objected' and date_only`)).toHaveLength(1)
})

test('when the author of the first objects the next carries the answer; with one left the merge is apart', async () => {
  const { main, other, nameless, claimCode, merged } = await threeMerged()
  await town.as('chen').call(answerMyPart, { params: { concernId: main }, body: { what: { answer: 'objected', why: '' } } })
  expect([await stateOf(main), await stateOf(other), await stateOf(nameless)]).toEqual(['raised', 'raised', 'merged'])
  await town.anonymous.call(answerByCode, { body: { code: claimCode, what: { answer: 'objected', why: '' } } })
  expect([await stateOf(other), await stateOf(nameless)]).toEqual(['raised', 'raised'])
  expect((await town.anonymous.call(readMerged, { params: { mergedId: merged.id } })).state).toBe('apart')
})

test('the clerk undoes a merge: every concern is where it was, and may be merged anew', async () => {
  const { main, other, nameless, merged } = await threeMerged()
  const work = { params: { mergedId: merged.id }, body: { what: { act: 'takeApart' as const } } }
  expect(await clerk().call(workOnMerged, work)).toMatchObject({ state: 'apart', may: [] })
  expect([await stateOf(main), await stateOf(other), await stateOf(nameless)]).toEqual(['raised', 'raised', 'raised'])
  expect(await clerk().refused(workOnMerged, work)).toMatchObject({ code: 'council-merge-apart', article: expect.stringContaining('章程') })
  const parts = [main, other].map((concernId) => ({ concernId, dropped: [] }))
  await clerk().call(mergeConcerns, { params, body: { title: '路灯', shared: '修路灯', parts } })
  expect(await stateOf(other)).toBe('merged')
})

test('a reworded merge is put to its authors again', async () => {
  const { other, merged } = await threeMerged()
  await town.as('auntHuang').call(answerMyPart, { params: { concernId: other }, body: { what: { answer: 'agreed' } } })
  const parts = [{ concernId: other, dropped: [] }]
  await clerk().call(workOnMerged, {
    params: { mergedId: merged.id },
    body: { what: { act: 'reword', title: '三号巷路灯和停车', shared: '修路灯，管停车。', parts } },
  })
  expect(await myPart('auntHuang', other)).toMatchObject({ answer: null, dropped: [], may: ['agree', 'object'] })
})

test('after the charter’s days it is too late to object', async () => {
  const { main } = await threeMerged()
  town.at('2026-12-03T09:00:00+08:00')
  expect(
    await town.as('chen').refused(answerMyPart, { params: { concernId: main }, body: { what: { answer: 'objected', why: '' } } }),
  ).toMatchObject({ code: 'council-merge-too-late', article: expect.stringContaining('提出议案') })
  town.at('2026-11-23T09:00:00+08:00')
})

test('concerns given to others, taken already or fewer than two are refused, and so is whoever does not moderate', async () => {
  const { main, other } = await threeMerged()
  const alone = (await town.as('chen').call(raiseConcern, { body: { words: '只给街道办的话', topic: 'safety' } })).id
  const free = await raise('chen', '又一条给议事会的话')
  const body = (...ids: string[]) => ({ title: '合并', shared: '一样的', parts: ids.map((concernId) => ({ concernId, dropped: [] })) })
  expect(await clerk().refused(mergeConcerns, { params, body: body(free, alone) })).toMatchObject({ code: 'council-merge-not-carried' })
  expect(await clerk().refused(mergeConcerns, { params, body: body(free, main) })).toMatchObject({ code: 'council-merge-taken' })
  expect(await clerk().refused(mergeConcerns, { params, body: body(free, free) })).toMatchObject({ code: 'council-merge-too-few' })
  expect((await clerk().call(listCarried, { params })).items.map(({ id }) => id)).not.toContain(alone)
  for (const who of ['zhou', 'chen', 'officerLin'] as const)
    expect(await town.as(who).refused(mergeConcerns, { params, body: body(free, other) })).toMatchObject({ code: 'not-permitted' })
  expect(await town.as('chen').refused(answerMyPart, { params: { concernId: other }, body: { what: { answer: 'agreed' } } })).toMatchObject(
    {
      code: 'no-merged-concern',
    },
  )
  expect(await numberOf(free)).toMatch(/^YJ-/)
})
