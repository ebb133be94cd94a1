import { giveConsent } from '@ronghe/contract/people/consents.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { addShifts, openActivity, planActivity, type ActivityPlan } from '@ronghe/contract/volunteers/activities.ts'
import { writeMyVolunteering } from '@ronghe/contract/volunteers/profile.ts'
import { signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { foundTeam, joinTeam, listLeaderPosts } from '@ronghe/contract/volunteers/teams.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import type { Town } from '../../platform/database/testing.ts'

const briefing = { 'zh-CN': '只看、照明、提醒、打 110 或 119、报告。', en: 'Look, light, warn, call 110 or 119, report.' }

/** A team of the corps, led by the post of that name. */
export async function team(town: Town, kind: 'patrol' | 'corps', leader: string): Promise<string> {
  const posts = (await town.as('luMeng').call(listLeaderPosts, {})).items
  const name = { 'zh-CN': kind === 'patrol' ? '平安巡逻队' : '敬老队', en: kind === 'patrol' ? 'Safety patrol' : 'Care team' }
  const body = { name, about: name, kind, leaderPost: posts.find(({ name: post }) => post['zh-CN'] === leader)!.id }
  return (await town.as('luMeng').call(foundTeam, { body })).id
}

/** An open activity of a team with one shift; who is named has a place on it. */
export async function shift(
  town: Town,
  leader: CastKey,
  {
    teamId,
    kind,
    startsAt,
    endsAt,
    minimum = 2,
    who = [],
    ...more
  }: Partial<ActivityPlan> & {
    readonly teamId: string
    readonly kind: 'patrol' | 'care'
    readonly startsAt: string
    readonly endsAt: string
    readonly minimum?: number
    readonly who?: readonly CastKey[]
  },
): Promise<string> {
  const title = { 'zh-CN': kind === 'patrol' ? '夜间巡逻' : '上门看望', en: kind === 'patrol' ? 'Night patrol' : 'Care visits' }
  const risk = kind === 'patrol' ? { risky: true, briefing, insurer: '平安保险', policyNumber: 'P-1', insuredUntil: '2027-12-31' } : {}
  const plan = { kind, teamId, title, about: title, place: { 'zh-CN': '融合服务站门口', en: 'At the station' }, ...risk, ...more }
  const activity = await town.as(leader).call(planActivity, { body: plan })
  const params = { activityId: activity.id }
  const body = { startsAt, endsAt, minimum, maximum: 6 }
  const { shifts } = await town.as(leader).call(addShifts, { params, body })
  await town.as(leader).call(openActivity, { params })
  for (const person of who)
    await town.as(person).call(signUp, { params: { shiftId: shifts[0]!.id }, body: { briefed: true, minor: false } })
  return shifts[0]!.id
}

export async function volunteer(
  town: Town,
  who: CastKey,
  teamId: string,
  available: string[],
  more: { nights?: boolean; minor?: boolean } = {},
) {
  await town.as(who).call(giveConsent, { params: { purpose: 'volunteerSkills' }, body: { version: consentTexts.volunteerSkills.version } })
  const body = { available, nearLanes: [], nights: false, minor: false, skills: [], ...more }
  await town.as(who).call(writeMyVolunteering, { body })
  await town.as(who).call(joinTeam, { params: { teamId } })
}
