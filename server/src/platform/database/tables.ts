// Written by `npm run tables` from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** jsonb: read as what was stored, written as JSON text (`JSON.stringify`), so that an array is not taken for a PostgreSQL array. */
// oxlint-disable-next-line no-explicit-any -- the shape is declared by the schema that wrote it
export type Json = ColumnType<any, string, string>
export type NullableJson = ColumnType<any, string | null, string | null>

export interface AbilityAnswerTable {
  street_id: string
  course_id: string
  claim_hash: Buffer
  moment: 'before' | 'after' | 'later'
  answers: number[]
  channel: 'phone' | 'paper'
  on_day: string
}

export interface AccessLogTable {
  street_id: string
  id: string
  person_id: string
  reader_id: string | null
  reader_post: string | null
  operation: string
  purpose: string
  subject: string | null
  subject_id: string | null
  at: Date
}

export interface ActivityTable {
  street_id: string
  id: string
  organ_id: string
  team_id: string | null
  kind: 'streetInspection' | 'environment' | 'care' | 'patrol' | 'taskTeam'
  state: 'proposed' | 'declined' | 'draft' | 'open' | 'full' | 'running' | 'confirmingHours' | 'closed' | 'cancelled'
  title: Json
  about: Json
  place: Json
  community_id: string | null
  lane_id: string | null
  risky: Generated<boolean>
  briefing: NullableJson
  insurer: string | null
  policy_number: string | null
  insured_until: string | null
  with_children: Generated<boolean>
  needs_skill: string | null
  needs_proof: Generated<boolean>
  needs_dialect: string | null
  weekly: Generated<boolean>
  started_by: string | null
  reason: string | null
  created_at: Date
  opened_at: Date | null
  closed_at: Date | null
}

export interface AgendaTable {
  street_id: string
  meeting_id: string
  state: 'proposed' | 'confirmed'
  proposed_at: Date
  confirmed_at: Date | null
  confirmed_by_post: string | null
  late_reason: string | null
}

export interface AgendaItemTable {
  street_id: string
  id: string
  meeting_id: string
  position: number
  kind: 'appeal' | 'minutes' | 'motion' | 'report' | 'practice'
  motion_id: string | null
  title: Json
  bench: 'newcomers' | 'locals' | null
  why: Json
  moved_from: number | null
  moved_because: string | null
  moved_by_post: string | null
}

export interface AgreementTable {
  street_id: string
  id: string
  key: string | null
  title: Json
  counterpart: Json
  subject: string
  state: 'proposed' | 'negotiating' | 'signed' | 'inForce' | 'renewed' | 'expired' | 'ended'
  terms: Json
  today: NullableJson
  instead: NullableJson
  owner_post: string
  signed_on: string | null
  starts_on: string | null
  ends_on: string | null
  warned_at: Date | null
  renews: string | null
  created_at: Date
}

export interface AgreementEventTable {
  street_id: string
  id: string
  agreement_id: string
  kind: string
  note: Generated<string>
  by_post: string | null
  at: Date
}

export interface AgreementMatterTable {
  street_id: string
  id: string
  agreement_id: string
  what: string
  owner_post: string
  due_on: string
  settled_on: string | null
  outcome: string | null
}

export interface AgreementUseTable {
  street_id: string
  id: string
  agreement_id: string
  case_id: string
  outcome: 'settledOnTheSpot' | 'reimbursedLater' | 'refused'
  reason: string | null
  days: number | null
  amount_band: string | null
  on_day: string
}

export interface AllocationCostTable {
  street_id: string
  id: string
  project_id: string
  seq: number
  cents: number
  reason: string
  on_day: string
  by_post: string | null
}

export interface AllocationGroundTable {
  street_id: string
  round_id: string
  project_id: string
  ground: 'illegal' | 'unsafe' | 'costWrong'
  reason: string
  cents: number | null
  corrected_on: string | null
}

export interface AllocationMergingTable {
  street_id: string
  id: string
  from_id: string
  into_id: string
  from_agreed_on: string | null
  into_agreed_on: string | null
  declined_on: string | null
  asked_on: string
}

export interface AllocationObjectionTable {
  street_id: string
  id: string
  round_id: string
  person_id: string | null
  about: 'count' | 'project' | 'procedure'
  words_sealed: Buffer | null
  on_day: string
  answer: string | null
  answered_on: string | null
  answered_by_post: string | null
}

export interface AllocationPaperTable {
  street_id: string
  round_id: string
  sheet: number
  typed_by: string
  entry: Json
  typed_on: string
}

export interface AllocationProjectTable {
  street_id: string
  id: string
  round_id: string
  number: number
  title: string
  what: string
  for_whom: string
  community_id: string | null
  lane_id: string | null
  organ_id: string | null
  proposer_id: string | null
  from_paper: Generated<boolean>
  asked_cents: number
  cents: number
  state: 'proposed' | 'feasible' | 'refused' | 'appealed' | 'merged' | 'withdrawn' | 'removed'
  answer: string | null
  answered_on: string | null
  answered_by_post: string | null
  appeal_words: string | null
  appealed_on: string | null
  appeal_granted: boolean | null
  appeal_answer: string | null
  appeal_decided_on: string | null
  merged_into: string | null
  account: string | null
  spent_cents: number | null
  accounted_on: string | null
  created_at: Date
}

export interface AllocationResultTable {
  street_id: string
  round_id: string
  count: number
  result: Json
  file: string
  counted_on: string
}

export interface AllocationRoundTable {
  street_id: string
  id: string
  council_id: string
  number: number
  title: Json
  draft: Json
  state: 'setUp' | 'rulesFixed' | 'call' | 'feasibility' | 'voting' | 'counted' | 'objection' | 'resolution' | 'corrections' | 'projects' | 'evaluated'
  motion_id: string | null
  opened_at: Date | null
  closed_at: Date | null
  counting_since: Date | null
  objection_until: string | null
  settle_until: string | null
  returned_on: string | null
  return_motion_id: string | null
  noted_on: string | null
  resolution_id: string | null
  evaluation: string | null
  created_at: Date
  created_by_post: string | null
}

export interface AllocationRulesTable {
  street_id: string
  round_id: string
  rules: Json
  motion_id: string
  charter_version_id: string
  fixed_on: string
}

export interface AllocationStepTable {
  street_id: string
  id: string
  round_id: string
  seq: number
  state: string
  on_day: string
}

export interface AmendmentTable {
  street_id: string
  id: string
  motion_id: string
  number: number
  author_id: string | null
  bench: 'newcomers' | 'locals' | null
  version: number
  from_line: number
  to_line: number
  lines: string[]
  reason: string
  state: 'open' | 'merged' | 'rejected' | 'withdrawn' | 'overtaken'
  decided_by: 'mover' | 'vote' | null
  proposed_on: string
  decided_on: string | null
  meeting_id: string | null
}

export interface AppointmentTable {
  street_id: string
  id: string
  post_id: string
  person_id: string
  starts_on: string
  ends_on: string | null
  revoked_at: Date | null
  document: string | null
  publish_name: Generated<boolean>
  created_at: Date
  created_by: string | null
}

export interface AppointmentSlotTable {
  street_id: string
  id: string
  hours_id: string
  starts_at: Date
  ends_at: Date
  capacity: number
  taken: Generated<number>
}

export interface AttestationTable {
  street_id: string
  id: string
  person_id: string
  community_id: string
  code_hash: Buffer
  lane_head_post: string | null
  lane_head_person: string | null
  neighbour_id: string | null
  created_at: Date
  expires_at: Date
}

export interface AuthenticatorTable {
  street_id: string
  person_id: string
  secret_sealed: Buffer
  confirmed_at: Date | null
  last_step: Generated<number>
}

export interface BallotBoxTable {
  street_id: string
  id: string
  ballot_id: string
  bench: 'newcomers' | 'locals' | null
  election_name: string
  slips: number
  election: string | null
  trustees: string | null
  began: number
  tally: string | null
  sized_tally: string | null
  opened: NullableJson
  head: string | null
}

export interface BallotCredentialTable {
  street_id: string
  box_id: string
  credential: string
  cancelled_on: string | null
}

export interface BallotPartTable {
  street_id: string
  box_id: string
  number: number
  part: string
}

export interface BallotTrusteeTable {
  street_id: string
  ballot_id: string
  number: number
  side: 'newcomers' | 'locals' | 'neutral'
  person_id: string
  certificate: string | null
  polynomial: string | null
  output: string | null
}

export interface BallotVoterTable {
  street_id: string
  ballot_id: string
  person_id: string
  box_id: string
  code: string | null
  paper: Generated<boolean>
  handed_on: string | null
}

export interface BenchPostTable {
  street_id: string
  council_id: string
  bench: 'newcomers' | 'locals' | null
  post_id: string
}

export interface BookingTable {
  street_id: string
  id: string
  slot_id: string
  person_id: string
  services: string[]
  speaks: string | null
  starts_at: Date
  ends_at: Date
  state: 'booked' | 'arrived' | 'cancelled' | 'missed'
  moved: Generated<number>
  booked_at: Date
}

export interface CalendarDayTable {
  street_id: string
  day: string
  kind: 'holiday' | 'workday'
  name: Generated<string>
}

export interface CalendarFeedTable {
  street_id: string
  person_id: string
  secret_hash: Buffer
  created_at: Date
}

export interface CareRecipientTable {
  street_id: string
  id: string
  number: number
  person_id: string | null
  asked_by: string | null
  channel: 'phone' | 'family' | 'paper'
  state: 'asked' | 'agreed'
  name_sealed: Buffer | null
  phone_sealed: Buffer | null
  address_sealed: Buffer
  community_id: string
  rhythm: 'weekly' | 'fortnightly' | 'monthly'
  entered_by_post: string | null
  asked_on: string
}

export interface CareVisitTable {
  street_id: string
  id: string
  recipient_id: string
  shift_id: string
  first_id: string
  second_id: string
  ends_at: Date
  outcome: 'seenWell' | 'needsHelp' | 'notMet' | null
  help_kind: 'case' | 'concern' | null
  help_number: string | null
  channel: 'phone' | 'paper' | null
  alert: 'noPair' | 'missed' | 'notMet' | 'needsHelp' | null
  alerted_at: Date | null
  alert_level: Generated<number>
  settled_at: Date | null
}

