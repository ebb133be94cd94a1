import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import { readTally } from '../counters/tally.ts'
import { givingFigure, toQuarter } from '../../volunteers/giving/giving.ts'
import { fromCounters, fromRegister, fromRoom, line, said, type Days, type Indicator, type Line, type RoomPeriod } from './definition.ts'
import { firstHoursOn, momentsOf } from './registers.ts'
import { cell, shown } from './room-cells.ts'

const groups = ['newcomer', 'local', 'unstated'] as const
const waits = 30
const source = said('设计：指标 10', 'Design: indicator 10')
const confirmedOnly = said('只看有第二个人确认的时长。', 'Only hours a second person confirmed.')

/** 10 · volunteers: active, without any post, mix, hours. No person, no team and no order of anybody. */
export const volunteers: Indicator = {
  key: 'volunteers',
  number: 10,
  box: 'values',
  title: said('谁在出力', 'Who lends a hand'),
  // Hours are claimed within a week, confirmed within two more, and drawn for a check at the month's end.
  waits,
  measures: [
    {
      key: 'active',
      kind: 'count',
      every: 'quarter',
      byGroup: true,
      stock: true,
      places: [],
      unit: said('人', 'people'),
      title: said('出过力的人', 'Active volunteers'),
      says: said('当季有确认时长的人，两方各多少。', 'People with confirmed hours in the quarter, by group.'),
      saysNot: said(
        '帮邻居的忙大多不登记：没登记的不等于没出力。',
        'Most neighbourly help is never written down: not being in it is not doing nothing.',
      ),
      numerator: said('当季有确认时长的不同的人', 'different people with confirmed hours'),
      denominator: null,
      source,
      bias: confirmedOnly,
      counts: fromRoom((deed) => byQuarter(deed, ({ gave }) => groups.map((group) => cell(group, { '': gave[group] })))),
    },
    {
      key: 'hours',
      kind: 'sum',
      every: 'quarter',
      byGroup: true,
      stock: true,
      places: [],
      unit: said('小时', 'hours'),
      title: said('确认的时长', 'Hours confirmed'),
      says: said('当季确认的志愿服务时长，两方各多少小时。', 'Hours of voluntary service confirmed in the quarter, by group.'),
      saysNot: said('从不按时长排谁先谁后。', 'Nobody is ever put in order by hours.'),
      numerator: said('确认的小时', 'hours confirmed'),
      denominator: null,
      source,
      bias: said('有一方人太少时，两方都不分开显示。', 'Where a group is too few, hours are not told apart.'),
      counts: fromRoom((deed) =>
        byQuarter(deed, ({ gave, hours }) =>
          groups.map((group) => {
            const told = hours[group]
            return cell(group, { '': gave[group] }, told.kind === 'shown' ? [line('', 1, { group, amount: told.value })] : [])
          }),
        ),
      ),
    },
    {
      key: 'kinds',
      kind: 'count',
      every: 'quarter',
      byGroup: false,
      places: [],
      exempt: 'volunteers.shiftsHeld',
      parts: {
        streetInspection: said('巡查街巷', 'street inspection'),
        environment: said('环境', 'environment'),
        care: said('关爱探访', 'care'),
        patrol: said('治安巡逻', 'safety patrol'),
        taskTeam: said('临时任务', 'task teams'),
      },
      unit: said('个班次', 'shifts'),
      title: said('都做些什么', 'What is done'),
      says: said('当季办成的班次，按种类分。', 'Shifts that took place in the quarter, by kind.'),
      saysNot: said('班次多少不说明哪种更要紧。', 'How many there are does not say which matters more.'),
      numerator: said('每种的班次', 'shifts of each kind'),
      denominator: null,
      source,
      bias: said('长的短的都算一个班次。', 'A long shift counts like a short one.'),
      counts: fromRoom((deed) =>
        byQuarter(deed, ({ shifts }) => [
          cell('all', Object.fromEntries(kinds.map((kind) => [kind, shown(shifts.find((one) => one.kind === kind)?.count ?? 0)]))),
        ]),
      ),
    },
    {
      key: 'withoutPost',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: [],
      unit: said('人', 'people'),
      title: said('没有任何职务的人', 'Without any post'),
      says: said(
        '当月出过力的人里，有多少不担任任何职务。',
        'Of the people with confirmed hours in the month, how many hold no post at all.',
      ),
      saysNot: said(
        '高说明不光是干部在做；低不说明干部不该做。',
        'A high share says that it is not only office-holders; a low one does not say that they should not.',
      ),
      numerator: said('当月没有职务的人', 'those who held no post in the month'),
      denominator: said('当月有确认时长的不同的人', 'different people with confirmed hours in the month'),
      source: said('论文：参与不能只靠精英；设计：指标 10', 'The study: taking part must not rest on a few; design: indicator 10'),
      bias: said('平台上登记的职务才知道；别处的职务不知道。', 'Only posts registered here are known.'),
      counts: fromRegister(firstHoursOn, withoutPost),
    },
    {
      key: 'repeat',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: [],
      unit: said('人', 'people'),
      title: said('又来的人', 'Came again'),
      says: said(
        '当月出过力的人里，有多少在之前的三个月里也来过。',
        'Of the people with confirmed hours in the month, how many had also come in the three months before.',
      ),
      saysNot: said('只来一次也很好；没有人要连着来。', 'Coming once is fine too: nobody has to come in a row.'),
      numerator: said('之前90天里也来过的人', 'those who also came in the 90 days before'),
      denominator: said('当月有确认时长的不同的人', 'different people with confirmed hours in the month'),
      source,
      bias: confirmedOnly,
      counts: fromRegister(firstHoursOn, cameAgain),
    },
    {
      key: 'confirmed',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('条时长', 'entries'),
      title: said('报的时长有多少得到确认', 'Hours claimed that were confirmed'),
      says: said(
        '当月班次报的时长里，有多少由在场的第二个人确认了。',
        'Of the hours claimed for shifts of the month, how many a second person who was there has confirmed.',
      ),
      saysNot: said('没确认不等于没来：可能没人顾得上。', 'Not confirmed is not absent: perhaps nobody got round to it.'),
      numerator: said('确认的条数', 'entries confirmed'),
      denominator: said('报的条数', 'entries claimed'),
      source: said('设计 08：时长由第二个人确认', 'Design 08: hours are confirmed by a second person'),
      bias: said('后来更正收回的仍算报过、确认过。', 'What was taken back later still counts as claimed and as confirmed.'),
      counts: { ...fromCounters(['hours.claimed'], () => undefined), lines: confirmedOfClaimed },
    },
    {
      key: 'gaveUp',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('次报名', 'sign-ups'),
      title: said('报了名又退的', 'Signed up and stepped back'),
      says: said('当月的报名里，后来退掉的有多少。', 'Of the sign-ups made in the month, how many were given up again.'),
      saysNot: said(
        '退得掉是好事：大于零才正常，没有人因为退出而吃亏。',
        'Being able to step back is good: more than none is normal, and nobody is worse off for it.',
      ),
      numerator: said('退掉的报名', 'sign-ups given up'),
      denominator: said('当月的报名', 'sign-ups of the month'),
      source: said('设计：指标 10，退出不受罚', 'Design: indicator 10, quitting without penalty'),
      bias: said(
        '排队时退的也算；定数以后才退的不改。',
        'Leaving the waiting list is in it; what is given up after the month was counted is not.',
      ),
      counts: fromCounters(['signUp.became'], ({ detail }) => (detail === 'left' ? 'yes' : 'no')),
    },
  ],
}

