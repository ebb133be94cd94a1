export interface SurveyResultWords {
  readonly title: string
  readonly lead: (newcomers: string, locals: string) => string
  readonly back: string
  readonly deskTitle: string
  readonly deskLead: string
  readonly wave: string
  readonly waveOption: (title: string, closed: string) => string
  readonly none: string
  readonly noneText: string
  readonly toSurvey: string
  readonly who: string
  readonly people: (count: string) => string
  readonly tooFewPeople: string
  readonly doors: string
  readonly doorsValue: (count: string) => string
  readonly rate: string
  readonly rateValue: (percent: string) => string
  readonly rateNone: string
  readonly rateNote: string
  readonly margin: string
  readonly marginValue: (points: string) => string
  readonly weighted: string
  readonly weightedValue: (day: string, source: string) => string
  readonly notWeighted: string
  readonly effect: string
  readonly effectNote: string
  readonly whoNote: string
  readonly atAGlance: string
  readonly toMeasure: (name: string) => string
  readonly where: string
  readonly notAsked: string
  readonly notAskedText: string
  readonly glanceNote: string
  readonly measure: string
  readonly gap: string
  readonly gapTitle: (newcomers: string, locals: string) => string
  readonly gapLower: (newcomers: string, locals: string, steps: string) => string
  readonly gapHigher: (newcomers: string, locals: string, steps: string) => string
  readonly gapNone: (newcomers: string, locals: string) => string
  readonly gapShort: (steps: string, clear: boolean) => string
  readonly steps: (value: string) => string
  readonly notEnough: string
  readonly notEnoughShort: string
  readonly onlyOne: (group: string) => string
  readonly onlyOneShort: string
  readonly changes: string
  readonly changeUp: (group: string, steps: string) => string
  readonly changeDown: (group: string, steps: string) => string
  readonly changeNone: (group: string) => string
  readonly changeFew: (group: string) => string
  readonly firstTime: string
  readonly exact: (low: string, high: string, p: string, effect: string) => string
  readonly scaleAgree: string
  readonly scaleTrust: string
  readonly overTime: string
  readonly byQuestion: string
  readonly byQuestionNote: Readonly<Record<'agree' | 'trust', string>>
  readonly question: string
  readonly turned: string
  readonly byCommunity: string
  readonly byCommunityNote: string
  readonly noCommunity: string
  readonly community: string
  readonly few: string
  readonly source: (source: string) => string
  readonly open: string
  readonly openTag: string
  readonly openNote: string
  readonly openPeople: (parts: string) => string
  readonly how: string
  readonly howLines: readonly string[]
  readonly methodCells: string
  readonly methodCellsNote: string
  readonly lanes: string
  readonly group: string
  readonly respondents: string
  readonly population: string
  readonly weight: string
  readonly noCells: string
  readonly trimmed: (most: string) => string
  readonly notTrimmed: (most: string) => string
  readonly reliability: string
  readonly reliabilityNote: string
  readonly scale: string
  readonly items: string
  readonly alpha: string
  readonly omega: string
  readonly noOmega: string
  readonly tooFewToTell: string
}

