import type { Session } from '../platform/session/session.tsx'

/** The five organs; the station is always there, the others can be switched off (M1, D10). */
export type Organ = 'station' | 'council' | 'school' | 'corps' | 'branch'

const order: readonly Organ[] = ['station', 'council', 'school', 'corps', 'branch']

/** Those this street runs, in the order in which they are shown everywhere. */
export const organsOf = (session: Session): readonly Organ[] => order.filter((organ) => organ === 'station' || session.modules[organ])
