import * as motions from '@ronghe/contract/council/motions.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday } from '../../platform/database/testing.ts'
import { draft, openConversation, openMotions, planMeeting, supporters } from './motions.testing.ts'
import { watchSupport } from './motion.jobs.ts'
import { motionsKeeper } from './motions.keeper.ts'
import { moveMotion, settleMotion } from './motion-steps.ts'
import type { CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => void (town = await openMotions()))
afterAll(() => town.close())
beforeEach(() => town.at(monday))

const council = () => ({ councilId: town.councilId })
const write = async (who: CastKey, more: Parameters<typeof draft>[0] = {}) =>
  (await town.as(who).call(motions.writeMotion, { params: council(), body: draft(more) })).id
const at = (motionId: string) => ({ params: { motionId } })
const seek = (who: CastKey, id: string) => town.as(who).call(motions.seekSupport, at(id))
const support = (who: CastKey, id: string, yes = true) => town.as(who).call(motions.supportMotion, { ...at(id), body: { support: yes } })
const file = (who: CastKey, id: string, withoutCommonGround = false) =>
  town.as(who).call(motions.fileMotion, { ...at(id), body: { withoutCommonGround } })
const filed = async (who: CastKey = 'zhou', more: Parameters<typeof draft>[0] = {}) => {
  const id = await write(who, { exemptAs: 'safety', ...more })
  await file(who, id)
  return id
}
const admitted = async (who: CastKey = 'zhou', more: Parameters<typeof draft>[0] = {}) => {
  const id = await filed(who, more)
  await town.as('jiangWen').call(motions.screenMotion, { ...at(id), body: { admit: true } })
  return id
}

