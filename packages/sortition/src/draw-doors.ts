import { FileFault } from './file-fault.ts'
import { seededRandom } from './random.ts'
import { readCsv } from './read-csv.ts'

/** A lane of a survey's frame: how many dwellings it has, and how many of their doors are drawn. */
export interface FrameLane {
  readonly lane: string
  readonly dwellings: number
  readonly doors: number
}

/**
 * Shares out `doors` among lanes: first `least` to each (or all it has), the rest in proportion to the dwellings that are left, by largest remainders
 * (Hare quota), equal remainders to the lane whose name sorts first. Never more than a lane has; all of them where `doors` is as many as there are.
 * @throws RangeError where the minima alone are more than `doors`, and for nonsense
 */
export function allotDoors(lanes: readonly Omit<FrameLane, 'doors'>[], doors: number, least: number): FrameLane[] {
  for (const count of [doors, least, ...lanes.map(({ dwellings }) => dwellings)])
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`)
  if (new Set(lanes.map(({ lane }) => lane)).size < lanes.length) throw new RangeError('a lane stands twice')
  const sorted = lanes.toSorted((one, other) => (one.lane < other.lane ? -1 : 1))
  const first = sorted.map(({ dwellings }) => Math.min(least, dwellings))
  const open = sum(sorted.map(({ dwellings }, at) => dwellings - first[at]!))
  const rest = Math.min(doors - sum(first), open)
  if (rest < 0) throw new RangeError(`${least} in every lane are more than ${doors} doors`)
  // rest * left / open, in whole numbers, so that no rounding decides who is asked.
  const shares = sorted.map(({ dwellings }, at) => {
    const product = BigInt(rest) * BigInt(dwellings - first[at]!)
    const whole = open === 0 ? 0n : product / BigInt(open)
    return { at, whole: Number(whole), remainder: product - whole * BigInt(open) }
  })
  const lacking = rest - sum(shares.map(({ whole }) => whole))
  const topped = new Set(
    shares
      .toSorted((one, other) => (one.remainder === other.remainder ? one.at - other.at : one.remainder > other.remainder ? -1 : 1))
      .slice(0, lacking)
      .map(({ at }) => at),
  )
  return sorted.map((lane, at) => ({ ...lane, doors: first[at]! + shares[at]!.whole + (topped.has(at) ? 1 : 0) }))
}

/**
 * The doors that `seed` draws: for each lane `doors` of the running numbers 1 to `dwellings`, every set of that size equally likely (Fisher and Yates,
 * broken off), sorted. A lane's doors depend on the seed, its name and its two numbers only.
 */
export function drawDoors(frame: readonly FrameLane[], seed: string): { readonly lane: string; readonly numbers: readonly number[] }[] {
  return frame.map(({ lane, dwellings, doors }) => {
    if (!Number.isSafeInteger(dwellings) || !Number.isSafeInteger(doors) || doors < 0 || doors > dwellings)
      throw new RangeError(`${doors} doors of ${dwellings} dwellings`)
    const random = seededRandom(`doors ${seed} ${lane}`)
    // Only the places that were moved are kept: a lane may have many dwellings and few doors.
    const moved = new Map<number, number>()
    const numbers = Array.from({ length: doors }, (_, place) => {
      const other = place + random(dwellings - place)
      const drawn = moved.get(other) ?? other
      moved.set(other, moved.get(place) ?? place)
      return drawn + 1
    })
    return { lane, numbers: numbers.toSorted((one, another) => one - another) }
  })
}

/** The frame as it is published and hashed: a header, then one line a lane, sorted by name, each line ended by a line feed. */
export const frameText = (frame: readonly FrameLane[]): string =>
  `lane,dwellings,doors\n${frame
    .toSorted((one, other) => (one.lane < other.lane ? -1 : 1))
    .map(({ lane, dwellings, doors }) => `${lane},${dwellings},${doors}\n`)
    .join('')}`

/** @throws FileFault that says where the file is no frame */
export function readFrame(text: string, file = 'frame.csv'): FrameLane[] {
  const [header, ...rows] = readCsv(text, file)
  if (header?.cells.map((cell) => cell.text.trim()).join() !== 'lane,dwellings,doors')
    throw new FileFault(file, [{ line: 1, column: 1, problem: 'the first line must be "lane,dwellings,doors"', row: header?.source ?? '' }])
  return rows.map(({ line, cells, source }) => {
    const [lane, dwellings, doors] = cells.map((cell) => cell.text.trim())
    const isCount = (typed: string | undefined) => typed !== undefined && /^\d{1,7}$/.test(typed)
    if (!lane || !isCount(dwellings) || !isCount(doors) || Number(doors) > Number(dwellings))
      throw new FileFault(file, [
        { line, column: 1, problem: 'a line has a lane, its dwellings, and of these the doors that are drawn', row: source },
      ])
    return { lane, dwellings: Number(dwellings), doors: Number(doors) }
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
