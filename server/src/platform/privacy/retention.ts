/**
 * How long personal data is kept (08, Retention). The settings page shows this table, the nightly job acts on it, and a test
 * compares it with the migrations: a table with personal columns and no row here fails.
 */
export interface RetentionRule {
  readonly table: string
  /** The columns that go, or the row. */
  readonly what: 'row' | readonly [string, ...string[]]
  /** `keep` is a rule too: it says that there is something, and why it stays. */
  readonly does: 'delete' | 'clear' | 'keep'
  readonly after: Span
  readonly from: RetentionEvent
  /**
   * The column that holds the moment (or day) of `from`, on rules that delete whole rows: these `forgetOld` does every night. The
   * others are done by the room that knows the event, in the transaction of the deed.
   */
  readonly since?: string
  /** The shortest a street may set it to; absent where it may not be set. */
  readonly least?: Span
  /** What a deployer may not lengthen or shorten, and why it is as it is. */
  readonly why?: string
}

export type Span = { readonly days: number } | { readonly months: number } | { readonly hours: number } | 'at once'

export type RetentionEvent =
  | 'created'
  | 'last seen'
  | 'last saved'
  | 'expired'
  | 'answered'
  | 'ended'
  | 'case closed'
  | 'account closed'
  | 'withdrawn'
  | 'erased'
  | 'left'

const days = (count: number): Span => ({ days: count })
const months = (count: number): Span => ({ months: count })

