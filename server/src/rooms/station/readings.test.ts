import { readAgreement } from '@ronghe/contract/programme/agreements.ts'
import { raiseConcern, readConcernTotals } from '@ronghe/contract/programme/concerns.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import { fillReportTemplate, uploadReportTemplate } from '@ronghe/contract/station/cases-excel.ts'
import { readEquity } from '@ronghe/contract/station/equity.ts'
import { readRatingSummary } from '@ronghe/contract/station/ratings.ts'
import { services as catalogue } from '@ronghe/demo/services/all.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysOf, isFinished } from '../../platform/calendar/periods.ts'
import type { Town } from '../../platform/database/testing.ts'
import { attackReadings, type ReadCount } from '../../platform/privacy/reading-attack.ts'
import { showParts, smallestCount } from '../../platform/privacy/suppression.ts'
import { readSheet, writeSheet } from '../../platform/standards/excel.ts'
import { countKinds, kindsOf } from './reading-kinds.testing.ts'
import {
  concernWays,
  groups,
  isThere,
  levels,
  lives,
  months,
  quarterOfDay,
  quarters,
  services,
  useOutcomes,
  useYears,
  type Life,
} from './readings.testing.ts'
import { monthShownFrom } from './report-figures.ts'
import { file, openStation } from './testing.ts'

const seed = 20261123
/** So many with `npm test`, more in the long form. */
const streets = process.env['RONGHE_FULL'] ? 60 : 8
const columns = ['同意', '不同意', '转办', '在办', '撤回'] as const
const wayNames = { phone: '手机', paper: '纸质' } as const
const nameOf = (key: string): string => catalogue.find((one) => one.key === key)!.name['zh-CN']
const reportNames = [
  '提交',
  ...columns,
  ...services.flatMap((key) => ['提交', ...columns].map((name) => `${name}:${nameOf(key)}`)),
  ...Object.values(wayNames).map((way) => `提交:${way}`),
]

/** One figure that somebody saw, or saw hidden. */
interface Seen {
  readonly name: string
  readonly kinds: ReadonlySet<number>
  readonly shown: Shown
}

let town: Town
let base: { case: string; concern: string; agreement: string; template: string }
beforeAll(async () => {
  town = await openStation()
  const filed = await file(town, 'chen', 'leaseFiling')
  const concern = await town.as('chen').call(raiseConcern, { body: { words: '路灯不亮', topic: 'safety' } })
  // From long before, so that every period that is read has a beginning.
  await town.rows(`update service_case set filed_at = '2025-06-02T09:00:00+08:00', entered_at = '2025-06-02T09:00:00+08:00'`)
  await town.rows(`update concern set raised_on = '2025-06-02'`)
  const [agreement] = await town.rows<{ id: string }>(`select id from agreement where street_id = $1 and key = 'honghu-hospitals'`, [
    town.street.id,
  ])
  base = { case: filed.id, concern: concern.id, agreement: agreement!.id, template: await keepTemplate() }
})
afterAll(() => town?.close())

async function keepTemplate(): Promise<string> {
  const sheet = await writeSheet(
    [
      { title: '项目', value: (name: string) => name },
      { title: '数', value: (name: string) => `{{${name}}}` },
    ],
    reportNames,
  )
  const head = 'content-disposition: form-data; name='
  const { body } = await town.as('officerLin').raw(uploadReportTemplate, {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([
      Buffer.from(`--x\r\n${head}"name"\r\n\r\n月报\r\n--x\r\n${head}"file"; filename="a.xlsx"\r\n\r\n`),
      sheet,
      Buffer.from('\r\n--x--\r\n'),
    ]),
  })
  return (JSON.parse(body) as { id: string }).id
}

