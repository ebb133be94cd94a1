import type { readCounterFigures } from '@ronghe/contract/station/counter.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { showFigure, showParts } from '../../platform/privacy/suppression.ts'
import { today } from '../programme/posts.ts'
import { median, percentile } from './quantiles.ts'
import { minutesIn, type Period } from './ticket-lifecycle.ts'

/** Days stand beside each other and are never added up: from two sums nobody learns a day that is not shown. */
export async function readFigures(
  deed: Deed,
  { from, to }: QueryOf<typeof readCounterFigures>,
): Promise<ReplyOf<typeof readCounterFigures>> {
  if (to < from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  const rows = await deed.tx
    .selectFrom('counter_day')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .limit(92)
    .execute()
  return {
    days: rows.map((row) => {
      const { parts, total } = showParts([row.appointment, row.walk_in])
      return {
        day: row.day,
        visits: { total, appointment: parts[0]!, walkIn: parts[1]! },
        waitMedianMinutes: showFigure(row.wait_median ?? 0, row.waited),
        waitP90Minutes: showFigure(row.wait_p90 ?? 0, row.waited),
        serveMedianMinutes: showFigure(row.serve_median ?? 0, row.served),
        serveP90Minutes: showFigure(row.serve_p90 ?? 0, row.served),
      }
    }),
  }
}

/** Adds up the finished days that nobody has added up yet; the tickets themselves go after 90 days. */
export async function addUpDays(deed: Deed): Promise<number> {
  const before = today(deed)
  const open = await deed.tx
    .selectFrom('ticket')
    .select('day')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('day', '<', before)
    .where('day', '>=', addDays(before, -90))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('counter_day')
            .select('counter_day.day')
            .whereRef('counter_day.street_id', '=', 'ticket.street_id')
            .whereRef('counter_day.day', '=', 'ticket.day'),
        ),
      ),
    )
    .execute()
  for (const { day } of open) await addUpDay(deed, day)
  return open.length
}

async function addUpDay(deed: Deed, day: string): Promise<void> {
  const tickets = await deed.tx
    .selectFrom('ticket')
    .select(['id', 'channel', 'called_at'])
    .where('street_id', '=', deed.street.id)
    .where('day', '=', day)
    .execute()
  const periods = Map.groupBy(
    await deed.tx
      .selectFrom('ticket_period')
      .innerJoin('ticket', (join) =>
        join.onRef('ticket.street_id', '=', 'ticket_period.street_id').onRef('ticket.id', '=', 'ticket_period.ticket_id'),
      )
      .select(['ticket_period.ticket_id', 'ticket_period.kind', 'ticket_period.started_at', 'ticket_period.ended_at'])
      .where('ticket_period.street_id', '=', deed.street.id)
      .where('ticket.day', '=', day)
      // What nobody ended that day is no measurement.
      .where('ticket_period.ended_at', 'is not', null)
      .execute(),
    ({ ticket_id }) => ticket_id,
  )
  const spent = (id: string): Period[] =>
    (periods.get(id) ?? []).map(({ kind, started_at, ended_at }) => ({ kind, startedAt: started_at, endedAt: ended_at }))
  const waits = tickets.filter(({ called_at }) => called_at !== null).map(({ id }) => minutesIn(spent(id), ['waiting'], deed.now))
  const serves = tickets
    .filter(({ id }) => spent(id).some(({ kind }) => kind === 'serving'))
    .map(({ id }) => minutesIn(spent(id), ['serving'], deed.now))
  const middle = (values: readonly number[]) => (values.length > 0 ? Math.round(median(values)) : null)
  const late = (values: readonly number[]) => (values.length > 0 ? percentile(values, 0.9) : null)
  await deed.tx
    .insertInto('counter_day')
    .values({
      street_id: deed.street.id,
      day,
      appointment: tickets.filter(({ channel }) => channel === 'appointment').length,
      walk_in: tickets.filter(({ channel }) => channel !== 'appointment').length,
      wait_median: middle(waits),
      wait_p90: late(waits),
      waited: waits.length,
      serve_median: middle(serves),
      serve_p90: late(serves),
      served: serves.length,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'day']).doNothing())
    .execute()
}
