import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { addDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { setting } from '../../platform/settings/settings.ts'
import { deskReader, getCaseForWork } from './case-readers.ts'
import { definitionOf, getCase, mustBeSeen, takeCaseStep, type CaseRow } from './case-records.ts'

/** Filed twice within a month or so by the same person for the same service: perhaps one matter. Suggested only; a clerk looks. */
export async function findDuplicates(deed: Deed, row: CaseRow): Promise<CaseOnPage['duplicates']> {
  if (!row.person_id) return []
  const day = dayIn(deed.street.zone, row.filed_at)
  const { duplicateDays } = await setting(deed, 'station')
  const others = await deed.tx
    .selectFrom('service_case')
    .select(['id', 'number', 'filed_at', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', row.person_id)
    .where('service_id', '=', row.service_id)
    .where('id', '<>', row.id)
    .where('filed_at', '>=', startOfDay(deed.street.zone, addDays(day, -duplicateDays)))
    .where('filed_at', '<', startOfDay(deed.street.zone, addDays(day, duplicateDays + 1)))
    .orderBy('filed_at')
    .execute()
  const links = await deed.tx
    .selectFrom('case_link')
    .select(['id', 'case_id', 'other_id'])
    .where('street_id', '=', deed.street.id)
    .where('undone_at', 'is', null)
    .where(({ eb, or }) => or([eb('case_id', '=', row.id), eb('other_id', '=', row.id)]))
    .execute()
  return others.map((other) => ({
    id: other.id,
    number: other.number,
    filedAt: other.filed_at.toISOString(),
    state: other.state,
    linked: links.find((link) => link.case_id === other.id || link.other_id === other.id)?.id ?? null,
  }))
}

/** This case follows the other from now on, or both only know of each other. Nothing is deleted, so it can be undone. */
export async function mergeCases(
  deed: Deed,
  caseId: string,
  { events, other: otherId, kind }: { readonly events: number; readonly other: string; readonly kind: 'merge' | 'link' },
): Promise<CaseRow> {
  if (otherId === caseId) throw refused('case-merge-itself')
  // Always locked in the same order: two clerks merging crosswise must not wait for each other.
  for (const id of [caseId, otherId].toSorted()) await getCase(deed, id, 'lock')
  const { row, reader } = await getCaseForWork(deed, caseId, ['clerk'])
  mustBeSeen(row, events)
  const other = await getCase(deed, otherId)
  if (other.person_id === null || other.person_id !== row.person_id || other.service_id !== row.service_id)
    throw refused('case-other-service')
  if (kind === 'merge' && (other.merged_into || !['filed', 'accepted', 'waitingForResident', 'routed'].includes(other.state)))
    throw refused('case-merge-over')
  const definition = await definitionOf(deed, row)
  await deed.tx
    .insertInto('case_link')
    .values({ street_id: deed.street.id, id: deed.id(), case_id: row.id, other_id: other.id, kind, by_post: reader.post, at: deed.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const details = { other: other.id }
  const taken = await takeCaseStep(deed, row, definition, {
    step: { kind: kind === 'merge' ? 'merged' : 'linked' },
    byPost: reader.post,
    details,
    internal: kind === 'link',
    ...(kind === 'merge' ? { change: { merged_into: other.id } } : {}),
  })
  await takeCaseStep(deed, other, definition, { step: { kind: 'linked' }, byPost: reader.post, details: { other: row.id }, internal: true })
  return taken.row
}

export async function unmergeCases(
  deed: Deed,
  caseId: string,
  { events, link: linkId }: { readonly events: number; readonly link: string },
): Promise<CaseRow> {
  const link = await deed.tx
    .selectFrom('case_link')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', linkId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!link || (link.case_id !== caseId && link.other_id !== caseId)) throw notFound('link')
  const row = await getCase(deed, caseId, 'lock')
  mustBeSeen(row, events)
  const reader = deskReader(deed, row)
  if (reader?.kind !== 'clerk') throw notFound('case')
  await deed.tx
    .updateTable('case_link')
    .set({ undone_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', link.id)
    .execute()
  const follower = link.case_id === row.id ? row : await getCase(deed, link.case_id, 'lock')
  const definition = await definitionOf(deed, follower)
  const undone = await takeCaseStep(deed, follower, definition, {
    step: { kind: 'unmerged' },
    byPost: reader.post,
    details: { other: link.other_id },
    internal: link.kind === 'link',
    ...(link.kind === 'merge' ? { change: { merged_into: null } } : {}),
  })
  return follower.id === row.id ? undone.row : getCase(deed, caseId)
}
