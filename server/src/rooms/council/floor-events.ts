import { beforeMeeting, replay, type FloorEvent, type FloorState } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import type { Platform } from '../../platform/platform.ts'
import { findPersons } from '../people/persons.ts'

const rowsAfter = (deed: Deed, meetingId: string, after: number) =>
  deed.tx
    .selectFrom('meeting_event')
    .select(['number', 'at', 'command', 'by_person', 'event'])
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('number', '>', after)
    .orderBy('number')
    .execute()

/** Everything that happened in a meeting, in order, with the names of those in office. */
export async function floorEvents(deed: Deed, meetingId: string, after = 0): Promise<readonly FloorEvent[]> {
  const rows = await rowsAfter(deed, meetingId, after)
  const events = rows.map(
    (row) =>
      ({
        ...(row.event as object),
        number: row.number,
        at: row.at.toISOString(),
        commandId: row.command,
        by: row.by_person,
      }) as FloorEvent, // as it was appended
  )
  return named(deed, events)
}

/** The list keeps persons by id; whoever has closed the account since has no name any more. */
async function named(deed: Deed, events: readonly FloorEvent[]): Promise<readonly FloorEvent[]> {
  const opened = events.find((event) => event.kind === 'meetingOpened')
  if (!opened) return events
  const people = await findPersons(
    deed,
    opened.delegates.map(({ id }) => id),
  )
  const names = new Map(people.filter(({ state }) => state !== 'closed').map(({ id, name }) => [id, name]))
  const delegates = opened.delegates.map((delegate) => ({ ...delegate, name: names.get(delegate.id) ?? '' }))
  return events.map((event) => (event === opened ? { ...opened, delegates } : event))
}

export async function appendEvents(
  deed: Deed,
  meetingId: string,
  events: readonly FloorEvent[],
  known: ReadonlySet<string>,
): Promise<void> {
  if (events.length === 0) return
  await deed.tx
    .insertInto('meeting_event')
    .values(
      events.map(({ number, at, commandId, by, ...happening }, step) => ({
        street_id: deed.street.id,
        meeting_id: meetingId,
        number,
        at: new Date(at),
        command: commandId,
        step,
        kind: happening.kind,
        // The clock and the ballot box give commands too, and are nobody.
        by_person: by !== null && known.has(by) ? by : null,
        event: JSON.stringify(
          happening.kind === 'meetingOpened'
            ? { ...happening, delegates: happening.delegates.map(({ id, bench }) => ({ id, name: '', bench })) }
            : happening,
        ),
      })),
    )
    .execute()
}

const mostKept = 40
const states = new WeakMap<Platform, Map<string, FloorState>>()

/** Where a meeting stands. What this process has replayed before is not replayed again; only what is committed is kept. */
export async function floorState(deed: Deed, meetingId: string): Promise<FloorState> {
  const known = states.get(deed.platform) ?? new Map<string, FloorState>()
  states.set(deed.platform, known)
  const key = `${deed.street.id} ${meetingId}`
  const kept = known.get(key) ?? beforeMeeting
  const events = await floorEvents(deed, meetingId, kept.number)
  const state = replay(events, kept)
  if (events.length > 0)
    deed.afterCommit(() => {
      known.delete(key)
      known.set(key, state)
      if (known.size > mostKept) known.delete(known.keys().next().value!)
    })
  return state
}
