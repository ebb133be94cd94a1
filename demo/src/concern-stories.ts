import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { cast, type CastKey, type CastMember } from './cast.ts'
import { ownerOf, type ConcernPlan } from './concern-plans.ts'
import { castId } from './load-cast.ts'
import type { Maker } from './residents.ts'

/** Told in days before the demo's now; the rest as in the plan it becomes. */
type Told = Omit<ConcernPlan, 'raisedOn' | 'author' | 'community' | 'owner' | 'channel'> &
  Partial<Pick<ConcernPlan, 'channel' | 'community'>> & { readonly who?: CastKey; readonly daysAgo: number }

/** What the named people raised, carried or read, so that a visitor finds each of them in the middle of something. */
const told: readonly Told[] = [
  {
    who: 'chen',
    daysAgo: 14,
    topic: 'environment',
    asked: '三号巷口的垃圾桶满了三天，早上没人收，路都走不过去。',
    answered: '从这周起早晚各收一次，桶加了两只。请您再看几天，还是满就点“还没解决”。',
    steps: [
      ['screen', 1],
      ['begin', 1],
      ['answer', 4],
    ],
  },
  {
    who: 'liuFang',
    daysAgo: 5,
    topic: 'health',
    asked: '孩子在广州打的针，老家的接种本上没有，回去上学要补，能不能在这边开证明？',
    answered: '可以，社区卫生服务中心每天上午能打印。',
    steps: [
      ['screen', 1],
      ['begin', 1],
    ],
  },
  {
    who: 'auntHuang',
    daysAgo: 75,
    channel: 'desk',
    topic: 'safety',
    asked: '榕树巷那七级台阶没有扶手，下雨天滑，我们老人不敢走。',
    answered: '两边都装了扶手，台阶边贴了防滑条。',
    steps: [
      ['screen', 1],
      ['begin', 2],
      ['answer', 8],
      ['accept', 2],
    ],
    publish: true,
  },
  {
    who: 'zhou',
    daysAgo: 26,
    topic: 'environment',
    asked: '五巷口那堆建筑垃圾半个月没人清，下雨就成泥。',
    answered: '',
    steps: [
      ['screen', 1],
      ['begin', 2],
    ],
  },
  {
    who: 'xu',
    daysAgo: 1,
    topic: 'neighbours',
    asked: '篮球场晚上九点就关灯，我们下班才有空，能不能开到十点？',
    answered: '',
    steps: [],
  },
  {
    who: 'smith',
    daysAgo: 12,
    topic: 'other',
    asked: 'The notice about the water cut was in Chinese only. I came home to dry taps.',
    answered: 'From this week notices of the street office are in both languages, on paper too. We are sorry about that evening.',
    steps: [
      ['screen', 1],
      ['begin', 1],
      ['answer', 3],
    ],
  },
  {
    who: 'liZhiqiang',
    daysAgo: 24,
    topic: 'work',
    asked: '厂里说下个月才发工资，已经拖了两个月，工友们都着急。',
    answered: '监察员到过厂里，厂方答应十五号发。',
    steps: [
      ['screen', 1],
      ['begin', 1],
      ['answer', 8],
      ['reopen', 5],
    ],
  },
  {
    daysAgo: 8,
    channel: 'carried',
    carrier: 'socialWorker',
    topic: 'school',
    asked: '河边社区有十几个孩子四点半放学没人接，家长托我来问，学堂能不能多开一个班。',
    answered: '',
    steps: [
      ['screen', 1],
      ['begin', 2],
    ],
  },
  {
    daysAgo: 3,
    channel: 'carried',
    carrier: 'newcomerDelegate',
    topic: 'housing',
    asked: '松柏新村有两栋楼换了房东，新房东要重签合同、加押金，街坊托我问合不合规矩。',
    answered: '',
    steps: [['screen', 1]],
  },
  {
    daysAgo: 33,
    channel: 'carried',
    carrier: 'laneHeadThree',
    topic: 'safety',
    asked: '三号巷两个拐角没有灯，夜班的姐妹请我带上来。',
    answered: '装了两盏感应灯，电由路灯所管。',
    steps: [
      ['screen', 1],
      ['begin', 1],
      ['answer', 9],
    ],
  },
  {
    key: 'loading',
    daysAgo: 7,
    community: 'hebian',
    topic: 'neighbours',
    asked: '河边那几家店半夜还在卸货，铁板砸得响。',
    answered: '',
    steps: [
      ['screen', 1],
      ['begin', 1],
    ],
  },
  {
    into: 'loading',
    daysAgo: 5,
    community: 'hebian',
    topic: 'neighbours',
    asked: '渡口巷口卸货吵，孩子要考试。',
    answered: '',
    steps: [['merge', 1]],
  },
  {
    daysAgo: 44,
    anonymous: true,
    community: 'songbai',
    topic: 'unequal',
    about: { post: 'windowTwo', reader: 'integrityOfficer' },
    asked: '在窗口问了三遍，工作人员头也不抬，说墙上贴着自己看。',
    answered: '看了当天的录像，情况属实，已经当面谈过，窗口加了一张当面说清的单子。对不起。',
    steps: [
      ['begin', 1],
      ['answer', 6],
    ],
  },
  {
    daysAgo: 4,
    anonymous: true,
    community: 'rongshu',
    topic: 'other',
    about: { post: 'stationLead', reader: 'integrityOfficer' },
    asked: '有人插队，站长认识他，直接带进去办了。',
    answered: '',
    steps: [['begin', 2]],
  },
  {
    daysAgo: 6,
    anonymous: true,
    community: 'songbai',
    topic: 'other',
    about: { post: 'streetOfficer', reader: 'supervisionReader' },
    asked: '融合办来巷里开会只叫了熟人，通知贴出来的时候会已经开完了。',
    answered: '',
    steps: [],
  },
  {
    daysAgo: 51,
    anonymous: true,
    community: 'hebian',
    topic: 'unequal',
    about: { post: 'streetLead', reader: 'supervisionReader' },
    asked: '救助名单没有公示，听说是领导定的。',
    answered: '查了会议记录，名单按分数排，漏了公示。已补公示七天，以后先公示再发。',
    steps: [
      ['begin', 2],
      ['answer', 9],
    ],
  },
]

export function concernStories({ street, now }: Maker): ConcernPlan[] {
  const today = dayIn(street.zone, now)
  return told.map(({ who, daysAgo, ...plan }) => {
    const member: CastMember | undefined = who && cast[who]
    return {
      channel: 'phone',
      community: member?.community ?? 'songbai',
      ...plan,
      told: true,
      author: who ? castId(street.id, who) : null,
      // Without an account and without a carrier nobody could be told: those came anonymously.
      anonymous: who === undefined && plan.carrier === undefined,
      owner: plan.about?.reader ?? ownerOf(plan.topic),
      raisedOn: addDays(today, -daysAgo),
    }
  })
}
