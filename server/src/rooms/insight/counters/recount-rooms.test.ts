import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { giveConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { answerDataRequest, askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { mergeCase, unmergeCase } from '@ronghe/contract/station/cases-steps.ts'
import { withdrawCase } from '@ronghe/contract/station/cases.ts'
import { callNext, finishTicket, serveTicket } from '@ronghe/contract/station/counter.ts'
import { reopenHazard, reportHazard, reportHazardWithoutName, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation, stepDispute } from '@ronghe/contract/station/mediation.ts'
import { listFollowUps, rateCase, stepFollowUp } from '@ronghe/contract/station/ratings.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { enrol, leaveCourse } from '@ronghe/contract/school/enrolments.ts'
import { claimHours, confirmHours, takeBackHours } from '@ronghe/contract/volunteers/hours.ts'
import { leaveShift, signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { foundTeam } from '@ronghe/contract/volunteers/teams.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId, postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { erasers } from '../../../app.ts'
import { monday } from '../../../platform/database/testing.ts'
import { openCourse } from '../../school/courses.testing.ts'
import { deidentify } from '../../station/case-retention.ts'
import { openCounter, sitDown } from '../../station/counter.testing.ts'
import { eventsOf, file, openStation } from '../../station/testing.ts'
import { openedActivity, timesOf } from '../../volunteers/testing.ts'
import { withHours, type HoursTown } from '../../volunteers/hours/hours.testing.ts'
import { findDifferences } from './recount.ts'
import { readTally } from './tally.ts'

const laws = { seed: 20261123, numRuns: 10 }
const evening = { from: '2026-11-20T11:00:00.000Z', until: '2026-11-20T13:00:00.000Z' }
const people = ['chen', 'zhongHua', 'maoXia', 'keLei'] as const
type Person = (typeof people)[number]

let town: HoursTown
let patrol = ''
let windows: { one: string; two: string }
beforeAll(async () => {
  town = await withHours(await openStation())
  windows = await openCounter(town)
  await sitDown(town, windows)
  patrol = (
    await town.as('luMeng').call(foundTeam, {
      body: {
        kind: 'patrol',
        name: { 'zh-CN': '夜间巡逻队' },
        about: { 'zh-CN': '夜里看看。' },
        leaderPost: postId(town.street.id, 'patrolLeader'),
      },
    })
  ).id
})
afterAll(() => town.close())
beforeEach(() => town.at(monday))

const differences = () => town.deed(findDifferences)
const counted = (counter: string, detail?: string) =>
  town.deed(async (deed) =>
    (await readTally(deed, [counter], { first: '2026-11-01', last: '2026-11-30' }))
      .filter((line) => detail === undefined || line.detail === detail)
      .reduce((sum, { n }) => sum + n, 0),
  )

/** Hours of the evening: claimed, perhaps confirmed by the next one, perhaps taken back. */
async function hours(who: Person, further: number): Promise<void> {
  const other = people[(people.indexOf(who) + 1) % people.length]!
  const shiftId = await town.shift({ ...evening, code: [who, other] })
  const claimed = await town.as(who).raw(claimHours, { params: { shiftId }, body: evening })
  if (claimed.status !== 201) return
  const params = { entryId: JSON.parse(claimed.body).id as string }
  if (further % 2 === 1) await town.as(other).raw(confirmHours, { params, body: { right: further < 5 } })
  if (further > 2) await town.as(who).raw(takeBackHours, { params })
}

async function hazard(who: Person, further: number): Promise<void> {
  const body = { kind: 'lamp', lane: laneId(town.street.id, 'laneThree'), words: '路灯不亮' } as const
  const { hazard: made } =
    further % 2 === 0 ? await town.as(who).call(reportHazard, { body }) : await town.anonymous.call(reportHazardWithoutName, { body })
  const params = { hazardId: made.id }
  const step = (kind: 'check' | 'fix' | 'notFound') => town.as('heMin').raw(stepHazard, { params, body: { step: kind, words: '看过了。' } })
  if (further > 0) await step('check')
  if (further > 1) await step(further > 4 ? 'notFound' : 'fix')
  if (further > 3) await town.as(who).raw(reopenHazard, { params, body: { words: '又坏了。' } })
}

/** The second is the same matter and follows the first. */
async function merge(first: string, second: string): Promise<void> {
  const params = { caseId: second }
  await town.as('heMin').call(mergeCase, { params, body: { ...(await eventsOf(town, 'heMin', second)), other: first, kind: 'merge' } })
}

async function matter(who: Person, further: number): Promise<void> {
  const { id } = await file(town, who, 'leaseFiling')
  const params = { caseId: id }
  if (further === 1) await merge(id, (await file(town, who, 'leaseFiling')).id)
  if (further === 2) await town.as(who).raw(withdrawCase, { params, body: {} })
  if (further === 3) await town.deed((deed) => deidentify(deed, id))
  if (further > 3) {
    await town.rows(
      `update service_case set state = 'closed', outcome = 'granted', decided_at = $1, closed_at = $1, owner_post = $3 where id = $2`,
      [town.now(), id, postId(town.street.id, 'windowTwo')],
    )
    await town.as(who).raw(rateCase, { params, body: { level: 1, words: '等了很久', call: true } })
    const open = (await town.as('luoYan').call(listFollowUps, { query: {} })).items.find(({ caseId }) => caseId === id)
    town.at(`2026-11-2${further}T10:00:00+08:00`)
    if (open) await town.as('luoYan').raw(stepFollowUp, { params: { followUpId: open.id }, body: { step: 'call' } })
  }
}

const deeds: readonly ((who: Person, further: number) => Promise<unknown>)[] = [
  hours,
  hazard,
  matter,
  async (who, further) => {
    const visitor = town.as(who)
    await visitor.raw(giveConsent, { params: { purpose: 'photos' }, body: { version: consentTexts.photos.version } })
    if (further > 2) await visitor.raw(withdrawConsent, { params: { purpose: 'photos' } })
  },
  async (who, further) => {
    const { id } = await town.as(who).call(askDataRequest, { body: { kind: 'correction', words: '老家写错了' } })
    town.at(further > 2 ? '2026-12-01T09:00:00+08:00' : '2026-12-20T09:00:00+08:00')
    if (further > 1) await town.as('zhengRu').raw(answerDataRequest, { params: { requestId: id }, body: { done: true, words: '改好了' } })
  },
  async (who, further) => {
    const { shifts } = await openedActivity({ ...town, corps: town.teamId, patrol }, [timesOf('2026-11-28T09:00', '2026-11-28T11:00')])
    const params = { shiftId: shifts[0]!.id }
    await town.as(who).raw(signUp, { params, body: { minor: false } })
    if (further > 2) await town.as(who).raw(leaveShift, { params })
  },
  async (who, further) => {
    const params = { courseId: (await openCourse(town)).id }
    await town.as(who).raw(enrol, { params, body: {} })
    if (further > 2) await town.as(who).raw(leaveCourse, { params })
  },
  async (who, further) => {
    const body = { topic: 'noise', words: '夜里吵。', otherName: '黄美珍', violence: false, crime: false, underEighteen: false } as const
    const reply = await town.as(who).call(requestMediation, { body })
    if (further > 2 && reply.kind === 'asked')
      await town.as(who).raw(stepDispute, { params: { disputeId: reply.dispute.id }, body: { step: 'stop' } })
  },
  async (who, further) => {
    await town.as(who).raw(drawTicket, { body: {} })
    const { ticket } = await town.as('heMin').call(callNext, { params: { windowId: windows.two } })
    if (!ticket) return
    const params = { ticketId: ticket.id }
    await town.as('heMin').raw(serveTicket, { params })
    town.at(new Date(Date.parse(monday) + further * 7 * 60_000))
    await town.as('heMin').raw(finishTicket, { params })
  },
]

test('whatever happens at the station, among volunteers, in the school and with people’s data, the counters equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ deed: fc.nat(deeds.length - 1), who: fc.constantFrom(...people), further: fc.integer({ min: 0, max: 6 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (stories) => {
        for (const { deed, who, further } of stories) {
          town.at(monday)
          await deeds[deed]!(who, further)
        }
        expect(await differences()).toEqual([])
      },
    ),
    laws,
  )
})

