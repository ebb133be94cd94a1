import type { OrganKey, PostKey } from './cast.ts'

interface Words {
  readonly 'zh-CN': string
  readonly en: string
}
interface Support {
  readonly organ: OrganKey
  readonly kind: 'place' | 'money' | 'equipment' | 'people'
  readonly what: string
  readonly cents?: number
  readonly state: 'requested' | 'granted' | 'refused' | 'delivered'
  readonly daysAgo: number
  readonly outcome?: string
  readonly reason?: string
}

/** M4: what the street gave, and what came of it. */
export const supports: readonly Support[] = [
  {
    organ: 'station',
    kind: 'place',
    what: '榕树路3号一楼，120 平方米，免租',
    state: 'delivered',
    daysAgo: 320,
    outcome: '三个窗口和等候区已启用。',
  },
  {
    organ: 'council',
    kind: 'place',
    what: '榕树路3号二楼会议室，每周三晚',
    state: 'delivered',
    daysAgo: 310,
    outcome: '每月一次议事会，平日做调解室。',
  },
  {
    organ: 'school',
    kind: 'money',
    what: '学堂全年讲师课时费',
    cents: 18_000_000,
    state: 'delivered',
    daysAgo: 290,
    outcome: '开课 96 节。',
  },
  {
    organ: 'corps',
    kind: 'equipment',
    what: '反光背心 80 件、手电 40 支',
    cents: 1_260_000,
    state: 'delivered',
    daysAgo: 200,
    outcome: '巡逻队两班够用。',
  },
  { organ: 'provider', kind: 'money', what: '社工服务项目第三季度', cents: 24_000_000, state: 'granted', daysAgo: 60 },
  {
    organ: 'corps',
    kind: 'equipment',
    what: '巡逻用电动车 4 辆',
    cents: 1_600_000,
    state: 'refused',
    daysAgo: 45,
    reason: '巡逻靠步行看得细，先不配车；雨衣另批。',
  },
  { organ: 'school', kind: 'people', what: '周末借用社区医院护士一名，讲急救', state: 'requested', daysAgo: 4 },
  { organ: 'council', kind: 'money', what: '议事会误工补贴和托管', cents: 360_000, state: 'requested', daysAgo: 2 },
]

export const notices: readonly { readonly organ: OrganKey; readonly title: Words; readonly body: Words; readonly daysAgo: number }[] = [
  {
    organ: 'station',
    title: { 'zh-CN': '周六上午也开窗口', en: 'The windows are open on Saturday mornings' },
    body: {
      'zh-CN': '上班走不开的街坊，周六 9:00 到 12:00 可以来，1 号窗口会说洪湖话。',
      en: 'If you cannot come on workdays, come on Saturday from 9 to 12. Window 1 speaks the Honghu dialect.',
    },
    daysAgo: 3,
  },
  {
    organ: 'council',
    title: { 'zh-CN': '下周三议事会：巷口夜间装卸', en: 'Council next Wednesday: loading at night' },
    body: {
      'zh-CN': '晚上 7:30，榕树路3号二楼，谁都能来听。有话想说的，先告诉代表。',
      en: '7.30 pm, 3 Banyan Road, second floor. Anybody may listen; tell a delegate what you want said.',
    },
    daysAgo: 5,
  },
  {
    organ: 'health',
    title: { 'zh-CN': '流感疫苗到了', en: 'Flu vaccine is here' },
    body: {
      'zh-CN': '六十岁以上不收费，新老街坊一样。周二、周四上午到社区卫生服务中心。',
      en: 'Free from sixty on, newcomers and locals alike. Tuesday and Thursday mornings at the health centre.',
    },
    daysAgo: 12,
  },
  {
    organ: 'streetOffice',
    title: { 'zh-CN': '三号巷换水管，周日停水半天', en: 'New pipes in Lane Three: no water on Sunday morning' },
    body: { 'zh-CN': '8:00 到 13:00 停水，巷口有水车。', en: 'No water from 8 to 13; a water cart stands at the lane’s mouth.' },
    daysAgo: 20,
  },
]

/** Case officers nobody plays. */
export const staff: readonly { readonly key: string; readonly name: string; readonly phone: string; readonly posts: readonly PostKey[] }[] =
  [
    { key: 'labour', name: '苏梅', phone: '19900000051', posts: ['labourOfficer'] },
    { key: 'civil', name: '欧阳静', phone: '19900000052', posts: ['civilOfficer', 'educationOfficer'] },
    { key: 'culture', name: '温乐', phone: '19900000053', posts: ['cultureOfficer'] },
    { key: 'tax', name: '岑立', phone: '19900000054', posts: ['taxOfficer'] },
  ]
