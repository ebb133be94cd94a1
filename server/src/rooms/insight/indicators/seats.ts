import { benchesOn, firstSeated } from './council-registers.ts'
import { fromCounters, fromRegister, line, type Indicator } from './definition.ts'

const ways = ['sortition', 'election', 'nomination', 'substitute', 'office']

/** 1 · seat and attendance parity. */
export const seats: Indicator = {
  key: 'seats',
  number: 1,
  box: 'management',
  title: { 'zh-CN': '席位与到会是否对等', en: 'Seats and attendance: are they equal' },
  measures: [
    {
      key: 'benchSeats',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: ['organ'],
      exempt: 'council.seatsByBench',
      unit: { 'zh-CN': '席', en: 'seats' },
      title: { 'zh-CN': '{newcomers}占两边席位的几成', en: 'Share of the two benches’ seats held by {newcomers}' },
      says: {
        'zh-CN': '月末在任的两边代表里，{newcomers}席占多少；五成上下就是对等。',
        en: 'Of the delegates of both benches in office at the end of the month, the part on the bench of {newcomers}; about a half is parity.',
      },
      saysNot: {
        'zh-CN': '坐在席上不等于说得上话，说话看“发言”，作数看“议程”。',
        en: 'To have a seat is not to be heard: for that see speaking and agenda.',
      },
      numerator: { 'zh-CN': '{newcomers}席在任代表', en: 'delegates in office on the bench of {newcomers}' },
      denominator: { 'zh-CN': '两边在任代表，不含主席', en: 'delegates in office on both benches, the chair left out' },
      source: { 'zh-CN': '指标目录 1；章程：两边席位相差不超过 1', en: 'Indicator catalogue 1; charter: benches differ by at most one' },
      bias: {
        'zh-CN': '席别是代表就任时自己同意公开的，不是街道认定的。',
        en: 'The bench is what delegates agreed to make public when they took the seat; the street does not decide it.',
      },
      counts: fromRegister(firstSeated, async (deed, { last }) =>
        (await benchesOn(deed, last)).flatMap(({ council, bench, held }) =>
          bench === null || held === 0 ? [] : [line(bench === 'newcomers' ? 'yes' : 'no', held, { organ: council })],
        ),
      ),
    },
    {
      key: 'filled',
      kind: 'share',
      byGroup: true,
      benches: true,
      stock: true,
      places: ['organ'],
      exempt: 'council.seatsByBench',
      unit: { 'zh-CN': '席', en: 'seats' },
      title: { 'zh-CN': '有人坐的席位', en: 'Seats that somebody holds' },
      says: {
        'zh-CN': '月末两边的席位里有人在任的各占多少；主席席不分边，不在里面。',
        en: 'Of the seats of each bench, how many somebody holds at the end of the month; the chair’s, which is on neither bench, is left out.',
      },
      saysNot: {
        'zh-CN': '空着的席位不说明谁不愿来，也许只是还没轮到补选。',
        en: 'An empty seat does not say who would not come; it may only wait to be filled.',
      },
      numerator: { 'zh-CN': '有人在任的席位', en: 'seats held' },
      denominator: { 'zh-CN': '章程设的席位', en: 'seats of the charter' },
      source: { 'zh-CN': '设计：席位、空缺、替补（M11）', en: 'Design: seats, vacancies, substitutes (M11)' },
      bias: { 'zh-CN': '只看月末那一天。', en: 'The last day of the month only.' },
      counts: fromRegister(firstSeated, async (deed, { last }) =>
        (await benchesOn(deed, last)).flatMap(({ council, bench, seats: all, held }) => {
          if (bench === null) return []
          const more = { organ: council, group: bench === 'newcomers' ? 'newcomer' : 'local' } as const
          return [line('yes', held, more), line('no', all - held, more)]
        }),
      ),
    },
    {
      key: 'attendance',
      kind: 'share',
      byGroup: true,
      benches: true,
      places: ['organ'],
      exempt: 'council.attendance',
      unit: { 'zh-CN': '人次', en: 'attendances' },
      title: { 'zh-CN': '到会的代表', en: 'Delegates who came' },
      says: {
        'zh-CN': '当月各次会议应到的代表里到了多少，两边并排；相差过大时系统会提醒主席和街道。主席不算。',
        en: 'Of the delegates due at the month’s meetings, how many came, both benches side by side; a large gap warns chair and street. The chair is left out.',
      },
      saysNot: {
        'zh-CN': '请假也算没到：问的是谁的声音不在场，不是怪谁。',
        en: 'Whoever was excused did not come either: the question is whose voice was missing, not whose fault it was.',
      },
      numerator: { 'zh-CN': '到会人次', en: 'delegates present, counted per meeting' },
      denominator: { 'zh-CN': '应到人次', en: 'delegates in office, counted per meeting' },
      source: { 'zh-CN': '指标目录 1；章程：到会差超过 20% 提醒', en: 'Indicator catalogue 1; charter: a gap above 20 % raises an alarm' },
      bias: {
        'zh-CN': '开会的时间地点本身会偏向一边；练习会不算。',
        en: 'Time and place of a meeting may themselves favour one side; practice meetings are not counted.',
      },
      counts: fromCounters(['council.attendance'], ({ detail }) => detail),
    },
    {
      key: 'alarms',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.seatsByBench',
      parts: {
        roster: { 'zh-CN': '席位不对等', en: 'seats not equal' },
        attendance: { 'zh-CN': '到会不对等', en: 'attendance not equal' },
      },
      unit: { 'zh-CN': '次', en: 'warnings' },
      title: { 'zh-CN': '不对等的提醒', en: 'Warnings about parity' },
      says: { 'zh-CN': '当月系统按章程发出的提醒。', en: 'Warnings the charter’s rule raised in the month.' },
      saysNot: { 'zh-CN': '没有提醒不等于人人说得上话。', en: 'No warning does not mean that everybody is heard.' },
      numerator: { 'zh-CN': '当月提醒的次数', en: 'warnings raised in the month' },
      denominator: null,
      source: { 'zh-CN': '章程：名册对等与到会对等', en: 'Charter: parity on the roster and of attendance' },
      bias: {
        'zh-CN': '界限可由章程修改，改了就和以前不能直接比。',
        en: 'The charter may change the limits; before and after are then not alike.',
      },
      counts: fromCounters(['council.parityAlarm'], ({ detail }) => detail),
    },
    {
      key: 'seated',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.seatsByBench',
      parts: {
        sortition: { 'zh-CN': '抽签', en: 'drawn by lot' },
        election: { 'zh-CN': '选举', en: 'elected' },
        nomination: { 'zh-CN': '推荐', en: 'nominated' },
        substitute: { 'zh-CN': '替补', en: 'moved up' },
        office: { 'zh-CN': '因职', en: 'by office' },
      },
      unit: { 'zh-CN': '席', en: 'seats' },
      title: { 'zh-CN': '席位是怎么来的', en: 'How seats were filled' },
      says: { 'zh-CN': '当月开始的任期，按产生方式分。', en: 'Terms that began in the month, by the way they came about.' },
      saysNot: { 'zh-CN': '方式不同，没有高低。', en: 'The ways differ; none is better for it.' },
      numerator: { 'zh-CN': '当月开始的任期', en: 'terms that began in the month' },
      denominator: null,
      source: { 'zh-CN': '设计：抽签、选举或推荐（M11）', en: 'Design: sortition, election or nomination (M11)' },
      bias: { 'zh-CN': '中途离任的照算。', en: 'Terms that ended early are counted too.' },
      counts: fromCounters(['council.seated'], ({ detail }) => (ways.includes(detail) ? detail : undefined)),
    },
  ],
}
