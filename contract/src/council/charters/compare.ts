/** One sentence of the left or the right text, or of both. */
export interface ComparedLine {
  readonly kind: 'same' | 'dropped' | 'added'
  readonly text: string
}

/** Sentences with the mark that ends them; blank lines separate too. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .match(/[^。！？.!?\n]+(?:[。！？]|[.!?](?=\s|$)|[.!?])*\s*/g)
    ?.map((one) => one.trim())
    .filter(Boolean) ?? []

/** What was dropped and what was added, sentence by sentence, by the longest common run of sentences. */
export function compareTexts(before: string, after: string): readonly ComparedLine[] {
  const [left, right] = [sentencesOf(before), sentencesOf(after)]
  const common = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0))
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      common[i]![j] = left[i] === right[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const lines: ComparedLine[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push({ kind: 'same', text: left[i]! })
      i++
      j++
    } else if (j >= right.length || (i < left.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      lines.push({ kind: 'dropped', text: left[i++]! })
    else lines.push({ kind: 'added', text: right[j++]! })
  }
  return lines
}
