import * as meetings from '@ronghe/contract/council/meetings.ts'
import * as minutes from '@ronghe/contract/council/minutes.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import type { Happening } from '@ronghe/floor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { delegatesInOffice } from './delegates.ts'
import { locals, newcomers, openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => void (town = await openCouncil()))
afterAll(() => town.close())

const clerk = () => town.as('jiangWen')
const council = () => ({ councilId: town.councilId })
const firstDay = '2026-11-23T09:00:00+08:00'

async function notified(day: string, kind: 'ordinary' | 'practice' = 'ordinary'): Promise<string> {
  const { id } = await clerk().call(meetings.planMeeting, {
    params: council(),
    body: { kind, startsAt: `${day}T19:00:00+08:00`, endsAt: `${day}T21:00:00+08:00`, place: '会场', childcare: false, interpreters: [] },
  })
  await clerk().call(meetings.notifyMeeting, { params: { meetingId: id } })
  return id
}

/** What the floor would have written, from seven in the evening on, a minute apart. */
async function hold(
  meetingId: string,
  day: string,
  happened: (all: readonly { id: string; bench: string | null }[]) => readonly Happening[],
) {
  await town.deed(async (deed) => {
    const delegates = (await delegatesInOffice(deed, town.councilId)).map(({ personId, bench }) => ({ id: personId, bench }))
    const events = happened(delegates)
    await deed.tx
      .insertInto('meeting_event')
      .values(
        events.map((event, index) => ({
          street_id: deed.street.id,
          meeting_id: meetingId,
          number: index + 1,
          at: new Date(Date.parse(`${day}T19:00:00+08:00`) + index * 60_000),
          command: `c${index}`,
          step: 0,
          kind: event.kind,
          event: JSON.stringify(event),
        })),
      )
      .execute()
    await deed.tx
      .updateTable('meeting')
      .set({ state: 'closed' })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', meetingId)
      .execute()
  })
}

const there = [...newcomers.slice(0, 5), ...locals.slice(0, 4)]
const ordinary = (delegates: readonly { id: string; bench: string | null }[]): readonly Happening[] => [
  {
    kind: 'meetingOpened',
    practice: false,
    rules: {} as never,
    delegates: delegates.map((one) => ({ ...one, name: '' })),
    present: [town.idOf('liang'), ...there.map(town.idOf)],
    deputies: {},
    agenda: [],
    presidingId: town.idOf('liang'),
    quorum: [{ bench: null, what: 'quorum', has: 10, needs: 9, met: true }],
  },
  { kind: 'meetingClosed', carriedOver: [] },
]

