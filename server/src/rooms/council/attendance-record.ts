import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { listAttendance as operation } from '@ronghe/contract/council/meetings.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../platform/deed.ts'
import { parametersOf } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'

/**
 * How often the delegates in office were there, over the past twelve months, in seat order and never sorted by it. A public act of office, so
 * exempt from suppression (exemptions.ts, council.attendance). The gap is between the benches' shares of their delegates' seats.
 */
export async function listAttendance(deed: Deed, councilId: string): Promise<ReplyOf<typeof operation>> {
  const since = new Date(deed.now)
  since.setUTCFullYear(since.getUTCFullYear() - 1)
  const rows = await deed.tx
    .selectFrom('meeting_attendance as attendance')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.street_id', '=', 'attendance.street_id').onRef('meeting.id', '=', 'attendance.meeting_id'),
    )
    .select(['attendance.person_id', 'attendance.bench', 'attendance.state', 'meeting.id'])
    .where('attendance.street_id', '=', deed.street.id)
    .where('meeting.council_id', '=', councilId)
    .where('meeting.kind', '<>', 'practice')
    .where('meeting.starts_at', '>', since)
    .execute()
  const shareOf = (bench: Bench): number | null => {
    const on = rows.filter((row) => row.bench === bench)
    return on.length === 0 ? null : on.filter(({ state }) => state === 'present').length / on.length
  }
  const share = { newcomers: shareOf('newcomers'), locals: shareOf('locals') }
  const { parity } = await parametersOf(deed, councilId)
  return {
    meetings: new Set(rows.map(({ id }) => id)).size,
    delegates: (await delegatesInOffice(deed, councilId)).map(({ personId, name, bench }) => {
      const own = rows.filter(({ person_id }) => person_id === personId)
      const count = (state: string): number => own.filter((row) => row.state === state).length
      return { personId, name, bench, present: count('present'), excused: count('excused'), absent: count('absent') }
    }),
    share,
    gapPercent: gapOf(share),
    alarmAbovePercent: parity.attendanceGapPercent,
  }
}

/** In whole percentage points; null while one side has no meeting yet. */
export const gapOf = ({ newcomers, locals }: { readonly newcomers: number | null; readonly locals: number | null }): number | null =>
  newcomers === null || locals === null ? null : Math.round(Math.abs(newcomers - locals) * 100)
