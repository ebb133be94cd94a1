import type { GroupFigure } from '@ronghe/contract/insight/indicators.ts'
import type { Measure, Words } from '../indicators/definition.ts'
import { certain, isSingle, type Change, type Standing } from './standing.ts'

/** How a figure stands, in a sentence: what it was in the last three months, between whom, how certain, and whether that has changed. */
export function sayState(measure: Measure, standing: Standing, change: Change): Words {
  const { recent } = standing
  if (!recent) return { 'zh-CN': '还没有一个月的数字。', en: 'No month of it is counted yet.' }
  const span = periodSpan(standing.from, standing.to)
  const told = measure.kind === 'share' && measure.byGroup ? sayGap(measure, standing) : sayValues(measure, recent.groups)
  if (!told)
    return {
      'zh-CN': `${span['zh-CN']}人数太少，不便显示。`,
      en: `${capital(span.en)}: too few to show.`,
    }
  const since = sayChange(measure, standing, change)
  return {
    'zh-CN': `${span['zh-CN']}：${told['zh-CN']}${since['zh-CN']}。`,
    en: `${capital(span.en)}: ${told.en}${since.en}.`,
  }
}

function sayGap(measure: Measure, { recent }: Standing): Words | undefined {
  const values = sayValues(measure, recent!.groups)
  const gap = certain(recent!.gap)
  if (!values) return undefined
  if (!gap)
    return {
      'zh-CN': `${values['zh-CN']}；有一边人数太少，不比较`,
      en: `${values.en}; one side is too few to compare`,
    }
  const [points, low, high] = [gap.value, gap.low, gap.high].map((share) => Math.round(100 * share)) as [number, number, number]
  if (gap.low <= 0 && gap.high >= 0)
    return {
      'zh-CN': `${values['zh-CN']}，看不出差别（差距的区间从 ${low} 到 ${high} 个百分点，跨过零）`,
      en: `${values.en}; no difference can be seen (the interval of the gap, ${low} to ${high} points, lies across zero)`,
    }
  const [least, most] = points < 0 ? [-high, -low] : [low, high]
  return {
    'zh-CN': `${values['zh-CN']}：{newcomers}${points < 0 ? '低' : '高'} ${Math.abs(points)} 个百分点（区间 ${least}–${most}）`,
    en: `${values.en}: {newcomers} ${Math.abs(points)} points ${points < 0 ? 'lower' : 'higher'} (interval ${least}–${most})`,
  }
}

/** The groups in their fixed order, those who do not say left out; undefined where nothing can be shown. */
function sayValues(measure: Measure, groups: readonly GroupFigure[]): Words | undefined {
  const told = groups.filter(({ group }) => group !== 'unstated').map((figure) => [figure.group, sayValue(measure, figure)] as const)
  if (told.every(([, value]) => value === undefined)) return undefined
  const named = told.map(([group, value]): Words => {
    const here = value ?? { 'zh-CN': '太少', en: 'too few' }
    if (group === 'all') return here
    const name = group === 'newcomer' ? '{newcomers}' : '{locals}'
    return measure.kind === 'spread'
      ? { 'zh-CN': `${name}${here['zh-CN']}`, en: `${name} ${here.en}` }
      : { 'zh-CN': `${name} ${here['zh-CN']}`, en: `${name} ${here.en}` }
  })
  const between = measure.kind === 'spread' ? ['；', '; '] : ['，', ', ']
  return { 'zh-CN': named.map((words) => words['zh-CN']).join(between[0]), en: named.map((words) => words.en).join(between[1]) }
}

function sayValue(measure: Measure, { value, of, parts, p90 }: GroupFigure): Words | undefined {
  const { kind, unit } = measure
  if (value.kind === 'few') return undefined
  if (kind === 'share') {
    const counted = of.kind === 'shown' ? of.count : 0
    return {
      'zh-CN': `${percent(value.value)}（${plain(counted)} ${unit['zh-CN']}里）`,
      en: `${percent(value.value)} (${unit.en}: ${plain(counted)})`,
    }
  }
  const split = kind === 'count' ? sayParts(measure, parts) : { 'zh-CN': '', en: '' }
  const [zh, en] = [`${plain(value.value)} ${unit['zh-CN']}`, `${plain(value.value)} ${unit.en}`]
  if (kind !== 'spread') return { 'zh-CN': zh + split['zh-CN'], en: en + split.en }
  const most = p90?.kind === 'shown' ? plain(p90.value) : undefined
  return {
    'zh-CN': `一半不超过 ${zh}${most === undefined ? '' : `，九成不超过 ${most} ${unit['zh-CN']}`}`,
    en: `half within ${en}${most === undefined ? '' : `, nine of ten within ${most}`}`,
  }
}

