/** Only around the visit does the pair know whom they visit (D11): two hours before it begins, two hours after it ends, both included. */
const hours2 = 2 * 3_600_000

interface Planned {
  readonly starts_at: Date
  readonly ends_at: Date
}

export const opensAt = ({ starts_at }: Planned): Date => new Date(starts_at.getTime() - hours2)
export const closesAt = ({ ends_at }: Planned): Date => new Date(ends_at.getTime() + hours2)

export const maySee = (visit: Planned, now: Date): boolean => now >= opensAt(visit) && now <= closesAt(visit)

/** Nobody writes down a visit before it has begun. */
export const mayRecord = (visit: Planned, now: Date): boolean => now >= visit.starts_at && now <= closesAt(visit)
