import type { Estimate } from '@ronghe/contract/insight/indicators.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { isFinished } from '../../../platform/calendar/periods.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { showParts } from '../../../platform/privacy/suppression.ts'
import { today } from '../../programme/posts.ts'
import { mediationFigures } from '../../station/mediation-figures.ts'
import { filedCases, tablesOf } from '../../station/report-figures.ts'
import { serviceNames } from '../../station/service-names.ts'
import { fromCounters, fromRoom, said, type Indicator, type RoomPeriod, type Words } from './definition.ts'
import { frozenIndicator } from './frozen-indicators.ts'
import { cell, few, shown } from './room-cells.ts'

const source = said('设计：指标 16', 'Design: indicator 16')
const channels = {
  phone: said('手机', 'phone'),
  desk: said('窗口', 'desk'),
  paper: said('纸质', 'paper'),
  homeVisit: said('上门', 'home visit'),
  onBehalf: said('代办', 'on behalf'),
  appointment: said('预约', 'appointment'),
}

/** 16 · load: what the programme takes off people's and offices' hands. Never per clerk. */
export const load: Indicator = {
  key: 'load',
  number: 16,
  box: 'house',
  title: said('省了多少事', 'What work is saved'),
  measures: [
    {
      key: 'ways',
      kind: 'count',
      byGroup: false,
      places: [],
      parts: channels,
      unit: said('件', 'cases'),
      title: said('少填的纸表', 'Paper forms avoided'),
      says: said(
        '当月提交的办件从哪里来；从手机来的那些，每件少填一套纸表。',
        'The way the month’s cases came; each that came by phone is a set of paper forms less.',
      ),
      saysNot: said(
        '少填纸表不等于省心：不会用手机的人走窗口，一样算数。',
        'Less paper is not less trouble for everybody: whoever has no phone goes to the desk, and counts as much.',
      ),
      numerator: said('手机提交的件数', 'cases filed by phone'),
      denominator: said('当月提交的件数', 'cases filed in the month'),
      source,
      bias: said(
        '自动带出的栏目数平台没有记，所以不报“预填了几栏”。',
        'How many fields were filled in beforehand is not recorded by the platform, so no number of them is told.',
      ),
      counts: fromRoom(ways),
    },
    {
      key: 'settled',
      kind: 'count',
      every: 'year',
      byGroup: false,
      places: [],
      parts: {
        council: said('议事会办成的决议', 'resolutions of the council carried out'),
        mediation: said('调解谈成的', 'agreements in mediation'),
      },
      unit: said('件', 'matters'),
      title: said('商量着解决的事', 'Matters settled by talking'),
      says: said(
        '当年由议事会的决议办成、或由调解谈成的事。',
        'Matters of the year that a resolution of the council settled, or an agreement in mediation.',
      ),
      saysNot: said('不说这些事不商量会怎样。', 'It does not say what would have become of them otherwise.'),
      numerator: said('办成的决议和谈成的调解', 'resolutions carried out and agreements reached'),
      denominator: null,
      source,
      bias: said(
        '决议大小不一，都算一件；调解太少时不显示。',
        'Resolutions large and small count alike; mediations are hidden where they are few.',
      ),
      counts: fromRoom(settled),
    },
    {
      key: 'counterMinutes',
      kind: 'mean',
      byGroup: false,
      places: [],
      unit: said('分钟', 'minutes'),
      title: said('窗口上每次用的时间', 'Minutes at the counter'),
      says: said(
        '当月每次窗口办事，从叫号到办完平均几分钟。',
        'From the call to the end, how many minutes a visit at the counter took in the month, on average.',
      ),
      saysNot: said('从不按窗口、按人来看；快不等于好。', 'Never by window and never by clerk; fast is not good.'),
      numerator: said('从叫号到办完的分钟合计', 'minutes from call to end, in all'),
      denominator: said('办完的号', 'visits that were finished'),
      source,
      bias: said(
        '一次来可能办几件事，分不清哪件用了几分钟；取号才知道。办公室里、手机上的工夫没有人计时。',
        'One visit may hold several matters, and their minutes cannot be told apart; only visits with a ticket are known. Work in offices and on phones is timed by nobody.',
      ),
      // The service stays with the line, for the figure by service below.
      counts: fromCounters(['counter.served'], ({ detail }) => detail),
    },
    {
      key: 'minutesByService',
      kind: 'mean',
      byGroup: false,
      stock: true,
      places: [],
      partsOf: servicesAtCounter,
      unit: said('分钟', 'minutes'),
      title: said('每项服务在窗口上用几分钟', 'Minutes at the counter by service'),
      says: said(
        '当月只为一项服务来的号，从叫号到办完平均几分钟，按服务分。',
        'Visits of the month for one service only: minutes from the call to the end, on average, by service.',
      ),
      saysNot: said('从不按窗口、按人来看；事情难的本来就慢。', 'Never by window and never by clerk; hard matters take longer.'),
      numerator: said('这项服务的分钟合计', 'minutes of the service, in all'),
      denominator: said('只为这项服务来的号', 'visits for that service only'),
      source,
      bias: said(
        '一次办几件事的归在“几件事一起办”；取号才知道。办公室里、手机上的工夫没有人计时。',
        'Visits for several matters stand together; only visits with a ticket are known. Work in offices and on phones is timed by nobody.',
      ),
      counts: fromRoom(minutesByService),
    },
  ],
}