describe('a draft', () => {
  test('is its author’s alone, may lack parts, and sent twice it is one', async () => {
    const id = '01939f00-0000-7000-8000-00000000d0f1'
    const body = { ...draft({ title: '', lines: [], byDay: null, costCents: null }), id }
    for (const title of ['', '巷口的灯']) await town.as('chen').call(motions.writeMotion, { params: council(), body: { ...body, title } })
    expect(await town.as('chen').call(motions.readMotion, at(id))).toMatchObject({
      state: 'draft',
      title: { 'zh-CN': '巷口的灯' },
      mine: true,
    })
    expect((await town.as('jiangWen').refused(motions.readMotion, at(id))).code).toBe('no-motion')
    expect((await town.anonymous.refused(motions.readMotion, at(id))).code).toBe('no-motion')
    expect((await town.as('auntHuang').refused(motions.writeMotion, { params: council(), body })).code).toBe('motion-id-taken')
    const unready = await town.as('chen').refused(motions.seekSupport, at(id))
    expect(unready.errors?.map(({ path }) => path)).toEqual(['lines', 'byDay', 'costCents'])
    await town.as('chen').call(motions.eraseMotion, at(id))
    expect((await town.as('chen').refused(motions.readMotion, at(id))).code).toBe('no-motion')
  })

  test('lies sealed on the server, its author’s export has its words, and they are in the clear only once support is asked for', async () => {
    const id = await write('chen', {
      title: '封着的题目',
      reasons: '封着的理由',
      lines: ['封着的一条'],
      doer: '封着的人',
      roles: { social: '封着的事' },
    })
    const stored = async () => {
      const [row] = await town.rows<Record<string, unknown>>('select * from motion where id = $1', [id])
      return JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('utf8') : value))
    }
    expect(await stored()).not.toContain('封着')
    const { written } = await town.as('chen').call(motions.listMyMotions, {})
    expect(written.find((one) => one.id === id)?.title).toEqual({ 'zh-CN': '封着的题目' })
    const exported = await town.deed((deed) => motionsKeeper.export(deed, town.idOf('chen')))
    expect(JSON.stringify(exported)).toContain('封着的一条')
    await seek('chen', id)
    expect(await stored()).toContain('封着的一条')
    town.at('2027-06-01T09:00:00+08:00')
    await town.deed(watchSupport)
    expect(await stored()).not.toContain('封着')
    expect(await town.as('chen').call(motions.readMotion, at(id))).toMatchObject({
      state: 'draft',
      reasons: { 'zh-CN': '封着的理由' },
      lines: ['封着的一条'],
      doer: { 'zh-CN': '封着的人' },
      roles: { social: '封着的事' },
    })
    await town.as('chen').call(motions.withdrawMotion, { ...at(id), body: { because: '' } })
    expect(await stored()).not.toContain('封着')
  })

  test('takes a picture or a PDF and no program', async () => {
    const id = await write('chen')
    const send = (bytes: Buffer) => {
      const boundary = 'x-boundary-x'
      const payload = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: application/pdf\r\n\r\n`),
        bytes,
        Buffer.from(`\r\n--${boundary}\r\ncontent-disposition: form-data; name="name"\r\n\r\n巷口.pdf\r\n--${boundary}--\r\n`),
      ])
      return town
        .as('chen')
        .raw(motions.attachFile, { ...at(id), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload })
    }
    expect((await send(Buffer.from('MZ program'))).status).toBe(422)
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n')
    const { status } = await send(pdf)
    expect(status).toBe(201)
    const [attached] = (await town.as('chen').call(motions.readMotion, at(id))).files
    expect((await town.anonymous.raw(motions.readMotionFile, { params: { motionId: id, fileId: attached!.id } })).status).toBe(404)
    await seek('chen', id)
    expect((await town.anonymous.raw(motions.readMotionFile, { params: { motionId: id, fileId: attached!.id } })).bytes.equals(pdf)).toBe(
      true,
    )
  })
})

describe('support by residents', () => {
  test('twenty attested residents, once each; nobody is told who, and the bench is that of most supporters', async () => {
    const id = await write('chen', { exemptAs: 'safety' })
    await seek('chen', id)
    expect((await town.as('chen').refused(motions.supportMotion, { ...at(id), body: { support: true } })).code).toBe('motion-own-support')
    for (const who of supporters.slice(0, 19)) await support(who, id)
    await support('auntHuang', id)
    const short = await town.as('chen').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: false } })
    expect(short).toMatchObject({
      code: 'motion-support-missing',
      article: '《章程》第9条（提出议案）',
      articleAt: `/council/${town.councilId}/charter#filing`,
    })
    expect(short.detail).toContain('19')
    await support('zhengRu', id)
    await support('zhengRu', id, false)
    await support('fengJie', id)
    const page = await town.anonymous.call(motions.readMotion, at(id))
    expect(page.support).toMatchObject({ residents: 20, residentsNeeded: 20, delegates: [], mine: false })
    expect(JSON.stringify(page)).not.toContain('陈国强')
    const done = await file('chen', id)
    expect(done).toMatchObject({ state: 'filed', ground: 'exempt', bench: 'locals', mover: null })
    expect(await town.rows('select distinct "group" from motion_support where motion_id = $1', [id])).toEqual([{ group: null }])
    expect((await town.as('xu').refused(motions.supportMotion, { ...at(id), body: { support: true } })).code).toBe(
      'motion-not-open-for-support',
    )
  })

  test('who is known by phone only may not support, and twenty at once by one person count once', async () => {
    const id = await write('chen')
    await seek('chen', id)
    expect((await town.as('jiangWen').refused(motions.supportMotion, { ...at(id), body: { support: true } })).code).toBe('level-needed')
    await Promise.all(Array.from({ length: 20 }, () => support('liuFang', id)))
    expect((await town.anonymous.call(motions.readMotion, at(id))).support.residents).toBe(1)
  })

  test('whoever holds a post in the organ that would gain may not support, with the article', async () => {
    const id = await write('chen', { aboutOrganId: organId(town.street.id, 'provider') })
    await seek('chen', id)
    expect(await town.as('wuXia').refused(motions.supportMotion, { ...at(id), body: { support: true } })).toMatchObject({
      code: 'council-interest',
      articleAt: `/council/${town.councilId}/charter#interest`,
    })
    await support('auntHuang', id)
  })

  test('three delegates are enough, and the chair signs nothing', async () => {
    const id = await write('chen', { exemptAs: 'unpaidWages' })
    await seek('chen', id)
    expect((await town.as('liang').refused(motions.cosignMotion, { ...at(id), body: { sign: true } })).code).toBe('motion-chair-neutral')
    expect((await town.as('chen').refused(motions.cosignMotion, { ...at(id), body: { sign: true } })).code).toBe('not-permitted')
    for (const who of ['zhou', 'uncleHuang', 'heYong'] as const)
      await town.as(who).call(motions.cosignMotion, { ...at(id), body: { sign: true } })
    const page = await file('chen', id)
    expect(page.bench).toBe('newcomers')
    expect(page.support.delegates.map(({ bench }) => bench)).toEqual(expect.arrayContaining(['newcomers', 'newcomers', 'locals']))
  })

  test('signatures on paper count once another person has compared the sheet', async () => {
    const id = await write('chen')
    await seek('chen', id)
    await support('auntHuang', id)
    const signers = [
      { phone: '19900000002', name: '黄美珍' },
      { phone: '19900000003', name: '刘芳' },
      { phone: '19900000003', name: '别的人' },
    ]
    const entered = await town.as('jiangWen').call(motions.enterPaperSupport, { ...at(id), body: { sheet: 'A1', signers } })
    expect(entered.cannotCount).toContain(3)
    expect((await town.anonymous.call(motions.readMotion, at(id))).support.residents).toBe(1)
    const { sheets } = await town.as('wuXia').call(motions.listPaperSupport, at(id))
    const many = sheets[0]!.signers
    expect((await town.as('jiangWen').refused(motions.confirmPaperSupport, { ...at(id), body: { sheet: 'A1', signers: many } })).code).toBe(
      'motion-paper-second-person',
    )
    expect(
      (await town.as('wuXia').refused(motions.confirmPaperSupport, { ...at(id), body: { sheet: 'A1', signers: many + 1 } })).code,
    ).toBe('motion-paper-differs')
    const page = await town.as('wuXia').call(motions.confirmPaperSupport, { ...at(id), body: { sheet: 'A1', signers: many } })
    expect(page.support.residents).toBe(1 + many)
    expect((await town.as('chen').refused(motions.listPaperSupport, at(id))).code).toBe('not-permitted')
  })

  test('after sixty days without enough it is a draft again; its author was reminded ten days before', async () => {
    const id = await write('chen', { title: '没人理的议案' })
    await seek('chen', id)
    await support('auntHuang', id)
    town.at('2027-01-14T09:00:00+08:00')
    await town.drain(['council.motions.watch-support'])
    const told = await town.as('chen').call(listMessages, {})
    expect(JSON.stringify(told)).toContain(`/council/motions/${id}`)
    town.at('2027-01-23T09:00:00+08:00')
    await town.drain(['council.motions.watch-support'])
    expect(await town.as('chen').call(motions.readMotion, at(id))).toMatchObject({ state: 'draft', support: { residents: 0 } })
  })
})

