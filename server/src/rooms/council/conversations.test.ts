import {
  castVote,
  findAlike,
  listConversations,
  listMyStatements,
  readCard,
  readConversation,
  readMyVotes,
  readResult,
  takeVoteBack,
  withdrawMyStatement,
  editMyStatement,
  writeStatement,
} from '@ronghe/contract/council/conversations.ts'
import {
  addSeeds,
  closeConversation,
  createConversation,
  decideStatement,
  enterCards,
  exportStatements,
  exportVotes,
  importStatements,
  listBursts,
  listPrints,
  listStatements,
  markBurst,
  openConversation,
  printCards,
} from '@ronghe/contract/council/conversation-desk.ts'
import { exportMyData } from '@ronghe/contract/people/my-data.ts'
import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { laneId } from '@ronghe/demo/load-cast.ts'
import { castMany, type ManyVoter } from '@ronghe/demo/many-opinions.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetPerson } from '../people/erasing.ts'
import { keepers } from '../../app.ts'
import { pseudonymOf } from '../../platform/privacy/round-keys.ts'
import { commonGroundOf } from './common-ground.ts'
import { aConversation, lampWords, newId, solve, vote } from './conversations.testing.ts'
import { VoteRate } from './vote-bursts.ts'
import { bitsFor, usualBits } from './voting-work.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

const addressOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name]!)

/** So many voters of a group; each statement with the number of those who agree, the others disagree. */
const crowd = (name: string, bench: ManyVoter['bench'], people: number, agree: Readonly<Record<string, number>>): ManyVoter[] =>
  Array.from({ length: people }, (_, place) => ({
    name: `${name} ${place}`,
    bench,
    votes: Object.fromEntries(Object.entries(agree).map(([id, count]) => [id, place < count ? 1 : -1])) as ManyVoter['votes'],
  }))
const publish = () => town.drain(['council.conversations-publish'])

