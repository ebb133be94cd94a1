import type { Deed } from '../../platform/deed.ts'
import { eraseEntriesAbout } from '../../platform/journal/erase.ts'
import { record } from '../../platform/journal/record.ts'
import { dueBefore } from '../../platform/privacy/retention-rule.ts'
import { setting } from '../../platform/settings/settings.ts'
import { maskLetters } from './case-letters.ts'
import { definitionOf, findCase, withoutIdNumbers } from './case-records.ts'
import { removeBytes } from './documents.ts'
import { dropForsakenFiles } from './draft-files.ts'

const helping = 200
const over = ['closed', 'rated', 'withdrawn'] as const

/** What the station forgets by itself, every night in helpings: papers nobody filed, attachments, ID numbers, whole cases (08, Retention). */
export async function forgetOldCases(deed: Deed): Promise<void> {
  const { attachmentDays, caseMonths } = await setting(deed, 'keeping')
  await dropUnusedFiles(deed)
  await dropForsakenFiles(deed)
  await closeFollowers(deed)
  await dropAttachments(deed, dueBefore({ days: attachmentDays }, deed.now))
  await purgeIdNumbers(deed)
  await deidentifyOld(deed, dueBefore({ months: caseMonths }, deed.now))
  for (const table of ['service_draft_kept'] as const)
    await deed.tx
      .deleteFrom(table)
      .where('street_id', '=', deed.street.id)
      .where('saved_at', '<', dueBefore({ days: 30 }, deed.now))
      .execute()
  await deed.tx
    .deleteFrom('case_bulk')
    .where('street_id', '=', deed.street.id)
    .where('at', '<', dueBefore({ days: 30 }, deed.now))
    .execute()
  await deed.tx
    .deleteFrom('sheet_import')
    .where('street_id', '=', deed.street.id)
    .where('at', '<', dueBefore({ days: 7 }, deed.now))
    .execute()
}

async function dropUnusedFiles(deed: Deed): Promise<void> {
  const gone = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('purpose', 'in', ['case', 'import'])
    .where('delete_after', '<', deed.now)
    .where('attached_id', 'is', null)
    .returning(['place', 'thumb_place'])
    .execute()
  if (gone.length > 0) deed.afterCommit(() => removeBytes(deed, gone))
}

/** A case joined with another ends when that one does. */
const closeFollowers = (deed: Deed): Promise<unknown> =>
  deed.tx
    .updateTable('service_case as follower')
    .from('service_case as main')
    .set((set) => ({ closed_at: set.ref('main.closed_at') }))
    .whereRef('main.street_id', '=', 'follower.street_id')
    .whereRef('main.id', '=', 'follower.merged_into')
    .where('follower.street_id', '=', deed.street.id)
    .where('main.street_id', '=', deed.street.id)
    .where('follower.closed_at', 'is', null)
    .where('main.closed_at', 'is not', null)
    .execute()

async function dropAttachments(deed: Deed, closedBefore: Date): Promise<void> {
  const files = await deed.tx
    .selectFrom('case_file')
    .innerJoin('service_case', (join) =>
      join.onRef('service_case.street_id', '=', 'case_file.street_id').onRef('service_case.id', '=', 'case_file.case_id'),
    )
    .select('case_file.file_id')
    .where('case_file.street_id', '=', deed.street.id)
    .where('service_case.closed_at', '<', closedBefore)
    .limit(helping)
    .execute()
  await dropFiles(
    deed,
    files.map(({ file_id }) => file_id),
  )
}

export async function dropFiles(deed: Deed, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const gone = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', fileIds)
    .returning(['place', 'thumb_place'])
    .execute()
  await record(deed, { kind: 'station.documents.deleted', plain: { count: gone.length } })
  deed.afterCommit(() => removeBytes(deed, gone))
}

/** Closing takes the ID number out at once; this reaches what was closed by joining, or rests unanswered for sixty days. */
async function purgeIdNumbers(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('service_case')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id_purged_at', 'is', null)
    .where('answers_sealed', 'is not', null)
    .where('closed_at', '<', dueBefore({ days: 60 }, deed.now))
    .limit(helping)
    .execute()
  for (const { id } of rows) {
    const row = (await findCase(deed, id, 'lock'))!
    const change = withoutIdNumbers(deed, row, await definitionOf(deed, row))
    await maskLetters(deed, id)
    await deed.tx
      .updateTable('service_case')
      .set({ id_purged_at: deed.now, ...change })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
  }
}

async function deidentifyOld(deed: Deed, closedBefore: Date): Promise<void> {
  const rows = await deed.tx
    .selectFrom('service_case')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('deidentified_at', 'is', null)
    .where('closed_at', '<', closedBefore)
    .where(({ eb, or }) => or([eb('state', 'in', over), eb('merged_into', 'is not', null)]))
    .limit(helping)
    .execute()
  for (const { id } of rows) await deidentify(deed, id)
}

/** From now on the case only counts: service, community, days, outcome. */
export async function deidentify(deed: Deed, caseId: string): Promise<void> {
  const { tx, street, now } = deed
  const row = await findCase(deed, caseId, 'lock')
  for (const personId of [row?.person_id, row?.agent_person_id])
    if (personId) await eraseEntriesAbout(deed, personId, { name: 'case', id: caseId })
  const files = await tx
    .selectFrom('case_file')
    .select('file_id')
    .where('street_id', '=', street.id)
    .where('case_id', '=', caseId)
    .execute()
  await dropFiles(
    deed,
    files.map(({ file_id }) => file_id),
  )
  await tx
    .updateTable('service_case')
    .set({
      person_id: null,
      agent_person_id: null,
      agent_sealed: null,
      code_sealed: null,
      answers_sealed: null,
      department_number: null,
      id_purged_at: now,
      deidentified_at: now,
    })
    .where('street_id', '=', street.id)
    .where('id', '=', caseId)
    .execute()
  // What a step was stays, so that the figures add up; who took it and what was written goes.
  await tx
    .updateTable('case_event')
    .set({ words_sealed: null, by_person: null })
    .where('street_id', '=', street.id)
    .where('case_id', '=', caseId)
    .execute()
  await tx
    .updateTable('case_event')
    .set({ details: '{}' })
    .where('street_id', '=', street.id)
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['asked', 'departmentNumbered'])
    .execute()
  await tx
    .updateTable('case_external')
    .set({ letter_sealed: null })
    .where('street_id', '=', street.id)
    .where('case_id', '=', caseId)
    .execute()
  await record(deed, { kind: 'station.case.deidentified', plain: { case: caseId } })
}
