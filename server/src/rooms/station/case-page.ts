import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { eligibility, type CaseService } from '@ronghe/forms'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { dayIn, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName, maskPhone } from '../../platform/privacy/masking.ts'
import { findPerson } from '../people/persons.ts'
import { postNames } from '../programme/posts.ts'
import { answerFilesOf } from './case-answer-files.ts'
import { describeAnswers } from './case-answers.ts'
import { documentsOf } from './case-documents.ts'
import { findDuplicates } from './case-duplicates.ts'
import { findExternal } from './case-external.ts'
import { stepsFrom, type StepKind } from './case-lifecycle.ts'
import { getCaseForDesk, type Reader } from './case-readers.ts'
import {
  agentOf,
  answersOf,
  type CaseEventRow,
  type CaseRow,
  clockOfCase,
  definitionOf,
  eventsOf,
  findCase,
  gaveConsent,
  standingOfRow,
  wordsOf,
} from './case-records.ts'
import { lineFor, timelineOf } from './case-words.ts'
import { departmentNames } from './departments.ts'
import { textOf } from './services.ts'

/** Fields that a name, number or address could be read from: covered on the page, uncovered one by one. */
const coveredKinds = new Set(['phone', 'idNumber', 'address', 'person', 'signature'])

export async function readCaseOnPage(deed: Deed, caseId: string): Promise<CaseOnPage> {
  const { row, reader } = await getCaseForDesk(deed, caseId)
  const definition = await definitionOf(deed, row)
  const events = await eventsOf(deed, row.id)
  const person = row.person_id ? await findPerson(deed, row.person_id) : undefined
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'caseWork',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.read',
    })
  const clock = await clockOfCase(deed, row, events, definition)
  const answers = answersOf(deed, row)
  const day = dayIn(deed.street.zone, row.filed_at)
  const department = await departmentNames(deed)
  const weighed = eligibility(definition.eligibility, answers, day)
  const agent = agentOf(deed, row)
  const posts = await postNames(
    deed,
    events.flatMap(({ by_post }) => by_post ?? []),
  )
  const into = row.merged_into ? await findCase(deed, row.merged_into) : undefined
  const { nextOn: _, ...shownClock } = clock ?? { nextOn: null }
  return {
    ...(await queueLine(deed, row, definition, reader, person?.name ?? null, department)),
    version: definition.version,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    personId: row.person_id,
    phone: person?.phone ? maskPhone(person.phone) : null,
    answers: await linesOf(deed, row, definition),
    eligibility: {
      verdict: weighed.verdict,
      reasons: weighed.reasons.map(({ met, text, law }) => ({
        text: textOf(text),
        met: met === undefined ? 'unsure' : met ? 'yes' : 'no',
        law: law ? textOf(law) : null,
      })),
    },
    documents: await documentsOf(deed, row, definition),
    notice: noticeOf(deed, row, events),
    decision: decisionOf(deed, row, definition, events),
    decisionReasons: definition.decisionReasons.map((reason) => ({
      id: reason.id,
      outcome: reason.outcome,
      text: textOf(reason.text),
      law: reason.law ? textOf(reason.law) : null,
      instead: reason.instead ? textOf(reason.instead) : null,
    })),
    clock: clock ? ({ ...shownClock, escalated: row.escalated } as CaseOnPage['clock']) : null,
    timeline: await timelineOf(deed, events, definition, { internal: true }),
    notes: events
      .filter(({ kind }) => kind === 'noted')
      .map((event) => ({
        at: event.at.toISOString(),
        by: event.by_post && posts.has(event.by_post) ? inLanguage(posts.get(event.by_post)!.post, deed.language) : null,
        words: wordsOf(deed, event) ?? '',
      })),
    consents: definition.consents.map((consent) => ({
      purpose: consent.purpose,
      text: textOf(consent.text),
      given: gaveConsent(row, consent.purpose),
      withoutIt: textOf(consent.withoutIt),
    })),
    onBehalfOf:
      agent && row.agent_kind
        ? {
            kind: row.agent_kind,
            name: maskName(agent.name),
            phone: agent.phone ? maskPhone(agent.phone) : null,
            relation: agent.relation,
            authority: agent.authority,
          }
        : null,
    departmentName: department(row.department),
    departmentAccepted: row.department_accepted,
    departmentNumber: row.department_number,
    external: await findExternal(deed, row, definition),
    letterToBegin: definition.externalParty?.letter !== undefined,
    duplicates: await findDuplicates(deed, row),
    mergedInto: into ? { id: into.id, number: into.number } : null,
    reopened: row.reopened,
  }
}

async function linesOf(deed: Deed, row: CaseRow, definition: CaseService): Promise<CaseOnPage['answers']> {
  const fields = new Map(
    definition.form.pages.flatMap((page) =>
      page.fields.map((field) => [page.repeat ? `${page.id}.*.${field.id}` : field.id, field] as const),
    ),
  )
  const filesAt = await answerFilesOf(deed, row)
  return (await describeAnswers(deed, row, definition)).map(({ path, page, label, answer, sensitive }) => {
    const field = fields.get(path) ?? fields.get(path.replace(/\.\d+\./, '.*.'))
    const covered = answer !== '' && (sensitive || (field !== undefined && coveredKinds.has(field.kind)))
    const known = field?.known !== undefined
    return { page, field: path, question: label, answer: covered ? '＊＊＊' : answer, covered, known, files: filesAt(path) }
  })
}

