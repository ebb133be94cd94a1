import { createHash, randomBytes } from 'node:crypto'
import { canonical, leafHash } from '@ronghe/ledger'
import { dayIn } from '../calendar/working-days.ts'
import { uuid7 } from '../codes.ts'
import { personHash, type BranchDeed } from './branch-deed.ts'

/** As an entry of the street's journal: `plain` in the open within the house, `sealed` and whoever it is about as salted hashes only. */
export interface BranchEntry {
  readonly kind: string
  /** A person's id; kept as the keyed hash. */
  readonly about?: string | null
  readonly plain?: Readonly<Record<string, string | number | boolean | null>>
  readonly sealed?: Readonly<Record<string, string | null>>
}

type Journalled = Pick<BranchDeed, 'tx' | 'street' | 'now' | 'personId' | 'sealer'>

export const erasedHereKind = 'branch.entries.erase'
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * Writes a leaf of the branch's own journal, with the day and no hour. Values are committed to as they are stored, encrypted, so that
 * `ronghe journal verify` needs no key.
 */
export async function recordInBranch(deed: Journalled, { kind, about, plain = {}, sealed = {} }: BranchEntry): Promise<void> {
  const { tx, street, now } = deed
  const day = dayIn(street.zone, now)
  const id = uuid7(Date.parse(`${day}T00:00:00Z`))
  const commitments: Record<string, string> = {}
  for (const [name, value] of Object.entries(plain)) commitments[name] = `plain:${String(value)}`
  const entries: { street_id: string; leaf_id: string; name: string; salt: Buffer; value: string; about: Buffer | null }[] = []
  const commit = (name: string, words: string, person: string | null) => {
    const salt = randomBytes(16)
    const value = deed.sealer
      .seal({ street: street.id, table: 'branch.journal_entry', column: 'value', row: `${id} ${name}` }, words)
      .toString('base64')
    commitments[name] = `sha256:${sha256(salt, value).toString('hex')}`
    entries.push({ street_id: street.id, leaf_id: id, name, salt, value, about: person === null ? null : personHash(deed, person) })
  }
  commit('actor', deed.personId ?? 'nobody', deed.personId)
  if (about) commit('about', about, about)
  for (const [name, words] of Object.entries(sealed)) if (words !== null) commit(name, words, about ?? deed.personId)
  const leaf = canonical({ id, street: street.id, kind, day, commitments })
  await tx
    .insertInto('journal_leaf')
    .values({
      street_id: street.id,
      id,
      kind,
      day,
      commitments: JSON.stringify(commitments),
      leaf_hash: Buffer.from(leafHash(Buffer.from(leaf), (bytes) => sha256(bytes))),
    })
    .execute()
  await tx.insertInto('journal_entry').values(entries).execute()
}

/** Destroys salts and values of every entry about somebody; the leaves still verify, and how many went is noted without saying whose. */
export async function eraseFromBranchJournal(deed: Journalled, about: Buffer): Promise<void> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('journal_entry')
    .set({ salt: null, value: null, about: null, erased_on: dayIn(deed.street.zone, deed.now) })
    .where('street_id', '=', deed.street.id)
    .where('about', '=', about)
    .executeTakeFirst()
  if (numUpdatedRows > 0n)
    await recordInBranch({ ...deed, personId: null }, { kind: erasedHereKind, plain: { entries: Number(numUpdatedRows) } })
}

/**
 * Seals everything not sealed yet under one salted hash for a day that is over: SHA-256(0x02 ‖ nonce ‖ leaf hashes in the order of their ids).
 * A day on which nothing happened gets a hash too. Asked again it gives the same one.
 */
export async function sealDay(deed: Pick<BranchDeed, 'tx' | 'street'>, day: string): Promise<string> {
  const { tx, street } = deed
  const known = await tx
    .selectFrom('journal_day')
    .select('root')
    .where('street_id', '=', street.id)
    .where('day', '=', day)
    .executeTakeFirst()
  if (known) return known.root.toString('hex')
  const leaves = await tx
    .updateTable('journal_leaf')
    .set({ sealed_on: day })
    .where('street_id', '=', street.id)
    .where('sealed_on', 'is', null)
    .where('day', '<=', day)
    .returning(['id', 'leaf_hash'])
    .execute()
  const nonce = randomBytes(32)
  const inOrder = leaves.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const root = sha256('\x02', nonce, ...inOrder.map(({ leaf_hash }) => leaf_hash))
  await tx.insertInto('journal_day').values({ street_id: street.id, day, nonce, root }).execute()
  return root.toString('hex')
}
