import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { belenios2048, encryptBallot, publicCredential, readElection, verifyArchive } from '@ronghe/ballot'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDue } from './ballot-closing.ts'
import { forgetRolls } from './ballots.jobs.ts'
import { openPart, readyBallot, trusteesIn, vote, type HeldBallot } from './ballots.testing.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

const own = { kind: 'own' as const, title: '选一位副主席', answers: ['周小燕', '梁少芬', '何勇'], least: 1, most: 2, seats: 1 }
/** The first is not confirmed to live here, the last is a local. */
const residents: readonly CastKey[] = ['chen', 'zhou', 'liZhiqiang', 'heYong', 'tanXiaomei', 'guoLei', 'liuFang', 'auntHuang']
const tonight = '2026-11-23T21:00:00+08:00'

const toolAbsent = spawnSync('belenios-tool', ['--version']).error !== undefined
if (toolAbsent && (process.env['CI'] || process.env['RONGHE_FULL']))
  throw new Error('belenios-tool is missing; CI installs it with apt-get install belenios-tool')
if (toolAbsent) console.log('belenios-tool is not installed: the archive is checked by our own package only; CI checks it with both.')

/** What Debian's belenios-tool says of an archive that the council's page hands out. */
function byBelenios(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'council-ballot-'))
  writeFileSync(join(folder, `${name}.bel`), bytes)
  const { stdout, stderr } = spawnSync('belenios-tool', ['election', 'verify', '--dir', folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return `${stdout}${stderr}`
}

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
  if (!toolAbsent) expect(byBelenios(verified.ok ? verified.election.id : '', await archive(held))).toContain('all checks passed')
  expect(verified.ok && verified.trackers).toContain(again)
}, 90_000)

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

test('the same ballot sent twenty times at once goes in once; two of one slip at once are two turns, and one of them counts', async () => {
  const held = await readyBallot(town, { ...own, title: '同时投' })
  await openIt(held)
  const [{ boxId, slips }] = held.boxes as [HeldBallot['boxes'][number]]
  const params = { ...held.params, boxId }
  const election = readElection((await town.anonymous.call(ballots.readBox, { params })).election!)
  const [one, other] = [0, 1].map((choice) => encryptBallot(election, slips[0]!, [[0, choice, 1 - choice, 0]], randomBytes).text)
  const sent = await Promise.all(
    Array.from({ length: 20 }, () => town.anonymous.raw(ballots.castBallot, { params, body: { ballot: one! } })),
  )
  // On a busy machine some may be asked to come again; whoever was answered has the same tracker.
  const answered = sent.filter(({ status }) => status === 201)
  expect(answered.length).toBeGreaterThan(0)
  expect(new Set(answered.map(({ body }) => body)).size).toBe(1)
  expect(sent.every(({ status }) => status === 201 || status === 503)).toBe(true)
  const fresh = [
    other!,
    encryptBallot(election, slips[1]!, [[1, 0, 0, 0]], randomBytes).text,
    encryptBallot(election, slips[1]!, [[0, 1, 0, 0]], randomBytes).text,
  ]
  await Promise.all(fresh.map((ballot) => town.anonymous.call(ballots.castBallot, { params, body: { ballot } })))
  const { trackers } = await town.anonymous.call(ballots.readBox, { params })
  expect(trackers.map(({ is }) => is).toSorted()).toEqual(['counts', 'counts', 'replaced', 'replaced'])
  expect(await town.rows('select turn from cast_ballot where box_id = $1 order by turn', [boxId])).toEqual([
    { turn: 1 },
    { turn: 1 },
    { turn: 2 },
    { turn: 2 },
  ])
})

test('nobody who stands aside may be a trustee, and a bench’s trustee sits on that bench', async () => {
  const set = (trustees: object) =>
    town.as('jiangWen').refused(ballots.setUpBallot, {
      params: { councilId: town.councilId },
      body: { about: own, trustees: { ...trusteesIn(town), ...trustees }, paperOnly: false },
    })
  expect(await set({ newcomers: town.idOf('zengBo') })).toMatchObject({ code: 'fields', errors: [{ path: 'trustees.newcomers' }] })
  expect(await set({ neutralPhone: '13800009999' })).toMatchObject({ errors: [{ path: 'trustees.neutralPhone' }] })
  expect(await set({ neutralPhone: '19900000043' })).toMatchObject({ code: 'ballot-trustee-apart' })
})

