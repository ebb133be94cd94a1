import type { Incidence } from './gatherings.ts'
import type { Random } from './random.ts'

/**
 * The curveball trade (Strona, Nappo, Boccacci, Fattorini and San-Miguel-Ayanz 2014, A fast and unbiased procedure to randomize
 * ecological binary matrices with fixed row and column totals, Nature Communications 5, 4114). Two gatherings are drawn; those who were
 * at both stay, the others are dealt out anew, to each as many as it had. No gathering changes its size and nobody the number of
 * gatherings they were at. Every arrangement with these totals is reached, and in the end all are equally likely (Carstens 2015,
 * Proof of uniform sampling of binary matrices with fixed row sums and column sums for the fast Curveball algorithm, Physical Review E
 * 91, 042812). A trade leads back as often as it leads there, so the walk runs the same in both directions.
 */
export function tradeTimes(members: Int32Array, { rows, start }: Incidence, times: number, random: Random, room: Room): void {
  if (rows < 2) return
  for (let time = 0; time < times; time++) {
    const one = random(rows)
    const drawn = random(rows - 1)
    trade(members, start, one, drawn < one ? drawn : drawn + 1, random, room)
  }
}

/** What a trade works with, made once: a mark for each person, and the pool of those who may change places. */
export interface Room {
  readonly mark: Int32Array
  readonly pool: Int32Array
  round: number
}

export function roomFor({ people, start, rows }: Incidence): Room {
  let largest = 0
  for (let row = 0; row < rows; row++) largest = Math.max(largest, start[row + 1]! - start[row]!)
  return { mark: new Int32Array(people), pool: new Int32Array(2 * largest), round: 0 }
}

function trade(members: Int32Array, start: Int32Array, one: number, other: number, random: Random, room: Room): void {
  const { mark, pool } = room
  // Three marks a round: at the first gathering, at both, and none of this round.
  room.round += 2
  const [atOne, atBoth] = [room.round - 1, room.round]
  for (let at = start[one]!; at < start[one + 1]!; at++) mark[members[at]!] = atOne
  let onlyOther = 0
  // Those of the second gathering who were not at the first come first in the pool; who was at both moves to the front of their own row.
  let keptOther = start[other]!
  for (let at = start[other]!; at < start[other + 1]!; at++) {
    const person = members[at]!
    if (mark[person] === atOne) {
      mark[person] = atBoth
      members[keptOther++] = person
    } else pool[onlyOther++] = person
  }
  let size = onlyOther
  let keptOne = start[one]!
  for (let at = start[one]!; at < start[one + 1]!; at++) {
    const person = members[at]!
    if (mark[person] === atBoth) members[keptOne++] = person
    else pool[size++] = person
  }
  // Fisher and Yates for as many as the second gathering takes; the rest go to the first.
  for (let place = 0; place < onlyOther; place++) {
    const from = place + random(size - place)
    const person = pool[from]!
    pool[from] = pool[place]!
    members[keptOther + place] = person
  }
  for (let place = onlyOther; place < size; place++) members[keptOne + place - onlyOther] = pool[place]!
}
