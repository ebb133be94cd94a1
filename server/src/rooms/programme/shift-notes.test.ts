import { endAppointment, addLeave } from '@ronghe/contract/programme/appointments.ts'
import * as contract from '@ronghe/contract/programme/shift-notes.ts'
import type { CastKey, OrganKey, PostKey } from '@ronghe/demo/cast.ts'
import { demoId, organId, postId } from '@ronghe/demo/load-cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openTown, type Town } from '../../platform/database/testing.ts'
import { forgetOld } from '../../platform/privacy/forget-old.ts'
import { programmeKeeper } from './programme.keeper.ts'
import { namesSomebody } from './shift-notes.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
beforeEach(async () => {
  town.at(monday)
  await town.deed(({ tx }) => tx.deleteFrom('shift_note').execute())
})
afterAll(() => town.close())

const organ = (key: OrganKey) => organId(town.street.id, key)
const post = (key: PostKey) => postId(town.street.id, key)
const leave = (who: CastKey, words: string, forPost: PostKey | null = null, of: OrganKey = 'station') =>
  town.as(who).call(contract.leaveShiftNote, { body: { organId: organ(of), postId: forPost && post(forPost), words } })
const seen = async (who: CastKey, show: 'all' | 'unread' = 'all') =>
  (await town.as(who).call(contract.listShiftNotes, { query: { show } })).items
const words = async (who: CastKey) => (await seen(who)).map((note) => note.words)
const mark = (who: CastKey, noteId: string) => town.as(who).call(contract.markShiftNote, { params: { noteId } })
const kept = () => town.rows<{ id: string }>('select id from shift_note')

describe('a note for the next shift', () => {
  test('left for a window is seen by whoever sits there, by its author, and by nobody else at the station or outside', async () => {
    await leave('liTing', '2号窗口的打印机卡纸，已经报修，先用3号的。', 'windowTwo')
    expect(await words('heMin')).toEqual(['2号窗口的打印机卡纸，已经报修，先用3号的。'])
    expect(await words('liTing')).toHaveLength(1)
    expect(await words('luoYan')).toEqual([])
    expect(await words('wangJun')).toEqual([])
  })

  test('left for the whole station is seen at every window and by its lead, and not by a department', async () => {
    await leave('heMin', '明天上午系统升级，九点以前别收件。')
    for (const who of ['heMin', 'liTing', 'luoYan'] as const) expect(await words(who), who).toHaveLength(1)
    for (const who of ['wangJun', 'officerLin', 'directorHe'] as const) expect(await words(who), who).toEqual([])
  })

  test('for somebody who is away is seen by whoever stands in, on those days only', async () => {
    await leave('luoYan', '领号机的纸在左边柜子。', 'windowTwo')
    expect(await words('liTing')).toEqual([])
    await town.as('officerLin').call(addLeave, {
      params: { appointmentId: demoId(town.street.id, 'appointment', 'heMin', 'windowTwo') },
      body: { fromDay: '2026-11-24', toDay: '2026-11-25', standInPostId: post('windowOne'), note: '' },
    })
    town.at('2026-11-24T09:00:00+08:00')
    expect(await words('liTing')).toEqual(['领号机的纸在左边柜子。'])
    const [note] = await seen('liTing', 'unread')
    expect((await mark('liTing', note!.id)).readBy).toMatchObject([{ post: { 'zh-CN': '1号窗口' } }])
    town.at('2026-11-26T09:00:00+08:00')
    expect(await words('liTing')).toEqual([])
  })

  test('is unread until it is marked; the author sees which post has marked it, and marking twice marks once', async () => {
    const { id } = await leave('liTing', '下午两点有人来取证。')
    expect(await seen('liTing', 'unread'), 'one’s own is never unread').toEqual([])
    expect(await seen('heMin', 'unread')).toMatchObject([{ id, mine: false, readAt: null, may: ['read'] }])
    await mark('heMin', id)
    await mark('heMin', id)
    expect(await seen('heMin', 'unread')).toEqual([])
    expect(await seen('heMin')).toMatchObject([{ id, may: [], readBy: [{ post: { 'zh-CN': '2号窗口' } }] }])
    expect(await seen('liTing')).toMatchObject([{ mine: true, may: [], readBy: [{ post: { 'zh-CN': '2号窗口' } }] }])
    expect(await town.rows('select 1 from shift_note_reading')).toHaveLength(1)
    expect(JSON.stringify(await seen('liTing')), 'posts are named, people are not').not.toContain('何敏')
  })

  test('may be taken back by its author until somebody has read it', async () => {
    const slip = await leave('liTing', '写错了。')
    expect((await town.as('heMin').refused(contract.takeBackShiftNote, { params: { noteId: slip.id } })).code).toBe('no-shift-note')
    await town.as('liTing').call(contract.takeBackShiftNote, { params: { noteId: slip.id } })
    expect(await kept()).toEqual([])
    const known = await leave('liTing', '明天九点开门。')
    await mark('heMin', known.id)
    expect((await town.as('liTing').refused(contract.takeBackShiftNote, { params: { noteId: known.id } })).code).toBe('shift-note-was-read')
    expect(await kept()).toHaveLength(1)
  })

  test('goes page by page, the newest first', async () => {
    for (const day of [23, 24, 25]) {
      town.at(`2026-11-${day}T17:00:00+08:00`)
      await leave('heMin', `${day} 号的话`)
    }
    const first = await town.as('liTing').call(contract.listShiftNotes, { query: { limit: 2 } })
    const rest = await town.as('liTing').call(contract.listShiftNotes, { query: { limit: 2, after: first.next! } })
    expect([...first.items, ...rest.items].map((note) => note.words)).toEqual(['25 号的话', '24 号的话', '23 号的话'])
    expect(rest.next).toBeNull()
  })
})

