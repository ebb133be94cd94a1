import { laws } from '@ronghe/contract/programme/laws.ts'
import { fixedNumbers, numbers, type NumberName, type NumberRule } from '@ronghe/contract/programme/numbers.ts'
import type { Settings } from '@ronghe/contract/programme/settings.ts'
import type { Text } from '@ronghe/contract/values.ts'

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
  /** What holds in a street that has set nothing. */
  readonly after: Span
  /** The number of the street that says it; a span without one is fixed. */
  readonly setting?: SpanSetting
  readonly from: RetentionEvent
  /**
   * The column that holds the moment (or day) of `from`, on rules that delete whole rows: these `forgetOld` does every night. The
   * others are done by the room that knows the event, in the transaction of the deed.
   */
  readonly since?: string
  /** Why so long and no longer. */
  readonly why: Text
  readonly law?: Text
}

/** The groups of settings that hold spans. */
export const spanGroups = ['keeping', 'signIn'] as const
type SpanGroup = (typeof spanGroups)[number]
export type SpanSetting = { readonly [Group in SpanGroup]: { readonly group: Group; readonly name: NumberName<Group> } }[SpanGroup]

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
const why = (chinese: string, english: string): { readonly why: Text } => ({ why: { 'zh-CN': chinese, en: english } })
/** A span the street may set, within the limits of its number. */
const setBy = (setting: SpanSetting): Pick<RetentionRule, 'after' | 'setting' | 'law'> => {
  const { standard, law } = numberOf(setting)
  return { after: toSpan(setting, standard), setting, ...(law ? { law: law.text } : {}) }
}
const kept = (name: NumberName<'keeping'>) => setBy({ group: 'keeping', name })

const platform: readonly RetentionRule[] = [
  {
    table: 'person',
    what: ['name_sealed', 'name_tokens', 'phone_sealed', 'phone_hash', 'pin_hash'],
    does: 'clear',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why(
      '很久没用的账户先发消息再关闭；编号留着，统计和日志才对得上。',
      'An account unused for long is warned, then closed; the id stays so that counts and the journal still fit together.',
    ),
  },
  {
    table: 'session',
    what: 'row',
    does: 'delete',
    after: days(1),
    from: 'expired',
    since: 'expires_at',
    ...why('过期就没有用了。', 'Of no use once it has run out.'),
  },
  {
    table: 'sign_in_code',
    what: 'row',
    does: 'delete',
    after: days(1),
    from: 'expired',
    since: 'expires_at',
    ...why('过期就没有用了。', 'Of no use once it has run out.'),
  },
  {
    table: 'sign_in_failure',
    what: 'row',
    does: 'delete',
    after: days(7),
    from: 'created',
    since: 'at',
    ...why('锁号和查是谁在试，一个星期够了。', 'A week is enough to lock a number and to see who was trying.'),
  },
  {
    table: 'device',
    what: 'row',
    does: 'delete',
    ...setBy({ group: 'signIn', name: 'unseenDays' }),
    from: 'last seen',
    since: 'seen_at',
    ...why('过了这么久，老手机也要重新核对。', 'After that a known device has to be checked anew anyway.'),
  },
  {
    table: 'passkey',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('只用来登录这个账户。', 'It opens this account and nothing else.'),
  },
  {
    table: 'passkey_challenge',
    what: 'row',
    does: 'delete',
    after: days(1),
    from: 'expired',
    since: 'expires_at',
    ...why('过期就没有用了。', 'Of no use once it has run out.'),
  },
  {
    table: 'authenticator',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('只用来登录这个账户。', 'It opens this account and nothing else.'),
  },
  {
    table: 'journal_entry',
    what: ['salt', 'value', 'about'],
    does: 'clear',
    after: 'at once',
    from: 'erased',
    law: laws.deletion,
    ...why(
      '日志里只剩一个离了盐就看不出什么的指纹，所以还能验证没人改过。',
      'The leaf keeps a hash that says nothing without the salt, so the log still verifies.',
    ),
  },
  {
    table: 'erasure',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'erased',
    ...why(
      '只有删过的编号；没有它，恢复备份会把删掉的带回来。',
      'Ids of what was erased and nothing else; without them a restored backup would bring it back.',
    ),
  },
  {
    table: 'idempotency',
    what: 'row',
    does: 'delete',
    after: { hours: 72 },
    from: 'created',
    since: 'at',
    ...why('断线重发的三天里，同一份不会收两次。', 'For three days of trying again over a bad line the same thing is not taken twice.'),
  },
  {
    table: 'access_log',
    what: 'row',
    does: 'delete',
    ...kept('accessLogDays'),
    from: 'created',
    since: 'at',
    ...why('谁看过我的资料，本人要能查，出了事要能追。', 'People can see who looked at their data, and misuse can be traced.'),
  },
  {
    table: 'stored_file',
    what: 'row',
    does: 'delete',
    ...kept('attachmentDays'),
    from: 'case closed',
    ...why(
      '有异议时还能核对材料。照片文件一起删；隐患照片在隐患了结后删。',
      'So that a disagreement can be checked. The bytes go with the row; pictures of hazards go when the hazard is forgotten.',
    ),
  },
  {
    table: 'delivery',
    what: ['to_sealed'],
    does: 'clear',
    after: 'at once',
    from: 'ended',
    ...why(
      '换号时要告诉旧号码，短信发出就删掉。',
      'Only so that the old number hears of a change; it goes as soon as the text message has left.',
    ),
  },
  {
    table: 'message',
    what: 'row',
    does: 'delete',
    ...kept('messageDays'),
    from: 'created',
    since: 'created_at',
    ...why('够回头看，不成一本账。', 'Long enough to look back, not a record of a life.'),
  },
  {
    table: 'message_choice',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('跟着账户走。', 'Goes with the account.'),
  },
]

