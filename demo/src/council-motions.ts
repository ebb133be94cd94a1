import type { AgendaItem } from '@ronghe/contract/council/agenda.ts'
import type { MotionDraft } from '@ronghe/contract/council/motions.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { confirmAgenda, proposeAgenda } from '@ronghe/server/rooms/council/agenda.ts'
import { proposeAmendment, decideAmendment } from '@ronghe/server/rooms/council/amendments.ts'
import { parametersOf } from '@ronghe/server/rooms/council/charter.ts'
import { askFloor } from '@ronghe/server/rooms/council/floor.ts'
import { seekSupport, writeMotion } from '@ronghe/server/rooms/council/motion-drafts.ts'
import { fileMotion } from '@ronghe/server/rooms/council/motion-filing.ts'
import { conversationsToCite } from '@ronghe/server/rooms/council/motion-ground.ts'
import { giveOpinion } from '@ronghe/server/rooms/council/motion-opinions.ts'
import { appealReturn, describe, recommendProcedure, screenMotion } from '@ronghe/server/rooms/council/motion-screening.ts'
import { cosignMotion, supportMotion } from '@ronghe/server/rooms/council/motion-support.ts'
import type { CastKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import { acting } from './council-acting.ts'
import { holdersOf } from './council.ts'
import { castId, demoId, laneId, organId, timedId } from './load-cast.ts'

const clerk: CastKey = 'jiangWen'

type As = (who: CastKey, now?: Date) => Deed
/** Acts of the cast, with the same ids at every load. */
const actsOf = (deed: Deed, name: string): As => {
  const chance = chanceOf(name)
  return (who, now = deed.now) => acting(deed, who, now, chance)
}

interface Plan {
  readonly by: CastKey
  /** Days from today on which it was filed; a resident's begins to seek support ten days earlier. */
  readonly day: number
  readonly title: string
  readonly lines: readonly string[]
  readonly reasons: string
  readonly doer: string
  readonly yuan: number
  readonly cosigned?: readonly CastKey[]
  readonly more?: Partial<MotionDraft>
  readonly summary?: { readonly 'zh-CN': string; readonly en: string }
  readonly english?: { readonly title: string; readonly reasons: string; readonly doer: string; readonly lines: readonly string[] }
}

const bump: Plan = {
  by: 'zhou',
  day: -70,
  title: '五巷口加一道减速带',
  lines: ['在五巷口加一道减速带，立一块慢行牌。', '一个月后看看车速，不够再加一道。'],
  reasons: '送货的电动车从坡上冲下来，放学的孩子差点被撞。走访时两边的人都说先把车速降下来。',
  doer: '街道办市政组',
  yuan: 4600,
  cosigned: ['uncleHuang'],
  more: { exemptAs: 'safety', roles: { government: '装减速带、立牌子', residents: '送货的师傅慢一点' } },
  summary: {
    'zh-CN': '五巷口车太快，孩子危险。议案请街道加一道减速带、立一块牌子，大约 4600 元。',
    en: 'Riders come too fast at the end of Lane Five. The street is asked for a speed bump and a sign, for about 4,600 yuan.',
  },
  english: {
    title: 'A speed bump at the end of Lane Five',
    reasons: 'Delivery riders come down the slope so fast that a child on the way from school was nearly hit.',
    doer: 'Works team of the street office',
    lines: ['A speed bump and a sign at the end of Lane Five.', 'After a month the speed is looked at; if it is not enough, a second one.'],
  },
}
const fireLane: Plan = {
  by: 'uncleHuang',
  day: -66,
  title: '货车白天停一侧，留出消防通道',
  lines: ['三号巷货车白天只停东侧。', '西侧画黄线，不停车。', '装卸不超过二十分钟。'],
  reasons: '消防车进不来。印刷作坊要装卸，老街坊要走路，两边商量过，停一侧都能接受。',
  doer: '街道综合执法队',
  yuan: 1800,
  cosigned: ['heYong', 'panHui'],
  more: { exemptAs: 'safety', roles: { government: '画线', residents: '作坊之间互相提醒' } },
}
const stalls: Plan = {
  by: 'heYong',
  day: -45,
  title: '早点摊七点以前可以摆',
  lines: ['三号巷早点摊早上五点半到七点可以摆在巷口空地。', '收摊的人把地扫干净。'],
  reasons: '下夜班的人没地方吃早饭。老街坊怕占路、怕脏，还没有谈拢，所以先把摆的时间和打扫写清楚。',
  doer: '街道综合执法队',
  yuan: 0,
  cosigned: ['guoLei', 'sunLanying'],
  more: { exemptAs: 'unequalTreatment' },
}
const bins: Plan = {
  by: 'panHui',
  day: -20,
  title: '垃圾房早晚各清一次',
  lines: ['河边社区垃圾房早上七点、晚上八点各清一次。', '夏天每周冲洗一次。'],
  reasons: '垃圾房只在早上清，晚上就满了，住在旁边的两边人都受罪。',
  doer: '环卫所',
  yuan: 3000,
  cosigned: ['tanXiaomei'],
  more: { exemptAs: 'safety' },
}
const study: Plan = {
  by: 'chen',
  day: -16,
  title: '周末给孩子开一间自习室',
  lines: ['服务站二楼会议室周六、周日白天给孩子自习。', '两名志愿者轮流看着。', '试三个月，再看要不要接着开。'],
  reasons: '打工的父母周末也上班，孩子没地方写作业，在作坊里待着不安全。',
  doer: '融合社区服务站',
  yuan: 2400,
  cosigned: ['zhou', 'liangShaofen', 'tanXiaomei'],
  more: { exemptAs: 'safety', roles: { social: '社工中心排志愿者', residents: '家长轮流值日' } },
  summary: {
    'zh-CN': '周末把服务站二楼会议室给孩子写作业，有人看着，先试三个月，大约 2400 元。',
    en: 'Children may do their homework in the station’s meeting room at weekends, with somebody there; a trial of three months, about 2,400 yuan.',
  },
}
const outsideCars: Plan = {
  by: 'zengBo',
  day: -14,
  title: '外来车辆一律不许进巷',
  lines: ['没有本巷车牌登记的车不许进三号巷。'],
  reasons: '停车位不够，外面的车常常堵在门口。',
  doer: '居委会',
  yuan: 0,
  more: { exemptAs: 'safety' },
}
const shelter: Plan = {
  by: 'guoLei',
  day: -2,
  title: '祠堂前装一座遮雨棚',
  lines: ['祠堂前空地装一座遮雨棚，两边的人都能用。', '棚下留出轮椅的路。'],
  reasons: '下雨天等车的工人和下棋的老人都没地方站。棚子谁都用得上。',
  doer: '街道办市政组',
  yuan: 26_000,
  more: { kind: 'money', exemptAs: 'unequalTreatment' },
}

/** What the council decided at its meetings: before they are loaded, because their agendas are built from what waits. */
export async function loadMotionsDecided(deed: Deed): Promise<void> {
  const as = actsOf(deed, 'motions decided')
  const ids = await filedAndAdmitted(deed, as, [bump, fireLane, stalls])
  await amendFireLane(deed, as, ids.get(fireLane)!)
}

async function filedAndAdmitted(deed: Deed, as: As, plans: readonly Plan[]): Promise<ReadonlyMap<Plan, string>> {
  const ids = new Map<Plan, string>()
  for (const plan of plans) {
    const id = await filed(deed, as, plan)
    await admitted(deed, as, id, plan)
    ids.set(plan, id)
  }
  return ids
}

/** What is on its way: waiting for the next meeting, returned and appealed, being screened, looking for support. */
export async function loadMotionsOpen(deed: Deed): Promise<void> {
  const as = actsOf(deed, 'motions open')
  const ids = new Map(await filedAndAdmitted(deed, as, [bins, study]))
  for (const plan of [outsideCars, shelter]) ids.set(plan, await filed(deed, as, plan))
  await giveOpinion(as('liang', at(deed, -10, 15)), ids.get(study)!, {
    organId: organId(deed.street.id, 'provider'),
    words: '中心每周可以排两名志愿者，场地和钥匙由服务站管。',
  })
  await screenMotion(as(clerk, at(deed, -12, 10)), ids.get(outsideCars)!, {
    admit: false,
    reason: {
      'zh-CN': '议案把一类居民的车都挡在外面，没有写清楚送货、看病、探亲的车怎么办。改成按时间和位置管车，可以再提。',
      en: 'It shuts out one kind of resident’s cars altogether and says nothing about deliveries, patients and visitors. By time and place it may be filed again.',
    },
  })
  await appealReturn(as('zengBo', at(deed, -9, 19)), ids.get(outsideCars)!, '堵车是实情，办法可以在会上改，请让大家议一议。')
  await askForSupport(deed, as)
}

/** The agenda of the next meeting, by the rule, confirmed and sent out. */
export async function loadNextAgenda(deed: Deed): Promise<void> {
  const as = actsOf(deed, 'next agenda')
  const next = await deed.tx
    .selectFrom('meeting')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', organId(deed.street.id, 'council'))
    .where('kind', '=', 'ordinary')
    .where('state', 'in', ['planned', 'notified'])
    .orderBy('starts_at')
    .executeTakeFirst()
  if (!next) return
  await proposeAgenda(as(clerk), next.id, { motions: 6 })
  await confirmAgenda(as(clerk), next.id, null)
}

const at = (deed: Deed, days: number, hour: number): Date =>
  new Date(startOfDay(deed.street.zone, addDays(dayIn(deed.street.zone, deed.now), days)).getTime() + hour * 3_600_000)

const draftOf = (deed: Deed, { title, lines, reasons, doer, yuan, more = {} }: Plan): MotionDraft => ({
  kind: 'ordinary',
  title,
  reasons,
  lines: [...lines],
  doer,
  byDay: addDays(dayIn(deed.street.zone, deed.now), 60),
  costCents: yuan * 100,
  roles: {},
  aboutOrganId: null,
  laneId: null,
  conversationId: null,
  statementIds: [],
  mergedConcernId: null,
  exemptAs: null,
  charterVersionId: null,
  ...more,
})

async function filed(deed: Deed, as: As, plan: Plan): Promise<string> {
  const councilId = organId(deed.street.id, 'council')
  const early = at(deed, plan.day - 10, 20)
  const { id } = await writeMotion(as(plan.by, early), councilId, castId(deed.street.id, plan.by), {
    ...draftOf(deed, plan),
    id: timedId(deed.street.id, early, 'motion', plan.title),
  })
  await seekSupport(as(plan.by, early), id)
  for (const who of plan.cosigned ?? []) await cosignMotion(as(who, at(deed, plan.day - 6, 21)), id, true)
  await fileMotion(as(plan.by, at(deed, plan.day, 9)), id, { withoutCommonGround: false })
  return id
}

async function admitted(deed: Deed, as: As, id: string, { day, summary, english }: Plan): Promise<void> {
  const then = at(deed, day + 3, 10)
  await screenMotion(as(clerk, then), id, { admit: true })
  await recommendProcedure(as(clerk, then), id, { way: 'take', reason: '写得具体，能办。' })
  if (summary || english)
    await describe(as(clerk, then), id, {
      summary: summary ?? null,
      translation: english ? { ...english, lines: [...english.lines] } : null,
    })
}

/** A delegate of the other bench asks for half an hour instead of twenty minutes, and the mover takes it in. */
async function amendFireLane(deed: Deed, as: As, id: string): Promise<void> {
  await proposeAmendment(as('liZhiqiang', at(deed, -58, 20)), id, {
    version: 1,
    fromLine: 3,
    toLine: 3,
    lines: ['装卸不超过半小时，纸卷多的日子提前在门口贴条。'],
    reason: '一车纸卷二十分钟卸不完。',
  })
  const amendment = await deed.tx
    .selectFrom('amendment')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', id)
    .executeTakeFirstOrThrow()
  await decideAmendment(as('uncleHuang', at(deed, -57, 20)), id, amendment.id, { act: 'merge' })
}

/** A resident's motion that rests on what both groups agreed to in a conversation, if one has got so far. */
async function askForSupport(deed: Deed, as: As): Promise<void> {
  const councilId = organId(deed.street.id, 'council')
  const cited = (await conversationsToCite(deed, councilId, await parametersOf(deed, councilId))).find(({ statements }) =>
    statements.some(({ met }) => met),
  )
  const plan: Plan = {
    by: 'liuFang',
    day: 0,
    title: '晚上十点后巷子里不用切纸机',
    lines: ['三号巷的作坊晚上十点到早上七点不用切纸机。', '赶急活提前一天告诉邻居。'],
    reasons: '征求意见里两边都赞成。机器停下来，楼上的孩子和下楼的工人都能睡。',
    doer: '三号巷巷长和作坊老板',
    yuan: 0,
    more: {
      laneId: laneId(deed.street.id, 'laneThree'),
      ...(cited
        ? {
            conversationId: cited.id,
            statementIds: cited.statements
              .filter(({ met }) => met)
              .map(({ id }) => id)
              .slice(0, 2),
          }
        : {}),
    },
  }
  const { id } = await writeMotion(as(plan.by, at(deed, -9, 20)), councilId, castId(deed.street.id, plan.by), {
    ...draftOf(deed, plan),
    id: timedId(deed.street.id, at(deed, -9, 20), 'motion', plan.title),
  })
  await seekSupport(as(plan.by, at(deed, -9, 21)), id)
  await cosignMotion(as('sunLanying', at(deed, -4, 20)), id, true)
}

/** Neighbours known to live here who stand behind the motion that is looking for support: after the residents are there. */
export async function loadSupport(deed: Deed): Promise<void> {
  const as = actsOf(deed, 'motion support')
  const motion = await deed.tx
    .selectFrom('motion')
    .select(['id', 'author_id'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'seekingSupport')
    .executeTakeFirstOrThrow()
  const neighbours = await deed.tx
    .selectFrom('residence_level')
    .select('person_id')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '<>', motion.author_id)
    .where('ended_at', 'is', null)
    .where('valid_until', '>=', dayIn(deed.street.zone, deed.now))
    .orderBy('person_id')
    .limit(14)
    .execute()
  for (const { person_id } of neighbours) await supportMotion(as('chen'), motion.id, person_id, true)
}

/** Who speaks and how the roll-call goes, by the title of the motion; whoever is not named votes for it. */
const debates: Readonly<
  Record<
    string,
    { readonly second: CastKey; readonly speaks: readonly (readonly [CastKey, 'for' | 'against'])[]; readonly against: readonly CastKey[] }
  >
> = {
  [bump.title]: {
    second: 'uncleHuang',
    speaks: [
      ['zhou', 'for'],
      ['liangShaofen', 'for'],
    ],
    against: [],
  },
  [fireLane.title]: {
    second: 'heYong',
    speaks: [
      ['uncleHuang', 'for'],
      ['tanXiaomei', 'against'],
      ['panHui', 'for'],
    ],
    against: ['tanXiaomei'],
  },
  [stalls.title]: {
    second: 'guoLei',
    speaks: [
      ['heYong', 'for'],
      ['luoWeiqiang', 'against'],
      ['zhou', 'for'],
      ['chenYaozong', 'against'],
    ],
    against: ['uncleHuang', 'liangShaofen', 'zengBo', 'luoWeiqiang', 'chenYaozong', 'tanXiaomei'],
  },
}

/**
 * A motion taken up at a meeting: moved, debated in turn, voted on by roll-call.
 * @returns the minutes it took
 */
export async function takeUpMotion(
  deed: Deed,
  meetingId: string,
  item: AgendaItem,
  present: readonly CastKey[],
  startsAt: Date,
): Promise<number> {
  const debate = debates[item.title['zh-CN']]
  const as = actsOf(deed, `motion debate ${item.title['zh-CN']}`)
  let minutes = 0
  type Command = Parameters<typeof askFloor>[2]['command']
  const ask = (who: CastKey, command: Command, takes = 1) => {
    const now = new Date(startsAt.getTime() + minutes * 60_000)
    minutes += takes
    return askFloor(as(who, now), meetingId, {
      commandId: demoId(deed.street.id, 'command', meetingId, item.id, `${minutes}`),
      command,
    })
  }
  const id = (who: CastKey): string => castId(deed.street.id, who)
  await ask('liang', { kind: 'openItem', itemId: item.id, because: null })
  if (!debate) {
    await ask('liang', { kind: 'closeItem' })
    return minutes
  }
  const mover = debate.speaks[0]![0]
  await ask(mover, { kind: 'move', delegateId: id(mover) })
  for (const [who, stance] of debate.speaks) {
    if (!present.includes(who)) continue
    await ask(who, { kind: 'ask', delegateId: id(who), stance })
    await ask('liang', { kind: 'giveFloor', toId: id(who) }, 2)
    await ask(who, { kind: 'endSpeech' })
  }
  await ask('liang', { kind: 'putToVote', way: 'rollCall' })
  for (const who of [...holdersOf('newcomerDelegate'), ...holdersOf('localDelegate')])
    if (present.includes(who))
      await ask(who, { kind: 'castVote', delegateId: id(who), mark: debate.against.includes(who) ? 'against' : 'for' }, 0.1)
  await ask('liang', { kind: 'closeVote' })
  return minutes
}
