import { retained as tablesEn, retainedFrom as eventsEn } from '@ronghe/contract/platform/words/en.ts'
import { retained as tablesZh, retainedFrom as eventsZh } from '@ronghe/contract/platform/words/zh-CN.ts'
import { listRetention, type RetentionLine, type RetentionSpan } from '@ronghe/contract/programme/retention.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { retention } from '../../platform/privacy/retention.ts'
import { spanGroups, spanOf, type RetentionEvent, type RetentionRule, type Span } from '../../platform/privacy/retention-rule.ts'
import { setting, settingsOf } from '../../platform/settings/settings.ts'

export function retentionRoutes(app: App): void {
  implement(app, listRetention, async ({ deed }) => {
    const set = await settingsOf(deed, spanGroups)
    const { branch } = await setting(deed, 'modules')
    // Where no branch is run, no page mentions one (D10).
    const shown = retention.filter(({ table }) => branch || !/^(branch\.|published_office$)/.test(table))
    return { items: shown.map((rule) => toLine(rule, spanOf(rule, set))) }
  })
}

const toLine = ({ table, what, does, from, why, law, setting }: RetentionRule, after: Span): RetentionLine => ({
  table,
  name: nameOf(table),
  columns: what === 'row' ? null : [...what],
  does,
  after: toSpan(after),
  from: eventOf(from),
  why,
  law: law ?? null,
  setting: setting?.name ?? null,
})

/** A test holds the words against the rules: none is missing. */
const nameOf = (table: string) => ({ 'zh-CN': tablesZh[table as keyof typeof tablesZh], en: tablesEn[table as keyof typeof tablesEn] })
const eventOf = (event: RetentionEvent) => ({ 'zh-CN': eventsZh[event], en: eventsEn[event] })

function toSpan(after: Span): RetentionSpan {
  if (after === 'at once') return { unit: 'none', count: 0 }
  if ('days' in after) return { unit: 'days', count: after.days }
  return 'months' in after ? { unit: 'months', count: after.months } : { unit: 'hours', count: after.hours }
}