export const zh: SurveyResultWords = {
  title: '街坊问卷说了什么',
  lead: (newcomers, locals) => `同样的问题问${newcomers}，也问${locals}。谁都没有留名字，这里只有一群人的平均，没有哪个人的回答。`,
  back: '融合情况',
  deskTitle: '问卷结果和做法',
  deskLead: '和公开页一样的数字，加上怎么加权、量表靠不靠得住。',
  wave: '哪一次问卷',
  waveOption: (title, closed) => `${title}（${closed}结束）`,
  none: '还没有做完的问卷',
  noneText: '一次问卷结束以后，隔一夜就能在这里看到结果。',
  toSurvey: '看问卷怎么做、怎么抽门牌',
  who: '谁回答了',
  people: (count) => `${count} 人`,
  tooFewPeople: '太少，不显示',
  doors: '抽中的门牌',
  doorsValue: (count) => `${count} 户`,
  rate: '回答率（RR1）',
  rateValue: (percent) => `至少 ${percent}`,
  rateNone: '算不出来',
  rateNote: '答完的户数除以所有可能住着人的户数，敲不开的门也算没答（AAPOR 定义）。按整格往下取，免得从零头里看出哪一户。',
  margin: '误差范围',
  marginValue: (points) => `± ${points} 个百分点`,
  weighted: '加权',
  weightedValue: (day, source) => `按各巷两边的人数，${day}的公开数：${source}`,
  notWeighted: '没有加权：还没有各巷的公开人数，每份回答一样重。',
  effect: '设计效应',
  effectNote: '加权让误差变宽多少，1 就是没变宽。',
  whoNote: '没有回答的人可能想得不一样，加权也补不了这个。',
  atAGlance: '看成一张表',
  toMeasure: (name) => `看${name}的细处`,
  where: '两边在哪里',
  notAsked: '这一次没有问这个',
  notAskedText: '回到结果，看这一次问了什么。',
  glanceNote: '1 到 5 的平均，反着问的题已经倒过来。差别是前者减后者；打 ✓ 的，多半不是碰巧。',
  measure: '问的是什么',
  gap: '差别',
  gapTitle: (newcomers, locals) => `${newcomers}减${locals}`,
  gapLower: (newcomers, locals, steps) => `${newcomers}比${locals}低 ${steps} 格，大过碰巧会有的差别。`,
  gapHigher: (newcomers, locals, steps) => `${newcomers}比${locals}高 ${steps} 格，大过碰巧会有的差别。`,
  gapNone: (newcomers, locals) => `${newcomers}和${locals}之间看不出差别，碰巧也会有这么大。`,
  gapShort: (steps, clear) => (clear ? `${steps} ✓` : steps),
  steps: (value) => `${value} 格`,
  notEnough: '有一边不到 30 份回答，不比高低。',
  notEnoughShort: '不比',
  onlyOne: (group) => `只问了${group}，没有可比的另一边。`,
  onlyOneShort: '只问一边',
  changes: '和上一次比',
  changeUp: (group, steps) => `${group}升了 ${steps} 格，大过碰巧。`,
  changeDown: (group, steps) => `${group}降了 ${steps} 格，大过碰巧。`,
  changeNone: (group) => `${group}看不出变化。`,
  changeFew: (group) => `${group}的回答太少，不比前后。`,
  firstTime: '上一次没有问，或者这是头一次，没有前后可比。',
  exact: (low, high, p, effect) =>
    `区间 ${low} 到 ${high} 格（只看这一比） · p ${p}（一共比了很多次，已按 Holm 校正）${effect === '' ? '' : ` · 效应 ${effect}`}`,
  scaleAgree: '1 很不同意，5 很同意。',
  scaleTrust: '1 完全信不过，5 很信得过。',
  overTime: '一次次看',
  byQuestion: '一道道题看',
  byQuestionNote: {
    agree: '一百个人里有多少答“同意”或“很同意”，按原来的问法，没有倒过来。答的人或没这么答的人不到 10 个的，不显示。',
    trust: '一百个人里有多少答“信得过”或“很信得过”。答的人或没这么答的人不到 10 个的，不显示。',
  },
  question: '题目',
  turned: '（反着问）',
  byCommunity: '按社区看',
  byCommunityNote: '一边在一个社区不到 10 份回答的，不显示；为了算不出它来，有时还要多藏一个。按社区不比高低，也不排名。',
  noCommunity: '回答太少，分不到社区。',
  community: '社区',
  few: '太少，不显示',
  source: (source) => `来源：${source}`,
  open: '自己点进来答的',
  openTag: '不是抽样',
  openNote: '这些人没有收到信，是自己点开链接答的。愿意来答的人和别人不一样，所以单独放，没有误差范围，也不和上面的数字合在一起。',
  openPeople: (parts) => `回答的人：${parts}`,
  how: '这些数字怎么来的',
  howLines: [
    '门牌是抽签抽的，种子事先封好，谁都可以重抽一遍核对。',
    '一个平均要有 10 个人回答才显示；两边各有 30 份以上才说差别和变化。',
    '区间的意思：这样问一百次，大约九十五次的区间会罩住所有人的平均。',
    '比了很多次，总会碰巧有几个“不一样”，所以 p 值都按 Holm 的办法校正过。',
    '两件事一起变，不等于一件造成另一件。那篇研究没有给数字，这里也不替它说。',
    '一次问卷结束后只数一次，以后不再改。',
  ],
  methodCells: '怎么加权',
  methodCellsNote: '一边在一条巷子有 10 份以上回答，就单独成格；不够的和别的巷子并在一起。权重是一份回答代表多少人。',
  lanes: '巷子',
  group: '哪一边',
  respondents: '回答',
  population: '住着的人',
  weight: '一份代表',
  noCells: '这一次没有加权。',
  trimmed: (most) => `有回答的权重太大，压到了本边平均的 ${most} 倍，多出来的分给了同一边的别人。`,
  notTrimmed: (most) => `没有哪份回答的权重超过本边平均的 ${most} 倍，不用压。`,
  reliability: '量表靠不靠得住',
  reliabilityNote:
    '同一个量表的几道题说的是不是一回事。一般 0.7 以上算好，0.6 以下就要小心。α 是 Cronbach（区间用 Feldt 1965），ω 是 McDonald（一个因子，最大似然）。不到 30 份答全的，不算。',
  scale: '量表',
  items: '题数',
  alpha: 'α（区间）',
  omega: 'ω',
  noOmega: '两道题，没有',
  tooFewToTell: '太少，不算',
}
