import { main } from '../../../../packages/sortition/src/bin.ts'
import * as draws from '@ronghe/contract/council/draws.ts'
import * as mine from '@ronghe/contract/council/my-seat.ts'
import { readCouncil } from '@ronghe/contract/council/council.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { loadPool, type PoolMember } from '@ronghe/demo/council-pool.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose } from '../people/group.ts'
import { keepLevel } from '../people/residence.ts'
import { agreeTo } from '../people/consenting.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { delegatesInOffice } from './delegates.ts'
import { answerOffer } from './seat-offers.ts'
import { endTerm } from './seats.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let of: { councilId: string }
let pool: PoolMember[]
let drawId: string
beforeAll(async () => {
  town = await openCouncil()
  of = { councilId: town.councilId }
  pool = await town.deed((deed) => loadPool(deed, 'test', { newcomer: 40, local: 30 }))
  // Xu, a newcomer, and Aunt Huang, a local, are in the pool as well.
  for (const who of ['xu', 'auntHuang'] as const)
    await town.deed(async (deed) => {
      await agreeTo(deed, town.idOf(who), 'drawPool', consentTexts.drawPool.version)
      await keepLevel(deed, {
        personId: town.idOf(who),
        level: 'confirmed',
        communityId: communityId(town.street.id, 'rongshu'),
        confirmerPost: null,
      })
    })
  // Two seats of each bench fall free.
  await town.deed(async (deed) => {
    const delegates = await delegatesInOffice(deed, town.councilId)
    for (const bench of ['newcomers', 'locals'])
      for (const { termId } of delegates.filter((one) => one.bench === bench).slice(0, 2)) await endTerm(deed, termId, 'resigned')
  })
  town.at('2026-11-24T09:00:00+08:00')
})
afterAll(() => town.close())

const read = () => town.anonymous.call(draws.readDraw, { params: { drawId } })
const file = async (name: 'respondents.csv' | 'categories.csv' | 'lottery.json') =>
  (await town.anonymous.raw(draws.readDrawFile, { params: { drawId, name } })).body

/** The command as a stranger runs it, on files in memory. */
async function command(args: readonly string[], files: Record<string, string>) {
  const said: string[] = []
  const code = await main(args, {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    read: (name) => files[name]!,
    write: (name, text) => void (files[name] = text),
    now: () => 0,
    newSeed: () => 'never',
  })
  expect(code, said.join('\n')).toBe(0)
  return said
}

test('only this council’s clerk opens a pool, for seats the charter has', async () => {
  const body = { seats: { newcomers: 2, locals: 2 }, byCommunity: true, byAge: true, closesOn: '2026-12-01' }
  expect((await town.as('chen').refused(draws.openDraw, { params: of, body })).code).toBe('not-permitted')
  const clerk = town.as('jiangWen')
  expect((await clerk.refused(draws.openDraw, { params: of, body: { ...body, seats: { newcomers: 7, locals: 2 } } })).status).toBe(422)
  expect((await clerk.refused(draws.openDraw, { params: of, body: { ...body, closesOn: '2026-11-24' } })).status).toBe(422)
  drawId = (await clerk.call(draws.openDraw, { params: of, body })).id
  expect(await clerk.refused(draws.openDraw, { params: of, body })).toMatchObject({
    code: 'council-draw-running',
    articleAt: `/council/${town.councilId}/charter#seats`,
  })
  expect((await clerk.refused(draws.closeDraw, { params: { drawId } })).code).toBe('council-draw-still-open')
})

test('whoever is in the pool sees that, and what is missing otherwise; nobody sees anybody else', async () => {
  const xu = (await town.as('xu').call(draws.listMyDraws)).items[0]!
  expect(xu).toMatchObject({ missing: [], bench: 'newcomers', group: 'newcomer' })
  expect((await town.as('chen').call(draws.listMyDraws)).items[0]!.missing).toEqual(['consent', 'confirmed'])
  expect((await town.as('smith').call(draws.listMyDraws)).items[0]!.missing).toContain('group')
  const chosen = await town.as('smith').call(draws.chooseForDraw, {
    params: { drawId },
    body: { bench: 'locals', ageBand: '35-59', staysOut: false, consentVersion: consentTexts.drawPool.version },
  })
  expect(chosen).toMatchObject({ bench: 'locals', missing: ['confirmed'] })
  // A newcomer cannot be a local for a day.
  const asked = await town
    .as('xu')
    .call(draws.chooseForDraw, { params: { drawId }, body: { bench: 'locals', ageBand: null, staysOut: false, consentVersion: null } })
  expect(asked.bench).toBe('newcomers')
  expect((await read()).pool).toBeNull()
})

test('a local who switches to the newcomers after a draw opened changes nothing', async () => {
  town.at('2026-11-25T09:00:00+08:00')
  await town.deed((deed) => choose(deed, town.idOf('auntHuang'), 'newcomer'))
  expect((await town.as('auntHuang').call(draws.listMyDraws)).items[0]).toMatchObject({ group: 'local', bench: 'locals' })
  town.at('2026-12-01T09:00:00+08:00')
  await town.as('jiangWen').call(draws.closeDraw, { params: { drawId } })
  const rows = await town.rows('select bench from draw_row where person_id = $1', [town.idOf('auntHuang')])
  expect(rows).toEqual([{ bench: 'locals' }])
})