/** The street as it is on a day: what was entered and is not erased. */
async function put({ cases, concerns, ratings, uses }: Life, day: string): Promise<void> {
  await town.rows('delete from service_case where id <> $1', [base.case])
  await town.rows('delete from concern where id <> $1', [base.concern])
  await town.rows('delete from rating_count')
  await town.rows('delete from agreement_use')
  await town.rows(
    `insert into service_case (street_id, id, number, code_hash, service_id, version_id, person_id, channel, group_at_filing, state, outcome, reason, department, owner_post, filed_at, entered_at, accepted_at, decided_at)
     select base.street_id, gen_random_uuid(), 'T-' || gen_random_uuid(), decode(md5(gen_random_uuid()::text), 'hex'), service.id, base.version_id, base.person_id, x.way, x."group",
            case when x.decided is null then 'filed' else 'closed' end, x.outcome, x.reason, base.department, base.owner_post,
            x.filed + time '09:00' at time zone '+08', x.entered + time '09:00' at time zone '+08', x.filed + time '10:00' at time zone '+08', x.decided + time '11:00' at time zone '+08'
     from jsonb_to_recordset($1) as x(service text, way text, "group" text, outcome text, reason text, filed date, entered date, decided date), service_case base, service
     where base.id = $2 and service.street_id = base.street_id and service.key = x.service`,
    [
      JSON.stringify(
        cases
          .filter((one) => isThere(one, day))
          .map(({ decided, end, ...one }) => {
            const now = decided !== undefined && decided <= day ? decided : null
            return { ...one, decided: now, outcome: now && (end === 'granted' ? 'granted' : 'refused'), reason: now && end }
          }),
      ),
      base.case,
    ],
  )
  await town.rows(
    `insert into concern (street_id, id, number, anonymous, channel, topic, state, raised_on, screen_by, clock_from, clock_days, answered_in_time)
     select base.street_id, gen_random_uuid(), 'T-' || gen_random_uuid(), x.way = 'anonymous', case when x.way = 'anonymous' then 'phone' else x.way end, base.topic, 'answered',
            x.raised, x.raised, x.raised, 15, x."inTime"
     from jsonb_to_recordset($1) as x(way text, raised date, "inTime" boolean), concern base where base.id = $2`,
    [
      JSON.stringify(
        concerns.filter((one) => isThere(one, day)).map((one) => ({ ...one, inTime: one.answered <= day ? one.inTime : null })),
      ),
      base.concern,
    ],
  )
  await town.rows(
    `insert into rating_count (street_id, quarter, service_key, level, count)
     select $2::uuid, x.quarter, x.service, x.level, count(*) from jsonb_to_recordset($1) as x(quarter text, service text, level int) group by 1, 2, 3, 4`,
    [JSON.stringify(ratings.filter(({ on }) => on <= day).map((one) => ({ ...one, quarter: quarterOfDay(one.on) }))), town.street.id],
  )
  await town.rows(
    `insert into agreement_use (street_id, id, agreement_id, case_id, outcome, on_day)
     select $2::uuid, gen_random_uuid(), $3::uuid, gen_random_uuid(), x.outcome, x."on" from jsonb_to_recordset($1) as x(outcome text, "on" date)`,
    [JSON.stringify(uses.filter((one) => isThere({ ...one, entered: one.on }, day))), town.street.id, base.agreement],
  )
}

/** Every reading of every figure, on every day of reading. */
async function readEverything(life: Life): Promise<Seen[]> {
  await town.rows('truncate frozen_figure, case_figure, case_figure_quarter')
  const seen: Seen[] = []
  for (const { day, from, to } of life.readings) {
    town.at(`${day}T09:00:00+08:00`)
    await put(life, day)
    await town.drain(['station.figures-night', 'programme.figures-night'])
    const read = [
      ...(await equity()),
      ...(await reports(day, from, to)),
      ...(await concernTotals()),
      ...(await ratings(day)),
      ...(await uses(life)),
    ]
    seen.push(...read.map((one) => ({ ...one, name: `${one.name} on ${day}` })))
  }
  return seen
}

async function equity(): Promise<Seen[]> {
  const first = await town.as('officerLin').call(readEquity, { query: {} })
  const seen: Seen[] = []
  for (const quarter of first.quarters.filter((one) => (quarters as readonly string[]).includes(one))) {
    const page = await town.as('officerLin').call(readEquity, { query: { quarter } })
    const cells = (service: string | undefined, own: typeof page.overall.groups) => {
      for (const { group, granted, notGranted } of own)
        for (const [is, shown] of [
          ['granted', granted],
          ['not granted', notGranted],
        ] as const) {
          const name = `decided ${quarter} ${service ?? 'all'} ${group} ${is}`
          const kinds = kindsOf(
            name,
            'case',
            (kind) =>
              kind.quarter === quarter &&
              (service === undefined || kind.service === service) &&
              kind.group === group &&
              (kind.end === 'granted') === (is === 'granted'),
          )
          seen.push({ name, kinds, shown })
        }
    }
    cells(undefined, page.overall.groups)
    for (const { key, groups: own, reasons } of page.services.filter((one) => (services as readonly string[]).includes(one.key))) {
      cells(key, own)
      // Both reasons have no words of their own; they come in the order of their ids, and one that nobody had is absent.
      if (reasons.length < 2) continue
      for (const [place, end] of (['refusedA', 'refusedB'] as const).entries())
        for (const { group, count } of reasons[place]!.counts) {
          const name = `reason ${quarter} ${key} ${group} ${end}`
          const kinds = kindsOf(
            name,
            'case',
            (kind) => kind.quarter === quarter && kind.service === key && kind.group === group && kind.end === end,
          )
          seen.push({ name, kinds, shown: count })
        }
    }
  }
  return seen
}