/** A motion as it stands when the floor has put it to the vote. */
async function putToVote(kind: 'person' | 'exclusion' | 'money', aboutOrgan: string | null = null): Promise<string> {
  return town.deed(async (deed) => {
    const id = deed.id()
    await deed.tx
      .insertInto('motion')
      .values({
        street_id: deed.street.id,
        id,
        council_id: town.councilId,
        state: 'putToVote',
        kind,
        origin: 'delegate',
        author_id: town.idOf('zhou'),
        bench: 'newcomers',
        title: JSON.stringify({ 'zh-CN': '请某位代表退出' }),
        reasons: JSON.stringify({ 'zh-CN': '理由' }),
        lines: ['第一行'],
        doer: JSON.stringify({}),
        about_organ: aboutOrgan,
        created_at: deed.now,
      })
      .execute()
    return id
  })
}
const stateOf = async (motionId: string) =>
  (await town.rows<{ state: string }>('select state from motion where id = $1', [motionId]))[0]!.state

test('a motion to exclude a delegate is voted on bench by bench; it fails where one bench does not agree, and that moves the motion', async () => {
  const motionId = await putToVote('exclusion')
  expect(await town.as('jiangWen').call(ballots.readBallotPlan, { params: { councilId: town.councilId } })).toMatchObject({
    motions: [{ id: motionId, byBench: true }],
  })
  const held = await readyBallot(town, { kind: 'motion', motionId })
  expect(held.boxes.map(({ slips }) => slips.length)).toEqual([6, 6])
  await openIt(held)
  for (const slip of held.boxes[0]!.slips) await vote(town, held, 0, slip, [0, 1, 0])
  for (const [index, slip] of held.boxes[1]!.slips.entries()) await vote(town, held, 1, slip, index < 3 ? [0, 1, 0] : [0, 0, 1])
  await town.as('jiangWen').call(ballots.closeBallot, { params: held.params })
  await openPart(town, held, 0)
  expect(await openPart(town, held, 1)).toBe('published')
  expect((await town.anonymous.call(ballots.readBallot, { params: held.params })).result).toMatchObject({
    outcome: 'rejected',
    boxes: [
      { bench: 'newcomers', marks: [6, 0] },
      { bench: 'locals', marks: [3, 3] },
    ],
    conditions: expect.arrayContaining([{ bench: 'locals', what: 'majority', has: 3, needs: 4, met: false }]),
  })
  expect(await stateOf(motionId)).toBe('rejected')
  // A result stands: it cannot be set aside, and the archive of each bench is whole.
  expect(await town.as('liang').refused(ballots.setBallotAside, { params: held.params, body: { because: '重来' } })).toMatchObject({
    code: 'ballot-not-setAside',
  })
  for (const index of [0, 1]) expect(verifyArchive(await archive(held, index))).toMatchObject({ ok: true, counted: { length: 6 } })
})

test('a bench of four is refused a secret bench vote before it opens, with the article and what is possible instead', async () => {
  const motionId = await putToVote('exclusion')
  const stayed = await town.rows<{ id: string; to_day: string }>(
    `update seat_term set from_day = '2026-01-01', to_day = '2026-11-22' where street_id = $1 and person_id in ($2, $3) returning id, to_day`,
    [town.street.id, town.idOf('panHui'), town.idOf('chenYaozong')],
  )
  expect(stayed).toHaveLength(2)
  const set = (about: object) =>
    town.as('jiangWen').refused(ballots.setUpBallot, {
      params: { councilId: town.councilId },
      body: { about: about as never, trustees: trusteesIn(town), paperOnly: false },
    })
  expect(await set({ kind: 'motion', motionId })).toMatchObject({
    status: 409,
    code: 'ballot-bench-too-small',
    article: expect.stringContaining('表决方式'),
    instead: expect.stringContaining('延到下次会'),
  })
  const money = await putToVote('money')
  expect(await set({ kind: 'motion', motionId: money })).toMatchObject({
    code: 'ballot-bench-too-small',
    instead: expect.stringContaining('唱名'),
  })
  await town.rows(`update seat_term set to_day = '2028-01-01' where street_id = $1 and person_id in ($2, $3)`, [
    town.street.id,
    town.idOf('panHui'),
    town.idOf('chenYaozong'),
  ])
})

