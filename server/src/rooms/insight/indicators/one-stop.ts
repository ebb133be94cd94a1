import type { Deed } from '../../../platform/deed.ts'
import { readSummary } from '../../station/ratings.ts'
import { caseQuarters } from './case-quarters.ts'
import { fromCounters, fromRoom, said, type Indicator, type RoomPeriod } from './definition.ts'
import { cell, row } from './room-cells.ts'

/** The five levels, the best first, and how the station numbers them. */
const levels = { veryGood: 5, good: 4, fair: 3, bad: 2, veryBad: 1 } as const

/** 7 · one stop and ratings; never by clerk. */
export const oneStop: Indicator = {
  key: 'oneStop',
  number: 7,
  box: 'service',
  title: said('一次办好与好差评', 'Done in one place, and how it was rated'),
  measures: [
    {
      key: 'finishedHere',
      kind: 'share',
      every: 'quarter',
      byGroup: false,
      places: [],
      unit: said('件', 'cases'),
      title: said('在站里一次办好的', 'Finished at the station at once'),
      says: said(
        '当季作出决定的办件里，有多少没有转到别处、也没有多跑一趟。',
        'Of the cases decided in the quarter, how many were neither sent elsewhere nor took a second trip.',
      ),
      saysNot: said(
        '一次办好不等于同意；转出去的有时是对的路。',
        'Finished is not granted, and being sent elsewhere is sometimes the right way.',
      ),
      numerator: said('没有转办、也没有第二趟的件数', 'cases neither referred nor with a second trip'),
      denominator: said('当季作出决定的件数', 'cases decided in the quarter'),
      source: said('设计：指标 7', 'Design: indicator 7'),
      bias: said(
        '站里看得见的趟数才算：没取号的、跑到别处的不知道。',
        'Only trips the station saw: visits without a ticket and trips to other offices are not known.',
      ),
      counts: fromRoom(finished),
    },
    {
      key: 'ratings',
      kind: 'count',
      every: 'quarter',
      byGroup: false,
      places: [],
      parts: {
        veryGood: said('非常满意', 'very good'),
        good: said('满意', 'good'),
        fair: said('基本满意', 'fair'),
        bad: said('不满意', 'bad'),
        veryBad: said('非常不满意', 'very bad'),
      },
      unit: said('个评价', 'ratings'),
      title: said('好差评怎么说', 'What the ratings say'),
      says: said('当季自愿给的评价，按五级分。', 'Ratings given in the quarter, by level.'),
      saysNot: said(
        '这是愿意评价的人的话，不是所有办事的人；不看哪个窗口、哪位工作人员。',
        'It is what those say who chose to rate, not everybody; it is about no window and no member of staff.',
      ),
      numerator: said('每一级的评价数', 'ratings of each level'),
      denominator: null,
      source: said('国办发〔2019〕51号：政务服务“好差评”，五级，自愿', 'State Council office 2019/51: ratings of five levels, voluntary'),
      bias: said('很满意和很不满意的人更愿意评价。', 'The very pleased and the very displeased rate more often.'),
      counts: fromRoom(ratings),
    },
    {
      key: 'putRight',
      kind: 'share',
      every: 'quarter',
      byGroup: false,
      places: [],
      unit: said('个差评', 'bad ratings'),
      title: said('差评按时办结', 'Bad ratings put right in time'),
      says: said(
        '当季的差评里，有多少在承诺日之前核实、整改、回访完。',
        'Of the bad ratings of the quarter, how many were checked, put right and answered by the promised day.',
      ),
      saysNot: said('办结不等于评价的人满意了。', 'Put right does not mean that whoever rated is content.'),
      numerator: said('按时办结的差评', 'bad ratings settled in time'),
      denominator: said('当季的差评', 'bad ratings of the quarter'),
      source: said('设计 08：差评15个工作日内整改，一律回访', 'Design 08: put right within 15 working days, always called back'),
      bias: said('还有差评没办完的季度先不显示。', 'A quarter waits until none of its bad ratings is open.'),
      counts: fromRoom(putRight),
    },
    {
      key: 'calledBack',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('个电话', 'calls'),
      title: said('差评一个工作日内打电话', 'Called about a bad rating by the next working day'),
      says: said(
        '当月因差评打的第一个电话里，有多少在一个工作日内。',
        'Of the first calls about bad ratings made in the month, how many came within one working day.',
      ),
      saysNot: said('只有同意接电话的才打；不同意的书面回复。', 'Only whoever agreed to a call is called; others are answered in writing.'),
      numerator: said('按时打的电话', 'first calls in time'),
      denominator: said('当月打的第一个电话', 'first calls made in the month'),
      source: said('设计 08：差评1个工作日内联系', 'Design 08: a call within one working day'),
      bias: said('到月末还没打的，要到打了的那个月才算。', 'What was not called about by the month’s end counts in the month it is.'),
      counts: fromCounters(['followUp.called'], ({ detail }) => (detail === 'inTime' ? 'yes' : 'no')),
    },
  ],
}

async function finished(deed: Deed, from?: string): Promise<readonly RoomPeriod[]> {
  return (await caseQuarters(deed, from)).map(({ quarter, lines }) => {
    const count = (here: boolean): number =>
      lines.reduce(
        (sum, { outcome, extraVisits, cases }) => ((outcome !== 'referred' && extraVisits === 0) === here ? sum + cases : sum),
        0,
      )
    return row(quarter, { yes: count(true), no: count(false) })
  })
}

async function summaries(deed: Deed) {
  const { quarters } = await readSummary(deed)
  const all: Awaited<ReturnType<typeof readSummary>>[] = []
  for (const quarter of quarters.toReversed()) all.push(await readSummary(deed, quarter))
  return all.flatMap(({ quarter, ...summary }) => (quarter === null ? [] : [{ quarter, ...summary }]))
}

async function ratings(deed: Deed): Promise<readonly RoomPeriod[]> {
  return (await summaries(deed)).map(({ quarter, levels: told }) => ({
    period: quarter,
    // The room tells the lowest level first.
    cells: [cell('all', Object.fromEntries(Object.entries(levels).map(([level, number]) => [level, told[number - 1]!])))],
  }))
}

async function putRight(deed: Deed): Promise<readonly RoomPeriod[]> {
  return (await summaries(deed)).map(({ quarter, followUps }) => ({
    period: quarter,
    cells: [cell('all', { yes: followUps.inTime, no: followUps.late })],
  }))
}
