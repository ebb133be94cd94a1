import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { listCouncils } from '../../council/councils.ts'
import { vacantSeats } from '../../council/seats.ts'
import { readEmbedding } from '../../programme/embedding.ts'
import { listOrgans } from '../../programme/organs.ts'
import { placeNames } from '../../programme/places.ts'
import { heldOn, today } from '../../programme/posts.ts'
import { describeEquity } from '../../station/equity.ts'
import { daysWithoutVisit, type StepFacts } from './step-rules.ts'

/** An agreement's owner is warned so many days ahead (08, Agreement); from then on everybody may see it. */
const warnedBefore = 60

/** What the registers say today: each question is bounded by what is open now, not by what has been. */
export async function stepFacts(deed: Deed): Promise<StepFacts> {
  const modules = await setting(deed, 'modules')
  const councils = modules.council ? (await listCouncils(deed)).items.filter(({ founded }) => founded) : []
  const ofCouncils: StepFacts['councils'][number][] = []
  for (const { id, name } of councils) ofCouncils.push({ name, ...(await councilFacts(deed, id)) })
  return {
    councils: ofCouncils,
    gaps: await gapsOfServices(deed),
    agreements: await endingSoon(deed),
    hazardsLate: await hazardsLate(deed),
    ...(await organFacts(deed)),
  }
}

async function councilFacts(deed: Deed, id: string): Promise<Omit<StepFacts['councils'][number], 'name'>> {
  const day = today(deed)
  const { lanes } = await placeNames(deed)
  const since = addDays(day, -daysWithoutVisit)
  const visited = await deed.tx
    .selectFrom('visit')
    .select('lane_id')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', id)
    .where('on_day', '>=', since)
    .execute()
  const went = new Set(visited.map(({ lane_id }) => lane_id))
  const late = await deed.tx
    .selectFrom('resolution_task as task')
    .innerJoin('resolution', (join) =>
      join.onRef('resolution.street_id', '=', 'task.street_id').onRef('resolution.id', '=', 'task.resolution_id'),
    )
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('task.due_on').as('first')])
    .where('task.street_id', '=', deed.street.id)
    .where('task.state', '=', 'open')
    .where('task.due_on', '<', day)
    .where('resolution.council_id', '=', id)
    .executeTakeFirstOrThrow()
  const vacant = await vacantSeats(deed, id)
  const of = (bench: 'newcomers' | 'locals'): number => vacant.filter((seat) => seat.bench === bench).length
  return {
    id,
    lanes: [...lanes].filter(([lane]) => !went.has(lane)).map(([, { name }]) => name),
    lanesInAll: lanes.size,
    tasksLate: Number(late.count),
    longestLate: late.first === null ? 0 : Math.round((Date.parse(day) - Date.parse(late.first)) / 86_400_000),
    vacant: { newcomers: of('newcomers'), locals: of('locals') },
  }
}

/** From the station's frozen quarter, as its own page shows it. */
async function gapsOfServices(deed: Deed): Promise<readonly Text[]> {
  const { services } = await describeEquity(deed, {})
  return services.filter(({ ratio }) => ratio.kind === 'ratio' && ratio.to < 1).map(({ name }) => name)
}

async function endingSoon(deed: Deed): Promise<StepFacts['agreements']> {
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('agreement')
    .select(['id', 'title', 'ends_on'])
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['inForce', 'renewed'])
    .where('ends_on', '>=', day)
    .where('ends_on', '<=', addDays(day, warnedBefore))
    .orderBy('ends_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id, title, ends_on }) => ({
    id,
    title: title as Text,
    days: Math.round((Date.parse(ends_on!) - Date.parse(day)) / 86_400_000),
  }))
}

async function hazardsLate(deed: Deed): Promise<number> {
  const row = await deed.tx
    .selectFrom('hazard')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['reported', 'checked', 'sent'])
    .where('due_on', '<', today(deed))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Posts and joint work of the organs that anybody sees; a branch's offices are its own, so it is neither vacant nor alone here. */
async function organFacts(deed: Deed): Promise<Pick<StepFacts, 'postsVacant' | 'alone'>> {
  const day = today(deed)
  const { items } = await listOrgans(deed)
  const organs = items.filter(({ kind }) => kind !== 'branch')
  const posts = await deed.tx
    .with('held', () =>
      heldOn(deed, day)
        .select(['post_id', sql<number>`count(*)::int`.as('people')])
        .groupBy('post_id'),
    )
    .selectFrom('post')
    .leftJoin('held', 'held.post_id', 'post.id')
    .select(['post.organ_id', sql<number>`sum(greatest(0, post.seats - coalesce(held.people, 0)))::int`.as('vacant')])
    .where('post.street_id', '=', deed.street.id)
    .where((post) => post.or([post('post.ended_on', 'is', null), post('post.ended_on', '>=', day)]))
    // Seats of the council are told apart, by bench.
    .where('post.kind', '<>', 'delegate')
    .groupBy('post.organ_id')
    .execute()
  const vacant = new Map(posts.map(({ organ_id, vacant: count }) => [organ_id, count]))
  const { organs: drawn } = await readEmbedding(deed)
  return {
    postsVacant: organs.flatMap(({ id, name }) => ((vacant.get(id) ?? 0) > 0 ? [{ organ: id, name, posts: vacant.get(id)! }] : [])),
    // Departments answer what others ask; a joint activity is not theirs to begin.
    alone: drawn.filter(({ kind, joint }) => joint === 0 && kind !== 'branch' && kind !== 'department').map(({ name }) => name),
  }
}