async function reports(day: string, from: number, to: number): Promise<Seen[]> {
  const fill = async (list: readonly string[]): Promise<Map<string, Shown>> => {
    const { bytes } = await town.as('officerLin').raw(fillReportTemplate, {
      params: { templateId: base.template },
      body: { from: daysOf(list[0]!).first, to: daysOf(list.at(-1)!).last },
    })
    const sheet = await readSheet(bytes)
    if (sheet.kind !== 'sheet') throw new Error(sheet.code)
    return new Map(
      sheet.rows.map(({ cells: [name, value] }): [string, Shown] => {
        const count = Number.parseInt(String(value), 10)
        return [String(name), Number.isNaN(count) ? { kind: 'few' } : { kind: 'shown', count }]
      }),
    )
  }
  const countable = months.filter((month) => monthShownFrom(month) <= day)
  const kindsIn = (month: string, name: string) => {
    const [what, which] = name.split(':') as [string, string | undefined]
    return kindsOf(
      `filed ${month} ${name}`,
      'case',
      (kind) =>
        kind.month === month &&
        kind.column !== undefined &&
        (what === '提交' || kind.column === what) &&
        (which === undefined || which === nameOf(kind.service) || which === wayNames[kind.way as keyof typeof wayNames]),
    )
  }
  const single = new Map<string, Map<string, Shown>>()
  for (const month of countable) single.set(month, await fill([month]))
  const seen = [...single].flatMap(([month, figures]) =>
    [...figures].map(([name, shown]): Seen => ({ name: `filed ${month} ${name}`, kinds: kindsIn(month, name), shown })),
  )
  const range = months.slice(from, to + 1)
  if (range.length < 2 || range.some((month) => !countable.includes(month))) return seen
  for (const [name, shown] of await fill(range)) {
    // Whoever read the single months knows which of them are in the sum.
    const shownMonths = range.filter((month) => single.get(month)?.get(name)?.kind === 'shown')
    if (shownMonths.length === 0) continue
    const kinds = new Set(shownMonths.flatMap((month) => [...kindsIn(month, name)]))
    seen.push({ name: `filed ${range[0]} to ${range.at(-1)} ${name}`, kinds, shown })
  }
  return seen
}

async function concernTotals(): Promise<Seen[]> {
  const { quarter, channels, raised, answeredInTime } = await town.anonymous.call(readConcernTotals)
  if (!(quarters as readonly (string | null)[]).includes(quarter)) return []
  const of = (way: string | undefined, inTime: boolean) =>
    kindsOf(
      `raised ${quarter} ${way} ${inTime}`,
      'concern',
      (kind) => kind.quarter === quarter && (way === undefined || kind.way === way) && (!inTime || kind.inTime),
    )
  return [
    ...channels.map(({ channel, raised: shown }) => ({ name: `raised ${quarter} ${channel}`, kinds: of(channel, false), shown })),
    { name: `raised ${quarter}`, kinds: of(undefined, false), shown: raised },
    {
      name: `raised ${quarter} in time`,
      kinds: of(undefined, true),
      shown:
        answeredInTime.kind === 'shown' && raised.kind === 'shown'
          ? { kind: 'shown', count: Math.round(answeredInTime.value * raised.count) }
          : { kind: 'few' },
    },
  ]
}

async function ratings(day: string): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const quarter of quarters) {
    const page = await town.anonymous.call(readRatingSummary, { query: { quarter } })
    expect(page.quarter === null || isFinished(quarter, day), 'a running quarter is not shown').toBe(true)
    if (page.quarter === null) continue
    const add = (service: string | undefined, level: number | undefined, shown: Shown) => {
      const name = `rated ${quarter} ${service} ${level}`
      const fits = kindsOf(
        name,
        'rating',
        (kind) =>
          kind.quarter === quarter && (service === undefined || kind.service === service) && (level === undefined || kind.level === level),
      )
      seen.push({ name, kinds: fits, shown })
    }
    add(undefined, undefined, page.total)
    page.levels.forEach((shown, place) => add(undefined, levels[place], shown))
    for (const { key, levels: own, total } of page.services) {
      add(key, undefined, total)
      own.forEach((shown, place) => add(key, levels[place], shown))
    }
  }
  return seen
}

