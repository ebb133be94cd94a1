import { dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { Refusal } from '@ronghe/server/platform/http/problems.ts'
import { decide, sendThanks } from '@ronghe/server/rooms/volunteers/giving/thanks.ts'
import { auditHours, listTasks, noteOutcome } from '@ronghe/server/rooms/volunteers/hours/audit.ts'
import { claimHours } from '@ronghe/server/rooms/volunteers/hours/claiming.ts'
import { confirmHours } from '@ronghe/server/rooms/volunteers/hours/confirming.ts'
import { timeThere } from '@ronghe/server/rooms/volunteers/hours/hours-rows.ts'
import { issueProofs } from '@ronghe/server/rooms/volunteers/hours/proofs.ts'
import { cast, type CastKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { actingAt, daysBefore } from './council-acting.ts'
import { castId } from './load-cast.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Enough for a year to be seen; each entry is made by the room itself. */
const mostEntries = 60

interface Seen {
  readonly shift_id: string
  readonly person_id: string
  readonly in_at: Date
  readonly out_at: Date | null
  readonly way: 'code' | 'paper'
  readonly starts_at: Date
  readonly ends_at: Date
}

/** Hours of the shifts that took place, confirmed along a chain, so that nobody returns a favour; then checks, notes and a proof. */
export async function loadHours(deed: Deed): Promise<void> {
  const chance = chanceOf('hours')
  const byId = new Map((Object.keys(cast) as CastKey[]).map((key) => [castId(deed.street.id, key), key]))
  const shifts = [...Map.groupBy(await seenByCode(deed, [...byId.keys()]), ({ shift_id }) => shift_id).values()].filter(
    (seen) => seen.length > 1,
  )
  const every = Math.max(1, Math.ceil(shifts.reduce((sum, seen) => sum + seen.length, 0) / mostEntries))
  const checked = new Set<string>()
  for (const [index, seen] of shifts.entries()) {
    const ended = seen[0]!.ends_at
    const fresh = deed.now.getTime() - ended.getTime() < 3 * dayMs
    if (!fresh && index % every > 0) continue
    await nextCheck(deed, dayIn(deed.street.zone, ended), checked, chance)
    await enterShift(deed, seen, fresh, byId, chance)
  }
  await nextCheck(deed, dayIn(deed.street.zone, deed.now), checked, chance)
  await loadThanks(deed, chance)
  await proveFor(deed, 'chen', chance)
  // What was told long ago has been read.
  await deed.tx
    .updateTable('message')
    .set({ read_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('created_at', '<', new Date(deed.now.getTime() - 5 * dayMs))
    .where((row) => row.or([row('template', 'like', 'hours-%'), row('template', 'like', 'certificate-%')]))
    .where('read_at', 'is', null)
    .execute()
}

/** People of the cast who were seen by code on shifts that are over: a paper list would need its picture. */
const seenByCode = (deed: Deed, people: readonly string[]): Promise<Seen[]> =>
  deed.tx
    .selectFrom('shift_presence as presence')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'presence.street_id').onRef('shift.id', '=', 'presence.shift_id'))
    .select([
      'presence.shift_id',
      'presence.person_id',
      'presence.in_at',
      'presence.out_at',
      'presence.way',
      'shift.starts_at',
      'shift.ends_at',
    ])
    .where('presence.street_id', '=', deed.street.id)
    .where('presence.way', '=', 'code')
    .where('presence.person_id', 'in', [...people])
    .where('shift.cancelled_at', 'is', null)
    .where('shift.ends_at', '<', new Date(deed.now.getTime() - 2 * hourMs))
    .orderBy('shift.ends_at')
    .orderBy('presence.person_id')
    .execute()

/** The next in the order of ids confirms: within a month never both ways. Of a fresh shift one waits to be confirmed, the others to be entered. */
async function enterShift(
  deed: Deed,
  seen: readonly Seen[],
  fresh: boolean,
  byId: ReadonlyMap<string, CastKey>,
  chance: Chance,
): Promise<void> {
  for (const [index, one] of seen.entries()) {
    if (fresh && index > 0) return
    const shift = { from: one.starts_at, until: one.ends_at }
    const at = new Date(Math.min(one.ends_at.getTime() + 14 * hourMs, deed.now.getTime() - hourMs))
    const claimant = actingAt(deed, byId.get(one.person_id)!, at, chance)
    const entry = await allowed(() => claimHours(claimant, one.person_id, one.shift_id, timeThere(one, shift)))
    const second = seen[index + 1]
    if (entry === undefined || fresh || !second) continue
    const confirmer = actingAt(deed, byId.get(second.person_id)!, new Date(at.getTime() + 5 * hourMs), chance)
    await allowed(() => confirmHours(confirmer, second.person_id, entry, true))
  }
}

/** A rule may say no, as to anybody: staff in working hours, people of one household. Nothing is written then. */
async function allowed<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Once for each month that is reached: its commitment, and the draw of the one before, checked a week later; the last stays open. */
async function nextCheck(deed: Deed, day: string, done: Set<string>, chance: Chance): Promise<void> {
  const month = day.slice(0, 7)
  if (done.has(month)) return
  done.add(month)
  const at = new Date(Math.min(Date.parse(`${month}-01T01:20:00+08:00`), deed.now.getTime() - hourMs))
  await auditHours({ ...daysBefore(deed, 0, chance), now: at }, chance.bytes)
  if (deed.now.getTime() - at.getTime() < 40 * dayMs) return
  const auditor = actingAt(deed, 'yuFei', new Date(at.getTime() + 7 * dayMs), chance)
  const { items } = await listTasks(auditor)
  for (const [index, task] of items.entries()) await noteOutcome(auditor, task.month, task.name, index % 9 === 8 ? 'notReached' : 'held')
}

const notes: readonly { readonly who: CastKey; readonly words: string; readonly signed: string; readonly daysAgo: number }[] = [
  { who: 'auntHuang', words: '楼下的灯亮了，晚上敢下楼倒垃圾了。', signed: '三号巷的老邻居', daysAgo: 210 },
  { who: 'liuFang', words: '孩子放学那段路有人看着，我在厂里放心多了。', signed: '', daysAgo: 150 },
  { who: 'chen', words: '刚来的时候找不到路，是你们带我去的服务站。', signed: '印刷厂的', daysAgo: 96 },
  { who: 'auntHuang', words: '下雨天帮我把东西提上楼，谢谢。', signed: '', daysAgo: 33 },
  { who: 'liuFang', words: '巷子口干净了，夏天没有味道了。', signed: '五号巷住户', daysAgo: 2 },
]

/** The last one waits to be read. */
async function loadThanks(deed: Deed, chance: Chance): Promise<void> {
  const teams = await deed.tx
    .selectFrom('team')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('closed_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const [index, { who, words, signed, daysAgo }] of notes.entries()) {
    const at = new Date(deed.now.getTime() - daysAgo * dayMs)
    const from = castId(deed.street.id, who)
    // Whoever is in one team thanks another.
    for (const { id } of [...teams.slice(index % 3), ...teams.slice(0, index % 3)]) {
      const note = await allowed(() => sendThanks(actingAt(deed, who, at, chance), id, { words, signed, from }))
      if (!note) continue
      if (daysAgo > 5) await decide(actingAt(deed, 'luMeng', new Date(at.getTime() + dayMs), chance), note.id, true)
      break
    }
  }
}

async function proveFor(deed: Deed, who: CastKey, chance: Chance): Promise<void> {
  const year = dayIn(deed.street.zone, deed.now).slice(0, 4)
  const at = new Date(deed.now.getTime() - 6 * dayMs)
  const until = dayIn(deed.street.zone, at)
  if (until.slice(0, 4) !== year) return
  await allowed(() => issueProofs(actingAt(deed, who, at, chance), castId(deed.street.id, who), { from: `${year}-01-01`, until }))
}
