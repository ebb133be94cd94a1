/** From an hour before the shift until three days after it: a phone may have been without a line all night. */
const before = 3_600_000
const after = 3 * 24 * 3_600_000

interface Shift {
  readonly starts_at: Date
  readonly ends_at: Date
}

/** Whether what a patrol saw can still be written down, or already. */
export const takesTicks = ({ starts_at, ends_at }: Shift, now: Date): boolean =>
  now.getTime() >= starts_at.getTime() - before && now.getTime() <= ends_at.getTime() + after

/** What was not looked at is missed once the shift is over, not before. */
export const isOver = ({ ends_at }: Shift, now: Date): boolean => now > ends_at