describe('common ground', () => {
  test('missing, it is refused with the article; after thirty days half a bench files it marked, with the figures', async () => {
    const { conversationId, statementId } = await openConversation(town, '2026-11-20')
    const id = await write('zhou', { conversationId, statementIds: [statementId] })
    const early = await town.as('zhou').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: true } })
    expect(early).toMatchObject({ code: 'motion-ground-missing', articleAt: `/council/${town.councilId}/charter#commonGround` })
    expect(early.detail).toContain('27')
    await seek('zhou', id)
    town.at('2026-12-21T09:00:00+08:00')
    expect((await town.as('zhou').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: true } })).code).toBe(
      'motion-ground-too-few',
    )
    for (const who of ['heYong', 'guoLei'] as const) await town.as(who).call(motions.cosignMotion, { ...at(id), body: { sign: true } })
    expect((await town.as('zhou').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: false } })).code).toBe(
      'motion-ground-say-so',
    )
    const page = await file('zhou', id, true)
    expect(page).toMatchObject({ state: 'filed', ground: 'notYet', groundFigures: { met: false, statements: [{ id: statementId }] } })
  })

  test('a motion tied to nothing is told where to begin', async () => {
    const id = await write('zhou')
    expect(await town.as('zhou').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: true } })).toMatchObject({
      code: 'motion-ground-no-conversation',
      instead: expect.stringContaining('秘书'),
    })
  })
})