test('paper beside electronic: the slip is cancelled and its ballot struck in public, papers are counted by both benches, rows stand apart', async () => {
  const held = await readyBallot(town, { ...own, title: '纸和电子一起', least: 1, most: 1 })
  const { params } = held
  const [{ boxId, slips }] = held.boxes as [HeldBallot['boxes'][number]]
  const box = { ...params, boxId }
  const authority = town.as('fuQiang')
  const election = (await town.anonymous.call(ballots.readBox, { params: box })).election!
  const shown = (slip: string) => publicCredential(slip, readElection(election).id, belenios2048).toString()
  const roll = (await authority.call(ballots.readCredentialWork, { params })).delegates
  // Four who want paper are too few: all would know how they voted.
  for (const { personId } of roll.slice(0, 4)) await authority.call(ballots.handSlip, { params, body: { personId, paper: true } })
  expect(await town.as('jiangWen').refused(ballots.openBallot, { params, body: { closesAt: tonight } })).toMatchObject({
    code: 'ballot-channel-too-small',
    instead: expect.stringContaining('人多的'),
  })
  await authority.call(ballots.handSlip, { params, body: { personId: roll[4]!.personId, paper: true } })
  expect(await authority.refused(ballots.handSlip, { params, body: { personId: roll[4]!.personId } })).toMatchObject({
    code: 'ballot-slip-handed',
  })
  await openIt(held)
  const struck = await vote(town, held, 0, slips[0]!, [0, 1, 0, 0])
  expect(await authority.call(ballots.cancelCredential, { params: box, body: { credential: shown(slips[0]!) } })).toEqual({
    struck: [struck],
    cancelled: 1,
  })
  for (const slip of slips.slice(1, 5)) await authority.call(ballots.cancelCredential, { params: box, body: { credential: shown(slip) } })
  expect(await town.anonymous.call(ballots.readBox, { params: box, query: { tracker: struck } })).toMatchObject({ found: 'struck' })
  await expect(vote(town, held, 0, slips[0]!, [0, 1, 0, 0])).rejects.toThrow('ballot-slip-cancelled')
  for (const slip of slips.slice(5, 11)) await vote(town, held, 0, slip, [0, 0, 1, 0])
  await town.as('jiangWen').call(ballots.closeBallot, { params })
  await openPart(town, held, 0)
  expect(await openPart(town, held, 1)).toBe('tallied')

  const papers = (marks: number[], blank = 0) => ({ papers: 5, marks, blank, invalid: 0 })
  expect(await town.as('liang').refused(ballots.countPapers, { params: box, body: papers([3, 1, 1]) })).toMatchObject({
    code: 'ballot-count-benches',
  })
  expect(await town.as('zhou').call(ballots.countPapers, { params: box, body: papers([3, 1, 1]) })).toEqual({
    state: 'tallied',
    fault: null,
  })
  // The second is not told what the first found.
  expect((await town.as('uncleHuang').call(ballots.readBallot, { params })).boxes[0]).toMatchObject({
    papersCounted: ['newcomers'],
    paperCounts: [],
  })
  expect(await town.as('uncleHuang').call(ballots.countPapers, { params: box, body: papers([2, 2, 1]) })).toEqual({
    state: 'tallied',
    fault: 'counts-differ',
  })
  expect((await town.anonymous.call(ballots.readBallot, { params })).boxes[0]).toMatchObject({
    paperFault: 'counts-differ',
    paperCounts: [
      { bench: 'newcomers', marks: [3, 1, 1] },
      { bench: 'locals', marks: [2, 2, 1] },
    ],
  })
  expect(await town.as('uncleHuang').call(ballots.countPapers, { params: box, body: papers([3, 1, 1]) })).toEqual({
    state: 'published',
    fault: null,
  })
  expect((await town.anonymous.call(ballots.readBallot, { params })).result!.boxes[0]).toMatchObject({
    electronic: { ballots: 6, marks: [0, 6, 0] },
    paper: { papers: 5, marks: [3, 1, 1] },
    marks: [3, 7, 1],
  })
  const verified = verifyArchive(await archive(held))
  expect(verified).toMatchObject({ ok: true, result: [[0, 0, 6, 0]] })
  expect(verified.ok && verified.trackers).not.toContain(struck)
})

