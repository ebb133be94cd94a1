import type {
  answerAsk,
  askForShift,
  listMyAsks,
  MyWindowAsk,
  notePaperAnswer,
  openNames,
  WindowMonth,
} from '@ronghe/contract/branch/model-window.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql, type Selectable } from 'kysely'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import type { WindowAskTable } from '../../../platform/branch/tables.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import type { OpenShift, ShiftsBetween } from '../../../platform/open-shifts.ts'
import { findCheckIn } from '../check-in-rows.ts'
import { confirmedMembers, findMembership, lookAtAll, requireMembership } from '../life/membership.ts'
import { tell } from '../messages.ts'
import { requireOffice } from '../offices-held.ts'
import { mostShiftsAsked } from './window-share.ts'

type AskRow = Selectable<WindowAskTable>

export const monthOf = (day: string): string => day.slice(0, 7)
const lastDay = (month: string): string => addDays(`${monthOf(addDays(`${month}-28`, 4))}-01`, -1)

/** The month at the model window as the branch plans it. Of the station only times are asked, for a whole month alike. */
export async function readMonth(deed: BranchDeed, shiftsBetween: ShiftsBetween, branchId: string, asked?: string): Promise<WindowMonth> {
  await requireOffice(deed, branchId)
  return monthFor(deed, shiftsBetween, branchId, asked ?? monthOf(dayOf(deed)))
}

async function monthFor(deed: BranchDeed, shiftsBetween: ShiftsBetween, branchId: string, month: string): Promise<WindowMonth> {
  const shifts = await deed.outside((shared) => shiftsBetween(shared, `${month}-01`, lastDay(month)))
  const asks = await asksIn(deed, month)
  const paper = new Set((await confirmedMembers(deed, branchId)).filter(({ personId }) => personId === null).map(({ id }) => id))
  const standing = new Map(asks.filter(({ state }) => state !== 'declined').map((row) => [row.shift_id, row]))
  const most = mostShiftsAsked(shifts.length)
  const room = standing.size < most
  return {
    month,
    most,
    asked: standing.size,
    shifts: shifts.map((shift) => {
      const row = standing.get(shift.id)
      const open = shift.day >= dayOf(deed)
      return {
        shiftId: shift.id,
        day: shift.day,
        from: shift.from,
        to: shift.to,
        ask: row && row.branch_id === branchId ? toAsk(row, paper.has(row.check_in_id), open) : null,
        may: !row && open && room ? (['ask'] as const) : [],
      }
    }),
  } as WindowMonth
}

const toAsk = (row: AskRow, paper: boolean, open: boolean) => ({
  id: row.id,
  checkInId: row.check_in_id,
  state: row.state,
  paper,
  may: [...(open ? ['drop'] : []), ...(open && paper && row.state === 'asked' ? ['noteAnswer'] : [])],
})

/** Asks of every branch of the street: the share left to everybody else is one for all of them. */
const asksIn = (deed: BranchDeed, month: string): Promise<AskRow[]> =>
  deed.tx
    .selectFrom('window_ask')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', lastDay(month))
    .execute()

export async function ask(
  deed: BranchDeed,
  shiftsBetween: ShiftsBetween,
  branchId: string,
  { shiftId, checkInId }: BodyOf<typeof askForShift>,
): Promise<WindowMonth> {
  await requireOffice(deed, branchId)
  const member = await findCheckIn(deed, branchId, checkInId)
  if (member.state !== 'confirmed') throw unfit([{ path: 'checkInId', code: 'field-choice' }])
  const [shift, month] = await comingShift(deed, shiftsBetween, shiftId)
  // Two office-holders of two branches may ask at once; the share is counted by one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${deed.street.id} window ${month}`}, 0))`.execute(deed.tx)
  const standing = (await asksIn(deed, month)).filter(({ state }) => state !== 'declined')
  if (standing.some((row) => row.shift_id === shiftId)) throw refused('branch-shift-asked')
  const all = await deed.outside((shared) => shiftsBetween(shared, `${month}-01`, lastDay(month)))
  const most = mostShiftsAsked(all.length)
  if (standing.length >= most) throw refused('branch-window-share', { params: { all: all.length, most } })
  const clash = standing.some(
    (row) => row.check_in_id === checkInId && row.day === shift.day && row.from_minute < shift.to && shift.from < row.to_minute,
  )
  if (clash) throw refused('branch-shift-clash')
  const id = deed.id()
  await deed.tx
    .insertInto('window_ask')
    .values({
      street_id: deed.street.id,
      id,
      branch_id: branchId,
      shift_id: shiftId,
      day: shift.day,
      from_minute: shift.from,
      to_minute: shift.to,
      check_in_id: checkInId,
      state: 'asked',
    })
    .execute()
  await recordInBranch(deed, { kind: 'branch.window.asked', about: member.personId, plain: { branch: branchId, ask: id } })
  if (member.personId && member.personId !== deed.personId) await tell(deed, member.personId, 'branch-asked-to-serve')
  return monthFor(deed, shiftsBetween, branchId, month)
}

