import type { readHall } from '@ronghe/contract/station/tickets.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { today } from '../programme/posts.ts'
import { allWindows } from './counter.ts'
import { ticketLabel } from './ticket-lifecycle.ts'

/** Numbers and windows, never a name: everybody who passes can read it. */
export async function describeHall(deed: Deed): Promise<ReplyOf<typeof readHall>> {
  const windows = await allWindows(deed)
  const rows = await deed.tx
    .selectFrom('ticket')
    .select(['number', 'state', 'window_id', 'calls', 'called_at'])
    .where('street_id', '=', deed.street.id)
    .where('day', '=', today(deed))
    .where('state', 'in', ['waiting', 'called', 'serving'])
    .orderBy('line_at')
    .orderBy('appointment_at', (order) => order.asc().nullsLast())
    .orderBy('number')
    .execute()
  const called = await deed.tx
    .selectFrom('ticket')
    .select(['number', 'window_id'])
    .where('street_id', '=', deed.street.id)
    .where('day', '=', today(deed))
    .where('called_at', 'is not', null)
    .where('window_id', 'is not', null)
    .where('state', 'in', ['called', 'serving', 'done'])
    .orderBy('called_at', 'desc')
    .orderBy('number', 'desc')
    .limit(6)
    .execute()
  const numberOf = new Map(windows.map(({ id, number }) => [id, number]))
  const waiting = rows.filter(({ state }) => state === 'waiting')
  return {
    windows: windows.map((window) => {
      const row = rows.find(({ window_id, state }) => window_id === window.id && state !== 'waiting')
      return {
        number: window.number,
        name: window.name as Text,
        state: window.state,
        model: window.model,
        label: row ? ticketLabel(row.number) : null,
        ticketState: row && row.state !== 'waiting' ? (row.state as 'called' | 'serving') : null,
        calls: row?.calls ?? 0,
      }
    }),
    called: called.flatMap(({ number, window_id }) =>
      numberOf.has(window_id!) ? [{ label: ticketLabel(number), window: numberOf.get(window_id!)! }] : [],
    ),
    waiting: waiting.length,
    next: waiting.slice(0, 5).map(({ number }) => ticketLabel(number)),
  }
}
