import type { ListEvent } from './events.ts'
import type { Entry, WaitingList } from './list.ts'

/** The list after an event. Pure; the same events always give the same list. */
export function evolve(list: WaitingList, event: ListEvent): WaitingList {
  switch (event.kind) {
    case 'signedUp': {
      const { entry: id, who, fits } = event
      const entry: Entry = { id, who, fits, turn: list.nextTurn, state: 'waiting', kind: null, until: null, askedBefore: false }
      return { ...list, nextTurn: list.nextTurn + 1, entries: [...list.entries, entry] }
    }
    case 'placed':
      return change(list, event.entry, { state: 'placed', kind: event.place, until: null })
    case 'offered':
      return change(list, event.entry, { state: 'offered', kind: event.place, until: event.until })
    case 'declined':
      return change(list, event.entry, { state: 'declined', kind: null, until: null })
    case 'left':
      return change(list, event.entry, { state: 'left', kind: null, until: null })
    case 'expired':
      if (!event.again) return change(list, event.entry, { state: 'passed', kind: null, until: null })
      return {
        ...change(list, event.entry, { state: 'waiting', kind: null, until: null, askedBefore: true, turn: list.nextTurn }),
        nextTurn: list.nextTurn + 1,
      }
    case 'capacityChanged':
      return { ...list, places: event.places }
    case 'cancelled':
      return { ...list, cancelled: true }
  }
}

const change = (list: WaitingList, id: string, to: Partial<Entry>): WaitingList => ({
  ...list,
  entries: list.entries.map((entry) => (entry.id === id ? { ...entry, ...to } : entry)),
})
