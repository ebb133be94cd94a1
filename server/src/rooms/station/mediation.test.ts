import { assignMediators, listCandidates, listDisputesToAssign, listMediations, mediate } from '@ronghe/contract/station/mediation-work.ts'
import {
  claimDispute,
  disputeStates,
  listMyDisputes,
  printAgreement,
  printInvitation,
  readDispute,
  readDisputeByCode,
  readMediation,
  readMediationFigures,
  requestMediation,
  stepDispute,
  stepDisputeByCode,
} from '@ronghe/contract/station/mediation.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { disputeTransitions, isOver, stepDisputeState, type DisputeStep } from './dispute-lifecycle.ts'
import { suggestPair, type Candidate } from './dispute-mediators.ts'

const seed = 20261123
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.close())
beforeEach(() => town.at(monday))

const calm = { violence: false, crime: false, underEighteen: false }
const ask = async (who: CastKey, more: Partial<BodyOf<typeof requestMediation>> = {}) => {
  const reply = await town
    .as(who)
    .call(requestMediation, { body: { topic: 'noise', words: '夜里机器声响到一点。', otherName: '黄美珍', ...calm, ...more } })
  if (reply.kind !== 'asked') throw new Error('referred')
  return reply
}

describe('a dispute', () => {
  test('goes from the letter over two mediators, one from each group, to an agreement that is kept', async () => {
    const { dispute, invitation } = await ask('chen')
    const params = { disputeId: dispute.id }
    expect(dispute).toMatchObject({ state: 'otherSideAsked', me: 'requester', may: ['stop', 'printInvitation'] })
    expect(invitation.body).toContain(invitation.code)
    expect(invitation.body).not.toContain('机器')
    // The other side has no account: the code is enough, and before a yes the words are not shown.
    const asked = await town.anonymous.call(readDisputeByCode, { body: { code: invitation.code } })
    expect(asked).toMatchObject({ me: 'other', words: null, otherName: '陈国强', may: ['answer', 'stop'] })
    const agreed = await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'agree', words: '我也睡不好。' } })
    expect(agreed).toMatchObject({ state: 'bothAgreed', words: '夜里机器声响到一点。' })
    expect(agreed.mediators.map(({ name }) => name).toSorted()).toEqual(['刘建军', '黄志明'].toSorted())
    // Whoever is proposed sees nothing before both have said yes.
    expect((await town.as('uncleHuang').call(listMediations)).items).toEqual([])
    await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'acceptMediators' } })
    expect((await town.as('chen').call(stepDispute, { params, body: { step: 'acceptMediators' } })).state).toBe('mediatorsAccepted')

    const mediator = town.as('uncleHuang')
    const [work] = (await mediator.call(listMediations)).items
    expect(work).toMatchObject({
      requester: { name: '陈国强' },
      other: { name: '黄美珍', words: '我也睡不好。' },
      colleague: '刘建军',
      may: ['plan', 'refer', 'stepBack'],
    })
    const step = (body: BodyOf<typeof mediate>, who: CastKey = 'uncleHuang') => town.as(who).call(mediate, { params, body })
    const planned = (await step({ step: 'plan', at: '2026-11-25T19:00:00+08:00', place: '服务站二楼' })).dispute!
    expect((await mediator.refused(mediate, { params, body: { step: 'agree', words: '还没见面' } })).code).toBe('dispute-step')
    await step({ step: 'hold', session: planned.sessions[0]!.id }, 'liuJianjun')
    await step({ step: 'agree', words: '晚上十点以后不开机器。' })
    await step({ step: 'sign' })
    const print = await town.as('chen').call(printAgreement, { params })
    expect(print).toMatchObject({ parties: ['陈国强', '黄美珍'], words: '晚上十点以后不开机器。', followUpOn: '2026-12-23' })
    expect(print.note).toContain('没有评谁对谁错')

    expect((await town.as('chen').refused(stepDispute, { params, body: { step: 'sayKept', kept: 'yes' } })).code).toBe(
      'dispute-follow-up-early',
    )
    town.at('2026-12-23T09:00:00+08:00')
    await town.drain(['station.mediation-morning'])
    await town.drain(['station.mediation-morning'])
    expect(
      await town.rows("select 1 as one from message where template = 'mediation-kept' and person_id = $1", [town.idOf('chen')]),
    ).toEqual([{ one: 1 }])
    await town.as('chen').call(stepDispute, { params, body: { step: 'sayKept', kept: 'yes' } })
    expect((await step({ step: 'recordKept', side: 'other', kept: 'yes' })).dispute?.state).toBe('closed')
    expect((await mediator.call(listMediations)).items).toEqual([])
  })

  test('with violence, a crime or somebody under 18 is never mediated: contacts are answered and nothing is kept', async () => {
    const before = await town.rows('select count(*)::int as n from dispute')
    for (const danger of [{ violence: true }, { crime: true }, { underEighteen: true }]) {
      const reply = await town
        .as('liuFang')
        .call(requestMediation, { body: { topic: 'other', words: '他打人', otherName: '某人', ...calm, ...danger } })
      expect(reply.kind).toBe('referred')
      if (reply.kind === 'referred') expect(reply.contacts.map(({ phone }) => phone)).toContain('110')
    }
    expect(await town.rows('select count(*)::int as n from dispute')).toEqual(before)
    expect((await town.anonymous.call(readMediation)).waysOn.find(({ id }) => id === 'labourArbitration')?.limit?.['zh-CN']).toContain(
      '一年',
    )
    expect(
      (await town.as('liuFang').refused(requestMediation, { body: { topic: 'blame', words: '', otherName: '' } as never })).status,
    ).toBe(422)
  })

  test('is declined without a reason, or stopped by either side at any step', async () => {
    const { dispute, invitation } = await ask('xu')
    expect((await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'decline' } })).state).toBe('declined')
    const mine = await town.as('xu').call(readDispute, { params: { disputeId: dispute.id } })
    expect(mine).toMatchObject({ state: 'declined', answer: null, may: [] })
    expect(mine.waysOn.map(({ id }) => id)).toContain('peoplesMediation')
    const second = await ask('xu')
    await town.anonymous.call(stepDisputeByCode, { body: { code: second.invitation.code, step: 'agree' } })
    expect((await town.as('xu').call(stepDispute, { params: { disputeId: second.dispute.id }, body: { step: 'stop' } })).state).toBe(
      'stopped',
    )
    expect(
      (await town.anonymous.refused(stepDisputeByCode, { body: { code: second.invitation.code, step: 'acceptMediators' } })).code,
    ).toBe('dispute-step')
  })

  test('is seen by nobody but the two sides and their mediators; whoever assigns sees the state and no word', async () => {
    const { dispute, invitation } = await ask('zhou')
    const params = { disputeId: dispute.id }
    expect((await town.as('liuFang').refused(readDispute, { params })).code).toBe('no-dispute')
    expect((await town.as('luoYan').refused(readDispute, { params })).code).toBe('no-dispute')
    expect((await town.as('uncleHuang').refused(mediate, { params, body: { step: 'sign' } })).code).toBe('no-dispute')
    expect((await town.as('heMin').refused(listDisputesToAssign)).status).toBe(403)
    expect((await town.as('luoYan').refused(listMediations)).status).toBe(403)
    const shown = await town.as('luoYan').raw(listDisputesToAssign)
    expect(shown.status).toBe(200)
    for (const secret of ['机器', '黄美珍', '周桂兰', invitation.code, town.idOf('zhou')]) expect(shown.body).not.toContain(secret)
    expect((await town.anonymous.refused(readDisputeByCode, { body: { code: '0000-0000-0000-0000' } })).code).toBe('no-dispute')
    const fresh = await town.as('zhou').call(printInvitation, { params })
    expect((await town.anonymous.refused(readDisputeByCode, { body: { code: invitation.code } })).status).toBe(404)
    expect((await town.anonymous.call(readDisputeByCode, { body: { code: fresh.code } })).id).toBe(dispute.id)
  })

  test('the other side with an account is told, and may follow it there once it has the letter', async () => {
    const { dispute } = await ask('smith', { otherPhone: '19900000002' })
    expect((await town.as('auntHuang').call(listMyDisputes)).items).toMatchObject([
      { id: dispute.id, me: 'other', may: ['answer', 'stop'] },
    ])
    expect(
      await town.rows("select link from message where person_id = $1 and template = 'mediation-asked'", [town.idOf('auntHuang')]),
    ).toEqual([{ link: '/mediation' }])
    const other = await ask('smith', { otherName: '李志强' })
    expect((await town.as('smith').refused(claimDispute, { body: { code: other.invitation.code } })).code).toBe('dispute-own')
    expect((await town.as('liZhiqiang').call(claimDispute, { body: { code: other.invitation.code } })).me).toBe('other')
    expect((await town.as('liuFang').refused(claimDispute, { body: { code: other.invitation.code } })).code).toBe('dispute-taken')
    expect(
      (
        await town.as('smith').refused(requestMediation, {
          body: { topic: 'rent', words: '押金', otherName: 'Sam Rivers', otherPhone: '19900000004', ...calm },
        })
      ).errors?.[0],
    ).toMatchObject({ code: 'dispute-own' })
  })
})

