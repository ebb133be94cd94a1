import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { change } from './concern-author.ts'
import { step, type BeforeMerge } from './concern-lifecycle.ts'
import { addEvent, findConcern, openWords, type ConcernRow } from './concern-rows.ts'
import { checkTarget } from './concern-work.ts'

/** A concern that an organ was asked to carry, with its words: the organ is whom the author gave them to. */
export interface CarriedConcern {
  readonly row: ConcernRow
  readonly words: string
}

/** Open ones this organ carries and may bring together. What is about staff has its own reader and is never among them. */
export async function carriedConcerns(deed: Deed, organId: string): Promise<CarriedConcern[]> {
  const rows = await deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('carrier_organ', '=', organId)
    .where('about_staff', '=', false)
    .where('state', 'in', ['raised', 'screened', 'answering'])
    .orderBy('raised_on')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map((row) => ({ row, words: openWords(deed, 'concern', row.id, row.words_sealed) }))
}

/** One concern becomes part of another, under the post that says so; the other owes the answer to both. */
export async function mergeInto(deed: Deed, concernId: string, intoId: string, byPost: string | null): Promise<ConcernRow> {
  const row = await findConcern(deed, concernId, 'lock')
  if (!row || row.about_staff) throw refused('cannot-merge-into')
  await checkTarget(deed, row, intoId)
  const next = step(row.state, 'merge', null)
  if (next.kind === 'refused') throw refused(next.rule)
  await change(deed, concernId, { state: next.state, merged_into: intoId, before_merge: row.state as BeforeMerge })
  await addEvent(deed, concernId, { kind: 'merged', byPost })
  await record(deed, { kind: 'programme.concern.merged', about: row.person_id, plain: { concern: concernId, into: intoId } })
  return row
}

/** Back to where it was before; by the author's own objection where no post did it. */
export async function takeOut(deed: Deed, concernId: string, byPost: string | null): Promise<ConcernRow> {
  const row = await findConcern(deed, concernId, 'lock')
  if (!row) throw refused('concern-not-unmerge')
  const next = step(row.state, 'unmerge', row.before_merge)
  if (next.kind === 'refused') throw refused(next.rule)
  await change(deed, concernId, { state: next.state, merged_into: null, before_merge: null })
  await addEvent(deed, concernId, { kind: 'unmerged', byPost, byAuthor: byPost === null })
  await record(deed, {
    kind: 'programme.concern.unmerged',
    plain: { concern: concernId },
    ...(byPost === null && row.person_id === null ? { withoutActor: true } : { about: row.person_id }),
  })
  return row
}

/** The author's words are shown to the others only after the author was asked (08, Concerns). */
export async function askSharing(deed: Deed, row: ConcernRow, byPost: string | null): Promise<void> {
  if (row.sharing !== 'notAsked') return
  await change(deed, row.id, { sharing: 'asked' })
  await addEvent(deed, row.id, { kind: 'sharingAsked', byPost })
  if (row.person_id) await notify(deed, row.person_id, { template: 'concern-sharing', link: `/concerns/${row.id}` })
}