async function comingShift(deed: BranchDeed, shiftsBetween: ShiftsBetween, shiftId: string): Promise<readonly [OpenShift, string]> {
  const today = dayOf(deed)
  const coming = await deed.outside((shared) => shiftsBetween(shared, today, addDays(today, 120)))
  const shift = coming.find(({ id }) => id === shiftId)
  if (!shift) throw notFound('branch-shift')
  return [shift, monthOf(shift.day)]
}

export async function drop(deed: BranchDeed, shiftsBetween: ShiftsBetween, branchId: string, askId: string): Promise<WindowMonth> {
  await requireOffice(deed, branchId)
  const row = await deed.tx
    .deleteFrom('window_ask')
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', askId)
    .where('day', '>=', dayOf(deed))
    .returningAll()
    .executeTakeFirst()
  if (!row) throw notFound('branch-ask')
  await recordInBranch(deed, { kind: 'branch.window.dropped', plain: { branch: branchId, ask: askId } })
  return monthFor(deed, shiftsBetween, branchId, monthOf(row.day))
}

/** Only of somebody without an account; whoever has one answers by themself. */
export async function notePaper(
  deed: BranchDeed,
  shiftsBetween: ShiftsBetween,
  branchId: string,
  askId: string,
  { answer }: BodyOf<typeof notePaperAnswer>,
): Promise<WindowMonth> {
  await requireOffice(deed, branchId)
  const row = await findAsk(deed, askId)
  if (row?.branch_id !== branchId) throw notFound('branch-ask')
  if ((await findCheckIn(deed, branchId, row.check_in_id)).personId !== null) throw refused('branch-answers-themself')
  await settle(deed, askId, answer)
  await recordInBranch(deed, { kind: `branch.window.${answer}`, plain: { branch: branchId, ask: askId, channel: 'paper' } })
  return monthFor(deed, shiftsBetween, branchId, monthOf(row.day))
}

export async function myAsks(deed: BranchDeed): Promise<ReplyOf<typeof listMyAsks>> {
  const member = await findMembership(deed)
  if (!member) return { items: [] }
  const rows = await deed.tx
    .selectFrom('window_ask')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('check_in_id', '=', member.id)
    .where('day', '>=', dayOf(deed))
    .orderBy('day')
    .orderBy('from_minute')
    .execute()
  return { items: rows.map(toMine) }
}

export async function answer(deed: BranchDeed, askId: string, body: BodyOf<typeof answerAsk>): Promise<MyWindowAsk> {
  const member = await requireMembership(deed)
  const row = await findAsk(deed, askId)
  if (row?.check_in_id !== member.id || row.day < dayOf(deed)) throw notFound('branch-ask')
  const next = await settle(deed, askId, body.answer)
  await recordInBranch(deed, { kind: `branch.window.${body.answer}`, about: deed.personId, plain: { ask: askId } })
  return toMine(next)
}

const findAsk = (deed: BranchDeed, askId: string) =>
  deed.tx
    .selectFrom('window_ask')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', askId)
    .forUpdate()
    .executeTakeFirst()

/** Whoever declined may come back to it as long as nobody else was asked; the index of standing asks says so. */
async function settle(deed: BranchDeed, askId: string, state: 'agreed' | 'declined'): Promise<AskRow> {
  const row = (await findAsk(deed, askId))!
  if (row.state === 'declined' && state === 'agreed') {
    const other = await deed.tx
      .selectFrom('window_ask')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('shift_id', '=', row.shift_id)
      .where('state', '<>', 'declined')
      .executeTakeFirst()
    if (other) throw refused('branch-shift-asked')
  }
  return deed.tx
    .updateTable('window_ask')
    .set({ state })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', askId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const toMine = ({ id, shift_id, day, from_minute, to_minute, state }: AskRow): MyWindowAsk => ({
  id,
  shiftId: shift_id,
  day,
  from: from_minute,
  to: to_minute,
  state,
  may: state === 'asked' ? ['agree', 'decline'] : state === 'agreed' ? ['decline'] : ['agree'],
})

export async function namesFor(deed: BranchDeed, branchId: string): Promise<ReplyOf<typeof openNames>> {
  const office = await requireOffice(deed, branchId)
  const members = await confirmedMembers(deed, branchId)
  await lookAtAll(deed, office, members, 'list')
  return {
    items: members
      .map((member) => ({ checkInId: member.id, name: member.name() }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
  }
}
