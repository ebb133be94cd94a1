/** Whether the whole text fits. A pattern that is faulty or could take for ever asks for nothing: the editor refuses to publish it. */
export const fits = (expression: string, text: string): boolean =>
  patternFault(expression) !== undefined || new RegExp(`^(?:${expression})$`, 'u').test(text)

/**
 * A backtracking matcher is slow where one repetition stands inside another, where a repeated group has alternatives, and where many
 * repetitions follow each other. None of that is needed for a house number, so it is refused rather than analysed.
 */
export function patternFault(expression: string): 'bad-pattern' | 'slow-pattern' | undefined {
  try {
    void new RegExp(`^(?:${expression})$`, 'u')
  } catch {
    return 'bad-pattern'
  }
  return expression.length > 200 || /\\[1-9k]|\(\?<?[=!]/.test(expression) || repeatsTooMuch(expression) ? 'slow-pattern' : undefined
}

const mostRepetitions = 3

function repeatsTooMuch(expression: string): boolean {
  // Escapes and classes each become one plain letter, so that only groups, bars and quantifiers are left to read.
  const plain = expression.replace(/\\u\{[0-9a-fA-F]+\}|\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\./g, 'a').replace(/\[[^\]]*\]/g, 'a')
  const open: boolean[] = []
  let varies = false
  let repetitions = 0
  for (const [token] of plain.matchAll(/\((?:\?:|\?<\w+>)?|\)(?:[*+]|\{\d+(?:,\d*)?\})?|[*+|]|\{\d+,\d*\}/g)) {
    if (token.startsWith('(')) {
      open.push(varies)
      varies = false
    } else if (token.startsWith(')')) {
      if (token.length > 1 && varies) return true
      if (token.length > 1) repetitions++
      varies = (open.pop() ?? false) || varies || token.length > 1
    } else {
      varies = true
      if (token !== '|') repetitions++
    }
  }
  return repetitions > mostRepetitions
}