describe('voting one card at a time', () => {
  test('a resident agrees, disagrees, passes, changes their mind and takes one back', async () => {
    const { at, ids } = await aConversation(town)
    const first = await town.as('chen').call(readCard, { params: at })
    expect(first).toMatchObject({ voted: 0, of: 4 })
    expect(ids).toContain(first.statement!.id)
    const next = await vote(town, 'chen', at, ids[0]!, 'agree')
    expect(next.voted).toBe(1)
    expect(next.statement!.id).not.toBe(ids[0])
    await vote(town, 'chen', at, ids[1]!, 'disagree')
    await vote(town, 'chen', at, ids[0]!, 'pass')
    await vote(town, 'chen', at, ids[2]!, 'agree')
    const back = await town.as('chen').call(takeVoteBack, { params: { ...at, statementId: ids[2]! } })
    expect(back.voted).toBe(2)
    const mine = await town.as('chen').call(readMyVotes, { params: at })
    expect(mine.votes.map(({ id, stance }) => [id, stance]).toSorted()).toEqual(
      [
        [ids[0], 'pass'],
        [ids[1], 'disagree'],
      ].toSorted(),
    )
    for (const id of [ids[2]!, ids[3]!]) await vote(town, 'chen', at, id, 'agree')
    expect((await town.as('chen').call(readCard, { params: at })).statement).toBeNull()
  })

  test('the card stays the same until the next vote', async () => {
    const { at } = await aConversation(town)
    const cards = await Promise.all(Array.from({ length: 5 }, () => town.as('heYong').call(readCard, { params: at })))
    expect(new Set(cards.map(({ statement }) => statement!.id)).size).toBe(1)
  })

  test('a thousand votes by one person at once are one', async () => {
    const { at, ids } = await aConversation(town)
    const statementId = ids[0]!
    const { ticket } = await town.as('zhou').call(readCard, { params: at })
    const body = { stance: 'agree' as const, ticket: ticket.text, nonce: solve(ticket, statementId) }
    const headers = { host: 's-street.test', cookie: await town.as('zhou').cookie(), 'content-type': 'application/json' }
    const url = addressOf(castVote.path, { ...at, statementId })
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => town.app.fastify.inject({ method: 'PUT', url, headers, payload: JSON.stringify(body) })),
    )
    // Those told to come back in a moment lost nothing.
    expect(answers.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 503)).toEqual([])
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(0)
    const counted = await town.rows<{ votes: number; voters: number }>(
      `select count(*)::int as votes, (select count(*)::int from stance.voter where round_id = $1) as voters from stance.opinion where round_id = $1`,
      [at.conversationId],
    )
    expect(counted).toEqual([{ votes: 1, voters: 1 }])
  }, 60_000)

  test('without the work, with somebody else’s ticket or an old one, nothing is taken; nobody votes for somebody else', async () => {
    const { at, ids } = await aConversation(town)
    const statementId = ids[0]!
    const { ticket } = await town.as('zhou').call(readCard, { params: at })
    const nonce = solve(ticket, statementId)
    const params = { ...at, statementId }
    const wrong = [...Array(2000).keys()]
      .map(String)
      .find((one) => one !== nonce && solveCost(ticket.text, statementId, one) < ticket.bits)!
    const body = { stance: 'agree' as const, ticket: ticket.text, nonce }
    expect((await town.as('zhou').refused(castVote, { params, body: { ...body, nonce: wrong } })).code).toBe('voting-work-missing')
    expect((await town.as('heYong').refused(castVote, { params, body })).code).toBe('voting-ticket-old')
    expect((await town.as('zhou').refused(castVote, { params, body: { ...body, ticket: `0${ticket.text.slice(2)}` } })).code).toBe(
      'voting-ticket-old',
    )
    expect((await town.anonymous.refused(castVote, { params, body })).status).toBe(401)
    const now = town.now()
    town.at(new Date(now.getTime() + 31 * 60_000))
    expect((await town.as('zhou').refused(castVote, { params, body })).code).toBe('voting-ticket-old')
    town.at(now)
  })

  test('a statement of another conversation, one that waits, and one of nowhere are refused alike', async () => {
    const { at } = await aConversation(town)
    const other = await aConversation(town)
    const waiting = newId()
    await town.as('chen').call(writeStatement, { params: at, body: { id: waiting, words: '井盖要换。' } })
    const { ticket } = await town.as('zhou').call(readCard, { params: at })
    for (const statementId of [other.ids[0]!, waiting, newId()])
      expect(
        await town.as('zhou').refused(castVote, {
          params: { ...at, statementId },
          body: { stance: 'agree', ticket: ticket.text, nonce: solve(ticket, statementId) },
        }),
      ).toMatchObject({ code: 'no-statement' })
  })

  test('a closed conversation takes no vote and says which article ends it', async () => {
    const { at, ids } = await aConversation(town)
    const { ticket } = await town.as('zhou').call(readCard, { params: at })
    await town.as('jiangWen').call(closeConversation, { params: at })
    const problem = await town.as('zhou').refused(castVote, {
      params: { ...at, statementId: ids[0]! },
      body: { stance: 'agree', ticket: ticket.text, nonce: solve(ticket, ids[0]!) },
    })
    expect(problem).toMatchObject({ code: 'conversation-closed', articleAt: `/council/${town.councilId}/charter#commonGround` })
    expect(problem.article).toMatch(/第\d+条/)
  })

  test('the journal keeps that somebody voted on a day, not who, and no log has the stance', async () => {
    const { at, ids } = await aConversation(town)
    await vote(town, 'chen', at, ids[0]!, 'disagree')
    const leaves = await town.rows<{ id: string; at: Date; commitments: Record<string, string> }>(
      `select id, at, commitments from journal_leaf where kind = 'council.opinion.cast' and commitments->>'conversation' = $1`,
      [`plain:${at.conversationId}`],
    )
    expect(leaves).toHaveLength(1)
    expect(leaves[0]!.commitments).toEqual({ conversation: `plain:${at.conversationId}` })
    expect(leaves[0]!.at.toISOString()).toMatch(/T00:00:00.000Z$/)
    expect(await town.rows('select 1 from journal_entry where leaf_id = $1', [leaves[0]!.id])).toEqual([])
    expect(town.logged.filter((line) => /disagree/.test(line))).toEqual([])
  })
})

