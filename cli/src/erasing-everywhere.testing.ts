import { randomUUID } from 'node:crypto'
import type { AnyOperation, Asked } from '@ronghe/contract/operation.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { giveConsent } from '@ronghe/contract/people/consents.ts'
import { askDataRequest } from '@ronghe/contract/people/data-requests.ts'
import { openPerson } from '@ronghe/contract/people/desk.ts'
import { chooseMessages } from '@ronghe/contract/people/messages.ts'
import { chooseGroup, correctMyData } from '@ronghe/contract/people/my-data.ts'
import { requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import { giveProxy } from '@ronghe/contract/people/proxies.ts'
import { askAttestation } from '@ronghe/contract/people/residence.ts'
import { createAccount } from '@ronghe/contract/people/sign-in.ts'
import { raiseConcern, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { bookAppointment, listSlots } from '@ronghe/contract/station/appointments.ts'
import { readCase, revealField } from '@ronghe/contract/station/cases-desk.ts'
import {
  acceptAsDepartment,
  acceptCase,
  askForMissing,
  closeCase,
  decideCase,
  noteOnCase,
  receiveDocuments,
  routeCase,
  setDepartmentNumber,
  startExternalStep,
} from '@ronghe/contract/station/cases-steps.ts'
import { fileCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { saveDraft } from '@ronghe/contract/station/forms.ts'
import { addHazardPhoto, reportHazard } from '@ronghe/contract/station/hazards.ts'
import { requestMediation, stepDisputeByCode } from '@ronghe/contract/station/mediation.ts'
import { listFollowUps, rateCase, stepFollowUp } from '@ronghe/contract/station/ratings.ts'
import { drawTicket } from '@ronghe/contract/station/tickets.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { communityId, laneId, postId } from '@ronghe/demo/load-cast.ts'
import { sampleAnswers } from '@ronghe/demo/services/sample-answers.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import { newBrowser } from '@ronghe/server/rooms/people/testing.ts'
import sharp from 'sharp'

export const canary = '金丝雀九九'
export const latin = 'canary99'
/** All numbers that occur begin with it. */
export const numbers = '1399999000'
export const phone = `${numbers}0`

/** Somebody who used everything the street offers, and wrote the canary wherever words can be written by them or about them. */
export async function busyResident(town: Town): Promise<{ personId: string; browser: ReturnType<typeof newBrowser>; idNumber: string }> {
  const browser = newBrowser(town)
  const reply = await browser.signIn(phone)
  if (reply.kind !== 'new') throw new Error(reply.kind)
  const made = await browser.call(createAccount, { body: { ticket: reply.ticket, name: `${canary}名` } })
  if (made.kind !== 'open') throw new Error(made.kind)
  const { personId } = made
  const me = { name: `${canary}名`, phone }
  await aboutOneself(town, browser, personId)

  const idNumber = String(sampleAnswers['residencePermit']!['idNumber'])
  const permit = await cases(town, browser, me)
  await rated(town, browser, permit)

  const concern = await browser.call(raiseConcern, { body: { words: `${canary}的意见`, topic: 'safety' } })
  await town.as('officerLin').call(workOnConcern, {
    params: { concernId: concern.id },
    body: { what: { act: 'screen', ownerPostId: postId(town.street.id, 'environmentOfficer') } },
  })
  await town.as('fangWei').call(workOnConcern, {
    params: { concernId: concern.id },
    body: { what: { act: 'answer', words: `给${canary}的答复` } },
  })

  const asked = await browser.call(requestMediation, {
    body: {
      topic: 'noise',
      words: `${canary}的纠纷`,
      otherName: `${canary}的邻居`,
      otherPhone: '13999990009',
      violence: false,
      crime: false,
      underEighteen: false,
    },
  })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  await town.anonymous.call(stepDisputeByCode, { body: { code: asked.invitation.code, step: 'agree', words: `我同${canary}谈` } })

  const { hazard } = await browser.call(reportHazard, {
    body: { kind: 'lamp', lane: laneId(town.street.id, 'laneThree'), words: `${canary}门口的灯` },
  })
  await upload(town, browser, addHazardPhoto, { params: { hazardId: hazard.id } })

  const { days } = await town.anonymous.call(listSlots, { query: { service: 'residencePermit', from: '2026-11-24', days: 1 } })
  await browser.call(bookAppointment, { body: { slot: days[0]!.slots[0]!.id, services: ['residencePermit'], speaks: latin } })
  await browser.call(drawTicket, { body: { services: ['libraryCard'], speaks: latin } })
  await town.drain()
  return { personId, browser, idNumber }
}

async function aboutOneself(town: Town, browser: ReturnType<typeof newBrowser>, personId: string): Promise<void> {
  const community = communityId(town.street.id, 'hebian')
  await browser.call(correctMyData, {
    body: { homeCounty: `${canary}县`, dialects: [`${canary}话`], address: `${canary}巷 7 号`, communityId: community },
  })
  await browser.call(chooseGroup, { body: { choice: 'newcomer' } })
  await browser.call(giveConsent, { params: { purpose: 'photos' }, body: { version: '2026-11' } })
  await browser.call(chooseMessages, { body: { sms: true, mail: true, address: `${latin}@example.cn` } })
  await browser.call(askDataRequest, { body: { kind: 'objection', words: `${canary}的申请` } })
  await browser.call(giveProxy, { body: { name: `${canary}亲戚`, phone: cast.xu.phone, relation: 'family', scope: 'cases' } })
  await browser.call(askAttestation, { body: { communityId: community } })
  const clerk = town.as('heMin')
  await clerk.call(openPerson, { params: { personId } })
  await clerk.call(startAssisting, { params: { personId }, body: { matter: `${canary}的事` } })
  await clerk.call(requestNumberChange, { params: { personId }, body: { phone: '13999990001', reason: 'new' } })
}

/** One case from filing to closing with everything on the way, one that lies in Honghu, one begun and not filed. @returns the closed one. */
async function cases(town: Town, browser: ReturnType<typeof newBrowser>, me: { name: string; phone: string }): Promise<string> {
  const clerk = town.as('heMin')
  const id = randomUUID()
  const answers = {
    ...sampleAnswers['residencePermit']!,
    home: { community: 'songbai', lane: 'laneThree', detail: `${canary}号` },
    applicant: me,
  }
  await browser.call(fileCase, { body: { id, service: 'residencePermit', version: 1, answers } })
  const params = { caseId: id }
  const events = async () => ({ events: (await clerk.call(readCase, { params })).events })
  await clerk.call(revealField, { params, body: { field: 'name' } } as unknown as Asked<typeof revealField>)
  await clerk.call(noteOnCase, { params, body: { words: `${canary}来过电话` } })
  await clerk.call(acceptCase, { params, body: await events() })
  await clerk.call(askForMissing, { params, body: { ...(await events()), documents: ['jobProof'], words: `请${canary}带合同` } })
  const picture = await upload(town, browser, uploadDocument, {})
  await browser.call(supplementCase, {
    params,
    body: { documents: [{ need: 'jobProof', alternative: 'labourContract', file: picture }], words: `${canary}带来了` },
  })
  const seen = ['idCard', 'addressProof', 'photo'].map((need) => ({ need, state: 'seen' as const }))
  await clerk.call(receiveDocuments, { params, body: { ...(await events()), documents: seen } })
  await clerk.call(routeCase, { params, body: { ...(await events()), words: `${canary}的件` } })
  const officer = town.as('wangJun')
  await officer.call(acceptAsDepartment, { params, body: await events() })
  await officer.call(setDepartmentNumber, { params, body: { ...(await events()), number: `${latin}-1` } })
  await officer.call(decideCase, { params, body: { ...(await events()), outcome: 'granted', reason: 'met', words: `给${canary}办好` } })
  await clerk.call(closeCase, { params, body: await events() })

  const honghu = randomUUID()
  await browser.call(fileCase, {
    body: {
      id: honghu,
      service: 'honghuReimbursement',
      version: 1,
      answers: { ...sampleAnswers['honghuReimbursement']!, applicant: me },
      consents: ['honghu-hospitals'],
    },
  })
  await clerk.call(acceptCase, { params: { caseId: honghu }, body: { events: 1 } })
  await clerk.call(startExternalStep, {
    params: { caseId: honghu },
    body: { events: 2, letter: `请为${canary}报销`, sentOn: '2026-11-23' },
  })
  await browser.call(saveDraft, {
    params: { key: 'legalAid' },
    body: {
      edit: 0,
      version: 1,
      caseId: randomUUID(),
      answers: { ...sampleAnswers['legalAid']!, facts: `${canary}的事实`, applicant: me },
    },
  })
  return id
}

async function rated(town: Town, browser: ReturnType<typeof newBrowser>, caseId: string): Promise<void> {
  await browser.call(rateCase, { params: { caseId }, body: { level: 1, words: `${canary}不满意`, call: true } })
  const lead = town.as('luoYan')
  const found = (await lead.call(listFollowUps, { query: {} })).items.find((item) => item.caseId === caseId)!
  for (const body of [
    { step: 'verify', words: `${canary}说的属实` },
    { step: 'call', words: `打给${canary}` },
    { step: 'fix', words: `给${canary}改了` },
    { step: 'callBack', words: `已经告诉${canary}` },
  ] as const)
    await lead.call(stepFollowUp, { params: { followUpId: found.id }, body })
}

/** A picture whose own text names the canary, sent as a browser sends it. @returns the id it got. */
async function upload<O extends AnyOperation>(
  town: Town,
  browser: ReturnType<typeof newBrowser>,
  operation: O,
  { params = {} }: { readonly params?: Readonly<Record<string, string>> },
): Promise<string> {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#375' } })
    .withExif({ IFD0: { Copyright: latin } })
    .jpeg()
    .toBuffer()
  const response = await town.app.fastify.inject({
    method: 'POST',
    url: operation.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
    headers: {
      host: `${town.street.slug}.test`,
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: Buffer.concat([
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${latin}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`),
      picture,
      Buffer.from('\r\n--x--\r\n'),
    ]),
  })
  if (response.statusCode !== 201) throw new Error(`${operation.id}: ${response.body}`)
  return (response.json() as { id: string }).id
}