const people: readonly RetentionRule[] = [
  {
    table: 'group_choice',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('跟着账户走。', 'Goes with the account.'),
  },
  {
    table: 'profile',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('跟着账户走。', 'Goes with the account.'),
  },
  {
    table: 'consent',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('跟着账户走。', 'Goes with the account.'),
  },
  {
    table: 'household_member',
    what: 'row',
    does: 'delete',
    after: 'at once',
    from: 'left',
    law: laws.deletion,
    ...why('不同住了就不用再记。', 'No longer true once somebody has moved out.'),
  },
  {
    table: 'proxy',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'withdrawn',
    since: 'withdrawn_at',
    ...why('撤回前办的事，还要说得清是谁代办的。', 'What was done before the withdrawal must still be explained.'),
  },
  {
    table: 'residence_level',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'expired',
    since: 'valid_until',
    ...why('过期后留一点时间续。', 'A little time to renew it.'),
  },
  {
    table: 'attestation',
    what: 'row',
    does: 'delete',
    after: days(1),
    from: 'expired',
    since: 'expires_at',
    ...why('没作完的证，过期就作废。', 'An attestation nobody finished is void.'),
  },
  {
    table: 'number_change',
    what: 'row',
    does: 'delete',
    ...kept('numberChangeDays'),
    from: 'created',
    since: 'requested_at',
    ...why('号码被人冒换，原主人要有时间发现。', 'If a number was changed by fraud its owner needs time to notice.'),
  },
  {
    table: 'data_request',
    what: 'row',
    does: 'delete',
    ...kept('dataRequestMonths'),
    from: 'answered',
    since: 'answered_at',
    ...why('说得清答复过没有、答复了什么。', 'To show that and how it was answered.'),
  },
  {
    table: 'leaving',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'ended',
    since: 'closed_at',
    ...why('交接出去的事还要对得上。', 'What was handed on must still be traced.'),
  },
]

