import type { Places } from './list.ts'

/** What happened to a list. `entry` is the id of an entry. */
export type ListEvent =
  | { readonly kind: 'signedUp'; readonly entry: string; readonly who: string; readonly fits: readonly string[] }
  /** Has a place of this kind: at once, or by accepting an offer. */
  | { readonly kind: 'placed'; readonly entry: string; readonly place: string }
  | { readonly kind: 'offered'; readonly entry: string; readonly place: string; readonly until: Date }
  | { readonly kind: 'declined'; readonly entry: string }
  /** An offer ran out. `again`: the entry goes to the end of the line and is asked once more; otherwise it is over. */
  | { readonly kind: 'expired'; readonly entry: string; readonly again: boolean }
  | { readonly kind: 'left'; readonly entry: string }
  | { readonly kind: 'capacityChanged'; readonly places: readonly Places[] }
  | { readonly kind: 'cancelled' }

export type ListCommand =
  /** `entry` is the id the new entry gets. */
  | { readonly kind: 'signUp'; readonly entry: string; readonly who: string; readonly fits: readonly string[] }
  | { readonly kind: 'accept'; readonly entry: string }
  | { readonly kind: 'decline'; readonly entry: string }
  /** Gives back a place, an offer or a turn. */
  | { readonly kind: 'leave'; readonly entry: string }
  | { readonly kind: 'changeCapacity'; readonly places: readonly Places[] }
  | { readonly kind: 'cancel' }
  /** Nothing but time has passed: offers run out, free places are offered. Due at {@link dueAt}. */
  | { readonly kind: 'tick' }

export type RefusalCode = 'already-in' | 'fits-no-place' | 'started' | 'cancelled' | 'no-offer' | 'offer-over' | 'not-in' | 'places-taken'