describe('filing', () => {
  test('ten filed at once still get ten numbers in a row, and a refused filing uses none', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => write('heYong', { exemptAs: 'safety', title: `第${index}件` })))
    const refusedOne = await write('heYong')
    const pages = await Promise.all([
      ...ids.map((id) => file('heYong', id)),
      town.as('heYong').refused(motions.fileMotion, { ...at(refusedOne), body: { withoutCommonGround: false } }),
    ])
    const numbers = pages.flatMap((page) => ('number' in page && page.number ? [page.number.number] : [])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => numbers[0]! + index))
    const all = await town.rows<{ number: number }>(
      'select number from motion where number is not null and street_id = $1 and year = 2026 order by 1',
      [town.street.id],
    )
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
  })

  test('another’s motion is nobody else’s to file or withdraw', async () => {
    const id = await write('zhou', { exemptAs: 'safety' })
    await seek('zhou', id)
    expect((await town.as('uncleHuang').refused(motions.fileMotion, { ...at(id), body: { withoutCommonGround: false } })).code).toBe(
      'motion-not-author',
    )
    expect((await town.as('uncleHuang').refused(motions.withdrawMotion, { ...at(id), body: { because: '' } })).code).toBe(
      'motion-not-author',
    )
    expect((await town.as('zhou').call(motions.withdrawMotion, { ...at(id), body: { because: '写重了' } })).state).toBe('withdrawn')
  })
})

