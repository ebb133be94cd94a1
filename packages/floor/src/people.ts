import type { Delegate, FloorState } from './state.ts'

export const findDelegate = (state: FloorState, id: string): Delegate | undefined => state.delegates.find((one) => one.id === id)
export const benchOf = (state: FloorState, id: string): string | null => findDelegate(state, id)?.bench ?? null
export const isPresent = (state: FloorState, id: string): boolean => state.present.includes(id)
/** The chair's seat; whoever presides at the moment may be a deputy. */
export const chairOf = ({ delegates }: FloorState): Delegate | undefined => delegates.find(({ bench }) => bench === null)
export const chairPresides = (state: FloorState): boolean => state.presidingId !== null && state.presidingId === chairOf(state)?.id
/** Stands aside on the open item: may answer questions, and neither chairs, supports, debates nor votes. */
export const hasInterest = ({ item }: FloorState, id: string): boolean =>
  item?.interests.some(({ delegateId }) => delegateId === id) ?? false

export const turnsOf = ({ item }: FloorState, id: string): number =>
  (item?.motion?.speeches.filter(({ delegateId }) => delegateId === id).length ?? 0) + (item?.motion?.speaking?.delegateId === id ? 1 : 0)
export const hasSpoken = (state: FloorState, id: string): boolean => turnsOf(state, id) > 0
/** Ended speeches of one person on the open motion. */
export const spokenMs = ({ item }: FloorState, id: string): number =>
  (item?.motion?.speeches ?? []).reduce((sum, speech) => (speech.delegateId === id ? sum + speech.ms : sum), 0)

/**
 * The deputy whose turn it is: the other bench's than the one that presided last, else the same one's. Whoever is away, has an interest in the
 * item, or has moved or spoken on the motion does not chair it.
 */
export function nextDeputy(state: FloorState): string | undefined {
  const { rules, deputies, lastDeputyBench } = state
  const order = (rules?.benches ?? []).toSorted((one, other) => Number(one === lastDeputyBench) - Number(other === lastDeputyBench))
  return order.flatMap((bench) => deputies[bench] ?? []).find((id) => mayChair(state, id))
}

/** The chair, where nothing is in the way; otherwise the deputy whose turn it is; nobody where there is none. */
export function presiderFor(state: FloorState): string | null {
  const chair = chairOf(state)
  if (chair && mayChair(state, chair.id)) return chair.id
  return nextDeputy(state) ?? null
}

export const mayChair = (state: FloorState, id: string): boolean =>
  isPresent(state, id) && !hasInterest(state, id) && !hasSpoken(state, id) && state.item?.motion?.moverId !== id
