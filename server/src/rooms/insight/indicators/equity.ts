import type { Deed } from '../../../platform/deed.ts'
import { describeEquity } from '../../station/equity.ts'
import { frozenQuarters } from '../../station/equity-figures.ts'
import { fewestToCompare, groups, type Benefit, type FigureLine } from '../../station/equity-formulas.ts'
import { listServiceOpenings } from '../../station/services.ts'
import { benefitsOf, caseQuarters } from './case-quarters.ts'
import { fromRegister, fromRoom, line, said, type Indicator, type Line, type RoomPeriod } from './definition.ts'
import { cell, few, shown } from './room-cells.ts'
import { firstServiceOn } from './registers.ts'

const law = said(
  '国务院令第663号《居住证暂行条例》第12、13条；设计 M22',
  'Residence permit regulation (State Council order 663) articles 12 and 13; design M22',
)
const quarterly = said(
  '只看当季作出决定的办件；没来办的人和走掉的人不在里面。决定后又改的，季末定数以后不再变。',
  'Only cases decided in the quarter; whoever never came or went away is not in it. What is decided anew after the quarter was counted changes nothing.',
)

/** 6 · service equity: opportunity, benefit, choice, days. */
export const equity: Indicator = {
  key: 'serviceEquity',
  number: 6,
  box: 'service',
  title: said('办事是不是一样方便', 'Is the same service there for both'),
  measures: [
    {
      key: 'opportunity',
      kind: 'count',
      byGroup: true,
      stock: true,
      places: [],
      exempt: 'station.servicesOpen',
      parts: {
        open: said('一样能办', 'open'),
        openOtherPapers: said('能办，材料不同', 'open with other papers'),
        ownGroupOnly: said('只对这一方', 'for this group only'),
        closed: said('不能办', 'closed'),
      },
      unit: said('项', 'services'),
      title: said('机会：能办的事项', 'Opportunity: services that are open'),
      says: said(
        '目录里的服务，对{newcomers}和{locals}各有多少项能办。',
        'How many services of the catalogue are open to {newcomers} and to {locals}.',
      ),
      saysNot: said('能办不等于去办了，也不等于办成了。', 'Open does not mean used, and not granted either.'),
      numerator: said('对这一方开放的事项数', 'services open to the group'),
      denominator: said('两方都可能办的事项数；只对一方的另列', 'services meant for both; those of one group are listed apart'),
      source: law,
      bias: said(
        '按月末后第八天的目录；不愿说的人按自己的材料办，不另列。',
        'The catalogue as it stands on the eighth day after the month. Whoever prefers not to say goes by the papers they have and is not listed apart.',
      ),
      counts: fromRegister(firstServiceOn, openServices),
    },
    {
      key: 'benefit',
      kind: 'share',
      every: 'quarter',
      byGroup: true,
      leastToCompare: fewestToCompare,
      places: [],
      unit: said('件', 'cases'),
      title: said('受益：同意的办件', 'Benefit: cases granted'),
      says: said('当季作出决定的办件里，有多少是同意。', 'Of the cases decided in the quarter, how many were granted.'),
      saysNot: said(
        '差别不等于不公：两方办的事项可能不一样。要看缘由，请到“均等服务”按事项看。',
        'A difference is not yet unfairness: the two may ask for different things. The page of equal service shows it by service, with the reasons of refusal.',
      ),
      numerator: said('同意的件数', 'cases granted'),
      denominator: said('当季作出决定的件数', 'cases decided in the quarter'),
      source: said(
        '设计 M22；比值区间：Katz 等 1978，Biometrics 34:469',
        'Design M22; interval of the ratio: Katz et al. 1978, Biometrics 34:469',
      ),
      bias: quarterly,
      counts: fromRoom((deed, from) => byBenefit(deed, from, ({ granted, notGranted }) => ({ parts: { yes: granted, no: notGranted } }))),
    },
    {
      key: 'choice',
      kind: 'share',
      every: 'quarter',
      byGroup: true,
      places: [],
      unit: said('项', 'services'),
      title: said('选择：真有两条路的事项', 'Choice: services with two ways in use'),
      says: said(
        '在这一方办件够多的事项里，有多少项至少有两种办法各被一成以上的人用到。',
        'Of the services with enough cases of the group, how many have two or more ways each used by a tenth of the group.',
      ),
      saysNot: said(
        '办法写在墙上不算，用到才算；也不说哪种更好。',
        'A way on paper does not count, only one in use; it does not say which is better.',
      ),
      numerator: said('至少两种办法各占一成以上的事项', 'services with two ways used by a tenth or more'),
      denominator: said('这一方当季有60件以上的事项', 'services with 60 or more cases of the group'),
      source: said('设计 08：均等服务', 'Design 08: equal service'),
      bias: said('办件少的事项看不出来，不在里面。', 'Services with few cases cannot be told and are not in it.'),
      counts: fromRoom(choices),
    },
    {
      key: 'days',
      kind: 'spread',
      every: 'quarter',
      byGroup: true,
      places: [],
      unit: said('个工作日', 'working days'),
      title: said('部门用了几天', 'Days the offices took'),
      says: said(
        '从受理到决定的工作日，一半的办件不超过这个数；等居民补材料的日子不算。',
        'Working days from acceptance to decision: half of the cases took no more. Days on which the resident was asked for something are not in it.',
      ),
      saysNot: said('不说哪个窗口、哪位工作人员快慢。', 'It says nothing about a window or a member of staff.'),
      numerator: said('每件用的工作日', 'working days of each case'),
      denominator: said('当季作出决定的件数', 'cases decided in the quarter'),
      source: said('设计 08：均等服务', 'Design 08: equal service'),
      bias: quarterly,
      counts: fromRoom((deed, from) => byBenefit(deed, from, (benefit, lines) => spread(benefit, lines, ({ days }) => days))),
    },
    {
      key: 'ownDays',
      kind: 'spread',
      every: 'quarter',
      byGroup: true,
      places: [],
      unit: said('个工作日', 'working days'),
      title: said('居民自己补材料的日子', 'Days the matter waited for the resident'),
      says: said(
        '要居民补充的那些工作日，一半的办件不超过这个数。',
        'Working days on which the resident had been asked for something: half of the cases had no more.',
      ),
      saysNot: said('等得久不是谁的错：材料可能在老家。', 'A long wait is nobody’s fault: the paper may be at home, far away.'),
      numerator: said('每件等居民的工作日', 'working days each case waited for the resident'),
      denominator: said('当季作出决定的件数', 'cases decided in the quarter'),
      source: said('设计 08：均等服务', 'Design 08: equal service'),
      bias: quarterly,
      counts: fromRoom((deed, from) => byBenefit(deed, from, (benefit, lines) => spread(benefit, lines, ({ ownDays }) => ownDays))),
    },
    {
      key: 'extraVisits',
      kind: 'mean',
      every: 'quarter',
      byGroup: true,
      places: [],
      unit: said('趟', 'visits'),
      title: said('多跑的趟数', 'Extra visits'),
      says: said(
        '当季作出决定的办件，平均每件多跑了几趟。',
        'How many visits beyond the first a case decided in the quarter took, on average.',
      ),
      saysNot: said('在手机上办的没有来，也算在里面，是零趟。', 'Cases handled by phone are in it with none.'),
      numerator: said('第一趟以外来的天数', 'days somebody came beyond the first'),
      denominator: said('当季作出决定的件数', 'cases decided in the quarter'),
      source: said('设计 08：均等服务', 'Design 08: equal service'),
      bias: said(
        '没取号就来的不知道；多跑的或没多跑的太少时不显示。',
        'Whoever came without a ticket is not known; shown only when both those with and without are enough.',
      ),
      counts: fromRoom((deed, from) => byBenefit(deed, from, extraVisits)),
    },
  ],
}

