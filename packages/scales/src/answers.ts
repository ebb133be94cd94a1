/** One row per person, one column per item; undefined where nothing was said. */
export type Answers = readonly (readonly (number | undefined)[])[]

/**
 * Turns items that are worded the other way round, so that more is always more of what the scale is about: 1 of 1 … 5 becomes 5.
 * @param reversed one per item
 */
export function reverseItems(answers: Answers, reversed: readonly boolean[], { low, high }: { low: number; high: number }): Answers {
  if (!(low < high)) throw new RangeError(`answers run from the lower to the higher end, not from ${low} to ${high}`)
  return answers.map((row) => {
    if (row.length !== reversed.length) throw new RangeError(`a row of ${row.length} answers for ${reversed.length} items`)
    return row.map((answer, item) => {
      if (answer !== undefined && !(answer >= low && answer <= high)) throw new RangeError(`${answer} does not lie in ${low} … ${high}`)
      return answer !== undefined && reversed[item] ? low + high - answer : answer
    })
  })
}

/**
 * What each person says on the scale: the mean of the items that were answered, if that is at least half of them (the half rule,
 * Fairclough and Cella 1996, Quality of Life Research 5:549); otherwise nothing.
 */
export const scaleValues = (answers: Answers): (number | undefined)[] =>
  answers.map((row) => {
    const said = row.filter((answer) => answer !== undefined)
    return said.length > 0 && said.length * 2 >= row.length ? said.reduce((sum, answer) => sum + answer, 0) / said.length : undefined
  })

/** The rows in which every item was answered: what reliability is worked out from. */
export const completeRows = (answers: Answers): (readonly number[])[] =>
  answers.filter((row): row is readonly number[] => row.length > 0 && row.every((answer) => answer !== undefined))