describe('a refused note changes nothing', () => {
  const refuse = async (who: CastKey, body: Parameters<typeof bodyOf>[0]) => {
    const problem = await town.as(who).refused(contract.leaveShiftNote, { body: bodyOf(body) })
    expect(await kept()).toEqual([])
    return problem
  }
  const bodyOf = ({
    of = 'station',
    forPost = null,
    words: said = '好的',
  }: {
    of?: OrganKey
    forPost?: PostKey | null
    words?: string
  }) => ({
    organId: organ(of),
    postId: forPost && post(forPost),
    words: said,
  })

  test('for an organ in which the author holds no post', async () => {
    expect((await refuse('heMin', { of: 'police' })).code).toBe('not-your-organ')
  })
  test('for a post of another organ, or one that reads no notes', async () => {
    expect((await refuse('heMin', { forPost: 'policeOfficer' })).errors).toMatchObject([{ path: 'postId', code: 'post-reads-no-notes' }])
    expect((await refuse('heMin', { forPost: 'newcomerMediator' })).errors).toMatchObject([{ code: 'post-reads-no-notes' }])
  })
  test('with a resident’s number in it, however it is written; a case number is fine', async () => {
    for (const said of ['请打 199 0000 0001', '电话１９９００００００１１', '证号110105 19491231 002X'])
      expect((await refuse('heMin', { words: said })).errors, said).toMatchObject([{ path: 'words', code: 'number-of-a-person' }])
    await leave('heMin', 'SJ-2611-00482 明天 14:00 来取，站里电话 020-0000-0101。')
  })
  test('empty, or longer than a note', async () => {
    for (const said of ['   ', '长'.repeat(601)]) expect((await refuse('heMin', { words: said })).code).toBe('fields')
  })
  test('by residents, by delegates, and by the administrators, who read none either', async () => {
    for (const who of ['chen', 'zhou', 'zhaoYu', 'sunYi', 'fengJie'] as const) {
      expect((await refuse(who, {})).code, who).toBe('not-permitted')
      expect((await town.as(who).refused(contract.listShiftNotes)).code, who).toBe('not-permitted')
      expect((await town.as(who).refused(contract.listShiftNotePlaces)).code, who).toBe('not-permitted')
    }
  })
  test('and a note of another organ cannot be marked as read', async () => {
    const { id } = await leave('heMin', '给站里的')
    expect((await town.as('wangJun').refused(contract.markShiftNote, { params: { noteId: id } })).code).toBe('no-shift-note')
    expect(await town.rows('select 1 from shift_note_reading')).toEqual([])
  })
})