export interface CareWorryTable {
  street_id: string
  id: string
  person_id: string | null
  told_by: string | null
  words_sealed: Buffer
  state: 'open' | 'taken' | 'closed'
  told_at: Date
  closed_at: Date | null
}

export interface CaseBulkTable {
  street_id: string
  id: string
  step: string
  by_person: string
  before: Json
  at: Date
  undone_at: Date | null
}

export interface CaseDocumentTable {
  street_id: string
  id: string
  case_id: string
  need: string
  alternative: string | null
  state: 'missing' | 'received' | 'seen' | 'waived'
  promised_on: string | null
  by_post: string | null
  at: Date
}

export interface CaseDraftTable {
  street_id: string
  id: string
  person_id: string
  service_id: string
  version: number
  case_id: string
  answers_sealed: Buffer
  page: string | null
  edit: number
  saved_at: Date
  rest_sealed: Buffer | null
}

export interface CaseDraftFileTable {
  street_id: string
  id: string
  draft_id: string
  at: Date
}

export interface CaseEventTable {
  street_id: string
  id: string
  case_id: string
  number: number
  kind: string
  by_person: string | null
  by_post: string | null
  words_sealed: Buffer | null
  details: ColumnType<any, string | undefined, string>
  internal: Generated<boolean>
  at: Date
  entered_at: Date
}

export interface CaseExternalTable {
  street_id: string
  id: string
  case_id: string
  agreement_key: string | null
  party: Json
  letter_sealed: Buffer | null
  sent_on: string
  ask_on: Generated<string[]>
  asked: Generated<string[]>
  replied_on: string | null
  outcome: 'settledOnTheSpot' | 'reimbursedLater' | 'refused' | null
  by_post: string | null
}

export interface CaseFigureTable {
  street_id: string
  quarter: string
  service_key: string
  group_choice: 'newcomer' | 'local' | 'unstated'
  channel: string
  outcome: 'granted' | 'refused' | 'referred'
  reason: string
  days: number
  own_days: number
  extra_visits: number
  cases: number
}

export interface CaseFigureQuarterTable {
  street_id: string
  quarter: string
  cases: number
  made_at: Date
}

export interface CaseFileTable {
  street_id: string
  id: string
  case_id: string
  need: string
  file_id: string
  by_person: string | null
  at: Date
}

export interface CaseLinkTable {
  street_id: string
  id: string
  case_id: string
  other_id: string
  kind: 'merge' | 'link'
  by_post: string | null
  at: Date
  undone_at: Date | null
}

export interface CaseVisitTable {
  street_id: string
  case_id: string
  ticket_id: string
  day: string
}

export interface CastBallotTable {
  street_id: string
  box_id: string
  tracker: string
  credential: string
  turn: number
  ballot: string
}

export interface CertificateTable {
  street_id: string
  id: string
  kind: 'service' | 'course' | 'commendation'
  person_id: string
  issuer_organ: string
  thing_id: string
  number: string
  achievement_key: string
  name: Json
  description: Json
  criteria: Json
  from_day: string | null
  until_day: string | null
  issued_at: Date
  paper_sealed: Buffer
  credential_sealed: Buffer
}

export interface CertificateRevocationTable {
  street_id: string
  certificate_id: string
  issuer_organ: string
  revoked_at: Date
  reason: 'mistake' | 'evidence' | 'holder' | 'replaced'
}

export interface CharterVersionTable {
  street_id: string
  id: string
  council_id: string
  number: number
  charter: Json
  state: 'draft' | 'adopted' | 'rejected'
  in_force_from: string | null
  resolution_id: string | null
  created_at: Date
  created_by_post: string | null
  based_on: string | null
  reason: string | null
}

export interface CityFigureTable {
  street_id: string
  cell: string
  measure: string
  month: string
  grp: 'newcomer' | 'local' | 'unstated' | 'all'
  n: number
  of_n: number | null
  amount: number | null
}

export interface CityReportTable {
  street_id: string
  cell: string
  month: string
  figures: number
  made_at: Date
}

export interface CityStreetTable {
  street_id: string
  cell: string
  name: Json
  place: number | null
  map_column: number | null
  map_row: number | null
  seen_at: Date
}

export interface ClassAttendanceTable {
  street_id: string
  session_id: string
  person_id: string
  present: boolean
  way: 'code' | 'paper' | 'said'
  entered_by_post: string | null
  at: Date
  absence: 'work' | 'ill' | 'family' | 'away' | 'other' | null
  absence_sealed: Buffer | null
  made_up: 'session' | 'materials' | null
  made_up_in: string | null
}

export interface ClassPostTable {
  street_id: string
  id: string
  thread_id: string
  person_id: string | null
  called_sealed: Buffer | null
  words_sealed: Buffer | null
  posted_at: Date
  state: 'shown' | 'hidden' | 'taken'
  hidden_because: string | null
  hidden_by_post: string | null
  hidden_at: Date | null
  appeal_sealed: Buffer | null
  appealed_at: Date | null
  appeal_upheld: boolean | null
  appeal_because: string | null
  appeal_by_post: string | null
}

export interface ClassReportTable {
  street_id: string
  post_id: string
  person_id: string
  because: 'rude' | 'private' | 'advert' | 'other'
  reported_at: Date
}

export interface ClassThreadTable {
  street_id: string
  id: string
  course_id: string
  title_sealed: Buffer
  opened_at: Date
  spoken_at: Date
  closed: Generated<boolean>
}

export interface CommendationObjectionTable {
  street_id: string
  id: string
  nomination_id: string
  channel: 'phone' | 'anonymous' | 'paper'
  person_id: string | null
  words_sealed: Buffer
  raised_on: string
  answer: string | null
  upheld: boolean | null
  answered_by: string | null
  answered_on: string | null
}

export interface CommendationRoundTable {
  street_id: string
  id: string
  year: number
  title: Json
  summary: Json
  criteria: Json
  categories: Json
  state: 'call' | 'nominations' | 'review' | 'publicNotice' | 'awarded'
  nominations_from: string
  nominations_until: string
  notice_from: string | null
  notice_until: string | null
  awarded_on: string | null
  declined: Generated<number>
  figures: NullableJson
  called_by: string | null
  called_on: string
}

export interface CommunityTable {
  street_id: string
  id: string
  name: Json
  position: Generated<number>
}

export interface ConcernTable {
  street_id: string
  id: string
  number: string
  person_id: string | null
  claim_hash: Buffer | null
  anonymous: Generated<boolean>
  channel: 'phone' | 'desk' | 'paper' | 'carried' | 'homeVisit'
  carrier_organ: string | null
  carrier_post: string | null
  topic: string
  community_id: string | null
  lane_id: string | null
  about_staff: Generated<boolean>
  about_post: string | null
  about_organ: string | null
  words_sealed: Buffer | null
  state: 'raised' | 'screened' | 'merged' | 'answering' | 'answered' | 'accepted' | 'declined'
  owner_post: string | null
  raised_on: string
  screen_by: string
  answer_by: string | null
  clock_from: string
  clock_days: number
  escalated: Generated<'none' | 'owner' | 'supervisor' | 'streetLead'>
  answered_on: string | null
  answered_in_time: boolean | null
  closed_on: string | null
  merged_into: string | null
  before_merge: 'raised' | 'screened' | 'answering' | null
  sharing: Generated<'notAsked' | 'asked' | 'yes' | 'no'>
  threatened_on: string | null
  threat_escalated_on: string | null
  threat_closed_on: string | null
  reopened: Generated<number>
  public_asked: string | null
  public_done: string | null
  published_on: string | null
}

export interface ConcernEventTable {
  street_id: string
  id: string
  concern_id: string
  seq: number
  kind: string
  by_post: string | null
  by_author: Generated<boolean>
  words_sealed: Buffer | null
  details: ColumnType<any, string | undefined, string>
  on_day: string
}

export interface ConsentTable {
  street_id: string
  id: string
  person_id: string
  purpose: string
  text_version: string
  channel: 'phone' | 'desk-paper' | 'home-visit'
  witness_post: string | null
  given_at: Date
  withdrawn_at: Date | null
}

export interface ContractEvaluationTable {
  street_id: string
  id: string
  project_id: string
  kind: 'mid' | 'final'
  reached: 'reached' | 'partly' | 'missed'
  words: string
  by_post: string
  on_day: string
}

export interface ContractEventTable {
  street_id: string
  id: string
  project_id: string
  seq: number
  kind: string
  by_post: string | null
  words: Generated<string>
  on_day: string
}

export interface ContractFeedbackTable {
  street_id: string
  id: string
  project_id: string
  helped: 'yes' | 'partly' | 'no'
  words_sealed: Buffer | null
  channel: 'phone' | 'paper'
  on_day: string
}

export interface ContractFileTable {
  street_id: string
  id: string
  project_id: string
  milestone_id: string
  file_id: string
  caption: string
  added_on: string
}

export interface ContractMilestoneTable {
  street_id: string
  id: string
  project_id: string
  position: number
  what: string
  due_on: string
  report: string | null
  reported_on: string | null
  confirmed_on: string | null
  returned: string | null
}

export interface ContractOfferTable {
  street_id: string
  id: string
  project_id: string
  organ_id: string
  offer_sealed: Buffer
  file_id: string | null
  handed_in_at: Date
  withdrawn_at: Date | null
  reasons: NullableJson
}

export interface ContractPaymentTable {
  street_id: string
  id: string
  project_id: string
  cents: number
  document: string
  paid_on: string
  by_post: string
}

export interface ContractProjectTable {
  street_id: string
  id: string
  year: number
  number: number
  title: Json
  need: Json
  serves: Json
  source: 'resolution' | 'concern' | 'organ'
  source_number: string | null
  organ_id: string
  stable: boolean
  checks: Json
  catalogue_item: string
  state: 'need' | 'budgeted' | 'call' | 'offersEvaluated' | 'contracted' | 'running' | 'accepted' | 'paid' | 'evaluated' | 'stopped'
  prepared_by: string | null
  prepared_post: string
  budget_cents: number | null
  budget_reference: string | null
  support_id: string | null
  criteria: NullableJson
  call_opened_on: string | null
  call_until: Date | null
  chosen_offer: string | null
  decided_post: string | null
  decided_on: string | null
  accepted_words: string | null
  accepted_post: string | null
  accepted_on: string | null
  ended_on: string | null
  purged_on: string | null
  created_on: string
}

