export const zh = {
  table: '看表格',
  everybody: '全部',
  period: '时期',
  few: '人数太少，不便显示',
  fewShort: '太少',
  none: '还没有开始统计',
  noneShort: '无',
  interval: '区间',
  ofWhich: '计数',
  group: '人群',
  name: '名称',
  value: '数值',
  /** One series of a trend, for the ear. */
  heard: (name: string, first: string, from: string, last: string, to: string) => `${name}：${first}为${from}，${last}为${to}。`,
  heardOnce: (name: string, period: string, value: string) => `${name}：${period}为${value}。`,
  heardFew: (name: string) => `${name}：人数太少，不便显示。`,
  heardGaps: (count: number) => `其中 ${count} 个时期太少，不便显示。`,
  heardRow: (name: string, value: string, interval: string) => `${name}：${value}${interval === '' ? '' : `，区间 ${interval}`}。`,
  tableFollows: '表格在图的下面。',
  band: '浅色带和短横是 95% 区间：样本换一换，数值大多会落在里面。断开处人数太少。',
  bandShort: '断开处人数太少，不便显示。',
}
export type ChartWords = typeof zh