describe('screening', () => {
  test('the clerk returns with reasons everybody reads; the author appeals in time; the hands of a meeting admit it', async () => {
    const id = await filed('uncleHuang')
    expect((await town.as('zhou').refused(motions.screenMotion, { ...at(id), body: { admit: true } })).code).toBe('not-permitted')
    const reason = { 'zh-CN': '没有写清楚由谁来办。' }
    await town.as('jiangWen').call(motions.screenMotion, { ...at(id), body: { admit: false, reason } })
    const page = await town.anonymous.call(motions.readMotion, at(id))
    expect(page).toMatchObject({ state: 'returned', screening: { by: '2026-12-02', reason }, appeal: { until: '2026-12-02' } })
    await town.as('uncleHuang').call(motions.appealReturn, { ...at(id), body: { words: '写了由综合执法队来办。' } })
    const meetingId = await planMeeting(town, '2026-12-10T19:00:00+08:00', 101)
    const hands = { meetingId, for: 8, against: 3, abstain: 1 }
    expect((await town.as('jiangWen').refused(motions.decideAppeal, { ...at(id), body: hands })).code).toBe('motion-appeal-in-meeting')
    await town.deed(({ tx }) => tx.updateTable('meeting').set({ state: 'open' }).where('id', '=', meetingId).execute())
    expect(await town.as('jiangWen').call(motions.decideAppeal, { ...at(id), body: hands })).toMatchObject({
      state: 'admitted',
      appeal: { outcome: 'upheld' },
    })
  })

  test('an appeal that comes too late is refused with the article', async () => {
    const id = await filed('uncleHuang')
    await town.as('jiangWen').call(motions.screenMotion, { ...at(id), body: { admit: false, reason: { 'zh-CN': '不清楚。' } } })
    town.at('2026-12-03T09:00:00+08:00')
    expect(await town.as('uncleHuang').refused(motions.appealReturn, { ...at(id), body: { words: '再看看' } })).toMatchObject({
      code: 'motion-appeal-late',
      articleAt: `/council/${town.councilId}/charter#filing`,
    })
  })

  test('not screened in seven working days, clerk and chair are told once and the list says it is late', async () => {
    const id = await filed('panHui', { title: '等了很久' })
    town.at('2026-12-03T09:00:00+08:00')
    await town.drain(['council.motions.alarm-screening'])
    await town.drain(['council.motions.alarm-screening'])
    const { events, late } = await town.anonymous.call(motions.readMotion, at(id))
    expect(late).toBe(true)
    expect(events.filter(({ kind }) => kind === 'screeningLate')).toHaveLength(1)
    for (const who of ['jiangWen', 'liang'] as const)
      expect(JSON.stringify(await town.as(who).call(listMessages, {}))).toContain(`/council/motions/${id}`)
  })

  test('the clerk’s recommendation, the plain summary and opinions stand beside the motion; no step waits for any of them', async () => {
    const id = await admitted('zhou')
    const clerk = town.as('jiangWen')
    await clerk.call(motions.recommendProcedure, { ...at(id), body: { way: 'take', reason: '两方都赞成。' } })
    const translation = { title: 'No machines after ten', reasons: 'Children sleep.', doer: 'The street', lines: ['one', 'two'] }
    expect((await clerk.refused(motions.describeMotion, { ...at(id), body: { summary: null, translation } })).code).toBe(
      'motion-translation-lines',
    )
    await clerk.call(motions.describeMotion, {
      ...at(id),
      body: { summary: { 'zh-CN': '晚上十点后不开机，街道立牌子。' }, translation: { ...translation, lines: ['one', 'two', 'three'] } },
    })
    const provider = organId(town.street.id, 'provider')
    expect((await town.as('zhou').refused(motions.giveOpinion, { ...at(id), body: { organId: provider, words: '好' } })).code).toBe(
      'not-your-organ',
    )
    await town.as('liang').call(motions.giveOpinion, { ...at(id), body: { organId: provider, words: '中心可以帮着通知作坊。' } })
    expect(await town.anonymous.call(motions.readMotion, at(id))).toMatchObject({
      state: 'admitted',
      title: { en: 'No machines after ten' },
      procedure: { way: 'take' },
      summary: { 'zh-CN': '晚上十点后不开机，街道立牌子。' },
      translation: ['one', 'two', 'three'],
      opinions: [{ words: '中心可以帮着通知作坊。' }],
    })
  })
})

