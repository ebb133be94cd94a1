import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import { askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { openPerson } from '@ronghe/contract/people/desk.ts'
import { raiseConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { bookAppointment, listSlots } from '@ronghe/contract/station/appointments.ts'
import { acceptAsDepartment, acceptCase, askForMissing, decideCase, routeCase } from '@ronghe/contract/station/cases-steps.ts'
import { reportHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation, stepDisputeByCode } from '@ronghe/contract/station/mediation.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { laneId, organId, postId } from '@ronghe/demo/load-cast.ts'
import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import { openCounter, sitDown } from '@ronghe/server/rooms/station/counter.testing.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { eventsOf, file } from '@ronghe/server/rooms/station/testing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

const parts = ['services', 'visits', 'mine', 'street'] as const
type Part = (typeof parts)[number]
let flow: Flow
let pages: Record<Part, readonly string[]>
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
      await town.deed(loadProgramme)
    },
  })
  await sitDown(flow.town, await openCounter(flow.town))
  pages = await liveHere(flow.town)
})
afterAll(() => flow?.close())

/** 陈国强 with something of everything, and the addresses of all of it. */
async function liveHere(town: Town): Promise<typeof pages> {
  const chen = town.as('chen')
  const missing = await file(town, 'chen', 'residencePermit')
  const step = (id: string) => eventsOf(town, 'heMin', id)
  await town.as('heMin').call(acceptCase, { params: { caseId: missing.id }, body: await step(missing.id) })
  await town.as('heMin').call(askForMissing, {
    params: { caseId: missing.id },
    body: { ...(await step(missing.id)), documents: ['jobProof'], words: '劳动合同缺第二页。' },
  })
  const refused = await file(town, 'chen', 'residencePermit')
  const params = { caseId: refused.id }
  await town.as('heMin').call(acceptCase, { params, body: await step(refused.id) })
  await town.as('heMin').call(routeCase, { params, body: await step(refused.id) })
  await town.as('wangJun').call(acceptAsDepartment, { params, body: await step(refused.id) })
  await town.as('wangJun').call(decideCase, { params, body: { ...(await step(refused.id)), outcome: 'refused', reason: 'tooShort' } })
  const filed = await file(town, 'chen', 'leaseFiling')

  const { days } = await chen.call(listSlots, { query: {} })
  const slot = days.flatMap(({ slots }) => slots).at(-1)
  await chen.call(bookAppointment, { body: { slot: slot!.id, services: ['leaseFiling', 'residencePermit'] } })
  await chen.call(drawTicket, { body: { services: ['leaseFiling'] } })
  await chen.call(giveProxy, { body: { name: cast.xu.name, phone: cast.xu.phone, relation: 'friend', scope: 'cases' } })
  await chen.call(askDataRequest, { body: { kind: 'copy', words: '想要一份纸质的。' } })
  await town.as('heMin').call(openPerson, { params: { personId: town.idOf('chen') } })
  const concern = await chen.call(raiseConcern, { body: { words: '巷口的路灯坏了两个星期。', topic: 'safety' } })
  const owner = { act: 'screen', ownerPostId: postId(town.street.id, 'environmentOfficer') } as const
  await town.as('officerLin').call(workOnConcern, { params: { concernId: concern.id }, body: { what: owner } })
  const reported = { kind: 'lamp', lane: laneId(town.street.id, 'laneThree'), words: '巷口第二盏灯不亮。' } as const
  const { hazard } = await chen.call(reportHazard, { body: reported })
  const asked = await chen.call(requestMediation, {
    body: { topic: 'noise', words: '夜里机器声响到一点。', otherName: '黄美珍', violence: false, crime: false, underEighteen: false },
  })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  await town.anonymous.call(stepDisputeByCode, { body: { code: asked.invitation.code, step: 'agree', words: '我也睡不好。' } })
  await town.drain()
  const [notice] = await town.rows<{ id: string }>("select id from notice where audience = 'everyone' limit 1")
  const [agreement] = await town.rows<{ id: string }>("select id from agreement where state = 'inForce' limit 1")
  return {
    services: [
      ['/', '/services', '/services/residencePermit', '/services/residencePermit/paper', '/services/votingAtHome'],
      ['/services/hazardLamp', '/services/pointsSchooling', '/services/civilRelief/form', '/services/residencePermit/may'],
      ['/cases', `/cases/${missing.id}`, `/cases/${missing.id}/supplement`, `/cases/${missing.id}/receipt`],
      [`/cases/${refused.id}`, `/cases/${refused.id}/reopen`, `/cases/${filed.id}`, '/status', '/rate', '/hand-in'],
    ].flat(),
    visits: [
      ['/visit', '/visit/book', '/visit/ticket', '/visit/slip', '/model-window'],
      ['/hazards', '/hazards/new', '/hazards/by-code', `/hazards/${hazard.id}`],
      ['/mediation', '/mediation/new', '/mediation/answer', `/mediation/${asked.dispute.id}`],
    ].flat(),
    mine: [
      ['/me', '/me/profile', '/me/group', '/me/residence', '/me/household', '/me/helpers', '/me/attest', '/me/appearance'],
      ['/me/data', '/me/consents', '/me/access', '/me/requests', '/me/leaving', '/me/message-choice', '/me/devices', '/messages'],
    ].flat(),
    street: [
      ['/concerns', `/concerns/${concern.id}`, '/concerns/new', '/concerns/code', '/concerns/answered'],
      ['/organs', `/organs/${organId(town.street.id, 'council')}`, '/council', '/school', '/volunteers', '/branch'],
      ['/notices', `/notices/${notice!.id}`, '/agreements', `/agreements/${agreement!.id}`, '/sign-in', '/demo', '/nowhere'],
    ].flat(),
  }
}

/** What is wrong with a page: its one title missing, an edge cut off, whatever axe finds. */
async function faults(page: Page): Promise<readonly string[]> {
  // A sheet to print has a title of its own, for the paper.
  const titles = await page.locator('h1:not([data-print-sheet] h1)').count()
  const outside = await sidewaysOverflow(page)
  return [
    ...(titles === 1 ? [] : [`${titles} titles`]),
    ...(outside === 0 ? [] : [`sticks out by ${outside} px`]),
    ...(await axeFindings(page)),
  ]
}

async function lookAt(part: Part, folder: string, visit: Visit): Promise<void> {
  const page = await flow.phone({ as: 'chen', ...visit })
  const found: string[] = []
  for (const [place, address] of pages[part].entries()) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await shoot(page, `${folder}/${part}-${String(place).padStart(2, '0')}`)
    for (const fault of await faults(page)) found.push(`${address}: ${fault}`)
  }
  expect(found).toEqual([])
  await page.context().close()
}

test.each(parts)('every page of “%s” is fit at 360 px in Chinese', (part) => lookAt(part, 'zh', {}))
test.each(parts)('every page of “%s” is fit in English', (part) => lookAt(part, 'en', { language: 'en' }))
test.each(parts)('every page of “%s” is fit in large print', (part) => lookAt(part, 'large', { appearance: 'large' }))