/** A few parts are told beside their sum; many stand in the table. */
const partsTold = 4

function sayParts({ parts: names = {}, byGroup }: Measure, parts: GroupFigure['parts']): Words {
  const told = parts.flatMap(({ part, count }) =>
    count.kind === 'shown' && names[part] ? [{ name: names[part], count: count.count }] : [],
  )
  if (byGroup || told.length < 2 || told.length < parts.length || told.length > partsTold) return { 'zh-CN': '', en: '' }
  return {
    'zh-CN': `（${told.map(({ name, count }) => `${name['zh-CN']} ${plain(count)}`).join('，')}）`,
    en: ` (${told.map(({ name, count }) => `${name.en}: ${plain(count)}`).join(', ')})`,
  }
}

function sayChange(measure: Measure, { before }: Standing, change: Change): Words {
  const than = heldAgainst(measure)
  if (change !== 'unknown') return changes(than)[change]
  if (!before || measure.kind === 'share') return { 'zh-CN': '', en: '' }
  const then = sayValues(measure, before.groups)
  return then
    ? { 'zh-CN': `；${than['zh-CN']}：${then['zh-CN']}`, en: `; in ${than.en}: ${then.en}` }
    : { 'zh-CN': `；${than['zh-CN']}太少，不便比较`, en: `; too few in ${than.en} to compare` }
}

const changes = (than: Words): Readonly<Record<Exclude<Change, 'unknown'>, Words>> => ({
  closing: { 'zh-CN': `，差距比${than['zh-CN']}小了`, en: `; the gap is smaller than in ${than.en}` },
  widening: { 'zh-CN': `，差距比${than['zh-CN']}大了`, en: `; the gap is larger than in ${than.en}` },
  rising: { 'zh-CN': `，比${than['zh-CN']}高了`, en: `; higher than in ${than.en}` },
  falling: { 'zh-CN': `，比${than['zh-CN']}低了`, en: `; lower than in ${than.en}` },
  unclear: { 'zh-CN': `，和${than['zh-CN']}比看不出变化`, en: `; no change can be seen from ${than.en}` },
})

/** What a standing is held against. */
const heldAgainst = (measure: Measure): Words =>
  isSingle(measure) ? { 'zh-CN': '上一期', en: 'the period before' } : { 'zh-CN': '前三个月', en: 'the three months before' }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const percent = (share: number): string => `${Math.round(100 * share)}%`
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const plain = (value: number): string => numbers.format(Math.abs(value) >= 100 ? Math.round(value) : value)

const inEnglish = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** 2026年8—10月, August–October 2026; across a year both years; a quarter or a year by its name. */
export function periodSpan(from: string, to: string): Words {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(to)
  if (quarter) return { 'zh-CN': `${quarter[1]}年第${quarter[2]}季度`, en: `quarter ${quarter[2]} of ${quarter[1]}` }
  if (to.length === 4) return { 'zh-CN': `${to}年`, en: to }
  const [fromYear, fromMonth, toYear, toMonth] = [...from.split('-'), ...to.split('-')].map(Number) as [number, number, number, number]
  const name = (year: number, month: number): string => inEnglish.format(new Date(Date.UTC(year, month - 1, 1)))
  const last = `${name(toYear, toMonth)} ${toYear}`
  if (from === to) return { 'zh-CN': `${toYear}年${toMonth}月`, en: last }
  return fromYear === toYear
    ? { 'zh-CN': `${toYear}年${fromMonth}—${toMonth}月`, en: `${name(fromYear, fromMonth)}–${last}` }
    : { 'zh-CN': `${fromYear}年${fromMonth}月—${toYear}年${toMonth}月`, en: `${name(fromYear, fromMonth)} ${fromYear} – ${last}` }
}
