import type { FloorAsk } from '@ronghe/contract/council/floor.ts'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type Followed, type FloorRead, openFeed } from './floor-feed.ts'

export type { Line } from './floor-feed.ts'

export interface Floor extends Followed {
  readonly read: FloorRead
  say(command: FloorAsk): void
}

/** The meeting that this screen is about, for as long as it is shown. */
export function useFloor(meetingId: string): { readonly floor: Floor | undefined; readonly error: unknown; again(): void } {
  const feed = useMemo(() => openFeed(meetingId), [meetingId])
  const followed = useSyncExternalStore(feed.subscribe, feed.get)
  return {
    floor: followed.read && { ...followed, read: followed.read, say: feed.say },
    error: followed.error,
    again: feed.again,
  }
}

/** The moment by the server's clock, twice a second while something runs. */
export function useMoment(offset: number, running: boolean): string {
  const [moment, setMoment] = useState(() => Date.now())
  useEffect(() => {
    const turn = (): void => setMoment(Date.now())
    turn()
    if (!running) return
    const timer = setInterval(turn, 500)
    return () => clearInterval(timer)
  }, [running])
  return new Date(moment + offset).toISOString()
}
