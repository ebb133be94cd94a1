import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { askStatusByCode, listMyCases, MyCaseLine, readMyCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { cleanAnswers, faultSentence, validateForm, type CaseService } from '@ronghe/forms'
import { sql } from 'kysely'
import { oneTryAtATime } from '../../platform/auth/failures.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { readCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { pageFrom, toCursor } from '../../platform/http/cursor.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findPerson } from '../people/persons.ts'
import { notifyPost } from '../programme/posts.ts'
import { describeAnswers } from './case-answers.ts'
import { answerFilesOf, attachAnswerFiles, filesIn } from './case-answer-files.ts'
import { attachFiles, documentsOf } from './case-documents.ts'
import { findExternal, nextAskOn } from './case-external.ts'
import { stepsFrom, type StepKind } from './case-lifecycle.ts'
import { decisionOf, noticeOf } from './case-page.ts'
import { deskReader, getOwnCase, isStaff, mayActInCases } from './case-readers.ts'
import {
  agentOf,
  answersOf,
  clockOfCase,
  definitionOf,
  eventsOf,
  getCase,
  openCase,
  readMomentCursor,
  sealCase,
  standingOfRow,
  takeCaseStep,
  type CaseRow,
} from './case-records.ts'
import { deskLink } from './case-steps.ts'
import { dayWords, lineFor, timelineOf } from './case-words.ts'
import { departmentNames } from './departments.ts'
import { receiptOf } from './receipts.ts'
import { findVersionsById, textOf } from './services.ts'

const residentSteps: Partial<Record<StepKind, string>> = {
  supplemented: 'supplement',
  withdrawn: 'withdraw',
  reopened: 'reopen',
  closed: 'confirm',
  rated: 'rate',
}
const mayOf = (row: CaseRow): string[] =>
  row.merged_into ? ['receipt'] : ['receipt', ...stepsFrom(standingOfRow(row)).flatMap((kind) => residentSteps[kind] ?? [])]

async function toMine(deed: Deed, row: CaseRow, definition: CaseService, department: (key: string) => Text): Promise<MyCaseLine> {
  return {
    id: row.id,
    number: row.number,
    service: textOf(definition.name),
    serviceKey: definition.key,
    state: row.state,
    outcome: row.outcome,
    line: await lineFor(deed, row, inLanguage(department(row.department), deed.language)),
    yourTurn: row.state === 'waitingForResident' && !row.merged_into,
    dueOn: row.state === 'decided' ? null : row.due_on,
    filedAt: row.filed_at.toISOString(),
    forPerson: await ownerBehind(deed, row),
    may: mayOf(row),
  }
}

const ownerBehind = async (deed: Deed, row: CaseRow): Promise<string | null> =>
  deed.actor.kind !== 'person' || row.person_id === null || row.person_id === deed.actor.personId
    ? null
    : ((await findPerson(deed, row.person_id))?.name ?? null)

/** My own cases and those of people who made me their proxy for cases; papers handed in for somebody are not among them. */
export async function listOwnCases(deed: Deed, query: QueryOf<typeof listMyCases>): Promise<ReplyOf<typeof listMyCases>> {
  if (deed.actor.kind !== 'person') throw forbidden()
  const { personId } = deed.actor
  const cursor = readMomentCursor(query.after)
  const proxied = deed.tx
    .selectFrom('proxy')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('agent_id', '=', personId)
    .where('scope', '=', 'cases')
    .where('withdrawn_at', 'is', null)
    .where(({ eb, or }) => or([eb('ends_on', 'is', null), eb('ends_on', '>=', dayIn(deed.street.zone, deed.now))]))
  const rows = await deed.tx
    .selectFrom('service_case')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    // One list of persons, so that the index on the person is used: an `or` with a subquery reads every case of the street.
    .where(sql<boolean>`person_id = any(array(${proxied}) || ${personId}::uuid)`)
    .$if(query.open === 'yes', (from) => from.where('state', 'in', ['filed', 'accepted', 'waitingForResident', 'routed', 'decided']))
    .$if(query.open === 'no', (from) => from.where('state', 'in', ['closed', 'rated', 'withdrawn']))
    .$if(cursor !== undefined, (from) =>
      from.where(sql<boolean>`(filed_at, id) < (${cursor?.[0] ?? null}::timestamptz, ${cursor?.[1] ?? null}::uuid)`),
    )
    .orderBy('filed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const versions = await findVersionsById(
    deed,
    rows.map(({ version_id }) => version_id),
  )
  const department = await departmentNames(deed)
  const { items, next } = pageFrom(
    rows,
    query.limit,
    (row) => toCursor(row.filed_at.toISOString(), row.id),
    (row) => toMine(deed, row, versions.get(row.version_id)!.definition as CaseService, department),
  )
  return { items: await Promise.all(items), next }
}

