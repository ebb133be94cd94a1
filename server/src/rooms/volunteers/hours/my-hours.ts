import type { downloadMyHours, listMyHours, listToConfirm } from '@ronghe/contract/volunteers/hours.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import { addDays, dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { quoted, writeSheet, type SheetColumn } from '../../../platform/standards/excel.ts'
import { findPersons } from '../../people/persons.ts'
import { today } from '../../programme/posts.ts'
import { askConfirming } from './confirming.ts'
import { hoursRows, shiftLines, spanOfRow, timeThere, toShiftRef, toTime, type HoursRow, type ShiftLine } from './hours-rows.ts'
import { confirmedIn, hoursOf } from './proofs.ts'

type Mine = ReplyOf<typeof listMyHours>

export async function listMine(deed: Deed, personId: string): Promise<Mine> {
  const { claimDays, confirmDays } = await setting(deed, 'volunteers')
  const rows = await hoursRows(deed).where('entry.person_id', '=', personId).orderBy('entry.starts_at', 'desc').limit(500).execute()
  const seen = await unclaimed(deed, personId, claimDays)
  const shifts = await shiftLines(
    deed,
    [...rows, ...seen].map(({ shift_id }) => shift_id),
  )
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  const days = confirmed.map(({ starts_at }) => dayIn(deed.street.zone, starts_at)).toSorted()
  return {
    items: rows.map((row) => toOwn(deed, row, shifts.get(row.shift_id)!, confirmDays)),
    claimable: seen.flatMap((row) => {
      const shift = shifts.get(row.shift_id)!
      const time = timeThere(row, shift)
      return time.from < time.until
        ? [{ shift: toShiftRef(shift), ...toTime(time), claimBy: addDays(dayIn(deed.street.zone, shift.until), claimDays) }]
        : []
    }),
    confirmedMinutes: confirmed.reduce((sum, { minutes }) => sum + minutes, 0),
    toConfirm: (await waitingFor(deed, personId)).length,
    confirmed: days.length > 0 ? { from: days[0]!, until: days.at(-1)! } : null,
  }
}

export function toOwn(deed: Deed, row: HoursRow, shift: ShiftLine, confirmDays: number): Mine['items'][number] {
  return {
    id: row.id,
    shift: toShiftRef(shift),
    ...toTime(spanOfRow(row)),
    minutes: row.minutes,
    state: row.state,
    reason: row.reason,
    confirmBy: row.state === 'claimed' ? addDays(dayIn(deed.street.zone, row.made_at), confirmDays) : null,
    may: row.state === 'reversed' ? [] : ['takeBack'],
  }
}

/** Shifts that are over, on which the person was seen, and whose hours can still be entered. */
const unclaimed = (deed: Deed, personId: string, claimDays: number) =>
  deed.tx
    .selectFrom('shift_presence as presence')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'presence.street_id').onRef('shift.id', '=', 'presence.shift_id'))
    .select(['presence.shift_id', 'presence.in_at', 'presence.out_at'])
    .where('presence.street_id', '=', deed.street.id)
    .where('presence.person_id', '=', personId)
    .where('shift.cancelled_at', 'is', null)
    .where('shift.ends_at', '<=', deed.now)
    .where('shift.ends_at', '>=', new Date(deed.now.getTime() - claimDays * 86_400_000))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('hours_entry as entry')
            .select('entry.id')
            .whereRef('entry.street_id', '=', 'presence.street_id')
            .whereRef('entry.presence_id', '=', 'presence.id')
            .where('entry.reverses', 'is', null)
            .where((entry) =>
              entry.not(
                entry.exists(
                  entry
                    .selectFrom('hours_entry as reversal')
                    .select('reversal.id')
                    .whereRef('reversal.street_id', '=', 'entry.street_id')
                    .whereRef('reversal.reverses', '=', 'entry.id'),
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy('shift.ends_at', 'desc')
    .execute()

/** Hours of others that wait, on shifts one was on or was served by, and that one may confirm; in the order of time, never of hours. */
async function waitingFor(deed: Deed, personId: string): Promise<readonly HoursRow[]> {
  const { confirmDays } = await setting(deed, 'volunteers')
  const rows = await hoursRows(deed)
    .where('entry.person_id', '<>', personId)
    .where('confirmation.entry_id', 'is', null)
    .where('reversal.id', 'is', null)
    .where('entry.made_at', '>=', new Date(deed.now.getTime() - confirmDays * 86_400_000))
    .where((row) =>
      row.or(
        (['shift_presence', 'shift_served'] as const).map((table) =>
          row.exists(
            row
              .selectFrom(table)
              .select(`${table}.person_id`)
              .whereRef(`${table}.street_id`, '=', 'entry.street_id')
              .whereRef(`${table}.shift_id`, '=', 'entry.shift_id')
              .where(`${table}.person_id`, '=', personId),
          ),
        ),
      ),
    )
    .orderBy('entry.starts_at')
    .orderBy('entry.id')
    .limit(60)
    .execute()
  const mine: HoursRow[] = []
  for (const row of rows) if (!(await askConfirming(deed, personId, row)).fault) mine.push(row)
  return mine
}

export async function listForConfirmer(deed: Deed, personId: string): Promise<ReplyOf<typeof listToConfirm>> {
  const rows = await waitingFor(deed, personId)
  const { confirmDays } = await setting(deed, 'volunteers')
  const shifts = await shiftLines(
    deed,
    rows.map(({ shift_id }) => shift_id),
  )
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: names.get(row.person_id) ?? '',
      shift: toShiftRef(shifts.get(row.shift_id)!),
      ...toTime(spanOfRow(row)),
      confirmBy: addDays(dayIn(deed.street.zone, row.made_at), confirmDays),
    })),
  }
}

/** One's own confirmed hours, a line each, for whatever other register asks for them. */
export async function downloadMine(deed: Deed, personId: string, { as }: QueryOf<typeof downloadMyHours>): Promise<Buffer> {
  const rows = await confirmedIn(deed, personId, '2000-01-01', today(deed))
  const shifts = await shiftLines(
    deed,
    rows.map(({ shift_id }) => shift_id),
  )
  const time = new Intl.DateTimeFormat('zh-CN', { timeZone: deed.street.zone, hour: '2-digit', minute: '2-digit', hour12: false })
  const words = (name: string) => say(deed.language, `hours-column-${name}`)
  const shiftOf = (row: HoursRow) => shifts.get(row.shift_id)!
  const columns: readonly SheetColumn<HoursRow>[] = [
    { title: words('day'), value: (row) => dayIn(deed.street.zone, row.starts_at) },
    { title: words('from'), value: (row) => time.format(row.starts_at) },
    { title: words('until'), value: (row) => time.format(row.ends_at) },
    { title: words('hours'), value: (row) => hoursOf(row.minutes) },
    { title: words('activity'), value: (row) => inLanguage(shiftOf(row).title, deed.language), width: 30 },
    { title: words('place'), value: (row) => inLanguage(shiftOf(row).place, deed.language), width: 30 },
    { title: words('organ'), value: (row) => inLanguage(shiftOf(row).organ, deed.language), width: 24 },
  ]
  if (as === 'xlsx') return writeSheet(columns, rows, say(deed.language, 'hours-sheet'))
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => quoted(String(value(row) ?? ''))))]
  // A byte order mark, so that office programs read the Chinese.
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`)
}
