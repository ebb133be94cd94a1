import { commandFloor, type FloorAsk, followFloor, readFloor } from '@ronghe/contract/council/floor.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { beforeMeeting, replay, type FloorEvent, type FloorState, type Mark } from '@ronghe/floor'
import { addressOf, call, OfflineError } from '../../../api.ts'
import { newId } from '../../../platform/ids.ts'

export type FloorRead = ReplyOf<typeof readFloor>
export type Line = 'live' | 'catching' | 'offline'

/** A meeting as this page knows it. */
export interface Followed {
  /** Undefined until the first answer. */
  readonly read: FloorRead | undefined
  readonly state: FloorState
  /** The newest events, the last one first. */
  readonly recent: readonly FloorEvent[]
  readonly line: Line
  /** Commands that have not reached the server yet. */
  readonly waiting: number
  /** My own mark in the vote that is open. */
  readonly mark: Mark | null
  /** Why the last command was refused; gone with the next one. */
  readonly refusal: unknown
  /** Why there is no meeting to see. */
  readonly error: unknown
  /** Server time minus the device's. */
  readonly offset: number
}

interface Held {
  readonly commandId: string
  readonly command: FloorAsk
}

export interface FloorFeed {
  get(): Followed
  subscribe(listener: () => void): () => void
  say(command: FloorAsk): void
  again(): void
}

const retryMs = 2000
const mostRecent = 12

/**
 * The list is read once, then followed; a gap is filled by number. Commands wait in a line with their ids until the server has answered, so that
 * a bad connection neither loses nor repeats one. It runs while somebody is subscribed.
 */
export function openFeed(meetingId: string): FloorFeed {
  let followed: Followed = {
    read: undefined,
    state: beforeMeeting,
    recent: [],
    line: 'catching',
    waiting: 0,
    mark: null,
    refusal: undefined,
    error: undefined,
    offset: 0,
  }
  const listeners = new Set<() => void>()
  let held = kept(meetingId)
  let sending = false
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = 0

  const change = (part: Partial<Followed>): void => {
    followed = { ...followed, ...part }
    for (const listener of listeners) listener()
  }
  /** False where something between is missing. */
  const take = (events: readonly FloorEvent[]): boolean => {
    const fresh = events.filter(({ number }) => number > followed.state.number)
    if (fresh.length === 0) return true
    if (fresh[0]!.number !== followed.state.number + 1) return false
    change({
      state: replay(fresh, followed.state),
      recent: [...fresh.toReversed(), ...followed.recent].slice(0, mostRecent),
      ...(fresh.some(({ kind }) => kind === 'voteOpened' || kind === 'voteClosed') ? { mark: null } : {}),
    })
    return true
  }

  async function begin(run: number): Promise<void> {
    const later = (): void => void (timer = setTimeout(() => void begin(run), retryMs))
    try {
      const read = await call(readFloor, { params: { meetingId }, query: { after: followed.state.number } })
      if (run !== running) return
      take(read.events as unknown as readonly FloorEvent[])
      change({ read, mark: read.me.mark, error: undefined, offset: Date.parse(read.now) - Date.now() })
      follow(run, later)
      void send()
    } catch (error) {
      if (run !== running) return
      const offline = error instanceof OfflineError
      change({ line: offline ? 'offline' : 'catching', ...(followed.read || offline ? {} : { error }) })
      if (followed.error === undefined) later()
    }
  }

  function follow(run: number, later: () => void): void {
    source?.close()
    const opened = new EventSource(addressOf(followFloor, { params: { meetingId }, query: { after: followed.state.number } }))
    source = opened
    opened.addEventListener('open', () => change({ line: 'live' }))
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as FloorEvent
      if (!take([event])) {
        opened.close()
        void begin(run)
      }
      // Which amendments and ballots there are is not in the list.
      if (event.kind === 'itemOpened' || event.kind === 'voteClosed' || event.kind === 'meetingOpened') void refresh(run)
    })
    opened.addEventListener('error', () => {
      if (run !== running) return
      change({ line: navigator.onLine ? 'catching' : 'offline' })
      // The browser tries again by itself, from the last number, unless the server answered with an error.
      if (opened.readyState === EventSource.CLOSED) later()
    })
  }

  async function refresh(run: number): Promise<void> {
    try {
      const read = await call(readFloor, { params: { meetingId }, query: { after: followed.state.number } })
      if (run !== running) return
      take(read.events as unknown as readonly FloorEvent[])
      change({ read })
    } catch {
      // What is shown stays; the next event asks again.
    }
  }

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    while (held.length > 0 && running > 0) {
      const [first] = held
      try {
        const { events } = await call(commandFloor, { params: { meetingId }, body: first!, idempotencyKey: first!.commandId })
        take(events as unknown as readonly FloorEvent[])
        if (first!.command.kind === 'castVote') change({ mark: first!.command.mark })
      } catch (error) {
        if (error instanceof OfflineError) {
          change({ line: 'offline' })
          await new Promise((ready) => setTimeout(ready, retryMs))
          continue
        }
        // Two pages may say at once that a speech is over; the second has nothing to add.
        if (first!.command.kind !== 'tick') change({ refusal: error })
      }
      hold(held.filter((one) => one !== first))
    }
    sending = false
  }

  const hold = (next: Held[]): void => {
    held = next
    keep(meetingId, held)
    change({ waiting: held.length })
  }
  const restart = (): void => {
    clearTimeout(timer)
    source?.close()
    void begin(running)
  }
  const gone = (): void => change({ line: 'offline' })
  let runs = 0

  return {
    get: () => followed,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        running = ++runs
        window.addEventListener('online', restart)
        window.addEventListener('offline', gone)
        restart()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        running = 0
        window.removeEventListener('online', restart)
        window.removeEventListener('offline', gone)
        clearTimeout(timer)
        source?.close()
      }
    },
    say(command) {
      change({ refusal: undefined })
      hold([...held, { commandId: newId(), command }])
      void send()
    },
    again: () => {
      change({ error: undefined })
      restart()
    },
  }
}

/** A reload in the middle of a bad line loses nothing; what is older than the debate is not sent any more. */
const stillMeantMs = 90_000
const place = (meetingId: string): string => `ronghe.floor.${meetingId}`

function keep(meetingId: string, held: readonly Held[]): void {
  if (held.length === 0) sessionStorage.removeItem(place(meetingId))
  else sessionStorage.setItem(place(meetingId), JSON.stringify({ at: Date.now(), held }))
}

function kept(meetingId: string): Held[] {
  const text = sessionStorage.getItem(place(meetingId))
  if (!text) return []
  const { at, held } = JSON.parse(text) as { readonly at: number; readonly held: Held[] }
  return Date.now() - at < stillMeantMs ? held : []
}
