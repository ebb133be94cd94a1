import type { PersonActor } from '@ronghe/server/platform/auth/actor.ts'
import { addDays, dayIn, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { queryCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { journalRows, type JournalRows } from '@ronghe/server/platform/journal/record.ts'
import { levelOn } from '@ronghe/server/platform/calendar/escalations.ts'
import { clockOf, remindersDue, type Happened } from '@ronghe/server/rooms/station/case-clock.ts'
import { promiseOf } from '@ronghe/server/rooms/station/case-records.ts'
import { documentsNeeded, type CaseService } from '@ronghe/forms'
import { agreements, startsOn } from './agreements.ts'
import { inventCourse, type Course, type Hand, type Happening } from './case-course.ts'
import { answersOf, casePlans, type CasePlan } from './case-plans.ts'
import type { CastKey, PostKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { castId, communityId, demoId, postId, timedId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'
import { stories, tellCourse, type Story } from './stories.ts'
import { sampleAnswers } from './services/sample-answers.ts'
import { toldMessage } from './told-messages.ts'
import { workHours, type WorkHours } from './work-hours.ts'

type CaseRow = RowOf<'service_case'>

/** A service as it stands in the catalogue. */
export interface OfferedService {
  readonly definition: CaseService
  readonly serviceId: string
  readonly versionId: string
}

export interface MadeCases {
  readonly cases: CaseRow[]
  readonly events: RowOf<'case_event'>[]
  readonly documents: RowOf<'case_document'>[]
  readonly externals: RowOf<'case_external'>[]
  readonly uses: RowOf<'agreement_use'>[]
  readonly messages: RowOf<'message'>[]
  readonly journal: JournalRows[]
  readonly made: MadeCase[]
}

/** What others make of a case: ratings, figures. */
export interface MadeCase {
  readonly id: string
  readonly service: string
  readonly resident: Resident
  readonly course: Course
  readonly ownerPost: string
  /** How it was rated, where the story says so. */
  readonly level: 1 | 2 | null
}

interface Filing {
  readonly at: number
  readonly channel: CaseRow['channel']
  readonly story?: Story
}

const channels = { phone: 62, desk: 26, paper: 6, homeVisit: 2, appointment: 4 } as const

/** A year of cases in the order they were filed, some thousand at a time so that a whole street fits into memory. */
export function* inventCases(
  maker: Maker,
  calendar: Calendar,
  {
    residents,
    services,
    count,
  }: { readonly residents: readonly Resident[]; readonly services: ReadonlyMap<string, OfferedService>; readonly count: number },
): Generator<MadeCases & { readonly counters: ReadonlyMap<string, number> }> {
  const chance = chanceOf('cases')
  const hours = workHours(calendar, maker.now)
  const askers = new Map(Object.entries(casePlans).map(([key, plan]) => [key, residents.filter((resident) => plan.asks(resident))]))
  const weights = Object.fromEntries(
    Object.entries(casePlans)
      .filter(([key]) => services.has(key) && askers.get(key)!.length > 0)
      .map(([key, { weight }]) => [key, weight]),
  )
  const told = stories(maker).map((story): Filing => ({ channel: 'phone', at: story.at, story }))
  const filings = Array.from({ length: count - told.length }, (): Filing => {
    const channel = chance.weighed(channels)
    return { channel, at: channel === 'phone' ? hours.anyTime(chance) : hours.atWindow(chance) }
  })
    .concat(told)
    .toSorted((one, other) => one.at - other.at)
  const counters = new Map<string, number>()
  const codes = new Set<string>()
  const chunk = 4_000
  for (let from = 0; from < filings.length; from += chunk) {
    const made: MadeCases = { cases: [], events: [], documents: [], externals: [], uses: [], messages: [], journal: [], made: [] }
    for (const filing of filings.slice(from, from + chunk)) {
      const key = filing.story?.service ?? chance.weighed(weights)
      inventCase(maker, {
        calendar,
        hours,
        chance,
        counters,
        codes,
        made,
        service: services.get(key)!,
        plan: casePlans[key]!,
        resident: filing.story?.resident ?? chance.pick(askers.get(key)!),
        filing,
      })
    }
    yield { ...made, counters }
  }
}

interface Making {
  readonly calendar: Calendar
  readonly hours: WorkHours
  readonly chance: Chance
  readonly counters: Map<string, number>
  readonly codes: Set<string>
  readonly made: MadeCases
  readonly service: OfferedService
  readonly plan: CasePlan
  readonly resident: Resident
  readonly filing: Filing
}

function inventCase(maker: Maker, making: Making): void {
  const { calendar, hours, chance, made, service, plan, resident, filing } = making
  const { street, now } = maker
  const { definition } = service
  const clerk: PostKey = chance.in(0.5) ? 'windowOne' : 'windowTwo'
  const id = uuid7(filing.at, chance.bytes)
  const lived = { service: definition, channel: filing.channel, filedAt: filing.at, now: now.getTime(), group: resident.group }
  const invented = filing.story ? tellCourse(lived, filing.story, hours) : inventCourse(lived, hours, chance)
  const history = invented.happenings.map(({ step, at }): Happened => ({ step, at: new Date(at) }))
  const clock = clockOf(history, promiseOf(definition, filing.channel), calendar, now)
  const course = clock ? withTheClock(invented, clock, calendar, now) : invented
  const { standing } = course
  if (standing.state === 'draft') throw new Error('a case was invented that nobody filed')
  const at = (kind: string) => course.happenings.findLast(({ step }) => step.kind === kind)?.at
  const date = (moment: number | undefined) => (moment === undefined ? null : new Date(moment))
  const departmentPost = course.happenings.some(({ step }) => step.kind === 'routed') ? postId(street.id, plan.department) : null
  const ownerPost = postId(street.id, standing.state === 'filed' && filing.channel === 'phone' ? 'stationLead' : clerk)
  const closed = ['closed', 'rated'].includes(standing.state)
  const answers = answersOf(
    withoutIdNumber(sampleAnswers[definition.key]!, definition, closed),
    resident,
    communityId(street.id, resident.community),
  )
  const filed = journalRows(
    {
      ...maker,
      now: new Date(filing.at),
      actor: filing.channel === 'phone' ? actorOf(resident.id) : actorOf(castId(street.id, holders[clerk]!)),
    },
    { kind: 'station.case.filed', about: resident.id, plain: { case: id, event: 1, state: 'filed' } },
  )
  const code = unusedCode(making)
  made.journal.push(filed)
  made.made.push({ id, service: definition.key, resident, course, ownerPost, level: filing.story?.rated?.level ?? null })
  made.cases.push({
    street_id: street.id,
    id,
    number: nextNumber(making.counters, dayIn(street.zone, new Date(filing.at))),
    code_hash: maker.platform.sealer.lookup(street.id, 'code', code),
    code_sealed: seal(maker, 'service_case', 'code_sealed', id, code),
    service_id: service.serviceId,
    version_id: service.versionId,
    person_id: resident.id,
    channel: filing.channel,
    community_id: communityId(street.id, resident.community),
    group_at_filing: resident.group,
    answers_sealed: seal(maker, 'service_case', 'answers_sealed', id, JSON.stringify(answers)),
    consents: JSON.stringify(
      definition.consents
        .filter(() => chance.in(0.6))
        .map(({ purpose }) => ({ purpose, version: definition.version, at: new Date(filing.at).toISOString() })),
    ),
    state: standing.state,
    outcome: standing.outcome,
    reason: course.reason,
    waiting_from: standing.waitingFrom,
    notices: standing.notices,
    reopened: standing.reopened,
    returned: standing.returned,
    department: definition.department,
    department_accepted: standing.departmentAccepted,
    owner_post: ownerPost,
    department_post: departmentPost,
    external_waiting: standing.externalWaiting,
    lapsed: standing.lapsed,
    events: course.happenings.length,
    clock: clock?.kind ?? null,
    due_on: clock?.dueOn ?? null,
    next_on: clock?.nextOn ?? null,
    escalated: clock ? levelOn(clock.escalations, dayIn(street.zone, now)) : 0,
    reminded: course.happenings.filter(({ step }) => step.kind === 'reminded').length,
    filed_at: new Date(filing.at),
    entered_at: new Date(filing.at),
    accepted_at: date(at('accepted')),
    decided_at: standing.outcome ? date(at('decided')) : null,
    closed_at: closed ? date(at('closed')) : null,
    receipt_leaf: filed.leaf.id,
    id_purged_at: closed ? date(at('closed')) : null,
  })
  const hand = handsOf(street.id, resident.id, clerk, plan.department)
  made.events.push(...course.happenings.map((happening, index) => eventRow(maker, id, happening, index + 1, hand, chance)))
  made.documents.push(...documentRows(maker, id, definition, course, hand.clerk.by_post, chance))
  addExternal(maker, made, id, definition, course, hand.clerk.by_post)
  if (filing.story)
    for (const { step, at: moment } of course.happenings)
      if (tells.has(step.kind))
        made.messages.push(...toldMessage(maker, { person: resident.id, template: 'case-moved', link: `/cases/${id}`, at: moment }))
}

/** The steps of a case that its owner gets a message of. */
const tells: ReadonlySet<string> = new Set(['accepted', 'asked', 'decided', 'closed'])

type By = Pick<RowOf<'case_event'>, 'by_person' | 'by_post'>
const holders: Partial<Record<PostKey, CastKey>> = {
  windowOne: 'liTing',
  windowTwo: 'heMin',
  policeOfficer: 'wangJun',
  healthOfficer: 'tangLi',
  justiceOfficer: 'maLin',
  housingOfficer: 'fangWei',
}

function handsOf(street: string, residentId: string, clerk: PostKey, department: PostKey): Readonly<Record<Hand, By>> {
  const staff = (post: PostKey): By => ({ by_person: holders[post] ? castId(street, holders[post]) : null, by_post: postId(street, post) })
  return {
    resident: { by_person: residentId, by_post: null },
    clerk: staff(clerk),
    department: staff(department),
    clock: { by_person: null, by_post: null },
  }
}

/** What the nightly clock would have written by today: reminders to the resident, and who was told that time runs out. */
function withTheClock(course: Course, clock: NonNullable<ReturnType<typeof clockOf>>, calendar: Calendar, now: Date): Course {
  const today = dayIn(calendar.zone, now)
  const morning = (day: string) => Date.parse(`${day}T07:05:00+08:00`)
  // What is due on the very day the clock starts is told by nobody: that morning was before it.
  const told = [clock.escalations.owner, clock.escalations.supervisor, clock.escalations.streetLead]
    .slice(0, levelOn(clock.escalations, today))
    .map((day, index) => ({ day: day!, level: index + 1 }))
    .filter(({ day }) => day > clock.startedOn)
  const asked = course.happenings.findLast(({ step }) => step.kind === 'asked')
  const reminders = clock.kind === 'resident' && asked ? remindersDue(calendar, new Date(asked.at), today) : 0
  const added = [
    ...told.map(({ day, level }): Happening => ({ step: { kind: 'escalated' }, by: 'clock', at: morning(day), details: { level } })),
    ...Array.from({ length: reminders }, (_, index): Happening => ({
      step: { kind: 'reminded' },
      by: 'clock',
      at: morning(addDays(today, index - reminders)),
    })),
  ].filter(({ at }) => at <= now.getTime())
  return { ...course, happenings: [...course.happenings, ...added].toSorted((one, other) => one.at - other.at) }
}

function eventRow(
  maker: Maker,
  caseId: string,
  { step, at, by, words, details = {}, internal = false }: Happening,
  number: number,
  hands: Readonly<Record<Hand, By>>,
  chance: Chance,
): RowOf<'case_event'> {
  const id = uuid7(at, chance.bytes)
  return {
    street_id: maker.street.id,
    id,
    case_id: caseId,
    number,
    kind: step.kind,
    by_person: hands[by].by_person ?? null,
    by_post: hands[by].by_post ?? null,
    words_sealed: words === undefined ? null : seal(maker, 'case_event', 'words_sealed', id, words),
    details: JSON.stringify(details),
    internal,
    at: new Date(at),
    entered_at: new Date(at),
  }
}

/** Papers of a case that was accepted: looked at, handed in, or let wait until a day. */
function documentRows(
  { street, now }: Maker,
  caseId: string,
  definition: CaseService,
  course: Course,
  byPost: string | null | undefined,
  chance: Chance,
): RowOf<'case_document'>[] {
  const accepted = course.happenings.find(({ step }) => step.kind === 'accepted')
  if (!accepted) return []
  return neededOf(definition).map(({ id: need, waivable, handedIn }) => {
    const waived = waivable && course.standing.outcome === null && chance.in(0.2)
    return {
      street_id: street.id,
      id: uuid7(accepted.at, chance.bytes),
      case_id: caseId,
      need,
      state: waived ? 'waived' : handedIn === 'seen' ? 'seen' : 'received',
      promised_on: waived ? addDays(dayIn(street.zone, now), chance.below(12)) : null,
      by_post: byPost ?? null,
      at: new Date(accepted.at),
    }
  })
}

const needed = new Map<string, ReturnType<typeof documentsNeeded>>()
/** The sample answers are the same for everybody, so what they ask for is worked out once. */
function neededOf(definition: CaseService): ReturnType<typeof documentsNeeded> {
  const known = needed.get(definition.key)
  if (known) return known
  const found = documentsNeeded(definition, sampleAnswers[definition.key]!, '2026-06-01').filter(({ certain }) => certain)
  needed.set(definition.key, found)
  return found
}

function addExternal(
  { street, now }: Maker,
  made: MadeCases,
  caseId: string,
  definition: CaseService,
  course: Course,
  byPost: string | null | undefined,
): void {
  const { externalParty } = definition
  const when = (kind: string) => course.happenings.find(({ step }) => step.kind === kind)?.at
  const sent = when('externalSent')
  if (!externalParty || sent === undefined) return
  const day = (moment: number | undefined) => (moment === undefined ? null : dayIn(street.zone, new Date(moment)))
  const replied = when('externalReplied')
  const asked = day(when('externalAsked'))
  const outcome = replied === undefined ? null : course.standing.outcome === 'refused' ? ('refused' as const) : ('reimbursedLater' as const)
  made.externals.push({
    street_id: street.id,
    id: demoId(street.id, 'external', caseId),
    case_id: caseId,
    agreement_key: externalParty.agreement,
    party: JSON.stringify(externalParty.name),
    sent_on: day(sent)!,
    ask_on: externalParty.chaseAfterWorkingDays.map((days) => addDays(day(sent)!, Math.round(days * 1.4))),
    asked: asked ? [asked] : [],
    replied_on: day(replied),
    outcome,
    by_post: byPost ?? null,
  })
  if (!outcome || replied === undefined) return
  const agreement = agreements.find(({ key }) => key === externalParty.agreement)
  const since = agreement && startsOn(agreement, dayIn(street.zone, now))
  // Before the agreement there was nothing to use.
  if (!since || day(replied)! < since) return
  made.uses.push({
    street_id: street.id,
    id: timedId(street.id, new Date(replied), 'use', caseId),
    agreement_id: demoId(street.id, 'agreement', externalParty.agreement),
    case_id: caseId,
    outcome,
    days: Math.round((replied - sent) / 86_400_000),
    amount_band: 'under20000',
    on_day: day(replied)!,
  })
}

/** An ID number goes when the case is closed (08, Retention). */
function withoutIdNumber<Answers extends object>(answers: Answers, definition: CaseService, closed: boolean): Answers {
  const numbers = idNumbersOf(definition)
  if (!closed || numbers.size === 0) return answers
  return Object.fromEntries(Object.entries(answers).filter(([field]) => !numbers.has(field))) as Answers // the same fields but for those
}

const idNumberFields = new WeakMap<CaseService, ReadonlySet<string>>()
function idNumbersOf(definition: CaseService): ReadonlySet<string> {
  const known = idNumberFields.get(definition)
  if (known) return known
  const found = new Set(definition.form.pages.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'idNumber').map(({ id }) => id)))
  idNumberFields.set(definition, found)
  return found
}

function nextNumber(counters: Map<string, number>, day: string): string {
  const month = day.slice(2, 7).replace('-', '')
  const value = (counters.get(`case ${month}`) ?? 0) + 1
  counters.set(`case ${month}`, value)
  return `SJ-${month}-${String(value).padStart(5, '0')}`
}

function unusedCode({ codes, chance }: Making): string {
  for (;;) {
    const code = queryCode(chance.bytes)
    if (codes.has(code)) continue
    codes.add(code)
    return code
  }
}

const actorOf = (personId: string): PersonActor => ({
  kind: 'person',
  personId,
  sessionId: personId,
  session: 'open',
  assistantId: null,
  matter: null,
  about: null,
  posts: [],
  permissions: new Set(),
  secondFactor: false,
})

const seal = ({ street, platform }: Maker, table: string, column: string, row: string, text: string): Buffer =>
  platform.sealer.seal({ street: street.id, table, column, row }, text)
