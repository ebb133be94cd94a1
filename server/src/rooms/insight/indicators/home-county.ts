import type { Deed } from '../../../platform/deed.ts'
import { addDays } from '../../../platform/calendar/working-days.ts'
import { shownUses } from '../../programme/agreement-uses.ts'
import { isOffered } from '../../programme/agreement-lifecycle.ts'
import { fromRegister, fromRoom, line, said, type Days, type Indicator, type Line, type RoomPeriod } from './definition.ts'
import { firstAgreementOn } from './registers.ts'
import { cell } from './room-cells.ts'

/** 8 · use of the agreements with the places people come from. */
export const homeCounty: Indicator = {
  key: 'homeCounty',
  number: 8,
  box: 'service',
  title: said('和老家合作办事', 'Together with the home county'),
  measures: [
    {
      key: 'inForce',
      kind: 'count',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'programme.agreements',
      parts: {
        inForce: said('有效', 'in force'),
        beingMade: said('在谈或已签', 'being negotiated or signed'),
        over: said('到期或终止', 'expired or ended'),
      },
      unit: said('份协议', 'agreements'),
      title: said('和老家的协议', 'Agreements with home places'),
      says: said(
        '月末这天有效的协议有几份，在谈的、到期的各几份。',
        'How many agreements are in force on the month’s last day, being made, or over.',
      ),
      saysNot: said('签了不等于有人用。', 'Signed is not used.'),
      numerator: said('月末有效的协议', 'agreements in force on the last day'),
      denominator: null,
      source: said('论文：洪湖合作；设计 M23', 'The study: co-operation with Honghu; design M23'),
      bias: said(
        '有效与否看协议的日子；在谈还是到期，按月末后第八天的登记。',
        'Force goes by the agreement’s own days; being made or over as the register says on the eighth day after the month.',
      ),
      counts: fromRegister(firstAgreementOn, agreements),
    },
    {
      key: 'openMatters',
      kind: 'count',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'programme.agreements',
      parts: { inTime: said('没到期', 'not yet due'), overdue: said('过了日子', 'overdue') },
      unit: said('件', 'matters'),
      title: said('还没谈妥的事', 'Matters still open'),
      says: said(
        '谈判中说好要办的事，到月末还有几件没办，几件过了日子。',
        'Matters to be settled with the home places that are open at the month’s end, and how many are overdue.',
      ),
      saysNot: said('不说是哪一方拖的。', 'It does not say which side is late.'),
      numerator: said('月末还没办妥的事', 'matters not settled by the last day'),
      denominator: null,
      source: said('设计 M23、08：协议', 'Design M23, and 08: agreement'),
      bias: said(
        '事项没有登记起始日，当月以后才提出的也会算进来（最多八天）。',
        'A matter has no day of beginning, so one that came up in the eight days after the month is in it.',
      ),
      counts: fromRegister(firstAgreementOn, openMatters),
    },
    {
      key: 'uses',
      kind: 'count',
      every: 'year',
      byGroup: false,
      places: [],
      parts: {
        settledOnTheSpot: said('当场结清', 'settled on the spot'),
        reimbursedLater: said('事后报销', 'reimbursed later'),
        refused: said('没办成', 'refused'),
      },
      unit: said('次', 'uses'),
      title: said('协议用了几次', 'How often agreements were used'),
      says: said(
        '各份协议的页面上已经显示的使用次数，按结果加起来。',
        'Uses as the pages of the agreements show them, by outcome, added up.',
      ),
      saysNot: said(
        '从来不记看的什么病；用得少可能是不知道，也可能是用不着。',
        'No diagnosis is ever kept. Little use may mean that nobody knew, or that nobody needed it.',
      ),
      numerator: said('每种结果的次数', 'uses of each outcome'),
      denominator: null,
      source: said('论文：洪湖合作，两家医院；设计 M23', 'The study: Honghu, two hospitals; design M23'),
      bias: said(
        '一份协议一年用得太少，就和后面的年份合起来，够了才算在后一年。',
        'Where an agreement was used too little in a year, its uses wait and count in the year that makes them enough.',
      ),
      counts: fromRoom(uses),
    },
  ],
}

async function agreements(deed: Deed, { last }: Days): Promise<readonly Line[]> {
  const rows = await deed.tx
    .selectFrom('agreement')
    .select(['state', 'starts_on', 'ends_on'])
    .where('street_id', '=', deed.street.id)
    .where('created_at', '<', new Date(`${addDays(last, 2)}T00:00:00Z`))
    .execute()
  const parts = rows.map(({ state, starts_on, ends_on }) =>
    isOffered({ state, startsOn: starts_on, endsOn: ends_on }, last)
      ? 'inForce'
      : state === 'proposed' || state === 'negotiating' || state === 'signed'
        ? 'beingMade'
        : 'over',
  )
  return [...Map.groupBy(parts, (part) => part)].map(([part, all]) => line(part, all.length))
}

async function openMatters(deed: Deed, { last }: Days): Promise<readonly Line[]> {
  const rows = await deed.tx
    .selectFrom('agreement_matter')
    .select('due_on')
    .where('street_id', '=', deed.street.id)
    .where(({ eb, or }) => or([eb('settled_on', 'is', null), eb('settled_on', '>', last)]))
    .execute()
  const overdue = rows.filter(({ due_on }) => due_on <= last).length
  return [line('inTime', rows.length - overdue), line('overdue', overdue)]
}

async function uses(deed: Deed): Promise<readonly RoomPeriod[]> {
  return [...Map.groupBy(await shownUses(deed), ({ year }) => year)].map(([period, all]) => ({
    period,
    cells: [cell('all', Object.fromEntries(all.map(({ outcome, count }) => [outcome, count])))],
  }))
}
