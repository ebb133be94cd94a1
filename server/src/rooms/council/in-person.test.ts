import { randomUUID } from 'node:crypto'
import type { AnyOperation } from '@ronghe/contract/operation.ts'
import * as allocation from '@ronghe/contract/council/allocation-ballots.ts'
import * as ballots from '@ronghe/contract/council/ballots.ts'
import * as conversations from '@ronghe/contract/council/conversations.ts'
import * as draws from '@ronghe/contract/council/draws.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import { startAssisting } from '@ronghe/contract/people/assist.ts'
import { demoSecondFactor, giveSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../people/testing.ts'
import { openConversation, openMotions } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openMotions()
})
afterAll(() => town.close())

test('whoever is helped at the desk votes, supports and speaks for nobody through it (08, Sign-in)', async () => {
  const { conversationId, statementId } = await openConversation(town, '2026-11-20')
  const browser = newBrowser(town)
  await browser.signIn(cast.liTing.phone)
  const { code } = await browser.call(demoSecondFactor)
  await browser.call(giveSecondFactor, { body: { code } })
  await browser.call(startAssisting, { params: { personId: town.idOf('auntHuang') }, body: { matter: '帮忙' } })
  const params = {
    councilId: town.councilId,
    conversationId,
    statementId,
    motionId: randomUUID(),
    roundId: randomUUID(),
    ballotId: randomUUID(),
    drawId: randomUUID(),
  }
  const never: readonly (readonly [AnyOperation, object?])[] = [
    [conversations.castVote, { stance: 'agree', ticket: 'x', nonce: 'x' }],
    [conversations.takeVoteBack],
    [conversations.readMyVotes],
    [conversations.writeStatement, { id: randomUUID(), words: '巷口要有灯' }],
    [conversations.editMyStatement, { words: '巷口要有灯' }],
    [conversations.withdrawMyStatement],
    [motions.supportMotion, { support: true }],
    [motions.cosignMotion, { sign: true }],
    [allocation.castBallot, { choices: [] }],
    [allocation.readOwnBallot],
    [ballots.readMyBallots],
    [ballots.askForSlip, { paper: false }],
    [draws.chooseForDraw, { bench: 'newcomers', ageBand: null, staysOut: false, consentVersion: null }],
  ]
  for (const [operation, body] of never)
    expect((await browser.refused(operation as never, { params, ...(body ? { body } : {}) } as never)).code, operation.id).toBe(
      'not-while-assisted',
    )
})
