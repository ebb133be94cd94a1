import type { MotionDraft } from '@ronghe/contract/council/motions.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { fileMotion } from '@ronghe/server/rooms/council/motion-filing.ts'
import { writeMotion } from '@ronghe/server/rooms/council/motion-drafts.ts'
import { addMotionEvent, changeMotion } from '@ronghe/server/rooms/council/motion-rows.ts'
import { screenMotion } from '@ronghe/server/rooms/council/motion-screening.ts'
import { adoptMotion } from '@ronghe/server/rooms/council/resolution-adopting.ts'
import { publish, setTask, workOnTask } from '@ronghe/server/rooms/council/resolution-work.ts'
import { followUp } from '@ronghe/server/rooms/council/resolutions.jobs.ts'
import type { CastKey, PostKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { castId, laneId, organId, postId } from './load-cast.ts'

interface Plan {
  readonly mover: CastKey
  readonly motion: Pick<MotionDraft, 'title' | 'reasons' | 'lines' | 'doer'>
  readonly laneThree?: boolean
  readonly merged?: boolean
  readonly adopted: number
  readonly published: number
  readonly reasons: string
  readonly adviceTo?: 'residentsCommittee'
  readonly task?: {
    readonly what: string
    readonly owner: PostKey
    readonly due: number
    readonly done?: readonly [number, CastKey, string]
  }
}

const plans: readonly Plan[] = [
  {
    mover: 'zhou',
    motion: {
      title: '修好三号巷的路灯',
      reasons: '三次走访、六条诉求都说晚上看不清，老人孩子不敢走。',
      lines: ['两周内换好三号巷不亮的路灯。', '垂下来的线一并收好。', '一个月后回头看一次。'],
      doer: '城市管理办',
    },
    laneThree: true,
    merged: true,
    adopted: 58,
    published: 55,
    reasons: '路灯是两边街坊都赞成先办的事，钱不多，两周能办好。',
    task: {
      what: '换三号巷两盏路灯，收好垂线',
      owner: 'environmentOfficer',
      due: 42,
      done: [44, 'fangWei', '两盏灯换好，线收进套管，晚上看过都亮。'],
    },
  },
  {
    mover: 'liangShaofen',
    motion: {
      title: '空地上加充电桩，楼道里不再充电',
      reasons: '楼道里充电出过火情。',
      lines: ['请居民委员会把五巷口的空地拿出来装充电桩。', '装好以后楼道里不再充电。'],
      doer: '松柏新村居民委员会',
    },
    adopted: 36,
    published: 34,
    reasons: '空地归居民委员会定，议事会只能建议。',
    adviceTo: 'residentsCommittee',
  },
  {
    mover: 'guoLei',
    motion: {
      title: '三号巷消防通道画线',
      reasons: '货车一停，消防车进不来。',
      lines: ['在三号巷画出消防通道，立牌子。'],
      doer: '城市管理办',
    },
    laneThree: true,
    adopted: 29,
    published: 26,
    reasons: '通道只有三米宽，停一辆车就堵死。',
    task: { what: '画线、立牌', owner: 'environmentOfficer', due: 5 },
  },
]

/** Three motions of the year that became resolutions: one done and being reviewed, one that a body keeps silent about, one that is late. */
export async function loadResolutions(
  deed: Deed,
  merged: { readonly id: string; readonly concernIds: readonly string[] },
  chance: Chance,
): Promise<void> {
  for (const plan of plans) {
    const motionId = await carriedMotion(deed, plan, plan.merged ? merged.id : null, chance)
    const id = await adoptMotion(daysBefore(deed, plan.adopted, chance), motionId)
    const clerk = (days: number): Deed => acting(deed, 'jiangWen', days, chance)
    if (plan.task) {
      const { what, owner, due } = plan.task
      await setTask(clerk(plan.adopted), id, { what, ownerPostId: postId(deed.street.id, owner), dueOn: dayAgo(deed, due) })
    }
    await publish(clerk(plan.published), id, {
      reasons: plan.reasons,
      power: plan.adviceTo ? { kind: 'advice', organId: organId(deed.street.id, plan.adviceTo) } : { kind: 'own' },
    })
    if (plan.task?.done) {
      const [days, who, outcome] = plan.task.done
      const there = acting(deed, who, days, chance)
      await workOnTask(there, await taskOf(there, id), { act: 'finish', outcome })
    }
  }
  await carryOn(deed, chance)
  // The mornings on which something went up or somebody was asked.
  for (const days of [20, 14, 10, 8, 4, 3, 1]) await followUp(daysBefore(deed, days, chance))
}

/** Who carries out what the meetings of the year carried, and why it was decided. */
const meetings: Readonly<
  Record<string, { readonly owner: 'environmentOfficer' | 'stationLead'; readonly what: string; readonly reasons: string }>
> = {
  五巷口加一道减速带: { owner: 'environmentOfficer', what: '装减速带、立提示牌', reasons: '孩子放学从这里过，车快。' },
  '货车白天停一侧，留出消防通道': {
    owner: 'environmentOfficer',
    what: '画停车线，和店家说好',
    reasons: '两边都赞成：货要卸，消防车也要进得来。',
  },
  早点摊七点以前可以摆: { owner: 'environmentOfficer', what: '定点摆放，收摊打扫', reasons: '上早班的要吃早点，七点以后路要通。' },
  垃圾房早晚各清一次: { owner: 'environmentOfficer', what: '早晚各清运一次', reasons: '下午就满，天热味大。' },
  周末给孩子开一间自习室: { owner: 'stationLead', what: '服务站二楼周末开放，排好值班', reasons: '家里小，孩子没有地方写作业。' },
}
const holders = { environmentOfficer: 'fangWei', stationLead: 'luoYan' } as const

/** What the meetings carried is published and given an owner within days; what was due is done. */
async function carryOn(deed: Deed, chance: Chance): Promise<void> {
  const today = dayIn(deed.street.zone, deed.now)
  const rows = await deed.tx
    .selectFrom('resolution')
    .select(['id', 'title', 'adopted_on'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'adopted')
    .orderBy('number')
    .execute()
  for (const { id, title, adopted_on } of rows) {
    const plan = meetings[(title as { 'zh-CN': string })['zh-CN']]
    const ago = Math.round((Date.parse(today) - Date.parse(adopted_on)) / 86_400_000)
    if (!plan || ago < 4) continue
    const due = ago - 21
    await setTask(acting(deed, 'jiangWen', ago, chance), id, {
      what: plan.what,
      ownerPostId: postId(deed.street.id, plan.owner),
      dueOn: dayAgo(deed, due),
    })
    await publish(acting(deed, 'jiangWen', ago - 3, chance), id, { reasons: plan.reasons, power: { kind: 'own' } })
    if (due < 2) continue
    const there = acting(deed, holders[plan.owner], due + 1, chance)
    const task = await taskOf(there, id)
    await workOnTask(there, task, { act: 'finish', outcome: '按决议办好了。' })
  }
}

const taskOf = async (deed: Deed, resolutionId: string): Promise<string> =>
  (
    await deed.tx
      .selectFrom('resolution_task')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('resolution_id', '=', resolutionId)
      .executeTakeFirstOrThrow()
  ).id

/** Filed by a delegate, screened by the clerk, carried: the floor's own story is told by the meetings. */
async function carriedMotion(
  deed: Deed,
  { mover, motion, laneThree, adopted }: Plan,
  mergedId: string | null,
  chance: Chance,
): Promise<string> {
  const councilId = organId(deed.street.id, 'council')
  const there = acting(deed, mover, adopted + 12, chance)
  const { id } = await writeMotion(there, councilId, castId(deed.street.id, mover), {
    id: there.id(),
    kind: 'ordinary',
    ...motion,
    byDay: dayAgo(deed, adopted - 30),
    costCents: 240_000,
    roles: {},
    aboutOrganId: null,
    laneId: laneThree ? laneId(deed.street.id, 'laneThree') : null,
    conversationId: null,
    statementIds: [],
    mergedConcernId: mergedId,
    exemptAs: 'safety',
    charterVersionId: null,
  })
  await fileMotion(there, id, { withoutCommonGround: false })
  await screenMotion(acting(deed, 'jiangWen', adopted + 9, chance), id, { admit: true })
  const day = dayAgo(deed, adopted)
  const figures = { way: 'rollCall', decision: { carried: true } }
  await changeMotion(deed, id, { state: 'carried', decided_on: day, outcome: JSON.stringify({ kind: 'carried', figures }) })
  await addMotionEvent(daysBefore(deed, adopted, chance), id, {
    kind: 'carried',
    details: { state: 'carried', outcome: 'carried', figures },
  })
  return id
}

const dayAgo = (deed: Deed, days: number): string => addDays(dayIn(deed.street.zone, deed.now), -days)
