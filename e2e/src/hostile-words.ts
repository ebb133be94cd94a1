import { randomUUID } from 'node:crypto'
import { confirmMember, inviteToHousehold, joinHousehold } from '@ronghe/contract/people/households.ts'
import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import { askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { correctMyData } from '@ronghe/contract/people/my-data.ts'
import { addAgreement, addMatter } from '@ronghe/contract/programme/agreements.ts'
import { addLeave } from '@ronghe/contract/programme/appointments.ts'
import { actOnMyConcern, raiseConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { publishNotice } from '@ronghe/contract/programme/notices.ts'
import { editOrgan } from '@ronghe/contract/programme/organs.ts'
import { writeTexts } from '@ronghe/contract/programme/settings.ts'
import { leaveShiftNote, listShiftNotePlaces } from '@ronghe/contract/programme/shift-notes.ts'
import { requestSupport } from '@ronghe/contract/programme/support.ts'
import { uploadReportTemplate } from '@ronghe/contract/station/cases-excel.ts'
import { addClosure } from '@ronghe/contract/station/counter-plan.ts'
import {
  acceptCase,
  askForMissing,
  closeCase,
  decideCase,
  handOverCase,
  noteOnCase,
  routeCase,
  acceptAsDepartment,
  setDepartmentNumber,
  receiveDocuments,
} from '@ronghe/contract/station/cases-steps.ts'
import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { fileCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { reportHazard, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation, stepDisputeByCode } from '@ronghe/contract/station/mediation.ts'
import { rateCase } from '@ronghe/contract/station/ratings.ts'
import { publishService, saveServiceDraft, startService } from '@ronghe/contract/station/services-editing.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { laneId, organId, postId } from '@ronghe/demo/load-cast.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import { writeSheet } from '@ronghe/server/platform/standards/excel.ts'

/** What runs, should a page ever take words for markup: `hit` is watched by the browser. Short enough for the shortest field. */
const payloads: readonly string[] = [
  '<script>hit(1)</script>',
  '<img src=x onerror=hit(2)>',
  '<svg onload=hit(3)>',
  '"><img src=x onerror=hit(4)>',
  "'><svg/onload=hit(5)>",
  'javascript:hit(6)',
  '" onmouseover="hit(7)" x="',
  "' autofocus onfocus=hit(8) '",
  '</textarea><svg onload=hit(9)>',
  '</title><svg onload=hit(10)>',
  '</script><script>hit(11)</script>',
  '<iframe srcdoc="<script>parent.hit(12)</script>">',
  '<a href="javascript:hit(13)">x</a>',
  '<details open ontoggle=hit(14)>',
  '<video><source onerror=hit(15)>',
  '<body onpageshow=hit(16)>',
  '<math><mtext></form><svg onload=hit(17)>',
  '{{constructor.constructor("hit(18)")()}}',
  '${hit(19)}',
  '<%= hit(20) %>',
  '<style>@import"javascript:hit(21)"</style>',
  '<meta http-equiv=refresh content="0;javascript:hit(22)">',
  '<object data="javascript:hit(23)">',
  '\u003cimg src=x onerror=hit(24)\u003e',
  '＜img src=x onerror=hit(25)＞',
  '<img src=x onerror=\u2028hit(26)>',
  '\u202e<svg onload=hit(27)>\u202c',
  '<x contenteditable onblur=hit(28) tabindex=0>',
  '&lt;img src=x onerror=hit(29)&gt;',
  '[x](javascript:hit(30))',
  'data:text/html,<script>hit(31)</script>',
]

export interface Planted {
  readonly caseId: string
  readonly closedCaseId: string
  readonly concernId: string
  readonly hazardId: string
  readonly disputeId: string
  readonly agreementId: string
  readonly code: string
}

/** Writes a payload into every text somebody else will read, each time the next one. */
export async function plant(town: Town): Promise<Planted> {
  let turn = 0
  const next = (most = 200): string => {
    for (;;) {
      const payload = payloads[turn++ % payloads.length]!
      if (payload.length <= most) return payload
    }
  }
  const text = () => ({ 'zh-CN': next(), en: next() })
  const { street } = town
  await hostileService(town, next)
  await hostileTemplate(town, next)
  for (const who of ['chen', 'auntHuang', 'liuFang', 'heMin', 'officerLin', 'zhou'] as const)
    await town.as(who).call(correctMyData, { body: { name: next(40), homeCounty: next(40), dialects: [next(20)], address: next() } })
  await town.as('chen').call(giveProxy, { body: { name: next(40), phone: cast.xu.phone, relation: 'family', scope: 'cases' } })
  const { code: joining } = await town.as('chen').call(inviteToHousehold)
  await town.as('auntHuang').call(joinHousehold, { body: { code: joining } })
  await town.as('chen').call(confirmMember, { params: { personId: town.idOf('auntHuang') } })
  const [station] = (await town.as('luoYan').call(listShiftNotePlaces)).items
  await town.as('luoYan').call(leaveShiftNote, { body: { organId: station!.id, words: next() } })
  await town.as('chen').call(askDataRequest, { body: { kind: 'objection', words: next() } })
  await town.as('chen').call(drawTicket, { body: { services: ['residencePermit'], speaks: next(20) } })

  const closedCaseId = await decidedCase(town, next)
  await town.as('chen').call(rateCase, { params: { caseId: closedCaseId }, body: { level: 1, words: next(), call: true } })
  const caseId = await openCase(town, next)

  const concern = await town.as('chen').call(raiseConcern, { body: { words: next(), topic: 'safety' } })
  const params = { concernId: concern.id }
  const owner = postId(street.id, 'environmentOfficer')
  await town.as('officerLin').call(workOnConcern, { params, body: { what: { act: 'screen', ownerPostId: owner } } })
  await town.as('fangWei').call(workOnConcern, { params, body: { what: { act: 'answer', words: next() } } })
  await town.as('fangWei').call(workOnConcern, { params, body: { what: { act: 'publish', asked: next(), done: next() } } })
  const second = await town.as('chen').call(raiseConcern, { body: { words: next(), topic: 'safety' } })
  await town
    .as('officerLin')
    .call(workOnConcern, { params: { concernId: second.id }, body: { what: { act: 'screen', ownerPostId: owner } } })
  await town.as('fangWei').call(workOnConcern, { params: { concernId: second.id }, body: { what: { act: 'answer', words: next() } } })
  await town.as('chen').call(actOnMyConcern, { params: { concernId: second.id }, body: { what: { act: 'reopen', words: next() } } })

  const { hazard } = await town
    .as('chen')
    .call(reportHazard, { body: { kind: 'lamp', lane: laneId(street.id, 'laneThree'), words: next() } })
  await town.as('heMin').call(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'check', words: next() } })
  await town.as('heMin').call(stepHazard, { params: { hazardId: hazard.id }, body: { step: 'send' } })

  const asked = await town.as('chen').call(requestMediation, {
    body: { topic: 'noise', words: next(), otherName: next(40), violence: false, crime: false, underEighteen: false },
  })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const { code } = asked.invitation
  await town.anonymous.call(stepDisputeByCode, { body: { code, step: 'agree', words: next() } })

  const words = { name: text(), summary: text(), approval: next(), place: next(), contact: next() }
  await town.as('officerLin').call(editOrgan, { params: { organId: organId(street.id, 'provider') }, body: words })
  await town.as('officerLin').call(publishNotice, {
    body: { organId: organId(street.id, 'streetOffice'), title: text(), body: text(), audience: 'everyone' },
  })
  const agreement = await town.as('officerLin').call(addAgreement, {
    body: {
      title: text(),
      counterpart: text(),
      subject: 'health',
      terms: { summary: text(), places: [{ name: text(), address: text(), phone: '020-1' }] },
      today: { guide: text(), steps: [text()], source: text(), checkedOn: '2026-11-01' },
      instead: text(),
      ownerPostId: postId(street.id, 'streetOfficer'),
    },
  })
  const agreementId = agreement.id
  await town.as('officerLin').call(addMatter, {
    params: { agreementId },
    body: { what: next(), ownerPostId: postId(street.id, 'streetOfficer'), dueOn: '2026-12-31' },
  })
  const [appointment] = await town.rows<{ id: string }>('select id from appointment where post_id = $1', [postId(street.id, 'windowOne')])
  await town.as('officerLin').call(addLeave, {
    params: { appointmentId: appointment!.id },
    body: { fromDay: '2026-12-01', toDay: '2026-12-02', standInPostId: postId(street.id, 'windowTwo'), note: next() },
  })
  await town
    .as('wuXia')
    .call(requestSupport, { body: { organId: organId(street.id, 'provider'), kind: 'place', what: next(), cents: null } })
  await town.as('officerLin').call(writeTexts, {
    params: { key: 'texts' },
    body: {
      value: {
        controllerName: { 'zh-CN': next(), en: next() },
        controllerContact: { 'zh-CN': next(), en: next() },
        icpNumber: next(60),
        policeNumber: next(60),
        clerkPhone: next(30),
        clerkHours: { 'zh-CN': next(), en: next() },
      },
    },
  })
  await town.as('luoYan').call(addClosure, { body: { from: '2027-01-04', to: '2027-01-04', reason: text() } })
  return { caseId, closedCaseId, concernId: concern.id, hazardId: hazard.id, disputeId: asked.dispute.id, agreementId, code }
}

type Next = (most?: number) => string

/** A service whose every text is a payload, published: what residents choose from and fill in. */
async function hostileService(town: Town, next: Next): Promise<void> {
  const editor = town.as('luoYan')
  const params = { key: hostileKey }
  const { definition, edit } = await editor.call(startService, {
    body: { key: hostileKey, name: { 'zh-CN': next(40), en: next(40) }, copyOf: 'leaseFiling' },
  })
  const spoiled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spoiled)
    if (value === null || typeof value !== 'object') return value
    return 'zh-CN' in value && typeof value['zh-CN'] === 'string'
      ? { 'zh-CN': next(40), en: next(40) }
      : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoiled(one)]))
  }
  const saved = await editor.call(saveServiceDraft, { params, body: { edit, definition: spoiled(definition) as Record<string, unknown> } })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  await editor.call(publishService, { params, body: { edit: saved.draft.edit, note: next() } })
}
export const hostileKey = 'hostile'