const solveCost = (ticket: string, statementId: string, nonce: string): number =>
  solve({ text: ticket, bits: usualBits }, statementId) === nonce ? usualBits : 0

describe('whose votes they are', () => {
  test('a local who says newcomer after the conversation opened still counts as local', async () => {
    const { at, ids } = await aConversation(town)
    await vote(town, 'uncleHuang', at, ids[0]!, 'agree')
    await town.deed((deed) =>
      deed.tx
        .insertInto('group_choice')
        .values({
          street_id: town.street.id,
          id: deed.id(),
          person_id: town.idOf('uncleHuang'),
          choice: 'newcomer',
          at: new Date(deed.now.getTime() + 1),
        })
        .execute(),
    )
    await town.deed((deed) =>
      deed.tx
        .insertInto('group_choice')
        .values({
          street_id: town.street.id,
          id: deed.id(),
          person_id: town.idOf('zengBo'),
          choice: 'newcomer',
          at: new Date(deed.now.getTime() + 1),
        })
        .execute(),
    )
    const now = town.now()
    town.at(new Date(now.getTime() + 3_600_000))
    for (const who of ['uncleHuang', 'zengBo'] as const) await vote(town, who, at, ids[1]!, 'agree')
    town.at(now)
    expect(
      await town.rows(`select bench, count(*)::int as voters from stance.voter where round_id = $1 group by bench`, [at.conversationId]),
    ).toEqual([{ bench: 'local', voters: 2 }])
  })

  test('whoever closes the account takes the votes along, while there is a key to find them', async () => {
    const { at, ids } = await aConversation(town)
    for (const who of ['chen', 'zhou'] as const) await vote(town, who, at, ids[0]!, 'agree')
    const exported = await town.as('zhou').call(exportMyData)
    expect(JSON.stringify(exported.rooms)).toContain(ids[0])
    await town.deed((deed) => forgetPerson(deed, town.idOf('zhou'), keepers))
    const [{ voters } = { voters: 0 }] = await town.rows<{ voters: number }>(
      'select count(*)::int as voters from stance.voter where round_id = $1',
      [at.conversationId],
    )
    expect(voters).toBe(1)
    const kept = await town.deed(async (deed) => pseudonymOf(deed, at.conversationId, town.idOf('chen')))
    expect(await town.rows('select voter from stance.opinion where round_id = $1', [at.conversationId])).toEqual([{ voter: kept }])
  })

  test('no page for staff says how somebody stands: a clerk, a moderator and the street lead get the same result as everybody', async () => {
    const { at, ids } = await aConversation(town)
    await vote(town, 'heYong', at, ids[0]!, 'disagree')
    const open = await town.anonymous.call(readResult, { params: at })
    for (const who of ['jiangWen', 'wuXia', 'officerLin'] as const) {
      expect(await town.as(who).call(readResult, { params: at })).toEqual(open)
      expect((await town.as(who).call(readMyVotes, { params: at })).votes).toEqual([])
    }
    expect(JSON.stringify(open)).not.toContain(town.idOf('heYong'))
  })
})

const mine = async (who: CastKey, id: string) => (await town.as(who).call(listMyStatements)).items.find((one) => one.id === id)

