import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { listBranchMessages } from '@ronghe/contract/branch/messages.ts'
import { listMembers } from '@ronghe/contract/branch/members.ts'
import {
  appointOffice,
  endOffice,
  issueOfficeCode,
  listMyOffices,
  listOffices,
  stepMyOffice,
  takeUpOffice,
} from '@ronghe/contract/branch/offices.ts'
import { readOrgan } from '@ronghe/contract/programme/organs.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { checkedIn, openBranch } from './testing.ts'

let town: Town
let branchId: string
beforeAll(async () => {
  town = await openTown()
  branchId = await openBranch(town)
})
afterAll(() => town.close())

test('the code comes from the street office for a branch and for no person; it works once and for thirty days', async () => {
  const body = { branchId, kind: 'floating' as const }
  for (const who of ['chen', 'heMin', 'xu'] as const)
    expect((await town.as(who).refused(issueOfficeCode, { body })).code).toBe('not-permitted')
  const first = await town.as('officerLin').call(issueOfficeCode, { body })
  const second = await town.as('officerLin').call(issueOfficeCode, { body })
  expect(second.validUntil).toBe('2026-12-23')
  // A newer slip makes the older worthless; a wrong one says no more than that.
  for (const code of [first.code, 'ABCD-EFGH', second.code.slice(0, -1)])
    expect((await town.as('zhou').refused(takeUpOffice, { body: { code, name: '周敏' } })).code).toBe('branch-code-wrong')
  expect((await town.as('zhou').refused(takeUpOffice, { body: { code: second.code, name: '' } })).code).toBe('fields')
  town.at('2026-12-24T10:00:00+08:00')
  expect((await town.as('zhou').refused(takeUpOffice, { body: { code: second.code, name: '周敏' } })).code).toBe('branch-code-wrong')
  town.at('2026-11-23T10:00:00+08:00')
  expect(await town.rows('select 1 from branch.journal_leaf where kind = $1', ['branch.office.code'])).toHaveLength(3)
})

test('a new secretary takes over with a new slip, and the one before is told', async () => {
  const { code } = await town.as('officerLin').call(issueOfficeCode, { body: { branchId, kind: 'floating' } })
  await town.as('zhou').call(takeUpOffice, { body: { code, name: '周敏' } })
  expect((await town.as('xu').call(listMyOffices)).items).toEqual([])
  expect((await town.as('xu').call(listBranchMessages)).items[0]?.text).toContain('结束')
  expect((await town.as('xu').refused(listMembers, { params: { branchId } })).code).toBe('branch-office-only')
  await openBranch(town)
  expect((await town.as('zhou').call(listMyOffices)).items).toEqual([])
})

test('the secretary asks a confirmed member to hold an office; the member may lay it down; the secretary’s own ends with the next slip only', async () => {
  const checkInId = await checkedIn(town, branchId, 'chen')
  const params = { branchId }
  const body = { checkInId, kind: 'organiser' as const }
  expect((await town.as('chen').refused(appointOffice, { params, body })).code).toBe('branch-office-only')
  const { items } = await town.as('xu').call(appointOffice, { params, body })
  expect(items).toMatchObject([
    { kind: 'secretary', mine: true, may: [] },
    { kind: 'organiser', name: '陈国强', mine: false, may: ['end'] },
  ])
  expect((await town.as('xu').refused(appointOffice, { params, body })).code).toBe('branch-not-now')
  const [held] = (await town.as('chen').call(listMyOffices)).items
  expect(held).toMatchObject({ kind: 'organiser', published: false, may: ['publish', 'layDown'] })
  expect((await town.as('chen').call(listOffices, { params })).may).toEqual([])
  expect((await town.as('chen').refused(endOffice, { params: { branchId, officeId: held!.id } })).code).toBe('branch-secretary-only')
  const [secretary] = (await town.as('xu').call(listMyOffices)).items
  expect((await town.as('xu').refused(stepMyOffice, { params: { officeId: secretary!.id }, body: { act: 'layDown' } })).code).toBe(
    'branch-last-secretary',
  )
  expect((await town.as('zhou').refused(stepMyOffice, { params: { officeId: held!.id }, body: { act: 'layDown' } })).code).toBe('no-office')
  expect((await town.as('chen').call(stepMyOffice, { params: { officeId: held!.id }, body: { act: 'layDown' } })).items).toEqual([])
  await town.as('xu').call(appointOffice, { params, body })
  const again = (await town.as('xu').call(listOffices, { params })).items.find(({ mine }) => !mine)!
  expect((await town.as('xu').call(endOffice, { params: { branchId, officeId: again.id } })).items).toHaveLength(1)
})

test('an office is public for as long as its holder agrees, and an organ page without a name is the same for nobody and for somebody', async () => {
  const page = () => town.anonymous.raw(readOrgan, { params: { organId: branchId } })
  const quiet = await page()
  expect(JSON.parse(quiet.body)).toMatchObject({ secretary: 'notPublished', publishedOffices: [] })
  const [office] = (await town.as('xu').call(listMyOffices)).items
  const params = { officeId: office!.id }
  expect((await town.as('xu').refused(stepMyOffice, { params, body: { act: 'publish', consent: '2019-01' } })).code).toBe(
    'branch-consent-old',
  )
  const consent = branchConsentTexts.publicity.version
  await town.as('xu').call(stepMyOffice, { params, body: { act: 'publish', consent } })
  expect(JSON.parse((await page()).body)).toMatchObject({ secretary: null, publishedOffices: [{ kind: 'secretary', name: '徐建平' }] })
  expect((await town.rows<{ row: string }>('select p::text as row from published_office p'))[0]?.row).not.toContain('徐建平')
  await town.as('xu').call(stepMyOffice, { params, body: { act: 'takeDown' } })
  const after = await page()
  expect([after.status, after.body, after.headers['etag']]).toEqual([quiet.status, quiet.body, quiet.headers['etag']])
  expect(await town.rows('select 1 from published_office')).toEqual([])
})
