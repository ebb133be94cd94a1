import type { AllocationResult } from '@ronghe/contract/council/allocation-results.ts'
import type { Deed } from '../../../platform/deed.ts'
import { firstCounted, readTally, type TallyLine } from '../counters/tally.ts'
import { fromCounters, fromRegister, fromRoom, line, type Indicator, type RoomPeriod, type Source } from './definition.ts'
import { ballotMoneyIn, firstNoted } from './programme-registers.ts'
import { cell, few, shown } from './room-cells.ts'

const levels = {
  street: { 'zh-CN': '街道', en: 'street' },
  community: { 'zh-CN': '社区', en: 'community' },
  lane: { 'zh-CN': '巷', en: 'lane' },
}
const yuan = { 'zh-CN': '元', en: 'yuan' }
const hours = { 'zh-CN': '小时', en: 'hours' }
const ledger = { 'zh-CN': '设计：资源下沉（指标 17）、支持台账 M4', en: 'Design: resources sunk (indicator 17), support ledger M4' }
const notServed = {
  'zh-CN': '台账记给了哪个机构，不记最后惠及哪一边的居民；按人群的只有居民投票那部分。',
  en: 'The ledger says which organ was given, not which group of residents it served in the end; by group only the part decided by ballots is known.',
}

/** What adds up in a counter, in units of so much, as a number by part. */
const amounts = (counter: string, unit: number, part: (line: TallyLine) => string | undefined): Source => ({
  since: (deed) => firstCounted(deed, [counter]),
  async lines(deed, days) {
    return (await readTally(deed, [counter], days)).flatMap((one) => {
      const here = part(one)
      return here === undefined ? [] : [line(here, Math.round(one.amount / unit), { organ: one.organ, community: one.community })]
    })
  },
})

const hoursOf = (kind: 'place' | 'equipment'): Source =>
  amounts('support.hours', 1, ({ detail }) => (detail.startsWith(`${kind}:`) ? detail.slice(kind.length + 1) : undefined))

/** Money that ballots gave out, by the group of whose voters it was, in years: as the rounds' own pages show it, none where one of them hides it. */
async function ballotMoneyByGroup(deed: Deed): Promise<readonly RoomPeriod[]> {
  const rows = await deed.tx
    .selectFrom('allocation_round as round')
    .innerJoin('allocation_result as result', (join) =>
      join.onRef('result.street_id', '=', 'round.street_id').onRef('result.round_id', '=', 'round.id'),
    )
    .select(['round.id', 'round.noted_on', 'result.result'])
    .distinctOn('round.id')
    .where('round.street_id', '=', deed.street.id)
    .where('round.noted_on', 'is not', null)
    .orderBy('round.id')
    .orderBy('result.count', 'desc')
    .execute()
  const years = Map.groupBy(rows, ({ noted_on }) => noted_on!.slice(0, 4))
  return [...years]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, rounds]) => ({
      period,
      cells: (['newcomer', 'local', 'unstated'] as const).map((group) => {
        const parts = rounds.map(({ result }) => {
          // Written as such when the round was counted.
          const { groups, costCents } = result as unknown as AllocationResult
          const { moneyShare } = groups[group]
          return moneyShare.kind === 'shown' ? Math.round((moneyShare.value * costCents) / 100) : undefined
        })
        return cell(group, { '': parts.every((part) => part !== undefined) ? shown(parts.reduce((sum, part) => sum + part, 0)) : few })
      }),
    }))
}

