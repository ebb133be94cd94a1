import { allows } from './answer.ts'
import { readBallot, type MadeBallot } from './ballot.ts'
import type { Election } from './election.ts'

/**
 * Spoil and check (Benaloh 2006): before casting, a voter may ask the device to open what it encrypted. An opened ballot is never cast; a
 * device that cheats does not know which ballots will be opened. This is the other side's check: it starts from the ballot's text and the
 * opening alone, so it can run on another machine, and shares nothing with the code that encrypted.
 * @returns whether every ciphertext hides exactly the marks the voter saw
 */
export function checkOpening(election: Election, { text, opening }: Pick<MadeBallot, 'text' | 'opening'>): boolean {
  const ballot = readBallot(election, text)
  const { group, y } = election.key
  if (!ballot || opening.marks.length !== election.questions.length || opening.randomness.length !== election.questions.length) return false
  return election.questions.every((question, index) => {
    const marks = opening.marks[index]!
    const randomness = opening.randomness[index]!
    const choices = ballot.answers[index]?.choices ?? []
    return (
      allows(question, marks) &&
      choices.length === marks.length &&
      randomness.length === marks.length &&
      choices.every(
        ({ alpha, beta }, place) =>
          alpha === group.power(group.g, randomness[place]!) &&
          beta === group.multiply(group.power(y, randomness[place]!), marks[place] === 1 ? group.g : 1n),
      )
    )
  })
}
