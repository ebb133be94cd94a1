import { isRecord, walkForm, type Answers, type CaseService, type Day, type Field } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { claimFile } from './case-documents.ts'
import type { CaseRow } from './case-records.ts'

/** Kept beside the papers of the case under this and the path of the answer; no paper a service needs has a colon in its name. */
const prefix = 'answer:'

/** Pictures that answer a question, and a signature drawn with a finger, by the path of the answer. */
export function filesIn(definition: CaseService, answers: Answers, day: Day): readonly { readonly path: string; readonly file: string }[] {
  const walked = walkForm(definition.form, answers, day)
  return walked.pages.flatMap(({ page, fields, items }) => {
    if (!page.repeat || !items)
      return fields.flatMap((field) => filesOf(field, walked.answers[field.id]).map((file) => ({ path: field.id, file })))
    const given = walked.answers[page.id]
    return items.flatMap((asked, place) => {
      const item: unknown = Array.isArray(given) ? given[place] : undefined
      return asked.flatMap((field) =>
        filesOf(field, isRecord(item) ? item[field.id] : undefined).map((file) => ({ path: `${page.id}.${place}.${field.id}`, file })),
      )
    })
  })
}

function filesOf(field: Field, value: unknown): string[] {
  if (field.kind === 'file' && Array.isArray(value))
    return value.flatMap((one) => (isRecord(one) && typeof one.file === 'string' ? [one.file] : []))
  return field.kind === 'signature' && isRecord(value) && typeof value.image === 'string' ? [value.image] : []
}

/** From filing on they are the case's: kept as long as it is, seen by whoever may see it. What is the case's already stays as it is. */
export async function attachAnswerFiles(
  deed: Deed,
  caseId: string,
  files: ReturnType<typeof filesIn>,
  owners: readonly (string | null)[],
): Promise<void> {
  if (files.length === 0) return
  const there = await deed.tx
    .selectFrom('case_file')
    .select('file_id')
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .execute()
  const known = new Set(there.map(({ file_id }) => file_id))
  for (const { path, file } of files) {
    if (!isId(file)) throw notFound('file')
    if (!known.has(file)) await claimFile(deed, caseId, `${prefix}${path}`, file, owners)
    known.add(file)
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The files of every answer, by its path. */
export async function answerFilesOf(deed: Deed, row: CaseRow): Promise<(path: string) => { id: string; mediaType: string }[]> {
  const files = await deed.tx
    .selectFrom('case_file')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.street_id', '=', 'case_file.street_id').onRef('stored_file.id', '=', 'case_file.file_id'),
    )
    .select(['case_file.need', 'stored_file.id', 'stored_file.media_type'])
    .where('case_file.street_id', '=', deed.street.id)
    .where('case_file.case_id', '=', row.id)
    .where('case_file.need', 'like', `${prefix}%`)
    .orderBy('case_file.at')
    .execute()
  return (path) => files.filter(({ need }) => need === prefix + path).map(({ id, media_type }) => ({ id, mediaType: media_type }))
}
