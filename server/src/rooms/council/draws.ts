import { randomInt } from 'node:crypto'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import { benches } from '@ronghe/contract/council/charter.ts'
import { drawPanel, panelAt, readCategories, type Lottery } from '@ronghe/sortition'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, Refusal, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { smallestCount } from '../../platform/privacy/suppression.ts'
import { confirmedAndAgreed } from '../people/consenting.ts'
import { groupsOf } from '../people/group.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice } from './delegates.ts'
import { prepareLottery } from './draw-lottery.ts'
import { orderOf } from './draw-order.ts'
import { categoriesCsv, poolCategories, publishable, quotasFor, respondentsCsv, unstatedAge, type PoolPerson } from './draw-pool.ts'
import { listOffers, offerFreeSeats } from './seat-offers.ts'

export type DrawRow = Selectable<Tables['draw']>
/** A thousand numbered panels: three ten-sided dice draw one. */
const panels = 1000

export async function getDraw(deed: Deed, drawId: string, lock: 'lock' | 'look' = 'look'): Promise<DrawRow> {
  const query = deed.tx.selectFrom('draw').selectAll().where('street_id', '=', deed.street.id).where('id', '=', drawId)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('draw')
  return row
}

const change = (deed: Deed, drawId: string, fields: Partial<DrawRow>) =>
  deed.tx
    .updateTable('draw')
    .set(fields as never)
    .where('street_id', '=', deed.street.id)
    .where('id', '=', drawId)
    .execute()

async function inState(deed: Deed, drawId: string, ...states: readonly DrawRow['state'][]): Promise<DrawRow> {
  const draw = await getDraw(deed, drawId, 'lock')
  if (!states.includes(draw.state)) throw refused('council-draw-not-now', await cited(deed, draw.council_id, 'seats'))
  return draw
}

export async function openDraw(
  deed: Deed,
  councilId: string,
  {
    seats,
    byCommunity,
    byAge,
    closesOn,
  }: {
    readonly seats: Readonly<Record<Bench, number>>
    readonly byCommunity: boolean
    readonly byAge: boolean
    readonly closesOn: string
  },
): Promise<{ id: string }> {
  asClerk(deed, councilId)
  const { seats: rule, benches: charter } = await parametersOf(deed, councilId)
  if (rule.way !== 'sortition') throw refused('council-not-by-lot', await cited(deed, councilId, 'seats'))
  if (closesOn <= today(deed)) throw unfit([{ path: 'closesOn', code: 'day-is-past' }])
  if (seats.newcomers + seats.locals === 0) throw unfit([{ path: 'seats', code: 'council-draw-no-seats' }])
  for (const bench of benches)
    if (seats[bench] > charter[bench])
      throw unfit([{ path: `seats.${bench}`, code: 'council-draw-too-many', params: { seats: charter[bench] } }])
  const running = await deed.tx
    .selectFrom('draw')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', 'not in', ['finished', 'cancelled'])
    .executeTakeFirst()
  if (running) throw refused('council-draw-running', await cited(deed, councilId, 'seats'))
  const id = deed.id()
  await deed.tx
    .insertInto('draw')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      state: 'open',
      seats_newcomers: seats.newcomers,
      seats_locals: seats.locals,
      substitutes: rule.substitutesPerBench,
      by_community: byCommunity,
      by_age: byAge,
      opened_at: deed.now,
      closes_on: closesOn,
    })
    .execute()
  await record(deed, { kind: 'council.draw.opened', plain: { council: councilId, draw: id, ...seats } })
  return { id }
}

/** How many of a bench are drawn: its seats and, where it has any to fill, its substitutes. */
export const drawnOf = (draw: DrawRow): Readonly<Record<Bench, number>> => ({
  newcomers: draw.seats_newcomers && draw.seats_newcomers + draw.substitutes,
  locals: draw.seats_locals && draw.seats_locals + draw.substitutes,
})

/** Everybody in the pool of an open draw, with the group declared when it opened. Read inside the closing deed and nowhere shown. */
async function poolOf(deed: Deed, draw: DrawRow): Promise<readonly (PoolPerson & { readonly personId: string })[]> {
  const people = await confirmedAndAgreed(deed, 'drawPool')
  const ids = people.map(({ personId }) => personId)
  const groups = await groupsOf(deed, ids, draw.opened_at)
  const choices = new Map(
    (
      await deed.tx.selectFrom('draw_choice').selectAll().where('street_id', '=', deed.street.id).where('draw_id', '=', draw.id).execute()
    ).map((row) => [row.person_id, row]),
  )
  const seated = new Set((await delegatesInOffice(deed, draw.council_id)).map(({ personId }) => personId))
  const communities = await deed.tx.selectFrom('community').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()
  const names = new Map(communities.map(({ id, name }) => [id, inLanguage(name as Text, 'zh-CN')]))
  const wanted = drawnOf(draw)
  return people.flatMap(({ personId, communityId }) => {
    const choice = choices.get(personId)
    const bench = benchIn(groups.get(personId) ?? null, (choice?.bench ?? null) as Bench | null)
    if (!bench || wanted[bench] === 0 || choice?.stays_out || seated.has(personId)) return []
    return [{ personId, bench, community: names.get(communityId) ?? '', age: choice?.age_band ?? unstatedAge }]
  })
}