describe('what is said', () => {
  test('a statement waits for the moderators, is published without its author, and the author hears of it', async () => {
    const { at } = await aConversation(town)
    const id = newId()
    const body = { id, words: '巷口要装一个垃圾桶。', translation: 'Put a bin at the end of the lane.' }
    await town.as('chen').call(writeStatement, { params: at, body })
    expect(await town.as('chen').call(writeStatement, { params: at, body })).toEqual({ id })
    expect((await town.as('heYong').refused(writeStatement, { params: at, body })).code).toBe('statement-sent-already')
    expect(await mine('chen', id)).toMatchObject({ id, state: 'waiting', may: ['edit', 'withdraw'], dueOn: '2026-11-25' })
    const waiting = await town.as('wuXia').call(listStatements, { params: at })
    expect(waiting.items.map(({ words }) => words)).toEqual([body.words])
    expect(JSON.stringify(waiting)).not.toContain(town.idOf('chen'))
    await town.as('wuXia').call(decideStatement, { params: { ...at, statementId: id }, body: { what: 'admit' } })
    expect(await mine('chen', id)).toMatchObject({
      state: 'admitted',
      number: 5,
      words: body.words,
      translation: body.translation,
      may: [],
    })
    expect((await town.as('chen').refused(editMyStatement, { params: { statementId: id }, body: { words: '别的话' } })).code).toBe(
      'statement-decided',
    )
    expect((await town.as('heYong').call(readCard, { params: at })).of).toBe(5)
    const [row] = await town.rows<{ words_sealed: Buffer | null; words: string }>(
      'select words, words_sealed from statement where id = $1',
      [id],
    )
    expect(row).toEqual({ words: body.words, words_sealed: null })
    expect(
      await town.rows(`select 1 from message where person_id = $1 and template = 'statement-decided'`, [town.idOf('chen')]),
    ).toHaveLength(1)
  })

  test('one that is not published is told why, on the conversation’s page without its words', async () => {
    const { at } = await aConversation(town)
    const id = newId()
    await town.as('chen').call(writeStatement, { params: at, body: { id, words: '302房的王某天天吵，电话13800138000。' } })
    const [waiting] = (await town.as('jiangWen').call(listStatements, { params: at })).items
    expect(waiting!.traces).toEqual(['phone', 'door'])
    await town.as('jiangWen').call(decideStatement, {
      params: { ...at, statementId: id },
      body: { what: 'return', reason: 'aboutAPerson', words: '请说事，不说人。' },
    })
    const page = await town.anonymous.call(readConversation, { params: at })
    expect(page.returned).toEqual([{ onDay: '2026-11-23', reason: 'aboutAPerson', words: '请说事，不说人。' }])
    expect(JSON.stringify(page)).not.toContain('王某')
    expect((await town.as('jiangWen').refused(decideStatement, { params: { ...at, statementId: id }, body: { what: 'admit' } })).code).toBe(
      'statement-decided',
    )
  })

  test('one that says the same is suggested to the author and joined by the moderator', async () => {
    const { at, ids } = await aConversation(town)
    const words = '巷口的路灯先修好。'
    const found = await town.as('chen').call(findAlike, { params: at, body: { words } })
    expect(found.alike.map((one) => one.words)).toEqual([lampWords[0]])
    const id = newId()
    await town.as('chen').call(writeStatement, { params: at, body: { id, words } })
    await town.as('wuXia').call(decideStatement, { params: { ...at, statementId: id }, body: { what: 'duplicate', sameAs: ids[0]! } })
    expect(await mine('chen', id)).toMatchObject({ state: 'duplicate', sameAs: { id: ids[0] } })
  })

  test('an author may change or take back what waits, nobody else may; the sixth waiting one is refused with the article', async () => {
    const { at } = await aConversation(town)
    const written = Array.from({ length: 5 }, newId)
    for (const [place, id] of written.entries())
      await town.as('tanXiaomei').call(writeStatement, { params: at, body: { id, words: `第${place}句话说的是另一件事。` } })
    const params = { statementId: written[0]! }
    expect((await town.as('tanXiaomei').refused(writeStatement, { params: at, body: { id: newId(), words: '再来一句。' } })).code).toBe(
      'statements-waiting',
    )
    expect((await town.as('chen').refused(editMyStatement, { params, body: { words: '改' } })).code).toBe('no-statement')
    await town.as('tanXiaomei').call(editMyStatement, { params, body: { words: '改过的话。' } })
    await town.as('tanXiaomei').call(withdrawMyStatement, { params: { statementId: written[1]! } })
    expect((await town.as('jiangWen').call(listStatements, { params: at })).items.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['改过的话。']),
    )
  })

  test('what is public is taken down with a reason, shown and counted no more; only moderators may', async () => {
    const { at, ids } = await aConversation(town)
    const params = { ...at, statementId: ids[2]! }
    const body = { what: 'takeDown' as const, reason: 'aboutAPerson' as const, words: '指的是一户人家。' }
    expect((await town.as('chen').refused(decideStatement, { params, body })).code).toBe('not-permitted')
    await town.as('wuXia').call(decideStatement, { params, body })
    expect((await town.as('chen').call(readCard, { params: at })).of).toBe(3)
    expect(await town.rows('select words from statement where id = $1', [ids[2]])).toEqual([{ words: null }])
    const taken = await town.as('wuXia').call(listStatements, { params: at, query: { state: 'returned' } })
    expect(taken.items).toMatchObject([{ words: lampWords[2], reason: 'aboutAPerson', may: [] }])
  })

  test('too long, empty or with a control sign is pointed at', async () => {
    const { at } = await aConversation(town)
    for (const words of ['', ' ', '长'.repeat(141), '一\0二'])
      expect((await town.as('chen').refused(writeStatement, { params: at, body: { id: newId(), words } })).status).toBe(422)
  })
})

