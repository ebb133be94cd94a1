import type { ConsentPurpose } from '@ronghe/contract/people/consent-texts.ts'
import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import type { Deed } from '../deed.ts'

/**
 * A room's answer for what it keeps about a person. The people room asks every keeper when somebody leaves, wants a copy, or is erased;
 * app.ts lists them, because the people room knows none of the rooms above it.
 */
export interface Keeper {
  readonly room: string
  /** Every table of the room with something about a person in it; a test compares the lists with the schema. */
  readonly tables: readonly string[]
  /** What is still open for this person, and what becomes of it when they leave. */
  open(deed: Deed, personId: string): Promise<readonly OpenItem[]>
  /** What the person gets a copy of, by the words it is kept under. */
  export(deed: Deed, personId: string): Promise<Record<string, unknown>>
  /**
   * Hands on what others wait for and removes or blanks the rest, within the deed. It may be done again by a restore, where no job and no
   * message can be sent; files go through {@link Deed.afterCommit}.
   */
  forget(deed: Deed, personId: string): Promise<void>
  /** A consent ended: what rested on it goes in the same deed. A room that asks for the consent at every use and keeps nothing has no need of it. */
  consentEnded?(deed: Deed, personId: string, purpose: ConsentPurpose): Promise<void>
}

/** The part of one noun in what its room keeps about a person. */
export type KeeperPart = Omit<Keeper, 'room'>

/** A room's keeper out of the parts of its nouns. */
export const keeperOf = (room: string, parts: readonly KeeperPart[]): Keeper => ({
  room,
  tables: parts.flatMap(({ tables }) => tables),
  open: async (deed, personId) => (await inTurn(parts, (part) => part.open(deed, personId))).flat(),
  export: async (deed, personId) => Object.assign({}, ...(await inTurn(parts, (part) => part.export(deed, personId)))),
  forget: async (deed, personId) => void (await inTurn(parts, (part) => part.forget(deed, personId))),
  consentEnded: async (deed, personId, purpose) => void (await inTurn(parts, async (part) => part.consentEnded?.(deed, personId, purpose))),
})

/** One after another: they share a transaction. */
async function inTurn<T>(all: readonly KeeperPart[], ask: (part: KeeperPart) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (const part of all) answers.push(await ask(part))
  return answers
}
