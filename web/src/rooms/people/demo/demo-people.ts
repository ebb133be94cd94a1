import type { Text } from '@ronghe/contract/values.ts'

/** Somebody whom a visitor of the demo street may be. The test beside this keeps it equal to the demo's own people. */
export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly phone: string
  /** Where this person works: at the phone or at a desk. */
  readonly door: 'resident' | 'desk'
  readonly who: Text
}

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'chen',
    name: '陈国强',
    phone: '19900000001',
    door: 'resident',
    who: { 'zh-CN': '来自洪湖的印刷工，46 岁，用便宜手机', en: 'A printer from Honghu, 46, with a cheap phone' },
  },
  {
    key: 'auntHuang',
    name: '黄美珍',
    phone: '19900000002',
    door: 'resident',
    who: { 'zh-CN': '本地居民，71 岁，要看大字', en: 'A local, 71, who needs large print' },
  },
  {
    key: 'liuFang',
    name: '刘芳',
    phone: '19900000003',
    door: 'resident',
    who: { 'zh-CN': '来自洪湖，正在办医保报销', en: 'From Honghu, claiming a medical reimbursement' },
  },
  {
    key: 'smith',
    name: 'Sam Rivers',
    phone: '19900000004',
    door: 'resident',
    who: { 'zh-CN': '用英文界面的住户，不愿说自己属于哪一方', en: 'Reads English and prefers not to state a group' },
  },
  {
    key: 'zhou',
    name: '周桂兰',
    phone: '19900000005',
    door: 'resident',
    who: { 'zh-CN': '来穗人员代表，第一次当众发言', en: 'Newcomers’ delegate, speaking in public for the first time' },
  },
  {
    key: 'uncleHuang',
    name: '黄志明',
    phone: '19900000006',
    door: 'resident',
    who: { 'zh-CN': '本地居民代表、调解员，大家叫他黄伯', en: 'Locals’ delegate and mediator' },
  },
  {
    key: 'liuJianjun',
    name: '刘建军',
    phone: '19900000007',
    door: 'resident',
    who: { 'zh-CN': '三号巷巷长、调解员', en: 'Head of Lane Three and mediator' },
  },
  {
    key: 'liang',
    name: '梁慧',
    phone: '19900000008',
    door: 'resident',
    who: { 'zh-CN': '社工中心主任、议事会主席', en: 'The provider’s head and council chair' },
  },
  {
    key: 'wuXia',
    name: '吴霞',
    phone: '19900000009',
    door: 'resident',
    who: { 'zh-CN': '社工，帮人把话带上去', en: 'A social worker who carries concerns' },
  },
  {
    key: 'liZhiqiang',
    name: '李志强',
    phone: '19900000010',
    door: 'resident',
    who: { 'zh-CN': '来穗人员代表', en: 'Newcomers’ delegate' },
  },
  {
    key: 'heMin',
    name: '何敏',
    phone: '19900000021',
    door: 'desk',
    who: { 'zh-CN': '2 号窗口，一天都在键盘上', en: 'Clerk at window 2, on the keyboard all day' },
  },
  {
    key: 'liTing',
    name: '李婷',
    phone: '19900000022',
    door: 'desk',
    who: { 'zh-CN': '1 号窗口，会说洪湖话', en: 'Clerk at window 1, speaks the Honghu dialect' },
  },
  { key: 'luoYan', name: '罗燕', phone: '19900000023', door: 'desk', who: { 'zh-CN': '服务站站长', en: 'Station lead' } },
  {
    key: 'wangJun',
    name: '王军',
    phone: '19900000024',
    door: 'desk',
    who: { 'zh-CN': '派出所经办', en: 'Case officer at the police station' },
  },
  {
    key: 'tangLi',
    name: '唐丽',
    phone: '19900000025',
    door: 'desk',
    who: { 'zh-CN': '社区卫生服务中心经办', en: 'Case officer at the health centre' },
  },
  {
    key: 'maLin',
    name: '马琳',
    phone: '19900000026',
    door: 'desk',
    who: { 'zh-CN': '司法所经办', en: 'Case officer at the justice office' },
  },
  {
    key: 'fangWei',
    name: '方伟',
    phone: '19900000027',
    door: 'desk',
    who: { 'zh-CN': '城管办和租赁组经办', en: 'Case officer for environment and housing' },
  },
  {
    key: 'officerLin',
    name: '林涛',
    phone: '19900000031',
    door: 'desk',
    who: { 'zh-CN': '街道融合办干事，要向上说明数字', en: 'Street officer who must explain the figures' },
  },
  { key: 'directorHe', name: '何建国', phone: '19900000032', door: 'desk', who: { 'zh-CN': '街道分管领导', en: 'Street lead' } },
  { key: 'zhaoYu', name: '赵宇', phone: '19900000033', door: 'desk', who: { 'zh-CN': '系统管理员', en: 'System administrator' } },
  { key: 'qianXi', name: '钱曦', phone: '19900000034', door: 'desk', who: { 'zh-CN': '安全管理员', en: 'Security administrator' } },
  { key: 'sunYi', name: '孙怡', phone: '19900000035', door: 'desk', who: { 'zh-CN': '审计管理员', en: 'Audit administrator' } },
  { key: 'zhengRu', name: '郑茹', phone: '19900000036', door: 'desk', who: { 'zh-CN': '个人信息保护专员', en: 'Data protection officer' } },
  {
    key: 'fengJie',
    name: '冯洁',
    phone: '19900000037',
    door: 'desk',
    who: { 'zh-CN': '监督岗，处理对工作人员的意见', en: 'Integrity officer' },
  },
  {
    key: 'xu',
    name: '徐建平',
    phone: '19900000041',
    door: 'resident',
    who: { 'zh-CN': '来穗人员，热心街坊', en: 'A newcomer active in the street' },
  },
  {
    key: 'labour',
    name: '苏梅',
    phone: '19900000051',
    door: 'desk',
    who: { 'zh-CN': '人社所经办', en: 'Case officer at the labour office' },
  },
  {
    key: 'civil',
    name: '欧阳静',
    phone: '19900000052',
    door: 'desk',
    who: { 'zh-CN': '社会事务办和教育指导中心经办', en: 'Case officer for civil affairs and education' },
  },
  {
    key: 'culture',
    name: '温乐',
    phone: '19900000053',
    door: 'desk',
    who: { 'zh-CN': '文化站经办', en: 'Case officer at the culture station' },
  },
  {
    key: 'tax',
    name: '岑立',
    phone: '19900000054',
    door: 'desk',
    who: { 'zh-CN': '税务代征点经办', en: 'Case officer at the tax point' },
  },
  {
    key: 'supervision',
    name: '章正',
    phone: '19900000055',
    door: 'desk',
    who: { 'zh-CN': '监察组接访，看对街道办工作人员的意见', en: 'Supervision group: reads what is said about the street office' },
  },
]