async function uses(life: Life): Promise<Seen[]> {
  const { uses: read } = await town.anonymous.call(readAgreement, { params: { agreementId: base.agreement } })
  const count = countKinds(life)
  const of = (outcome: string | undefined, years: readonly string[]) =>
    kindsOf(
      `used ${outcome} ${years.join()}`,
      'use',
      (kind) => years.includes(kind.year) && (outcome === undefined || kind.outcome === outcome),
    )
  // Years go together until they are enough; whoever reads on knows which years a sum is of.
  const blocks: string[][] = []
  let block: string[] = []
  for (const year of useYears.filter((one) => `${one}-12-31` <= read.until)) {
    block.push(year)
    if (count(of(undefined, block)) < smallestCount) continue
    blocks.push(block)
    block = []
  }
  const within = (outcome: string) =>
    blocks.filter((years) => {
      const { parts } = showParts(useOutcomes.map((one) => count(of(one, years))))
      return parts[useOutcomes.findIndex((one) => one === outcome)]!.kind === 'shown'
    })
  return [
    { name: `used until ${read.until}`, kinds: of(undefined, blocks.flat()), shown: read.total },
    ...read.outcomes.map(({ outcome, count: shown }) => ({
      name: `used until ${read.until} ${outcome}`,
      kinds: of(outcome, (shown.kind === 'shown' ? within(outcome) : blocks).flat()),
      shown,
    })),
  ]
}

const shownOf = (seen: readonly Seen[]): ReadCount[] =>
  seen.flatMap(({ name, kinds, shown }) => (shown.kind === 'shown' ? [{ name, kinds, count: shown.count }] : []))

test(
  'whatever is read, on whatever days and by whatever filters: no count below five can be worked out from all of it together (S10)',
  async () => {
    const caught = { bare: 0, cellsOnly: 0, live: 0 }
    const amounts = { shown: 0, hidden: 0 }
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const seen = await readEverything(life)
        const count = countKinds(life)
        const read = shownOf(seen)
        for (const { name, kinds, count: said } of read) expect(said, name).toBe(count(kinds))
        const hidden = seen.filter(({ shown, kinds }) => shown.kind === 'few' && count(kinds) > 0 && count(kinds) < smallestCount)
        expect(attackReadings(read, hidden, smallestCount)).toEqual([])
        amounts.shown += read.length
        amounts.hidden += hidden.length

        // The same street with nothing hidden, with small cells hidden and nothing else, and counted anew at every reading.
        const whole = (one: Seen) => ({ name: one.name, kinds: one.kinds, count: count(one.kinds) })
        const large = seen.map(whole).filter((one) => one.count >= smallestCount)
        if (
          attackReadings(
            seen.map(whole).filter((one) => one.count > 0),
            [],
            smallestCount,
          ).length > 0
        )
          caught.bare++
        if (attackReadings(large, hidden, smallestCount).length > 0) caught.cellsOnly++
        if (attackReadings(countedLive(life), [], smallestCount).length > 0) caught.live++
      }),
      // A smaller street would be easier to read and takes minutes to find.
      { seed, numRuns: streets, endOnFailure: true },
    )
    // An attack that finds nothing where there is something to find would prove nothing.
    expect(amounts.shown).toBeGreaterThan(streets * 30)
    expect(amounts.hidden).toBeGreaterThan(streets * 20)
    for (const [control, times] of Object.entries(caught)) expect(times, control).toBeGreaterThan(streets / 5)
  },
  60_000 + streets * 20_000,
)

/** Concerns of each quarter as they are on the day of reading: how it was before figures were frozen. */
function countedLive({ concerns, cases, readings }: Life): ReadCount[] {
  return readings
    .flatMap(({ day }) => [
      ...quarters.flatMap((quarter) =>
        [undefined, ...concernWays].map((way) => ({
          name: `${quarter} ${way} on ${day}`,
          kinds: kindsOf(
            `live ${quarter} ${way}`,
            'concern',
            (kind) => kind.quarter === quarter && (way === undefined || kind.way === way),
          ),
          count: concerns.filter(
            (one) => isThere(one, day) && quarterOfDay(one.raised) === quarter && (way === undefined || one.way === way),
          ).length,
        })),
      ),
      ...groups.map((group) => ({
        name: `${group} on ${day}`,
        kinds: kindsOf(`live ${group}`, 'case', (kind) => kind.group === group),
        count: cases.filter((one) => isThere(one, day) && one.group === group).length,
      })),
    ])
    .filter(({ count }) => count >= smallestCount)
}
