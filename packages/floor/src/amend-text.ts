/** Other lines in place of `fromLine`..`toLine`; `toLine = fromLine - 1` inserts before `fromLine`. Lines count from 1. */
export interface LineChange {
  readonly fromLine: number
  readonly toLine: number
  readonly lines: readonly string[]
}

export type AmendmentFault = 'amendment-outside' | 'amendment-changes-nothing' | 'amendment-leaves-nothing' | 'amendment-too-long'

/** Why a change cannot be made to this text, or null. */
export function faultOf(text: readonly string[], { fromLine, toLine, lines }: LineChange, most: number): AmendmentFault | null {
  const inside = fromLine >= 1 && toLine >= fromLine - 1 && toLine <= text.length && fromLine <= text.length + 1
  if (!inside) return 'amendment-outside'
  const before = text.slice(fromLine - 1, toLine)
  if (before.length === lines.length && before.every((line, index) => line === lines[index])) return 'amendment-changes-nothing'
  const left = text.length - before.length + lines.length
  if (left === 0) return 'amendment-leaves-nothing'
  return left > most ? 'amendment-too-long' : null
}

/** The text with the change made. */
export const amended = (text: readonly string[], { fromLine, toLine, lines }: LineChange): string[] => [
  ...text.slice(0, fromLine - 1),
  ...lines,
  ...text.slice(toLine),
]

type Span = Pick<LineChange, 'fromLine' | 'toLine'>
const inserts = ({ fromLine, toLine }: Span): boolean => toLine < fromLine

/** Two changes of one text that cannot both be made as they are: they touch a common line, or both insert at one place. */
export function conflict(one: Span, other: Span): boolean {
  if (inserts(one) && inserts(other)) return one.fromLine === other.fromLine
  // An insertion strictly inside the lines another change replaces has lost its place; at the edge it keeps it.
  if (inserts(one)) return one.fromLine > other.fromLine && one.fromLine <= other.toLine
  if (inserts(other)) return conflict(other, one)
  return one.fromLine <= other.toLine && other.fromLine <= one.toLine
}

/** Where a change stands after another one was made; null when they are in conflict and it would mean something else now. */
export function movedBy(span: Span, made: LineChange): Span | null {
  if (conflict(span, made)) return null
  const grown = made.lines.length - (made.toLine - made.fromLine + 1)
  const after = inserts(made)
    ? span.fromLine >= made.fromLine && !(inserts(span) && span.fromLine === made.fromLine)
    : span.fromLine > made.toLine
  return after ? { fromLine: span.fromLine + grown, toLine: span.toLine + grown } : { fromLine: span.fromLine, toLine: span.toLine }
}
