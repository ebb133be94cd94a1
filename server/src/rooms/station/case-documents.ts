import type { DocumentState } from '@ronghe/contract/station/cases.ts'
import { documentsNeeded, type CaseService } from '@ronghe/forms'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, unfit } from '../../platform/http/problems.ts'
import { answersOf, type CaseRow } from './case-records.ts'
import { textOf } from './services.ts'

export interface HandedIn {
  readonly need: string
  readonly alternative?: string | undefined
  readonly file: string
}

export interface Marked {
  readonly need: string
  readonly state: 'missing' | 'received' | 'seen' | 'waived'
  readonly alternative?: string | undefined
  readonly promisedOn?: string
}

/** Puts uploaded files with the need they answer. Only files of those who file, and only such as belong nowhere yet. */
export async function attachFiles(
  deed: Deed,
  caseId: string,
  definition: CaseService,
  files: readonly HandedIn[],
  owners: readonly (string | null)[],
): Promise<void> {
  if (files.length === 0) return
  for (const [place, { need, alternative, file }] of files.entries()) {
    mustBeNeed(definition, need, alternative, `documents.${place}`)
    // What is only looked at, or handed over as an original, leaves no picture here (D4).
    if (definition.documents.find(({ id }) => id === need)?.handedIn !== 'copy')
      throw unfit([{ path: `documents.${place}`, code: 'document-no-picture' }])
    await claimFile(deed, caseId, need, file, owners)
  }
  await markDocuments(
    deed,
    caseId,
    definition,
    files.map(({ need, alternative }) => ({ need, alternative, state: 'received' })),
    null,
  )
}

/** Makes an uploaded file the case's own. From now on it is the resident's, whoever scanned it: it goes when the resident goes. */
export async function claimFile(deed: Deed, caseId: string, need: string, file: string, owners: readonly (string | null)[]): Promise<void> {
  const uploader = deed.actor.kind === 'person' ? (deed.actor.assistantId ?? deed.actor.personId) : null
  const claimed = await deed.tx
    .updateTable('stored_file')
    .set({ attached_to: 'case', attached_id: caseId, delete_after: null, ...(owners[0] ? { owner_id: owners[0] } : {}) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', file)
    .where(
      'owner_id',
      'in',
      [...owners, uploader].filter((id) => id !== null),
    )
    .where('attached_id', 'is', null)
    .executeTakeFirst()
  if (claimed.numUpdatedRows !== 1n) throw notFound('file')
  await deed.tx
    .insertInto('case_file')
    .values({ street_id: deed.street.id, id: deed.id(), case_id: caseId, need, file_id: file, by_person: uploader, at: deed.now })
    .execute()
}

export async function markDocuments(
  deed: Deed,
  caseId: string,
  definition: CaseService,
  marks: readonly Marked[],
  byPost: string | null,
): Promise<void> {
  for (const [place, { need, state, alternative, promisedOn }] of marks.entries()) {
    mustBeNeed(definition, need, alternative, `documents.${place}`)
    const values = { state, alternative: alternative ?? null, promised_on: promisedOn ?? null, by_post: byPost, at: deed.now }
    await deed.tx
      .insertInto('case_document')
      .values({ street_id: deed.street.id, id: deed.id(), case_id: caseId, need, ...values })
      .onConflict((conflict) => conflict.columns(['street_id', 'case_id', 'need']).doUpdateSet(values))
      .execute()
  }
}

function mustBeNeed(definition: CaseService, need: string, alternative: string | undefined, path: string): void {
  const known = definition.documents.find(({ id }) => id === need)
  if (!known) throw unfit([{ path: `${path}.need`, code: 'field-choice' }])
  if (alternative && !known.alternatives.some(({ id }) => id === alternative))
    throw unfit([{ path: `${path}.alternative`, code: 'field-choice' }])
}

/** Every paper this case needs, with what became of it and the files that answer it. */
export async function documentsOf(deed: Deed, row: CaseRow, definition: CaseService): Promise<DocumentState[]> {
  const stored = await deed.tx
    .selectFrom('case_document')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', row.id)
    .execute()
  const files = await deed.tx
    .selectFrom('case_file')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'case_file.street_id').onRef('stored_file.id', '=', 'case_file.file_id'),
    )
    .select(['case_file.need', 'case_file.at', 'stored_file.id', 'stored_file.media_type', 'stored_file.bytes'])
    .where('case_file.street_id', '=', deed.street.id)
    .where('case_file.case_id', '=', row.id)
    .orderBy('case_file.at')
    .execute()
  const needed = new Set(
    documentsNeeded(definition, answersOf(deed, row), dayIn(deed.street.zone, row.filed_at))
      .filter(({ certain }) => certain)
      .map(({ id }) => id),
  )
  return definition.documents
    .filter(({ id }) => needed.has(id) || stored.some(({ need }) => need === id))
    .map((need) => {
      const mark = stored.find((one) => one.need === need.id)
      return {
        need: need.id,
        name: textOf(need.name),
        help: need.help ? textOf(need.help) : null,
        alternatives: need.alternatives.map(({ id, name }) => ({ id, name: textOf(name) })),
        waivable: need.waivable,
        handedIn: need.handedIn,
        keptWhere: textOf(need.keptWhere),
        state: mark?.state ?? ('needed' as const),
        promisedOn: mark?.promised_on ?? null,
        files: files
          .filter((file) => file.need === need.id)
          .map((file) => ({ id: file.id, mediaType: file.media_type, bytes: file.bytes, at: file.at.toISOString() })),
      }
    })
}

/** Papers without which nothing can be granted: certain, and neither received, seen nor waived. */
export const stillMissing = (documents: readonly DocumentState[]): DocumentState[] =>
  documents.filter(({ state }) => state === 'needed' || state === 'missing')
