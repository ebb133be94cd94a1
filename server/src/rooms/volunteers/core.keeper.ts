import type { OpenItem } from '@ronghe/contract/people/leaving.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { giveUpShifts, myVolunteering } from './profile.ts'
import { teamNames } from './team-rows.ts'

const signUpsOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('sign_up')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'sign_up.street_id').onRef('shift.id', '=', 'sign_up.shift_id'))
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['sign_up.id', 'sign_up.state', 'sign_up.channel', 'shift.starts_at', 'shift.ends_at', 'activity.title'])
    .where('sign_up.street_id', '=', deed.street.id)
    .where('sign_up.person_id', '=', personId)
    .orderBy('shift.starts_at')

/** What the volunteers keep about a person: what was said about helping, teams, turns and presence. */
export const coreKeeper: KeeperPart = {
  tables: ['volunteer', 'volunteer_skill', 'team_member', 'sign_up', 'shift_presence', 'activity'],

  async open(deed, personId) {
    const rows = await signUpsOf(deed, personId)
      .where('sign_up.state', 'in', ['waiting', 'offered', 'placed'])
      .where('shift.ends_at', '>', deed.now)
      .where('shift.cancelled_at', 'is', null)
      .execute()
    return rows.map(({ id, title }): OpenItem => ({
      room: 'volunteers',
      kind: 'volunteerShift',
      id,
      title: title as Text,
      becomes: 'handedOn',
      note: {
        'zh-CN': '您离开后名额空出来，按顺序问下一位。',
        en: 'Your place is free when you leave, and the next in line is asked.',
      },
    }))
  },

  async export(deed, personId) {
    const { profile } = await myVolunteering(deed, personId)
    const teams = await deed.tx
      .selectFrom('team_member')
      .select(['team_id', 'joined_at'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    const names = await teamNames(deed)
    const presence = await deed.tx
      .selectFrom('shift_presence')
      .select(['in_at', 'out_at', 'way'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('in_at')
      .execute()
    const ideas = await deed.tx
      .selectFrom('activity')
      .select(['title', 'state', 'created_at'])
      .where('street_id', '=', deed.street.id)
      .where('started_by', '=', personId)
      .orderBy('created_at')
      .execute()
    const signUps = await signUpsOf(deed, personId).execute()
    if (!profile && teams.length + presence.length + ideas.length + signUps.length === 0) return {}
    return {
      volunteering: {
        profile,
        teams: teams.map(({ team_id, joined_at }) => ({ team: names.get(team_id), joinedAt: joined_at })),
        shifts: signUps.map(({ title, starts_at, ends_at, state, channel }) => ({
          title,
          from: starts_at,
          until: ends_at,
          state,
          channel,
        })),
        presence: presence.map(({ in_at, out_at, way }) => ({ in: in_at, out: out_at, way })),
        ideas: ideas.map(({ title, state, created_at }) => ({ title, state, on: created_at })),
      },
    }
  },

  /** Places that others wait for go on before the rows go. */
  async forget(deed, personId) {
    const { tx, street } = deed
    await giveUpShifts(deed, personId)
    for (const table of ['shift_presence', 'sign_up', 'team_member', 'volunteer'] as const)
      await tx.deleteFrom(table).where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    // An idea nobody took up was only ever this person's; one that became an activity is everybody's.
    await tx
      .deleteFrom('activity')
      .where('street_id', '=', street.id)
      .where('started_by', '=', personId)
      .where('state', 'in', ['proposed', 'declined'])
      .execute()
    await tx
      .updateTable('activity')
      .set({ started_by: null })
      .where('street_id', '=', street.id)
      .where('started_by', '=', personId)
      .execute()
    await tx
      .updateTable('shift_presence')
      .set({ entered_by: null })
      .where('street_id', '=', street.id)
      .where('entered_by', '=', personId)
      .execute()
  },
}
