import { say } from '@ronghe/contract/words.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { Refusal } from '../../platform/http/problems.ts'

export type Attempted<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string }

/** One of many, in a savepoint of its own: a refusal undoes it and nothing else, and says why in the reader's language. */
export async function attempt<T>(deed: Deed, work: () => Promise<T>): Promise<Attempted<T>> {
  await sql`savepoint one`.execute(deed.tx)
  try {
    const value = await work()
    await sql`release savepoint one`.execute(deed.tx)
    return { kind: 'done', value }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one`.execute(deed.tx)
    const [fault] = error.details.errors ?? []
    const { code, params } = fault ?? { code: error.code, params: error.details.params }
    return { kind: 'refused', code, sentence: say(deed.language, code, params) }
  }
}

/** Does it all and lets it all go again: a preview that promises exactly what the doing would do. Nothing may be sent meanwhile that a rollback does not take back. */
export async function rehearse<T>(deed: Deed, work: (rehearsal: Deed) => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(deed.tx)
  const value = await work({ ...deed, afterCommit: () => {} })
  await sql`rollback to savepoint rehearsal`.execute(deed.tx)
  return value
}