export async function readOwnCase(deed: Deed, caseId: string): Promise<ReplyOf<typeof readMyCase>> {
  const row = await getOwnCase(deed, caseId)
  const definition = await definitionOf(deed, row)
  const events = await eventsOf(deed, row.id)
  const clock = await clockOfCase(deed, row, events, definition)
  const notice = noticeOf(deed, row, events)
  const decided = decisionOf(deed, row, definition, events)
  const external = await findExternal(deed, row, definition)
  const agent = agentOf(deed, row)
  const filesAt = await answerFilesOf(deed, row)
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'caseWork',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.mine.read',
    })
  return {
    ...(await toMine(deed, row, definition, await departmentNames(deed))),
    queryCode: openCase(deed, 'code_sealed', row) ?? '',
    version: definition.version,
    clock: clock ? { ...clock, escalated: row.escalated } : null,
    answers: (await describeAnswers(deed, row, definition)).map(({ page, path, label, answer }) => ({
      page,
      field: path,
      question: label,
      answer,
      files: filesAt(path),
    })),
    documents: await documentsOf(deed, row, definition),
    notice:
      row.state === 'waitingForResident' && notice
        ? { at: notice.at, words: notice.words, documents: notice.documents, fields: notice.fields, dueOn: row.due_on }
        : null,
    decision: decided && {
      outcome: decided.outcome,
      reason: decided.reason,
      law: decided.law,
      instead: decided.instead,
      words: decided.words,
      at: decided.at,
    },
    external: external && {
      party: external.party,
      sentOn: external.sentOn,
      nextAskOn: nextAskOn(external),
      repliedOn: external.repliedOn,
      outcome: external.outcome,
    },
    timeline: await timelineOf(deed, events, definition, { internal: false }),
    reopened: row.reopened,
    onBehalf: agent && row.agent_kind ? { kind: row.agent_kind, name: agent.name, relation: agent.relation } : null,
  }
}

/** What was missing, handed in from the phone: answers put right, files. The whole form must fit afterwards. */
export async function supplement(
  deed: Deed,
  caseId: string,
  { answers: changed, documents, words, seen }: BodyOf<typeof supplementCase>,
): Promise<CaseRow> {
  const row = await getOwnCase(deed, caseId, 'lock')
  await mustHaveSeen(deed, row, seen)
  const definition = await definitionOf(deed, row)
  const day = dayIn(deed.street.zone, row.filed_at)
  const answers = { ...answersOf(deed, row), ...changed }
  const faults = changed ? validateForm(definition.form, answers, day) : []
  if (faults.length > 0)
    throw unfit(
      faults.map((fault) => ({
        path: `answers.${fault.path}`,
        code: 'form-answer',
        params: { sentence: faultSentence(fault, deed.language) },
      })),
    )
  const owners = [row.person_id, deed.actor.kind === 'person' ? deed.actor.personId : null]
  await attachFiles(deed, row.id, definition, documents, owners)
  if (changed) await attachAnswerFiles(deed, row.id, filesIn(definition, answers, day), owners)
  const { row: after } = await takeCaseStep(deed, row, definition, {
    step: { kind: 'supplemented' },
    words: words || undefined,
    details: { documents: documents.map(({ need }) => need), answers: Object.keys(changed ?? {}) },
    ...(changed
      ? {
          change: { answers_sealed: sealCase(deed, 'answers_sealed', row.id, JSON.stringify(cleanAnswers(definition.form, answers, day))) },
        }
      : {}),
  })
  const post = after.state === 'routed' ? after.department_post : after.owner_post
  if (post) await notifyPost(deed, post, { template: 'desk-case', link: deskLink(after) })
  return after
}