/** Whoever says newcomer or local belongs there; whoever states no group may choose a bench for one draw. */
export const benchIn = (group: 'newcomer' | 'local' | 'unstated' | null, chosen: Bench | null): Bench | null =>
  group === 'newcomer' ? 'newcomers' : group === 'local' ? 'locals' : chosen

/**
 * Closes the pool and publishes it without names; the lottery is worked out by a job, and its commitment is public before anybody throws.
 * @param below gives a whole number from 0 to below its argument: whose row is whose among equals is chance
 */
export async function closeDraw(deed: Deed, drawId: string, below: (most: number) => number = (most) => randomInt(most)): Promise<void> {
  const draw = await inState(deed, drawId, 'open')
  if (deed.actor.kind === 'person') asClerk(deed, draw.council_id)
  if (draw.closes_on > today(deed))
    throw refused('council-draw-still-open', await cited(deed, draw.council_id, 'seats', { params: { day: draw.closes_on } }))
  const pool = shuffled(await poolOf(deed, draw), below)
  const wanted = drawnOf(draw)
  for (const bench of benches) {
    const count = pool.filter((person) => person.bench === bench).length
    if (wanted[bench] > 0 && count < Math.max(wanted[bench], smallestCount))
      throw refused(
        'council-draw-pool-small',
        await cited(deed, draw.council_id, 'seats', { params: { needed: Math.max(wanted[bench], smallestCount) } }),
      )
  }
  const categories = publishable(
    pool,
    poolCategories.filter((category) => category === 'group' || (category === 'community' ? draw.by_community : draw.by_age)),
  )
  const { file, rows } = respondentsCsv(pool, categories)
  await change(deed, drawId, {
    state: 'closed',
    closed_at: deed.now,
    respondents: file,
    categories: categoriesCsv(quotasFor(pool, categories, wanted)),
  })
  for (let from = 0; from < rows.length; from += 1000)
    await deed.tx
      .insertInto('draw_row')
      .values(
        rows.slice(from, from + 1000).map(({ personId, bench }, index) => ({
          street_id: deed.street.id,
          draw_id: drawId,
          row: from + index + 1,
          person_id: personId,
          bench,
        })),
      )
      .execute()
  await record(deed, { kind: 'council.draw.closed', plain: { draw: drawId, pool: rows.length } })
  await deed.platform.jobs.send(deed, 'council.draw.lottery', { draw: drawId })
}

function shuffled<T>(people: readonly T[], below: (most: number) => number): T[] {
  const all = [...people]
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1)
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}

/** The job: the lottery in a thread beside the server's, then the commitment, or why there is none. */
export async function workOutLottery(deed: Deed, drawId: string): Promise<void> {
  const draw = await getDraw(deed, drawId, 'lock')
  if (draw.state !== 'closed') return
  const wanted = drawnOf(draw)
  const outcome = await prepareLottery({
    respondents: draw.respondents!,
    categories: draw.categories!,
    seats: wanted.newcomers + wanted.locals,
    panels,
  })
  if (outcome.kind === 'lottery') {
    const { minimum, maximum } = outcome.report
    await change(deed, drawId, {
      state: 'ready',
      ready_at: deed.now,
      commitment: outcome.commitment,
      lottery: JSON.stringify(outcome.lottery) as never,
      report: JSON.stringify({ least: minimum, greatest: maximum }) as never,
    })
  } else {
    const relaxation = outcome.kind === 'impossible' ? outcome.relaxation : undefined
    await change(deed, drawId, {
      state: 'impossible',
      conflict: JSON.stringify({
        sentences: outcome.kind === 'impossible' ? outcome.conflicts.map(({ sentence }) => sentence) : [],
        changes: relaxation && 'changes' in relaxation ? relaxation.changes : [],
      }) as never,
    })
  }
  await record(deed, { kind: `council.draw.${outcome.kind === 'lottery' ? 'ready' : 'impossible'}`, plain: { draw: drawId } })
}

