import { firstMeeting, speakingIn, type Speaking } from './council-registers.ts'
import { fromRegister, line, type Indicator, type Line, type Source } from './definition.ts'

const perMeeting = (lines: (meeting: Speaking) => readonly Line[]): Source =>
  fromRegister(firstMeeting, async (deed, days) => (await speakingIn(deed, days)).flatMap(lines))

const minutes = (ms: number): number => Math.round(ms / 60_000)

/** In points of a hundred: the newcomers' bench's part of both benches' time less its part of both benches' seats. */
export function benchGap({ byBench, seats }: Pick<Speaking, 'byBench' | 'seats'>): number | undefined {
  const [time, held] = [byBench.newcomers + byBench.locals, seats.newcomers + seats.locals]
  return time === 0 || held === 0 ? undefined : Math.round(100 * (byBench.newcomers / time - seats.newcomers / held))
}

/** 2 · speaking equality. Who was silent is told to that delegate and the chair only, on their own pages (08, Figures); nobody is named here. */
export const speaking: Indicator = {
  key: 'speaking',
  number: 2,
  box: 'management',
  title: { 'zh-CN': '会上说话是否均匀', en: 'Speaking: is it shared' },
  measures: [
    {
      key: 'greatestShare',
      kind: 'mean',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.speakingTime',
      unit: { 'zh-CN': '％', en: '%' },
      title: { 'zh-CN': '说得最多的一位占了多少', en: 'The part of whoever spoke longest' },
      says: {
        'zh-CN': '每次会议里，说得最久的一位占全部发言时间的百分之几；当月各次会议的平均。',
        en: 'In each meeting, the part of all speaking time taken by whoever spoke longest; the average of the month’s meetings.',
      },
      saysNot: {
        'zh-CN': '不说是谁，也不说话讲得好不好；人少的会自然高一些。',
        en: 'It names nobody and says nothing about what was said; it is naturally higher where few take part.',
      },
      numerator: { 'zh-CN': '说得最久的一位的时间', en: 'the time of whoever spoke longest' },
      denominator: { 'zh-CN': '全部发言时间', en: 'all speaking time' },
      source: { 'zh-CN': '指标目录 2：防“一言堂”', en: 'Indicator catalogue 2: against “one voice only”' },
      bias: {
        'zh-CN': '翻译的时间不算；没有人发言的会不算。',
        en: 'Interpreting costs no time; a meeting in which nobody spoke is not counted.',
      },
      counts: perMeeting(({ council, longest, total }) => [line('', 1, { organ: council, amount: Math.round((100 * longest) / total) })]),
    },
    {
      key: 'benchTime',
      kind: 'count',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.speakingTime',
      parts: {
        newcomers: { 'zh-CN': '{newcomers}席', en: 'bench of {newcomers}' },
        locals: { 'zh-CN': '{locals}席', en: 'bench of {locals}' },
        chair: { 'zh-CN': '主席', en: 'chair' },
      },
      unit: { 'zh-CN': '分钟', en: 'minutes' },
      title: { 'zh-CN': '两边各说了多久', en: 'How long each bench spoke' },
      says: { 'zh-CN': '当月会议的发言时间，按席分。', en: 'Speaking time in the month’s meetings, by bench.' },
      saysNot: { 'zh-CN': '时间长不等于意见被采纳。', en: 'To speak long is not to be followed.' },
      numerator: { 'zh-CN': '发言分钟', en: 'minutes of speeches' },
      denominator: null,
      source: { 'zh-CN': '指标目录 2；会议事件记录', en: 'Indicator catalogue 2; the events of the meetings' },
      bias: { 'zh-CN': '四舍五入到分钟，每次会议分别取整。', en: 'Rounded to minutes, each meeting by itself.' },
      counts: perMeeting(({ council, byBench }) =>
        Object.entries(byBench).map(([part, ms]) => line(part, minutes(ms), { organ: council })),
      ),
    },
    {
      key: 'benchGap',
      kind: 'mean',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.speakingTime',
      unit: { 'zh-CN': '个百分点', en: 'points of a hundred' },
      title: { 'zh-CN': '{newcomers}席的话比席位多还是少', en: 'The bench of {newcomers}: time against seats' },
      says: {
        'zh-CN': '{newcomers}席占两边发言时间的百分比，减去占两边席位的百分比；0 是相称，正数是说得多，负数是说得少。',
        en: 'The bench of {newcomers}’ part of both benches’ time less its part of both benches’ seats; 0 is even, above it the bench spoke more, below it less.',
      },
      saysNot: { 'zh-CN': '不是越高越好：说的是相称，不是谁赢。', en: 'Higher is not better: it asks for balance, not for a winner.' },
      numerator: { 'zh-CN': '时间占比减席位占比', en: 'share of time less share of seats' },
      denominator: { 'zh-CN': '当月有发言的会议', en: 'meetings of the month in which anybody spoke' },
      source: { 'zh-CN': '指标目录 2', en: 'Indicator catalogue 2' },
      bias: { 'zh-CN': '每次会议同样算一次，不论长短。', en: 'Each meeting counts alike, however long it was.' },
      counts: perMeeting((meeting) => {
        const gap = benchGap(meeting)
        return gap === undefined ? [] : [line('', 1, { organ: meeting.council, amount: gap })]
      }),
    },
    {
      key: 'spoke',
      kind: 'share',
      byGroup: false,
      places: ['organ'],
      exempt: 'council.speakingTime',
      unit: { 'zh-CN': '人次', en: 'delegates, per meeting' },
      title: { 'zh-CN': '到会的里面开口的', en: 'Of those who came, who spoke' },
      says: {
        'zh-CN': '当月会议到会的代表里，至少发言一次的占多少。',
        en: 'Of the delegates present at the month’s meetings, how many spoke at least once.',
      },
      saysNot: {
        'zh-CN': '不说是谁没开口：连着三次没开口，只告诉本人和主席。',
        en: 'It does not say who kept silent: after three meetings only that delegate and the chair are told.',
      },
      numerator: { 'zh-CN': '发过言的人次', en: 'delegates who spoke, counted per meeting' },
      denominator: { 'zh-CN': '到会人次', en: 'delegates present, counted per meeting' },
      source: {
        'zh-CN': '指标目录 2；设计：三次会议未发言只告知本人与主席',
        en: 'Indicator catalogue 2; design: silence over three meetings is for the delegate and the chair only',
      },
      bias: { 'zh-CN': '程序问题不算发言。', en: 'A point of order is no speech.' },
      counts: perMeeting(({ council, spoke, present }) => [
        line('yes', Math.min(spoke, present), { organ: council }),
        line('no', Math.max(0, present - spoke), { organ: council }),
      ]),
    },
  ],
}
