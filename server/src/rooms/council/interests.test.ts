import * as interests from '@ronghe/contract/council/interests.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirm, invite, join } from '../people/households.ts'
import { interestIn, interestsOf, refuseInterested } from './interests.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

const organ = (key: Parameters<typeof organId>[1]) => organId(town.street.id, key)

test('a chair whose organisation bids is refused the chair of that item, with the article cited', async () => {
  const bid = [organ('provider')]
  expect(await town.deed((deed) => interestsOf(deed, town.councilId, bid))).toMatchObject([{ personId: town.idOf('liang'), why: 'post' }])
  await expect(town.deed((deed) => refuseInterested(deed, town.councilId, town.idOf('liang'), bid))).rejects.toMatchObject({
    status: 409,
    code: 'council-interest',
    details: { article: '《章程》第15条（回避）', articleAt: `/council/${town.councilId}/charter#interest` },
  })
  await town.deed((deed) => refuseInterested(deed, town.councilId, town.idOf('zhou'), bid))
  // The council itself is no party: every delegate holds a post in it.
  expect(await town.deed((deed) => interestsOf(deed, town.councilId, [town.councilId]))).toEqual([])
})

test('whoever lives with a party stands aside, and the housemate is not named', async () => {
  await town.deed(async (deed) => {
    const { code } = await invite(deed, town.idOf('zengBo'))
    await join(deed, town.idOf('fangWei'), code)
    await confirm(deed, town.idOf('zengBo'), town.idOf('fangWei'))
  })
  const found = await town.deed((deed) => interestsOf(deed, town.councilId, [organ('housing')]))
  expect(found).toMatchObject([{ personId: town.idOf('zengBo'), why: 'household', organ: { id: organ('housing') } }])
  expect(JSON.stringify(found)).not.toContain(town.idOf('fangWei'))
  expect(await town.deed((deed) => interestIn(deed, town.councilId, town.idOf('zengBo'), [town.idOf('fangWei')]))).toMatchObject({
    why: 'household',
    organ: null,
  })
})

test('a delegate’s own register counts from the day it is entered until the day it ends', async () => {
  const luo = town.as('luoWeiqiang')
  const entry = await luo.call(interests.declareInterest, { body: { kind: 'paidBy', organId: organ('collective'), party: null } })
  expect(await town.deed((deed) => interestIn(deed, town.councilId, town.idOf('luoWeiqiang'), [organ('collective')]))).toMatchObject({
    why: 'declared',
  })
  const own = await luo.call(interests.declareInterest, { body: { kind: 'landlord', organId: null, party: '三巷 5 号的房东' } })
  expect(own.party).toBe('三巷 5 号的房东')
  expect((await town.as('panHui').call(interests.readMyInterests)).declared).toEqual([])
  expect((await town.as('panHui').refused(interests.endInterest, { params: { declarationId: entry.id } })).code).toBe('no-declaration')
  await luo.call(interests.endInterest, { params: { declarationId: entry.id } })
  expect(await town.deed((deed) => interestIn(deed, town.councilId, town.idOf('luoWeiqiang'), [organ('collective')]))).toBeUndefined()
  expect((await luo.refused(interests.declareInterest, { body: { kind: 'paidBy', organId: null, party: null } })).status).toBe(422)
  expect((await town.as('chen').refused(interests.readMyInterests)).code).toBe('not-permitted')
})

test('the landlord’s name in a register is nowhere in the open', async () => {
  const rows = await town.rows("select encode(party_sealed, 'escape') as sealed from interest_declaration where party_sealed is not null")
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('房东')
})