interface Conflict {
  readonly sentences: readonly string[]
  readonly changes: readonly { category: string; feature: string; from: number[]; to: number[] }[]
}
export const conflictOf = (draw: DrawRow): Conflict | null => draw.conflict as Conflict | null

/** Takes the smallest change of quotas that helps; groups are locked and stay as the charter seats them. */
export async function relaxDraw(deed: Deed, drawId: string): Promise<void> {
  const draw = await inState(deed, drawId, 'impossible')
  asClerk(deed, draw.council_id)
  const { changes } = conflictOf(draw)!
  if (changes.length === 0 || changes.some(({ category }) => category === 'group'))
    throw refused('council-draw-no-relaxation', await cited(deed, draw.council_id, 'parity'))
  const quotas = readCategories(draw.categories!).map((quota) => {
    const relaxed = changes.find(({ category, feature }) => category === quota.category && feature === quota.feature)
    const [min, max] = relaxed?.to ?? [quota.min, quota.max]
    return { ...quota, min: min!, max: max!, minFlex: quota.minFlex ?? min!, maxFlex: quota.maxFlex ?? max! }
  })
  await change(deed, drawId, { state: 'closed', categories: categoriesCsv(quotas), conflict: null })
  await record(deed, { kind: 'council.draw.relaxed', plain: { draw: drawId } })
  await deed.platform.jobs.send(deed, 'council.draw.lottery', { draw: drawId })
}

export const lotteryOf = (draw: DrawRow): Lottery | null => draw.lottery as Lottery | null

/** What the dice showed, or the seed that was called: the panel, and its people are asked in the order that follows from it. */
export async function throwDraw(
  deed: Deed,
  drawId: string,
  thrown: { readonly by: 'dice'; readonly number: number } | { readonly by: 'seed'; readonly seed: string },
): Promise<void> {
  const draw = await inState(deed, drawId, 'ready')
  asClerk(deed, draw.council_id)
  const lottery = lotteryOf(draw)!
  const { number, rows } =
    thrown.by === 'dice' ? { number: thrown.number, rows: panelAt(lottery, thrown.number) } : drawPanel(lottery, thrown.seed)
  await change(deed, drawId, {
    state: 'drawn',
    drawn_by: thrown.by,
    seed: thrown.by === 'seed' ? thrown.seed : null,
    number,
    drawn_at: deed.now,
  })
  const people = await deed.tx
    .selectFrom('draw_row')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('draw_id', '=', drawId)
    .where('row', 'in', [...rows])
    .execute()
  const order = orderOf(draw.commitment!, number, rows)
  await record(deed, { kind: 'council.draw.thrown', plain: { draw: drawId, by: thrown.by, number } })
  for (const bench of benches) {
    const line = order.flatMap((row) => people.find((one) => one.row === row && one.bench === bench) ?? [])
    if (line.length === 0) continue
    await listOffers(
      deed,
      draw.council_id,
      bench,
      line.map(({ person_id, row }, index) => ({ bench, personId: person_id, place: index + 1, way: 'sortition', drawId, row })),
    )
    await offerFreeSeats(deed, draw.council_id, bench, false)
  }
  await forgetPool(deed, drawId)
}

/** Whoever was not drawn is not kept: neither the row nor what was said for the draw. */
async function forgetPool(deed: Deed, drawId: string): Promise<void> {
  for (const table of ['draw_row', 'draw_choice'] as const)
    await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('draw_id', '=', drawId).execute()
}

export async function cancelDraw(deed: Deed, drawId: string): Promise<void> {
  const draw = await inState(deed, drawId, 'open', 'closed', 'impossible', 'ready')
  asClerk(deed, draw.council_id)
  await change(deed, drawId, { state: 'cancelled' })
  await forgetPool(deed, drawId)
  await record(deed, { kind: 'council.draw.cancelled', plain: { draw: drawId } })
}

/** A drawn draw is finished when nobody is being asked any more. */
export async function finishDraws(deed: Deed): Promise<void> {
  const drawn = await deed.tx.selectFrom('draw').select('id').where('street_id', '=', deed.street.id).where('state', '=', 'drawn').execute()
  for (const { id } of drawn) {
    const asked = await deed.tx
      .selectFrom('seat_offer')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('draw_id', '=', id)
      .where('state', '=', 'offered')
      .executeTakeFirst()
    if (!asked) await change(deed, id, { state: 'finished' })
  }
}

/** The pool closes by itself on its day; a pool that is too small stays open, and the clerk sees why when closing it by hand. */
export async function closeDueDraws(deed: Deed): Promise<void> {
  const due = await deed.tx
    .selectFrom('draw')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .where('closes_on', '<=', today(deed))
    .execute()
  for (const { id } of due)
    await closeDraw(deed, id).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
}
