import { addMonths } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import { tellUp } from '../programme/going-up.ts'
import { today } from '../programme/posts.ts'
import { papersHandedOut } from './allocation-ballots.ts'
import { hasOpenObjections } from './allocation-objections.ts'
import { changeProject, tellProposer } from './allocation-project-rows.ts'
import { hasEnoughBallots, startCount } from './allocation-results.ts'
import { allocationArticle, changeRound, getRound, projectsOf, takeStep, type Round } from './allocation-rows.ts'
import { takeNote } from './allocation-settlement.ts'
import { tellPosts } from './council-posts.ts'
import { closeRound, openRound } from './stance-rounds.ts'

/** Every hour: what the rules' dates bring about by themselves, so that nobody can hold a round up. */
export async function keepDates(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('allocation_round')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['call', 'feasibility', 'voting', 'objection', 'resolution'])
    .orderBy('id')
    .execute()
  for (const { id } of rows) await keepDate(deed, await getRound(deed, id, 'lock'))
}

async function keepDate(deed: Deed, round: Round): Promise<void> {
  const { row, rules } = round
  const day = today(deed)
  if (row.state === 'call' && day > rules.dates.callUntil) {
    await takeStep(deed, round, 'endCall')
    await tellUp(
      deed,
      'owner',
      { nobodyBut: 'streetOfficer' },
      { template: 'allocation-to-answer', link: `/desk/council/allocation/${row.id}` },
    )
  } else if (row.state === 'feasibility' && day >= rules.dates.votingFrom) await openVoting(deed, round)
  else if (row.state === 'voting' && !row.closed_at && day > rules.dates.votingUntil) await closeVoting(deed, round)
  else if (row.state === 'objection' && day > (row.objection_until ?? day) && !(await hasOpenObjections(deed, row.id)))
    await takeStep(deed, round, 'endObjection', { settle_until: addMonths(day, (await allocationArticle(deed, round)).everyMonths) })
  // The council may return the result, not sit on it.
  else if (row.state === 'resolution' && day > (row.settle_until ?? day)) await takeNote(deed, round)
}

/** What the office has not answered by now is voted on at the proposer's cost: silence takes nobody's project away. */
export async function openVoting(deed: Deed, round: Round): Promise<void> {
  for (const project of await projectsOf(deed, round.row.id)) {
    if (project.state !== 'proposed' && project.state !== 'appealed') continue
    await changeProject(deed, project.id, { state: 'feasible' })
    await tellProposer(deed, project, 'allocation-answered')
  }
  await takeStep(deed, round, 'openVoting')
  await openRound(deed, round.row.id, 'allocation')
}

/** No ballot is taken any more. Where nobody took paper the count begins at once, else when two people have typed every sheet. */
async function closeVoting(deed: Deed, round: Round): Promise<void> {
  const { id, council_id } = round.row
  await closeRound(deed, id)
  await changeRound(deed, id, { closed_at: deed.now })
  if ((await papersHandedOut(deed, id)) > 0)
    await tellPosts(deed, council_id, ['councilClerk'], { template: 'allocation-papers', link: `/desk/council/allocation/${id}` })
  else if (await hasEnoughBallots(deed, id)) await startCount(deed, await getRound(deed, id, 'lock'))
}