describe('mediators', () => {
  test('are refused twice by a side without a reason; refused ones are not proposed again, and the station finds others', async () => {
    const { dispute, invitation } = await ask('liuFang')
    const params = { disputeId: dispute.id }
    await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'agree' } })
    const refused = await town.as('liuFang').call(stepDispute, { params, body: { step: 'refuseMediators' } })
    expect(refused).toMatchObject({ state: 'bothAgreed', mediators: [], refusalsLeft: 1 })
    const lead = town.as('luoYan')
    expect((await lead.call(listDisputesToAssign)).items.find(({ id }) => id === dispute.id)).toMatchObject({
      needsMediators: true,
      may: ['propose'],
    })
    expect((await lead.call(listCandidates, { params })).items).toEqual([])
    expect((await lead.refused(assignMediators, { params, body: { mediators: [town.idOf('uncleHuang')] } })).errors?.[0]).toMatchObject({
      code: 'mediator-not-fit',
    })
    await appoint('wuXia', 'newcomerMediator')
    await appoint('liang', 'localMediator')
    const found = await lead.call(listCandidates, { params })
    expect(found.suggested).toEqual([town.idOf('wuXia'), town.idOf('liang')])
    expect(
      (await lead.refused(assignMediators, { params, body: { mediators: [town.idOf('wuXia'), town.idOf('wuXia')] } })).errors?.[0],
    ).toMatchObject({ code: 'mediators-twice' })
    await lead.call(assignMediators, { params, body: { mediators: found.suggested } })
    await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'refuseMediators' } })
    await town.as('luoYan').call(listDisputesToAssign)
    await endAppointments('wuXia', 'liang')
  })

  test('who shares a household or the posts of an organ with a party is not proposed', async () => {
    // 周桂兰 and 黄志明 both sit on the council.
    const { dispute, invitation } = await ask('zhou')
    await town.anonymous.call(stepDisputeByCode, { body: { code: invitation.code, step: 'agree' } })
    const ids = async (id: string) =>
      (await town.as('luoYan').call(listCandidates, { params: { disputeId: id } })).items.map(({ id: person }) => person)
    expect(await ids(dispute.id)).toEqual([town.idOf('liuJianjun')])
    await town.deed(async ({ tx, street, now, id }) => {
      const household = id()
      await tx.insertInto('household').values({ street_id: street.id, id: household, created_at: now }).execute()
      for (const who of ['chen', 'liuJianjun'] as const)
        await tx
          .insertInto('household_member')
          .values({ street_id: street.id, household_id: household, person_id: town.idOf(who), joined_at: now, confirmed_at: now })
          .execute()
    })
    const second = await ask('chen')
    expect(await ids(second.dispute.id)).toEqual([town.idOf('uncleHuang')])
  })

  test('a pair is one of each group, whoever has least to do, and keeps who stays', () => {
    const person = (id: string, group: string, busyWith: number): Candidate => ({
      id,
      group,
      busyWith,
      name: id,
      post: { 'zh-CN': '调解员' },
    })
    const people = [person('a', 'newcomer', 0), person('b', 'local', 1), person('c', 'local', 2), person('d', 'unstated', 0)]
    expect(suggestPair(people, [])).toEqual(['a', 'b'])
    expect(suggestPair(people, ['c'])).toEqual(['a', 'c'])
    expect(suggestPair([person('a', 'newcomer', 0), person('d', 'unstated', 0)], [])).toBeUndefined()
  })
})

