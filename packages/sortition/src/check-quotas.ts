import type { Problem } from './sort-into-types.ts'

/** A reason, seen by counting alone, why no panel can keep the quotas. */
export interface QuotaConflict {
  readonly kind:
    | 'too few people'
    | 'too few with the feature'
    | 'minima over the seats'
    | 'maxima under the seats'
    | 'taken by those chosen'
  readonly category?: string
  readonly feature?: string
  /** What was asked and what there is. */
  readonly wanted: number
  readonly available: number
  readonly sentence: string
}

/** The plain contradictions of quotas, seats and people: cheap, and easier to understand than a program that has no solution. */
export function checkQuotas({ seats, quotas, types, households }: Problem): QuotaConflict[] {
  const conflicts: QuotaConflict[] = []
  const shared = new Set(households.flatMap((household) => household.types))
  const most =
    types.reduce((sum, type, index) => sum + (shared.has(index) ? 0 : type.most), 0) +
    households.reduce((sum, household) => sum + household.most, 0)
  if (most < seats) {
    const sentence = `${seats} seats are left, but only ${most} people can sit together`
    conflicts.push({ kind: 'too few people', wanted: seats, available: most, sentence })
  }
  for (const category of new Set(quotas.map((quota) => quota.category))) {
    const features = [...quotas.keys()].filter((feature) => quotas[feature]!.category === category)
    const minima = features.reduce((sum, feature) => sum + quotas[feature]!.min, 0)
    const maxima = features.reduce((sum, feature) => sum + Math.max(0, quotas[feature]!.max), 0)
    if (minima > seats) {
      const sentence = `the minima of "${category}" add up to ${minima}, more than the ${seats} seats`
      conflicts.push({ kind: 'minima over the seats', category, wanted: minima, available: seats, sentence })
    }
    if (maxima < seats) {
      const sentence = `the maxima of "${category}" add up to ${maxima}, fewer than the ${seats} seats`
      conflicts.push({ kind: 'maxima under the seats', category, wanted: seats, available: maxima, sentence })
    }
    for (const feature of features) {
      const { min, max, feature: name } = quotas[feature]!
      const available = types.reduce((sum, type) => sum + (type.features.includes(feature) ? type.people.length : 0), 0)
      if (min > available) {
        const sentence = `"${category}: ${name}" needs ${min}, but there ${available === 1 ? 'is' : 'are'} only ${available}`
        conflicts.push({ kind: 'too few with the feature', category, feature: name, wanted: min, available, sentence })
      }
      if (max < 0) {
        const sentence = `those chosen already are ${-max} more than "${category}: ${name}" may have`
        conflicts.push({ kind: 'taken by those chosen', category, feature: name, wanted: -max, available: 0, sentence })
      }
    }
  }
  return conflicts
}