describe('the clerk and a conversation', () => {
  test('prepared in private, opened with three statements or more, changed no more, closed by the clock', async () => {
    const { at, id } = await aConversation(town, { open: false, closesOn: '2026-11-30' })
    expect((await town.as('chen').refused(readConversation, { params: at })).code).toBe('no-conversation')
    const listed = async (who: CastKey) =>
      (await town.as(who).call(listConversations, { params: { councilId: town.councilId } })).items.map((one) => one.id)
    expect(await listed('jiangWen')).toContain(id)
    expect(await listed('chen')).not.toContain(id)
    await town.as('jiangWen').call(openConversation, { params: at })
    expect(await listed('chen')).toContain(id)
    expect((await town.as('jiangWen').refused(addSeeds, { params: at, body: { seeds: [{ words: '后来的话。' }] } })).code).toBe(
      'conversation-opened-already',
    )
    const now = town.now()
    town.at('2026-12-01T00:10:00+08:00')
    await town.drain(['council.conversations-close'])
    expect((await town.anonymous.call(readConversation, { params: at })).state).toBe('closed')
    town.at(now)
  })

  test('only this council’s clerk prepares, opens and closes', async () => {
    const { at } = await aConversation(town)
    const body = { topic: 'safety', title: { 'zh-CN': '题目' }, about: { 'zh-CN': '说明' }, closesOn: null }
    expect((await town.as('chen').refused(createConversation, { params: { councilId: town.councilId }, body })).code).toBe('not-permitted')
    expect((await town.as('wuXia').refused(closeConversation, { params: at })).code).toBe('not-permitted')
    const { conversationId } = at
    const elsewhere = town.as('jiangWen', { street: town.otherStreet })
    expect(
      (await elsewhere.refused(closeConversation, { params: { councilId: town.councilId, conversationId } })).status,
    ).toBeGreaterThanOrEqual(403)
    expect(
      (
        await town
          .as('jiangWen')
          .refused(createConversation, { params: { councilId: town.councilId }, body: { ...body, closesOn: '2026-11-23' } })
      ).status,
    ).toBe(422)
    const empty = await town.as('jiangWen').call(createConversation, { params: { councilId: town.councilId }, body })
    expect(
      await town.as('jiangWen').refused(openConversation, { params: { councilId: town.councilId, conversationId: empty.id } }),
    ).toMatchObject({ code: 'conversation-needs-statements', articleAt: expect.stringContaining('#commonGround') })
  })
})

