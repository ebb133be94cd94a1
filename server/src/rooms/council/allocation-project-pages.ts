import type { AllocationProject, ProjectState } from '@ronghe/contract/council/allocation-projects.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { holds, may } from '../programme/acting-post.ts'
import { organNames } from '../programme/organ-rows.ts'
import { nameOfPlace, placeNames } from '../programme/places.ts'
import { postNames, today } from '../programme/posts.ts'
import { groundsOf } from './allocation-grounds.ts'
import { isBefore } from './allocation-lifecycle.ts'
import { mergingsOf } from './allocation-mergings.ts'
import { getProject, isProposer } from './allocation-project-rows.ts'
import { allocationArticle, fundedIn, getRound, projectsOf, type ProjectRow, type Round } from './allocation-rows.ts'
import { sharedPairs } from './concern-likeness.ts'
import { heldIn } from './delegates.ts'

/** Up to five projects of the round that sound like these words. */
export async function findSimilar(deed: Deed, roundId: string, words: string): Promise<{ items: AllocationProject[] }> {
  const round = await getRound(deed, roundId)
  const rows = (await projectsOf(deed, roundId))
    .filter(({ state }) => state !== 'withdrawn' && state !== 'merged')
    .map((row) => ({ row, likeness: Math.max(sharedPairs(words, row.title), sharedPairs(words, `${row.title}${row.what}`)) }))
    .filter(({ likeness }) => likeness >= 0.2)
    .toSorted((one, other) => other.likeness - one.likeness)
  return {
    items: await toProjects(
      deed,
      round,
      rows.slice(0, 5).map(({ row }) => row),
    ),
  }
}

export async function listProjects(deed: Deed, roundId: string): Promise<{ items: AllocationProject[] }> {
  const round = await getRound(deed, roundId)
  return { items: await toProjects(deed, round, await projectsOf(deed, roundId)) }
}

export async function readProject(deed: Deed, id: string): Promise<AllocationProject> {
  const row = await getProject(deed, id)
  return (await toProjects(deed, await getRound(deed, row.round_id), [row]))[0]!
}

async function toProjects(deed: Deed, round: Round, rows: readonly ProjectRow[]): Promise<AllocationProject[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const all = new Map((await projectsOf(deed, round.row.id)).map((row) => [row.id, row]))
  const places = await placeNames(deed)
  const organs = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  const posts = await postNames(
    deed,
    rows.flatMap(({ answered_by_post }) => answered_by_post ?? []),
  )
  const { appealDays } = await allocationArticle(deed, round)
  const costs = await deed.tx
    .selectFrom('allocation_cost')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('project_id', 'in', ids)
    .orderBy('seq')
    .execute()
  const mergings = await mergingsOf(deed, round, ids, all)
  const funded = await fundedIn(deed, round.row.id)
  const grounds = new Map((await groundsOf(deed, round.row.id)).map((ground) => [ground.projectId, ground]))
  const name = (id: string) => ({ id, number: all.get(id)!.number, title: all.get(id)!.title })
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    number: row.number,
    title: row.title,
    what: row.what,
    forWhom: row.for_whom,
    place: nameOfPlace(places, row.community_id, row.lane_id),
    communityId: row.community_id,
    laneId: row.lane_id,
    organ: row.organ_id ? { id: row.organ_id, name: organs.get(row.organ_id)! } : null,
    mine: deed.actor.kind === 'person' && row.proposer_id === deed.actor.personId,
    state: row.state as ProjectState,
    funded: isBefore(round.row.state, 'counted') || row.state !== 'feasible' ? null : funded.has(row.id),
    cents: row.cents,
    askedCents: row.asked_cents,
    answer: row.answer
      ? { reason: row.answer, on: row.answered_on!, by: (row.answered_by_post && posts.get(row.answered_by_post)?.post) || null }
      : null,
    appeal: row.appeal_words
      ? {
          words: row.appeal_words,
          on: row.appealed_on!,
          decided:
            row.appeal_decided_on && row.appeal_granted !== null
              ? { granted: row.appeal_granted, reason: row.appeal_answer ?? '', on: row.appeal_decided_on }
              : null,
        }
      : null,
    appealUntil: row.state === 'refused' && !row.appeal_decided_on ? addDays(row.answered_on!, appealDays) : null,
    mergedInto: row.merged_into ? name(row.merged_into) : null,
    merged: [...all.values()]
      .filter(({ merged_into }) => merged_into === row.id)
      .map(({ number, title, what }) => ({ number, title, what })),
    merging: mergings.get(row.id) ?? [],
    costHistory: costs
      .filter(({ project_id }) => project_id === row.id)
      .map(({ cents, reason, on_day }) => ({ cents, reason, on: on_day })),
    account: row.account ? { outcome: row.account, spentCents: row.spent_cents ?? 0, on: row.accounted_on! } : null,
    may: mayDo(deed, round, row, { funded: funded.has(row.id), toCorrect: grounds.get(row.id)?.corrected === false, appealDays }),
  }))
}

function mayDo(
  deed: Deed,
  round: Round,
  row: ProjectRow,
  { funded, toCorrect, appealDays }: { readonly funded: boolean; readonly toCorrect: boolean; readonly appealDays: number },
): AllocationProject['may'] {
  const { actor } = deed
  if (actor.kind !== 'person') return []
  const { state } = round.row
  const proposer = isProposer(deed, round, row, actor)
  const own = row.proposer_id === actor.personId || actor.posts.some(({ organId }) => organId === row.organ_id)
  const answers = may(deed, 'council.answer') && !own
  const open = state === 'call' || state === 'feasibility'
  const possible: readonly (readonly [AllocationProject['may'][number], boolean])[] = [
    ['withdraw', proposer && open && ['proposed', 'feasible'].includes(row.state)],
    [
      'merge',
      (proposer || heldIn(deed, round.row.council_id, 'councilClerk') !== undefined) &&
        open &&
        ['proposed', 'feasible'].includes(row.state),
    ],
    ['decide', answers && open && row.state === 'proposed'],
    ['correctCost', answers && open && row.state === 'feasible'],
    [
      'appeal',
      proposer && open && row.state === 'refused' && !row.appeal_decided_on && today(deed) <= addDays(row.answered_on!, appealDays),
    ],
    ['decideAppeal', answers && open && row.state === 'appealed' && !(row.answered_by_post && holds(deed, row.answered_by_post))],
    ['correct', answers && state === 'corrections' && toCorrect],
    ['account', may(deed, 'council.answer') && state === 'projects' && funded],
  ]
  return possible.flatMap(([what, holds]) => (holds ? [what] : []))
}
