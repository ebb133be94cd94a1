import type { BodyOf } from '@ronghe/contract/operation.ts'
import type {
  askForMissing,
  decideCase,
  declineAsDepartment,
  handOverCase,
  receiveDocuments,
  routeCase,
  waiveDocument,
} from '@ronghe/contract/station/cases-steps.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { documentsNeeded, type CaseService } from '@ronghe/forms'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { notify } from '../../platform/notify/notify.ts'
import { actingPost } from '../programme/acting-post.ts'
import { heldOn, kindPermits, notifyPost, today } from '../programme/posts.ts'
import { documentsOf, markDocuments, stillMissing } from './case-documents.ts'
import { getCaseForDesk, getCaseForWork, type Reader } from './case-readers.ts'
import { answersOf, definitionOf, mustBeSeen, takeCaseStep, type CaseRow, type CaseStep } from './case-records.ts'
import { departmentNames, findDepartmentPost } from './departments.ts'

type Seen = { readonly events: number }
/** What the resident and the department find behind the sign-in. */
export const residentLink = (row: Pick<CaseRow, 'id'>): string => `/cases/${row.id}`
export const deskLink = (row: Pick<CaseRow, 'id'>): string => `/desk/cases/${row.id}`

/** Reads for work, checks what the clerk has seen, takes the step under the reader's post. */
async function work(
  deed: Deed,
  caseId: string,
  seen: Seen,
  allowed: readonly Reader['kind'][],
  step: (found: { row: CaseRow; reader: Reader; definition: CaseService }) => CaseStep | Promise<CaseStep>,
): Promise<CaseRow> {
  const { row, reader } = await getCaseForWork(deed, caseId, allowed)
  mustBeSeen(row, seen.events)
  const definition = await definitionOf(deed, row)
  const wanted = await step({ row, reader, definition })
  return (await takeCaseStep(deed, row, definition, { byPost: reader.post, ...wanted })).row
}

const tell = async (deed: Deed, row: CaseRow): Promise<void> => {
  if (row.person_id) await notify(deed, row.person_id, { template: 'case-moved', link: residentLink(row), params: { number: row.number } })
}

export const take = (deed: Deed, caseId: string, seen: Seen): Promise<CaseRow> =>
  work(deed, caseId, seen, ['clerk'], ({ reader }) => ({ step: { kind: 'taken' }, change: { owner_post: reader.post } }))

/** Whoever accepts is the owner from now on; the promised days begin. */
export async function accept(deed: Deed, caseId: string, seen: Seen): Promise<CaseRow> {
  const row = await work(deed, caseId, seen, ['clerk'], ({ reader }) => ({
    step: { kind: 'accepted' },
    change: { owner_post: reader.post, accepted_at: deed.now },
  }))
  await tell(deed, row)
  return row
}

/** One notice of everything missing. A second one is a failure of the first and takes a supervisor's reason. */
export async function ask(
  deed: Deed,
  caseId: string,
  { events, documents, fields, words, reason }: BodyOf<typeof askForMissing>,
): Promise<CaseRow> {
  if (documents.length + fields.length === 0) throw unfit([{ path: 'documents', code: 'case-nothing-asked' }])
  const row = await work(deed, caseId, { events }, ['clerk', 'department'], async ({ row: found, reader, definition }) => {
    if (reader.kind === 'department' && found.state !== 'routed') throw refused('case-not-with-department')
    if (reader.kind === 'clerk' && found.state === 'routed') throw refused('case-lies-with-department')
    const permitted = reader.kind === 'clerk' && reader.supervises && Boolean(reason)
    if (found.notices > 0 && reader.kind === 'clerk' && reader.supervises && !reason)
      throw unfit([{ path: 'reason', code: 'case-reason-needed' }])
    mustBeFields(definition, fields)
    await markDocuments(
      deed,
      found.id,
      definition,
      documents.map((need) => ({ need, state: 'missing' })),
      reader.post,
    )
    return { step: { kind: 'asked', permitted }, words, details: { documents, fields, ...(reason ? { reason } : {}) } }
  })
  await tell(deed, row)
  return row
}

