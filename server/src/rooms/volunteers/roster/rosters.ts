import type { GapReason, LineReason, RosterProposal } from '@ronghe/contract/volunteers/rosters.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Proposal } from '@ronghe/roster'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { mustLead } from '../corps.ts'
import { getTeam } from '../team-rows.ts'

type ProposalRow = Selectable<Tables['roster_proposal']>
/** The job that makes a proposal, apart from any request. */
export const proposing = 'volunteers.rosters.propose'

export async function proposeRoster(deed: Deed, teamId: string, week: string): Promise<RosterProposal> {
  const team = await getTeam(deed, teamId)
  mustLead(deed, team)
  if (new Date(`${week}T00:00:00Z`).getUTCDay() !== 1) throw unfit([{ path: 'week', code: 'volunteers-monday' }])
  const row = await deed.tx
    .insertInto('roster_proposal')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      team_id: teamId,
      week,
      state: 'computing',
      asked_by_post: actingPost(deed, 'volunteers.lead')!.id,
      created_at: deed.now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'team_id', 'week']).doUpdateSet({ state: 'computing', created_at: deed.now }))
    .returningAll()
    .executeTakeFirstOrThrow()
  await dropProposed(deed, row.id)
  await deed.platform.jobs.send(deed, proposing, { proposal: row.id })
  await record(deed, { kind: 'volunteers.roster.asked', plain: { team: teamId, proposal: row.id } })
  return describe(deed, row)
}

/** What was only proposed goes; whoever was asked stays asked. */
async function dropProposed(deed: Deed, proposalId: string): Promise<void> {
  for (const table of ['roster_line', 'roster_gap'] as const)
    await deed.tx
      .deleteFrom(table)
      .where('street_id', '=', deed.street.id)
      .where('proposal_id', '=', proposalId)
      .$if(table === 'roster_line', (query) => query.where('state' as never, '=', 'proposed' as never))
      .execute()
}

/** Writes down what the search found. */
export async function keepProposal(deed: Deed, proposalId: string, { assigned, unfilled, proven }: Proposal): Promise<void> {
  const street_id = deed.street.id
  await dropProposed(deed, proposalId)
  if (assigned.length > 0)
    await deed.tx
      .insertInto('roster_line')
      .values(
        assigned.map(({ shift, volunteer, because }) => ({
          street_id,
          id: deed.id(),
          proposal_id: proposalId,
          shift_id: shift,
          person_id: volunteer,
          because: JSON.stringify(because.map(toReason)),
          state: 'proposed' as const,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (unfilled.length > 0)
    await deed.tx
      .insertInto('roster_gap')
      .values(
        unfilled.map(({ shift, missing, because }) => ({
          street_id,
          proposal_id: proposalId,
          shift_id: shift,
          missing,
          // In a small team a count would be a name: only the order is kept.
          because: JSON.stringify(because.toSorted((one, other) => other.people - one.people).map(({ kind }) => kind)),
        })),
      )
      .execute()
  await deed.tx
    .updateTable('roster_proposal')
    .set({ state: assigned.length + unfilled.length === 0 ? 'nothingOpen' : 'ready', proven })
    .where('street_id', '=', street_id)
    .where('id', '=', proposalId)
    .execute()
}

function toReason(because: Proposal['assigned'][number]['because'][number]): LineReason {
  if (because.kind === 'has') return 'skill'
  if (because.kind === 'near') return because.distance === 0 ? 'ownLane' : 'nearLane'
  return because.kind
}

export async function readRoster(deed: Deed, teamId: string, week: string): Promise<{ proposal: RosterProposal | null }> {
  mustLead(deed, await getTeam(deed, teamId))
  const row = await deed.tx
    .selectFrom('roster_proposal')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('team_id', '=', teamId)
    .where('week', '=', week)
    .executeTakeFirst()
  return { proposal: row ? await describe(deed, row) : null }
}

export async function findProposal(deed: Deed, id: string): Promise<ProposalRow | undefined> {
  return deed.tx.selectFrom('roster_proposal').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id).executeTakeFirst()
}

/** Asking is all a leader can do: a place is taken by a yes. */
export async function sendInvitations(deed: Deed, proposalId: string, lines: readonly string[]): Promise<RosterProposal> {
  const row = await findProposal(deed, proposalId)
  if (!row) throw notFound('roster')
  mustLead(deed, await getTeam(deed, row.team_id))
  const asked = await deed.tx
    .updateTable('roster_line')
    .set({ state: 'asked' })
    .where('street_id', '=', deed.street.id)
    .where('proposal_id', '=', proposalId)
    .where('id', 'in', [...lines])
    .where('state', '=', 'proposed')
    .returning('person_id')
    .execute()
  if (asked.length === 0) throw refused('volunteers-nobody-to-ask')
  for (const person of new Set(asked.map(({ person_id }) => person_id)))
    await notify(deed, person, { template: 'volunteers-invited', link: '/volunteers/invitations' })
  await record(deed, { kind: 'volunteers.roster.sent', plain: { proposal: proposalId, people: asked.length } })
  return describe(deed, row)
}

async function describe(deed: Deed, row: ProposalRow): Promise<RosterProposal> {
  const { tx, street } = deed
  const lines = await tx
    .selectFrom('roster_line')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('proposal_id', '=', row.id)
    .orderBy('id')
    .execute()
  const gaps = await tx.selectFrom('roster_gap').selectAll().where('street_id', '=', street.id).where('proposal_id', '=', row.id).execute()
  const names = new Map(
    (
      await findPersons(
        deed,
        lines.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  await recordAccess(
    deed,
    [...names.keys()].map((personId) => ({ personId, purpose: 'volunteerRoster', permission: 'volunteers.lead' as const })),
  )
  const shifts = await shiftsOf(
    deed,
    [...lines, ...gaps].map(({ shift_id }) => shift_id),
  )
  return {
    id: row.id,
    teamId: row.team_id,
    week: row.week,
    state: row.state,
    proven: row.proven,
    shifts: shifts.map((shift) => {
      const gap = gaps.find(({ shift_id }) => shift_id === shift.id)
      return {
        ...shift,
        lines: lines
          .filter(({ shift_id }) => shift_id === shift.id)
          .map(({ id, person_id, because, state }) => ({
            id,
            name: names.get(person_id) ?? '',
            because: because as LineReason[],
            state,
          })),
        gap: gap ? { missing: gap.missing, because: gap.because as GapReason[] } : null,
      }
    }),
    may: row.state === 'ready' && lines.some(({ state }) => state === 'proposed') ? ['send'] : [],
  }
}

export async function shiftsOf(deed: Deed, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['shift.id', 'activity.title', 'shift.starts_at', 'shift.ends_at'])
    .where('shift.street_id', '=', deed.street.id)
    .where('shift.id', 'in', [...new Set(ids)])
    .orderBy('shift.starts_at')
    .orderBy('shift.id')
    .execute()
  return rows.map(({ id, title, starts_at, ends_at }) => ({
    id,
    title: title as Text,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }))
}