async function servicesAtCounter(deed: Deed): Promise<Readonly<Record<string, Words>>> {
  const names = [...(await serviceNames(deed))].map(([key, name]) => [key, { 'zh-CN': name['zh-CN'], en: inLanguage(name, 'en') }] as const)
  return { ...Object.fromEntries(names), several: said('几件事一起办', 'several matters at once') }
}

/** From the frozen months of this indicator itself: one row of services, decided together under the month's total. */
async function minutesByService(deed: Deed): Promise<readonly RoomPeriod[]> {
  const services = Object.keys(await servicesAtCounter(deed))
  return [...(await frozen(deed, frozenIndicator(load)))].map(([period, { counts }]) => {
    const lines = counts.counterMinutes ?? []
    const parts = [...new Set([...services, ...lines.map(({ part }) => part)])]
    const sums = parts.map((part) => {
      const own = lines.filter((one) => one.part === part)
      return { part, n: own.reduce((sum, { n }) => sum + n, 0), amount: own.reduce((sum, { amount }) => sum + amount, 0) }
    })
    const { parts: cells } = showParts(sums.map(({ n }) => n))
    return {
      period,
      cells: [
        {
          group: 'all' as const,
          lines: [],
          parts: sums.map(({ part, n, amount }, place) => {
            const count = cells[place]!
            const value: Estimate = count.kind === 'shown' ? { kind: 'shown', value: amount / n, low: null, high: null } : { kind: 'few' }
            return { part, count, value }
          }),
        },
      ],
    }
  })
}

/** As the report sheets of the office show the month: the same table, decided the same way. */
async function ways(deed: Deed): Promise<readonly RoomPeriod[]> {
  return [...(await frozen(deed, filedCases))].map(([period, { counts }]) => {
    const { byChannel } = tablesOf(counts)
    return {
      period,
      cells: [
        cell('all', Object.fromEntries(Object.keys(channels).map((channel, place) => [channel, byChannel?.rowTotals[place] ?? few]))),
      ],
    }
  })
}

/** Resolutions are public acts; mediations are told where both kinds of agreement are on the page of mediation. */
async function settled(deed: Deed): Promise<readonly RoomPeriod[]> {
  const done = await deed.tx
    .selectFrom('resolution')
    .select('closed_on')
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['done', 'reviewed'])
    .where('closed_on', 'is not', null)
    .execute()
  const mediations = await frozen(deed, mediationFigures)
  const byYear = Map.groupBy(done, ({ closed_on }) => closed_on!.slice(0, 4))
  const years = [...new Set([...byYear.keys(), ...mediations.keys()])].filter((year) => isFinished(year, today(deed))).toSorted()
  return years.map((period) => {
    const counts = mediations.get(period)?.counts
    const { parts } = showParts(counts ? [counts.declined, counts.withoutAgreement, counts.kept, counts.notKeptOrUnknown] : [0, 0, 0, 0])
    const both = parts.slice(2).every(({ kind }) => kind === 'shown')
    return {
      period,
      cells: [
        cell('all', {
          council: shown(byYear.get(period)?.length ?? 0),
          mediation: counts && both ? shown(counts.kept + counts.notKeptOrUnknown) : few,
        }),
      ],
    }
  })
}