export interface ConversationTable {
  street_id: string
  id: string
  council_id: string
  topic: string
  title: Json
  background: Json
  community_id: string | null
  lane_id: string | null
  merged_concern_id: string | null
  state: 'preparing' | 'open' | 'closed'
  closes_on: string | null
  opened_at: Date | null
  closed_at: Date | null
  created_at: Date
  created_by_post: string | null
}

export interface CounterTable {
  street_id: string
  name: string
  value: number
}

export interface CounterClosureTable {
  street_id: string
  id: string
  from_day: string
  to_day: string
  reason: Json
}

export interface CounterDayTable {
  street_id: string
  day: string
  appointment: number
  walk_in: number
  wait_median: number | null
  wait_p90: number | null
  waited: number
  serve_median: number | null
  serve_p90: number | null
  served: number
}

export interface CounterHoursTable {
  street_id: string
  id: string
  weekday: number
  from_minute: number
  to_minute: number
  slot_minutes: number
  capacity: number
  services: Generated<string[]>
  since: string
  until: string | null
}

export interface CourseTable {
  street_id: string
  id: string
  organ_id: string
  module: 'publicManagement' | 'communityLeadership' | 'organisationCapacity' | 'earlyChildhood' | 'vocationalSkills' | 'localLife'
  state: 'draft' | 'open' | 'running' | 'closed' | 'cancelled'
  title: Json
  description: Json
  requirements: NullableJson
  minimum: number
  seats: number
  speaks: string[]
  children: 'none' | 'childcare' | 'together'
  child_places: number
  carers: number
  approval: boolean
  next_turn: Generated<number>
  shares: NullableJson
  began: NullableJson
  told_below_at: Date | null
  because: NullableJson
  partners: Json
  created_by_post: string | null
  created_at: Date
  opened_at: Date | null
  closed_at: Date | null
}

export interface CourseAwardTable {
  street_id: string
  course_id: string
  person_id: string
  state: 'offered' | 'taken' | 'declined'
  channel: 'phone' | 'paper' | null
  certificate_id: string | null
  offered_by_post: string | null
  offered_at: Date
  answered_at: Date | null
}

export interface CourseEvaluationTable {
  street_id: string
  course_id: string
  claim_hash: Buffer
  content: number
  usefulness: number
  place: number
  words_sealed: Buffer | null
  channel: 'phone' | 'paper'
  on_day: string
}

export interface CourseLecturerTable {
  street_id: string
  course_id: string
  lecturer_id: string
}

export interface CourseMaterialTable {
  street_id: string
  id: string
  course_id: string
  session_id: string | null
  title: Json
  body: NullableJson
  file_id: string | null
  public: boolean
  position: number
  by_post: string | null
  saved_at: Date
}

export interface CourseResultTable {
  street_id: string
  course_id: string
  kind: 'after' | 'later' | 'evaluation'
  sums: Json
  made_on: string
}

export interface CourseSessionTable {
  street_id: string
  id: string
  course_id: string
  number: number
  topic: NullableJson
  starts_at: Date
  ends_at: Date
  lecturer_id: string | null
  cancelled_because: NullableJson
  sequence: Generated<number>
  changed_at: Date
}

export interface DataRequestTable {
  street_id: string
  id: string
  person_id: string
  kind: 'correction' | 'copy' | 'deletion' | 'objection'
  words_sealed: Buffer
  state: 'open' | 'done' | 'refused'
  answer_sealed: Buffer | null
  answered_by: string | null
  created_at: Date
  due_on: string
  answered_at: Date | null
}

export interface DelegateHoursTable {
  street_id: string
  term_id: string
  words: string
  changed_at: Date
}

export interface DeliveryTable {
  street_id: string
  id: string
  message_id: string
  channel: 'sms' | 'mail'
  state: 'waiting' | 'sent' | 'failed'
  attempts: Generated<number>
  not_before: Date
  sent_at: Date | null
  to_sealed: Buffer | null
}

export interface DeputyTable {
  street_id: string
  id: string
  council_id: string
  bench: 'newcomers' | 'locals'
  term_id: string
  from_day: string
  to_day: string | null
}

export interface DeviceTable {
  street_id: string
  person_id: string
  device_hash: Buffer
  label: string
  first_seen_at: Date
  seen_at: Date
}

export interface DisputeTable {
  street_id: string
  id: string
  topic: string
  state: 'otherSideAsked' | 'declined' | 'bothAgreed' | 'mediatorsAccepted' | 'sessions' | 'agreement' | 'noAgreement' | 'followUp' | 'closed' | 'stopped' | 'referred'
  requester_person_id: string | null
  other_person_id: string | null
  words_sealed: Buffer | null
  other_name_sealed: Buffer | null
  other_phone_sealed: Buffer | null
  answer_sealed: Buffer | null
  code_hash: Buffer | null
  mixed: boolean | null
  requester_accepted: Generated<boolean>
  other_accepted: Generated<boolean>
  requester_refusals: Generated<number>
  other_refusals: Generated<number>
  agreement_sealed: Buffer | null
  agreed_on: string | null
  signed_on: string | null
  follow_up_on: string | null
  requester_kept: 'yes' | 'partly' | 'no' | null
  other_kept: 'yes' | 'partly' | 'no' | null
  asked_on: string | null
  requested_on: string
  ended_on: string | null
  blanked_at: Date | null
}

export interface DisputeMediatorTable {
  street_id: string
  dispute_id: string
  person_id: string
  out: Generated<boolean>
  proposed_at: Date
}

export interface DrawTable {
  street_id: string
  id: string
  council_id: string
  state: 'open' | 'closed' | 'impossible' | 'ready' | 'drawn' | 'finished' | 'cancelled'
  seats_newcomers: number
  seats_locals: number
  substitutes: number
  by_community: boolean
  by_age: boolean
  opened_at: Date
  closes_on: string
  closed_at: Date | null
  respondents: string | null
  categories: string | null
  commitment: string | null
  lottery: NullableJson
  report: NullableJson
  conflict: NullableJson
  ready_at: Date | null
  drawn_by: 'dice' | 'seed' | null
  seed: string | null
  number: number | null
  drawn_at: Date | null
}

export interface DrawChoiceTable {
  street_id: string
  draw_id: string
  person_id: string
  bench: 'newcomers' | 'locals' | null
  age_band: '18-34' | '35-59' | '60+' | null
  stays_out: Generated<boolean>
  at: Date
}

export interface DrawRowTable {
  street_id: string
  draw_id: string
  row: number
  person_id: string
  bench: 'newcomers' | 'locals'
}

export interface EngagementTable {
  street_id: string
  person_id: string
  kind: 'shift' | 'class' | 'meeting' | 'duty' | 'mentoring'
  thing_id: string
  starts_at: Date
  ends_at: Date
  title: Json
  place: NullableJson
  link: string
  cancelled: Generated<boolean>
  sequence: Generated<number>
  changed_at: Date
}

export interface EnrolledChildTable {
  street_id: string
  id: string
  enrolment_id: string
  nickname_sealed: Buffer
  age: 'under3' | '3to5' | '6to8' | '9to12'
  collects_sealed: Buffer
}

export interface EnrolmentTable {
  street_id: string
  id: string
  course_id: string
  person_id: string
  turn: number
  state: 'waiting' | 'offered' | 'placed' | 'left' | 'declined' | 'passed'
  offered_until: Date | null
  asked_before: boolean
  approval: 'none' | 'pending' | 'given' | 'refused'
  approval_reason_sealed: Buffer | null
  approved_at: Date | null
  approved_by_post: string | null
  speaks: string | null
  channel: 'phone' | 'desk' | 'paper'
  entered_by_post: string | null
  enrolled_at: Date
  held: number | null
  attended: number | null
  completed: boolean | null
}

export interface ErasureTable {
  street_id: string
  id: string
  subject: 'person' | 'case' | 'concern' | 'file' | 'check-in' | 'visitWords'
  subject_id: string
  at: Date
}

export interface FindingTable {
  street_id: string
  id: string
  source: string
  from_id: string
  kind: string
  lane_id: string
  words_sealed: Buffer | null
  on_day: string
  state: 'sent' | 'reported' | 'checked' | 'forwarded' | 'fixed' | 'notFound' | 'referred'
  report_id: string | null
  number: string | null
  answer: string | null
  ended_on: string | null
}

export interface FrozenFigureTable {
  street_id: string
  figure: string
  period: string
  counts: Json
  made_on: string
}

export interface GroupChoiceTable {
  street_id: string
  id: string
  person_id: string
  choice: 'newcomer' | 'local' | 'unstated'
  at: Date
}

export interface HandoverTable {
  street_id: string
  id: string
  appointment_id: string
  item_kind: string
  item_id: string
  to_post: string
  at: Date
  by_person: string | null
}

export interface HandoverNoteTable {
  street_id: string
  term_id: string
  words_sealed: Buffer
  changed_at: Date
}

export interface HazardTable {
  street_id: string
  id: string
  number: string
  kind: string
  community_id: string | null
  lane_id: string | null
  words_sealed: Buffer | null
  public_words: string | null
  person_id: string | null
  claim_hash: Buffer | null
  source: 'resident' | 'patrol' | 'open311'
  state: 'reported' | 'checked' | 'sent' | 'fixed' | 'notFound' | 'referred'
  department: string | null
  department_post: string | null
  answer: string | null
  reopened: Generated<number>
  back: Generated<boolean>
  reported_on: string
  due_on: string | null
  ended_on: string | null
  clock_from: string | null
  escalated: Generated<number>
}

export interface HazardEventTable {
  street_id: string
  id: string
  hazard_id: string
  seq: number
  kind: 'reported' | 'checked' | 'sent' | 'transferred' | 'fixed' | 'notFound' | 'referred' | 'reopened' | 'escalated'
  words: string | null
  by_post: string | null
  on_day: string
  level: number | null
  department: string | null
}

export interface HazardPhotoTable {
  street_id: string
  id: string
  hazard_id: string
  file_id: string
  width: number
  height: number
  covered_by: 'sender' | 'desk' | null
  on_day: string
}

export interface HonourStoryTable {
  street_id: string
  id: string
  nomination_id: string
  title_sealed: Buffer
  text_sealed: Buffer
  published: Generated<boolean>
  channel: 'phone' | 'paper' | null
  offered_on: string
  published_on: string | null
}

