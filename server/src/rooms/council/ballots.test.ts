import { verifyArchive } from '@ronghe/ballot'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDue } from './ballot-closing.ts'
import { openPart, readyBallot, trusteesIn, vote, type HeldBallot } from './ballots.testing.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

const own = { kind: 'own' as const, title: '选一位副主席', answers: ['周小燕', '梁少芬', '何勇'], least: 1, most: 2, seats: 1 }
const tonight = '2026-11-23T21:00:00+08:00'
const openIt = (held: HeldBallot) => town.as('jiangWen').call(ballots.openBallot, { params: held.params, body: { closesAt: tonight } })
const archive = async (held: HeldBallot, box = 0) =>
  new Uint8Array((await town.anonymous.raw(ballots.readBoxArchive, { params: { ...held.params, boxId: held.boxes[box]!.boxId } })).bytes)

test('a secret ballot from the trustees’ keys to the published result, and an archive that anybody can check', async () => {
  const held = await readyBallot(town, own)
  const [{ boxId, slips }] = held.boxes as [HeldBallot['boxes'][number]]
  expect(slips).toHaveLength(13)
  const clerk = town.as('jiangWen')
  expect(await clerk.call(ballots.readBallot, { params: held.params })).toMatchObject({
    state: 'trusteesReady',
    may: ['open'],
    trustees: [
      { side: 'newcomers', name: '孙兰英', step: 'output' },
      { side: 'locals', step: 'output' },
      { side: 'neutral', step: 'output' },
    ],
  })
  expect(await openIt(held)).toEqual({ state: 'open' })

  const trackers = []
  for (const [index, slip] of slips.slice(0, 11).entries())
    trackers.push(await vote(town, held, 0, slip, index < 7 ? [0, 1, 0, 0] : index < 10 ? [0, 0, 1, 1] : [1, 0, 0, 0]))
  // Somebody thinks again: the last one counts, the first is still in the box.
  const again = await vote(town, held, 0, slips[0]!, [0, 0, 1, 0])
  const params = { ...held.params, boxId }
  expect(await town.anonymous.call(ballots.readBox, { params, query: { tracker: ` ${again}=` } })).toMatchObject({
    found: 'counts',
    credentials: 13,
  })
  expect(await town.anonymous.call(ballots.readBox, { params, query: { tracker: trackers[0]! } })).toMatchObject({ found: 'replaced' })
  expect(await town.anonymous.call(ballots.readBox, { params, query: { tracker: 'absent' } })).toMatchObject({ found: 'absent' })
  expect(verifyArchive(await archive(held))).toMatchObject({ ok: true, result: undefined })

  expect(await clerk.call(ballots.closeBallot, { params: held.params })).toEqual({ state: 'closed' })
  expect(await openPart(town, held, 2)).toBe('closed')
  expect(await openPart(town, held, 0)).toBe('published')
  const read = await town.anonymous.call(ballots.readBallot, { params: held.params })
  expect(read).toMatchObject({
    state: 'published',
    result: {
      outcome: 'elected',
      elected: [0],
      boxes: [{ entitled: 13, electronic: { ballots: 11, marks: [6, 4, 3], blank: 1 }, paper: null, marks: [6, 4, 3] }],
    },
    boxes: [{ ballots: 11, parts: [1, 3] }],
  })
  const verified = verifyArchive(await archive(held), { head: read.boxes[0]!.head! })
  expect(verified).toMatchObject({ ok: true, result: [[1, 6, 4, 3]], credentials: 13, parts: [1, 3] })
  expect(verified.ok && verified.counted).toHaveLength(11)
  expect(verified.ok && verified.trackers).toContain(again)
})

test('each step is for its own post, and every refusal names the article on ballots', async () => {
  const held = await readyBallot(town, { ...own, title: '再选一次' })
  const { params } = held
  const box = { ...params, boxId: held.boxes[0]!.boxId }
  expect(
    (
      await town
        .as('chen')
        .refused(ballots.setUpBallot, { params: { councilId: town.councilId }, body: { about: own, trustees: null, paperOnly: true } })
    ).status,
  ).toBe(403)
  expect((await town.as('zhou').refused(ballots.openBallot, { params, body: { closesAt: tonight } })).status).toBe(403)
  expect((await town.as('jiangWen').refused(ballots.readCredentialWork, { params })).status).toBe(403)
  expect((await town.as('jiangWen').refused(ballots.setBallotAside, { params, body: { because: '不合适' } })).status).toBe(403)
  expect(
    (await town.as('fuQiang').refused(ballots.countPapers, { params: box, body: { papers: 0, marks: [], blank: 0, invalid: 0 } })).status,
  ).toBe(403)
  expect(await town.as('zhou').refused(ballots.readCeremony, { params })).toMatchObject({
    status: 403,
    code: 'ballot-not-trustee',
    articleAt: `/council/${town.councilId}/charter#ballot`,
  })
  expect(await town.anonymous.refused(ballots.castBallot, { params: box, body: { ballot: '{}' } })).toMatchObject({
    code: 'ballot-not-open',
    article: expect.stringContaining('表决方式'),
  })
  expect(await town.as('jiangWen').refused(ballots.closeBallot, { params })).toMatchObject({ code: 'ballot-not-close' })
  await openIt(held)
  expect(await town.anonymous.refused(ballots.castBallot, { params: box, body: { ballot: '{"x":1}' } })).toMatchObject({
    code: 'ballot-unreadable',
  })
  expect(await town.as('fuQiang').refused(ballots.sendCredentials, { params: box, body: { credentials: ['4'] } })).toMatchObject({
    code: 'ballot-slips-fixed',
  })
  await vote(town, held, 0, held.boxes[0]!.slips[0]!, [0, 1, 0, 0])
  expect(await town.as('jiangWen').refused(ballots.closeBallot, { params })).toMatchObject({
    code: 'ballot-too-few-cast',
    instead: expect.stringContaining('改日再投'),
  })
  // At its moment it is set aside unopened: one ballot alone would tell whose it is.
  town.at('2026-11-23T21:01:00+08:00')
  await town.deed(closeDue)
  town.at('2026-11-23T09:00:00+08:00')
  expect(await town.anonymous.call(ballots.readBallot, { params })).toMatchObject({
    state: 'setAside',
    setAsideBecause: expect.stringContaining('太少'),
    result: null,
  })
})

test('nobody who stands aside may be a trustee, and a bench’s trustee sits on that bench', async () => {
  const set = (trustees: object) =>
    town
      .as('jiangWen')
      .refused(ballots.setUpBallot, {
        params: { councilId: town.councilId },
        body: { about: own, trustees: { ...trusteesIn(town), ...trustees }, paperOnly: false },
      })
  expect(await set({ newcomers: town.idOf('zengBo') })).toMatchObject({ code: 'fields', errors: [{ path: 'trustees.newcomers' }] })
  expect(await set({ neutralPhone: '13800009999' })).toMatchObject({ errors: [{ path: 'trustees.neutralPhone' }] })
  expect(await set({ neutralPhone: '19900000043' })).toMatchObject({ code: 'ballot-trustee-apart' })
})
