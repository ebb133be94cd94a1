export { decide, dueAt, type Circumstances, type Decided } from './decide.ts'
export type { ListCommand, ListEvent, RefusalCode } from './events.ts'
export { evolve } from './evolve.ts'
export {
  activeOf,
  aheadOf,
  capacityOf,
  freeOf,
  inLine,
  isHolding,
  isIn,
  missing,
  openList,
  takenOf,
  type Entry,
  type EntryState,
  type Places,
  type WaitingList,
} from './list.ts'
export { offerBegins, offerUntil, standardRules, type OfferRules } from './offer-until.ts'
export { readSteps, replay, type Replayed, type Steps } from './replay.ts'
export { sharesOf, type Share } from './shares.ts'
