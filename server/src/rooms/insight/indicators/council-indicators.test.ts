import { randomUUID } from 'node:crypto'
import * as motions from '@ronghe/contract/council/motions.ts'
import { listResolutions, publishResolution, setTask, workOnTask } from '@ronghe/contract/council/resolutions.ts'
import { readVisitForm, saveVisit } from '@ronghe/contract/council/visits.ts'
import { readIndicator } from '@ronghe/contract/insight/indicators.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId, postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admittedMotion, everybody, openHall } from '../../council/floor.testing.ts'
import { openMotions } from '../../council/motions.testing.ts'
import { locals, newcomers, type CouncilTown } from '../../council/testing.ts'
import { freezeInsight } from '../freeze.ts'
import { benchGap } from './speaking.ts'

/**
 * One known story, through the front door. November: delegate Zhou visits Lane Three and files a motion about it, Uncle Huang files another.
 * December: the council meets, two are not there; Zhou speaks two minutes and a local one; Zhou's motion is carried, Huang's rejected. The resolution
 * gets two tasks, of which one is done in time.
 */
let town: CouncilTown
beforeAll(async () => {
  town = await openMotions()
  const params = { councilId: town.councilId }
  const time = '2026-11-23T01:00:00.000Z'
  await town.as('zhou').call(saveVisit, {
    params,
    body: {
      id: randomUUID(),
      base: null,
      parts: { laneId: laneId(town.street.id, 'laneThree'), onDay: '2026-11-22', part: 'evening', topics: ['safety'], seen: '路灯不亮。' },
      times: { laneId: time, onDay: time, part: time, topics: time, seen: time },
      delegates: [(await town.as('zhou').call(readVisitForm, { params })).ownTerm!],
    },
  })
  await admittedMotion(town, 'zhou', { title: '修三号巷的灯', laneId: laneId(town.street.id, 'laneThree') })
  await admittedMotion(town, 'uncleHuang', { title: '巷口不停车' })
  const hall = await openHall(town)
  await hall.open(everybody.filter((who) => who !== 'guoLei' && who !== 'chenYaozong'))
  const speak = async (who: CastKey, stance: 'for' | 'against', seconds: number) => {
    await hall.does(who, { kind: 'ask', delegateId: town.idOf(who), stance })
    await hall.does('liang', { kind: 'giveFloor', toId: town.idOf(who) })
    hall.wait(seconds)
    await hall.does(who, { kind: 'endSpeech' })
  }
  await hall.debate(0)
  await speak('zhou', 'for', 120)
  await speak('uncleHuang', 'against', 60)
  await hall.vote(Object.fromEntries([...newcomers.slice(0, 5), ...locals.slice(0, 2)].map((who) => [who, 'for'])))
  await hall.does('liang', { kind: 'openItem', itemId: hall.itemIds[1]!, because: null })
  await hall.does('uncleHuang', { kind: 'move', delegateId: town.idOf('uncleHuang') })
  await hall.does('zengBo', { kind: 'second', delegateId: town.idOf('zengBo'), amendmentId: null })
  await hall.vote({ zhou: 'against', heYong: 'against', uncleHuang: 'for' })
  await hall.does('liang', { kind: 'close' })
  await town.drain(['council.meetings.wrap-up'])

  const [resolution] = (await town.anonymous.call(listResolutions, { params })).items
  const clerk = town.as('jiangWen')
  const given = async (dueOn: string) =>
    (
      await clerk.call(setTask, {
        params: { resolutionId: resolution!.id },
        body: { what: '换灯', ownerPostId: postId(town.street.id, 'environmentOfficer'), dueOn },
      })
    ).taskList.at(-1)!.id
  const taskId = await given('2026-12-18')
  await given('2026-12-21')
  await clerk.call(publishResolution, {
    params: { resolutionId: resolution!.id },
    body: { reasons: '夜里看不清，老人不敢走。', power: { kind: 'own' } },
  })
  town.at('2026-12-17T09:00:00+08:00')
  await town.as('fangWei').call(workOnTask, { params: { taskId }, body: { what: { act: 'finish', outcome: '灯亮了。' } } })
  town.at('2027-01-08T03:00:00+08:00')
  await town.deed(freezeInsight)
})
afterAll(() => town.close())

