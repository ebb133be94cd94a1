import { ballotsKeeper } from './ballots.keeper.ts'
import { motionsKeeper } from './motions.keeper.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { allocationKeeper } from './allocation.keeper.ts'
import { conversationsKeeper } from './conversations.keeper.ts'
import { floorKeeper } from './floor.keeper.ts'
import { meetingsKeeper } from './meetings.keeper.ts'
import { seatsKeeper } from './seats.keeper.ts'
import { visitsKeeper } from './visits.keeper.ts'

/** The part of one noun in what the council keeps about a person. */
export type KeeperPart = Omit<Keeper, 'room'>

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = [
  ballotsKeeper,
  conversationsKeeper,
  allocationKeeper,
  motionsKeeper,
  seatsKeeper,
  visitsKeeper,
  meetingsKeeper,
  floorKeeper,
]

export const councilKeeper: Keeper = {
  room: 'council',
  tables: parts.flatMap(({ tables }) => tables),
  open: async (deed, personId) => (await inTurn(parts, (part) => part.open(deed, personId))).flat(),
  export: async (deed, personId) => Object.assign({}, ...(await inTurn(parts, (part) => part.export(deed, personId)))),
  forget: async (deed, personId) => void (await inTurn(parts, (part) => part.forget(deed, personId))),
}

/** One after another: they share a transaction. */
async function inTurn<T>(all: readonly KeeperPart[], ask: (part: KeeperPart) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (const part of all) answers.push(await ask(part))
  return answers
}
