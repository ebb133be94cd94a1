import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { answerInvitation as answerOperation, LineReason, LineState, RosterInvitation } from '@ronghe/contract/volunteers/rosters.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { signUpFor } from '../sign-ups.ts'

const askedOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('roster_line')
    .innerJoin('shift', (join) =>
      join.onRef('shift.street_id', '=', 'roster_line.street_id').onRef('shift.id', '=', 'roster_line.shift_id'),
    )
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .leftJoin('team', (join) => join.onRef('team.street_id', '=', 'activity.street_id').onRef('team.id', '=', 'activity.team_id'))
    .where('roster_line.street_id', '=', deed.street.id)
    .where('roster_line.person_id', '=', personId)
    .where('roster_line.state', '=', 'asked')

export async function myInvitations(deed: Deed, personId: string): Promise<{ items: RosterInvitation[] }> {
  const rows = await askedOf(deed, personId)
    .select([
      'roster_line.id',
      'roster_line.because',
      'shift.id as shift_id',
      'shift.starts_at',
      'shift.ends_at',
      'shift.place',
      'activity.title',
      'activity.place as activity_place',
      'team.name as team',
    ])
    .where('shift.starts_at', '>', deed.now)
    .where('shift.cancelled_at', 'is', null)
    .orderBy('shift.starts_at')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      shift: {
        id: row.shift_id,
        title: row.title as Text,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
      },
      place: (row.place ?? row.activity_place) as Text,
      team: (row.team ?? row.title) as Text,
      because: row.because as LineReason[],
    })),
  }
}

/** A yes takes a place like any other sign-up, under the same rules; a no is a no. */
export async function answerInvitation(
  deed: Deed,
  personId: string,
  lineId: string,
  { answer, briefed }: BodyOf<typeof answerOperation>,
): Promise<{ state: LineState }> {
  const line = await askedOf(deed, personId)
    .select(['roster_line.id', 'roster_line.shift_id', 'shift.starts_at'])
    .where('roster_line.id', '=', lineId)
    .executeTakeFirst()
  if (!line) throw notFound('shift-invitation')
  if (line.starts_at <= deed.now) throw refused('volunteers-shift-over')
  const state = answer === 'accept' ? 'accepted' : 'declined'
  if (answer === 'accept') await signUpFor(deed, line.shift_id, personId, { briefed })
  await deed.tx.updateTable('roster_line').set({ state }).where('street_id', '=', deed.street.id).where('id', '=', lineId).execute()
  await record(deed, { kind: `volunteers.roster.${state}`, about: personId, plain: { shift: line.shift_id } })
  return { state }
}