describe('amendments', () => {
  const amend = (who: CastKey, id: string, fromLine: number, toLine: number, lines: string[], version = 1) =>
    town.as(who).call(motions.proposeAmendment, { ...at(id), body: { version, fromLine, toLine, lines, reason: '更清楚' } })

  test('the mover merges one: the others move with their lines, and the one in conflict is overtaken', async () => {
    const id = await admitted('zhou')
    await amend('uncleHuang', id, 1, 1, ['三号巷的作坊晚上九点到早上七点不开机。', '急活提前一天告诉邻居。'])
    await amend('panHui', id, 1, 1, ['三号巷的作坊晚上十一点后不开机。'])
    const proposed = await amend('zengBo', id, 3, 3, ['两个月后回头看一次。'])
    expect(proposed.amendments.map(({ conflicts }) => conflicts)).toEqual([[2], [1], []])
    const [first] = proposed.amendments
    const decide = (who: CastKey, amendmentId: string, act: 'merge' | 'decline' | 'withdraw') =>
      town.as(who).call(motions.decideAmendment, { params: { motionId: id, amendmentId }, body: { act } })
    const other = await town
      .as('panHui')
      .refused(motions.decideAmendment, { params: { motionId: id, amendmentId: first!.id }, body: { act: 'merge' } })
    expect(other.code).toBe('amendment-not-yours')
    const merged = await decide('zhou', first!.id, 'merge')
    expect(merged.lines).toEqual([
      '三号巷的作坊晚上九点到早上七点不开机。',
      '急活提前一天告诉邻居。',
      '街道在巷口立一块牌子。',
      '三个月后回头看一次。',
    ])
    expect(merged.amendments.map(({ state, fromLine }) => [state, fromLine])).toEqual([
      ['merged', 1],
      ['overtaken', 1],
      ['open', 4],
    ])
    const last = await decide('zhou', merged.amendments[2]!.id, 'merge')
    expect(last).toMatchObject({ version: 3 })
    expect(last.lines.at(-1)).toBe('两个月后回头看一次。')
    expect(last.versions.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(
      (
        await town
          .as('panHui')
          .refused(motions.proposeAmendment, { ...at(id), body: { version: 1, fromLine: 1, toLine: 1, lines: ['x'], reason: 'y' } })
      ).code,
    ).toBe('amendment-stale')
  })

  test('a resident who is no delegate, and the chair, do not amend', async () => {
    const id = await admitted('zhou')
    const body = { version: 1, fromLine: 1, toLine: 1, lines: ['x'], reason: 'y' }
    expect((await town.as('chen').refused(motions.proposeAmendment, { ...at(id), body })).code).toBe('not-permitted')
    expect((await town.as('liang').refused(motions.proposeAmendment, { ...at(id), body })).code).toBe('motion-chair-neutral')
  })
})

describe('the result', () => {
  const onFloor = async (): Promise<{ id: string; meetingId: string }> => {
    const id = await admitted('zhou')
    const meetingId = await planMeeting(town, '2026-12-12T19:00:00+08:00', 200 + Math.trunc(Math.random() * 1e6))
    await town.deed(({ tx }) => tx.updateTable('motion').set({ state: 'onAgenda', meeting_id: meetingId }).where('id', '=', id).execute())
    return { id, meetingId }
  }
  const walk = (id: string, meetingId: string, steps: readonly Parameters<typeof moveMotion>[2][]) =>
    town.deed(async (deed) => {
      for (const step of steps) await moveMotion(deed, id, step, { meetingId })
    })

  test('without a quorum it is carried over; a tie fails; a step out of turn names the article', async () => {
    const { id, meetingId } = await onFloor()
    await expect(walk(id, meetingId, ['debate'])).rejects.toMatchObject({
      code: 'motion-not-debate',
      details: { articleAt: `/council/${town.councilId}/charter#floor` },
    })
    await walk(id, meetingId, ['move', 'second', 'debate', 'putToVote'])
    await town.deed((deed) => settleMotion(deed, id, { kind: 'no-quorum', meetingId, figures: {} }))
    expect(await town.anonymous.call(motions.readMotion, at(id))).toMatchObject({ state: 'postponed', outcome: { kind: 'no-quorum' } })
    const tied = await onFloor()
    await walk(tied.id, tied.meetingId, ['move', 'second', 'putToVote'])
    const figures = { total: { for: 5, against: 5 } }
    await town.deed((deed) => settleMotion(deed, tied.id, { kind: 'tied', meetingId: tied.meetingId, figures }))
    expect(await town.anonymous.call(motions.readMotion, at(tied.id))).toMatchObject({
      state: 'rejected',
      outcome: { kind: 'tied', figures },
    })
  })

  test('a motion a delegate signed beforehand is seconded as soon as it is moved', async () => {
    const { id, meetingId } = await onFloor()
    await town.as('panHui').call(motions.cosignMotion, { ...at(id), body: { sign: true } })
    expect(await town.deed((deed) => moveMotion(deed, id, 'move', { meetingId }))).toBe('seconded')
    expect((await town.as('zhou').refused(motions.withdrawMotion, { ...at(id), body: { because: '' } })).code).toBe('motion-not-withdraw')
  })

  test('a result is changed by chair and clerk both, with a printed reason; one alone changes nothing', async () => {
    const { id, meetingId } = await onFloor()
    await walk(id, meetingId, ['move', 'second', 'putToVote'])
    await town.deed((deed) => settleMotion(deed, id, { kind: 'rejected', meetingId, figures: { total: { for: 4, against: 5 } } }))
    const body = { state: 'postponed' as const, reason: '计数时漏了一只手。' }
    expect((await town.as('zhou').refused(motions.overrideResult, { ...at(id), body })).code).toBe('motion-override-two')
    expect((await town.as('jiangWen').call(motions.overrideResult, { ...at(id), body })).state).toBe('rejected')
    expect((await town.as('jiangWen').call(motions.overrideResult, { ...at(id), body })).state).toBe('rejected')
    const done = await town.as('liang').call(motions.overrideResult, { ...at(id), body })
    expect(done).toMatchObject({ state: 'postponed', outcome: { override: { was: 'rejected' } } })
    expect(done.outcome?.override?.reason).toContain('漏了一只手')
    expect(done.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['overrideAsked', 'overridden']))
  })
})