describe('afterwards', () => {
  test('names and words are gone ninety days after the end; the count stays and is shown for a finished year only when not few', async () => {
    town.at('2027-05-01T09:00:00+08:00')
    await town.drain(['station.mediation-morning'])
    expect(
      await town.rows(
        'select 1 from dispute where ended_on < $1 and (requester_person_id is not null or words_sealed is not null or code_hash is not null)',
        ['2027-01-15'],
      ),
    ).toEqual([])
    const ended = await town.rows<{ n: number }>(
      "select count(*)::int as n from dispute where ended_on between '2026-01-01' and '2026-12-31'",
    )
    const figures = await town.anonymous.call(readMediationFigures, { query: { year: 2026 } })
    expect(figures.ended).toEqual(ended[0]!.n >= 5 ? { kind: 'shown', count: ended[0]!.n } : { kind: 'few' })
    expect(figures.agreementKept).toEqual({ kind: 'few' })
    expect((await town.anonymous.call(readMediationFigures, { query: { year: 2027 } })).year).toBeNull()
  })

  test('who took the steps of a blanked dispute is no longer in the journal, of others it is', async () => {
    const left = (blanked: boolean) =>
      town.rows(
        `select e.about from journal_entry e join journal_leaf l on l.street_id = e.street_id and l.id = e.leaf_id
         join dispute d on l.commitments ->> 'dispute' = 'plain:' || d.id
         join person p on p.id = e.about
         where l.kind like 'station.mediation.%' and (d.blanked_at is not null) = $1`,
        [blanked],
      )
    expect(await town.rows('select 1 from dispute where blanked_at is not null')).not.toEqual([])
    expect(await left(true)).toEqual([])
    town.at('2027-05-01T09:00:00+08:00')
    const { dispute } = await ask('chen')
    expect(dispute.state).toBe('otherSideAsked')
    expect(await left(false)).not.toEqual([])
  })

  test('the journal knows the steps and no word, and never both sides of a dispute', async () => {
    const leaves = await town.rows<{ commitments: Record<string, string>; kind: string }>(
      "select kind, commitments from journal_leaf where kind like 'station.mediation.%'",
    )
    expect(leaves.length).toBeGreaterThan(20)
    for (const { commitments } of leaves)
      expect(Object.keys(commitments).filter((name) => !['actor', 'dispute', 'topic'].includes(name))).toEqual([])
  })
})

