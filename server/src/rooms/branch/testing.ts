import { declareCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { answerCheckIn, listMembers } from '@ronghe/contract/branch/members.ts'
import { issueOfficeCode, takeUpOffice } from '@ronghe/contract/branch/offices.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import type { Town } from '../../platform/database/testing.ts'

/** The newcomers' branch with Xu as its secretary, as every test of the room begins. */
export async function openBranch(town: Town): Promise<string> {
  const branchId = organId(town.street.id, 'branch')
  const { code } = await town.as('officerLin').call(issueOfficeCode, { body: { branchId, kind: 'floating' } })
  await town.as('xu').call(takeUpOffice, { body: { code, name: cast.xu.name } })
  return branchId
}

export const declaring = (branchId: string, name: string) => ({
  branchId,
  name,
  homeBranch: '洪湖市新堤街道第三支部',
  contact: '微信同名',
  consent: branchConsentTexts.checkIn.version,
})

/** Somebody of the cast who declared and was confirmed. */
export async function checkedIn(town: Town, branchId: string, who: CastKey, name: string = cast[who].name): Promise<string> {
  const { id } = await town.as(who).call(declareCheckIn, { body: declaring(branchId, name) })
  await town.as('xu').call(answerCheckIn, { params: { branchId, checkInId: id }, body: { act: 'confirm' } })
  return id
}

export const membersOf = async (town: Town, branchId: string) => (await town.as('xu').call(listMembers, { params: { branchId } })).items