export interface HoursAuditTable {
  street_id: string
  month: string
  commitment: string
  committed_at: Date
  closed_seed: Buffer
  seed: string | null
  list: string[] | null
  wanted: number | null
  drawn_at: Date | null
}

export interface HoursAuditEntryTable {
  street_id: string
  month: string
  name: string
  entry_id: string | null
  outcome: 'held' | 'failed' | 'notReached' | null
  checked_by_post: string | null
  checked_at: Date | null
}

export interface HoursConfirmationTable {
  street_id: string
  entry_id: string
  confirmed_by: string | null
  role: 'sameShift' | 'served'
  channel: 'phone' | 'paper'
  entered_by_post: string | null
  confirmed_at: Date
}

export interface HoursEntryTable {
  street_id: string
  id: string
  reverses: string | null
  person_id: string
  shift_id: string
  presence_id: string
  starts_at: Date
  ends_at: Date
  minutes: number
  evidence: 'code' | 'paper'
  channel: 'phone' | 'paper'
  paper_id: string | null
  entered_by_post: string | null
  reason: 'own' | 'declined' | 'audit' | 'mistake' | null
  made_at: Date
}

export interface HoursPairTable {
  street_id: string
  month: string
  low_id: string
  high_id: string
  confirmer_id: string
}

export interface HoursPaperTable {
  street_id: string
  id: string
  shift_id: string
  file_id: string
  filed_by_post: string
  filed_at: Date
}

export interface HouseholdTable {
  street_id: string
  id: string
  created_at: Date
}

export interface HouseholdInvitationTable {
  street_id: string
  id: string
  household_id: string
  code_hash: Buffer
  expires_at: Date
}

