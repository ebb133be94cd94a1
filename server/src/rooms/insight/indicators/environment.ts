import { fromCounters, said, type Indicator } from './definition.ts'

const source = said('设计：指标 18', 'Design: indicator 18')

/** 18 · the surroundings: hazards found, put right, and back again. Things, never persons. */
export const environment: Indicator = {
  key: 'environment',
  number: 18,
  box: 'values',
  title: said('身边的隐患有没有人管', 'Hazards in the lanes'),
  measures: [
    {
      key: 'found',
      kind: 'count',
      byGroup: false,
      places: ['community'],
      exempt: 'station.hazards',
      parts: { resident: said('居民发现', 'by residents'), patrol: said('巡逻队发现', 'by patrols') },
      unit: said('处隐患', 'hazards'),
      title: said('发现的隐患', 'Hazards found'),
      says: said('当月报上来的隐患，居民报的和巡逻队报的各多少。', 'Hazards reported in the month, by residents and by patrols.'),
      saysNot: said(
        '报得多不等于这里更差：可能是这里的人更肯说。',
        'Many reports do not make a bad place: perhaps people there speak up more.',
      ),
      numerator: said('当月报的隐患', 'hazards reported in the month'),
      denominator: null,
      source,
      bias: said(
        '没人路过、没人报的看不见；没说在哪个社区的另列。',
        'What nobody walks past or reports is not seen; reports without a community are listed apart.',
      ),
      counts: fromCounters(['hazard.found'], ({ detail }) => detail),
    },
    {
      key: 'outcome',
      kind: 'count',
      byGroup: false,
      places: ['community'],
      exempt: 'station.hazards',
      parts: {
        fixed: said('修好了', 'fixed'),
        notFound: said('没找到', 'not found'),
        referred: said('转给管得着的单位', 'passed to whoever is responsible'),
      },
      unit: said('处隐患', 'hazards'),
      title: said('隐患的结果', 'What became of them'),
      says: said(
        '当月有了结果的隐患，修好、没找到、转出去的各多少。',
        'Hazards that came to an end in the month: fixed, not found, passed on.',
      ),
      saysNot: said('转出去不等于修好了。', 'Passed on is not fixed.'),
      numerator: said('每种结果的隐患', 'hazards of each outcome'),
      denominator: said('当月有结果的隐患', 'hazards that ended in the month'),
      source,
      bias: said(
        '还开着的不在里面；又提起的，算在再次有结果的那个月。',
        'Those still open are not in it; one that was reopened counts in the month it ends again.',
      ),
      counts: fromCounters(['hazard.ended'], ({ detail }) => detail),
    },
    {
      key: 'days',
      kind: 'spread',
      byGroup: false,
      places: [],
      exempt: 'station.hazards',
      unit: said('天', 'days'),
      title: said('修好用了几天', 'Days until fixed'),
      says: said(
        '从报上来到修好，一半的隐患不超过这个天数（日历天）。',
        'Calendar days from report to repair: half of the hazards took no more.',
      ),
      saysNot: said('路和灯本来就不一样快，不能拿来比部门。', 'A road takes longer than a lamp: it compares no departments.'),
      numerator: said('每处隐患的天数', 'days of each hazard'),
      denominator: said('当月修好的隐患', 'hazards fixed in the month'),
      source,
      bias: said(
        '没修好的不在里面；几处就能拉动中位数。',
        'What was not fixed is not in it; where there are few, one of them moves the median.',
      ),
      counts: fromCounters(['hazard.fixed'], ({ detail }) => detail),
    },
    {
      key: 'backAgain',
      kind: 'share',
      byGroup: false,
      places: ['community'],
      exempt: 'station.hazards',
      unit: said('处隐患', 'hazards'),
      title: said('90天内又来的隐患', 'Back within 90 days'),
      says: said(
        '当月报的隐患里，有多少是同一条巷、同一种、修好不到90天又出现的，或修好后又提起的。',
        'Of the hazards reported in the month, how many were of a kind fixed in the same lane less than 90 days before, or were reopened after they had been fixed.',
      ),
      saysNot: said(
        '又来了不一定是没修好，也可能是老问题：要看根子。',
        'Back again need not mean bad work: perhaps the cause lies deeper.',
      ),
      numerator: said('90天内又来的隐患', 'hazards that were back'),
      denominator: said('当月报的隐患', 'hazards reported in the month'),
      source,
      bias: said(
        '没说哪条巷的看不出是不是又来的；定数以后才提起的不改。',
        'Without a lane nobody can tell; what is reopened after the month was counted changes nothing.',
      ),
      counts: fromCounters(['hazard.again'], ({ detail }) => (detail === 'back' ? 'yes' : 'no')),
    },
  ],
}
