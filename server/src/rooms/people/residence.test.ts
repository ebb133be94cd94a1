import { askAttestation, attest, confirmResidence, listRechecks, readResidence, recheck } from '@ronghe/contract/people/residence.ts'
import { registerPerson } from '@ronghe/contract/people/desk.ts'
import { communityId, postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { requireResidence, residenceLevel } from './residence.ts'

const town: Town = await openTown()
afterAll(() => town.close())
beforeEach(() => town.at(new Date(town.now().getTime() + 60_000)))
const songbai = communityId(town.street.id, 'songbai')
const hebian = communityId(town.street.id, 'hebian')
const levelOf = async (who: 'chen' | 'zhou' | 'liuFang') => (await town.deed((deed) => residenceLevel(deed, town.idOf(who)))).level
const confirm = (who: Parameters<Town['idOf']>[0], by: 'heMin' | 'liTing' = 'heMin') =>
  town.as(by).call(confirmResidence, { params: { personId: town.idOf(who) }, body: { communityId: songbai, seen: true } })

test('everybody starts with a phone; what needs more says so', async () => {
  expect(await town.as('chen').call(readResidence)).toMatchObject({ level: 'phone', may: ['people.residence.ask'] })
  await expect(town.deed((deed) => requireResidence(deed, town.idOf('chen'), 'attested'))).rejects.toMatchObject({ code: 'level-needed' })
})

test('the desk confirms on any paper and keeps level, community, day and post only', async () => {
  const reply = await confirm('zhou')
  expect(reply).toMatchObject({ validUntil: '2028-11-22', leftToday: 19 })
  const [row] = await town.rows('select level, confirmer_post, on_day, second_confirmer from residence_level where person_id = $1', [
    town.idOf('zhou'),
  ])
  expect(row).toMatchObject({ level: 'confirmed', confirmer_post: postId(town.street.id, 'windowTwo'), second_confirmer: null })
  expect(
    (
      await town
        .as('heMin')
        .refused(confirmResidence, { params: { personId: town.idOf('heMin') }, body: { communityId: songbai, seen: true } })
    ).code,
  ).toBe('confirm-yourself')
  expect(
    (
      await town
        .as('chen')
        .refused(confirmResidence, { params: { personId: town.idOf('zhou') }, body: { communityId: songbai, seen: true } })
    ).code,
  ).toBe('not-permitted')
})

test('the lane head and a confirmed neighbour vouch; neither alone is enough', async () => {
  const { code } = await town.as('chen').call(askAttestation, { body: { communityId: songbai } })
  expect((await town.as('chen').refused(attest, { body: { code } })).code).toBe('attest-yourself')
  expect((await town.as('liuFang').refused(attest, { body: { code } })).code).toBe('attest-not-confirmed')
  expect(await town.as('liuJianjun').call(attest, { body: { code } })).toEqual({ as: 'laneHead', complete: false })
  expect((await town.as('liuJianjun').refused(attest, { body: { code } })).code).toBe('attest-given')
  expect(await levelOf('chen')).toBe('phone')
  expect(await town.as('zhou').call(attest, { body: { code } })).toEqual({ as: 'neighbour', complete: true })
  expect(await town.as('chen').call(readResidence)).toMatchObject({ level: 'attested', community: { id: songbai } })
  // Who the neighbour was is not kept.
  const [row] = await town.rows<{ text: string }>('select r::text as text from residence_level r where person_id = $1', [town.idOf('chen')])
  expect(row?.text).not.toContain(town.idOf('zhou'))
  expect(await town.rows('select id from attestation')).toEqual([])
})

test('a lane head vouches in the own community only, and an old code is dead', async () => {
  const { code } = await town.as('liuFang').call(askAttestation, { body: { communityId: hebian } })
  expect((await town.as('liuJianjun').refused(attest, { body: { code } })).code).toBe('attest-other-lane')
  const start = town.now()
  town.at(new Date(start.getTime() + 15 * 86_400_000))
  expect((await town.as('zhou').refused(attest, { body: { code } })).code).toBe('attestation-code-dead')
  town.at(start)
})

test('a level ends after 24 months', async () => {
  const start = town.now()
  town.at('2028-11-22T10:00:00+08:00')
  expect(await levelOf('zhou')).toBe('confirmed')
  town.at('2028-11-23T10:00:00+08:00')
  expect(await levelOf('zhou')).toBe('phone')
  town.at(start)
})

test('one post confirms twenty a day, also when the last ones come at once', async () => {
  const clerk = town.as('liTing')
  const ids: string[] = []
  for (let n = 0; n < 22; n++) ids.push((await clerk.call(registerPerson, { body: { name: `住户${n}` } })).id)
  const results = await Promise.all(
    ids.map((personId) => clerk.raw(confirmResidence, { params: { personId }, body: { communityId: songbai, seen: true } })),
  )
  expect(results.map(({ status }) => status).filter((status) => status === 201).length).toBe(20)
  expect(results.filter(({ body }) => body.includes('confirm-too-many')).length).toBe(2)
})

test('a lane head vouches for twenty a day as well, whoever speaks last', async () => {
  const lane = postId(town.street.id, 'laneHeadThree')
  await town.rows(
    `insert into residence_level (street_id, id, person_id, level, community_id, confirmer_post, on_day, valid_until)
     select $1, gen_random_uuid(), $2, 'attested', $3, $4, '2026-11-23', '2028-11-22' from generate_series(1, 20)`,
    [town.street.id, town.idOf('smith'), songbai, lane],
  )
  const { code } = await town.as('liuFang').call(askAttestation, { body: { communityId: songbai } })
  await town.as('liuJianjun').call(attest, { body: { code } })
  await confirm('zhou')
  expect((await town.as('zhou').refused(attest, { body: { code } })).code).toBe('confirm-too-many')
  expect(await levelOf('liuFang')).toBe('phone')
  town.at(new Date(town.now().getTime() + 86_400_000))
  expect(await town.as('zhou').call(attest, { body: { code } })).toEqual({ as: 'neighbour', complete: true })
})

test('what is drawn for a second look is looked at by somebody else, and may end', async () => {
  await town.rows('update residence_level set recheck = (person_id = $1)', [town.idOf('zhou')])
  expect((await town.as('heMin').call(listRechecks)).items).toEqual([])
  const { items } = await town.as('liTing').call(listRechecks)
  expect(items).toMatchObject([{ personId: town.idOf('zhou'), name: '周**' }])
  const levelId = items[0]!.id
  expect((await town.as('heMin').refused(recheck, { params: { levelId }, body: { stands: true } })).code).toBe('recheck-own')
  expect((await town.as('zhou').refused(listRechecks)).code).toBe('not-permitted')
  await town.as('liTing').call(recheck, { params: { levelId }, body: { stands: false } })
  expect(await levelOf('zhou')).toBe('phone')
  expect((await town.as('liTing').refused(recheck, { params: { levelId }, body: { stands: true } })).code).toBe('no-recheck')
})
