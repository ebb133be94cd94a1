import type { Outcome } from '@ronghe/contract/station/cases.ts'
import { say } from '@ronghe/contract/words.ts'
import { isRecord, type CaseService } from '@ronghe/forms'
import type { Selectable, Updateable } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { levelOn } from '../../platform/calendar/escalations.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { readCursor } from '../../platform/http/cursor.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { clockOf, levelTold, type CaseClocks, type Happened } from './case-clock.ts'
import { maskLetters } from './case-letters.ts'
import { draft, takeStep, type Standing, type Step, type StepKind } from './case-lifecycle.ts'
import { getVersionById } from './services.ts'

export type CaseRow = Selectable<Tables['service_case']>
export type CaseEventRow = Selectable<Tables['case_event']>

type SealedColumn = 'answers_sealed' | 'agent_sealed' | 'code_sealed'
const casePlace = (deed: Deed, column: SealedColumn, id: string) => ({ street: deed.street.id, table: 'service_case', column, row: id })
export const sealCase = (deed: Deed, column: SealedColumn, id: string, text: string): Buffer =>
  deed.platform.sealer.seal(casePlace(deed, column, id), text)
/** Undefined once the case was de-identified. */
export const openCase = (deed: Deed, column: SealedColumn, row: CaseRow): string | undefined =>
  row[column] ? deed.platform.sealer.open(casePlace(deed, column, row.id), row[column]) : undefined
export const answersOf = (deed: Deed, row: CaseRow): Readonly<Record<string, unknown>> =>
  JSON.parse(openCase(deed, 'answers_sealed', row) ?? '{}') as Record<string, unknown>

/** Who filed for the person, as it was recorded then. */
export interface Agent {
  readonly name: string
  readonly phone?: string | undefined
  readonly relation: string
  readonly authority: string
}
export const agentOf = (deed: Deed, row: CaseRow): Agent | undefined => {
  const text = openCase(deed, 'agent_sealed', row)
  if (text === undefined) return undefined
  const agent = JSON.parse(text) as Agent
  // A clerk wrote both in words; a proxy who filed on their own phone is kept with a key and the number of the registration.
  return row.agent_person_id === null
    ? agent
    : { ...agent, relation: say(deed.language, `proxy-${agent.relation}`), authority: say(deed.language, 'proxy-registered') }
}

const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'case_event', column: 'words_sealed', row: id })
export const wordsOf = (deed: Deed, event: CaseEventRow): string | null =>
  event.words_sealed ? deed.platform.sealer.open(wordsPlace(deed, event.id), event.words_sealed) : null