async function openServices(deed: Deed): Promise<readonly Line[]> {
  const { services } = await listServiceOpenings(deed)
  return (['newcomer', 'local'] as const).flatMap((group) => {
    const other = group === 'newcomer' ? 'local' : 'newcomer'
    const parts = services.map((service) =>
      service[group].state !== 'closed' && service[other].state === 'closed' ? 'ownGroupOnly' : service[group].state,
    )
    return [...Map.groupBy(parts, (part) => part)].map(([part, all]) => line(part, all.length, { group }))
  })
}

interface Told {
  readonly parts: Parameters<typeof cell>[1]
  readonly lines?: readonly Line[]
}

async function byBenefit(
  deed: Deed,
  from: string | undefined,
  tell: (benefit: Benefit, lines: readonly FigureLine[]) => Told,
): Promise<readonly RoomPeriod[]> {
  return (await caseQuarters(deed, from)).map((quarter) => ({
    period: quarter.quarter,
    cells: benefitsOf(quarter).map((benefit) => {
      const { parts, lines } = tell(
        benefit,
        quarter.lines.filter(({ group }) => group === benefit.group),
      )
      return cell(benefit.group, parts, lines)
    }),
  }))
}

/** Days are told of a group whose two cells are shown: its number of cases is known then, and no other table gives it away. */
const decidedOf = ({ granted, notGranted }: Benefit): number | undefined =>
  granted.kind === 'shown' && notGranted.kind === 'shown' ? granted.count + notGranted.count : undefined

function spread(benefit: Benefit, lines: readonly FigureLine[], value: (line: FigureLine) => number): Told {
  const decided = decidedOf(benefit)
  if (decided === undefined) return { parts: { '': few } }
  return { parts: { '': shown(decided) }, lines: lines.map((one) => line(String(value(one)), one.cases, { group: benefit.group })) }
}

function extraVisits(benefit: Benefit, lines: readonly FigureLine[]): Told {
  const decided = decidedOf(benefit)
  if (decided === undefined || benefit.extraVisits.kind === 'few') return { parts: { '': few } }
  const visits = lines.reduce((sum, { extraVisits: extra, cases }) => sum + extra * cases, 0)
  return { parts: { '': shown(decided) }, lines: [line('', decided, { group: benefit.group, amount: visits })] }
}

async function choices(deed: Deed): Promise<readonly RoomPeriod[]> {
  const periods: RoomPeriod[] = []
  for (const quarter of (await frozenQuarters(deed)).toReversed()) {
    const { choice } = await describeEquity(deed, { quarter })
    periods.push({
      period: quarter,
      cells: groups.map((group) =>
        group === 'unstated'
          ? cell(group, { yes: few, no: few })
          : cell(group, { yes: shown(choice.withChoice[group]), no: shown(choice.told[group] - choice.withChoice[group]) }),
      ),
    })
  }
  return periods
}