export interface HouseholdMemberTable {
  street_id: string
  household_id: string
  person_id: string
  joined_at: Date
  confirmed_at: Date | null
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

export interface InductionPageTable {
  street_id: string
  person_id: string
  page: 'charter' | 'speaking' | 'visiting'
  done_at: Date
}

export interface InterestDeclarationTable {
  street_id: string
  id: string
  person_id: string
  kind: 'paidBy' | 'landlord' | 'other'
  organ_id: string | null
  party_sealed: Buffer | null
  since: string
  ended_on: string | null
}

export interface JointActivityTable {
  street_id: string
  id: string
  title: Json
  what: Json
  place: NullableJson
  community_id: string | null
  starts_at: Date
  ends_at: Date
  state: Generated<'planned' | 'done' | 'cancelled'>
  came_of: NullableJson
  because: NullableJson
  planned_by: string
  created_at: Date
}

export interface JointItemTable {
  street_id: string
  kind: 'activity' | 'course' | 'contract' | 'jointActivity' | 'round'
  thing_id: string
  title: Json
  link: string
  on_day: string
}

export interface JointPartyTable {
  street_id: string
  kind: string
  thing_id: string
  organ_id: string
  host: Generated<boolean>
  role: Json
}

export interface JournalEntryTable {
  street_id: string
  leaf_id: string
  name: string
  salt: Buffer | null
  value: string | null
  about: string | null
  erased_at: Date | null
}

export interface JournalHeadTable {
  street_id: string
  size: number
  root: Buffer
  at: Date
  signature: Buffer
}

export interface JournalLeafTable {
  street_id: string
  id: string
  kind: string
  at: Date
  commitments: Json
  leaf_hash: Buffer
  date_only: Generated<boolean>
  index: number | null
}

export interface JournalNodeTable {
  street_id: string
  level: number
  index: number
  hash: Buffer
}

export interface LandscapeTable {
  street_id: string
  id: string
  conversation_id: string
  number: number
  voters: number
  counts: Json
  published: Json
  axes: Json
  made_at: Date
}

export interface LaneTable {
  street_id: string
  id: string
  community_id: string
  name: Json
}

export interface LanePopulationTable {
  street_id: string
  lane_id: string
  counted_on: string
  newcomers: number
  locals: number
  source: string
}

export interface LeaveTable {
  street_id: string
  id: string
  appointment_id: string
  from_day: string
  to_day: string
  stand_in: string | null
  note_sealed: Buffer | null
}

export interface LeavingTable {
  street_id: string
  id: string
  person_id: string
  started_at: Date
  closes_at: Date
  cancelled_at: Date | null
  closed_at: Date | null
}

export interface LecturerTable {
  street_id: string
  id: string
  source: 'government' | 'company' | 'socialOrganisation' | 'university'
  organ_id: string | null
  affiliation: NullableJson
  person_id: string | null
  guest_name_sealed: Buffer | null
  guest_agreed_on: string | null
  skills: Json
  speaks: Generated<string[]>
  ended_on: string | null
  created_at: Date
}

export interface MediationSessionTable {
  street_id: string
  id: string
  dispute_id: string
  at: Date
  place_sealed: Buffer
  held: Generated<boolean>
}

export interface MeetingTable {
  street_id: string
  id: string
  council_id: string
  number: number | null
  kind: 'ordinary' | 'extraordinary' | 'practice'
  state: 'planned' | 'notified' | 'open' | 'closed' | 'minutesDraft' | 'minutesApproved' | 'published' | 'cancelled'
  starts_at: Date
  ends_at: Date
  place: string
  charter_version_id: string | null
  created_at: Date
  created_by_post: string | null
}

export interface MeetingAttendanceTable {
  street_id: string
  meeting_id: string
  person_id: string
  bench: 'newcomers' | 'locals' | null
  state: 'present' | 'excused' | 'absent'
  came_at: Date | null
  left_at: Date | null
}

export interface MeetingEventTable {
  street_id: string
  meeting_id: string
  number: number
  at: Date
  command: string
  step: number
  kind: string
  by_person: string | null
  event: Json
}

export interface MeetingInvitationTable {
  street_id: string
  meeting_id: string
  person_id: string
  seat_as: 'chair' | 'newcomers' | 'locals' | 'substitute'
  sent_at: Date
  answer: 'coming' | 'excused' | null
  excuse: 'work' | 'care' | 'health' | 'away' | 'other' | null
  answered_at: Date | null
  children: number
  interpreter: string | null
  entered_by_post: string | null
}

export interface MeetingPlanTable {
  street_id: string
  meeting_id: string
  childcare: boolean
  interpreters: string[]
  poll_id: string | null
  request_id: string | null
  notified_at: Date | null
  sequence: number
  changed_at: Date
  cancelled_at: Date | null
  cancelled_because: string | null
}

export interface MeetingPollTable {
  street_id: string
  id: string
  council_id: string
  kind: 'ordinary' | 'extraordinary' | 'practice'
  place: string
  closes_at: Date
  state: 'open' | 'chosen' | 'dropped'
  request_id: string | null
  created_at: Date
  created_by_post: string
}

export interface MeetingPollAnswerTable {
  street_id: string
  poll_id: string
  number: number
  person_id: string
  answer: 'yes' | 'ifNeeded' | 'no'
  answered_at: Date
}

export interface MeetingPollSlotTable {
  street_id: string
  poll_id: string
  number: number
  starts_at: Date
  ends_at: Date
  chosen: boolean
}

export interface MeetingRequestTable {
  street_id: string
  id: string
  council_id: string
  reason: string
  created_at: Date
  reached_at: Date | null
  meeting_id: string | null
}

export interface MeetingRequestBackerTable {
  street_id: string
  request_id: string
  person_id: string
  backed_at: Date
}

export interface MeetingSignInTable {
  street_id: string
  meeting_id: string
  person_id: string
  came_at: Date
  left_at: Date | null
  how: 'code' | 'list' | 'chair'
}

export interface MentoringGoalTable {
  street_id: string
  id: string
  pair_id: string
  words_sealed: Buffer
  reached: Generated<boolean>
}

export interface MentoringMeetingTable {
  street_id: string
  id: string
  pair_id: string
  starts_at: Date
  ends_at: Date
  place_sealed: Buffer
  state: 'planned' | 'held' | 'calledOff'
}

export interface MentoringPairTable {
  street_id: string
  id: string
  mentor_person_id: string
  learner_person_id: string
  skill: string
  languages: string[]
  times: string[]
  organ_id: string | null
  state: 'proposed' | 'agreed' | 'closed' | 'declined' | 'expired'
  mentor_yes: Generated<boolean>
  learner_yes: Generated<boolean>
  proposed_at: Date
  answer_by: string
  agreed_on: string | null
  closed_on: string | null
  because: 'reached' | 'time' | 'moved' | 'other' | 'another' | null
}

export interface MentoringProfileTable {
  street_id: string
  id: string
  person_id: string
  side: 'mentor' | 'learner'
  skills: string[]
  languages: string[]
  times: string[]
  places: number
  organ_id: string | null
  channel: 'phone' | 'paper'
  entered_by_post: string | null
  since: Date
  saved_at: Date
}

export interface MergedConcernTable {
  street_id: string
  id: string
  council_id: string
  number: number
  concern_id: string
  title: string
  shared: string
  topic: string
  state: 'together' | 'apart'
  begun_on: string
  ended_on: string | null
  by_post: string | null
}

export interface MergedPartTable {
  street_id: string
  id: string
  merged_id: string
  concern_id: string
  position: number
  dropped: Generated<string[]>
  added_on: string
  added_by_post: string | null
  object_by: string
  answer: 'agreed' | 'objected' | null
  answered_on: string | null
  objection_sealed: Buffer | null
  ended_on: string | null
  ended_because: 'objected' | 'undone' | null
}

export interface MessageTable {
  street_id: string
  id: string
  person_id: string
  template: string
  params: ColumnType<any, string | undefined, string>
  link: Generated<string>
  urgent: Generated<boolean>
  created_at: Date
  read_at: Date | null
}

export interface MessageChoiceTable {
  street_id: string
  person_id: string
  sms: Generated<boolean>
  mail: Generated<boolean>
  mail_sealed: Buffer | null
  changed_at: Date
}

export interface MinutesTable {
  street_id: string
  meeting_id: string
  written_at: Date
  paragraphs: Json
  due_day: string
  approved_at: Date | null
  approved_in: string | null
  published_at: Date | null
}

export interface MinutesChangeTable {
  street_id: string
  meeting_id: string
  number: number
  paragraph: string
  behind: string | null
  before: NullableJson
  after: NullableJson
  because: string
  changed_at: Date
  changed_by_post: string
}

export interface MinutesConfirmationTable {
  street_id: string
  meeting_id: string
  person_id: string
  confirmed_at: Date
}

export interface ModelShiftTable {
  street_id: string
  id: string
  day: string
  from_minute: number
  to_minute: number
  person_id: string | null
}

export interface MotionTable {
  street_id: string
  id: string
  council_id: string
  state: 'draft' | 'seekingSupport' | 'filed' | 'admitted' | 'returned' | 'onAgenda' | 'moved' | 'seconded' | 'debated' | 'putToVote' | 'carried' | 'rejected' | 'postponed' | 'referred' | 'withdrawn'
  kind: 'ordinary' | 'charter' | 'money' | 'exclusion' | 'person'
  origin: 'delegate' | 'residents'
  author_id: string | null
  bench: 'newcomers' | 'locals' | null
  year: number | null
  number: number | null
  title: Json
  reasons: Json
  summary: NullableJson
  lines: string[]
  translation: string[] | null
  draft_sealed: Buffer | null
  version: Generated<number>
  doer: Json
  by_day: string | null
  cost_cents: number | null
  roles: ColumnType<any, string | undefined, string>
  about_organ: string | null
  excluded_term: string | null
  lane_id: string | null
  charter_version_id: string | null
  conversation_id: string | null
  statement_ids: Generated<string[]>
  merged_concern_id: string | null
  exempt_as: 'unequalTreatment' | 'safety' | 'unpaidWages' | null
  ground: 'met' | 'exempt' | 'notYet' | 'notRequired' | null
  ground_figures: NullableJson
  supporters: number | null
  created_at: Date
  seeking_at: Date | null
  support_until: string | null
  reminded_on: string | null
  filed_on: string | null
  screen_by: string | null
  screen_alarm_on: string | null
  screened_on: string | null
  screened_by_post: string | null
  return_reason: NullableJson
  appeal_until: string | null
  appealed_on: string | null
  appeal_words: string | null
  appeal_outcome: 'upheld' | 'dismissed' | null
  procedure: NullableJson
  meetings_waited: Generated<number>
  meeting_id: string | null
  decided_on: string | null
  outcome: NullableJson
}

export interface MotionCosignTable {
  street_id: string
  motion_id: string
  seat_term_id: string
  person_id: string
  bench: 'newcomers' | 'locals' | null
  signed_on: string
}

export interface MotionEventTable {
  street_id: string
  motion_id: string
  seq: number
  kind: string
  at: Date
  by_post: string | null
  by_author: Generated<boolean>
  meeting_id: string | null
  details: ColumnType<any, string | undefined, string>
}

export interface MotionOpinionTable {
  street_id: string
  id: string
  motion_id: string
  organ_id: string
  post_id: string
  words: string
  given_on: string
}

export interface MotionSupportTable {
  street_id: string
  motion_id: string
  person_id: string
  group: string | null
  supported_on: string
  sheet: string | null
  entered_by: string | null
  confirmed_on: string | null
}

export interface MotionVersionTable {
  street_id: string
  motion_id: string
  version: number
  lines: string[]
  from_day: string
  amendment_id: string | null
}

export interface NoisyFigureTable {
  street_id: string
  indicator: string
  measure: string
  period: string
  epsilon_percent: number
  counts: Json
  released_on: string
  released_by: string
}

export interface NominationTable {
  street_id: string
  id: string
  round_id: string
  category: string
  by_whom: 'self' | 'peer' | 'organ'
  channel: 'phone' | 'paper'
  nominator_id: string | null
  nominator_organ: string | null
  nominee_id: string | null
  name_sealed: Buffer | null
  phone_sealed: Buffer | null
  deeds_sealed: Buffer | null
  alias_sealed: Buffer | null
  shown_as: Generated<'name' | 'alias' | 'none'>
  signed_on: string | null
  state: 'asked' | 'agreed' | 'proposed' | 'notProposed' | 'awarded' | 'postponed'
  reason_sealed: Buffer | null
  decided_by: string | null
  decided_on: string | null
  nominated_on: string
  agreed_on: string | null
  ended_on: string | null
}

export interface NominationReviewTable {
  street_id: string
  id: string
  nomination_id: string
  reviewer_id: string | null
  reviewer_post: string
  recommends: boolean
  words_sealed: Buffer
  written_at: Date
}

export interface NoticeTable {
  street_id: string
  id: string
  organ_id: string
  title: Json
  body: Json
  audience: Generated<'everyone' | 'residents' | 'staff'>
  community_id: string | null
  published_at: Date | null
  published_by: string | null
  until_day: string | null
  withdrawn_at: Date | null
  created_at: Date
}

export interface NoticePassingTable {
  street_id: string
  notice_id: string
  post_id: string
  on_day: string
  asked: string | null
  answer: string | null
  answered_on: string | null
}

export interface NumberChangeTable {
  street_id: string
  id: string
  person_id: string
  first_staff: string
  second_staff: string | null
  new_phone_sealed: Buffer
  new_phone_hash: Buffer
  reason: string
  requested_at: Date
  approved_at: Date | null
  sensitive_from: Date | null
  refused_at: Date | null
}

export interface OrganTable {
  street_id: string
  id: string
  kind: 'station' | 'council' | 'corps' | 'school' | 'branch' | 'streetOffice' | 'department' | 'socialOrganisation' | 'statutoryBody' | 'partner'
  party: 'government' | 'social' | 'residents'
  name: Json
  summary: NullableJson
  parent_id: string | null
  approval: string | null
  place: string | null
  contact: string | null
  key: string | null
  public: Generated<boolean>
  started_on: string
  ended_on: string | null
}

export interface PaperCountTable {
  street_id: string
  box_id: string
  bench: 'newcomers' | 'locals'
  counted_by: string
  papers: number
  marks: number[]
  blank: number
  invalid: number
  preferences: string | null
  counted_on: string
}

export interface PaperPrintTable {
  street_id: string
  id: string
  conversation_id: string
  number: number
  cards: number
  statement_ids: string[]
  printed_at: Date
  printed_by_post: string | null
}

export interface ParityAlarmTable {
  street_id: string
  council_id: string
  kind: 'roster' | 'attendance'
  matter_id: string
  raised_on: string
  ended_on: string | null
}

export interface PasskeyTable {
  street_id: string
  id: string
  person_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: Generated<string[]>
  label: string
  created_at: Date
  used_at: Date | null
}

export interface PasskeyChallengeTable {
  street_id: string
  id: string
  person_id: string | null
  challenge: string
  purpose: string
  expires_at: Date
}

export interface PathModelTable {
  street_id: string
  wave_id: string
  boxes: string
  result: Json
  made_on: string
}

export interface PatrolArmbandTable {
  street_id: string
  team_id: string
  number: string
}

export interface PatrolBriefedTable {
  street_id: string
  round_id: string
  person_id: string
}

export interface PatrolCheckpointTable {
  street_id: string
  id: string
  route_id: string
  place: Json
  lane_id: string
  position: number
}

export interface PatrolRoundTable {
  street_id: string
  id: string
  team_id: string
  shift_id: string
  route_id: string
  on_day: string
}

export interface PatrolRouteTable {
  street_id: string
  id: string
  team_id: string
  name: Json
  created_at: Date
  ended_on: string | null
}

export interface PatrolTickTable {
  street_id: string
  round_id: string
  checkpoint_id: string
  done: boolean
}

export interface PersonTable {
  street_id: string
  id: string
  name_sealed: Buffer
  name_tokens: Generated<string[]>
  phone_sealed: Buffer | null
  phone_hash: Buffer | null
  phone_seen_at: Date | null
  pin_hash: string | null
  language: Generated<string>
  appearance: Generated<'normal' | 'large' | 'contrast'>
  state: Generated<'active' | 'closing' | 'closed'>
  origin: Generated<'self' | 'desk' | 'paper' | 'import' | 'demo' | 'setup'>
  created_at: Date
  last_used_at: Date
  warned_at: Date | null
  closed_at: Date | null
  share_until: Date | null
}

export interface PostTable {
  street_id: string
  id: string
  organ_id: string
  kind: string
  name: Json
  seats: Generated<number>
  lane_id: string | null
  community_id: string | null
  supervisor_post_id: string | null
  ended_on: string | null
}

export interface ProfileTable {
  street_id: string
  person_id: string
  home_county: string | null
  dialects: Generated<string[]>
  community_id: string | null
  address_sealed: Buffer | null
  changed_at: Date
}

export interface ProjectContractTable {
  street_id: string
  project_id: string
  organ_id: string
  content: string
  quantity: string
  quality: string
  cents: number
  settlement: string
  duties: string
  breach: string
  starts_on: string
  ends_on: string
  signed_on: string
  published_on: string
}

export interface ProxyTable {
  street_id: string
  id: string
  person_id: string
  agent_id: string | null
  agent_name_sealed: Buffer
  relation: string
  scope: string
  basis: string
  given_at: Date
  ends_on: string | null
  withdrawn_at: Date | null
}

export interface PublishedOfficeTable {
  street_id: string
  id: string
  organ_id: string
  kind: 'secretary' | 'deputy' | 'organiser' | 'publicist'
  name_sealed: Buffer
  since: string
}

export interface RatingTable {
  street_id: string
  id: string
  case_id: string | null
  ticket_id: string | null
  person_id: string | null
  service_key: string
  level: number
  words_sealed: Buffer | null
  may_call: Generated<boolean>
  channel: 'phone' | 'code'
  quarter: string
  mis_rated: Generated<boolean>
  at: Date
}

export interface RatingCodeTable {
  street_id: string
  id: string
  code_hash: Buffer
  case_id: string | null
  ticket_id: string | null
  valid_until: string
}

export interface RatingCountTable {
  street_id: string
  quarter: string
  service_key: string
  level: number
  count: number
}

export interface RatingFollowUpTable {
  street_id: string
  id: string
  rating_id: string
  owner_post: string | null
  state: 'open' | 'verified' | 'fixed' | 'calledBack' | 'closed'
  call_by: string
  fix_by: string
  called_at: Date | null
  fixed_at: Date | null
  called_back_at: Date | null
  closed_at: Date | null
  outcome: 'fixed' | 'explained' | 'notReached' | 'misRated' | null
  answer_sealed: Buffer | null
  opened_at: Date
  escalated: Generated<number>
}

export interface RatingFollowUpEventTable {
  street_id: string
  id: string
  follow_up_id: string
  kind: string
  by_post: string | null
  words_sealed: Buffer | null
  at: Date
}

export interface ReportTemplateTable {
  street_id: string
  id: string
  name: string
  file_id: string
  cells: number
  by_person: string | null
  at: Date
}

export interface ResidenceLevelTable {
  street_id: string
  id: string
  person_id: string
  level: 'attested' | 'confirmed'
  community_id: string
  confirmer_post: string | null
  second_confirmer: string | null
  on_day: string
  valid_until: string
  recheck: Generated<boolean>
  rechecked_by: string | null
  ended_at: Date | null
}

export interface ResolutionTable {
  street_id: string
  id: string
  council_id: string
  year: number
  number: number
  source: 'motion' | 'allocation'
  source_id: string
  meeting_id: string | null
  title: Json
  decided: string[]
  translation: string[] | null
  doer: Generated<string>
  wanted_by: string | null
  state: 'adopted' | 'underway' | 'awaitingReply' | 'done' | 'refused' | 'reviewed'
  power: 'own' | 'advice' | null
  addressee_organ: string | null
  reasons: string | null
  adopted_on: string
  publish_by: string
  published_on: string | null
  alarmed_on: string | null
  reply_from: string | null
  reply_days: number | null
  reply_by: string | null
  reply: 'accepted' | 'partly' | 'refused' | null
  reply_words: string | null
  reply_law: string | null
  replied_on: string | null
  silent_on: string | null
  escalated: Generated<number>
  closed_on: string | null
  review_on: string | null
  review_asked_on: string | null
  reviewed_on: string | null
}

export interface ResolutionConcernTable {
  street_id: string
  resolution_id: string
  concern_id: string
  asked_on: string | null
  solved: 'yes' | 'partly' | 'no' | null
  answered_on: string | null
}

export interface ResolutionEventTable {
  street_id: string
  id: string
  resolution_id: string
  seq: number
  kind: string
  task_id: string | null
  by_post: string | null
  words: Generated<string>
  on_day: string
}

export interface ResolutionTaskTable {
  street_id: string
  id: string
  resolution_id: string
  position: number
  what: string
  owner_post: string
  from_day: string
  days: number
  due_on: string
  state: 'open' | 'done' | 'refused'
  escalated: Generated<number>
  ended_on: string | null
  outcome: string | null
  law: string | null
  case_number: string | null
  contract_number: string | null
}

export interface RoomUseTable {
  street_id: string
  id: string
  room_id: string
  kind: 'session' | 'studyGroup'
  thing_id: string
  starts_at: Date
  ends_at: Date
}

export interface RosterGapTable {
  street_id: string
  proposal_id: string
  shift_id: string
  missing: number
  because: Json
}

export interface RosterLineTable {
  street_id: string
  id: string
  proposal_id: string
  shift_id: string
  person_id: string
  because: Json
  state: 'proposed' | 'asked' | 'accepted' | 'declined' | 'over'
}

export interface RosterProposalTable {
  street_id: string
  id: string
  team_id: string
  week: string
  state: 'computing' | 'ready' | 'nothingOpen'
  proven: Generated<boolean>
  asked_by_post: string
  created_at: Date
}

export interface SchoolRoomTable {
  street_id: string
  id: string
  name: Json
  capacity: number
  step_free: boolean
  closed_on: string | null
}

export interface SeatTable {
  street_id: string
  id: string
  council_id: string
  bench: 'newcomers' | 'locals' | null
  number: number
  ended_on: string | null
}

export interface SeatAbsenceTable {
  street_id: string
  term_id: string
  meeting_id: string
  excused: boolean
  day: string
}

export interface SeatCallTable {
  street_id: string
  id: string
  council_id: string
  bench: 'newcomers' | 'locals' | null
  way: 'election' | 'nomination'
  rule: 'approval' | 'scottish' | null
  seats: number
  state: 'open' | 'notice' | 'voting' | 'filled' | 'cancelled'
  opened_at: Date
  candidates_until: string
  notice_until: string | null
  closed_at: Date | null
}

export interface SeatCandidateTable {
  street_id: string
  id: string
  call_id: string
  person_id: string
  proposed_by: 'self' | 'resident' | 'organ'
  organ_id: string | null
  statement_sealed: Buffer | null
  state: 'proposed' | 'standing' | 'declined' | 'withdrawn' | 'chosen' | 'notChosen'
  created_at: Date
}

export interface SeatObjectionTable {
  street_id: string
  id: string
  candidate_id: string
  person_id: string
  words_sealed: Buffer
  answer_sealed: Buffer | null
  upheld: boolean | null
  made_at: Date
  answered_at: Date | null
}

export interface SeatOfferTable {
  street_id: string
  id: string
  council_id: string
  bench: 'newcomers' | 'locals' | null
  person_id: string | null
  place: number
  way: 'sortition' | 'election' | 'nomination' | 'office'
  draw_id: string | null
  row: number | null
  call_id: string | null
  state: 'waiting' | 'offered' | 'accepted' | 'declined' | 'lapsed' | 'ended'
  moved_up: Generated<boolean>
  seat_id: string | null
  answer_by: string | null
  answered_on: string | null
  created_at: Date
}

export interface SeatTermTable {
  street_id: string
  id: string
  seat_id: string
  appointment_id: string
  person_id: string
  from_day: string
  to_day: string
  way: 'sortition' | 'election' | 'nomination' | 'substitute' | 'office'
  ended_because: 'lapsed' | 'resigned' | 'left' | 'excluded' | 'seatEnded' | null
  oath_on: string | null
  created_at: Date
  full_to_day: string | null
}

export interface SecretBallotTable {
  street_id: string
  id: string
  council_id: string
  kind: 'motion' | 'seats' | 'own'
  motion_id: string | null
  call_id: string | null
  meeting_id: string | null
  title: Json
  answers: Json
  least: number
  most: number
  seats: number | null
  rule: 'motion' | 'approval' | 'scottish'
  voters: 'delegates' | 'residents'
  state: 'setUp' | 'trusteesReady' | 'open' | 'closed' | 'tallied' | 'published' | 'setAside'
  charter_version_id: string
  set_up_by: string | null
  created_at: Date
  opened_at: Date | null
  closes_at: Date | null
  closed_at: Date | null
  published_at: Date | null
  result: NullableJson
  set_aside_because: string | null
  set_aside_by_post: string | null
}

export interface ServiceTable {
  street_id: string
  id: string
  key: string
  position: Generated<number>
  retired_at: Date | null
  retired_instead: NullableJson
  created_at: Date
}

export interface ServiceCaseTable {
  street_id: string
  id: string
  number: string
  code_hash: Buffer
  code_sealed: Buffer | null
  service_id: string
  version_id: string
  person_id: string | null
  agent_kind: 'guardian' | 'proxy' | 'relative' | 'handsIn' | null
  agent_person_id: string | null
  agent_sealed: Buffer | null
  channel: 'phone' | 'desk' | 'paper' | 'homeVisit' | 'onBehalf' | 'appointment'
  source: Generated<'own' | 'import' | 'open311' | 'patrol'>
  community_id: string | null
  group_at_filing: 'newcomer' | 'local' | 'unstated'
  answers_sealed: Buffer | null
  consents: ColumnType<any, string | undefined, string>
  state: 'filed' | 'accepted' | 'waitingForResident' | 'routed' | 'decided' | 'closed' | 'rated' | 'withdrawn'
  outcome: 'granted' | 'refused' | 'referred' | null
  reason: string | null
  waiting_from: string | null
  notices: Generated<number>
  reopened: Generated<number>
  returned: Generated<boolean>
  department: string
  department_accepted: Generated<boolean>
  department_number: string | null
  owner_post: string
  department_post: string | null
  external_waiting: Generated<boolean>
  lapsed: Generated<boolean>
  merged_into: string | null
  events: Generated<number>
  clock: 'acceptance' | 'department' | 'resident' | 'decision' | 'closing' | null
  due_on: string | null
  next_on: string | null
  escalated: Generated<number>
  reminded: Generated<number>
  filed_at: Date
  entered_at: Date
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  receipt_leaf: string | null
  id_purged_at: Date | null
  deidentified_at: Date | null
}

export interface ServiceDraftKeptTable {
  street_id: string
  id: string
  service_id: string
  definition: Json
  saved_at: Date
  saved_by: string | null
}

export interface ServiceProofTable {
  street_id: string
  id: string
  person_id: string
  organ_id: string
  from_day: string
  until_day: string
  minutes: number
  certificate_id: string
  issued_at: Date
}

export interface ServiceVersionTable {
  street_id: string
  id: string
  service_id: string
  version: number
  definition: Json
  state: 'draft' | 'published' | 'superseded'
  edit: Generated<number>
  search: Generated<string[]>
  note: Generated<string>
  saved_at: Date
  saved_by: string | null
  published_at: Date | null
  published_by: string | null
}

export interface ServiceWindowTable {
  street_id: string
  id: string
  number: number
  name: Json
  services: Generated<string[]>
  model: Generated<boolean>
  state: Generated<'open' | 'closed' | 'lunch'>
  covered_by: string | null
  post_id: string | null
  clerk_person_id: string | null
  languages: Generated<string[]>
  changed_at: Date
  retired_at: Date | null
}

export interface SessionTable {
  street_id: string
  id: string
  token_hash: Buffer
  person_id: string
  kind: 'open' | 'empty' | 'assisted'
  assistant_id: string | null
  matter: string | null
  second_factor_at: Date | null
  device: Generated<string>
  created_at: Date
  seen_at: Date
  expires_at: Date
  matter_kind: 'account' | 'service' | 'case' | 'concern' | 'visit' | 'hazard' | null
  matter_ref: string | null
}

export interface SessionMinutesTable {
  street_id: string
  session_id: string
  lecturer_id: string | null
  taught: string
  questions: string
  by_post: string | null
  saved_at: Date
}

export interface SetUpTable {
  street_id: string
  code_hash: Buffer
  tries: Generated<number>
  created_at: Date
  used_at: Date | null
}

export interface SettingChangeTable {
  street_id: string
  id: string
  key: string
  before: NullableJson
  after: Json
  by_post: string | null
  at: Date
}

export interface SheetImportTable {
  street_id: string
  id: string
  kind: 'residents' | 'cases'
  file_id: string | null
  rows: number
  by_person: string
  written: Generated<number>
  at: Date
  run_at: Date | null
}

export interface ShiftTable {
  street_id: string
  id: string
  activity_id: string
  starts_at: Date
  ends_at: Date
  minimum: number
  maximum: number
  special: Generated<number>
  night: boolean
  place: NullableJson
  cancelled_at: Date | null
  cancelled_because: string | null
  below_told_at: Date | null
  next_turn: Generated<number>
  created_at: Date
}

export interface ShiftNoteTable {
  street_id: string
  id: string
  organ_id: string
  post_id: string | null
  by_post: string
  person_id: string
  words_sealed: Buffer
  at: Date
}

export interface ShiftNoteReadingTable {
  street_id: string
  id: string
  note_id: string
  person_id: string
  by_post: string
  at: Date
}

export interface ShiftPresenceTable {
  street_id: string
  id: string
  shift_id: string
  person_id: string
  in_at: Date
  out_at: Date | null
  way: 'code' | 'paper'
  entered_by: string | null
  entered_by_post: string | null
  entered_at: Date
}

export interface ShiftServedTable {
  street_id: string
  shift_id: string
  person_id: string
  named_by_post: string
  named_at: Date
}

export interface SignInCodeTable {
  street_id: string
  id: string
  phone_hash: Buffer
  code_hash: Buffer
  purpose: 'code' | 'new' | 'named'
  held_sealed: Buffer | null
  tries: Generated<number>
  used_at: Date | null
  created_at: Date
  expires_at: Date
}

export interface SignInFailureTable {
  street_id: string
  id: string
  subject_hash: Buffer
  kind: string
  at: Date
}

export interface SignUpTable {
  street_id: string
  id: string
  shift_id: string
  person_id: string
  fits: string[]
  turn: number
  state: 'waiting' | 'offered' | 'placed' | 'left' | 'declined' | 'passed'
  place_kind: string | null
  offer_until: Date | null
  asked_before: Generated<boolean>
  briefed_at: Date | null
  channel: 'phone' | 'paper'
  entered_by_post: string | null
  created_at: Date
  changed_at: Date
}

export interface StanceRoundTable {
  street_id: string
  id: string
  kind: 'conversation' | 'allocation'
  opened_at: Date
  closed_at: Date | null
  key_destroyed_at: Date | null
}

export interface StatementTable {
  street_id: string
  id: string
  conversation_id: string
  number: number | null
  state: 'waiting' | 'admitted' | 'returned' | 'duplicate' | 'withdrawn'
  way: 'resident' | 'seed' | 'paper' | 'import'
  words: string | null
  translation: string | null
  words_sealed: Buffer | null
  author_id: string | null
  reason: 'unclear' | 'severalAtOnce' | 'aboutAPerson' | 'personalData' | 'insult' | 'offTopic' | 'duplicate' | null
  reason_words: Generated<string>
  same_as: string | null
  merged_concern_id: string | null
  created_at: Date
  decided_at: Date | null
  decided_by_post: string | null
}

export interface StoredFileTable {
  street_id: string
  id: string
  owner_id: string | null
  purpose: string
  place: string
  thumb_place: string | null
  media_type: string
  bytes: number
  sha256: Buffer
  name_sealed: Buffer | null
  public: Generated<boolean>
  attached_to: string | null
  attached_id: string | null
  created_at: Date
  delete_after: Date | null
}

export interface StreetTable {
  id: string
  slug: string
  name: Json
  zone: Generated<string>
  demo: Generated<boolean>
  journal_public_key: Buffer | null
  created_at: Date
}

export interface StreetEditionTable {
  street_id: string
  number: number
}

export interface StreetHostTable {
  host: string
  street_id: string
}

export interface StreetSettingTable {
  street_id: string
  key: string
  value: Json
  changed_at: Date
}

export interface StudyGroupTable {
  street_id: string
  id: string
  name: string
  summary: string
  language: string
  places: number
  open: Generated<boolean>
  state: 'running' | 'closed'
  closed_because: string | null
  closed_by_post: string | null
  started_at: Date
  closed_on: string | null
}

export interface StudyGroupMeetingTable {
  street_id: string
  id: string
  group_id: string
  starts_at: Date
  ends_at: Date
  place: string | null
  room: 'none' | 'asked' | 'given' | 'refused'
  room_id: string | null
  room_because: string | null
  room_by_post: string | null
  called_off: Generated<boolean>
}

export interface StudyGroupMemberTable {
  street_id: string
  group_id: string
  person_id: string
  called_sealed: Buffer
  leads: Generated<boolean>
  channel: 'phone' | 'paper'
  joined_at: Date
}

export interface SupportTable {
  street_id: string
  id: string
  organ_id: string
  kind: 'place' | 'money' | 'equipment' | 'people'
  what: string
  cents: number | null
  state: 'requested' | 'granted' | 'refused' | 'delivered' | 'withdrawn'
  requested_by: string | null
  requested_on: string
  due_on: string | null
  decided_by: string | null
  decided_on: string | null
  reason: string | null
  delivered_on: string | null
  outcome: string | null
  escalated: Generated<number>
  hours: number | null
  level: Generated<'street' | 'community' | 'lane'>
  received_on: string | null
  received_by: string | null
  outcome_due: string | null
  outcome_asked_on: string | null
}

export interface SurveyBoxTable {
  street_id: string
  id: string
  wave_id: string
  sealed: Buffer
}

export interface SurveyDoorTable {
  street_id: string
  id: string
  wave_id: string
  lane_id: string
  number: number
  state: 'waiting' | 'nonContact' | 'refused' | 'notEligible' | 'answered'
}

export interface SurveyFrameTable {
  street_id: string
  wave_id: string
  lane_id: string
  dwellings: number
  counted_on: string
  source: string
  drawn: number | null
  answered: number | null
  refused: number | null
  non_contact: number | null
  not_eligible: number | null
}

export interface SurveyQuestionnaireTable {
  street_id: string
  id: string
  version: number
  title: Json
  content: Json
  made_on: string
  made_by_post: string | null
}

export interface SurveyResponseTable {
  street_id: string
  id: string
  wave_id: string
  series: 'sample' | 'open'
  lane_id: string | null
  grp: 'newcomer' | 'local' | 'unstated'
  answers: Json
  completeness: 'complete' | 'partial' | 'brokenOff'
}

export interface SurveyResultTable {
  street_id: string
  wave_id: string
  counts: Json
  made_on: string
}

export interface SurveyTokenTable {
  street_id: string
  token_hash: Buffer
  wave_id: string
  door_id: string
  way: 'letter' | 'interviewer'
}

export interface SurveyWaveTable {
  street_id: string
  id: string
  title: Json
  questionnaire_id: string
  questionnaire_version: number
  state: 'planned' | 'fixed' | 'drawn' | 'open' | 'closed' | 'cancelled'
  doors: number
  least_per_lane: number
  open_link: boolean
  opens_on: string
  closes_on: string
  frame_hash: string | null
  secret: string | null
  secret_hash: string | null
  word: string | null
  drawn_on: string | null
  reminded: Generated<number>
  closed_on: string | null
  counts: NullableJson
  made_by_post: string | null
}

export interface TallyTable {
  street_id: string
  counter: string
  month: string
  community_id: string
  organ_id: string
  grp: 'newcomer' | 'local' | 'unstated' | 'all'
  detail: string
  slot: number
  n: number
  amount: number
}

export interface TaskEvidenceTable {
  street_id: string
  id: string
  task_id: string
  file_id: string
  caption: string
  added_on: string
}

export interface TeamTable {
  street_id: string
  id: string
  organ_id: string
  kind: 'corps' | 'patrol' | 'taskTeam'
  name: Json
  purpose: Json
  dialects: Generated<string[]>
  leader_post: string
  ends_on: string | null
  closed_on: string | null
  created_at: Date
}

export interface TeamMemberTable {
  street_id: string
  team_id: string
  person_id: string
  joined_at: Date
  entered_by_post: string | null
}

export interface ThankNoteTable {
  street_id: string
  id: string
  team_id: string
  sender_id: string | null
  words_sealed: Buffer
  signed_sealed: Buffer | null
  channel: 'phone' | 'paper'
  state: 'waiting' | 'published' | 'declined'
  decided_by_post: string | null
  decided_on: string | null
  sent_on: string
}

export interface TicketTable {
  street_id: string
  id: string
  day: string
  number: number
  person_id: string | null
  services: Generated<string[]>
  speaks: string | null
  channel: 'phone' | 'desk' | 'telephone' | 'appointment'
  booking_id: string | null
  appointment_at: Date | null
  code_hash: Buffer
  state: 'waiting' | 'called' | 'serving' | 'held' | 'done' | 'noShow' | 'left'
  line_at: Date
  window_id: string | null
  for_window: string | null
  served_post: string | null
  calls: Generated<number>
  drawn_at: Date
  called_at: Date | null
  ended_at: Date | null
}

export interface TicketPeriodTable {
  street_id: string
  id: string
  ticket_id: string
  kind: 'waiting' | 'called' | 'serving' | 'held'
  window_id: string | null
  started_at: Date
  ended_at: Date | null
}

export interface TicketToldTable {
  street_id: string
  ticket_id: string
}

export interface UnavailableTimeTable {
  street_id: string
  id: string
  council_id: string
  person_id: string
  weekday: number
  from_minute: number
  to_minute: number
  created_at: Date
}

export interface VisitTable {
  street_id: string
  id: string
  council_id: string
  lane_id: string
  on_day: string
  part: 'morning' | 'afternoon' | 'evening'
  topics: Generated<string[]>
  seen_sealed: Buffer | null
  times: ColumnType<any, string | undefined, string>
  aside_sealed: Buffer | null
  edit: number
  entered_by_post: string | null
  created_at: Date
  saved_at: Date
}

export interface VisitConcernTable {
  street_id: string
  visit_id: string
  concern_id: string
}

export interface VisitDelegateTable {
  street_id: string
  visit_id: string
  term_id: string
}

export interface VisitWordsTable {
  street_id: string
  id: string
  visit_id: string
  words_sealed: Buffer
  consent_version: string
  claim_hash: Buffer
  said_on: string
}

export interface VolunteerTable {
  street_id: string
  person_id: string
  available: Generated<string[]>
  near_lanes: Generated<string[]>
  nights: Generated<boolean>
  minor: Generated<boolean>
  guardian_seen_on: string | null
  guardian_seen_by: string | null
  entered_by_post: string | null
  changed_at: Date
}

export interface VolunteerSkillTable {
  street_id: string
  person_id: string
  skill: string
  verified_by: string | null
  verified_until: string | null
}

export interface VoteBurstTable {
  street_id: string
  id: string
  conversation_id: string
  began_at: Date
  votes: number
  looked_at: Date | null
  looked_by_post: string | null
}

export interface Tables {
  ability_answer: AbilityAnswerTable
  access_log: AccessLogTable
  activity: ActivityTable
  agenda: AgendaTable
  agenda_item: AgendaItemTable
  agreement: AgreementTable
  agreement_event: AgreementEventTable
  agreement_matter: AgreementMatterTable
  agreement_use: AgreementUseTable
  allocation_cost: AllocationCostTable
  allocation_ground: AllocationGroundTable
  allocation_merging: AllocationMergingTable
  allocation_objection: AllocationObjectionTable
  allocation_paper: AllocationPaperTable
  allocation_project: AllocationProjectTable
  allocation_result: AllocationResultTable
  allocation_round: AllocationRoundTable
  allocation_rules: AllocationRulesTable
  allocation_step: AllocationStepTable
  amendment: AmendmentTable
  appointment: AppointmentTable
  appointment_slot: AppointmentSlotTable
  attestation: AttestationTable
  authenticator: AuthenticatorTable
  ballot_box: BallotBoxTable
  ballot_credential: BallotCredentialTable
  ballot_part: BallotPartTable
  ballot_trustee: BallotTrusteeTable
  ballot_voter: BallotVoterTable
  bench_post: BenchPostTable
  booking: BookingTable
  calendar_day: CalendarDayTable
  calendar_feed: CalendarFeedTable
  care_recipient: CareRecipientTable
  care_visit: CareVisitTable
  care_worry: CareWorryTable
  case_bulk: CaseBulkTable
  case_document: CaseDocumentTable
  case_draft: CaseDraftTable
  case_draft_file: CaseDraftFileTable
  case_event: CaseEventTable
  case_external: CaseExternalTable
  case_figure: CaseFigureTable
  case_figure_quarter: CaseFigureQuarterTable
  case_file: CaseFileTable
  case_link: CaseLinkTable
  case_visit: CaseVisitTable
  cast_ballot: CastBallotTable
  certificate: CertificateTable
  certificate_revocation: CertificateRevocationTable
  charter_version: CharterVersionTable
  city_figure: CityFigureTable
  city_report: CityReportTable
  city_street: CityStreetTable
  class_attendance: ClassAttendanceTable
  class_post: ClassPostTable
  class_report: ClassReportTable
  class_thread: ClassThreadTable
  commendation_objection: CommendationObjectionTable
  commendation_round: CommendationRoundTable
  community: CommunityTable
  concern: ConcernTable
  concern_event: ConcernEventTable
  consent: ConsentTable
  contract_evaluation: ContractEvaluationTable
  contract_event: ContractEventTable
  contract_feedback: ContractFeedbackTable
  contract_file: ContractFileTable
  contract_milestone: ContractMilestoneTable
  contract_offer: ContractOfferTable
  contract_payment: ContractPaymentTable
  contract_project: ContractProjectTable
  conversation: ConversationTable
  counter: CounterTable
  counter_closure: CounterClosureTable
  counter_day: CounterDayTable
  counter_hours: CounterHoursTable
  course: CourseTable
  course_award: CourseAwardTable
  course_evaluation: CourseEvaluationTable
  course_lecturer: CourseLecturerTable
  course_material: CourseMaterialTable
  course_result: CourseResultTable
  course_session: CourseSessionTable
  data_request: DataRequestTable
  delegate_hours: DelegateHoursTable
  delivery: DeliveryTable
  deputy: DeputyTable
  device: DeviceTable
  dispute: DisputeTable
  dispute_mediator: DisputeMediatorTable
  draw: DrawTable
  draw_choice: DrawChoiceTable
  draw_row: DrawRowTable
  engagement: EngagementTable
  enrolled_child: EnrolledChildTable
  enrolment: EnrolmentTable
  erasure: ErasureTable
  finding: FindingTable
  frozen_figure: FrozenFigureTable
  group_choice: GroupChoiceTable
  handover: HandoverTable
  handover_note: HandoverNoteTable
  hazard: HazardTable
  hazard_event: HazardEventTable
  hazard_photo: HazardPhotoTable
  honour_story: HonourStoryTable
  hours_audit: HoursAuditTable
  hours_audit_entry: HoursAuditEntryTable
  hours_confirmation: HoursConfirmationTable
  hours_entry: HoursEntryTable
  hours_pair: HoursPairTable
  hours_paper: HoursPaperTable
  household: HouseholdTable
  household_invitation: HouseholdInvitationTable
  household_member: HouseholdMemberTable
  idempotency: IdempotencyTable
  induction_page: InductionPageTable
  interest_declaration: InterestDeclarationTable
  joint_activity: JointActivityTable
  joint_item: JointItemTable
  joint_party: JointPartyTable
  journal_entry: JournalEntryTable
  journal_head: JournalHeadTable
  journal_leaf: JournalLeafTable
  journal_node: JournalNodeTable
  landscape: LandscapeTable
  lane: LaneTable
  lane_population: LanePopulationTable
  leave: LeaveTable
  leaving: LeavingTable
  lecturer: LecturerTable
  mediation_session: MediationSessionTable
  meeting: MeetingTable
  meeting_attendance: MeetingAttendanceTable
  meeting_event: MeetingEventTable
  meeting_invitation: MeetingInvitationTable
  meeting_plan: MeetingPlanTable
  meeting_poll: MeetingPollTable
  meeting_poll_answer: MeetingPollAnswerTable
  meeting_poll_slot: MeetingPollSlotTable
  meeting_request: MeetingRequestTable
  meeting_request_backer: MeetingRequestBackerTable
  meeting_sign_in: MeetingSignInTable
  mentoring_goal: MentoringGoalTable
  mentoring_meeting: MentoringMeetingTable
  mentoring_pair: MentoringPairTable
  mentoring_profile: MentoringProfileTable
  merged_concern: MergedConcernTable
  merged_part: MergedPartTable
  message: MessageTable
  message_choice: MessageChoiceTable
  minutes: MinutesTable
  minutes_change: MinutesChangeTable
  minutes_confirmation: MinutesConfirmationTable
  model_shift: ModelShiftTable
  motion: MotionTable
  motion_cosign: MotionCosignTable
  motion_event: MotionEventTable
  motion_opinion: MotionOpinionTable
  motion_support: MotionSupportTable
  motion_version: MotionVersionTable
  noisy_figure: NoisyFigureTable
  nomination: NominationTable
  nomination_review: NominationReviewTable
  notice: NoticeTable
  notice_passing: NoticePassingTable
  number_change: NumberChangeTable
  organ: OrganTable
  paper_count: PaperCountTable
  paper_print: PaperPrintTable
  parity_alarm: ParityAlarmTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  path_model: PathModelTable
  patrol_armband: PatrolArmbandTable
  patrol_briefed: PatrolBriefedTable
  patrol_checkpoint: PatrolCheckpointTable
  patrol_round: PatrolRoundTable
  patrol_route: PatrolRouteTable
  patrol_tick: PatrolTickTable
  person: PersonTable
  post: PostTable
  profile: ProfileTable
  project_contract: ProjectContractTable
  proxy: ProxyTable
  published_office: PublishedOfficeTable
  rating: RatingTable
  rating_code: RatingCodeTable
  rating_count: RatingCountTable
  rating_follow_up: RatingFollowUpTable
  rating_follow_up_event: RatingFollowUpEventTable
  report_template: ReportTemplateTable
  residence_level: ResidenceLevelTable
  resolution: ResolutionTable
  resolution_concern: ResolutionConcernTable
  resolution_event: ResolutionEventTable
  resolution_task: ResolutionTaskTable
  room_use: RoomUseTable
  roster_gap: RosterGapTable
  roster_line: RosterLineTable
  roster_proposal: RosterProposalTable
  school_room: SchoolRoomTable
  seat: SeatTable
  seat_absence: SeatAbsenceTable
  seat_call: SeatCallTable
  seat_candidate: SeatCandidateTable
  seat_objection: SeatObjectionTable
  seat_offer: SeatOfferTable
  seat_term: SeatTermTable
  secret_ballot: SecretBallotTable
  service: ServiceTable
  service_case: ServiceCaseTable
  service_draft_kept: ServiceDraftKeptTable
  service_proof: ServiceProofTable
  service_version: ServiceVersionTable
  service_window: ServiceWindowTable
  session: SessionTable
  session_minutes: SessionMinutesTable
  set_up: SetUpTable
  setting_change: SettingChangeTable
  sheet_import: SheetImportTable
  shift: ShiftTable
  shift_note: ShiftNoteTable
  shift_note_reading: ShiftNoteReadingTable
  shift_presence: ShiftPresenceTable
  shift_served: ShiftServedTable
  sign_in_code: SignInCodeTable
  sign_in_failure: SignInFailureTable
  sign_up: SignUpTable
  stance_round: StanceRoundTable
  statement: StatementTable
  stored_file: StoredFileTable
  street: StreetTable
  street_edition: StreetEditionTable
  street_host: StreetHostTable
  street_setting: StreetSettingTable
  study_group: StudyGroupTable
  study_group_meeting: StudyGroupMeetingTable
  study_group_member: StudyGroupMemberTable
  support: SupportTable
  survey_box: SurveyBoxTable
  survey_door: SurveyDoorTable
  survey_frame: SurveyFrameTable
  survey_questionnaire: SurveyQuestionnaireTable
  survey_response: SurveyResponseTable
  survey_result: SurveyResultTable
  survey_token: SurveyTokenTable
  survey_wave: SurveyWaveTable
  tally: TallyTable
  task_evidence: TaskEvidenceTable
  team: TeamTable
  team_member: TeamMemberTable
  thank_note: ThankNoteTable
  ticket: TicketTable
  ticket_period: TicketPeriodTable
  ticket_told: TicketToldTable
  unavailable_time: UnavailableTimeTable
  visit: VisitTable
  visit_concern: VisitConcernTable
  visit_delegate: VisitDelegateTable
  visit_words: VisitWordsTable
  volunteer: VolunteerTable
  volunteer_skill: VolunteerSkillTable
  vote_burst: VoteBurstTable
}
