import { giveConsent, withdrawConsent } from '@ronghe/contract/people/consents.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import * as commend from '@ronghe/contract/programme/commendations.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../../platform/database/testing.ts'
import { commendationsKeeper } from './commendations.keeper.ts'

let town: Town
let year = 2026
beforeAll(async () => void (town = await openTown()))
beforeEach(() => town.at(monday))
afterAll(() => town.close())

const plan = (from = '2026-11-23', until = '2026-11-27') => ({
  year: year++,
  title: { 'zh-CN': '年度好街坊', en: 'Good neighbours of the year' },
  summary: { 'zh-CN': '说说身边人做的好事。', en: 'Deeds of the people around us.' },
  criteria: [
    { key: 'helped', name: { 'zh-CN': '帮到了人', en: 'It helped somebody' } },
    { key: 'together', name: { 'zh-CN': '让新老街坊走近了', en: 'It brought newcomers and locals closer' } },
  ],
  categories: [
    { key: 'neighbour', name: { 'zh-CN': '好街坊', en: 'Good neighbour' } },
    { key: 'craft', name: { 'zh-CN': '传手艺', en: 'Passing on a craft' } },
  ],
  nominationsFrom: from,
  nominationsUntil: until,
})
const words = (text = '做了实事。') => ['helped', 'together'].map((criterion) => ({ criterion, words: text }))
const officer = () => town.as('officerLin')
const nobody = { name: '', phone: '' }

/** A round that takes nominations. */
async function openRound(): Promise<string> {
  const { id } = await officer().call(commend.callCommendation, { body: plan() })
  await officer().call(commend.stepCommendation, { params: { roundId: id }, body: { act: 'openNominations' } })
  return id
}
async function nominated(roundId: string, who: CastKey, by: CastKey): Promise<string> {
  const { id } = await town.as(by).call(commend.nominate, {
    params: { roundId },
    body: { by: 'peer', category: 'neighbour', name: cast[who].name, phone: cast[who].phone, deeds: '修好了巷口的灯，教邻居用电。' },
  })
  return id
}
const agreeing = async (who: CastKey, nominationId: string, shownAs: 'name' | 'alias' | 'none' = 'name', alias = '') => {
  if (shownAs !== 'none') {
    const version = consentTexts.deedsPublicity.version
    await town.as(who).call(giveConsent, { params: { purpose: 'deedsPublicity' }, body: { version } })
  }
  return town.as(who).call(commend.answerNomination, { params: { nominationId }, body: { agrees: true, shownAs, alias } })
}
const step = (roundId: string, act: 'openNominations' | 'closeNominations' | 'publishNotice' | 'award') =>
  officer().call(commend.stepCommendation, { params: { roundId }, body: { act } })
const reviewed = (who: CastKey, nominationId: string, recommends = true) =>
  town.as(who).call(commend.writeReview, { params: { nominationId }, body: { recommends, words: words() } })
const read = (roundId: string) => town.anonymous.call(commend.readCommendation, { params: { roundId } })

/** One person on the notice, reviewed by Mo Zhen and Ke Lei. */
async function onNotice(who: CastKey = 'guoLei', by: CastKey = 'auntHuang'): Promise<{ roundId: string; id: string }> {
  const roundId = await openRound()
  const id = await nominated(roundId, who, by)
  await agreeing(who, id)
  await step(roundId, 'closeNominations')
  await reviewed('moZhen', id)
  await reviewed('keLei', id)
  await officer().call(commend.decideNomination, { params: { nominationId: id }, body: { proposed: true, reason: '两位评议员都赞成。' } })
  await step(roundId, 'publishNotice')
  return { roundId, id }
}

