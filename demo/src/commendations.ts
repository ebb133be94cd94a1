import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { CommendationAct, ShownAs } from '@ronghe/contract/programme/commendations.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { agrees } from '@ronghe/server/platform/privacy/consent.ts'
import { anonymous } from '@ronghe/server/platform/auth/actor.ts'
import { give } from '@ronghe/server/rooms/people/consents.ts'
import { commendationFigures } from '@ronghe/server/rooms/programme/commendations/commendation-figures.ts'
import { callRound, stepRoundOn } from '@ronghe/server/rooms/programme/commendations/commendation-rounds.ts'
import { decide, offerStory, ownStory } from '@ronghe/server/rooms/programme/commendations/nomination-desk.ts'
import { getRound, nominationsOf } from '@ronghe/server/rooms/programme/commendations/nomination-rows.ts'
import { answer, nominateSomebody } from '@ronghe/server/rooms/programme/commendations/nominations.ts'
import { answerTo, object } from '@ronghe/server/rooms/programme/commendations/objections.ts'
import { review } from '@ronghe/server/rooms/programme/commendations/reviews.ts'
import { cast, type CastKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { castId } from './load-cast.ts'

type Category = 'neighbour' | 'craft' | 'care'
/** Who, by whom, for what; `why` is what the second reviewer says who is not for it. */
interface Deeds {
  readonly who: CastKey
  readonly by: CastKey
  readonly category: Category
  readonly deeds: string
  readonly shownAs?: ShownAs
  readonly alias?: string
  readonly against?: string
  readonly story?: readonly [title: string, text: string]
}

const criteria = [
  { key: 'helped', name: { 'zh-CN': '实实在在帮到了人', en: 'It really helped somebody' } },
  { key: 'together', name: { 'zh-CN': '让新老街坊走近了', en: 'It brought newcomers and locals closer' } },
]
const categories = [
  { key: 'neighbour', name: { 'zh-CN': '好街坊', en: 'Good neighbour' } },
  { key: 'craft', name: { 'zh-CN': '传手艺', en: 'Passing on a craft' } },
  { key: 'care', name: { 'zh-CN': '照看人', en: 'Looking after others' } },
]

const lastYear: readonly Deeds[] = [
  {
    who: 'guoLei',
    by: 'auntHuang',
    category: 'neighbour',
    deeds: '巷口的灯坏了半年，他约上两边的街坊，一个周末修好了。',
    story: [
      '巷口的灯',
      '灯坏了，各家都绕着走。他是电工，先看了线，又挨家问谁有空。那个周末来了九个人，有本地的，也有外地的。灯亮的时候，黄阿姨端来一锅绿豆汤。',
    ],
  },
  {
    who: 'dengKai',
    by: 'liuFang',
    category: 'craft',
    deeds: '下了夜班教人修印刷机，教会了六个人，其中两个是本地的。',
    story: ['夜班以后', '他说手艺带不走，不如教人。每周三下了夜班，机房里多留一小时。'],
  },
  { who: 'tanXiaomei', by: 'liangShaofen', category: 'care', deeds: '早餐店给独居老人留一份热的，没来就去敲门。' },
  { who: 'sunLanying', by: 'heYong', category: 'care', deeds: '楼里谁家孩子没人接，她顺路带回来。', shownAs: 'alias', alias: '顺路的孙姐' },
  { who: 'heYong', by: 'panHui', category: 'neighbour', deeds: '送货路上看见井盖松了，守到有人来修。' },
  { who: 'liZhiqiang', by: 'zengBo', category: 'neighbour', deeds: '帮工友把合同一条一条念清楚，少吃了不少亏。', shownAs: 'none' },
  { who: 'maoXia', by: 'qinYuelan', category: 'care', deeds: '带着女儿去看望老人，一去就是一年。', against: '事情好，写得还不够具体。' },
  {
    who: 'chen',
    by: 'auntHuang',
    category: 'craft',
    deeds: '帮居委会印通知，错字一个个改。',
    against: '还想多听几位邻居说。',
    shownAs: 'none',
  },
  { who: 'liangShaofen', by: 'chen', category: 'craft', deeds: '退休老师，教厂里的人说粤语，自己也学会了几句洪湖话。' },
  { who: 'zengBo', by: 'liZhiqiang', category: 'neighbour', deeds: '出租房装了感应灯，还请租客一起选地方。' },
  { who: 'panHui', by: 'tanXiaomei', category: 'care', deeds: '社区医生，下班给不识字的人念药盒。' },
  { who: 'chenYaozong', by: 'heDali', category: 'neighbour', deeds: '七十多岁，天天扫巷口。', shownAs: 'alias', alias: '扫巷口的陈伯' },
  { who: 'qinYuelan', by: 'maoXia', category: 'care', deeds: '退休护士，教人怎么照看卧床的家人。' },
  { who: 'luoWeiqiang', by: 'liuFang', category: 'neighbour', deeds: '把村里的账讲给大家听。', against: '是他的本职。' },
  { who: 'weiQing', by: 'sunLanying', category: 'care', deeds: '陪人去了三趟医院。', against: '还要再核实。', shownAs: 'none' },
  { who: 'yeLan', by: 'dengKai', category: 'craft', deeds: '把课讲给没上过学的人听。', against: '课是学校派的。' },
]
const thisYear: readonly Deeds[] = [
  { who: 'liuFang', by: 'auntHuang', category: 'neighbour', deeds: '帮楼下几位老人学会了用手机挂号，一遍不会教两遍。' },
  { who: 'heDali', by: 'chenYaozong', category: 'craft', deeds: '带出了三个徒弟，一个是本地中专的学生。' },
  {
    who: 'shiHui',
    by: 'tanXiaomei',
    category: 'care',
    deeds: '台风那晚，挨家问有没有人要转移。',
    shownAs: 'alias',
    alias: '台风夜敲门的人',
  },
]

/** One round that is over and one that is on the notice, with an objection that waits and one that was answered. */
export async function loadCommendations(deed: Deed): Promise<void> {
  const chance = chanceOf('commendations')
  await finished(deed, chance)
  await onNotice(deed, chance)
}

async function finished(deed: Deed, chance: Chance): Promise<void> {
  const roundId = await call(deed, chance, -1, 330)
  await nominateAll(deed, chance, roundId, lastYear, 322)
  await step(deed, chance, roundId, 'closeNominations', 312)
  await reviewAll(deed, chance, roundId, lastYear, 308)
  await step(deed, chance, roundId, 'publishNotice', 303)
  await step(deed, chance, roundId, 'award', 288)
  for (const { who, story } of lastYear) {
    if (!story) continue
    const id = await nominationOf(deed, roundId, who)
    await offerStory(acting(deed, 'officerLin', 280, chance), id, { title: story[0], text: story[1] })
    await ownStory(acting(deed, who, 279, chance), castId(deed.street.id, who), id, true)
  }
  // People of the demo said which group they are on the day it was loaded, so the figures of the award are settled on that day.
  const rows = await nominationsOf(deed).where('round_id', '=', roundId).execute()
  const figures = await commendationFigures(deed, await getRound(deed, roundId), rows)
  await deed.tx
    .updateTable('commendation_round')
    .set({ figures: JSON.stringify(figures) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', roundId)
    .execute()
}

async function onNotice(deed: Deed, chance: Chance): Promise<void> {
  const roundId = await call(deed, chance, 0, 40)
  await nominateAll(deed, chance, roundId, thisYear, 33)
  await step(deed, chance, roundId, 'closeNominations', 12)
  await reviewAll(deed, chance, roundId, thisYear, 9)
  await step(deed, chance, roundId, 'publishNotice', 2)
  const [first, second] = [await nominationOf(deed, roundId, 'heDali'), await nominationOf(deed, roundId, 'liuFang')]
  const { id } = await object(acting(deed, 'heYong', 1, chance), first, '听说徒弟是厂里分的，请核实。', {
    channel: 'phone',
    personId: castId(deed.street.id, 'heYong'),
  })
  await answerTo(acting(deed, 'zhongHua', 0.5, chance), castId(deed.street.id, 'zhongHua'), id, {
    answer: '问了厂里和三位徒弟：是他自己找来教的，厂里没有派。',
    upheld: false,
  })
  await object({ ...daysBefore(deed, 0.4, chance), actor: anonymous }, second, '想知道是哪几位老人，能不能问问他们。', {
    channel: 'anonymous',
  })
}

const officer = (deed: Deed, days: number, chance: Chance): Deed => acting(deed, 'officerLin', days, chance)
const dayAgo = (deed: Deed, days: number): string => addDays(dayIn(deed.street.zone, deed.now), -days)
const step = async (deed: Deed, chance: Chance, roundId: string, act: CommendationAct, days: number): Promise<void> =>
  void (await stepRoundOn(officer(deed, days, chance), roundId, act))

async function call(deed: Deed, chance: Chance, years: number, days: number): Promise<string> {
  const year = Number(dayIn(deed.street.zone, deed.now).slice(0, 4)) + years
  const { id } = await callRound(officer(deed, days, chance), {
    year,
    title: { 'zh-CN': `${year}年S街好街坊`, en: `Good neighbours of S Street ${year}` },
    summary: {
      'zh-CN': '说说身边人做的好事：谁因此好过了一点。谁都可以推荐，推荐自己也行。',
      en: 'Tell of a good deed near you and whom it helped. Anybody may nominate, also themselves.',
    },
    criteria,
    categories,
    nominationsFrom: dayAgo(deed, days - 5),
    nominationsUntil: dayAgo(deed, days - 25),
  })
  await step(deed, chance, id, 'openNominations', days - 5)
  return id
}

async function nominateAll(deed: Deed, chance: Chance, roundId: string, all: readonly Deeds[], days: number): Promise<void> {
  for (const { who, by, category, deeds, shownAs = 'name', alias = '' } of all) {
    const { id } = await nominateSomebody(acting(deed, by, days, chance), castId(deed.street.id, by), roundId, {
      by: 'peer',
      category,
      name: cast[who].name,
      phone: cast[who].phone,
      deeds,
    })
    const own = acting(deed, who, days - 1, chance)
    const person = castId(deed.street.id, who)
    if (shownAs !== 'none' && !(await agrees(own, person, 'deedsPublicity')))
      await give(own, person, 'deedsPublicity', consentTexts.deedsPublicity.version)
    await answer(own, person, id, { agrees: true, shownAs, alias })
  }
}

async function reviewAll(deed: Deed, chance: Chance, roundId: string, all: readonly Deeds[], days: number): Promise<void> {
  for (const { who, against } of all) {
    const id = await nominationOf(deed, roundId, who)
    for (const reviewer of ['moZhen', 'keLei'] as const)
      await review(acting(deed, reviewer, days, chance), castId(deed.street.id, reviewer), id, {
        recommends: against === undefined,
        words: [
          { criterion: 'helped', words: against ?? '问过两位邻居，确有其事。' },
          { criterion: 'together', words: against === undefined ? '两边的人都提到了。' : '看不太出来。' },
        ],
      })
    await decide(officer(deed, days - 2, chance), castId(deed.street.id, 'officerLin'), id, {
      proposed: against === undefined,
      reason: against ?? '两位评议员都赞成。',
    })
  }
}

async function nominationOf(deed: Deed, roundId: string, who: CastKey): Promise<string> {
  const { id } = await nominationsOf(deed)
    .where('round_id', '=', roundId)
    .where('nominee_id', '=', castId(deed.street.id, who))
    .executeTakeFirstOrThrow()
  return id
}
