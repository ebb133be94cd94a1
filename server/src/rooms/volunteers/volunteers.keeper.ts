import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = []

export const volunteersKeeper = keeperOf('volunteers', parts)