/** Uncovers one field; `name`, `phone` and `agent` are those beside the form. The person sees who did and when. */
export async function revealOnPage(deed: Deed, caseId: string, field: string): Promise<{ field: string; value: string }> {
  const { row } = await getCaseForDesk(deed, caseId)
  const value = await fullValue(deed, row, field)
  if (value === undefined) throw notFound('field')
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'caseField',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.reveal',
    })
  return { field, value }
}

async function fullValue(deed: Deed, row: CaseRow, field: string): Promise<string | undefined> {
  if (field === 'name' || field === 'phone') {
    const person = row.person_id ? await findPerson(deed, row.person_id) : undefined
    return (field === 'name' ? person?.name : person?.phone) ?? undefined
  }
  if (field === 'agent') {
    const agent = agentOf(deed, row)
    return agent && [agent.name, agent.phone].filter(Boolean).join(' ')
  }
  const definition = await definitionOf(deed, row)
  const answers = answersOf(deed, row)
  const line = (await describeAnswers(deed, row, definition)).find(({ path }) => path === field)
  if (!line) return undefined
  // An ID number is described masked everywhere else; this is the one place it is read whole.
  const asked = definition.form.pages.flatMap((page) => page.fields).find(({ id }) => id === field)
  const raw = answers[field]
  return asked?.kind === 'idNumber' && typeof raw === 'string' ? raw : line.answer
}

export function noticeOf(deed: Deed, row: CaseRow, events: readonly CaseEventRow[]): CaseOnPage['notice'] {
  const asked = events.findLast(({ kind }) => kind === 'asked')
  if (!asked) return null
  const details = asked.details as { documents?: string[]; fields?: string[] }
  return {
    at: asked.at.toISOString(),
    words: wordsOf(deed, asked) ?? '',
    documents: details.documents ?? [],
    fields: details.fields ?? [],
    times: row.notices,
  }
}

export function decisionOf(deed: Deed, row: CaseRow, definition: CaseService, events: readonly CaseEventRow[]): CaseOnPage['decision'] {
  const decided = row.outcome ? events.findLast(({ kind }) => kind === 'decided') : undefined
  const reason = definition.decisionReasons.find(({ id }) => id === row.reason)
  if (!decided || !row.outcome) return null
  return {
    outcome: row.outcome,
    reasonId: row.reason ?? '',
    reason: reason ? textOf(reason.text) : { 'zh-CN': row.reason ?? '—' },
    law: reason?.law ? textOf(reason.law) : null,
    instead: reason?.instead ? textOf(reason.instead) : null,
    words: wordsOf(deed, decided),
    at: decided.at.toISOString(),
  }
}

/** One line of a queue, also the head of the case's page. */
export async function queueLine(
  deed: Deed,
  row: CaseRow,
  definition: CaseService,
  reader: Reader,
  name: string | null,
  department: (key: string) => Text,
) {
  const today = dayIn(deed.street.zone, deed.now)
  const calendar = await calendarFor(deed)
  const left =
    row.due_on === null
      ? null
      : row.due_on >= today
        ? workingDaysBetween(calendar, today, row.due_on)
        : -workingDaysBetween(calendar, row.due_on, today)
  return {
    id: row.id,
    number: row.number,
    service: textOf(definition.name),
    serviceKey: definition.key,
    person: name ? maskName(name) : '—',
    state: row.state,
    outcome: row.outcome,
    channel: row.channel,
    filedAt: row.filed_at.toISOString(),
    dueOn: row.due_on,
    daysLeft: left,
    line: await lineFor(deed, row, inLanguage(department(row.department), deed.language), 'desk'),
    escalated: row.escalated,
    returned: row.returned,
    onBehalf: row.agent_kind !== null,
    ownerPost: row.owner_post,
    department: row.department,
    events: row.events,
    may: mayAtDesk(row, reader, definition),
  }
}

const clerkSteps: Partial<Record<StepKind, string>> = {
  taken: 'take',
  accepted: 'accept',
  asked: 'ask',
  received: 'receive',
  waived: 'waive',
  routed: 'route',
  decided: 'decide',
  closed: 'close',
  reopened: 'reopen',
  withdrawn: 'withdraw',
  noted: 'note',
  handedOver: 'handOver',
  merged: 'merge',
  unmerged: 'unmerge',
  externalSent: 'externalStart',
  externalAsked: 'externalAsk',
  externalReplied: 'externalReply',
  departmentNumbered: 'departmentNumber',
}
const departmentSteps: Partial<Record<StepKind, string>> = {
  departmentAccepted: 'departmentAccept',
  departmentDeclined: 'departmentDecline',
  returned: 'return',
  asked: 'ask',
  decided: 'decide',
  noted: 'note',
  departmentNumbered: 'departmentNumber',
}

/** What this reader may do next; the same table that the steps themselves are judged by. */
export function mayAtDesk(row: CaseRow, reader: Reader, definition: CaseService): string[] {
  if (reader.kind === 'supervisor') return ['reveal']
  const steps = stepsFrom(standingOfRow(row))
  if (reader.kind === 'department')
    return ['reveal', ...(row.state === 'routed' ? steps.flatMap((kind) => departmentSteps[kind] ?? []) : ['note'])]
  if (row.merged_into) return ['reveal', 'note', 'unmerge']
  const own = definition.department === 'station'
  return [
    'reveal',
    'print',
    ...steps
      .filter((kind) => kind !== 'asked' || ((row.notices === 0 || reader.supervises) && row.state !== 'routed'))
      .filter((kind) =>
        kind === 'routed' ? !own : kind === 'decided' ? own : kind === 'externalSent' ? definition.externalParty !== undefined : true,
      )
      .flatMap((kind) => clerkSteps[kind] ?? []),
  ]
}
