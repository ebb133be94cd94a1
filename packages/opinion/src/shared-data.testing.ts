// Real conversations lie beside the checkout, not in it: tests that need them say so where they are missing.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { VoteStore } from './vote-store.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const folder = path.join(root, '..', 'shared', 'data', 'polis')

export const hasSharedData = existsSync(folder)
if (!hasSharedData) console.warn(`skipped: no real conversations at ${folder}`)

export const exported = [
  '15-per-hour-seattle',
  'bg2050-volunteers',
  'london.youth.policing',
  'ssis.land-bank-farmland.2rumnecbeh.2021-08-01',
  'vtaiwan.uberx',
]
export const goldenNames = ['25ptpt-3gp-no-strict-with-meta', 'above-100-ptpts', 'below-100-ptpts']

export function exportedFile(conversation: string, file: string): Uint8Array {
  return readFileSync(path.join(folder, conversation, file))
}

/** What Polis computed for a conversation, in its own signs (agree = -1). */
export interface Golden {
  readonly tids: readonly number[]
  readonly pca: {
    readonly center: readonly number[]
    readonly comps: readonly (readonly number[])[]
    readonly 'comment-projection': readonly (readonly number[])[]
  }
  readonly 'base-clusters': {
    readonly id: readonly number[]
    readonly members: readonly (readonly number[])[]
    readonly x: readonly number[]
    readonly y: readonly number[]
  }
  readonly 'group-clusters': readonly { readonly id: number; readonly members: readonly number[] }[]
  readonly 'group-votes': Readonly<
    Record<string, { readonly 'n-members': number; readonly votes: Readonly<Record<string, { A: number; D: number; S: number }>> }>
  >
  readonly 'group-aware-consensus': Readonly<Record<string, number>>
  readonly 'comment-priorities': Readonly<Record<string, number>>
  readonly repness: Readonly<
    Record<
      string,
      readonly { tid: number; 'repful-for': string; 'n-success': number; 'n-trials': number; 'repness-test': number; 'p-success': number }[]
    >
  >
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly { tid: number }[]>>
  readonly 'in-conv': readonly number[]
  readonly 'mod-out': readonly number[]
  readonly 'meta-tids': readonly number[]
  readonly n: number
}

export function readGolden(name: string) {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, 'golden', name, file), 'utf8')) as unknown
  const golden = read('math-pca2.json') as Golden
  const store = new VoteStore()
  for (const row of read('votes.json') as Record<string, number>[]) {
    store.cast(row['pid'] ?? row['participant_id']!, row['tid'] ?? row['statement_id']!, row['vote']!)
  }
  const statements = golden.tids.map((tid) => {
    const meta = golden['meta-tids'].includes(tid)
    const out = golden['mod-out'].includes(tid) && !meta
    return { id: String(tid), meta, moderated: out ? (-1 as const) : (1 as const) }
  })
  const membersOf = new Map(golden['base-clusters'].id.map((id, at) => [id, golden['base-clusters'].members[at]!]))
  const opinionGroups = new Map<string, string>()
  for (const { id, members } of golden['group-clusters']) {
    for (const base of members) for (const voter of membersOf.get(base)!) opinionGroups.set(String(voter), String(id))
  }
  return { golden, store, statements, opinionGroups }
}