test('an election by residents: living here is confirmed, the other bench’s voters are not let in, a code finds nobody by name', async () => {
  const callId = await town.deed(async (deed) => {
    const id = deed.id()
    await deed.tx
      .insertInto('seat_call')
      .values({
        street_id: deed.street.id,
        id,
        council_id: town.councilId,
        bench: 'newcomers',
        way: 'election',
        rule: 'scottish',
        seats: 1,
        state: 'voting',
        opened_at: deed.now,
        candidates_until: '2026-11-20',
      })
      .execute()
    for (const who of ['chen', 'liuFang'] as const)
      await deed.tx
        .insertInto('seat_candidate')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          call_id: id,
          person_id: town.idOf(who),
          proposed_by: 'self',
          state: 'standing',
          created_at: deed.now,
        })
        .execute()
    return id
  })
  await town.deed(async (deed) => {
    for (const who of [...residents.slice(1), 'qiuYun'] as const)
      await deed.tx
        .insertInto('residence_level')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          person_id: town.idOf(who),
          level: 'confirmed',
          community_id: communityId(deed.street.id, 'rongshu'),
          on_day: '2026-01-05',
          valid_until: '2028-01-05',
        })
        .execute()
  })
  const set = (paperOnly: boolean) => ({
    params: { councilId: town.councilId },
    body: { about: { kind: 'seats' as const, callId, slips: 40 }, trustees: paperOnly ? null : trusteesIn(town), paperOnly },
  })
  // Electronic ballots open to sums, which show no ranking.
  expect(await town.as('jiangWen').refused(ballots.setUpBallot, set(false))).toMatchObject({
    code: 'ballot-order-on-paper',
    article: expect.stringContaining('席位'),
  })
  const { ballotId } = await town.as('jiangWen').call(ballots.setUpBallot, set(true))
  const params = { councilId: town.councilId, ballotId }
  const ask = (who: CastKey) => town.as(who).raw(ballots.askForSlip, { params, body: { paper: true } })
  const answers = new Map<string, { status: number; body: string }>()
  for (const who of residents) answers.set(who, await ask(who))
  const codes = [...answers.values()].filter(({ status }) => status === 201).map(({ body }) => (JSON.parse(body) as { code: string }).code)
  expect(codes.length).toBeGreaterThanOrEqual(5)
  for (const [who, { status, body }] of answers)
    if (status !== 201)
      expect([who, (JSON.parse(body) as { code: string }).code]).toEqual([
        who,
        expect.stringMatching(/^(level-needed|ballot-other-bench)$/),
      ])
  // Whoever keeps their group to themselves chooses a side for this one vote, and no profile changes by it.
  expect(await town.as('qiuYun').refused(ballots.askForSlip, { params, body: { paper: true } })).toMatchObject({
    errors: [{ path: 'bench' }],
  })
  expect(await town.as('qiuYun').refused(ballots.askForSlip, { params, body: { paper: true, bench: 'locals' } })).toMatchObject({
    code: 'ballot-other-bench',
  })
  await town.as('qiuYun').call(ballots.askForSlip, { params, body: { paper: true, bench: 'newcomers' } })
  expect(await town.rows('select choice from group_choice where person_id = $1', [town.idOf('qiuYun')])).toEqual([{ choice: 'unstated' }])
  const authority = town.as('fuQiang')
  expect((await authority.call(ballots.readCredentialWork, { params })).delegates).toEqual([])
  expect(await authority.refused(ballots.handSlip, { params, body: { personId: town.idOf('chen') } })).toMatchObject({
    errors: [{ path: 'code' }],
  })
  await town.as('jiangWen').call(ballots.openBallot, { params, body: { closesAt: tonight } })
  for (const code of codes) await authority.call(ballots.handSlip, { params, body: { code: code.toLowerCase().replaceAll('-', ' ') } })
  await town.as('jiangWen').call(ballots.closeBallot, { params })
  const [{ id: boxId }] = (await town.anonymous.call(ballots.readBallot, { params })).boxes as unknown as [{ id: string }]
  const preferences = codes.map((_, index) => (index === 0 ? '1>2' : '2>1')).join('\n')
  const counted = { papers: codes.length, marks: [], blank: 0, invalid: 0, preferences }
  await town.as('liZhiqiang').call(ballots.countPapers, { params: { ...params, boxId }, body: counted })
  expect(
    await town.as('luoWeiqiang').call(ballots.countPapers, {
      params: { ...params, boxId },
      body: { ...counted, preferences: preferences.split('\n').toReversed().join('\n') },
    }),
  ).toEqual({ state: 'published', fault: null })
  expect((await town.anonymous.call(ballots.readBallot, { params })).result).toMatchObject({ outcome: 'elected', elected: [1] })
  // The result fills the seats of the call.
  expect(await town.rows('select state from seat_call where id = $1', [callId])).toEqual([{ state: 'filled' }])
})

test('three months after a vote nobody can read any more who could take part in it; the result stays', async () => {
  const before = await town.rows<{ ballot_id: string }>('select distinct ballot_id from ballot_voter')
  expect(before.length).toBeGreaterThan(3)
  town.at('2027-03-01T09:00:00+08:00')
  await town.deed(forgetRolls)
  const running = await town.rows(
    `select 1 from ballot_voter v join secret_ballot b on b.id = v.ballot_id where b.state in ('published', 'setAside')`,
  )
  expect(running).toEqual([])
  expect(await town.rows(`select 1 from secret_ballot where state = 'published' and result is null`)).toEqual([])
})
