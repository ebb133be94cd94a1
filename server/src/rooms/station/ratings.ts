import {
  badLevel,
  levels,
  type MyRating,
  type rateCase,
  type readMyRating,
  type readRatingSummary,
} from '@ronghe/contract/station/ratings.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql, type Selectable } from 'kysely'
import type * as z from 'zod/mini'
import { isFinished, quarterOf } from '../../platform/calendar/periods.ts'
import { addDays, dayIn, endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import { violated } from '../../platform/database/pool.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, type Refusal } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { frozen } from '../../platform/privacy/frozen-figures.ts'
import { showParts, showTable } from '../../platform/privacy/suppression.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { getCaseForDesk, getOwnCase } from './case-readers.ts'
import { findCase, type CaseRow } from './case-records.ts'
import { newRatingCode, useRatingCode } from './rating-codes.ts'
import { followUpFigures, type FollowUpCounts } from './rating-follow-up-figures.ts'
import { findFollowUpOf, openFollowUp } from './rating-follow-ups.ts'
import { serviceNames } from './service-names.ts'

export type RatingRow = Selectable<Tables['rating']>
type Given = BodyOf<typeof rateCase>

/**
 * A rating is kept apart from the case: no step is taken on it and nothing is written to its timeline, because the clerk would see who
 * rated. "Rated" is what the person sees on their own page.
 */
export async function rate(deed: Deed, caseId: string, personId: string, given: Given): Promise<z.infer<typeof MyRating>> {
  const row = await getOwnCase(deed, caseId)
  const rule = await ruleAgainst(deed, row)
  if (rule) throw rule
  const rating = await insert(
    deed,
    { caseId, ticketId: null, personId, serviceKey: await keyOf(deed, row.service_id), channel: 'phone' },
    given,
  )
  return toMine(deed, rating)
}

export async function myRating(deed: Deed, caseId: string): Promise<ReplyOf<typeof readMyRating>> {
  const row = await getOwnCase(deed, caseId)
  const rating = await deed.tx
    .selectFrom('rating')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  // What somebody else gave with the code on the slip is not shown to the account.
  const own = rating && deed.actor.kind === 'person' && rating.person_id === deed.actor.personId ? rating : undefined
  return { rating: own ? await toMine(deed, own) : null, may: !rating && !(await ruleAgainst(deed, row)) ? ['rate'] : [] }
}

/** With the code alone: nobody is named, unless a call was asked for and there is somebody to call. */
export async function rateWithCode(deed: Deed, code: string, given: Given): Promise<{ id: string; followUp: boolean }> {
  const used = await useRatingCode(deed, code)
  if (!used) throw refused('rating-code-dead')
  const subject = used.caseId ? await ofCase(deed, used.caseId) : await ofTicket(deed, used.ticketId!)
  const rating = await insert(
    deed,
    {
      caseId: used.caseId,
      ticketId: used.ticketId,
      personId: given.call ? subject.personId : null,
      serviceKey: subject.serviceKey,
      channel: 'code',
    },
    given,
  )
  return { id: rating.id, followUp: rating.level <= badLevel }
}

/** For a closed case; whether one was used before is not told, so that nobody at the desk learns who has rated. */
export async function printCode(deed: Deed, caseId: string): Promise<{ code: string; validUntil: string }> {
  const { row } = await getCaseForDesk(deed, caseId)
  const rule = await ruleAgainst(deed, row)
  if (rule) throw rule
  await record(deed, { kind: 'station.rating.code-printed', about: row.person_id, plain: { case: caseId } })
  return newRatingCode(deed, { caseId })
}

/** The morning after a matter was closed its person is asked, once, whether they would like to rate it. No answer is an answer too. */
export async function inviteYesterdays(deed: Deed): Promise<number> {
  const { zone } = deed.street
  const yesterday = addDays(today(deed), -1)
  const rows = await deed.tx
    .selectFrom('service_case')
    .select(['id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'closed')
    .where('closed_at', '>=', startOfDay(zone, yesterday))
    .where('closed_at', '<', endOfDay(zone, yesterday))
    .where('merged_into', 'is', null)
    .where('person_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rating')
            .select('rating.id')
            .whereRef('rating.street_id', '=', 'service_case.street_id')
            .whereRef('rating.case_id', '=', 'service_case.id'),
        ),
      ),
    )
    .execute()
  for (const { id, person_id } of rows) await notify(deed, person_id!, { template: 'rating-invited', link: `/cases/${id}` })
  return rows.length
}