/** 17 · resources sunk to where people live. */
export const resources: Indicator = {
  key: 'resources',
  number: 17,
  box: 'organisationEmbedding',
  title: { 'zh-CN': '资源沉下去了多少', en: 'What reached the ground' },
  measures: [
    {
      key: 'money',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      parts: levels,
      unit: yuan,
      title: { 'zh-CN': '批下去的钱', en: 'Money granted' },
      says: {
        'zh-CN': '当月批准的资金支持，按沉到哪一级分，也可按申请的机构看。',
        en: 'Money granted in the month, by the level it went to; also by the organ that asked.',
      },
      saysNot: {
        'zh-CN': '批了不等于花好了，办成什么看台账里的结果。',
        en: 'Granted is not well spent; what came of it stands in the ledger.',
      },
      numerator: { 'zh-CN': '批准的金额，取整到元', en: 'cents granted, in whole yuan' },
      denominator: null,
      source: ledger,
      bias: notServed,
      counts: amounts('support.money', 100, ({ detail }) => detail),
    },
    {
      key: 'roomHours',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      parts: levels,
      unit: hours,
      title: { 'zh-CN': '场地用了多少小时', en: 'Hours of rooms' },
      says: { 'zh-CN': '当月交付的场地支持，按小时和级别算。', en: 'Hours of rooms handed over in the month, by level.' },
      saysNot: { 'zh-CN': '给了多少小时，不等于用了多少小时。', en: 'Hours given are not hours used.' },
      numerator: { 'zh-CN': '交付的场地小时', en: 'hours of rooms handed over' },
      denominator: null,
      source: ledger,
      bias: { 'zh-CN': '没写小时数的长期场地不在里面。', en: 'Rooms given for good, without hours, are not in it.' },
      counts: hoursOf('place'),
    },
    {
      key: 'equipmentHours',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      parts: levels,
      unit: hours,
      title: { 'zh-CN': '设备用了多少小时', en: 'Hours of equipment' },
      says: { 'zh-CN': '当月交付的设备支持，按小时和级别算。', en: 'Hours of equipment handed over in the month, by level.' },
      saysNot: { 'zh-CN': '给了多少小时，不等于用了多少小时。', en: 'Hours given are not hours used.' },
      numerator: { 'zh-CN': '交付的设备小时', en: 'hours of equipment handed over' },
      denominator: null,
      source: ledger,
      bias: { 'zh-CN': '送给机构、没写小时数的设备不在里面。', en: 'Equipment given for good, without hours, is not in it.' },
      counts: hoursOf('equipment'),
    },
    {
      key: 'given',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      parts: {
        money: { 'zh-CN': '资金', en: 'money' },
        place: { 'zh-CN': '场地', en: 'rooms' },
        equipment: { 'zh-CN': '设备', en: 'equipment' },
        people: { 'zh-CN': '人手', en: 'people' },
      },
      unit: { 'zh-CN': '项', en: 'grants' },
      title: { 'zh-CN': '批准的支持', en: 'Support granted' },
      says: { 'zh-CN': '当月批准的支持，按种类分，也可按机构看。', en: 'Support granted in the month, by kind; also by organ.' },
      saysNot: { 'zh-CN': '一项可大可小。', en: 'A grant may be large or small.' },
      numerator: { 'zh-CN': '当月批准的项数', en: 'grants of the month' },
      denominator: null,
      source: ledger,
      bias: notServed,
      counts: fromCounters(['support.given'], ({ detail }) => detail),
    },
    {
      key: 'answeredInTime',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      unit: { 'zh-CN': '项', en: 'requests' },
      title: { 'zh-CN': '按时答复的支持申请', en: 'Requests for support answered in time' },
      says: {
        'zh-CN': '当月该答复的申请里，到期前批或不批都有了话的占多少。',
        en: 'Of the requests due in the month, how many had been granted or refused by their day.',
      },
      saysNot: { 'zh-CN': '答复了不等于给了。', en: 'Answered is not granted.' },
      numerator: { 'zh-CN': '到期日或之前答复的', en: 'answered on or before their day' },
      denominator: { 'zh-CN': '当月到期的申请，撤回的除外', en: 'requests due in the month, those withdrawn left out' },
      source: { 'zh-CN': '设计：10 个工作日内答复', en: 'Design: an answer within 10 working days' },
      bias: { 'zh-CN': '只数提了的申请。', en: 'Only what was asked for.' },
      counts: fromCounters(['support.due'], ({ detail }) => detail),
    },
    {
      key: 'outcomeTold',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.support',
      unit: { 'zh-CN': '项', en: 'grants' },
      title: { 'zh-CN': '说了结果的支持', en: 'Support of which it was told what came of it' },
      says: {
        'zh-CN': '当月该说结果的支持里，机构写了办成什么的占多少。',
        en: 'Of the support whose outcome was due in the month, how much the organ has told what came of.',
      },
      saysNot: { 'zh-CN': '写了不等于效果好。', en: 'Told is not good.' },
      numerator: { 'zh-CN': '写了结果的', en: 'with an outcome told' },
      denominator: { 'zh-CN': '当月该写结果的', en: 'whose outcome was due in the month' },
      source: ledger,
      bias: { 'zh-CN': '结果由用的机构自己写。', en: 'The organ that used it tells it.' },
      counts: fromCounters(['support.outcome'], ({ detail }) => detail),
    },
    {
      key: 'contractsPaid',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'programme.contracts',
      unit: yuan,
      title: { 'zh-CN': '承接项目付出的钱', en: 'Paid for contracted projects' },
      says: {
        'zh-CN': '当月付给承接项目的钱，按提需求的机构看。',
        en: 'Paid for contracted projects in the month, by the organ whose need it was.',
      },
      saysNot: { 'zh-CN': '付得多少不说明服务好坏。', en: 'What was paid does not say how good the service was.' },
      numerator: { 'zh-CN': '付款金额，取整到元', en: 'payments, in whole yuan' },
      denominator: null,
      source: { 'zh-CN': '设计 M28', en: 'Design M28' },
      bias: {
        'zh-CN': '预算来自台账的项目，批钱时在“批下去的钱”里已经算过。',
        en: 'A project whose budget came from the ledger was counted as money granted already.',
      },
      counts: amounts('contract.paid', 100, () => ''),
    },
    {
      key: 'decidedBy',
      kind: 'count',
      byGroup: false,
      places: [],
      exempt: 'council.allocation',
      parts: {
        ballots: { 'zh-CN': '居民投票定的', en: 'by residents’ ballots' },
        office: { 'zh-CN': '街道批的', en: 'by the street' },
      },
      unit: yuan,
      title: { 'zh-CN': '钱由谁定', en: 'Who decided about money' },
      says: {
        'zh-CN': '当月定下的钱里，居民投票定的和街道批的各多少。',
        en: 'Of the money decided in the month, how much by residents’ ballots and how much by the street.',
      },
      saysNot: { 'zh-CN': '只看街道和议事会这两条路，不是全部财政。', en: 'These two ways only, not all public spending.' },
      numerator: { 'zh-CN': '居民投票定的金额', en: 'yuan decided by ballots' },
      denominator: { 'zh-CN': '投票定的加街道批的', en: 'by ballots and by the street together' },
      source: { 'zh-CN': '指标 17：居民投票决定的占比', en: 'Indicator 17: share decided by residents’ ballots' },
      bias: { 'zh-CN': '一年一轮的投票，其他月份是零。', en: 'Ballots come about once a year; in other months there are none.' },
      counts: {
        since: async (deed) =>
          [await firstCounted(deed, ['support.money']), await firstNoted(deed)].filter((day) => day !== undefined).toSorted()[0],
        async lines(deed, days) {
          const granted = (await readTally(deed, ['support.money'], days)).reduce((sum, { amount }) => sum + amount, 0)
          const byBallots = (await ballotMoneyIn(deed, days)).reduce((sum, { cents }) => sum + cents, 0)
          return [line('ballots', Math.round(byBallots / 100)), line('office', Math.round(granted / 100))]
        },
      },
    },
    {
      key: 'ballotMoney',
      kind: 'count',
      every: 'year',
      byGroup: true,
      places: [],
      unit: yuan,
      title: { 'zh-CN': '居民投票定的钱，来自哪边的票', en: 'Money decided by ballots, by whose ballots' },
      says: {
        'zh-CN': '等额分配时，每张票都带着一份钱：两边居民的票各出了多少。',
        en: 'Under equal shares every ballot carries a part of the money: how much the ballots of each group paid.',
      },
      saysNot: {
        'zh-CN': '路灯大家都照：钱从哪边的票来，不等于只给哪边用。',
        en: 'A lamp lights everybody: whose ballots paid is not who alone is served.',
      },
      numerator: { 'zh-CN': '各组选票付出的元', en: 'yuan paid by the ballots of each group' },
      denominator: null,
      source: { 'zh-CN': '设计 M18、指标 17', en: 'Design M18, indicator 17' },
      bias: { 'zh-CN': '哪一轮人太少不显示，当年就不显示。', en: 'Where a round hides a group the year does.' },
      counts: fromRoom(ballotMoneyByGroup),
    },
    {
      key: 'ballotMoneyByCouncil',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.allocation',
      unit: yuan,
      title: { 'zh-CN': '各议事会投票分出去的钱', en: 'Money given out by ballots, by council' },
      says: { 'zh-CN': '当月定下的投票分配结果，按议事会分。', en: 'Results of ballots settled in the month, by council.' },
      saysNot: { 'zh-CN': '定下了还没有花出去。', en: 'Settled is not yet spent.' },
      numerator: { 'zh-CN': '入选项目的金额，取整到元', en: 'cost of the winning projects, in whole yuan' },
      denominator: null,
      source: { 'zh-CN': '设计 M18', en: 'Design M18' },
      bias: { 'zh-CN': '按议事会知会结果的日子算。', en: 'By the day on which the council took note of the result.' },
      counts: fromRegister(firstNoted, async (deed, days) =>
        (await ballotMoneyIn(deed, days)).map(({ council, cents }) => line('', Math.round(cents / 100), { organ: council })),
      ),
    },
  ],
}