const programme: readonly RetentionRule[] = [
  {
    table: 'appointment',
    what: 'row',
    does: 'keep',
    after: 'at once',
    from: 'ended',
    ...why(
      '谁任过什么岗是公开的事。这一行没有姓名：账户关了，只知道有人任过。',
      'Who held a post is a public act. The row holds no name: when the account closes it says that somebody did.',
    ),
  },
  {
    table: 'leave',
    what: 'row',
    does: 'delete',
    ...kept('leaveDays'),
    from: 'ended',
    since: 'to_day',
    ...why('谁代的班，一年里要查得到。', 'Who stood in must be found within the year.'),
  },
  {
    table: 'shift_note',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'created',
    since: 'at',
    ...why('交班的话，过了一个月就没有用了。', 'A note between shifts is of no use after a month.'),
  },
  {
    table: 'shift_note_reading',
    what: 'row',
    does: 'delete',
    after: days(30),
    from: 'created',
    since: 'at',
    ...why('跟着留言走。', 'Goes with the note.'),
  },
  {
    table: 'handover',
    what: ['by_person'],
    does: 'clear',
    after: 'at once',
    from: 'account closed',
    law: laws.deletion,
    ...why('是哪个岗位交接的留着，人名不留。', 'Which post handed over stays; the person does not.'),
  },
  {
    table: 'concern',
    what: 'row',
    does: 'delete',
    ...kept('concernMonths'),
    from: 'answered',
    ...why(
      '连同所有往来的话。还有别人等着同一个答复的，只留空壳；本人注销时，原话和姓名先去掉。',
      'With all that was said about it; what others still wait for keeps its row, without author and words, when the author’s account closes.',
    ),
  },
  {
    table: 'concern_event',
    what: 'row',
    does: 'delete',
    ...kept('concernMonths'),
    from: 'answered',
    ...why('跟着诉求走。', 'Goes with the concern.'),
  },
]

