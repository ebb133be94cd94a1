import { ballotsKeeper } from './ballots.keeper.ts'
import { motionsKeeper } from './motions.keeper.ts'
import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'
import { allocationKeeper } from './allocation.keeper.ts'
import { conversationsKeeper } from './conversations.keeper.ts'
import { floorKeeper } from './floor.keeper.ts'
import { meetingsKeeper } from './meetings.keeper.ts'
import { seatsKeeper } from './seats.keeper.ts'
import { visitsKeeper } from './visits.keeper.ts'

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

export const councilKeeper = keeperOf('council', parts)
