import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import type { Deed } from '../../../platform/deed.ts'
import { calledOf, findGroup, lockGroup } from './group-rows.ts'
import { takeOut } from './study-groups.ts'

const memberships = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('study_group_member')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('joined_at')
    .execute()

/** Study groups somebody is in; what they led goes to the one who has been there longest. */
export const studyGroupsKeeper: KeeperPart = {
  tables: ['study_group_member'],

  async open(deed, personId) {
    const items: OpenItem[] = []
    for (const { group_id, leads } of await memberships(deed, personId)) {
      const { name, state } = await findGroup(deed, group_id)
      if (state === 'closed' || !leads) continue
      items.push({
        room: 'school',
        kind: 'studyGroup',
        id: group_id,
        title: { 'zh-CN': `学习小组：${name}`, en: `Study group: ${name}` },
        becomes: 'handedOn',
        note: {
          'zh-CN': '由在组里最久的人接着带；没有别人的话，小组到此结束。',
          en: 'Whoever has been in it longest takes over; without anybody else the group ends.',
        },
      })
    }
    return items
  },

  async export(deed, personId) {
    const told = []
    for (const row of await memberships(deed, personId))
      told.push({
        group: (await findGroup(deed, row.group_id)).name,
        called: calledOf(deed, row),
        leads: row.leads,
        joinedAt: row.joined_at,
      })
    return told.length === 0 ? {} : { studyGroups: told }
  },

  async forget(deed, personId) {
    for (const { group_id } of await memberships(deed, personId)) await takeOut(deed, await lockGroup(deed, group_id), personId)
  },
}
