import type { BodyOf } from '@ronghe/contract/operation.ts'
import { addShifts, openActivity, planActivity, type Activity, type ActivityPlan } from '@ronghe/contract/volunteers/activities.ts'
import { foundTeam } from '@ronghe/contract/volunteers/teams.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { postId } from '@ronghe/demo/load-cast.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'

/** S Street with the corps' own team and a patrol. */
export interface CorpsTown extends Town {
  readonly corps: string
  readonly patrol: string
}

export async function openCorps(options: Parameters<typeof openTown>[0] = {}): Promise<CorpsTown> {
  const town = await openTown(options)
  const found = async (kind: 'corps' | 'patrol', name: string, post: 'corpsLeader' | 'patrolLeader') =>
    (
      await town.as('luMeng').call(foundTeam, {
        body: { kind, name: { 'zh-CN': name }, about: { 'zh-CN': '邻里互相搭把手。' }, leaderPost: postId(town.street.id, post) },
      })
    ).id
  return { ...town, corps: await found('corps', '邻里服务队', 'corpsLeader'), patrol: await found('patrol', '夜间巡逻队', 'patrolLeader') }
}

export const planOf = (teamId: string, more: Partial<BodyOf<typeof planActivity>> = {}): BodyOf<typeof planActivity> & ActivityPlan => ({
  kind: 'environment',
  teamId,
  title: { 'zh-CN': '周末清一清榕树巷' },
  about: { 'zh-CN': '把巷子里的杂物清出来。' },
  place: { 'zh-CN': '榕树巷口' },
  laneId: null,
  risky: false,
  briefing: null,
  insurer: '',
  policyNumber: '',
  insuredUntil: null,
  withChildren: false,
  needsSkill: null,
  needsProof: false,
  needsDialect: null,
  partners: [],
  ...more,
})

export const timesOf = (from: string, until: string, more: Partial<BodyOf<typeof addShifts>> = {}): BodyOf<typeof addShifts> => ({
  startsAt: `${from}:00+08:00`,
  endsAt: `${until}:00+08:00`,
  minimum: 1,
  maximum: 2,
  special: 0,
  place: null,
  weeks: 1,
  ...more,
})

/** An activity that is open, with its shifts. */
export async function openedActivity(
  town: CorpsTown,
  times: readonly BodyOf<typeof addShifts>[],
  { by = 'qinYuelan', ...plan }: Partial<ActivityPlan> & { by?: CastKey } = {},
): Promise<Activity> {
  const leader = town.as(by)
  const { id } = await leader.call(planActivity, { body: planOf(by === 'heDali' ? town.patrol : town.corps, plan) })
  const params = { activityId: id }
  for (const body of times) await leader.call(addShifts, { params, body })
  return leader.call(openActivity, { params })
}
