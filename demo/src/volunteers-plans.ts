import type { ActivityKind } from '@ronghe/contract/volunteers/activities.ts'
import type { Skill } from '@ronghe/contract/volunteers/skills.ts'
import type { CastKey, LaneKey } from './cast.ts'

/** What the volunteers of S Street do, week by week and once. */
export interface WeeklyPlan {
  readonly team: 'corps' | 'patrol'
  readonly leader: CastKey
  readonly kind: ActivityKind
  readonly title: readonly [string, string]
  readonly about: readonly [string, string]
  readonly place: readonly [string, string]
  readonly lane: LaneKey
  /** 1 is Monday; the hours are those of the wall. */
  readonly weekday: number
  readonly from: number
  readonly hours: number
  readonly minimum: number
  readonly maximum: number
  readonly special?: number
  readonly needsDialect?: string
  readonly briefing?: readonly [string, string]
  /** Whoever usually comes; they take turns. */
  readonly people: readonly CastKey[]
}

export const weekly: readonly WeeklyPlan[] = [
  {
    team: 'corps',
    leader: 'qinYuelan',
    kind: 'environment',
    title: ['周六清一清榕树巷', 'Saturday: clearing Banyan Lane'],
    about: [
      '把堆在巷里的杂物清出来，留出消防通道；花箱浇浇水。',
      'Clear what piles up in the lane so that the fire engine can pass, and water the planters.',
    ],
    place: ['榕树头石桌', 'Stone table under the banyan'],
    lane: 'banyanLane',
    weekday: 6,
    from: 9,
    hours: 2,
    minimum: 3,
    maximum: 6,
    people: ['chen', 'zhongHua', 'maoXia', 'uncleHuang', 'liuFang', 'keLei'],
  },
  {
    team: 'corps',
    leader: 'qinYuelan',
    kind: 'care',
    title: ['周三下午陪聊', 'Wednesday: keeping company'],
    about: [
      '到活动室陪老人坐坐、读报、教用手机。有几位只会说洪湖话。',
      'Sit with older people, read the paper, help with phones. Some speak the dialect of Honghu only.',
    ],
    place: ['榕树路3号一楼活动室', 'Activity room, 3 Banyan Road'],
    lane: 'banyanLane',
    weekday: 3,
    from: 15,
    hours: 2,
    minimum: 2,
    maximum: 4,
    special: 1,
    needsDialect: '洪湖话',
    people: ['auntHuang', 'smith', 'sunLanying', 'dengKai'],
  },
  {
    team: 'patrol',
    leader: 'heDali',
    kind: 'patrol',
    title: ['周五晚上走一圈', 'Friday: round in the evening'],
    about: ['四个人走一圈，看路灯、电线、通道，遇事报告。', 'Four people walk round, look at lamps, wires and exits, and report.'],
    place: ['五巷口集合', 'Mouth of Lane Five'],
    lane: 'laneFive',
    weekday: 5,
    from: 20,
    hours: 2,
    minimum: 2,
    maximum: 4,
    briefing: [
      '只看、照亮、提醒、打 110 或 119、报告。不拦人，不盘问，不看证件，不进屋，不拍人，不记谁住哪里。两个人一起走，穿反光背心。',
      'Look, light the way, warn, call 110 or 119, report. Never stop or question anybody, ask for papers, enter a home, photograph people or note who lives where. Walk in pairs with a reflective vest.',
    ],
    people: ['guoLei', 'zengBo', 'heYong', 'luoWeiqiang', 'tanXiaomei'],
  },
]

export interface IdeaPlan {
  readonly by: CastKey
  readonly daysAgo: number
  readonly kind: ActivityKind
  readonly title: string
  readonly about: string
  readonly place: string
}