test('each of these deeds is counted when it is done', async () => {
  const counters = [
    'hours.claimed',
    'hours.confirmed',
    'hours.takenBack',
    'hazard.found',
    'hazard.fixed',
    'hazard.again',
    'case.filed',
    'consent.given',
    'consent.withdrawn',
    'signUp.made',
    'enrolment.made',
    'dispute.requested',
    'counter.served',
    'followUp.called',
  ]
  for (const deed of deeds) {
    town.at(monday)
    await deed('chen', 3)
    town.at(monday)
    await deed('maoXia', 4)
  }
  for (const counter of counters) expect(await counted(counter), counter).toBeGreaterThan(0)
})

test('a merged case counts once, and twice again when the merging is undone', async () => {
  const before = await counted('case.filed')
  const [one, other] = [await file(town, 'chen', 'leaseFiling'), await file(town, 'chen', 'leaseFiling')]
  expect(await counted('case.filed')).toBe(before + 2)
  await merge(one.id, other.id)
  expect(await counted('case.filed')).toBe(before + 1)
  const [link] = await town.rows<{ id: string }>('select id from case_link where $1 in (case_id, other_id)', [other.id])
  const params = { caseId: other.id }
  await town.as('heMin').call(unmergeCase, { params, body: { ...(await eventsOf(town, 'heMin', other.id)), link: link!.id } })
  expect(await counted('case.filed')).toBe(before + 2)
})

test('taking hours back leaves them claimed and counts the taking back; both are in the month of the shift', async () => {
  const read = async () => [await counted('hours.claimed'), await counted('hours.takenBack', 'own')] as const
  const [claimed, back] = await read()
  const shiftId = await town.shift({ from: '2026-11-18T11:00:00.000Z', until: '2026-11-18T13:00:00.000Z', code: ['ningYu', 'moZhen'] })
  const { id } = await town
    .as('ningYu')
    .call(claimHours, { params: { shiftId }, body: { from: '2026-11-18T11:00:00.000Z', until: '2026-11-18T13:00:00.000Z' } })
  await town.as('ningYu').call(takeBackHours, { params: { entryId: id } })
  expect(await read()).toEqual([claimed + 1, back + 1])
})

test('a case that is de-identified stays counted', async () => {
  const { id } = await file(town, 'chen', 'leaseFiling')
  const before = await counted('case.filed')
  await town.deed((deed) => deidentify(deed, id))
  expect(await counted('case.filed')).toBe(before)
  expect(await differences()).toEqual([])
})

test('erasing somebody takes out of the counters what their rows gave, their hours included, and the recount agrees', async () => {
  const who: CastKey[] = ['chen', 'zhongHua', 'maoXia', 'keLei']
  const before = await counted('hours.claimed')
  for (const person of who) {
    await town.deed((deed) => erasers['person']!(deed, town.idOf(person)))
    expect(await differences(), person).toEqual([])
  }
  expect(await counted('hours.claimed')).toBeLessThan(before)
  expect(await counted('hours.confirmed')).toBe(0)
})