test('a carried motion is a resolution in the same deed, and no hand undoes it', async () => {
  const id = await admitted('zhou', { title: '通过的' })
  const meetingId = await planMeeting(town, '2026-12-13T19:00:00+08:00', 4242)
  await town.deed(async (deed) => {
    await deed.tx.updateTable('motion').set({ state: 'onAgenda', meeting_id: meetingId }).where('id', '=', id).execute()
    for (const step of ['move', 'second', 'putToVote'] as const) await moveMotion(deed, id, step, { meetingId })
    await settleMotion(deed, id, { kind: 'carried', meetingId, ballotId: null, figures: { total: { for: 9, against: 2 } } })
  })
  expect(await town.rows('select source, number from resolution where source_id = $1', [id])).toEqual([{ source: 'motion', number: 1 }])
  const body = { state: 'rejected' as const, reason: '反悔了' }
  expect((await town.as('liang').refused(motions.overrideResult, { ...at(id), body })).code).toBe('motion-carried-stands')
})

test('the motion comes as a document that opens as a zip, without its resident author', async () => {
  const id = await write('chen')
  await seek('chen', id)
  const { bytes, headers } = await town.anonymous.raw(motions.downloadMotion, at(id))
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(headers['content-type']).toContain('wordprocessingml')
})

test('closing the account takes drafts, support and the name; what was filed stays with the council', async () => {
  const draftId = await write('qiuYun')
  const filedId = await admitted('tanXiaomei')
  const other = await write('chen')
  await seek('chen', other)
  await support('qiuYun', other)
  const { councilKeeper } = await import('./council.keeper.ts')
  const open = await town.deed((deed) => councilKeeper.open(deed, town.idOf('qiuYun')))
  expect(open.map(({ id }) => id)).toContain(draftId)
  expect(await town.deed((deed) => councilKeeper.export(deed, town.idOf('qiuYun')))).toMatchObject({
    supportedMotions: expect.arrayContaining([expect.objectContaining({ motion_id: other })]),
  })
  for (const who of ['qiuYun', 'tanXiaomei'] as const) await town.deed((deed) => councilKeeper.forget(deed, town.idOf(who)))
  expect(await town.rows('select 1 from motion where id = $1', [draftId])).toEqual([])
  expect(await town.rows('select 1 from motion_support where person_id = $1', [town.idOf('qiuYun')])).toEqual([])
  expect(await town.anonymous.call(motions.readMotion, at(filedId))).toMatchObject({ state: 'admitted', mover: { name: '' } })
})
