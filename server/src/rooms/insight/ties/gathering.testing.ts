import { organId } from '@ronghe/demo/load-cast.ts'
import type { Deed } from '../../../platform/deed.ts'

/** A shift of two hours from the moment on, and those who were there: as the code at the door leaves it. */
export async function servedTogether(deed: Deed, activityId: string, at: string, people: readonly string[]): Promise<string> {
  const { tx, street } = deed
  const [starts_at, ends_at] = [new Date(at), new Date(new Date(at).getTime() + 7_200_000)]
  const id = deed.id()
  await tx
    .insertInto('shift')
    .values({
      street_id: street.id,
      id,
      activity_id: activityId,
      starts_at,
      ends_at,
      minimum: 1,
      maximum: 60,
      night: false,
      created_at: starts_at,
    })
    .execute()
  if (people.length > 0)
    await tx
      .insertInto('shift_presence')
      .values(
        people.map((person_id) => ({
          street_id: street.id,
          id: deed.id(),
          shift_id: id,
          person_id,
          in_at: starts_at,
          out_at: ends_at,
          way: 'code' as const,
          entered_at: ends_at,
        })),
      )
      .execute()
  return id
}

/** Something the corps does again and again. */
export async function anActivity(deed: Deed): Promise<string> {
  const id = deed.id()
  await deed.tx
    .insertInto('activity')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: organId(deed.street.id, 'corps'),
      kind: 'environment',
      state: 'closed',
      title: JSON.stringify({ 'zh-CN': '周末清一清', en: 'Clearing up at the weekend' }),
      about: JSON.stringify({ 'zh-CN': '把巷子里的杂物清出来。', en: 'Clears the lane.' }),
      place: JSON.stringify({ 'zh-CN': '巷口', en: 'At the lane' }),
      created_at: deed.now,
    })
    .execute()
  return id
}
