import type { Deed } from '../../../platform/deed.ts'
import { frozen } from '../../../platform/privacy/frozen-figures.ts'
import { smallestCount } from '../../../platform/privacy/suppression.ts'
import { mediationFigures } from '../../station/mediation-figures.ts'
import { fromCounters, fromRoom, line, said, type Indicator, type RoomPeriod } from './definition.ts'
import { cell, few, row, shown } from './room-cells.ts'

const source = said('设计 M36、08：调解', 'Design M36, and 08: mediation')
const ended = said('当年结束的调解', 'mediations that ended in the year')

/** 19 · mediation. The station counts a year once; the same parts are shown here. */
export const mediation: Indicator = {
  key: 'mediation',
  number: 19,
  box: 'service',
  title: said('邻里的事好好谈', 'Disputes talked over'),
  measures: [
    {
      key: 'requested',
      kind: 'count',
      byGroup: false,
      places: [],
      unit: said('件', 'requests'),
      title: said('申请调解', 'Mediation asked for'),
      says: said('当月有多少人提出想调解。', 'How many asked for a mediation in the month.'),
      saysNot: said('多不等于邻里不和：愿意谈是好事。', 'Many do not mean bad neighbours: being willing to talk is good.'),
      numerator: said('当月的申请', 'requests of the month'),
      denominator: null,
      source,
      bias: said(
        '家暴、犯罪和涉及未成年人的只转介，不在里面。',
        'Violence at home, crimes and matters of minors are only referred and not in it.',
      ),
      counts: fromCounters(['dispute.requested'], () => ''),
    },
    {
      key: 'outcome',
      kind: 'count',
      every: 'year',
      byGroup: false,
      places: [],
      parts: {
        declined: said('对方没答应', 'the other side said no'),
        withoutAgreement: said('没谈成', 'no agreement'),
        kept: said('谈成，30天后都说做到了', 'agreement, kept after 30 days'),
        notKeptOrUnknown: said('谈成，没全做到或不知道', 'agreement, not wholly kept or not known'),
      },
      unit: said('件', 'mediations'),
      title: said('谈得怎么样', 'What came of them'),
      says: said('当年结束的调解，按结果分。', 'Mediations that ended in the year, by what came of them.'),
      saysNot: said(
        '没谈成不等于谁错；没答应也是各人的自由。',
        'No agreement does not mean that anybody was wrong, and saying no is everybody’s right.',
      ),
      numerator: said('每种结果的件数', 'mediations of each outcome'),
      denominator: ended,
      source,
      bias: said('30天后没回话的算“不知道”。', 'Whoever did not answer after 30 days is under “not known”.'),
      counts: fromRoom((deed) =>
        byYear(deed, (period, { declined, withoutAgreement, kept, notKeptOrUnknown }) =>
          row(period, { declined, withoutAgreement, kept, notKeptOrUnknown }),
        ),
      ),
    },
    {
      key: 'betweenGroups',
      kind: 'count',
      every: 'year',
      byGroup: false,
      places: [],
      parts: {
        mixed: said('{newcomers}和{locals}之间', 'between {newcomers} and {locals}'),
        alike: said('同一方之间', 'within a group'),
        unknown: said('不知道', 'not known'),
      },
      unit: said('件', 'mediations'),
      title: said('谁和谁之间的事', 'Between whom'),
      says: said('当年结束的调解，有多少是两方之间的。', 'Of the mediations that ended in the year, how many were between the groups.'),
      saysNot: said(
        '同住一巷，两方之间有事是常情；不说明哪一方爱争。',
        'People of both groups share lanes: it does not say that either is quarrelsome.',
      ),
      numerator: said('两方之间的件数', 'mediations between the groups'),
      denominator: ended,
      source,
      bias: said('有一方没说自己是谁，就算“不知道”。', 'Where one side never said what they are, it is “not known”.'),
      counts: fromRoom((deed) => byYear(deed, (period, { mixed, alike, unknown }) => row(period, { mixed, alike, unknown }))),
    },
    {
      key: 'days',
      kind: 'spread',
      every: 'year',
      byGroup: false,
      places: [],
      unit: said('天', 'days'),
      title: said('从申请到结束', 'Days from request to end'),
      says: said(
        '当年结束的调解，一半不超过这个天数（日历天，含30天后的回访）。',
        'Calendar days of the mediations that ended in the year, half took no more; the follow-up after 30 days is in it.',
      ),
      saysNot: said('快不是目的，谈得拢才是。', 'Fast is not the aim; coming to terms is.'),
      numerator: said('每件的天数', 'days of each mediation'),
      denominator: ended,
      source,
      bias: said('还在谈的不在里面。', 'Those still going on are not in it.'),
      counts: fromRoom((deed) =>
        byYear(deed, (period, { declined, withoutAgreement, kept, notKeptOrUnknown, days }) => {
          const total = declined + withoutAgreement + kept + notKeptOrUnknown
          const known = days !== undefined && total >= smallestCount
          return {
            period,
            cells: [
              known
                ? cell(
                    'all',
                    { '': shown(total) },
                    Object.entries(days).map(([value, n]) => line(value, n)),
                  )
                : cell('all', { '': few }),
            ],
          }
        }),
      ),
    },
  ],
}

type Counts = Awaited<ReturnType<typeof mediationFigures.count>>

const byYear = async (deed: Deed, tell: (year: string, counts: Counts) => RoomPeriod): Promise<readonly RoomPeriod[]> =>
  [...(await frozen(deed, mediationFigures))].map(([year, { counts }]) => tell(year, counts))
