/**
 * From when the group may be changed again, or null when it may be changed now. The first choice is no change and free; a change may
 * follow at any time, the next one twelve months later, or what the street has set (08, Group). `choices` are the moments, oldest first.
 */
export function mayChangeFrom(choices: readonly Date[], now: Date, monthsBetweenChanges: number): Date | null {
  const lastChange = choices.length > 1 ? choices.at(-1) : undefined
  if (!lastChange) return null
  const from = new Date(lastChange)
  from.setUTCMonth(from.getUTCMonth() + monthsBetweenChanges)
  return from > now ? from : null
}