/** The office's own sheet, with a payload for its name. */
async function hostileTemplate(town: Town, next: Next): Promise<void> {
  const { status, body } = await town.as('luoYan').raw(uploadReportTemplate, {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="name"\r\n\r\n${next(60)}\r\n`),
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'),
      await hostileSheet(['收件'], ['{{提交}}']),
      Buffer.from('\r\n--x--\r\n'),
    ]),
  })
  if (status !== 201) throw new Error(body)
}

export const hostileSheet = (columns: readonly string[], ...rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeSheet(
    columns.map((title, place) => ({ title, value: (row: readonly string[]) => row[place] ?? null })),
    rows,
  )

/** On its way: noted, asked for, supplemented, waived, handed over. */
async function openCase(town: Town, next: Next): Promise<string> {
  const id = randomUUID()
  const params = { caseId: id }
  const answers = {
    ...sampleAnswers['civilRelief']!,
    words: next(),
    home: { community: 'songbai', detail: next(60) },
    applicant: { name: next(40), phone: cast.chen.phone },
  }
  await town.as('chen').call(fileCase, { body: { id, service: 'civilRelief', version: 1, answers } })
  const events = async () => ({ events: (await town.as('heMin').call(readCase, { params })).events })
  await town.as('heMin').call(acceptCase, { params, body: await events() })
  await town.as('heMin').call(noteOnCase, { params, body: { words: next() } })
  await town.as('heMin').call(askForMissing, { params, body: { ...(await events()), fields: ['words'], words: next() } })
  await town.as('chen').call(supplementCase, { params, body: { words: next() } })
  await town
    .as('heMin')
    .call(handOverCase, { params, body: { ...(await events()), toPost: postId(town.street.id, 'windowOne'), words: next() } })
  return id
}

/** Decided by the police and closed, with the department's own number and words. */
async function decidedCase(town: Town, next: Next): Promise<string> {
  const id = randomUUID()
  const params = { caseId: id }
  const [clerk, officer] = [town.as('heMin'), town.as('wangJun')]
  const answers = {
    ...sampleAnswers['residencePermit']!,
    home: { community: 'songbai', lane: 'laneThree', detail: next(60) },
    applicant: { name: next(40), phone: cast.chen.phone },
  }
  await town.as('chen').call(fileCase, { body: { id, service: 'residencePermit', version: 1, answers } })
  const events = async () => ({ events: (await clerk.call(readCase, { params })).events })
  await clerk.call(acceptCase, { params, body: await events() })
  const seen = ['idCard', 'addressProof', 'photo', 'jobProof'].map((need) => ({ need, state: 'seen' as const }))
  await clerk.call(receiveDocuments, { params, body: { ...(await events()), documents: seen } })
  await clerk.call(routeCase, { params, body: { ...(await events()), words: next() } })
  await officer.call(acceptAsDepartment, { params, body: await events() })
  await officer.call(setDepartmentNumber, { params, body: { ...(await events()), number: next(60) } })
  await officer.call(decideCase, { params, body: { ...(await events()), outcome: 'granted', reason: 'met', words: next() } })
  await clerk.call(closeCase, { params, body: await events() })
  return id
}