const kinds = ['streetInspection', 'environment', 'care', 'patrol', 'taskTeam'] as const

/** The quarters of the page of giving back, as it shows them. */
const byQuarter = async (
  deed: Deed,
  tell: (quarter: ReturnType<typeof toQuarter>) => RoomPeriod['cells'],
): Promise<readonly RoomPeriod[]> =>
  [...(await frozen(deed, givingFigure))].map(([period, { counts }]) => ({ period, cells: tell(toQuarter(period, counts)) }))

/** People with confirmed hours in the month; the ids stay in the database. */
const activeIn = (deed: Deed, { from, until }: { readonly from: Date; readonly until: Date }) => sql`
  select distinct entry.person_id
  from hours_entry entry
  join hours_confirmation confirmation on confirmation.street_id = entry.street_id and confirmation.entry_id = entry.id
  where entry.street_id = ${deed.street.id}::uuid and entry.starts_at >= ${from} and entry.starts_at < ${until} and entry.reverses is null
    and not exists (select 1 from hours_entry back where back.street_id = entry.street_id and back.reverses = entry.id)`

async function withoutPost(deed: Deed, days: Days): Promise<readonly Line[]> {
  const { rows } = await sql<{ held: boolean; people: number }>`
    select exists (
        select 1 from appointment held
        where held.street_id = ${deed.street.id}::uuid and held.person_id = active.person_id and held.starts_on <= ${days.last}::date
          and (held.ends_on is null or held.ends_on >= ${days.first}::date)
          and (held.revoked_at is null or held.revoked_at >= ${startOfDay(deed.street.zone, days.first)})
      ) as held, count(*)::int as people
    from (${activeIn(deed, momentsOf(deed, days))}) active group by 1`.execute(deed.tx)
  return rows.map(({ held, people }) => line(held ? 'no' : 'yes', people))
}

async function cameAgain(deed: Deed, days: Days): Promise<readonly Line[]> {
  const before = { from: startOfDay(deed.street.zone, addDays(days.first, -90)), until: startOfDay(deed.street.zone, days.first) }
  const { rows } = await sql<{ again: boolean; people: number }>`
    select active.person_id in (${activeIn(deed, before)}) as again, count(*)::int as people
    from (${activeIn(deed, momentsOf(deed, days))}) active group by 1`.execute(deed.tx)
  return rows.map(({ again, people }) => line(again ? 'yes' : 'no', people))
}

async function confirmedOfClaimed(deed: Deed, days: Days): Promise<readonly Line[]> {
  const lines = await readTally(deed, ['hours.claimed', 'hours.confirmed'], days)
  const count = (wanted: string): number => lines.reduce((sum, { counter, n }) => (counter === wanted ? sum + n : sum), 0)
  const confirmed = count('hours.confirmed')
  return [line('yes', confirmed), line('no', count('hours.claimed') - confirmed)]
}
