/** Lines as they are typed into one box, and back. */
export const toPoints = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
export const fromPoints = (points: readonly string[]): string => points.join('\n')
