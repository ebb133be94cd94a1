import * as agenda from '@ronghe/contract/council/agenda.ts'
import * as motions from '@ronghe/contract/council/motions.ts'
import { listMessages } from '@ronghe/contract/people/messages.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryOver } from './agenda.ts'
import { hallOf } from './floor.testing.ts'
import { moveMotion } from './motion-steps.ts'
import { draft, openMotions, planMeeting } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => void (town = await openMotions()))
afterAll(() => town.close())

const clerk = () => town.as('jiangWen')
const at = (meetingId: string) => ({ params: { meetingId } })
const admitted = async (who: CastKey, title: string, more = {}) => {
  const { id } = await town
    .as(who)
    .call(motions.writeMotion, { params: { councilId: town.councilId }, body: draft({ title, exemptAs: 'safety', ...more }) })
  await town.as(who).call(motions.fileMotion, { params: { motionId: id }, body: {} })
  await clerk().call(motions.screenMotion, { params: { motionId: id }, body: { admit: true } })
  return id
}
const titles = ({ items }: { readonly items: readonly { readonly title: { 'zh-CN': string } }[] }) =>
  items.map(({ title }) => title['zh-CN'])

describe('the agenda of a meeting', () => {
  let meetingId: string
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    meetingId = await planMeeting(town, '2026-12-05T19:00:00+08:00', 1)
    for (const [who, title] of [
      ['zhou', '来1'],
      ['heYong', '来2'],
      ['guoLei', '来3'],
      ['uncleHuang', '本1'],
      ['panHui', '本2'],
    ] as const)
      ids[title] = await admitted(who, title)
  })

  test('benches take turns, every item says why it stands there, and only clerk and chair see it before it is confirmed', async () => {
    const proposed = await clerk().call(agenda.proposeAgenda, { ...at(meetingId), body: { motions: 4 } })
    expect(titles(proposed)).toEqual(['来1', '本1', '来2', '本2'])
    expect(proposed.items.map(({ why }) => why.rule)).toEqual(['turn', 'turn', 'turn', 'turn'])
    expect(proposed.parity).toEqual({ newcomers: 2, locals: 2, neither: 0 })
    expect(proposed.waiting.map(({ title }) => title['zh-CN'])).toEqual(['来3'])
    expect((await town.anonymous.call(agenda.readAgenda, at(meetingId))).items).toEqual([])
    expect((await town.as('liang').call(agenda.readAgenda, at(meetingId))).items).toHaveLength(4)
    expect((await town.as('zhou').refused(agenda.proposeAgenda, { ...at(meetingId), body: { motions: 4 } })).code).toBe('not-permitted')
  })

  test('the chair moves an item with a reason that is printed; nobody else does', async () => {
    const before = await town.as('liang').call(agenda.readAgenda, at(meetingId))
    const itemId = before.items[3]!.id
    const body = { position: 1, because: '有关方面只有七点到八点在。' }
    expect((await clerk().refused(agenda.moveAgendaItem, { params: { meetingId, itemId }, body })).code).toBe('not-permitted')
    const moved = await town.as('liang').call(agenda.moveAgendaItem, { params: { meetingId, itemId }, body })
    expect(titles(moved)).toEqual(['本2', '来1', '本1', '来2'])
    expect(moved.items[0]!.moved).toMatchObject({ from: 4, because: '有关方面只有七点到八点在。' })
  })

  test('confirmed in time it goes out to the delegates and its motions are on the agenda', async () => {
    const confirmed = await clerk().call(agenda.confirmAgenda, { ...at(meetingId), body: { lateReason: null } })
    expect(confirmed).toMatchObject({ state: 'confirmed', sendBy: '2026-12-02' })
    expect(titles(await town.anonymous.call(agenda.readAgenda, at(meetingId)))).toHaveLength(4)
    expect((await town.anonymous.call(motions.readMotion, { params: { motionId: ids['来1']! } })).state).toBe('onAgenda')
    expect(JSON.stringify(await town.as('tanXiaomei').call(listMessages, {}))).toContain(`/council/meetings/${meetingId}/agenda`)
  })

  test('what was begun is carried over and comes first, what was not reached has waited one meeting, and the other bench begins', async () => {
    await town.deed(async (deed) => {
      await moveMotion(deed, ids['来2']!, 'move', { meetingId })
      await carryOver(deed, meetingId)
    })
    const next = await planMeeting(town, '2027-01-05T19:00:00+08:00', 2)
    const proposed = await clerk().call(agenda.proposeAgenda, { ...at(next), body: { motions: 8 } })
    expect(titles(proposed)).toEqual(['来2', '本1', '来1', '本2', '来3'])
    expect(proposed.items[0]!.why.rule).toBe('carriedOver')
    expect(proposed.items[1]!.motion?.meetingsWaited).toBe(1)
    for (let meetings = 0; meetings < 2; meetings += 1) await town.deed((deed) => carryOver(deed, next))
    const again = await clerk().call(agenda.proposeAgenda, { ...at(next), body: { motions: 0 } })
    expect(new Set(again.items.map(({ why }) => why.rule))).toEqual(new Set(['carriedOver', 'waitedLongest']))
  })

  test('an appeal is the first item, and the chair puts nothing before it', async () => {
    const { id } = await town
      .as('zengBo')
      .call(motions.writeMotion, { params: { councilId: town.councilId }, body: draft({ title: '被退回的', exemptAs: 'safety' }) })
    await town.as('zengBo').call(motions.fileMotion, { params: { motionId: id }, body: {} })
    await clerk().call(motions.screenMotion, { params: { motionId: id }, body: { admit: false, reason: { 'zh-CN': '不清楚。' } } })
    await town.as('zengBo').call(motions.appealReturn, { params: { motionId: id }, body: { words: '很清楚。' } })
    const soon = await planMeeting(town, '2026-12-20T19:00:00+08:00', 3)
    const proposed = await clerk().call(agenda.proposeAgenda, { ...at(soon), body: { motions: 2 } })
    expect(proposed.items[0]).toMatchObject({ kind: 'appeal', why: { rule: 'appeal' }, motion: { id } })
    const itemId = proposed.items[1]!.id
    expect(
      await town.as('liang').refused(agenda.moveAgendaItem, { params: { meetingId: soon, itemId }, body: { position: 1, because: '急' } }),
    ).toMatchObject({ code: 'agenda-appeal-first', articleAt: `/council/${town.councilId}/charter#filing` })
  })

  test('sent out later than three days ahead it needs a reason, which is printed', async () => {
    const late = await planMeeting(town, '2026-11-25T19:00:00+08:00', 4)
    await clerk().call(agenda.proposeAgenda, { ...at(late), body: { motions: 1 } })
    expect(await clerk().refused(agenda.confirmAgenda, { ...at(late), body: { lateReason: null } })).toMatchObject({
      code: 'agenda-late',
      articleAt: `/council/${town.councilId}/charter#filing`,
    })
    expect(await clerk().call(agenda.confirmAgenda, { ...at(late), body: { lateReason: '场地昨天才定。' } })).toMatchObject({
      state: 'confirmed',
      lateReason: '场地昨天才定。',
    })
  })

  test('a practice meeting takes invented items only, and leaves the council’s motions alone', async () => {
    const practice = await planMeeting(town, '2026-12-01T19:00:00+08:00', 0, 'practice')
    const shown = await clerk().call(agenda.addReport, { ...at(practice), body: { title: { 'zh-CN': '练习：门口放不放自行车' } } })
    expect(shown.items).toMatchObject([{ kind: 'practice', position: 1 }])
    await clerk().call(agenda.confirmAgenda, { ...at(practice), body: { lateReason: null } })
    await town.deed((deed) => carryOver(deed, practice))
  })

  test('once the meeting has begun the agenda stands', async () => {
    await town.deed(({ tx }) => tx.updateTable('meeting').set({ state: 'open' }).where('id', '=', meetingId).execute())
    expect((await clerk().refused(agenda.proposeAgenda, { ...at(meetingId), body: { motions: 1 } })).code).toBe('agenda-meeting-begun')
  })
})

