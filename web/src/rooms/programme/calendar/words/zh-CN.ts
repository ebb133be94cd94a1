export const zh = {
  title: '我的日程',
  lead: '排好的班、课、会都在这里。要它们自动出现在手机日历里，可以用下面的地址。',
  toHome: '回首页',
  coming: '接下来四周',
  none: '接下来四周没有安排。',
  noneNext: '报名上课、参加志愿活动以后，时间会出现在这里。',
  feedTitle: '接到手机日历',
  feedLead: '用一个只有您知道的地址，手机日历会自己来取。地址不要给别人；给错了可以作废。',
  make: '生成日历地址',
  again: '换一个新地址',
  revoke: '作废日历地址',
  revoked: '作废了，旧地址不再有用',
  once: '地址只显示这一次，请现在复制到日历里：',
  copy: '复制地址',
  copied: '复制好了',
  since: (day: string) => `${day} 生成过一个地址。`,
}

export type CalendarWords = typeof zh
