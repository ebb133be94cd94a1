/** Each line a day and what is reached by then; undefined where a line is neither. */
export function readMilestones(typed: string): { readonly what: string; readonly dueOn: string }[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(line))
  if (read.length === 0 || read.some((found) => found === null)) return undefined
  return read.map((found) => ({ dueOn: found![1]!, what: found![2]! }))
}