function mustBeFields(definition: CaseService, fields: readonly string[]): void {
  const known = new Set(definition.form.pages.flatMap((page) => [page.id, ...page.fields.map(({ id }) => id)]))
  const stranger = fields.find((field) => !known.has(field.split('.')[0]!))
  if (stranger !== undefined) throw unfit([{ path: 'fields', code: 'field-choice' }])
}

/** Papers at the counter. When everything asked for is there, the case goes on where it stood. */
export async function receive(
  deed: Deed,
  caseId: string,
  { events, documents, complete }: BodyOf<typeof receiveDocuments>,
): Promise<CaseRow> {
  const row = await work(deed, caseId, { events }, ['clerk'], async ({ row: found, reader, definition }) => {
    await markDocuments(deed, found.id, definition, documents, reader.post)
    return { step: { kind: 'received' }, details: { documents: documents.map(({ need }) => need) } }
  })
  if (!complete || row.state !== 'waitingForResident') return row
  const { row: after } = await takeCaseStep(deed, row, await definitionOf(deed, row), {
    step: { kind: 'supplemented' },
    byPost: actingPost(deed, 'station.cases.work')?.id ?? null,
  })
  if (after.state === 'routed' && after.department_post)
    await notifyPost(deed, after.department_post, { template: 'desk-case', link: deskLink(after) })
  return after
}

/** 容缺: goes on without a paper that may come later, by a day before the promised one. */
export const waive = (deed: Deed, caseId: string, { events, document, promisedOn }: BodyOf<typeof waiveDocument>): Promise<CaseRow> =>
  work(deed, caseId, { events }, ['clerk'], async ({ row, reader, definition }) => {
    const need = documentsNeeded(definition, answersOf(deed, row), dayIn(deed.street.zone, row.filed_at)).find(({ id }) => id === document)
    if (!need) throw unfit([{ path: 'document', code: 'field-choice' }])
    if (!need.waivable) throw refused('case-document-not-waivable')
    if (promisedOn <= today(deed) || (row.due_on && promisedOn > row.due_on))
      throw unfit([{ path: 'promisedOn', code: 'case-waive-too-late' }])
    await markDocuments(deed, row.id, definition, [{ need: document, state: 'waived', promisedOn }], reader.post)
    return { step: { kind: 'waived' }, details: { document, promisedOn } }
  })

/** To the department that decides. Nothing is sent where nobody takes it in: a case never lies without an owner. */
export async function route(deed: Deed, caseId: string, { events, department: named, words }: BodyOf<typeof routeCase>): Promise<CaseRow> {
  const row = await work(deed, caseId, { events }, ['clerk'], async ({ row: found, definition }) => {
    const department = named ?? definition.department
    if (department === 'station') throw refused('case-no-department')
    const post = await findDepartmentPost(deed, department)
    if (!post) throw refused('case-department-empty', { params: { department: await nameOf(deed, department) } })
    return {
      step: { kind: 'routed' },
      words: words || undefined,
      details: { department, from: found.department },
      change: { department, department_post: post },
    }
  })
  await notifyPost(deed, row.department_post!, { template: 'desk-case', link: deskLink(row) })
  await tell(deed, row)
  return row
}

export const departmentAccept = (deed: Deed, caseId: string, seen: Seen): Promise<CaseRow> =>
  work(deed, caseId, seen, ['department'], () => ({ step: { kind: 'departmentAccepted' } }))

/** Back to its owner at the station, who looks for another way: declined before taking it on, or returned after. */
export async function sendBack(
  deed: Deed,
  caseId: string,
  { events, words }: BodyOf<typeof declineAsDepartment>,
  kind: 'departmentDeclined' | 'returned',
): Promise<CaseRow> {
  const row = await work(deed, caseId, { events }, ['department'], () => ({
    step: { kind },
    words,
    internal: false,
    change: { department_post: null },
  }))
  await notifyPost(deed, row.owner_post, { template: 'desk-case', link: deskLink(row) })
  return row
}

export const numberAtDepartment = (deed: Deed, caseId: string, { events, number }: Seen & { readonly number: string }): Promise<CaseRow> =>
  work(deed, caseId, { events }, ['clerk', 'department'], () => ({
    step: { kind: 'departmentNumbered' },
    details: { number },
    change: { department_number: number },
  }))

