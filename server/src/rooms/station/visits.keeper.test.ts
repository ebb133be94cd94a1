import { exportMyData } from '@ronghe/contract/people/my-data.ts'
import { leave, readLeaving } from '@ronghe/contract/people/leaving.ts'
import { bookAppointment, listSlots } from '@ronghe/contract/station/appointments.ts'
import { addModelShift, takeModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { reportHazard, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation } from '@ronghe/contract/station/mediation.ts'
import { rateCase } from '@ronghe/contract/station/ratings.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Town } from '../../platform/database/testing.ts'
import { openCounter } from './counter.testing.ts'
import { file, openStation } from './testing.ts'
import { visitWork } from './visits-handover.ts'
import { visitsKeeper } from './visits.keeper.ts'

let town: Town
beforeAll(async () => {
  town = await openStation()
  await openCounter(town)
})
afterAll(() => town?.close())

test('whoever leaves sees what is open, takes a copy along, and is in no table of the counter afterwards', async () => {
  const chen = town.as('chen')
  const [day] = (await chen.call(listSlots, { query: { from: '2026-11-24', days: 1 } })).days
  const slot = day!.slots[0]!.id
  await chen.call(bookAppointment, { body: { slot, services: ['leaseFiling'], speaks: '洪湖话' } })
  await chen.call(drawTicket, { body: { speaks: '洪湖话' } })
  const shift = await town.as('luoYan').call(addModelShift, { body: { day: '2026-11-25', from: 540, to: 600 } })
  await chen.call(takeModelShift, { params: { shiftId: shift.id } })
  const { id: caseId } = await file(town, 'chen', 'leaseFiling')
  await town.deed(({ tx, street, now }) =>
    tx
      .updateTable('service_case')
      .set({ owner_post: postId(street.id, 'windowTwo'), state: 'closed', outcome: 'granted', decided_at: now, closed_at: now })
      .where('id', '=', caseId)
      .execute(),
  )
  await chen.call(rateCase, { params: { caseId }, body: { level: 1, words: '金丝雀的评价', call: true } })
  await chen.call(requestMediation, {
    body: { topic: 'noise', words: '金丝雀的纠纷', otherName: '某人', violence: false, crime: false, underEighteen: false },
  })
  await chen.call(reportHazard, { body: { kind: 'lamp', words: '金丝雀的路灯' } })

  const { open } = await chen.call(readLeaving)
  expect(open.filter(({ room }) => room === 'visits').map(({ kind, becomes }) => `${kind} ${becomes}`)).toEqual([
    'appointment ends',
    'shift handedOn',
    'dispute ends',
  ])
  const copy = JSON.stringify((await chen.call(exportMyData)).rooms['visits'])
  for (const words of ['金丝雀的评价', '金丝雀的纠纷', '金丝雀的路灯', '洪湖话', 'A001']) expect(copy).toContain(words)

  await chen.call(leave, { body: { sure: true } })
  for (const table of visitsKeeper.tables) {
    const rows = await town.rows<Record<string, unknown>>(`select * from ${table}`)
    expect([table, JSON.stringify(rows).includes(town.idOf('chen'))]).toEqual([table, false])
  }
  expect(await town.rows('select words_sealed, case_id, level from rating')).toEqual([{ words_sealed: null, case_id: null, level: 1 }])
  expect(await town.rows('select state, words_sealed, other_name_sealed from dispute')).toEqual([
    { state: 'stopped', words_sealed: null, other_name_sealed: null },
  ])
  expect(await town.rows('select taken from appointment_slot')).toEqual([{ taken: 0 }])
  // What was counted stays counted: a published quarter never changes because somebody left.
  expect(await town.rows('select sum(count)::int as n from rating_count')).toEqual([{ n: 1 }])
})

test('a post with a follow-up or a hazard on it hands them to a post that may have them, and to no other', async () => {
  const { hazard } = await town.as('xu').call(reportHazard, { body: { kind: 'wire', words: '电线垂下' } })
  await town.as('heMin').call(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'check', words: '电线垂下' } })
  await town.as('heMin').call(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'send' } })
  const post = (key: Parameters<typeof postId>[1]) => postId(town.street.id, key)
  const [followUps, hazards] = [visitWork[0]!, visitWork[1]!]
  const openAt = (owner: typeof followUps, at: string) => town.deed((deed) => owner.openItems(deed, at))
  const [followUp] = await openAt(followUps, post('stationLead'))
  expect(followUp?.title).not.toContain('陈')
  await expect(town.deed((deed) => followUps.handOver(deed, followUp!.id, post('windowTwo'), ''))).rejects.toMatchObject({
    code: 'case-not-station-post',
  })
  await town.deed((deed) => followUps.handOver(deed, followUp!.id, post('streetLead'), ''))
  expect([await openAt(followUps, post('stationLead')), (await openAt(followUps, post('streetLead'))).length]).toEqual([[], 1])
  expect(await openAt(hazards, post('environmentOfficer'))).toMatchObject([{ id: hazard.id, title: hazard.number, dueOn: '2026-11-24' }])
  await town.deed((deed) => hazards.handOver(deed, hazard.id, post('housingOfficer'), ''))
  expect(await openAt(hazards, post('environmentOfficer'))).toEqual([])
})
