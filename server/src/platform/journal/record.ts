import { createHash, randomBytes } from 'node:crypto'
import { canonical, leafHash } from '@ronghe/ledger'
import type { Insertable } from 'kysely'
import { uuid7 } from '../codes.ts'
import type { Tables } from '../database/tables.ts'
import type { Deed } from '../deed.ts'

/**
 * What is recorded of a deed. `plain` goes into the leaf in the open: ids of things, kinds, counts; never a word of a resident, never a
 * person. `sealed` enters the leaf only as salted hashes; its values lie encrypted in erasable rows. `about` is the person the deed concerns.
 */
export interface Entry {
  readonly kind: string
  readonly about?: string | null
  readonly plain?: Readonly<Record<string, string | number | boolean | null>>
  readonly sealed?: Readonly<Record<string, string | null>>
  /** The actor is left out altogether: anonymous concerns, opinion votes. */
  readonly withoutActor?: boolean
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What the journal has to know of a deed. */
export interface JournalledDeed extends Pick<Deed, 'tx' | 'street' | 'now' | 'actor'> {
  readonly platform: Pick<Deed['platform'], 'sealer'>
}

/** The rows of one deed in the journal, not written yet. */
export interface JournalRows {
  readonly leaf: Insertable<Tables['journal_leaf']>
  readonly entries: readonly Insertable<Tables['journal_entry']>[]
}

/**
 * Writes the journal leaf of a deed in the deed's own transaction, not yet ordered: the sequencer gives it its index (09, Journal).
 * @returns the leaf's id, which a receipt carries.
 */
export async function record(deed: JournalledDeed, entry: Entry): Promise<string> {
  const { leaf, entries } = journalRows(deed, entry)
  if (entries.length === 0) await deed.tx.insertInto('journal_leaf').values(leaf).execute()
  // One round trip for both.
  else
    await deed.tx
      .with('leaf', (tx) => tx.insertInto('journal_leaf').values(leaf))
      .insertInto('journal_entry')
      .values(entries)
      .execute()
  return leaf.id
}

/**
 * Leaf hash = SHA-256(0x00 ‖ canonical{id, street, kind, at, commitments}); a commitment is `plain:<value>` or
 * `sha256:<hex of SHA-256(salt ‖ value)>`. What is sealed is committed to as it is stored, encrypted: the verifier needs no key.
 */
export function journalRows(deed: Omit<JournalledDeed, 'tx'>, entry: Entry): JournalRows {
  // An anonymous deed keeps the day, not the hour (08, Concerns); a UUIDv7 would tell the hour too.
  const at = entry.withoutActor ? new Date(`${deed.now.toISOString().slice(0, 10)}T00:00:00.000Z`) : deed.now
  const id = uuid7(at.getTime())
  const commitments: Record<string, string> = {}
  for (const [name, value] of Object.entries(entry.plain ?? {})) commitments[name] = `plain:${String(value)}`

  const entries: { street_id: string; leaf_id: string; name: string; salt: Buffer; value: string; about: string | null }[] = []
  const commit = (name: string, value: string, about: string | null) => {
    const salt = randomBytes(16)
    commitments[name] = `sha256:${sha256(salt, value).toString('hex')}`
    entries.push({ street_id: deed.street.id, leaf_id: id, name, salt, value, about })
  }
  if (!entry.withoutActor) for (const { name, value, about } of actorValues(deed)) commit(name, value, about)
  if (entry.about) commit('about', entry.about, entry.about)
  for (const [name, value] of Object.entries(entry.sealed ?? {}))
    if (value !== null) commit(name, seal(deed, id, name, value), entry.about ?? null)

  const leaf = canonical({ id, street: deed.street.id, kind: entry.kind, at: at.toISOString(), commitments })
  return {
    leaf: {
      street_id: deed.street.id,
      id,
      kind: entry.kind,
      at,
      commitments: JSON.stringify(commitments),
      date_only: entry.withoutActor ?? false,
      leaf_hash: Buffer.from(leafHash(Buffer.from(leaf), (bytes) => sha256(bytes))),
    },
    entries,
  }
}

function seal({ platform, street }: Omit<JournalledDeed, 'tx'>, leaf: string, name: string, value: string): string {
  return platform.sealer
    .seal({ street: street.id, table: 'journal_entry', column: 'value', row: `${leaf} ${name}` }, value)
    .toString('base64')
}

function actorValues({ actor }: Pick<JournalledDeed, 'actor'>): { name: string; value: string; about: string | null }[] {
  if (actor.kind !== 'person') return [{ name: 'actor', value: actor.kind, about: null }]
  const values = [{ name: 'actor', value: actor.personId, about: actor.personId }]
  return actor.assistantId ? [...values, { name: 'assistant', value: actor.assistantId, about: actor.assistantId }] : values
}