const station: readonly RetentionRule[] = [
  {
    table: 'case_draft',
    what: 'row',
    does: 'delete',
    ...kept('draftDays'),
    from: 'last saved',
    since: 'saved_at',
    ...why('没交的表，给人留够时间接着填。', 'Time enough to come back to a form that was not sent.'),
  },
  {
    table: 'case_draft_file',
    what: 'row',
    does: 'delete',
    ...kept('draftDays'),
    from: 'last saved',
    ...why('跟着那张表走：表清掉，照片和签名一起清掉。', 'They go with their form: at once when it is thrown away.'),
  },
  {
    table: 'service_case',
    what: ['answers_sealed'],
    does: 'clear',
    after: 'at once',
    from: 'case closed',
    law: laws.shortestTime,
    ...why(
      '一办结就从表里去掉身份证号；别的内容跟案件一起留。',
      'The ID number is taken out of the answers as soon as the case is closed; the other answers stay as long as the case.',
    ),
  },
  {
    table: 'service_case',
    what: ['person_id', 'agent_person_id', 'agent_sealed', 'code_sealed', 'answers_sealed'],
    does: 'clear',
    ...kept('caseMonths'),
    from: 'case closed',
    ...why('以后只用来计数：什么事、几天、结果。', 'From then on a case only counts: service, days, outcome.'),
  },
  {
    table: 'case_event',
    what: ['words_sealed', 'by_person', 'details'],
    does: 'clear',
    ...kept('caseMonths'),
    from: 'case closed',
    ...why('跟着案件走。', 'Goes with the case.'),
  },
  {
    table: 'case_external',
    what: ['letter_sealed'],
    does: 'clear',
    ...kept('caseMonths'),
    from: 'case closed',
    ...why('跟着案件走。', 'Goes with the case.'),
  },
  {
    table: 'service_window',
    what: ['clerk_person_id'],
    does: 'clear',
    after: 'at once',
    from: 'ended',
    ...why('坐在窗口时才知道是谁，夜里就清空。', 'Who sits at a window is known while they sit there; the night empties it.'),
  },
  {
    table: 'booking',
    what: 'row',
    does: 'delete',
    ...kept('counterDays'),
    from: 'created',
    since: 'starts_at',
    ...why('有人问起那天的事，还查得到。', 'In case somebody asks about that day.'),
  },
  {
    table: 'ticket',
    what: 'row',
    does: 'delete',
    ...kept('counterDays'),
    from: 'created',
    since: 'drawn_at',
    ...why('有人问起那天的事，还查得到。', 'In case somebody asks about that day.'),
  },
  {
    table: 'model_shift',
    what: 'row',
    does: 'delete',
    after: days(90),
    from: 'ended',
    since: 'day',
    ...why('排过班就够了，不留名单。', 'A roster is done with when the shift is; no list of people stays.'),
  },
  {
    table: 'rating',
    what: 'row',
    does: 'delete',
    ...kept('ratingMonths'),
    from: 'created',
    since: 'at',
    ...why('各档有几个另外计数，一直留着。', 'How often which level was given is counted apart and stays.'),
  },
  {
    table: 'rating_code',
    what: 'row',
    does: 'delete',
    after: days(1),
    from: 'expired',
    since: 'valid_until',
    ...why('过期就没有用了。', 'Of no use once it has run out.'),
  },
  {
    table: 'rating_follow_up',
    what: 'row',
    does: 'delete',
    ...kept('ratingMonths'),
    from: 'created',
    since: 'opened_at',
    ...why('跟着评价走。', 'Goes with the rating.'),
  },
  {
    table: 'rating_follow_up_event',
    what: 'row',
    does: 'delete',
    ...kept('ratingMonths'),
    from: 'created',
    since: 'at',
    ...why('跟着评价走。', 'Goes with the rating.'),
  },
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
    ...kept('disputeDays'),
    from: 'ended',
    ...why(
      '谁和谁闹过，不留名单；协议双方手里都有。',
      'Nobody keeps a list of who argued with whom; both sides have the agreement on paper.',
    ),
  },
  {
    table: 'dispute_mediator',
    what: 'row',
    does: 'delete',
    ...kept('disputeDays'),
    from: 'ended',
    ...why('跟着调解走。', 'Goes with the dispute.'),
  },
  {
    table: 'mediation_session',
    what: 'row',
    does: 'delete',
    ...kept('disputeDays'),
    from: 'ended',
    ...why('跟着调解走。', 'Goes with the dispute.'),
  },
  {
    table: 'hazard',
    what: ['words_sealed', 'person_id', 'claim_hash'],
    does: 'clear',
    after: days(fixedNumbers.station.hazardBackDays.value),
    from: 'answered',
    ...why(
      '还能要求再修的日子里留着，照片也一样。报过、修好过，这个一直留着。',
      'As long as it can be reopened; with the photos. That it was reported and put right stays.',
    ),
  },
]

export const retention: readonly RetentionRule[] = [...platform, ...people, ...programme, ...station]

/** How long this street keeps what the rule is about; never shorter than its number may be, whatever lies in the table of settings. */
export function spanOf({ after, setting }: RetentionRule, set: Pick<Settings, SpanGroup>): Span {
  if (!setting) return after
  const { least } = numberOf(setting)
  return toSpan(setting, Math.max(least, (set[setting.group] as Readonly<Record<string, number>>)[setting.name] ?? least))
}

function numberOf({ group, name }: SpanSetting): NumberRule {
  return (numbers[group] as Readonly<Record<string, NumberRule>>)[name]!
}

function toSpan(setting: SpanSetting, count: number): Span {
  const { unit } = numberOf(setting)
  if (unit !== 'days' && unit !== 'months') throw new Error(`${setting.name} is in ${unit}, which is no span`)
  return unit === 'days' ? { days: count } : { months: count }
}

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