/** A device that comes back after another one has handed something in is told so; what it sends would lie over what is there. */
async function mustHaveSeen(deed: Deed, row: CaseRow, seen: number | undefined): Promise<void> {
  if (seen === undefined) return
  const since = (await eventsOf(deed, row.id)).findLast(({ kind, number }) => kind === 'supplemented' && number > seen)
  if (since) throw refused('case-supplemented-meanwhile', { params: { at: dayWords(dayIn(deed.street.zone, since.at), deed.language) } })
}

export async function withdraw(deed: Deed, caseId: string, words: string): Promise<CaseRow> {
  const row = await getOwnCase(deed, caseId, 'lock')
  return (
    await takeCaseStep(deed, row, await definitionOf(deed, row), {
      step: { kind: 'withdrawn' },
      words: words || undefined,
      change: { closed_at: deed.now },
    })
  ).row
}

/** "Closed" is not "solved": the resident takes it up again, the count stays, the clock starts anew. */
export async function reopen(deed: Deed, caseId: string, words: string): Promise<CaseRow> {
  const row = await getOwnCase(deed, caseId, 'lock')
  const { row: after } = await takeCaseStep(deed, row, await definitionOf(deed, row), {
    step: { kind: 'reopened' },
    words,
    change: { reason: null, closed_at: null, department_post: null },
  })
  await notifyPost(deed, after.owner_post, { template: 'desk-case', link: deskLink(after) })
  return after
}

export async function confirmSettled(deed: Deed, caseId: string): Promise<CaseRow> {
  const row = await getOwnCase(deed, caseId, 'lock')
  return (await takeCaseStep(deed, row, await definitionOf(deed, row), { step: { kind: 'closed' }, change: { closed_at: deed.now } })).row
}

/** For the person, their proxy, and the desk that prints it. Whoever only handed papers in gets the receipt they got then, without a code. */
export async function readCaseReceipt(deed: Deed, caseId: string) {
  const row = await getCase(deed, caseId)
  if (deed.actor.kind !== 'person') throw notFound('case')
  const { personId } = deed.actor
  if (row.person_id === personId || (row.person_id && (await mayActInCases(deed, row.person_id, personId))))
    return receiptOf(deed, row, { code: true })
  if (row.agent_person_id === personId && row.agent_kind === 'handsIn') return receiptOf(deed, row, { code: false })
  if (!isStaff(deed) || !deskReader(deed, row)) throw notFound('case')
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'caseReceipt',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.receipt',
    })
  return receiptOf(deed, row, { code: true })
}

const triesAnHour = 5

/** By code and phone tail, without a session. Whatever is wrong, the answer looks the same; five tries an hour for one code. */
export async function findStatus(
  deed: Deed,
  { code: typed, phoneTail }: BodyOf<typeof askStatusByCode>,
): Promise<ReplyOf<typeof askStatusByCode>> {
  const code = readCode(typed)
  if (!code) return { found: null, waitMinutes: 0 }
  const hash = deed.platform.sealer.lookup(deed.street.id, 'code', code)
  await oneTryAtATime(deed, hash)
  const since = new Date(deed.now.getTime() - 3_600_000)
  const { tries } = await deed.tx
    .selectFrom('sign_in_failure')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('street_id', '=', deed.street.id)
    .where('subject_hash', '=', hash)
    .where('kind', '=', 'case-code')
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  if (Number(tries) >= triesAnHour) return { found: null, waitMinutes: 60 }
  const row = await deed.tx
    .selectFrom('service_case')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  const person = row?.person_id ? await findPerson(deed, row.person_id) : undefined
  if (!row || !person?.phone?.endsWith(phoneTail)) {
    await deed.tx
      .insertInto('sign_in_failure')
      .values({ street_id: deed.street.id, id: deed.id(), subject_hash: hash, kind: 'case-code', at: deed.now })
      .execute()
    return { found: null, waitMinutes: 0 }
  }
  const definition = await definitionOf(deed, row)
  const timeline = await timelineOf(deed, await eventsOf(deed, row.id), definition, { internal: false })
  const line = await toMine(deed, row, definition, await departmentNames(deed))
  return {
    found: {
      number: row.number,
      state: row.state,
      outcome: row.outcome,
      line: line.line,
      dueOn: line.dueOn,
      timeline: timeline.map(({ at, sentence }) => ({ at, sentence })),
    },
    waitMinutes: 0,
  }
}