test('whatever is tried in whatever order: nothing is mediated without a yes, and until signing a side can always stop', () => {
  const steps = [...new Set(Object.values(disputeTransitions).flatMap((row) => Object.keys(row)))] as DisputeStep[]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (walk) => {
      let state: (typeof disputeStates)[number] = 'otherSideAsked'
      const done: DisputeStep[] = []
      for (const step of walk) {
        const next = stepDisputeState(state, step)
        if (!next) continue
        state = next
        done.push(step)
        if (state === 'sessions') expect(done).toEqual(expect.arrayContaining(['agree', 'bothAccept']))
        if (!isOver(state) && state !== 'followUp') expect(stepDisputeState(state, 'stop')).toBe('stopped')
        if (state === 'closed') expect(done).toContain('sign')
      }
    }),
    { seed, numRuns: 500 },
  )
})

async function appoint(who: CastKey, post: 'newcomerMediator' | 'localMediator'): Promise<void> {
  await town.deed(({ tx, street, now, id }) =>
    tx
      .insertInto('appointment')
      .values({
        street_id: street.id,
        id: id(),
        post_id: postId(street.id, post),
        person_id: town.idOf(who),
        starts_on: '2026-01-05',
        created_at: now,
      })
      .execute(),
  )
}

async function endAppointments(...people: readonly CastKey[]): Promise<void> {
  for (const who of people)
    await town.rows(
      "update appointment set revoked_at = $2 where person_id = $1 and post_id in (select id from post where kind = 'mediator')",
      [town.idOf(who), town.now()],
    )
}