const measure = async (key: string, name: string) =>
  (await town.anonymous.call(readIndicator, { params: { key } })).measures.find((one) => one.key === name)!
/** Counts by group and part, and what is told of each group. */
const figures = async (key: string, name: string, period = '2026-12') => {
  const month = (await measure(key, name)).months.find((one) => one.period === period)
  return Object.fromEntries(
    month!.groups.map(({ group, value, parts }) => [
      group,
      {
        value: value.kind === 'shown' ? Math.round(value.value * 1000) / 1000 : 'few',
        parts: Object.fromEntries(parts.map(({ part, count }) => [part, count.kind === 'shown' ? count.count : 'few'])),
      },
    ]),
  )
}

describe('seats (1)', () => {
  test('six and six make a half, the chair is on neither side, and every seat is filled', async () => {
    expect(await figures('seats', 'benchSeats')).toEqual({ all: { value: 0.5, parts: { yes: 6, no: 6 } } })
    expect(await figures('seats', 'filled')).toMatchObject({
      newcomer: { parts: { yes: 6, no: 0 } },
      local: { parts: { yes: 6, no: 0 } },
    })
    expect(Object.keys(await figures('seats', 'filled'))).toEqual(['newcomer', 'local'])
  })

  test('attendance counts both benches side by side and the gap between them', async () => {
    expect(await figures('seats', 'attendance')).toMatchObject({
      newcomer: { parts: { yes: 5, no: 1 } },
      local: { parts: { yes: 5, no: 1 } },
    })
    const { months } = await measure('seats', 'attendance')
    expect(months.at(-1)!.gap).toMatchObject({ kind: 'shown', value: 0 })
  })
})

describe('speaking (2)', () => {
  test('two minutes of three are the greatest share, and nobody is named', async () => {
    expect((await figures('speaking', 'greatestShare')).all!.value).toBe(67)
    expect(await figures('speaking', 'benchTime')).toMatchObject({ all: { parts: { newcomers: 2, locals: 1, chair: 0 } } })
    expect(JSON.stringify(await town.anonymous.call(readIndicator, { params: { key: 'speaking' } }))).not.toContain(town.idOf('zhou'))
  })

  test('the bench of newcomers had two thirds of the time and half of the seats', async () => {
    expect((await figures('speaking', 'benchGap')).all!.value).toBe(17)
    expect(await figures('speaking', 'spoke')).toMatchObject({ all: { parts: { yes: 2, no: 9 } } })
  })

  test('the difference lies between minus and plus a hundred points, is nothing for equal shares and changes its sign with the sides', () => {
    const side = fc.integer({ min: 0, max: 7_200_000 })
    const seats = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(side, side, seats, seats, (newcomersMs, localsMs, here, there) => {
        const gap = benchGap({ byBench: { newcomers: newcomersMs, locals: localsMs, chair: 0 }, seats: { newcomers: here, locals: there } })
        const other = benchGap({
          byBench: { newcomers: localsMs, locals: newcomersMs, chair: 0 },
          seats: { newcomers: there, locals: here },
        })
        if (newcomersMs + localsMs === 0 || here + there === 0) return gap === undefined && other === undefined
        // Rounding leans to one side where a half is rounded.
        return Math.abs(gap!) <= 100 && Math.abs(gap! + other!) <= 1
      }),
      { seed: 20261123 },
    )
    const even = { byBench: { newcomers: 60_000, locals: 60_000, chair: 5 }, seats: { newcomers: 6, locals: 6 } }
    expect(benchGap(even)).toBe(0)
  })
})

