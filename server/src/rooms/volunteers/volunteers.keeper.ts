import { careKeeper } from './care/care.keeper.ts'
import { hoursKeeper } from './hours/hours.keeper.ts'
import { patrolKeeper } from './patrol/patrol.keeper.ts'
import { rosterKeeper } from './roster/roster.keeper.ts'
import { coreKeeper } from './core.keeper.ts'
import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = [hoursKeeper, careKeeper, rosterKeeper, patrolKeeper, coreKeeper]

export const volunteersKeeper = keeperOf('volunteers', parts)