const platform: readonly RetentionRule[] = [
  {
    table: 'person',
    what: ['name_sealed', 'name_tokens', 'phone_sealed', 'phone_hash', 'pin_hash'],
    does: 'clear',
    after: 'at once',
    from: 'account closed',
    why: 'An account unused for 12 months is warned and closed 60 days later; the id stays so that counts and the journal still fit together.',
  },
  { table: 'session', what: 'row', does: 'delete', after: days(1), from: 'expired', since: 'expires_at' },
  { table: 'sign_in_code', what: 'row', does: 'delete', after: days(1), from: 'expired', since: 'expires_at' },
  { table: 'sign_in_failure', what: 'row', does: 'delete', after: days(7), from: 'created', since: 'at' },
  { table: 'device', what: 'row', does: 'delete', after: days(180), from: 'last seen', since: 'seen_at' },
  { table: 'passkey', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
  { table: 'passkey_challenge', what: 'row', does: 'delete', after: days(1), from: 'expired', since: 'expires_at' },
  { table: 'authenticator', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
  {
    table: 'journal_entry',
    what: ['salt', 'value', 'about'],
    does: 'clear',
    after: 'at once',
    from: 'erased',
    why: 'The leaf keeps a hash that says nothing without the salt, so the log still verifies.',
  },
  {
    table: 'erasure',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'erased',
    why: 'Ids of what was erased and nothing else; without them a restored backup would bring it back.',
  },
  { table: 'idempotency', what: 'row', does: 'delete', after: { hours: 72 }, from: 'created', since: 'at' },
  {
    table: 'access_log',
    what: 'row',
    does: 'delete',
    after: days(365),
    from: 'created',
    since: 'at',
    least: days(180),
    why: 'Network Security Law art. 21: logs are kept for six months at least.',
  },
  {
    table: 'stored_file',
    what: 'row',
    does: 'delete',
    after: days(180),
    from: 'case closed',
    why: 'Deleted together with the bytes, which lie outside the database; pictures of hazards when the hazard is closed.',
  },
  { table: 'message', what: 'row', does: 'delete', after: days(90), from: 'created', since: 'created_at' },
  { table: 'message_choice', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
]

const people: readonly RetentionRule[] = [
  { table: 'group_choice', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
  { table: 'profile', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
  { table: 'consent', what: 'row', does: 'delete', after: 'at once', from: 'account closed' },
  { table: 'household_member', what: 'row', does: 'delete', after: 'at once', from: 'left' },
  { table: 'proxy', what: 'row', does: 'delete', after: days(90), from: 'withdrawn', since: 'withdrawn_at' },
  { table: 'residence_level', what: 'row', does: 'delete', after: days(30), from: 'expired', since: 'valid_until' },
  { table: 'attestation', what: 'row', does: 'delete', after: days(1), from: 'expired', since: 'expires_at' },
  { table: 'number_change', what: 'row', does: 'delete', after: days(180), from: 'created', since: 'requested_at' },
  { table: 'data_request', what: 'row', does: 'delete', after: months(24), from: 'answered', since: 'answered_at' },
  { table: 'leaving', what: 'row', does: 'delete', after: days(90), from: 'ended', since: 'closed_at' },
]

const programme: readonly RetentionRule[] = [
  {
    table: 'appointment',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'ended',
    why: 'Who held a post is a public act. The row holds no name: when the account closes it says that somebody did.',
  },
  { table: 'leave', what: 'row', does: 'delete', after: days(365), from: 'ended', since: 'to_day' },
  { table: 'handover', what: ['by_person'], does: 'clear', after: 'at once', from: 'account closed' },
  {
    table: 'concern',
    what: 'row',
    does: 'delete',
    after: months(24),
    from: 'answered',
    why: 'With all that was said about it; what others still wait for keeps its row, without author and words, when the author’s account closes.',
  },
  { table: 'concern_event', what: 'row', does: 'delete', after: months(24), from: 'answered' },
]

const station: readonly RetentionRule[] = [
  { table: 'case_draft', what: 'row', does: 'delete', after: days(90), from: 'last saved', since: 'saved_at' },
  {
    table: 'service_case',
    what: ['answers_sealed'],
    does: 'clear',
    after: 'at once',
    from: 'case closed',
    why: 'The ID number is taken out of the answers as soon as the case is closed; the other answers stay as long as the case.',
  },
  {
    table: 'service_case',
    what: ['person_id', 'agent_person_id', 'agent_sealed', 'code_sealed', 'answers_sealed'],
    does: 'clear',
    after: months(36),
    from: 'case closed',
    why: 'After three years a case only counts: service, days, outcome.',
  },
  { table: 'case_event', what: ['words_sealed', 'by_person', 'details'], does: 'clear', after: months(36), from: 'case closed' },
  { table: 'case_external', what: ['letter_sealed'], does: 'clear', after: months(36), from: 'case closed' },
  {
    table: 'service_window',
    what: ['clerk_person_id'],
    does: 'clear',
    after: 'at once',
    from: 'ended',
    why: 'Who sits at a window is known while they sit there; the night empties it.',
  },
  { table: 'booking', what: 'row', does: 'delete', after: days(90), from: 'created', since: 'starts_at' },
  { table: 'ticket', what: 'row', does: 'delete', after: days(90), from: 'created', since: 'drawn_at' },
  { table: 'model_shift', what: 'row', does: 'delete', after: days(90), from: 'ended', since: 'day' },
  {
    table: 'rating',
    what: 'row',
    does: 'delete',
    after: months(12),
    from: 'created',
    since: 'at',
    why: 'How often which level was given is counted apart and stays.',
  },
  { table: 'rating_code', what: 'row', does: 'delete', after: days(1), from: 'expired', since: 'valid_until' },
  { table: 'rating_follow_up', what: 'row', does: 'delete', after: months(12), from: 'created', since: 'opened_at' },
  { table: 'rating_follow_up_event', what: 'row', does: 'delete', after: months(12), from: 'created', since: 'at' },
  {
    table: 'dispute',
    what: [
      'requester_person_id',
      'other_person_id',
      'words_sealed',
      'other_name_sealed',
      'other_phone_sealed',
      'answer_sealed',
      'agreement_sealed',
      'code_hash',
    ],
    does: 'clear',
    after: days(90),
    from: 'ended',
    why: 'Nobody keeps a list of who argued with whom; both sides have the agreement on paper.',
  },
  { table: 'dispute_mediator', what: 'row', does: 'delete', after: days(90), from: 'ended' },
  { table: 'mediation_session', what: 'row', does: 'delete', after: days(90), from: 'ended' },
  {
    table: 'hazard',
    what: ['words_sealed', 'person_id', 'claim_hash'],
    does: 'clear',
    after: days(90),
    from: 'answered',
    why: 'As long as it can be reopened; with the photos. That it was reported and put right stays.',
  },
]

export const retention: readonly RetentionRule[] = [...platform, ...people, ...programme, ...station]

/** What happened before this moment is due. */
export function dueBefore(after: Span, now: Date): Date {
  if (after === 'at once') return now
  if ('hours' in after) return new Date(now.getTime() - after.hours * 3_600_000)
  if ('days' in after) return new Date(now.getTime() - after.days * 86_400_000)
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - after.months)
  // 31 March less one month is not 3 March: stay within the month that was meant.
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0)
  return then
}

/** Columns that hold something about a person, by the names every migration uses. */
export const isPersonal = (column: string): boolean =>
  /_sealed$|_tokens$|(^|_)(phone|claim|subject|device|pin|id_number)_hash$/.test(column) ||
  /(^|_)person_id$|^(owner_id|agent_id|neighbour_id|about|salt|resident_id|applicant_id)$/.test(column)