describe('nominating', () => {
  test('whoever is nominated is asked first; declined, nothing is left but a count', async () => {
    const roundId = await openRound()
    const id = await nominated(roundId, 'chen', 'auntHuang')
    const [mine] = (await town.as('chen').call(commend.listOwnNominations)).aboutMe
    expect(mine).toMatchObject({ id, state: 'asked', by: 'peer', may: ['answer', 'withdraw'] })
    expect(mine).not.toHaveProperty('nominator')
    expect((await read(roundId)).notice).toEqual([])
    await town
      .as('chen')
      .call(commend.answerNomination, { params: { nominationId: id }, body: { agrees: false, shownAs: 'none', alias: '' } })
    expect(await town.rows('select 1 from nomination where id = $1', [id])).toEqual([])
    expect(await town.rows('select declined from commendation_round where id = $1', [roundId])).toEqual([{ declined: 1 }])
  })

  test('the reply is the same whether or not the neighbour has an account; the desk rings where nobody has', async () => {
    const roundId = await openRound()
    const known = await town.as('auntHuang').raw(commend.nominate, {
      params: { roundId },
      body: { by: 'peer', category: 'craft', name: cast.dengKai.name, phone: cast.dengKai.phone, deeds: '教手艺。' },
    })
    const unknown = await town.as('auntHuang').raw(commend.nominate, {
      params: { roundId },
      body: { by: 'peer', category: 'craft', name: '冯阿婆', phone: '19911112222', deeds: '天天扫巷口。' },
    })
    expect([known.status, Object.keys(JSON.parse(known.body))]).toEqual([unknown.status, Object.keys(JSON.parse(unknown.body))])
    const { items } = await officer().call(commend.listNominations, { params: { roundId } })
    expect(new Map(items.map(({ name, phone }) => [name, phone]))).toEqual(
      new Map([
        [cast.dengKai.name, null],
        ['冯阿婆', '19911112222'],
      ]),
    )
  })

  test('a signed paper counts like the phone, also for whoever has no account', async () => {
    const roundId = await openRound()
    const { id } = await officer().call(commend.enterNomination, {
      params: { roundId },
      body: {
        by: 'self',
        category: 'neighbour',
        name: '冯阿婆',
        phone: '',
        deeds: '天天扫巷口。',
        signed: true,
        shownAs: 'alias',
        alias: '扫巷口的阿婆',
      },
    })
    const { items } = await officer().call(commend.listNominations, { params: { roundId } })
    expect(items).toMatchObject([{ id, channel: 'paper', state: 'agreed', shownAs: 'alias' }])
  })

  test('an organ is spoken for by whoever holds a post in it, and the branch nominates nobody here', async () => {
    const roundId = await openRound()
    const body = (organ: Parameters<typeof organId>[1]) => ({
      by: 'organ' as const,
      organId: organId(town.street.id, organ),
      category: 'neighbour',
      name: cast.chen.name,
      phone: cast.chen.phone,
      deeds: '帮忙搬家。',
    })
    await town.as('wuXia').call(commend.nominate, { params: { roundId }, body: body('provider') })
    expect((await town.as('chen').refused(commend.nominate, { params: { roundId }, body: body('provider') })).code).toBe('not-your-organ')
    expect((await town.as('chen').refused(commend.nominate, { params: { roundId }, body: body('branch') })).code).toBe(
      'commend-not-by-branch',
    )
  })

  test('being shown needs its own consent; refusing it refuses nothing else', async () => {
    const roundId = await openRound()
    const id = await nominated(roundId, 'tanXiaomei', 'auntHuang')
    const asked = { params: { nominationId: id }, body: { agrees: true, shownAs: 'name' as const, alias: '' } }
    expect((await town.as('tanXiaomei').refused(commend.answerNomination, asked)).code).toBe('consent-needed')
    const { item } = await agreeing('tanXiaomei', id, 'none')
    expect(item).toMatchObject({ state: 'agreed', shownAs: 'none' })
  })

  test('nobody answers for another, and what is typed is checked', async () => {
    const roundId = await openRound()
    const id = await nominated(roundId, 'chen', 'auntHuang')
    const asked = { params: { nominationId: id }, body: { agrees: true, shownAs: 'none' as const, alias: '' } }
    expect((await town.as('liuFang').refused(commend.answerNomination, asked)).code).toBe('no-nomination')
    const typed = { by: 'peer' as const, category: 'neighbour', deeds: '好。' }
    expect((await town.as('chen').refused(commend.nominate, { params: { roundId }, body: { ...typed, ...nobody } })).errors).toHaveLength(2)
    const other = { ...typed, name: '甲', phone: '13800000000', category: 'hours' }
    expect((await town.as('chen').refused(commend.nominate, { params: { roundId }, body: other })).code).toBe('fields')
  })
})

