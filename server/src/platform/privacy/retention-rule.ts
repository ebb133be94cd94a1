import { numbers, type NumberName, type NumberRule } from '@ronghe/contract/programme/numbers.ts'
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

export const days = (count: number): Span => ({ days: count })
export const why = (chinese: string, english: string): { readonly why: Text } => ({ why: { 'zh-CN': chinese, en: english } })
/** A span the street may set, within the limits of its number. */
export const setBy = (setting: SpanSetting): Pick<RetentionRule, 'after' | 'setting' | 'law'> => {
  const { standard, law } = numberOf(setting)
  return { after: toSpan(setting, standard), setting, ...(law ? { law: law.text } : {}) }
}
export const kept = (name: NumberName<'keeping'>) => setBy({ group: 'keeping', name })

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
