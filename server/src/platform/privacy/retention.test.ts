import { readdirSync, readFileSync } from 'node:fs'
import { retained, retainedFrom } from '@ronghe/contract/platform/words/zh-CN.ts'
import { describe, expect, test } from 'vitest'
import { numbers } from '@ronghe/contract/programme/numbers.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { isPersonal, retention } from './retention.ts'
import { dueBefore, spanOf } from './retention-rule.ts'

/** Tables and their columns, read from the migrations as they stand: created, added to, dropped. */
function schema(): Map<string, Set<string>> {
  const folder = new URL('../../../migrations/', import.meta.url)
  const text = readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
    .replaceAll(/--.*$/gm, '')
  const tables = new Map<string, Set<string>>()
  for (const [, name, body] of text.matchAll(/create table (?:if not exists )?([\w.]+) \(([\s\S]*?)\n\)/g)) {
    const columns = [...body!.matchAll(/^\s+(\w+) /gm)]
      .map(([, column]) => column!)
      .filter((word) => !['primary', 'constraint', 'foreign', 'unique', 'check'].includes(word))
    tables.set(name!, new Set(columns))
  }
  for (const [, table, column] of text.matchAll(/alter table ([\w.]+)\s+add column (?:if not exists )?(\w+)/g))
    tables.get(table!)?.add(column!)
  for (const [, table, column] of text.matchAll(/alter table ([\w.]+)\s+drop column (?:if exists )?(\w+)/g))
    tables.get(table!)?.delete(column!)
  for (const [, table] of text.matchAll(/drop table (?:if exists )?([\w.]+)/g)) tables.delete(table!)
  return tables
}

describe('the table of how long things are kept', () => {
  const tables = schema()

  test('every table with something personal in it has a rule, and every sealed column is in one', () => {
    const forgotten = [...tables].flatMap(([table, columns]) => {
      const rules = retention.filter((rule) => rule.table === table)
      const covered = (column: string) => rules.some(({ what }) => what === 'row' || what.includes(column))
      const personal = [...columns].filter(isPersonal)
      if (personal.length > 0 && rules.length === 0) return [`${table} has no rule`]
      return personal
        .filter((column) => /_sealed$|_tokens$/.test(column) && !covered(column))
        .map((column) => `${table}.${column} is in no rule`)
    })
    expect(forgotten).toEqual([])
  })

  test('no rule is about a table or column that does not exist', () => {
    expect(tables.size).toBeGreaterThan(20)
    const gone = retention.flatMap(({ table, what, since }) => {
      const columns = tables.get(table)
      if (!columns) return [table]
      return [...(what === 'row' ? [] : what), ...(since ? [since] : [])]
        .filter((column) => !columns.has(column))
        .map((column) => `${table}.${column}`)
    })
    expect(gone).toEqual([])
  })

  test('the periods are those of the rules: log 365 days and never under 180, messages 90, concerns 24 months, files 180 days', () => {
    const of = (table: string) => retention.find((rule) => rule.table === table)
    expect(of('access_log')).toMatchObject({ after: { days: 365 }, setting: { group: 'keeping', name: 'accessLogDays' } })
    expect(numbers.keeping.accessLogDays.least).toBe(180)
    expect(of('message')).toMatchObject({ after: { days: 90 } })
    expect(of('concern')).toMatchObject({
      after: { months: 24 },
      from: 'answered',
      what: 'row',
    })
    expect(of('stored_file')).toMatchObject({ after: { days: 180 }, from: 'case closed' })
    expect(of('idempotency')).toMatchObject({ after: { hours: 72 } })
  })

  test('what the nightly job does by itself is whole rows with a moment of their own', () => {
    for (const rule of retention) if (rule.since) expect(rule).toMatchObject({ what: 'row', does: 'delete' })
  })

  test('the page has words for every table and every event', () => {
    expect(Object.keys(retained).toSorted()).toEqual([...new Set(retention.map(({ table }) => table))].toSorted())
    expect(Object.keys(retainedFrom).toSorted()).toEqual([...new Set(retention.map(({ from }) => from))].toSorted())
  })

  test('every rule says why in both languages', () => {
    for (const { table, why } of retention) expect([table, why['zh-CN'].endsWith('。'), why.en?.endsWith('.')]).toEqual([table, true, true])
  })

  test('a span is the street’s where it has set one, and never below what a law says', () => {
    const rule = retention.find(({ table }) => table === 'access_log')!
    const set = (accessLogDays: number) => ({ ...settingDefaults, keeping: { ...settingDefaults.keeping, accessLogDays } })
    expect([spanOf(rule, set(200)), spanOf(rule, set(30))]).toEqual([{ days: 200 }, { days: 180 }])
  })

  test('every number of keeping that is a span of the table is used by it', () => {
    const used = new Set(retention.flatMap(({ setting }) => (setting?.group === 'keeping' ? [setting.name as string] : [])))
    // These two say when an unused account closes; nothing is kept by them.
    const others = ['unusedMonths', 'closingDays']
    expect([...used, ...others].toSorted()).toEqual(Object.keys(numbers.keeping).toSorted())
  })
})

describe('when something is due', () => {
  const now = new Date('2026-03-31T02:00:00Z')
  test('hours, days and months back from now; a month back from 31 March is the end of February', () => {
    expect(dueBefore({ hours: 72 }, now)).toEqual(new Date('2026-03-28T02:00:00Z'))
    expect(dueBefore({ days: 90 }, now)).toEqual(new Date('2025-12-31T02:00:00Z'))
    expect(dueBefore({ months: 1 }, now)).toEqual(new Date('2026-02-28T02:00:00Z'))
    expect(dueBefore({ months: 24 }, now)).toEqual(new Date('2024-03-31T02:00:00Z'))
    expect(dueBefore('at once', now)).toEqual(now)
  })
})