/** Decided by the department it lies with, or by the station where the station itself decides. */
export async function decide(deed: Deed, caseId: string, { events, outcome, reason, words }: BodyOf<typeof decideCase>): Promise<CaseRow> {
  const row = await work(deed, caseId, { events }, ['clerk', 'department'], async ({ row: found, reader, definition }) => {
    if (reader.kind === 'clerk' && found.department !== 'station')
      throw forbidden('case-decided-by-department', { params: { department: await nameOf(deed, found.department) } })
    return decision(deed, found, definition, { outcome, reason, words })
  })
  await tell(deed, row)
  if (row.department_post) await notifyPost(deed, row.owner_post, { template: 'desk-case', link: deskLink(row) })
  return row
}

/** The step of a decision, with its reason checked: also what comes back from a department's own system. */
export async function decision(
  deed: Deed,
  row: CaseRow,
  definition: CaseService,
  { outcome, reason, words }: { readonly outcome: 'granted' | 'refused' | 'referred'; readonly reason: string; readonly words: string },
): Promise<CaseStep> {
  const known = definition.decisionReasons.find(({ id }) => id === reason)
  if (!known || known.outcome !== outcome) throw unfit([{ path: 'reason', code: 'case-reason-unknown' }])
  const missing = outcome === 'granted' ? stillMissing(await documentsOf(deed, row, definition)) : []
  if (missing.length > 0)
    throw refused('case-papers-first', {
      params: { documents: missing.map(({ name }) => inLanguage(name, deed.language)).join(deed.language === 'en' ? ', ' : '、') },
    })
  return {
    step: { kind: 'decided', outcome },
    words: words || undefined,
    details: { reason },
    change: { reason: reason, decided_at: deed.now },
  }
}

export async function close(deed: Deed, caseId: string, seen: Seen): Promise<CaseRow> {
  const row = await work(deed, caseId, seen, ['clerk'], () => ({ step: { kind: 'closed' }, change: { closed_at: deed.now } }))
  await tell(deed, row)
  return row
}

export const reopenAtDesk = (deed: Deed, caseId: string, { events, words }: Seen & { readonly words: string }): Promise<CaseRow> =>
  work(deed, caseId, { events }, ['clerk'], ({ reader }) => ({
    step: { kind: 'reopened' },
    words,
    change: { owner_post: reader.post, reason: null, closed_at: null, department_post: null },
  }))

export const withdrawAtDesk = (deed: Deed, caseId: string, { events, words }: Seen & { readonly words: string }): Promise<CaseRow> =>
  work(deed, caseId, { events }, ['clerk'], () => ({
    step: { kind: 'withdrawn' },
    words: words || undefined,
    change: { closed_at: deed.now },
  }))

/** A note needs no turn: two clerks may note at once, and both stand. */
export async function note(deed: Deed, caseId: string, words: string): Promise<CaseRow> {
  const { row, reader } = await getCaseForDesk(deed, caseId, 'lock')
  if (reader.kind === 'supervisor') throw forbidden()
  return (
    await takeCaseStep(deed, row, await definitionOf(deed, row), { step: { kind: 'noted' }, words, internal: true, byPost: reader.post })
  ).row
}

export async function handOver(deed: Deed, caseId: string, { events, toPost, words }: BodyOf<typeof handOverCase>): Promise<CaseRow> {
  await mustBeStationPost(deed, toPost)
  const row = await work(deed, caseId, { events }, ['clerk'], ({ row: found }) => ({
    step: { kind: 'handedOver' },
    words: words || undefined,
    internal: true,
    details: { from: found.owner_post, to: toPost },
    change: { owner_post: toPost },
  }))
  await notifyPost(deed, toPost, { template: 'desk-case', link: deskLink(row) })
  return row
}

/** A post that may work on cases and that somebody holds today. */
export async function mustBeStationPost(deed: Deed, postId: string): Promise<void> {
  const held = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('post.kind')
    .where('post.id', '=', postId)
    .executeTakeFirst()
  if (!held || !kindPermits(held.kind, 'station.cases.work')) throw refused('case-not-station-post')
}

const nameOf = async (deed: Deed, key: string): Promise<string> => inLanguage((await departmentNames(deed))(key), deed.language)
