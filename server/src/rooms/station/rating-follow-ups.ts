import type { FollowUp, listFollowUps, MyRating, stepFollowUp } from '@ronghe/contract/station/ratings.ts'
import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql, type Selectable } from 'kysely'
import type * as z from 'zod/mini'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationSteps, escalationsOf, levelOn } from '../../platform/calendar/escalations.ts'
import { addWorkingDays, dayIn, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { getPerson } from '../people/persons.ts'
import { actingPost } from '../programme/acting-post.ts'
import { tellUp } from '../programme/going-up.ts'
import { heldOn, holdersOf, notifyPost, today } from '../programme/posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { stepFollowUpState, stepsOfFollowUp, type FollowUpState, type FollowUpStep } from './rating-lifecycle.ts'
import { serviceNames } from './service-names.ts'

type FollowUpRow = Selectable<Tables['rating_follow_up']>
type RatingRow = Selectable<Tables['rating']>
type Shown = z.infer<typeof FollowUp>

const answerPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'rating_follow_up', column: 'answer_sealed', row: id })
const eventPlace = (deed: Deed, id: string) => ({
  street: deed.street.id,
  table: 'rating_follow_up_event',
  column: 'words_sealed',
  row: id,
})
const ratingPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'rating', column: 'words_sealed', row: id })

/** A bad rating is looked into by a post that had no hand in the matter: called within one working day, put right within fifteen. */
export async function openFollowUp(deed: Deed, rating: RatingRow): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const owner = await findOwner(deed, rating)
  const id = deed.id()
  await deed.tx
    .insertInto('rating_follow_up')
    .values({
      street_id: deed.street.id,
      id,
      rating_id: rating.id,
      owner_post: owner ?? null,
      state: 'open',
      call_by: addWorkingDays(calendar, deed.now, clocks.ratingCall),
      fix_by: addWorkingDays(calendar, deed.now, clocks.ratingFix),
      opened_at: deed.now,
    })
    .execute()
  await addEvent(deed, id, 'opened')
  if (owner) await notifyPost(deed, owner, { template: 'rating-bad', link: '/desk/ratings' })
}

export async function findFollowUpOf(deed: Deed, ratingId: string): Promise<z.infer<typeof MyRating>['followUp']> {
  const row = await deed.tx
    .selectFrom('rating_follow_up')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('rating_id', '=', ratingId)
    .executeTakeFirst()
  return row
    ? {
        state: row.state,
        callBy: row.call_by,
        fixBy: row.fix_by,
        escalated: row.state === 'closed' ? 'none' : escalationSteps[row.escalated]!,
        answer: row.answer_sealed ? deed.platform.sealer.open(answerPlace(deed, row.id), row.answer_sealed) : null,
      }
    : null
}