describe('the result', () => {
  test('both groups side by side once five have come, a few more change nothing, five more do', async () => {
    const { at, ids } = await aConversation(town)
    const [lamp, quiet, away] = ids as [string, string, string, string]
    await publish()
    expect(await town.anonymous.call(readResult, { params: at })).toMatchObject({ step: null, statements: [] })
    await town.deed((deed) =>
      castMany(deed, at.conversationId, [
        ...crowd('n', 'newcomer', 25, { [lamp]: 20, [quiet]: 20, [away]: 6 }),
        ...crowd('l', 'local', 30, { [lamp]: 25, [quiet]: 15, [away]: 20 }),
      ]),
    )
    await publish()
    const result = await town.anonymous.call(readResult, { params: at })
    expect(result.step).toMatchObject({ number: 1 })
    expect(result.people).toEqual({ atLeast: 55, newcomer: 25, local: 30, unstated: null })
    const shown = result.statements.find(({ id }) => id === lamp)!
    expect(shown.verdict).toEqual({ newcomer: 'met', local: 'met' })
    expect(shown.groups!.newcomer).toMatchObject({ agree: 20, seen: 25 })
    expect(shown.groups!.newcomer.low).toBeLessThan(0.8)
    expect(result.common).toEqual([lamp])
    expect(result.divisive[0]).toMatchObject({ statementId: away, more: 'local' })
    await town.deed((deed) => castMany(deed, at.conversationId, crowd('late', 'local', 4, { [lamp]: 4 })))
    await publish()
    expect(await town.anonymous.call(readResult, { params: at })).toEqual(result)
    await town.deed((deed) => castMany(deed, at.conversationId, crowd('later', 'local', 1, { [lamp]: 1 })))
    await publish()
    const second = await town.anonymous.call(readResult, { params: at })
    expect(second.step!.number).toBe(2)
    expect(second.statements.find(({ id }) => id === lamp)!.groups!.local).toMatchObject({ agree: 30, seen: 35 })
    const line = (await town.anonymous.call(listConversations, { params: { councilId: town.councilId } })).items.find(
      ({ id }) => id === at.conversationId,
    )
    expect(line!.people).toBe(60)
  })

  test('the page says when fewer than half are known to live here', async () => {
    const { at, ids } = await aConversation(town)
    await town.deed((deed) =>
      castMany(deed, at.conversationId, [
        ...crowd('known', 'newcomer', 10, { [ids[0]!]: 5 }),
        ...crowd('unknown', 'local', 11, { [ids[0]!]: 5 }).map((voter) => ({ ...voter, attested: false })),
      ]),
    )
    await publish()
    expect((await town.anonymous.call(readResult, { params: at })).underHalfAttested).toBe(true)
    expect((await town.anonymous.call(readConversation, { params: at })).underHalfAttested).toBe(true)
  })

  test('common ground by the charter: both groups, enough voters, and in a single lane the visits too', async () => {
    const { standard } = charterVariants
    const { at, ids } = await aConversation(town)
    const [lamp, quiet, away] = ids as [string, string, string, string]
    await town.deed((deed) =>
      castMany(deed, at.conversationId, [
        ...crowd('n', 'newcomer', 25, { [lamp]: 20, [away]: 20 }),
        ...crowd('l', 'local', 19, { [lamp]: 19, [quiet]: 10, [away]: 5 }),
      ]),
    )
    await publish()
    const ground = (of: readonly string[]) => town.deed((deed) => commonGroundOf(deed, at.conversationId, of, standard.parameters))
    expect(await ground([lamp])).toMatchObject({ met: false, statements: [{ verdict: { newcomer: 'met', local: 'tooFew' } }] })
    await town.deed((deed) => castMany(deed, at.conversationId, crowd('more', 'local', 5, { [lamp]: 5, [away]: 0 })))
    expect((await ground([lamp])).met).toBe(false)
    await publish()
    expect(await ground([lamp])).toMatchObject({ met: true, singleLane: false, visits: { needed: 0 } })
    expect((await ground([lamp, away])).met).toBe(false)
    expect((await ground([])).met).toBe(false)
    await expect(ground([newId()])).rejects.toThrow('no-statement')

    const lane = laneId(town.street.id, 'laneThree')
    const single = await aConversation(town, { laneId: lane })
    await town.deed((deed) =>
      castMany(deed, single.id, [
        ...crowd('n', 'newcomer', 6, { [single.ids[0]!]: 6 }),
        ...crowd('l', 'local', 6, { [single.ids[0]!]: 6 }),
      ]),
    )
    await publish()
    const inLane = () => town.deed((deed) => commonGroundOf(deed, single.id, [single.ids[0]!], standard.parameters))
    const before = await inLane()
    expect(before).toMatchObject({ met: false, singleLane: true, visits: { needed: 3 } })
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22'])
      await town.deed((deed) =>
        deed.tx
          .insertInto('visit')
          .values({
            street_id: town.street.id,
            id: deed.id(),
            council_id: town.councilId,
            lane_id: lane,
            on_day: day,
            part: 'evening',
            edit: 1,
            created_at: deed.now,
            saved_at: deed.now,
          })
          .execute(),
      )
    expect(await inLane()).toMatchObject({ met: true, visits: { recorded: before.visits.recorded + 3 } })
  })

  test('a conversation drawn in a thread of its own says what one drawn here says', async () => {
    const { at, ids } = await aConversation(town)
    const many = Array.from({ length: 5200 }, (_, place): ManyVoter => ({
      name: `many ${place}`,
      bench: place % 3 === 0 ? 'local' : 'newcomer',
      votes: Object.fromEntries(ids.map((id, at_) => [id, ((place * (at_ + 3)) % 5) - 2 > 0 ? 1 : -1])) as ManyVoter['votes'],
    }))
    await town.deed((deed) => castMany(deed, at.conversationId, many.slice(0, 2600)))
    await town.deed((deed) => castMany(deed, at.conversationId, many.slice(2600)))
    await publish()
    const result = await town.anonymous.call(readResult, { params: at })
    expect(result.people.atLeast).toBe(5200)
    expect(result.statements.every(({ groups }) => groups !== null)).toBe(true)
    expect(result.density.length).toBeGreaterThan(0)
  }, 60_000)
})

