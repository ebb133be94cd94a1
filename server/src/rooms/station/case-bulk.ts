import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { bulkCases, undoBulk } from '@ronghe/contract/station/cases-steps.ts'
import { say } from '@ronghe/contract/words.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { notFound, Refusal, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { accept, close, handOver, mustBeStationPost, route, take } from './case-steps.ts'
import { definitionOf, findCase, getCase, takeCaseStep, type CaseRow } from './case-records.ts'

type Result = ReplyOf<typeof bulkCases>['results'][number]
const undoMs = 10 * 60_000

/**
 * The same step on many cases, each on its own: one that is refused says why and stops no other. A preview takes the steps and lets them
 * go again, so it cannot promise what the doing would refuse.
 */
export async function takeBulk(deed: Deed, { cases, step, toPost, preview }: BodyOf<typeof bulkCases>): Promise<ReplyOf<typeof bulkCases>> {
  if (step === 'handOver') {
    if (!toPost) throw unfit([{ path: 'toPost', code: 'bulk-post-needed' }])
    await mustBeStationPost(deed, toPost)
  }
  const results: Result[] = []
  const before: { id: string; owner: string; events: number }[] = []
  await sql`savepoint bulk`.execute(deed.tx)
  for (const wanted of cases.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const found = await findCase(deed, wanted.id)
    const { result, after } = await oneOf(deed, wanted.id, found?.number ?? '', () => one(deed, step, wanted, toPost))
    results.push(result)
    if (after && found) before.push({ id: found.id, owner: found.owner_post, events: after.events })
  }
  if (preview) {
    await sql`rollback to savepoint bulk`.execute(deed.tx)
    return { bulk: null, results, undoUntil: null }
  }
  const undoable = step === 'take' || step === 'handOver'
  const id = deed.id()
  await deed.tx
    .insertInto('case_bulk')
    .values({
      street_id: deed.street.id,
      id,
      step,
      by_person: deed.actor.kind === 'person' ? deed.actor.personId : deed.street.id,
      before: JSON.stringify(before),
      at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'station.case.bulk', plain: { bulk: id, step, cases: before.length } })
  return { bulk: id, results, undoUntil: undoable && before.length > 0 ? new Date(deed.now.getTime() + undoMs).toISOString() : null }
}

function one(
  deed: Deed,
  step: BodyOf<typeof bulkCases>['step'],
  { id, events }: { readonly id: string; readonly events: number },
  toPost: string | undefined,
): Promise<CaseRow> {
  switch (step) {
    case 'take':
      return take(deed, id, { events })
    case 'accept':
      return accept(deed, id, { events })
    case 'route':
      return route(deed, id, { events, words: '' })
    case 'close':
      return close(deed, id, { events })
    case 'handOver':
      return handOver(deed, id, { events, toPost: toPost!, words: '' })
  }
}

/** Each within a savepoint: a refusal undoes its own case and nothing else. */
async function oneOf(deed: Deed, id: string, number: string, work: () => Promise<CaseRow>): Promise<{ result: Result; after?: CaseRow }> {
  await sql`savepoint one`.execute(deed.tx)
  try {
    const after = await work()
    await sql`release savepoint one`.execute(deed.tx)
    return { result: { id, number, done: true, code: null, sentence: null }, after }
  } catch (error) {
    await sql`rollback to savepoint one`.execute(deed.tx)
    if (!(error instanceof Refusal)) throw error
    return { result: { id, number, done: false, code: error.code, sentence: say(deed.language, error.code, error.details.params) } }
  }
}

/** Takes a bulk hand-over back. Accepting, sending and closing have told people already, so those are put right one by one. */
export async function undoBulkOf(deed: Deed, bulkId: string): Promise<ReplyOf<typeof undoBulk>> {
  const bulk = await deed.tx
    .selectFrom('case_bulk')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', bulkId)
    .forUpdate()
    .executeTakeFirst()
  if (!bulk || deed.actor.kind !== 'person' || bulk.by_person !== deed.actor.personId) throw notFound('bulk')
  if (bulk.undone_at) throw refused('bulk-undone')
  if (bulk.step !== 'take' && bulk.step !== 'handOver') throw refused('bulk-step-no-undo')
  if (deed.now.getTime() - bulk.at.getTime() > undoMs) throw refused('bulk-over')
  const results: Result[] = []
  for (const { id, owner, events } of bulk.before as { id: string; owner: string; events: number }[]) {
    const found = await getCase(deed, id, 'lock')
    const { result } = await oneOf(deed, id, found.number, async () => {
      if (found.events !== events) throw refused('bulk-touched')
      const { row } = await takeCaseStep(deed, found, await definitionOf(deed, found), {
        step: { kind: 'handedOver' },
        internal: true,
        details: { from: found.owner_post, to: owner, undone: bulkId },
        change: { owner_post: owner },
      })
      return row
    })
    results.push(result)
  }
  await deed.tx
    .updateTable('case_bulk')
    .set({ undone_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', bulkId)
    .execute()
  await record(deed, { kind: 'station.case.bulk-undone', plain: { bulk: bulkId } })
  return { results }
}