export async function list(deed: Deed, { limit, after, open }: QueryOf<typeof listFollowUps>): Promise<ReplyOf<typeof listFollowUps>> {
  const from = readCursor(after, 2)
  const rows = await mine(deed)
    .where('rating_follow_up.state', open === 'yes' ? '<>' : '=', 'closed')
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(rating_follow_up.fix_by, rating_follow_up.id) > (${from![0]}::date, ${from![1]}::uuid)`),
    )
    .selectAll('rating_follow_up')
    .orderBy('rating_follow_up.fix_by')
    .orderBy('rating_follow_up.id')
    .limit(limit + 1)
    .execute()
  const ratings = new Map(
    (
      await ratingsOf(
        deed,
        rows.map(({ rating_id }) => rating_id),
      )
    ).map((rating) => [rating.id, rating]),
  )
  const shown = await Promise.all(rows.map(async (row) => ((await isRated(deed, ratings.get(row.rating_id)!)) ? undefined : row)))
  const page = pageFrom(
    rows,
    limit,
    ({ fix_by, id }) => toCursor(fix_by, id),
    (row) => row,
  )
  const visible = page.items.filter((row) => shown.includes(row))
  const items: Shown[] = []
  for (const row of visible) items.push(await describe(deed, row, ratings.get(row.rating_id)!))
  await recordAccess(
    deed,
    visible.flatMap((row) => lookOf(ratings.get(row.rating_id)!, row)),
  )
  return { items, next: page.next }
}

export async function read(deed: Deed, id: string): Promise<Shown> {
  const { row, rating } = await getMine(deed, id, 'look')
  await recordAccess(deed, lookOf(rating, row))
  return describe(deed, row, rating)
}

export async function take(deed: Deed, id: string, { step, words, outcome }: BodyOf<typeof stepFollowUp>): Promise<Shown> {
  const { row, rating } = await getMine(deed, id, 'lock')
  const state = stepFollowUpState(standing(row, rating), step)
  if (!state) throw refused(step === 'call' && !rating.may_call ? 'follow-up-no-call' : 'follow-up-step')
  if (step === 'close' && !outcome) throw unfit([{ path: 'outcome', code: 'follow-up-outcome' }])
  // The answer the giver reads, and the giver's word for having pressed the wrong one, are never empty.
  if ((step === 'callBack' || step === 'misRated' || step === 'fix') && !words) throw unfit([{ path: 'words', code: 'follow-up-words' }])
  const next = await deed.tx
    .updateTable('rating_follow_up')
    .set({
      state,
      ...(callWaits(row) && (state !== 'open' || step === 'call') ? { escalated: 0 } : {}),
      ...(step === 'call' ? { called_at: deed.now } : {}),
      ...(step === 'fix' ? { fixed_at: deed.now } : {}),
      ...(step === 'callBack' ? { called_back_at: deed.now, answer_sealed: deed.platform.sealer.seal(answerPlace(deed, id), words) } : {}),
      ...(state === 'closed' ? { closed_at: deed.now, outcome: step === 'misRated' ? ('misRated' as const) : outcome! } : {}),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await addEvent(deed, id, step, words)
  if (step === 'misRated')
    await deed.tx
      .updateTable('rating')
      .set({ mis_rated: true })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', rating.id)
      .execute()
  if (step === 'callBack' && rating.person_id)
    await notify(deed, rating.person_id, { template: 'rating-answered', link: rating.case_id ? `/cases/${rating.case_id}` : '/messages' })
  await record(deed, { kind: 'station.rating.followed-up', about: rating.person_id, plain: { followUp: id, step } })
  return describe(deed, next, rating)
}

export async function phoneOf(deed: Deed, id: string): Promise<{ name: string; phone: string | null }> {
  const { row, rating } = await getMine(deed, id, 'look')
  if (!rating.may_call || !rating.person_id || row.state === 'closed') throw refused('follow-up-no-call')
  await recordAccess(deed, lookOf(rating, row))
  const { name, phone } = await getPerson(deed, rating.person_id)
  return { name, phone }
}

/** Every morning: what nobody called about or put right in time goes up as everything else does, and the giver sees it. */
export async function escalateFollowUps(deed: Deed): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const rows = await deed.tx
    .selectFrom('rating_follow_up')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '<>', 'closed')
    .where('escalated', '<', 3)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const from = dayIn(deed.street.zone, row.opened_at)
    const days = workingDaysBetween(calendar, from, dueOf(row))
    const level = levelOn(escalationsOf(calendar, from, days, clocks), today(deed))
    if (level <= row.escalated) continue
    await deed.tx
      .updateTable('rating_follow_up')
      .set({ escalated: level })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .execute()
    const step = escalationSteps[level]!
    await addEvent(deed, row.id, `escalated-${step}`)
    await record(deed, { kind: 'station.rating.escalated', plain: { followUp: row.id, level } })
    await tellUp(deed, step, row.owner_post ? { owner: row.owner_post } : { nobodyBut: 'stationLead' }, {
      template: 'rating-bad',
      link: `/desk/ratings/${row.id}`,
    })
  }
}

/** First the call (or, where none was agreed to, the first look), then what has to be put right; each has its own clock. */
const callWaits = (row: Pick<FollowUpRow, 'state' | 'called_at'>): boolean => row.state === 'open' && row.called_at === null
const dueOf = (row: FollowUpRow): string => (callWaits(row) ? row.call_by : row.fix_by)

/** Everybody who had a hand in what was rated. They never follow it up, whatever post they hold. */
async function ratedPeople(deed: Deed, rating: RatingRow): Promise<ReadonlySet<string>> {
  const { tx, street } = deed
  const people = new Set<string>()
  const posts = new Set<string>()
  if (rating.case_id) {
    const events = await tx
      .selectFrom('case_event')
      .select(['by_person', 'by_post'])
      .where('street_id', '=', street.id)
      .where('case_id', '=', rating.case_id)
      .execute()
    const row = await tx
      .selectFrom('service_case')
      .select(['owner_post', 'department_post', 'person_id'])
      .where('street_id', '=', street.id)
      .where('id', '=', rating.case_id)
      .executeTakeFirst()
    for (const { by_person } of events) if (by_person && by_person !== row?.person_id) people.add(by_person)
    for (const post of [row?.owner_post, row?.department_post, ...events.map(({ by_post }) => by_post)]) if (post) posts.add(post)
  }
  if (rating.ticket_id) {
    const row = await tx
      .selectFrom('ticket')
      .select('served_post')
      .where('street_id', '=', street.id)
      .where('id', '=', rating.ticket_id)
      .executeTakeFirst()
    if (row?.served_post) posts.add(row.served_post)
  }
  for (const post of posts) for (const person of await holdersOf(deed, post)) people.add(person)
  return people
}

async function isRated(deed: Deed, rating: RatingRow): Promise<boolean> {
  const { actor } = deed
  return actor.kind === 'person' && (actor.personId === rating.person_id || (await ratedPeople(deed, rating)).has(actor.personId))
}

/** The station's lead, unless the lead had a hand in it: then the street's. */
async function findOwner(deed: Deed, rating: RatingRow): Promise<string | undefined> {
  const rated = await ratedPeople(deed, rating)
  for (const kind of ['stationLead', 'streetLead'] as const) {
    const held = await heldOn(deed, today(deed))
      .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
      .select(['post.id', 'appointment.person_id'])
      .where('post.kind', '=', kind)
      .orderBy('post.id')
      .execute()
    const free = [...Map.groupBy(held, ({ id }) => id)].find(([, holders]) =>
      holders.every(({ person_id }) => !rated.has(person_id) && person_id !== rating.person_id),
    )
    if (free) return free[0]
  }
  return undefined
}

const mine = (deed: Deed) => {
  const posts = deed.actor.kind === 'person' ? deed.actor.posts.map(({ id }) => id) : []
  return deed.tx
    .selectFrom('rating_follow_up')
    .where('rating_follow_up.street_id', '=', deed.street.id)
    .where(({ or, eb }) =>
      or([eb('rating_follow_up.owner_post', 'is', null), ...(posts.length > 0 ? [eb('rating_follow_up.owner_post', 'in', posts)] : [])]),
    )
}

async function getMine(deed: Deed, id: string, lock: 'look' | 'lock'): Promise<{ row: FollowUpRow; rating: RatingRow }> {
  const query = mine(deed).selectAll('rating_follow_up').where('rating_follow_up.id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  const [rating] = row ? await ratingsOf(deed, [row.rating_id]) : []
  if (!row || !rating || (await isRated(deed, rating))) throw notFound('follow-up')
  return { row, rating }
}

const ratingsOf = async (deed: Deed, ids: readonly string[]): Promise<readonly RatingRow[]> =>
  ids.length === 0 ? [] : deed.tx.selectFrom('rating').selectAll().where('street_id', '=', deed.street.id).where('id', 'in', ids).execute()

const standing = (row: FollowUpRow, rating: RatingRow) => ({
  state: row.state as FollowUpState,
  mayCall: rating.may_call,
  called: row.called_at !== null,
})

async function describe(deed: Deed, row: FollowUpRow, rating: RatingRow): Promise<Shown> {
  const { sealer } = deed.platform
  const names = await serviceNames(deed, [rating.service_key])
  const counter: Text = { 'zh-CN': '窗口服务', en: 'The counter' }
  const events = await deed.tx
    .selectFrom('rating_follow_up_event')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('follow_up_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const steps: FollowUpStep[] = stepsOfFollowUp(standing(row, rating))
  return {
    id: row.id,
    service: names.get(rating.service_key) ?? counter,
    serviceKey: rating.service_key,
    kind: rating.case_id ? 'case' : 'visit',
    level: rating.level,
    words: rating.words_sealed ? sealer.open(ratingPlace(deed, rating.id), rating.words_sealed) : null,
    at: rating.at.toISOString(),
    state: row.state,
    callBy: row.call_by,
    fixBy: row.fix_by,
    escalated: row.state === 'closed' ? 'none' : escalationSteps[row.escalated]!,
    late:
      row.state !== 'closed' && ((row.called_at === null && row.state === 'open' && row.call_by < today(deed)) || row.fix_by < today(deed)),
    called: row.called_at?.toISOString() ?? null,
    outcome: row.outcome,
    mayCall: rating.may_call,
    caseId: rating.case_id,
    events: events.map(({ id, at, kind, words_sealed }) => ({
      at: at.toISOString(),
      kind,
      words: words_sealed ? sealer.open(eventPlace(deed, id), words_sealed) : null,
    })),
    may: steps,
  }
}

async function addEvent(deed: Deed, followUpId: string, kind: string, words = ''): Promise<void> {
  const id = deed.id()
  await deed.tx
    .insertInto('rating_follow_up_event')
    .values({
      street_id: deed.street.id,
      id,
      follow_up_id: followUpId,
      kind,
      by_post: actingPost(deed, 'station.ratings.follow')?.id ?? null,
      words_sealed: words ? deed.platform.sealer.seal(eventPlace(deed, id), words) : null,
      at: deed.now,
    })
    .execute()
}

const lookOf = (rating: RatingRow, row: FollowUpRow) =>
  rating.person_id
    ? [
        {
          personId: rating.person_id,
          purpose: 'ratingFollowUp',
          subject: { kind: 'followUp', id: row.id },
          permission: 'station.ratings.follow' as const,
        },
      ]
    : []
