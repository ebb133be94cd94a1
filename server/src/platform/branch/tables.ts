// Written by `npm run tables` from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** jsonb: read as what was stored, written as JSON text (`JSON.stringify`), so that an array is not taken for a PostgreSQL array. */
// oxlint-disable-next-line no-explicit-any -- the shape is declared by the schema that wrote it
export type Json = ColumnType<any, string, string>
export type NullableJson = ColumnType<any, string | null, string | null>

export interface AccessLogTable {
  street_id: string
  id: string
  branch_id: string
  person_hash: Buffer
  office: string
  purpose: string
  day: string
}

export interface ApplicationTable {
  street_id: string
  id: string
  branch_id: string
  person_hash: Buffer | null
  person_sealed: Buffer | null
  name_sealed: Buffer
  channel: 'phone' | 'paper'
  consent_version: string
  consent_on: string
  handed_over_on: string | null
  handed_to: string | null
  receipt: string | null
}

export interface ApplicationStepTable {
  street_id: string
  application_id: string
  step: number
  day: string
  noted_by: 'applicant' | 'branch'
  noted_on: string
}

export interface AttendanceTable {
  street_id: string
  occasion_id: string
  check_in_id: string
  channel: 'tap' | 'paper'
  day: string
}

export interface BranchTable {
  street_id: string
  id: string
  kind: 'floating' | 'council' | 'socialOrganisation' | 'community'
  reception: NullableJson
  hours: NullableJson
  welcomes: NullableJson
  takes_check_ins: Generated<boolean>
  changed_on: string
}

export interface CarriedConcernTable {
  street_id: string
  id: string
  branch_id: string
  person_hash: Buffer | null
  person_sealed: Buffer | null
  channel: 'phone' | 'paper'
  topic: string
  words_sealed: Buffer
  consent_version: string
  given_on: string
  carry_by: string
  state: 'given' | 'carried' | 'answered' | 'returned'
  claim_sealed: Buffer | null
  carried_on: string | null
  answer_sealed: Buffer | null
  answered_on: string | null
  returned_for: 'not-street' | 'names-somebody' | 'unclear' | 'solved' | null
}

export interface CheckInTable {
  street_id: string
  id: string
  branch_id: string
  person_hash: Buffer | null
  person_sealed: Buffer | null
  name_sealed: Buffer
  home_branch_sealed: Buffer
  contact_sealed: Buffer | null
  channel: 'phone' | 'paper'
  state: 'declared' | 'confirmed' | 'declined' | 'ended'
  consent_version: string
  consent_on: string
  declared_on: string
  answer_due: string
  answered_on: string | null
  ended_on: string | null
  reason: 'other-branch' | 'not-reached' | 'no-answer' | 'moved' | 'transferred' | 'asked' | null
  other_branch_id: string | null
}

export interface DutyTable {
  street_id: string
  branch_id: string
  place: number
  name: Json
  side: 'home' | 'host' | 'both'
  changed_on: string
}

export interface ErasureTable {
  street_id: string
  id: string
  subject_id: string
  at: Date
}

export interface HonourTable {
  street_id: string
  id: string
  round_id: string
  category: string
  check_in_id: string
  name_sealed: Buffer
  words_sealed: Buffer
  consent_version: string
  shown_on: string
}

export interface HonourRoundTable {
  street_id: string
  id: string
  branch_id: string
  year: number
  categories: Json
  criteria: Json
  nominate_until: string
  decided_on: string | null
}

export interface IdempotencyTable {
  street_id: string
  operation: string
  scope: Buffer
  key: string
  body_hash: Buffer
  status: number | null
  reply_sealed: Buffer | null
  person_id: string | null
  at: Date
}

export interface JournalDayTable {
  street_id: string
  day: string
  nonce: Buffer
  root: Buffer
}

export interface JournalEntryTable {
  street_id: string
  leaf_id: string
  name: string
  salt: Buffer | null
  value: string | null
  about: Buffer | null
  erased_on: string | null
}