describe('agenda (3)', () => {
  test('a motion of each bench is filed in November; one rests on a visit, of neither was anybody asked', async () => {
    expect(await figures('agenda', 'filed', '2026-11')).toEqual({ all: { value: 2, parts: { newcomer: 1, local: 1, unstated: 0 } } })
    expect(await figures('agenda', 'visited', '2026-11')).toMatchObject({ all: { value: 0.5, parts: { yes: 1, no: 1 } } })
    expect(await figures('agenda', 'bothHeard', '2026-11')).toMatchObject({ all: { value: 0, parts: { yes: 0, no: 2 } } })
    expect(await figures('agenda', 'ground', '2026-11')).toMatchObject({ all: { parts: { exempt: 2, met: 0 } } })
    expect(await figures('agenda', 'visits', '2026-11')).toMatchObject({ all: { value: 1 } })
  })

  test('the newcomers’ motion is carried and the locals’ rejected in December, with the gap and its wide interval', async () => {
    expect(await figures('agenda', 'adopted')).toMatchObject({
      newcomer: { parts: { yes: 1, no: 0 } },
      local: { parts: { yes: 0, no: 1 } },
    })
    const { gap } = (await measure('agenda', 'adopted')).months.at(-1)!
    expect(gap).toMatchObject({ kind: 'shown', value: 1 })
    expect(gap!.kind === 'shown' && gap!.low! < 0.1).toBe(true)
  })
})

describe('follow-through (4)', () => {
  test('of two tasks due one was done by its day and one is overdue; the resolution was published in time', async () => {
    expect(await figures('followThrough', 'doneInTime')).toMatchObject({ all: { value: 0.5, parts: { yes: 1, no: 1 } } })
    expect(await figures('followThrough', 'outcome')).toMatchObject({ all: { parts: { inTime: 1, late: 0, refused: 0, open: 1 } } })
    expect((await figures('followThrough', 'days')).all!.value, 'from 5 to 17 December').toBe(12)
    expect(await figures('followThrough', 'published')).toMatchObject({ all: { parts: { yes: 1, no: 0 } } })
    expect(await figures('followThrough', 'adopted')).toMatchObject({ all: { parts: { motion: 1, allocation: 0 } } })
  })

  test('as many resolutions are counted as the journal has leaves of their adoption', async () => {
    const [{ n } = { n: 0 }] = await town.rows<{ n: number }>(
      "select count(*)::int as n from journal_leaf where kind = 'council.resolution.adopted'",
    )
    const [{ counted } = { counted: 0 }] = await town.rows<{ counted: number }>(
      "select sum(n)::int as counted from tally where counter = 'resolution.adopted' and street_id = $1",
      [town.street.id],
    )
    expect([n > 0, counted]).toEqual([true, n])
  })

  test('what is done after the month was counted changes nothing that is shown', async () => {
    const before = await measure('followThrough', 'outcome')
    const [open] = await town.rows<{ id: string }>("select id from resolution_task where state = 'open'")
    await town
      .as('fangWei')
      .call(workOnTask, { params: { taskId: open!.id }, body: { what: { act: 'refuse', reason: '电线杆不归街道。', law: '' } } })
    await town.deed(freezeInsight)
    expect(await measure('followThrough', 'outcome')).toEqual(before)
  })
})

test('motions filed are as many as the journal says', async () => {
  const [{ n } = { n: 0 }] = await town.rows<{ n: number }>(
    "select count(*)::int as n from journal_leaf where kind = 'council.motion.filed'",
  )
  const { items } = await town.anonymous.call(motions.listMotions, { params: { councilId: town.councilId }, query: { which: 'all' } })
  const [{ counted } = { counted: 0 }] = await town.rows<{ counted: number }>(
    "select sum(n)::int as counted from tally where counter = 'motion.filed'",
  )
  expect([items.length, counted]).toEqual([n, n])
})