describe('paper and files', () => {
  test('cards have numbers of their own, count like the phone, and once', async () => {
    const { at, ids } = await aConversation(town)
    const printed = await town.as('jiangWen').call(printCards, { params: at, body: { cards: 3, statementIds: ids.slice(0, 2) } })
    expect(printed.codes).toHaveLength(3)
    expect(printed.codes[0]).toMatch(/^1-001-[0-9A-Z]{4}$/)
    const card = (code: string) => ({ code, group: 'newcomer' as const, stances: ['agree' as const, null] })
    const cards = [card(printed.codes[0]!.toLowerCase().replaceAll('-', ' ')), { ...card(printed.codes[1]!), group: 'unstated' as const }]
    expect(await town.as('jiangWen').call(enterCards, { params: at, body: { cards } })).toEqual({ cards: 2, votes: 2 })
    const again = await town
      .as('jiangWen')
      .refused(enterCards, { params: at, body: { cards: [card(printed.codes[2]!), card(printed.codes[0]!)] } })
    expect(again.errors).toMatchObject([{ path: 'cards.1.code', code: 'card-entered-already' }])
    const strange = await town.as('jiangWen').refused(enterCards, {
      params: at,
      body: { cards: [card('1-003-AAAA'), card('9-001-AAAA'), { ...card(printed.codes[2]!), stances: [] }] },
    })
    expect(strange.errors!.map(({ code }) => code)).toEqual(['card-unknown', 'card-unknown', 'card-empty'])
    expect(
      await town.rows(
        `select paper, attested, bench, count(*)::int as voters from stance.voter where round_id = $1 group by 1, 2, 3 order by 3`,
        [at.conversationId],
      ),
    ).toEqual([
      { paper: true, attested: false, bench: 'newcomer', voters: 1 },
      { paper: true, attested: false, bench: null, voters: 1 },
    ])
    expect((await town.as('jiangWen').call(listPrints, { params: at })).items).toMatchObject([{ number: 1, cards: 3 }])
    expect((await town.as('chen').refused(enterCards, { params: at, body: { cards } })).code).toBe('not-permitted')
  })

  test('what is exported after the close is what Polis reads, without authors or groups, voters numbered anew', async () => {
    const { at, ids } = await aConversation(town)
    await town.deed((deed) => castMany(deed, at.conversationId, crowd('e', 'local', 12, { [ids[0]!]: 6, [ids[1]!]: 1 })))
    const early = await town.as('jiangWen').refused(exportVotes, { params: at })
    expect(early).toMatchObject({ code: 'conversation-still-open', articleAt: expect.stringContaining('#commonGround') })
    await town.as('jiangWen').call(closeConversation, { params: at })
    const votes = (await town.as('jiangWen').raw(exportVotes, { params: at })).body.trim().split('\n')
    expect(votes[0]).toBe('timestamp,datetime,comment-id,voter-id,vote')
    expect(votes).toHaveLength(13)
    const comments = (await town.as('jiangWen').raw(exportStatements, { params: at })).body
    expect(comments).toContain(lampWords[0])
    expect(comments).not.toContain(lampWords[1])
    expect((await town.as('wuXia').refused(exportVotes, { params: at })).code).toBe('not-permitted')

    const next = await aConversation(town, { open: false })
    expect(await town.as('jiangWen').call(importStatements, { params: next.at, body: { comments } })).toEqual({
      taken: 3,
      tooLong: 0,
      rejected: 0,
    })
    expect((await town.as('jiangWen').refused(importStatements, { params: next.at, body: { comments: '不是文件' } })).status).toBe(422)
  })
})