export interface JournalLeafTable {
  street_id: string
  id: string
  kind: string
  day: string
  commitments: Json
  leaf_hash: Buffer
  sealed_on: string | null
}

export interface MessageTable {
  street_id: string
  id: string
  person_hash: Buffer
  person_sealed: Buffer
  template: string
  params: ColumnType<any, string | undefined, string>
  day: string
  read_on: string | null
  passed_on: string | null
}

export interface NominationTable {
  street_id: string
  id: string
  round_id: string
  category: string
  nominee_sealed: Buffer
  check_in_id: string | null
  by_check_in_id: string
  reason_sealed: Buffer
  nominated_on: string
  decision: 'honoured' | 'thanked' | null
}

export interface NoticeTable {
  street_id: string
  id: string
  branch_id: string
  title: string
  words: string
  shown_from: string
  shown_until: string
  taken_down_on: string | null
}

export interface OccasionTable {
  street_id: string
  id: string
  branch_id: string
  plan_id: string | null
  period: string | null
  kind:
    | 'generalMeeting'
    | 'committeeMeeting'
    | 'groupMeeting'
    | 'lecture'
    | 'themedDay'
    | 'lifeMeeting'
    | 'appraisal'
    | 'deliberate'
    | 'serve'
    | 'mediate'
    | 'publicise'
  title: Json
  place: Json
  agenda: ColumnType<any, string | undefined, string>
  day: string
  planned_day: string
  from_minute: number
  to_minute: number
  open_to_all: Generated<boolean>
  state: 'planned' | 'held' | 'cancelled'
  cancelled_for: 'weather' | 'place' | 'speaker' | 'together' | 'busy' | null
  minutes_sealed: Buffer | null
  guests: number | null
  closed_on: string | null
}

export interface OfficeTable {
  street_id: string
  id: string
  branch_id: string
  kind: 'secretary' | 'deputy' | 'organiser' | 'publicist'
  person_hash: Buffer
  person_sealed: Buffer
  name_sealed: Buffer
  starts_on: string
  ends_on: string | null
  published_version: string | null
  published_on: string | null
}

export interface OfficeCodeTable {
  street_id: string
  id: string
  branch_id: string
  code_hash: Buffer
  issued_on: string
  expires_on: string
}

export interface PlanTable {
  street_id: string
  id: string
  branch_id: string
  kind:
    | 'generalMeeting'
    | 'committeeMeeting'
    | 'groupMeeting'
    | 'lecture'
    | 'themedDay'
    | 'lifeMeeting'
    | 'appraisal'
    | 'deliberate'
    | 'serve'
    | 'mediate'
    | 'publicise'
  title: Json
  place: Json
  agenda: ColumnType<any, string | undefined, string>
  rule: Json
  from_minute: number
  to_minute: number
  open_to_all: Generated<boolean>
  ended_on: string | null
  changed_on: string
}

export interface WindowAskTable {
  street_id: string
  id: string
  branch_id: string
  shift_id: string
  day: string
  from_minute: number
  to_minute: number
  check_in_id: string
  state: 'asked' | 'agreed' | 'declined'
}

export interface BranchTables {
  access_log: AccessLogTable
  application: ApplicationTable
  application_step: ApplicationStepTable
  attendance: AttendanceTable
  branch: BranchTable
  carried_concern: CarriedConcernTable
  check_in: CheckInTable
  duty: DutyTable
  erasure: ErasureTable
  honour: HonourTable
  honour_round: HonourRoundTable
  idempotency: IdempotencyTable
  journal_day: JournalDayTable
  journal_entry: JournalEntryTable
  journal_leaf: JournalLeafTable
  message: MessageTable
  nomination: NominationTable
  notice: NoticeTable
  occasion: OccasionTable
  office: OfficeTable
  office_code: OfficeCodeTable
  plan: PlanTable
  window_ask: WindowAskTable
}