test('a note may be left for one’s own organs and for the posts there that read notes', async () => {
  const { items } = await town.as('heMin').call(contract.listShiftNotePlaces)
  expect(items.map(({ name, posts }) => [name['zh-CN'], posts.map((one) => one.name['zh-CN'])])).toEqual([
    ['融合社区服务站', expect.arrayContaining(['1号窗口', '2号窗口', '3号窗口', '站长'])],
  ])
  expect(items[0]!.posts).toHaveLength(4)
  expect((await town.as('fangWei').call(contract.listShiftNotePlaces)).items).toHaveLength(2)
})

test('with the post the notes go, with the very next request', async () => {
  await leave('heMin', '站里的话')
  expect(await words('liTing')).toHaveLength(1)
  await town.as('officerLin').call(endAppointment, {
    params: { appointmentId: demoId(town.street.id, 'appointment', 'liTing', 'windowOne') },
    body: { note: '' },
  })
  expect((await town.as('liTing').refused(contract.listShiftNotes)).code).toBe('not-permitted')
})

test('the text lies sealed, the journal holds no word of it, and the night takes it after thirty days with who had read it', async () => {
  const { id } = await leave('luoYan', 'CANARY-交班')
  await mark('heMin', id)
  const [row] = await town.rows<{ words_sealed: Buffer }>('select words_sealed from shift_note')
  expect(row!.words_sealed.includes(Buffer.from('CANARY'))).toBe(false)
  const leaves = await town.rows<{ kind: string; commitments: unknown }>(
    `select kind, commitments from journal_leaf where kind like 'programme.shift-note%'`,
  )
  expect(new Set(leaves.map(({ kind }) => kind))).toEqual(
    new Set(['programme.shift-note.left', 'programme.shift-note.read', 'programme.shift-note.taken-back']),
  )
  expect(JSON.stringify(leaves)).not.toContain('CANARY')
  const night = async (moment: string) => {
    town.at(moment)
    await town.deed(forgetOld)
  }
  await night('2026-12-22T03:00:00+08:00')
  expect(await kept()).toHaveLength(1)
  await night('2026-12-24T03:00:00+08:00')
  expect(await kept()).toEqual([])
  expect(await town.rows('select 1 from shift_note_reading')).toEqual([])
})

test('whoever left a note gets a copy of it, and forgetting the author takes it away', async () => {
  const { id } = await leave('luoYan', '月底交表')
  await mark('heMin', id)
  const copy = await town.deed((deed) => programmeKeeper.export(deed, town.idOf('luoYan')))
  expect(JSON.stringify(copy['shiftNotes'])).toContain('月底交表')
  await town.deed((deed) => programmeKeeper.forget(deed, town.idOf('heMin')))
  expect(await town.rows('select 1 from shift_note_reading')).toEqual([])
  await town.deed((deed) => programmeKeeper.forget(deed, town.idOf('luoYan')))
  expect(await kept()).toEqual([])
})

test('every mobile number is found in a text, and no case number is taken for one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', '电话', 'SJ-2611-00482，'), (number, before) =>
      namesSomebody(`${before}${number}。`),
    ),
    { seed: 20261123 },
  )
  fc.assert(
    fc.property(
      fc.stringMatching(/^SJ-\d{4}-\d{5}$/),
      fc.stringMatching(/^2026-1[0-2]-[0-2]\d$/),
      (number, day) => !namesSomebody(`${number}，${day} 来取`),
    ),
    { seed: 20261123 },
  )
})