/** Finished quarters only: their tables no longer change, so nothing can be learned from two of them. */
export async function readSummary(deed: Deed, wanted?: string): Promise<ReplyOf<typeof readRatingSummary>> {
  const known = await deed.tx
    .selectFrom('rating_count')
    .select('quarter')
    .distinct()
    .where('street_id', '=', deed.street.id)
    .orderBy('quarter', 'desc')
    .execute()
  const quarters = known.map(({ quarter }) => quarter).filter((quarter) => isFinished(quarter, today(deed)))
  const quarter = wanted ?? quarters[0] ?? null
  if (quarter === null || !quarters.includes(quarter))
    return {
      quarter: null,
      quarters,
      services: [],
      levels: levels.map(() => few),
      total: few,
      followUps: { inTime: few, late: few },
      meaning,
    }
  const rows = await deed.tx
    .selectFrom('rating_count')
    .select(['service_key', 'level', 'count'])
    .where('street_id', '=', deed.street.id)
    .where('quarter', '=', quarter)
    .orderBy('service_key')
    .execute()
  const byService = [...Map.groupBy(rows, ({ service_key }) => service_key)]
  const table = showTable(byService.map(([, list]) => levels.map((level) => list.find((row) => row.level === level)?.count ?? 0)))
  const names = await serviceNames(deed)
  return {
    quarter,
    quarters,
    services: byService.map(([key], index) => ({
      key,
      name: names.get(key) ?? counterName,
      levels: [...table.cells[index]!],
      total: table.rowTotals[index]!,
    })),
    levels: [...table.columnTotals],
    total: table.total,
    followUps: followUpsOf((await frozen(deed, followUpFigures)).get(quarter)?.counts, table.columnTotals.slice(0, badLevel)),
    meaning,
  }
}

const few = { kind: 'few' } as const
const counterName: Text = { 'zh-CN': '窗口服务', en: 'The counter' }
const meaning: Text = {
  'zh-CN': '自愿评价的人怎么说，不是所有办事的人。少于 5 个的不显示。这里只看事项，不看哪个窗口、哪位工作人员。',
  en: 'What those who chose to rate said, not everybody who came. Fewer than 5 are not shown. It is about services, never about a window or a member of staff.',
}

/** Together they are the bad ratings: shown only where those are shown themselves and are neither more nor fewer. */
function followUpsOf(counts: FollowUpCounts | undefined, bad: readonly Shown[]): ReplyOf<typeof readRatingSummary>['followUps'] {
  const given = bad.reduce((sum, shown) => sum + (shown.kind === 'shown' ? shown.count : Number.NaN), 0)
  if (!counts || counts.inTime + counts.late !== given) return { inTime: few, late: few }
  const { parts } = showParts([counts.inTime, counts.late])
  return { inTime: parts[0]!, late: parts[1]! }
}

interface Subject {
  readonly caseId: string | null
  readonly ticketId: string | null
  readonly personId: string | null
  readonly serviceKey: string
  readonly channel: 'phone' | 'code'
}

async function insert(
  deed: Deed,
  { caseId, ticketId, personId, serviceKey, channel }: Subject,
  { level, words, call }: Given,
): Promise<RatingRow> {
  const id = deed.id()
  const quarter = quarterOf(today(deed))
  const row = await deed.tx
    .insertInto('rating')
    .values({
      street_id: deed.street.id,
      id,
      case_id: caseId,
      ticket_id: ticketId,
      person_id: personId,
      service_key: serviceKey,
      level,
      words_sealed: words ? deed.platform.sealer.seal(wordsPlace(deed, id), words) : null,
      may_call: call && personId !== null,
      channel,
      quarter,
      at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violated(error) === 'rating_case_key' || violated(error) === 'rating_ticket_key') throw refused('rating-once')
      throw error
    })
  await deed.tx
    .insertInto('rating_count')
    .values({ street_id: deed.street.id, quarter, service_key: serviceKey, level, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'quarter', 'service_key', 'level']).doUpdateSet({ count: sql<number>`rating_count.count + 1` }),
    )
    .execute()
  await record(deed, { kind: 'station.rating.given', about: personId, plain: { rating: id } })
  if (level <= badLevel) await openFollowUp(deed, row)
  return row
}

export const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'rating', column: 'words_sealed', row: id })

/** For so many days after a matter was closed it can be rated. */
async function ruleAgainst(deed: Deed, { state, closed_at }: Pick<CaseRow, 'state' | 'closed_at'>): Promise<Refusal | undefined> {
  if ((state !== 'closed' && state !== 'rated') || !closed_at) return refused('rating-not-closed')
  const { ratingDays } = await setting(deed, 'station')
  return addDays(dayIn(deed.street.zone, closed_at), ratingDays) < today(deed)
    ? refused('rating-too-late', { params: { days: ratingDays } })
    : undefined
}

async function ofCase(deed: Deed, caseId: string): Promise<{ personId: string | null; serviceKey: string }> {
  const row = await findCase(deed, caseId)
  if (!row) throw refused('rating-code-dead')
  return { personId: row.person_id, serviceKey: await keyOf(deed, row.service_id) }
}

async function ofTicket(deed: Deed, ticketId: string): Promise<{ personId: string | null; serviceKey: string }> {
  const row = await deed.tx
    .selectFrom('ticket')
    .select(['person_id', 'services'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw refused('rating-code-dead')
  return { personId: row.person_id, serviceKey: row.services.length === 1 ? row.services[0]! : 'counter' }
}

async function keyOf(deed: Deed, serviceId: string): Promise<string> {
  const row = await deed.tx
    .selectFrom('service')
    .select('key')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', serviceId)
    .executeTakeFirst()
  if (!row) throw notFound('service')
  return row.key
}

async function toMine(deed: Deed, row: RatingRow): Promise<z.infer<typeof MyRating>> {
  return { id: row.id, level: row.level, at: row.at.toISOString(), followUp: await findFollowUpOf(deed, row.id) }
}
