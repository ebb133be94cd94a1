import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Deed } from '../deed.ts'
import { refused } from '../http/problems.ts'

/** Enough of a deed. */
interface InRound {
  readonly street: Pick<Deed['street'], 'id'>
  readonly platform: Pick<Deed['platform'], 'config' | 'sealer'>
}

/** So long after the close a round's key is destroyed (08, Opinion votes and allocation ballots). */
export const roundKeyDays = 90

/**
 * The key of one round of opinion votes or ballots: a file of its own under `RONGHE_DATA/round-keys`, never in the database and never in a backup,
 * sealed under the keys of the installation. A person's pseudonym in the round is the keyed hash of the id; once the file is gone nobody, with
 * whatever else, can tell whose row is whose. Several machines share the folder as they share the uploaded files.
 */
export function createRoundKey({ street, platform }: InRound, roundId: string): void {
  const path = pathOf(platform.config.data, street.id, roundId)
  mkdirSync(folderOf(platform.config.data, street.id), { recursive: true, mode: 0o700 })
  const half = `${path}.${randomBytes(4).toString('hex')}.new`
  const file = openSync(half, 'wx', 0o600)
  try {
    writeSync(file, platform.sealer.seal(placeOf(street.id, roundId), randomBytes(32).toString('base64')))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(half, path) // never over one that is there: its votes would be lost to their voters
  } finally {
    rmSync(half)
  }
}

/** Whether people can still be found in this round. */
export const hasRoundKey = ({ street, platform }: InRound, roundId: string): boolean =>
  existsSync(pathOf(platform.config.data, street.id, roundId))

/**
 * What stands for a person, or a printed card, in a round.
 * @param subject the id of a person; other kinds begin with a word of their own (`card …`), which no id does
 * @throws a refusal where the key is not there any more: a new one would let everybody vote again
 */
export function pseudonymOf(deed: InRound, roundId: string, subject: string): Buffer {
  const found = findPseudonym(deed, roundId, subject)
  if (!found) throw refused('round-key-gone')
  return found
}

/** The same where the round may be long over. */
export function findPseudonym(deed: InRound, roundId: string, subject: string): Buffer | undefined {
  const key = keyOf(deed, roundId)
  return key && createHmac('sha256', key).update(subject).digest()
}

/** For good. Destroying what is destroyed already does nothing. */
export function destroyRoundKey({ street, platform }: InRound, roundId: string): void {
  const path = pathOf(platform.config.data, street.id, roundId)
  kept.delete(path)
  rmSync(path, { force: true })
}

const folderOf = (data: string, street: string): string => join(data, 'round-keys', street)
const pathOf = (data: string, street: string, round: string): string => join(folderOf(data, street), round)
const placeOf = (street: string, round: string) => ({ street, table: 'round-keys', column: 'key', row: round })

/** Read once a minute: another process may have destroyed it. */
const keptMs = 60_000
const mostKept = 1000
const kept = new Map<string, { readonly key: KeyObject; readonly until: number }>()

function keyOf({ street, platform }: InRound, roundId: string): KeyObject | undefined {
  const path = pathOf(platform.config.data, street.id, roundId)
  const known = kept.get(path)
  if (known && known.until > performance.now()) return known.key
  kept.delete(path)
  if (!existsSync(path)) return undefined
  const key = createSecretKey(Buffer.from(platform.sealer.open(placeOf(street.id, roundId), readFileSync(path)), 'base64'))
  if (kept.size >= mostKept) kept.clear()
  kept.set(path, { key, until: performance.now() + keptMs })
  return key
}
