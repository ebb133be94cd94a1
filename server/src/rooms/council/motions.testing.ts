import type { MotionDraft } from '@ronghe/contract/council/motions.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { communityId } from '@ronghe/demo/load-cast.ts'
import { keepLevel } from '../people/residence.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

/** Twenty-two people who are not of the council. */
export const supporters = [
  'auntHuang',
  'liuFang',
  'smith',
  'liuJianjun',
  'wuXia',
  'fuQiang',
  'qiuYun',
  'heMin',
  'liTing',
  'luoYan',
  'wangJun',
  'tangLi',
  'maLin',
  'fangWei',
  'officerLin',
  'directorHe',
  'zhaoYu',
  'qianXi',
  'sunYi',
  'zhengRu',
  'fengJie',
  'xu',
] as const satisfies readonly CastKey[]

/** The council with residents attested, so that they may support. */
export async function openMotions(options: Parameters<typeof openCouncil>[0] = {}): Promise<CouncilTown> {
  const town = await openCouncil(options)
  await attestSupporters(town)
  return town
}

export const attestSupporters = (town: CouncilTown): Promise<void> =>
  town.deed(async (deed) => {
    for (const who of [...supporters, 'chen'] as const)
      await keepLevel(deed, {
        personId: town.idOf(who),
        level: 'attested',
        communityId: communityId(deed.street.id, cast[who].community),
        confirmerPost: null,
      })
  })

/** A conversation opened on a day, with one statement nobody has voted on. */
export async function openConversation(town: CouncilTown, day: string): Promise<{ conversationId: string; statementId: string }> {
  return town.deed(async (deed) => {
    const conversationId = deed.id()
    const statementId = deed.id()
    const opened = new Date(`${day}T10:00:00+08:00`)
    await deed.tx
      .insertInto('conversation')
      .values({
        street_id: deed.street.id,
        id: conversationId,
        council_id: town.councilId,
        topic: 'noise',
        title: JSON.stringify({ 'zh-CN': '夜里的机器声' }),
        background: JSON.stringify({ 'zh-CN': '印刷作坊夜里开机' }),
        state: 'open',
        opened_at: opened,
        created_at: opened,
      })
      .execute()
    await deed.tx
      .insertInto('statement')
      .values({
        street_id: deed.street.id,
        id: statementId,
        conversation_id: conversationId,
        number: 1,
        state: 'admitted',
        way: 'seed',
        words: '晚上十点后作坊不开机',
        created_at: opened,
        decided_at: opened,
      })
      .execute()
    return { conversationId, statementId }
  })
}

export const draft = (more: Partial<MotionDraft> = {}): MotionDraft => ({
  kind: 'ordinary',
  title: '三号巷夜里十点后不开机',
  reasons: '巷子里有老人和小孩，夜里睡不好。',
  lines: ['三号巷的作坊晚上十点到早上七点不开机。', '街道在巷口立一块牌子。', '三个月后回头看一次。'],
  doer: '街道办综合执法队',
  byDay: '2027-03-01',
  costCents: 120_000,
  roles: { government: '街道立牌子', residents: '作坊老板互相提醒' },
  aboutOrganId: null,
  laneId: null,
  conversationId: null,
  statementIds: [],
  mergedConcernId: null,
  exemptAs: null,
  charterVersionId: null,
  ...more,
})

/** A meeting of the council, planned for a moment. */
export async function planMeeting(
  town: CouncilTown,
  startsAt: string,
  number: number,
  kind: 'ordinary' | 'practice' = 'ordinary',
): Promise<string> {
  return town.deed(async (deed) => {
    const id = deed.id()
    await deed.tx
      .insertInto('meeting')
      .values({
        street_id: deed.street.id,
        id,
        council_id: town.councilId,
        number: kind === 'practice' ? null : number,
        kind,
        state: 'planned',
        starts_at: new Date(startsAt),
        ends_at: new Date(Date.parse(startsAt) + 7_200_000),
        place: '榕树路3号二楼',
        created_at: deed.now,
      })
      .execute()
    return id
  })
}
