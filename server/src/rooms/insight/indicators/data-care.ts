import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { fromCounters, fromRegister, line, said, type Days, type Indicator, type Line, type Words } from './definition.ts'
import { firstExportOn, firstWithdrawalOn, momentsOf } from './registers.ts'

/** Counters of everything that can be done by phone, at the desk or on paper, with the channels that are paper. */
const processes = ['case.filed', 'concern.raised', 'signUp.made', 'enrolment.made', 'hours.claimed', 'consent.given'] as const
const papers = ['paper', 'desk-paper']

const exported: Readonly<Record<string, Words>> = {
  cases: said('办件表', 'sheets of cases'),
  register: said('志愿者登记表', 'the register of volunteers'),
  conversation: said('议题征询的数据', 'data of a conversation'),
  other: said('其他', 'others'),
}

/** 15 · care with data, and the paper path. */
export const dataCare: Indicator = {
  key: 'dataCare',
  number: 15,
  box: 'house',
  title: said('资料有没有管好', 'Care with people’s data'),
  measures: [
    {
      key: 'withdrawals',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('次撤回', 'withdrawals'),
      title: said('撤回同意算数', 'Withdrawals honoured'),
      says: said(
        '当月撤回的同意里，有多少到定数那天已经没有再靠它留下的东西。撤回当场生效，这里是事后再查一遍。',
        'Of the consents withdrawn in the month, for how many nothing that rested on it was left when the month was counted. A withdrawal takes effect at once; this looks again afterwards.',
      ),
      saysNot: said('撤回多不是坏事：说明撤得掉。', 'Many withdrawals are no bad sign: they show that withdrawing works.'),
      numerator: said('撤回后什么都没留下的', 'withdrawals after which nothing was left'),
      denominator: said('当月撤回的同意', 'consents withdrawn in the month'),
      source: said('个人信息保护法第15、47条；设计 D5', 'Personal Information Protection Law articles 15 and 47; design D5'),
      bias: said(
        '只查得到探访和传帮带靠同意留下的登记；其他用途每次用时现问，不另存。各组织内部的登记归各组织自己，这里不看。销号的人不在里面。',
        'Only what care visits and mentoring keep on a consent can be looked for; other purposes ask at every use and keep nothing. What organs keep among their own members is theirs and not read. Whoever closed the account is not in it.',
      ),
      counts: fromRegister(firstWithdrawalOn, honoured),
    },
    {
      key: 'requests',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('个请求', 'requests'),
      title: said('15天内答复的资料请求', 'Requests about one’s data answered in 15 days'),
      says: said(
        '当月到期的更正、复制、删除、反对请求里，有多少在到期日前答复了。',
        'Of the requests to correct, copy, delete or object that were due in the month, how many were answered by their day.',
      ),
      saysNot: said('答复不等于同意。', 'Answered is not granted.'),
      numerator: said('到期前答复的请求', 'requests answered by their day'),
      denominator: said('当月到期的请求', 'requests due in the month'),
      source: said(
        '个人信息保护法第50条；设计 08：15个日历日',
        'Personal Information Protection Law article 50; design 08: 15 calendar days',
      ),
      bias: said(
        '自己在手机上就能看、能改、能导出的不用提请求，不在里面。',
        'What people see, change and export by themselves needs no request and is not in it.',
      ),
      counts: fromCounters(['dataRequest.due'], ({ detail }) => (detail === 'inTime' ? 'yes' : 'no')),
    },
    {
      key: 'exports',
      kind: 'count',
      byGroup: false,
      places: [],
      exempt: 'insight.exports',
      parts: exported,
      unit: said('次导出', 'exports'),
      title: said('记了账的导出', 'Exports on record'),
      says: said(
        '当月导出了几次资料。每次导出都在同一步里记账，记不了账就导不出来。',
        'How often data were exported in the month. Every export is recorded in the same step; what cannot be recorded does not happen.',
      ),
      saysNot: said(
        '不说导出的是谁的资料；每个人可以在“我的数据”里看到谁看过。',
        'It does not say whose data; everybody sees under “my data” who looked.',
      ),
      numerator: said('日志里的导出', 'exports in the journal'),
      denominator: null,
      source: said('设计：指标 15、S9', 'Design: indicator 15, S9'),
      bias: said('屏幕上拍照、手抄不知道。', 'A photograph of a screen or a copy by hand is not known.'),
      counts: fromRegister(firstExportOn, exports),
    },
    {
      key: 'paper',
      kind: 'share',
      byGroup: false,
      places: [],
      unit: said('件次', 'steps'),
      title: said('用纸办的', 'Done on paper'),
      says: said(
        '当月办事、诉求、报名、选课、时长、同意合起来，有多少是用纸办的。',
        'Of the month’s cases, concerns, sign-ups, enrolments, hours and consents together, how many came on paper.',
      ),
      saysNot: said(
        '高低都不是目标：纸和手机一样算数，要的是两条路都通。',
        'Neither high nor low is the aim: paper counts as much as a phone, and both ways must be open.',
      ),
      numerator: said('纸质的件次', 'steps taken on paper'),
      denominator: said('全部件次', 'all of them'),
      source: said('设计 D8：纸质与手机同等', 'Design D8: paper counts like digital'),
      bias: said(
        '在窗口口述、由工作人员录入的不算纸质。调查和议事的纸质票另有说明，不在里面。',
        'What is told at the desk and typed in there is not paper. Paper ballots and surveys have pages of their own and are not in it.',
      ),
      counts: fromCounters(processes, ({ detail }) => (papers.includes(detail) ? 'yes' : 'no')),
    },
  ],
}

/** What is kept on a consent, and is there although the consent is not. */
async function honoured(deed: Deed, days: Days): Promise<readonly Line[]> {
  const { from, until } = momentsOf(deed, days)
  const { rows } = await sql<{ left: boolean; withdrawn: number }>`
    select (
        consent.purpose = 'careVisits' and exists (
          select 1 from care_recipient kept where kept.street_id = consent.street_id and kept.person_id = consent.person_id)
        or consent.purpose = 'mentoring' and exists (
          select 1 from mentoring_profile kept where kept.street_id = consent.street_id and kept.person_id = consent.person_id)
      ) and not exists (
        select 1 from consent given where given.street_id = consent.street_id and given.person_id = consent.person_id
          and given.purpose = consent.purpose and given.withdrawn_at is null
      ) as left, count(*)::int as withdrawn
    from consent
    where consent.street_id = ${deed.street.id}::uuid and consent.withdrawn_at >= ${from} and consent.withdrawn_at < ${until}
    group by 1`.execute(deed.tx)
  return rows.map(({ left, withdrawn }) => line(left ? 'no' : 'yes', withdrawn))
}

async function exports(deed: Deed, days: Days): Promise<readonly Line[]> {
  const { from, until } = momentsOf(deed, days)
  const rows = await deed.tx
    .selectFrom('journal_leaf')
    .select(['kind', ({ fn }) => fn.countAll<string>().as('times')])
    .where('street_id', '=', deed.street.id)
    .where('kind', 'like', '%.exported')
    .where('at', '>=', from)
    .where('at', '<', until)
    .groupBy('kind')
    .execute()
  // A kind is room, thing and deed: station.cases.exported.
  return rows.map(({ kind, times }) => {
    const thing = kind.split('.')[1]!
    return line(thing in exported ? thing : 'other', Number(times))
  })
}