test('a meeting that votes for an appeal admits the motion by rule', async () => {
  const quiet = await openMotions()
  const { id } = await quiet
    .as('zengBo')
    .call(motions.writeMotion, { params: { councilId: quiet.councilId }, body: draft({ title: '申诉的', exemptAs: 'safety' }) })
  await quiet.as('zengBo').call(motions.fileMotion, { params: { motionId: id }, body: {} })
  const reason = { 'zh-CN': '不清楚。' }
  await quiet.as('jiangWen').call(motions.screenMotion, { params: { motionId: id }, body: { admit: false, reason } })
  await quiet.as('zengBo').call(motions.appealReturn, { params: { motionId: id }, body: { words: '很清楚。' } })
  const meetingId = await planMeeting(quiet, '2026-12-05T19:00:00+08:00', 1)
  const proposed = await quiet.as('jiangWen').call(agenda.proposeAgenda, { ...at(meetingId), body: { motions: 3 } })
  await quiet.as('jiangWen').call(agenda.confirmAgenda, { ...at(meetingId), body: { lateReason: null } })
  await quiet.deed(({ tx }) => tx.updateTable('meeting').set({ state: 'notified' }).where('id', '=', meetingId).execute())
  quiet.at('2026-12-05T19:00:00+08:00')
  const hall = hallOf(
    quiet,
    meetingId,
    proposed.items.map((item) => item.id),
  )
  await hall.open()
  await hall.debate()
  await hall.vote({ zhou: 'for', heYong: 'for', guoLei: 'for', uncleHuang: 'for', panHui: 'for' })
  expect(await quiet.anonymous.call(motions.readMotion, { params: { motionId: id } })).toMatchObject({
    state: 'admitted',
    appeal: { outcome: 'upheld' },
  })
  await quiet.close()
})

test('a change of the charter waits for its days of notice', async () => {
  const { id, versionId } = await town.deed(async (deed) => {
    const standing = await deed.tx
      .selectFrom('charter_version')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('council_id', '=', town.councilId)
      .executeTakeFirstOrThrow()
    const draftVersion = deed.id()
    await deed.tx
      .insertInto('charter_version')
      .values({
        ...standing,
        id: draftVersion,
        number: 2,
        state: 'draft',
        in_force_from: null,
        based_on: standing.id,
        charter: JSON.stringify(standing.charter),
      })
      .execute()
    return { id: standing.id, versionId: draftVersion }
  })
  expect(id).not.toBe(versionId)
  await admitted('luoWeiqiang', '改章程', { kind: 'charter', charterVersionId: versionId })
  const soon = await planMeeting(town, '2026-11-28T19:00:00+08:00', 11)
  const later = await planMeeting(town, '2026-12-01T19:00:00+08:00', 12)
  expect(titles(await clerk().call(agenda.proposeAgenda, { ...at(soon), body: { motions: 30 } }))).not.toContain('改章程')
  expect(titles(await clerk().call(agenda.proposeAgenda, { ...at(later), body: { motions: 30 } }))).toContain('改章程')
})