describe('many votes at once', () => {
  test('a burst makes the work dearer at once and is a number for the moderators', async () => {
    const rate = new VoteRate()
    const start = new Date('2026-11-23T01:00:00Z')
    for (let vote = 0; vote < 240; vote++) rate.note(start)
    expect(rate.stepsUp(start)).toBe(3)
    expect(bitsFor(rate.stepsUp(start))).toBe(usualBits + 3)
    expect(bitsFor(99)).toBeLessThanOrEqual(14)
    expect(rate.settle(new Date(start.getTime() + 60_000))).toEqual({ beganAt: start, votes: 240 })
    expect(rate.stepsUp(new Date(start.getTime() + 60_000))).toBe(0)
    expect(rate.settle(new Date(start.getTime() + 120_000))).toBeUndefined()
  })

  test('moderators see how many and when, and mark that they looked', async () => {
    const { at } = await aConversation(town)
    await town.deed((deed) =>
      deed.tx
        .insertInto('vote_burst')
        .values({ street_id: town.street.id, id: deed.id(), conversation_id: at.conversationId, began_at: deed.now, votes: 240 })
        .execute(),
    )
    const { items } = await town.as('wuXia').call(listBursts, { params: at })
    expect(items).toMatchObject([{ votes: 240, lookedAt: null }])
    await town.as('wuXia').call(markBurst, { params: { ...at, burstId: items[0]!.id } })
    expect((await town.as('wuXia').call(listBursts, { params: at })).items[0]!.lookedAt).not.toBeNull()
    expect((await town.as('chen').refused(listBursts, { params: at })).code).toBe('not-permitted')
  })
})