describe('reviewing', () => {
  test('two people write without knowing of each other, in words for every criterion; a third where they differ', async () => {
    const roundId = await openRound()
    const id = await nominated(roundId, 'guoLei', 'auntHuang')
    await agreeing('guoLei', id)
    await step(roundId, 'closeNominations')
    const task = (await town.as('moZhen').call(commend.listReviews)).nominations.find((one) => one.id === id)
    expect(task).toMatchObject({ name: cast.guoLei.name })
    expect(JSON.stringify(task)).not.toContain(cast.auntHuang.name)
    const half = { recommends: true, words: words().slice(0, 1) }
    expect((await town.as('moZhen').refused(commend.writeReview, { params: { nominationId: id }, body: half })).errors![0]!.code).toBe(
      'commend-every-criterion',
    )
    await reviewed('moZhen', id, true)
    const during = async () => (await officer().call(commend.listNominations, { params: { roundId } })).items[0]!
    expect(await during()).toMatchObject({ reviews: { outcome: 'waiting', count: 1, written: [] } })
    await reviewed('keLei', id, false)
    const early = { params: { nominationId: id }, body: { proposed: true, reason: '好。' } }
    expect((await officer().refused(commend.decideNomination, early)).code).toBe('commend-two-reviews-first')
    await reviewed('zhongHua', id, false)
    expect((await during()).reviews).toMatchObject({ outcome: 'notRecommended', count: 3 })
    expect((await officer().refused(commend.decideNomination, early)).code).toBe('commend-against-reviews')
    await officer().call(commend.decideNomination, { params: { nominationId: id }, body: { proposed: false, reason: '材料还不够具体。' } })
  })

  test('nobody reviews themselves or what they nominated; a resident reviews nothing', async () => {
    const roundId = await openRound()
    const self = await nominated(roundId, 'zhongHua', 'auntHuang')
    await agreeing('zhongHua', self, 'none')
    const own = await nominated(roundId, 'liuFang', 'moZhen')
    await agreeing('liuFang', own, 'none')
    await step(roundId, 'closeNominations')
    const asked = (nominationId: string) => ({ params: { nominationId }, body: { recommends: true, words: words() } })
    expect((await town.as('zhongHua').refused(commend.writeReview, asked(self))).code).toBe('commend-conflict-self')
    expect((await town.as('moZhen').refused(commend.writeReview, asked(own))).code).toBe('commend-conflict-ownNomination')
    expect((await town.as('chen').refused(commend.writeReview, asked(own))).status).toBe(403)
    expect((await town.as('chen').refused(commend.listNominations, { params: { roundId } })).status).toBe(403)
  })

  test('nothing that is read for a decision has hours, a group, points or a rank in it', async () => {
    const { roundId } = await onNotice()
    const seen = JSON.stringify([
      await officer().call(commend.listNominations, { params: { roundId } }),
      await town.as('zhongHua').call(commend.listReviews),
      await read(roundId),
    ])
    expect(seen).not.toMatch(/"(hours|group|groups|score|rank|points|newcomer|local)":/)
  })
})

