import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { bulkCases, undoBulk } from '@ronghe/contract/station/cases-steps.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { attempt, rehearse, type Attempted } from './case-attempts.ts'
import { definitionOf, findCase, getCase, takeCaseStep, type CaseRow } from './case-records.ts'
import { accept, close, handOver, mustBeStationPost, route, take } from './case-steps.ts'

type Bulk = BodyOf<typeof bulkCases>
type Result = ReplyOf<typeof bulkCases>['results'][number]
interface Before {
  readonly id: string
  readonly owner: string
  readonly events: number
}
const undoMs = 10 * 60_000

/** The same step on many cases, each on its own: one that is refused says why and stops no other. */
export async function takeBulk(deed: Deed, body: Bulk): Promise<ReplyOf<typeof bulkCases>> {
  if (deed.actor.kind !== 'person') throw forbidden()
  if (body.step === 'handOver') {
    if (!body.toPost) throw unfit([{ path: 'toPost', code: 'bulk-post-needed' }])
    await mustBeStationPost(deed, body.toPost)
  }
  if (body.preview)
    return { bulk: null, results: (await rehearse(deed, (rehearsal) => takeEach(rehearsal, body))).results, undoUntil: null }
  const { results, before } = await takeEach(deed, body)
  const id = deed.id()
  await deed.tx
    .insertInto('case_bulk')
    .values({
      street_id: deed.street.id,
      id,
      step: body.step,
      by_person: deed.actor.personId,
      before: JSON.stringify(before),
      at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'station.case.bulk', plain: { bulk: id, step: body.step, cases: before.length } })
  return {
    bulk: id,
    results,
    undoUntil: isUndoable(body.step) && before.length > 0 ? new Date(deed.now.getTime() + undoMs).toISOString() : null,
  }
}

/** Accepting, sending and closing have told people already; those are put right one by one. */
const isUndoable = (step: string): boolean => step === 'take' || step === 'handOver'

async function takeEach(deed: Deed, { cases, step, toPost }: Bulk): Promise<{ results: Result[]; before: Before[] }> {
  const results: Result[] = []
  const before: Before[] = []
  // In the order of their ids: two clerks with overlapping lists must not wait for each other.
  for (const wanted of cases.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const found = await findCase(deed, wanted.id)
    const tried = await attempt(deed, () => takeOne(deed, step, wanted, toPost))
    results.push(toResult(wanted.id, found?.number ?? '', tried))
    if (tried.kind === 'done' && found) before.push({ id: found.id, owner: found.owner_post, events: tried.value.events })
  }
  return { results, before }
}

function takeOne(
  deed: Deed,
  step: Bulk['step'],
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

const toResult = (id: string, number: string, tried: Attempted<unknown>): Result =>
  tried.kind === 'done'
    ? { id, number, done: true, code: null, sentence: null }
    : { id, number, done: false, code: tried.code, sentence: tried.sentence }

/** Gives every case back to the post it had, unless somebody has worked on it since. */
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
  if (!isUndoable(bulk.step)) throw refused('bulk-step-no-undo')
  if (deed.now.getTime() - bulk.at.getTime() > undoMs) throw refused('bulk-over')
  const results: Result[] = []
  for (const { id, owner, events } of bulk.before as Before[]) {
    const found = await getCase(deed, id, 'lock')
    const tried = await attempt(deed, async () => {
      if (found.events !== events) throw refused('bulk-touched')
      return takeCaseStep(deed, found, await definitionOf(deed, found), {
        step: { kind: 'handedOver' },
        internal: true,
        details: { from: found.owner_post, to: owner, undone: bulkId },
        change: { owner_post: owner },
      })
    })
    results.push(toResult(id, found.number, tried))
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