describe('after a meeting', () => {
  let id: string
  const at = () => ({ params: { meetingId: id } })

  test('who was there is public, an apology is told from an absence, and the minutes are written by themselves', async () => {
    id = await notified('2026-12-01')
    await town.as('guoLei').call(meetings.answerInvitation, { ...at(), body: { answer: 'excused', excuse: 'work' } })
    await hold(id, '2026-12-01', ordinary)
    town.at('2026-12-01T21:30:00+08:00')
    await town.drain(['council.meetings.wrap-up'])
    await town.drain(['council.meetings.wrap-up'])
    const page = await town.anonymous.call(meetings.readMeeting, at())
    expect(page.state).toBe('minutesDraft')
    expect(page.attendance).toHaveLength(13)
    const stateOf = (who: Parameters<typeof town.idOf>[0]) => page.attendance.find(({ personId }) => personId === town.idOf(who))?.state
    expect([stateOf('zhou'), stateOf('guoLei'), stateOf(locals[5])]).toEqual(['present', 'excused', 'absent'])
    const record = await town.anonymous.call(meetings.listAttendance, { params: council() })
    expect(record).toMatchObject({ meetings: 1, share: { newcomers: 5 / 6, locals: 4 / 6 }, gapPercent: 17, alarmAbovePercent: 20 })
    const absences = await town.rows(`select excused from seat_absence where meeting_id = $1`, [id])
    expect(absences).toHaveLength(3)
    // What is a draft is the council's own.
    expect((await town.anonymous.refused(minutes.readMinutes, at())).code).toBe('no-minutes')
    const own = await town.as('zhou').call(minutes.readMinutes, at())
    expect(own.dueDay).toBe('2026-12-15')
    expect(own.paragraphs.find(({ key }) => key === 'excused')!.text['zh-CN']).toBe('请假：郭磊。')
  })

  test('the clerk changes a paragraph with a reason; the system’s text stays beside it, and names are kept as persons', async () => {
    const reword = {
      kind: 'reword' as const,
      paragraph: 'excused',
      text: { 'zh-CN': '请假：郭磊、周桂兰。', en: 'Excused: 郭磊, 周桂兰.' },
    }
    expect((await town.as('zhou').refused(minutes.editMinutes, { ...at(), body: { change: reword, because: '更正' } })).status).toBe(403)
    const edited = await clerk().call(minutes.editMinutes, { ...at(), body: { change: reword, because: '漏记一人' } })
    const paragraph = edited.paragraphs.find(({ key }) => key === 'excused')!
    expect(paragraph).toMatchObject({
      text: { 'zh-CN': '请假：郭磊、周桂兰。' },
      written: { 'zh-CN': '请假：郭磊。' },
      changes: [{ number: 1, because: '漏记一人', by: { 'zh-CN': '议事会秘书' } }],
    })
    expect((await clerk().refused(minutes.editMinutes, { ...at(), body: { change: reword, because: '再来' } })).code).toBe('minutes-same')
    const table = { kind: 'strike' as const, paragraph: 'attendance-table' }
    expect((await clerk().refused(minutes.editMinutes, { ...at(), body: { change: table, because: '不要' } })).status).toBe(422)
    await clerk().call(minutes.editMinutes, {
      ...at(),
      body: { change: { kind: 'add', behind: 'close', text: { 'zh-CN': '散会后大家一起收拾了椅子。' } }, because: '补记' },
    })
    const struck = await clerk().call(minutes.editMinutes, {
      ...at(),
      body: { change: { kind: 'strike', paragraph: 'absent' }, because: '重复' },
    })
    expect(struck.paragraphs.at(-1)).toMatchObject({ text: { 'zh-CN': '散会后大家一起收拾了椅子。' }, written: null })
    expect(struck.paragraphs.find(({ key }) => key === 'absent')).toMatchObject({ struck: true })
    const stored = await town.rows<{ row: string }>(
      `select paragraphs::text as row from minutes union all select coalesce(after::text, '') from minutes_change`,
    )
    for (const { row } of stored) expect(row).not.toContain('周桂兰')
  })

  test('they are approved by a later meeting or in writing by more than half of those who were there, with the article', async () => {
    expect(await clerk().refused(minutes.approveMinutes, { ...at(), body: { approvedIn: null } })).toMatchObject({
      code: 'minutes-approve-next',
      articleAt: `/council/${town.councilId}/charter#publication`,
    })
    expect((await town.as('guoLei').refused(minutes.confirmMinutes, at())).code).toBe('minutes-not-there')
    for (const who of there.slice(0, 6)) await town.as(who).call(minutes.confirmMinutes, at())
    expect((await town.as('zhou').refused(minutes.confirmMinutes, at())).code).toBe('minutes-confirmed-already')
    expect((await town.as('zhou').call(minutes.readMinutes, at())).confirmations).toEqual({ given: 6, needed: 6, mine: true })
    // A change after that has been confirmed by nobody.
    await clerk().call(minutes.editMinutes, {
      ...at(),
      body: { change: { kind: 'reword', paragraph: 'absent', text: { 'zh-CN': '缺席两人。' } }, because: '改回' },
    })
    expect((await town.as('zhou').call(minutes.readMinutes, at())).confirmations.given).toBe(0)
    expect((await clerk().refused(minutes.publishMinutes, at())).code).toBe('minutes-not-approved')
    const coming = await notified('2026-12-30')
    expect(await clerk().refused(minutes.approveMinutes, { ...at(), body: { approvedIn: coming } })).toMatchObject({
      code: 'minutes-decision-elsewhere',
      article: expect.stringContaining('公开'),
    })
    await hold(coming, '2026-12-30', ordinary)
    town.at('2026-12-30T21:30:00+08:00')
    const approved = await clerk().call(minutes.approveMinutes, { ...at(), body: { approvedIn: coming } })
    expect(approved.approvedIn?.id).toBe(coming)
    expect(
      (await clerk().refused(minutes.editMinutes, { ...at(), body: { change: { kind: 'strike', paragraph: 'when' }, because: '晚了' } }))
        .code,
    ).toBe('meeting-not-so-far')
  })

  test('published they are everybody’s, as a page and as a Word document; nobody has to press the button', async () => {
    await town.drain(['council.meetings.publish'])
    const read = await town.anonymous.call(minutes.readMinutes, at())
    expect(read.publishedAt).not.toBeNull()
    expect((await town.as('zhou').call(listMessages)).items.some(({ link }) => link === `/council/meetings/${id}/minutes`)).toBe(true)
    const file = await town.anonymous.raw(minutes.readMinutesDocument, at())
    expect(file.headers['content-type']).toContain('wordprocessingml')
    expect(file.bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
    expect(file.bytes.includes('word/document.xml')).toBe(true)
  })
})

test('a practice meeting leaves no minutes, counts nowhere, and is gone a week later with all that was said', async () => {
  town.at(firstDay)
  const id = await notified('2026-12-03', 'practice')
  await town.drain(['council.meetings.wrap-up'])
  await hold(id, '2026-12-03', ordinary)
  const before = await town.anonymous.call(meetings.listAttendance, { params: council() })
  await town.drain(['council.meetings.wrap-up'])
  expect(await town.anonymous.call(meetings.listAttendance, { params: council() })).toEqual(before)
  expect((await clerk().refused(minutes.writeMinutes, { params: { meetingId: id } })).code).toBe('minutes-practice')
  town.at('2026-12-10T20:00:00+08:00')
  await town.drain(['council.meetings.forget-practice'])
  await town.as('zhou').call(meetings.readMeeting, { params: { meetingId: id } })
  town.at('2026-12-11T02:40:00+08:00')
  await town.drain(['council.meetings.forget-practice'])
  expect((await town.as('zhou').refused(meetings.readMeeting, { params: { meetingId: id } })).code).toBe('no-meeting')
  expect(await town.rows(`select number from meeting_event where meeting_id = $1`, [id])).toEqual([])
})

test('two days before, whoever has not answered is asked once more, and nobody else', async () => {
  town.at(firstDay)
  const id = await notified('2026-12-08')
  await town.as('zhou').call(meetings.answerInvitation, { params: { meetingId: id }, body: { answer: 'coming' } })
  town.at('2026-12-06T10:00:00+08:00')
  await town.drain(['council.meetings.remind'])
  const reminded = await town.rows<{ person_id: string }>(`select person_id from message where template = 'meeting-answer-reminder'`)
  expect(reminded).toHaveLength(12)
  expect(reminded.map(({ person_id }) => person_id)).not.toContain(town.idOf('zhou'))
})

test('when the charter’s month is nearly over and nothing is planned, the clerk and the chair are told; once it is planned they are not', async () => {
  const told = async () =>
    (await town.rows<{ person_id: string }>(`select person_id from message where template = 'meeting-due'`)).map(
      ({ person_id }) => person_id,
    )
  town.at('2026-12-31T08:05:00+08:00')
  await town.drain(['council.meetings.due'])
  expect(await told()).toEqual([])
  town.at('2027-01-25T08:05:00+08:00')
  await town.drain(['council.meetings.due'])
  expect((await told()).toSorted()).toEqual([town.idOf('jiangWen'), town.idOf('liang')].toSorted())
  await notified('2027-02-05')
  await town.drain(['council.meetings.due'])
  expect(await told()).toHaveLength(2)
})