/** The case, locked when it is going to be changed: two clerks at one case take turns. */
export async function findCase(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<CaseRow | undefined> {
  const query = deed.tx.selectFrom('service_case').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  return (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
}

export async function getCase(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<CaseRow> {
  const row = await findCase(deed, id, lock)
  if (!row) throw notFound('case')
  return row
}

export async function eventsOf(deed: Deed, caseId: string): Promise<readonly CaseEventRow[]> {
  return deed.tx
    .selectFrom('case_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()
}

export const definitionOf = async (deed: Deed, row: CaseRow): Promise<CaseService> =>
  (await getVersionById(deed, row.version_id)).definition as CaseService // only case services are filed

/** A row without events was inserted a moment ago, in this deed, and is about to be filed. */
export const standingOfRow = (row: CaseRow): Standing =>
  row.events === 0
    ? draft
    : {
        state: row.state,
        outcome: row.outcome,
        waitingFrom: row.waiting_from as Standing['waitingFrom'],
        notices: row.notices,
        reopened: row.reopened,
        departmentAccepted: row.department_accepted,
        returned: row.returned,
        externalWaiting: row.external_waiting,
        lapsed: row.lapsed,
      }

/** A stored event as the step it was; both questions and decisions carry what the rules need in their details. */
export const toHappened = ({ kind, details, at }: CaseEventRow): Happened => ({
  step: (kind === 'asked'
    ? { kind, permitted: true }
    : kind === 'decided'
      ? { kind, outcome: (details as { outcome: Outcome }).outcome }
      : { kind }) as Step,
  at,
  ...(kind === 'asked' || kind === 'decided' ? { given: (details as { given?: number }).given } : {}),
  ...(kind === 'escalated' ? { level: Number((details as { level?: number }).level ?? 0) } : {}),
})

export async function caseClocks(deed: Deed): Promise<CaseClocks> {
  const clocks = await setting(deed, 'clocks')
  return {
    departmentAnswers: clocks.departmentReply,
    residentAnswers: clocks.residentTurn,
    remindAt: [clocks.residentReminderFirst, clocks.residentReminderSecond],
    escalation: clocks,
    closesAfter: clocks.caseClose,
  }
}

/** On the spot at the desk, within the service's days everywhere else. */
export const promiseOf = (definition: CaseService, channel: CaseRow['channel']): { acceptanceDays: number; days: number } => ({
  acceptanceDays: channel === 'desk' || channel === 'onBehalf' || channel === 'appointment' ? 0 : definition.acceptanceWorkingDays,
  days: definition.promisedWorkingDays,
})

export async function clockOfCase(deed: Deed, row: CaseRow, events: readonly CaseEventRow[], definition: CaseService) {
  return clockOf(events.map(toHappened), promiseOf(definition, row.channel), await calendarFor(deed), deed.now, await caseClocks(deed))
}

export interface CaseStep {
  readonly step: Step
  readonly words?: string | undefined
  readonly details?: Readonly<Record<string, unknown>>
  /** For colleagues only. */
  readonly internal?: boolean
  /** When it happened, where paper is entered later. */
  readonly at?: Date
  readonly byPost?: string | null
  /** Columns that follow from the step beside the standing. */
  readonly change?: Updateable<Tables['service_case']>
  /** The step whose journal leaf the receipt will show. */
  readonly receipt?: boolean
}

/** Of two clerks at once the second is told, and sees what the first did; nothing is lost. */
export function mustBeSeen(row: CaseRow, seen: number): void {
  if (row.events !== seen) throw refused('case-changed', { params: { events: row.events } })
}

/**
 * Takes one step of a case's life: the rule, the event, the state and its clock, the journal, all in the deed's transaction. The row must
 * have been read with a lock.
 */
export async function takeCaseStep(
  deed: Deed,
  row: CaseRow,
  definition: CaseService,
  { step, words, details = {}, internal = false, at = deed.now, byPost = null, change = {}, receipt = false }: CaseStep,
): Promise<{ row: CaseRow; leaf: string }> {
  const earlier = row.events === 0 ? [] : await eventsOf(deed, row.id)
  const taken = takeStep(standingOfRow(row), step)
  if (taken.kind === 'refused') throw refused(taken.rule)
  const { standing } = taken
  const event: CaseEventRow = {
    street_id: deed.street.id,
    id: deed.id(),
    case_id: row.id,
    number: row.events + 1,
    kind: step.kind,
    by_person: deed.actor.kind === 'person' ? (deed.actor.assistantId ?? personOf(deed.actor)) : null,
    by_post: byPost,
    words_sealed: null,
    details: { ...details, ...(await givenWith(deed, step)) },
    internal,
    at,
    entered_at: deed.now,
  }
  await deed.tx
    .insertInto('case_event')
    .values({
      ...event,
      details: JSON.stringify(event.details),
      words_sealed: words ? deed.platform.sealer.seal(wordsPlace(deed, event.id), words) : null,
    })
    .execute()
  // One that lapsed may be taken up again without filling anything in anew; it loses them after sixty days.
  const over = step.kind === 'closed' || step.kind === 'withdrawn'
  const purged = over ? withoutIdNumbers(deed, row, definition) : {}
  if (over) await maskLetters(deed, row.id)
  const leaf = await record(deed, {
    kind: `station.case.${kebab(step.kind)}`,
    about: row.person_id,
    plain: { case: row.id, event: event.number, state: standing.state, ...(byPost ? { post: byPost } : {}) },
  })
  const columns = { ...change, ...purged, ...(receipt ? { receipt_leaf: leaf } : {}) }
  return { row: await updateStanding(deed, row, standing, definition, [...earlier, event], columns), leaf }
}

/** What the rules need of a question or a decision later on: the outcome, and the days the resident was given with it. */
async function givenWith(deed: Deed, step: Step): Promise<Readonly<Record<string, unknown>>> {
  if (step.kind !== 'asked' && step.kind !== 'decided') return {}
  const { residentAnswers, closesAfter } = await caseClocks(deed)
  return step.kind === 'asked' ? { given: residentAnswers } : { outcome: step.outcome, given: closesAfter }
}

/** Writes what the events amount to. A new clock starts without reminders sent; one that goes on remembers who was told. */
async function updateStanding(
  deed: Deed,
  row: CaseRow,
  standing: Standing,
  definition: CaseService,
  events: readonly CaseEventRow[],
  change: Updateable<Tables['service_case']>,
): Promise<CaseRow> {
  if (standing.state === 'draft') throw new Error(`the case ${row.id} would become a draft`)
  const merged = 'merged_into' in change ? change.merged_into : row.merged_into
  const clock = merged ? undefined : await clockOfCase(deed, { ...row, ...(change as Partial<CaseRow>) }, events, definition)
  const sameClock = clock?.kind === row.clock && standing.state === row.state
  const told = clock ? levelTold(events.map(toHappened)) : 0
  const today = dayIn(deed.street.zone, deed.now)
  // What fell due while the clock stood, or before the paper was entered, is told the next morning, and not only with the step after it.
  const behind = clock !== undefined && levelOn(clock.escalations, today) > told
  return deed.tx
    .updateTable('service_case')
    .set({
      state: standing.state,
      outcome: standing.outcome,
      waiting_from: standing.waitingFrom,
      notices: standing.notices,
      reopened: standing.reopened,
      department_accepted: standing.departmentAccepted,
      returned: standing.returned,
      external_waiting: standing.externalWaiting,
      lapsed: standing.lapsed,
      events: row.events + 1,
      clock: clock?.kind ?? null,
      due_on: clock?.dueOn ?? null,
      next_on: behind ? addDays(today, 1) : (clock?.nextOn ?? null),
      escalated: told,
      ...(sameClock ? {} : { reminded: 0 }),
      ...change,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const kebab = (kind: StepKind): string => kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The answers without their ID numbers, in every item of every page: they are kept no longer than the case is open (08, Retention). */
export function withoutIdNumbers(deed: Deed, row: CaseRow, definition: CaseService): Updateable<Tables['service_case']> {
  const answers = answersOf(deed, row)
  const ids = new Set(definition.form.pages.flatMap((page) => page.fields.filter(({ kind }) => kind === 'idNumber').map(({ id }) => id)))
  if (ids.size === 0 || !row.answers_sealed) return {}
  const strip = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) =>
        ids.has(key) ? [] : [[key, Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? strip(item) : item)) : value]],
      ),
    )
  return { answers_sealed: sealCase(deed, 'answers_sealed', row.id, JSON.stringify(strip(answers))), id_purged_at: deed.now }
}

/** A cursor of a moment (or day) and an id, checked: what comes back in a link may have been typed. */
export function readMomentCursor(after: string | undefined): readonly [string, string] | undefined {
  const [moment, id] = readCursor(after, 2) ?? []
  if (moment === undefined || id === undefined) return undefined
  if (Number.isNaN(Date.parse(moment)) || !/^[0-9a-f-]{36}$/.test(id)) throw refused('not-a-cursor')
  return [new Date(moment).toISOString(), id]
}

export const gaveConsent = (row: CaseRow, purpose: string): boolean =>
  (row.consents as readonly { purpose: string }[]).some((consent) => consent.purpose === purpose)
