import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { anonymous } from '@ronghe/server/platform/auth/actor.ts'
import { evaluate, pay, settle } from '@ronghe/server/rooms/programme/contracts/contract-money.ts'
import { choose, handIn } from '@ronghe/server/rooms/programme/contracts/contract-offers.ts'
import {
  giveBudget,
  nameNeed,
  publishCall,
  signContract,
  startOrStop,
} from '@ronghe/server/rooms/programme/contracts/contract-preparing.ts'
import { milestonesOf, offersOf } from '@ronghe/server/rooms/programme/contracts/contract-rows.ts'
import { acceptWork, giveFeedback, judge, report } from '@ronghe/server/rooms/programme/contracts/contract-work.ts'
import type { CastKey, OrganKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { castId, organId } from './load-cast.ts'

interface Plan {
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly need: { readonly 'zh-CN': string; readonly en: string }
  readonly serves: { readonly 'zh-CN': string; readonly en: string }
  readonly item: string
  readonly yuan: number
  readonly partner: readonly [OrganKey, string, string]
  readonly offers: readonly (readonly [who: CastKey, organ: OrganKey, yuan: number, plan: string])[]
}
const afterSchool: Plan = {
  title: { 'zh-CN': '放学后的四点半课堂', en: 'After-school hours' },
  need: { 'zh-CN': '爸妈下班晚，孩子四点半放学没有地方去。', en: 'Parents work late and children have nowhere to go at half past four.' },
  serves: { 'zh-CN': '松柏新村的小学生，新老街坊的孩子都收', en: 'Schoolchildren of Songbai, of newcomers and locals alike' },
  item: '社区服务：儿童课后照看',
  yuan: 120_000,
  partner: ['residentsCommittee', '出场地', 'Gives the room'],
  offers: [
    ['ningYu', 'otherProvider', 98_000, '三位老师，周一到周五，带作业，每周一次户外。'],
    ['liang', 'provider', 112_000, '两位社工，周一到周四，周五志愿者。'],
  ],
}
const dialects: Plan = {
  title: { 'zh-CN': '办事窗口的方言帮办', en: 'Dialect help at the windows' },
  need: {
    'zh-CN': '不少洪湖来的老人听不懂普通话，也不识字，办一件事要跑几趟。',
    en: 'Older people from Honghu follow no Mandarin and do not read; one matter takes several trips.',
  },
  serves: { 'zh-CN': '来办事的老人，不分来历', en: 'Older people who come to the windows, from wherever' },
  item: '公共服务：政务咨询陪同',
  yuan: 80_000,
  partner: ['printers', '介绍会说两种话的人', 'Finds people who speak both'],
  offers: [['ningYu', 'otherProvider', 74_000, '每天两位会洪湖话和粤语的帮办员，早九点到十二点。']],
}
const stalls: Plan = {
  title: { 'zh-CN': '流动摊点的清洁和秩序', en: 'Clean and orderly stalls' },
  need: {
    'zh-CN': '早市散了以后，巷口满地是水和菜叶，摊主没地方倒。',
    en: 'After the morning market the lane is wet and full of leaves, and stallholders have nowhere to empty.',
  },
  serves: { 'zh-CN': '榕树头的街坊和摊主', en: 'Neighbours and stallholders of Banyan Corner' },
  item: '社区服务：环境维护',
  yuan: 60_000,
  partner: ['collective', '出水电', 'Gives water and power'],
  offers: [['liang', 'provider', 56_000, '每天早市后一小时，摊主轮流参加。']],
}

/** One project that is over, one that runs, and one whose call is open. */
export async function loadContracts(deed: Deed): Promise<void> {
  const chance = chanceOf('contracts')
  const over = await contracted(deed, chance, afterSchool, 300, ['开班', '期中小结', '期末小结'])
  await start(deed, chance, over, 270)
  for (const helped of [...Array<'yes'>(9).fill('yes'), ...Array<'partly'>(6).fill('partly'), ...Array<'no'>(5).fill('no')])
    await giveFeedback(
      { ...daysBefore(deed, 120, chance), actor: anonymous },
      over,
      { helped, words: helped === 'no' ? '接孩子的时间太早。' : '' },
      'phone',
    )
  await evaluate(officer(deed, 180, chance), over, { kind: 'mid', reached: 'reached', words: '二十八个孩子固定来，一半是来穗人员的孩子。' })
  await deliver(deed, chance, over, [250, 170, 60])
  await acceptWork(
    acting(deed, 'directorHe', 55, chance),
    castId(deed.street.id, 'directorHe'),
    over,
    '去看过三次，签到表和家长说的对得上。',
  )
  for (const [days, yuan, document] of [
    [240, 49_000, '付字118号'],
    [50, 49_000, '付字306号'],
  ] as const)
    await pay(treasurer(deed, days, chance), over, { cents: yuan * 100, document, paidOn: dayAgo(deed, days) })
  await settle(treasurer(deed, 49, chance), over, '')
  await evaluate(officer(deed, 40, chance), over, {
    kind: 'final',
    reached: 'partly',
    words: '孩子有了去处。接送时间对上夜班的家长还是太早，下一年要改。',
  })

  const running = await contracted(deed, chance, dialects, 120, ['帮办员到岗', '三个月小结', '半年小结'])
  await start(deed, chance, running, 95)
  await deliver(deed, chance, running, [85])
  await pay(treasurer(deed, 70, chance), running, { cents: 20_000_00, document: '付字291号', paidOn: dayAgo(deed, 70) })

  const open = await called(deed, chance, stalls, 12, 9)
  const [[who, organ, yuan, plan]] = stalls.offers as [Plan['offers'][number]]
  await handIn(acting(deed, who, 1, chance), open, { organId: organId(deed.street.id, organ), cents: yuan * 100, plan })
}

const officer = (deed: Deed, days: number, chance: Chance): Deed => acting(deed, 'officerLin', days, chance)
const treasurer = (deed: Deed, days: number, chance: Chance): Deed => acting(deed, 'tianRong', days, chance)
const dayAgo = (deed: Deed, days: number): string => addDays(dayIn(deed.street.zone, deed.now), -days)
const criteria = [
  { key: 'plan', name: { 'zh-CN': '做法合不合街坊的需要', en: 'Whether it fits what neighbours need' } },
  { key: 'people', name: { 'zh-CN': '人手和经验', en: 'People and experience' } },
  { key: 'price', name: { 'zh-CN': '价格', en: 'Price' } },
]

/** A need with its budget and its call, so many days ago. */
async function called(deed: Deed, chance: Chance, plan: Plan, days: number, untilInDays: number): Promise<string> {
  const [partner, zh, en] = plan.partner
  const id = await nameNeed(officer(deed, days + 15, chance), castId(deed.street.id, 'officerLin'), {
    title: plan.title,
    need: plan.need,
    serves: plan.serves,
    source: 'organ',
    sourceNumber: '',
    organId: organId(deed.street.id, 'streetOffice'),
    stable: false,
    checks: { dutyOfGovernment: true, canBeBought: true, noStaffing: true, listed: true },
    catalogueItem: plan.item,
    partners: [{ organId: organId(deed.street.id, partner), role: { 'zh-CN': zh, en } }],
  })
  await giveBudget(acting(deed, 'directorHe', days + 10, chance), id, {
    cents: plan.yuan * 100,
    reference: '年度预算 社区服务科目',
    supportId: null,
  })
  const until = `${dayAgo(deed, -untilInDays)}T17:00:00+08:00`
  await publishCall(officer(deed, days, chance), id, { criteria, until })
  return id
}

/** From the need to a signed contract; `days` ago the call was published. */
async function contracted(deed: Deed, chance: Chance, plan: Plan, days: number, milestones: readonly string[]): Promise<string> {
  const id = await called(deed, chance, plan, days, 14 - days)
  for (const [who, organ, yuan, words] of plan.offers)
    await handIn(acting(deed, who, days - 8, chance), id, { organId: organId(deed.street.id, organ), cents: yuan * 100, plan: words })
  const offers = await offersOf(deed, [id])
  const [[, organ, yuan]] = plan.offers as [Plan['offers'][number]]
  const chosen = offers.find(({ organ_id }) => organ_id === organId(deed.street.id, organ))!
  await choose(acting(deed, 'directorHe', days - 18, chance), castId(deed.street.id, 'directorHe'), id, {
    offerId: chosen.id,
    reasons: offers.flatMap((offer) =>
      criteria.map(({ key }) => ({
        offerId: offer.id,
        criterion: key,
        words: offer.id === chosen.id ? '写得具体，做得到，价格在预算里。' : '能做，这一条上差一些。',
      })),
    ),
  })
  const starts = days - 25
  const length = 240
  await signContract(officer(deed, days - 22, chance), id, {
    signedOn: dayAgo(deed, days - 22),
    terms: {
      content: plan.offers[0]![3],
      quantity: '每个工作日都有，放假不停。',
      quality: '带的人都有经验，每月听一次用的人怎么说。',
      cents: yuan * 100,
      settlement: '分次付，节点确认以后付。',
      duties: '承接单位派人，街道协调场地，居民监督。',
      breach: '少一天扣一天，两次做不到可以解除。',
      startsOn: dayAgo(deed, starts),
      endsOn: dayAgo(deed, starts - length),
    },
    milestones: milestones.map((what, place) => ({
      what,
      dueOn: dayAgo(deed, starts - Math.round(((place + 1) * length) / (milestones.length + 1))),
    })),
  })
  return id
}

const start = (deed: Deed, chance: Chance, id: string, days: number): Promise<void> =>
  startOrStop(officer(deed, days, chance), id, { act: 'start', reason: '' })

/** The first milestones, each reported by the contractor and confirmed two days later. */
async function deliver(deed: Deed, chance: Chance, id: string, days: readonly number[]): Promise<void> {
  const milestones = await milestonesOf(deed, id)
  for (const [place, ago] of days.entries()) {
    const { id: milestoneId, what } = milestones[place]!
    await report(acting(deed, 'ningYu', ago, chance), milestoneId, `${what}：做到了，记录和照片已经交。`)
    await judge(officer(deed, ago - 2, chance), milestoneId, { confirmed: true, words: '' })
  }
}