/** Ideas of residents that came to something: newcomers and locals alike. */
export const ideas: readonly IdeaPlan[] = [
  { by: 'chen', daysAgo: 330, kind: 'taskTeam', title: '留下过年的一起包饺子', about: '不回老家的人凑一桌。', place: '文化站' },
  { by: 'auntHuang', daysAgo: 312, kind: 'care', title: '给新来的邻居带路认门', about: '菜场、诊所、学校走一遍。', place: '榕树头' },
  { by: 'liuFang', daysAgo: 290, kind: 'environment', title: '五巷楼道刷白墙', about: '自带旧衣服，刷子有。', place: '五巷 3 号楼下' },
  {
    by: 'uncleHuang',
    daysAgo: 268,
    kind: 'streetInspection',
    title: '看看哪些井盖松了',
    about: '走一遍，记下来交给城管。',
    place: '渡口巷',
  },
  { by: 'sunLanying', daysAgo: 245, kind: 'care', title: '放学后看半小时作业', about: '家长下班前陪一陪孩子。', place: '学堂一楼' },
  {
    by: 'zhongHua',
    daysAgo: 221,
    kind: 'taskTeam',
    title: '台风前帮独居老人收阳台',
    about: '两个人一家，收好花盆和晾衣架。',
    place: '榕树巷',
  },
  { by: 'guoLei', daysAgo: 198, kind: 'environment', title: '旧单车集中清一次', about: '贴条七天，没人要的拉走。', place: '五巷车棚' },
  { by: 'zengBo', daysAgo: 176, kind: 'care', title: '教老街坊用手机挂号', about: '一对一，带老花镜。', place: '卫生服务中心大厅' },
  { by: 'maoXia', daysAgo: 151, kind: 'environment', title: '巷口种三盆三角梅', about: '各家轮着浇水。', place: '一号巷口' },
  { by: 'panHui', daysAgo: 127, kind: 'streetInspection', title: '夜里没灯的地方画一张图', about: '只画灯，不画人家。', place: '松柏新村' },
  { by: 'heYong', daysAgo: 96, kind: 'taskTeam', title: '搬家互相搭把手', about: '周日上午，借板车。', place: '三号巷口' },
  { by: 'chenYaozong', daysAgo: 66, kind: 'care', title: '给夜班工友留一壶热水', about: '凉亭里放保温桶。', place: '三号巷凉亭' },
]

export const waitingIdeas: readonly IdeaPlan[] = [
  { by: 'tanXiaomei', daysAgo: 3, kind: 'care', title: '早餐店剩下的包子给值夜的人', about: '每天收摊前送到门卫室。', place: '渡口巷' },
  { by: 'smith', daysAgo: 1, kind: 'environment', title: '教大家把纸箱压平', about: '回收站说压平了好拉。', place: '河边社区回收点' },
]

/** What some said about helping: when, near which lanes, with what. */
export const wishes: readonly {
  readonly who: CastKey
  readonly available: readonly string[]
  readonly lanes: readonly LaneKey[]
  readonly nights: boolean
  readonly skills: readonly Skill[]
  /** Leaders may see skills and dialects. */
  readonly agrees: boolean
}[] = [
  {
    who: 'chen',
    available: ['5-evening', '6-morning', '7-morning'],
    lanes: ['laneThree', 'laneFive'],
    nights: true,
    skills: ['repair', 'electrician'],
    agrees: true,
  },
  {
    who: 'liuFang',
    available: ['3-afternoon', '6-morning'],
    lanes: ['laneFive'],
    nights: false,
    skills: ['cooking', 'talking'],
    agrees: true,
  },
  {
    who: 'auntHuang',
    available: ['2-morning', '3-afternoon', '4-morning'],
    lanes: ['banyanLane'],
    nights: false,
    skills: ['talking'],
    agrees: false,
  },
  { who: 'maoXia', available: ['6-morning', '6-afternoon'], lanes: ['laneOne'], nights: false, skills: ['childcare'], agrees: true },
  {
    who: 'zhongHua',
    available: ['5-evening', '6-morning', '7-afternoon'],
    lanes: ['banyanLane', 'ferryLane'],
    nights: true,
    skills: ['electrician', 'repair'],
    agrees: true,
  },
  {
    who: 'smith',
    available: ['3-afternoon', '7-afternoon'],
    lanes: ['ferryLane'],
    nights: false,
    skills: ['computer', 'teaching'],
    agrees: true,
  },
  {
    who: 'guoLei',
    available: ['5-evening', '5-night', '6-evening'],
    lanes: ['laneThree'],
    nights: true,
    skills: ['driving'],
    agrees: true,
  },
  { who: 'zengBo', available: ['5-evening', '6-morning'], lanes: ['banyanLane'], nights: true, skills: ['firstAid'], agrees: true },
  { who: 'heYong', available: ['5-evening', '7-evening'], lanes: ['laneOne', 'laneThree'], nights: true, skills: [], agrees: false },
  { who: 'luoWeiqiang', available: ['5-evening'], lanes: ['banyanLane'], nights: true, skills: ['photography'], agrees: true },
  { who: 'tanXiaomei', available: ['5-evening', '2-afternoon'], lanes: ['ferryLane'], nights: true, skills: ['cooking'], agrees: true },
  { who: 'dengKai', available: ['3-afternoon', '6-afternoon'], lanes: ['laneThree'], nights: false, skills: ['teaching'], agrees: true },
  { who: 'sunLanying', available: ['3-afternoon'], lanes: ['laneFive'], nights: false, skills: ['nursing', 'talking'], agrees: true },
  { who: 'keLei', available: ['6-morning', '7-morning'], lanes: ['ferryLane'], nights: false, skills: ['driving'], agrees: false },
  { who: 'uncleHuang', available: ['6-morning', '2-morning'], lanes: ['banyanLane'], nights: false, skills: ['teaching'], agrees: true },
]
