import type { CastKey } from '@ronghe/demo/cast.ts'
import { organId, postId } from '@ronghe/demo/load-cast.ts'
import { uuid7 } from '../../../platform/codes.ts'
import { openTown, type Town } from '../../../platform/database/testing.ts'

/** S Street with a team of the corps and whatever shifts a test gives it. */
export interface HoursTown extends Town {
  readonly teamId: string
  /** A shift on which these people were seen, by code or on a paper list. */
  shift(options: ShiftOptions): Promise<string>
}
interface ShiftOptions {
  readonly from: string
  readonly until: string
  readonly code?: readonly CastKey[]
  readonly paper?: readonly CastKey[]
}

export const openHours = async (options: Parameters<typeof openTown>[0] = {}): Promise<HoursTown> => withHours(await openTown(options))

export async function withHours(town: Town): Promise<HoursTown> {
  const here = town.street.id
  const [teamId, activityId] = [uuid7(Date.now()), uuid7(Date.now())]
  await town.deed(async ({ tx, now }) => {
    await tx
      .insertInto('team')
      .values({
        street_id: here,
        id: teamId,
        organ_id: organId(here, 'corps'),
        kind: 'corps',
        name: JSON.stringify({ 'zh-CN': '邻里照明队', en: 'Lamps of the neighbourhood' }),
        purpose: JSON.stringify({ 'zh-CN': '夜里看看路灯。', en: 'Looks after lamps at night.' }),
        leader_post: postId(here, 'corpsLeader'),
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('activity')
      .values({
        street_id: here,
        id: activityId,
        organ_id: organId(here, 'corps'),
        team_id: teamId,
        kind: 'streetInspection',
        state: 'running',
        title: JSON.stringify({ 'zh-CN': '看路灯', en: 'Looking after lamps' }),
        about: JSON.stringify({ 'zh-CN': '看路灯', en: 'Looking after lamps' }),
        place: JSON.stringify({ 'zh-CN': '三号巷口', en: 'Corner of lane 3' }),
        created_at: now,
      })
      .execute()
  })
  return {
    ...town,
    teamId,
    async shift({ from, until, code = [], paper = [] }) {
      const id = uuid7(Date.now())
      await town.deed(async ({ tx, now }) => {
        await tx
          .insertInto('shift')
          .values({
            street_id: here,
            id,
            activity_id: activityId,
            starts_at: new Date(from),
            ends_at: new Date(until),
            minimum: 1,
            maximum: 20,
            night: false,
            created_at: now,
          })
          .execute()
        for (const [way, people] of [['code', code] as const, ['paper', paper] as const])
          for (const who of people)
            await tx
              .insertInto('shift_presence')
              .values({
                street_id: here,
                id: uuid7(Date.now()),
                shift_id: id,
                person_id: town.idOf(who),
                in_at: new Date(from),
                out_at: new Date(until),
                way,
                entered_at: now,
                ...(way === 'paper' ? { entered_by: town.idOf('luMeng'), entered_by_post: postId(here, 'corpsLeader') } : {}),
              })
              .execute()
      })
      return id
    },
  }
}
