import type { Permission } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { type ComponentType, createContext, useContext } from 'react'
import { mayDo, type Module, type Session, useSession } from '../platform/session/session.tsx'

/** One line of the desk's side bar. Each room exports its own as `deskPlaces` from `rooms/<room>/desk-places.ts`. */
export interface DeskPlace {
  /** Lines with the same section stand together under its name; without one they come first. */
  readonly section?: Text
  readonly label: Text
  readonly to: string
  /** Any one of these permissions opens it. */
  readonly needs: Permission | readonly Permission[]
  /** Shows how much waits there; renders nothing when there is nothing to say. */
  readonly count?: ComponentType
}

export const placesFor = (session: Session, places: readonly DeskPlace[]): readonly DeskPlace[] =>
  places.filter((place) => !isOff(session, place) && [place.needs].flat().some((permission) => mayDo(session, permission)))

/** Under these addresses lie the organs that a street can do without (M1). */
const organs: readonly (readonly [address: string, module: Module])[] = [
  ['/council', 'council'],
  ['/volunteers', 'corps'],
  ['/school', 'school'],
  ['/branch', 'branch'],
]

const isOff = ({ modules }: Session, { to }: DeskPlace): boolean =>
  organs.some(([address, module]) => (to === address || to.startsWith(`${address}/`)) && !modules[module])

/** The door hands in the places of every room, since the shell must not know the rooms: `<DeskPlaces value={deskPlaces}>`. */
export const DeskPlaces = createContext<readonly DeskPlace[]>([])

/** The places that the posts of whoever is signed in open today. */
export const useDeskPlaces = (): readonly DeskPlace[] => placesFor(useSession(), useContext(DeskPlaces))

export interface DeskSection {
  readonly name: Text | undefined
  readonly places: readonly DeskPlace[]
}

/** In the order in which the sections were first mentioned. */
export function inSections(places: readonly DeskPlace[]): readonly DeskSection[] {
  const byName = Map.groupBy(places, (place) => place.section?.['zh-CN'] ?? '')
  return Array.from(byName, ([, inside]) => ({ name: inside[0]?.section, places: inside })).toSorted(
    (a, b) => Number(a.name !== undefined) - Number(b.name !== undefined),
  )
}
