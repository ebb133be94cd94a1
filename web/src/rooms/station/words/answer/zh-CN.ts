/** Words inside the questions of a form, on the phone and at the desk. */
export const zh = {
  yes: '是',
  no: '否',
  yuan: '元',
  year: '年',
  month: '月',
  chooseYear: '选年份',
  chooseMonth: '选月份',
  yearNamed: (year: string) => `${year} 年`,
  monthNamed: (month: number) => `${month} 月`,
  community: '社区',
  lane: '哪条巷',
  laneUnknown: '不在上面，或说不清',
  door: '门牌和房号',
  doorHint: '比如：6号302',
  name: '姓名',
  phone: '手机号',
  relation: '是什么关系',
  relationHint: '比如：女儿、邻居',
  signedBy: (name: string) => `${name} 已签名`,
  signAgain: '重新签',
  item: (title: string, number: number) => `${title} ${number}`,
  addItem: (title: string) => `再加一个${title}`,
  removeItem: (title: string, number: number) => `去掉${title} ${number}`,
  itemRemoved: (title: string, number: number) => `${title} ${number} 去掉了`,
}

export type AnswerWords = typeof zh