test('the pool is published without names, nobody alone in it, and the lottery is committed to before anybody throws', async () => {
  await town.drain()
  const draw = await read()
  expect(draw).toMatchObject({ state: 'ready', panels: 1000 })
  expect(draw.commitment).toMatch(/^[0-9a-f]{64}$/)
  const respondents = await file('respondents.csv')
  const lines = respondents.trimEnd().split('\n')
  expect(lines).toHaveLength(1 + 72)
  // Nobody in the pool gave an age.
  expect(draw.leftOut).toEqual(['age'])
  for (const { name, id } of pool) expect(respondents.includes(name) || respondents.includes(id)).toBe(false)
  const counts = new Map<string, number>()
  for (const line of lines.slice(1)) counts.set(line, (counts.get(line) ?? 0) + 1)
  expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5)
  expect(draw.quotas.filter(({ category }) => category === 'group')).toEqual([
    { category: 'group', feature: 'local', min: 4, max: 4 },
    { category: 'group', feature: 'newcomer', min: 4, max: 4 },
  ])
})

test('a seed called in the room draws the panel that the command draws from the published files', async () => {
  expect((await town.as('zhou').refused(draws.throwDraw, { params: { drawId }, body: { by: 'dice', number: 7 } })).code).toBe(
    'not-permitted',
  )
  const files: Record<string, string> = { 'r.csv': await file('respondents.csv'), 'c.csv': await file('categories.csv') }
  const drawn = await town.as('jiangWen').call(draws.throwDraw, { params: { drawId }, body: { by: 'seed', seed: '7 14 21 30 35' } })
  const rows = drawn.drawn!.rows.map(({ row }) => row).toSorted((one, other) => one - other)
  const said = await command(
    ['draw', '--respondents', 'r.csv', '--categories', 'c.csv', '--seats', '8', '--seed', '7 14 21 30 35', '--out', 'out', '--json'],
    files,
  )
  expect(JSON.parse(said[0]!)).toMatchObject({ commitment: drawn.commitment, number: drawn.drawn!.number, rows })
  // The published lottery holds against the published pool and the commitment of before.
  files['l.json'] = await file('lottery.json')
  await command(
    ['check', '--lottery', 'l.json', '--respondents', 'r.csv', '--categories', 'c.csv', '--commitment', drawn.commitment!],
    files,
  )
  expect(
    JSON.parse((await command(['pick', '--lottery', 'l.json', '--number', String(drawn.drawn!.number), '--json'], files))[0]!).rows,
  ).toEqual(rows)
  expect(drawn.drawn!.rows.filter(({ role }) => role === 'seat')).toHaveLength(4)
  expect(drawn.drawn!.rows.filter(({ bench }) => bench === 'newcomers')).toHaveLength(4)
  // Whoever was not drawn is not kept.
  expect(await town.rows('select 1 from draw_row union all select 1 from draw_choice')).toEqual([])
  expect((await town.as('jiangWen').refused(draws.throwDraw, { params: { drawId }, body: { by: 'dice', number: 7 } })).code).toBe(
    'council-draw-not-now',
  )
})

test('yes takes the seat with its post, no calls the next substitute, and no name is left behind', async () => {
  const offered = await town.rows<{ id: string; person_id: string; bench: string }>(
    `select id, person_id, bench from seat_offer where state = 'offered' order by bench, place`,
  )
  expect(offered).toHaveLength(4)
  const answer = (offer: (typeof offered)[number], accepts: boolean) =>
    town.deed((deed) =>
      answerOffer(deed, offer.person_id, offer.id, { accepts, consentVersion: accepts ? consentTexts.seatPublicity.version : null }),
    )
  await answer(offered[0]!, false)
  expect(await town.rows('select state, person_id from seat_offer where id = $1', [offered[0]!.id])).toEqual([
    { state: 'declined', person_id: null },
  ])
  for (const offer of offered.slice(1)) await answer(offer, true)
  const next = await town.rows<{ id: string; person_id: string; bench: string }>(
    `select id, person_id, bench from seat_offer where state = 'offered'`,
  )
  expect(next).toMatchObject([{ bench: offered[0]!.bench }])
  await expect(answer(offered[1]!, true)).rejects.toMatchObject({ code: 'council-offer-closed' })
  await answer(next[0]!, true)
  const page = await town.anonymous.call(readCouncil, { params: of })
  expect(page.seats.filter(({ delegate }) => delegate)).toHaveLength(13)
  expect(page.seats.filter(({ delegate }) => delegate?.way === 'substitute')).toHaveLength(1)
  expect(page.substitutes).toEqual({ newcomers: offered[0]!.bench === 'newcomers' ? 1 : 2, locals: offered[0]!.bench === 'locals' ? 1 : 2 })
  expect(page.parity).toMatchObject({ newcomers: 6, locals: 6, holds: true })
  await town.drain(['council.seats'])
  expect((await read()).state).toBe('finished')
  expect((await read()).drawn!.rows.filter(({ answer: said }) => said === 'accepted')).toHaveLength(4)
})

test('an assisted or anonymous visitor reads the draw and takes no seat', async () => {
  expect((await town.anonymous.refused(mine.readMySeat)).code).toBe('sign-in-first')
  expect(await town.as('chen').call(mine.readMySeat)).toMatchObject({ seats: [], offers: [] })
})
