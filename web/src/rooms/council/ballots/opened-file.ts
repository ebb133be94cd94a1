import type { MadeBallot } from '@ronghe/ballot'

type Opened = Pick<MadeBallot, 'text' | 'opening'>

/** A spoiled ballot and what opens it, as a file for another device. */
export const writeOpened = ({ text, opening }: Opened): string =>
  JSON.stringify({ ballot: text, marks: opening.marks, randomness: opening.randomness.map((list) => list.map(String)) })

/** The same back; undefined where the file is something else. */
export function readOpened(file: string): Opened | undefined {
  try {
    const { ballot, marks, randomness } = JSON.parse(file) as Readonly<Record<string, unknown>>
    if (typeof ballot !== 'string' || !Array.isArray(marks) || !Array.isArray(randomness)) return undefined
    return {
      text: ballot,
      opening: {
        marks: marks.map((list) => (list as unknown[]).map(Number)),
        randomness: randomness.map((list) => (list as unknown[]).map((number) => BigInt(String(number)))),
      },
    }
  } catch {
    return undefined
  }
}
