/** The rules a text may keep to, for whoever does not write expressions: so many signs of one sort, or an expression of one's own. */
export type PatternKind =
  | { readonly kind: Sort; readonly least: number; readonly most: number }
  | { readonly kind: 'own'; readonly expression: string }

const sorts = { digits: '\\d', letters: '[A-Za-z]', lettersDigits: '[A-Za-z0-9]', han: '\\p{Script=Han}' } as const
export type Sort = keyof typeof sorts
export const sortNames = Object.keys(sorts) as readonly Sort[]

export const toExpression = (pattern: PatternKind): string =>
  pattern.kind === 'own'
    ? pattern.expression
    : `${sorts[pattern.kind]}{${pattern.least === pattern.most ? pattern.least : `${pattern.least},${pattern.most}`}}`

export function toPatternKind(expression: string): PatternKind {
  for (const kind of sortNames) {
    if (!expression.startsWith(sorts[kind])) continue
    const count = /^\{(\d{1,3})(?:,(\d{1,3}))?\}$/.exec(expression.slice(sorts[kind].length))
    if (count) return { kind, least: Number(count[1]), most: Number(count[2] ?? count[1]) }
  }
  return { kind: 'own', expression }
}