describe('the notice', () => {
  test('five working days; names and deeds only, and only while the consent holds', async () => {
    const { roundId, id } = await onNotice()
    const round = await read(roundId)
    expect(round).toMatchObject({ state: 'publicNotice', noticeFrom: '2026-11-23', noticeUntil: '2026-11-30' })
    expect(round.notice).toEqual([
      {
        id,
        category: 'neighbour',
        name: cast.guoLei.name,
        deeds: '修好了巷口的灯，教邻居用电。',
        state: 'proposed',
        openObjections: false,
        answers: [],
        story: null,
      },
    ])
    await town.as('guoLei').call(withdrawConsent, { params: { purpose: 'deedsPublicity' } })
    expect((await read(roundId)).notice).toMatchObject([{ name: null, deeds: null }])
    await town
      .as('guoLei')
      .call(giveConsent, { params: { purpose: 'deedsPublicity' }, body: { version: consentTexts.deedsPublicity.version } })
    expect((await read(roundId)).notice, 'agreeing again shows nobody who did not say so').toMatchObject([{ name: null }])
  })

  test('an objection without a name is considered by a reviewer who did not write; upheld, the award waits for another round', async () => {
    const { roundId, id } = await onNotice('heYong')
    await town.anonymous.call(commend.objectAnonymously, { params: { nominationId: id }, body: { words: '灯是物业修的。' } })
    expect((await read(roundId)).notice).toMatchObject([{ openObjections: true, answers: [] }])
    expect(JSON.stringify(await read(roundId))).not.toContain('物业')
    town.at('2026-12-01T09:00:00+08:00')
    expect((await officer().refused(commend.stepCommendation, { params: { roundId }, body: { act: 'award' } })).code).toBe(
      'commend-objections-open',
    )
    const [row] = await town.rows<{ id: string; person_id: string | null }>(
      'select id, person_id from commendation_objection where nomination_id = $1',
      [id],
    )
    expect(row!.person_id).toBeNull()
    const asked = { params: { objectionId: row!.id }, body: { answer: '问过物业，灯确实是物业修的。', upheld: true } }
    expect((await town.as('moZhen').refused(commend.answerObjection, asked)).code).toBe('commend-reviewed-it')
    await town.as('zhongHua').call(commend.answerObjection, asked)
    expect((await step(roundId, 'award')).notice).toMatchObject([{ state: 'postponed', answers: [{ upheld: true }] }])
    expect(await town.rows('select 1 from certificate where thing_id = $1', [id])).toEqual([])
  })

  test('a signed-in objector is told of the answer, and nobody is told who it was', async () => {
    const { roundId, id } = await onNotice('panHui')
    const objection = await town
      .as('liuFang')
      .call(commend.objectToNomination, { params: { nominationId: id }, body: { words: '想看看证据。' } })
    await town.as('zhongHua').call(commend.answerObjection, {
      params: { objectionId: objection.id },
      body: { answer: '有三位邻居写了证明。', upheld: false },
    })
    const sent = await town.rows('select 1 from message where person_id = $1 and template = $2', [town.idOf('liuFang'), 'commend-answered'])
    expect(sent).toHaveLength(1)
    expect(JSON.stringify(await officer().call(commend.listNominations, { params: { roundId } }))).not.toContain(cast.liuFang.name)
    expect((await read(roundId)).notice[0]!.answers).toMatchObject([{ answer: '有三位邻居写了证明。', upheld: false }])
  })

  test('the award comes after the last day of the notice, with a certificate; figures below five are not shown', async () => {
    const { roundId, id } = await onNotice('chenYaozong')
    expect((await officer().refused(commend.stepCommendation, { params: { roundId }, body: { act: 'award' } })).code).toBe(
      'commend-notice-still-up',
    )
    town.at('2026-12-01T09:00:00+08:00')
    const round = await step(roundId, 'award')
    expect(round).toMatchObject({ state: 'awarded', awardedOn: '2026-12-01', notice: [{ state: 'awarded' }] })
    expect(round.figures).toMatchObject({ nominated: { kind: 'few' }, declined: { kind: 'few' }, awarded: { all: { kind: 'few' } } })
    expect(await town.rows('select kind from certificate where thing_id = $1', [id])).toEqual([{ kind: 'commendation' }])
    const [mine] = (await town.as('chenYaozong').call(commend.listOwnNominations)).aboutMe
    expect(mine!.certificateId).not.toBeNull()
  })

  test('a story is public when its hero agrees to that text, and is gone when taken down', async () => {
    const { roundId, id } = await onNotice('zengBo')
    town.at('2026-12-01T09:00:00+08:00')
    await step(roundId, 'award')
    await officer().call(commend.offerStory, { params: { nominationId: id }, body: { title: '一盏灯', text: '巷口的灯亮了。' } })
    expect((await read(roundId)).notice[0]!.story).toBeNull()
    await town.as('zengBo').call(commend.publishOwnStory, { params: { nominationId: id }, body: { published: true } })
    expect((await read(roundId)).notice[0]!.story).toMatchObject({ title: '一盏灯', text: '巷口的灯亮了。' })
    await town.as('zengBo').call(withdrawConsent, { params: { purpose: 'deedsPublicity' } })
    expect(await town.rows('select 1 from honour_story where nomination_id = $1', [id])).toEqual([])
    await town
      .as('zengBo')
      .call(giveConsent, { params: { purpose: 'deedsPublicity' }, body: { version: consentTexts.deedsPublicity.version } })
    await town.as('zengBo').call(commend.showNominationAs, { params: { nominationId: id }, body: { shownAs: 'name', alias: '' } })
    await officer().call(commend.offerStory, { params: { nominationId: id }, body: { title: '一盏灯', text: '巷口的灯亮了。' } })
    await town.as('zengBo').call(commend.publishOwnStory, { params: { nominationId: id }, body: { published: true } })
    await town.as('zengBo').call(commend.publishOwnStory, { params: { nominationId: id }, body: { published: false } })
    expect(await town.rows('select 1 from honour_story where nomination_id = $1', [id])).toEqual([])
  })
})

test('what is kept about a person is in their copy and goes with the account; an award stays as a line without a name', async () => {
  const { roundId, id } = await onNotice('luoWeiqiang')
  town.at('2026-12-01T09:00:00+08:00')
  await step(roundId, 'award')
  const who = town.idOf('luoWeiqiang')
  const copy = await town.deed((deed) => commendationsKeeper.export(deed, who))
  expect(copy).toMatchObject({ commendations: [{ category: 'neighbour', state: 'awarded', deeds: '修好了巷口的灯，教邻居用电。' }] })
  await town.deed((deed) => commendationsKeeper.forget(deed, who))
  expect((await read(roundId)).notice).toMatchObject([{ id, name: null, deeds: null, state: 'awarded' }])
  expect(await town.rows('select deeds_sealed, nominee_id from nomination where id = $1', [id])).toEqual([
    { deeds_sealed: null, nominee_id: null },
  ])
})

test('the announced days open and close the nominations by themselves', async () => {
  const { id } = await officer().call(commend.callCommendation, { body: plan('2026-11-24', '2026-11-25') })
  await town.drain(['programme.commend.dates'])
  expect(await read(id)).toMatchObject({ state: 'call', may: [] })
  town.at('2026-11-24T09:00:00+08:00')
  await town.drain(['programme.commend.dates'])
  expect(await read(id)).toMatchObject({ state: 'nominations', may: ['nominate'] })
  town.at('2026-11-26T09:00:00+08:00')
  await town.drain(['programme.commend.dates'])
  expect(await read(id)).toMatchObject({ state: 'review', may: [] })
})
