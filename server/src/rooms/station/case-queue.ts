import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { caseViews, type listQueue } from '@ronghe/contract/station/cases-desk.ts'
import type { CaseService } from '@ronghe/forms'
import { sql, type ExpressionBuilder } from 'kysely'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden } from '../../platform/http/problems.ts'
import { pageFrom, toCursor } from '../../platform/http/cursor.ts'
import { findPersons } from '../people/persons.ts'
import { may } from '../programme/acting-post.ts'
import { queueLine } from './case-page.ts'
import { deskReader, isStaff } from './case-readers.ts'
import { readMomentCursor } from './case-records.ts'
import { departmentNames } from './departments.ts'
import { queueCounts, type QueueCounts } from './queue-counts.ts'
import { findVersionsById } from './services.ts'

type View = QueryOf<typeof listQueue>['view']
type Where = ExpressionBuilder<Tables, 'service_case'>

const open = ['filed', 'accepted', 'waitingForResident', 'routed'] as const
const farDay = '9999-12-31'
/** Both word for word as in the index service_case_desk (0006-performance.sql), which serves nothing that is said otherwise. */
const atWork = sql<boolean>`merged_into is null and state in ('filed', 'accepted', 'waitingForResident', 'routed', 'decided')`
const dueFirst = sql<string>`coalesce(due_on, '9999-12-31'::date)`
/** The same for everybody who sees the same cases. */
const sharedViews = caseViews.filter((view) => view !== 'all' && view !== 'mine')

/** What each view asks of the cases, for the posts somebody holds. The counts beside the views are the same questions. */
function asks(view: View, where: Where, posts: readonly string[], soon: string) {
  const { eb, and, or, not } = { eb: where, and: where.and, or: where.or, not: where.not }
  const isOpen = eb('state', 'in', open)
  const mine = posts.length > 0 ? or([eb('owner_post', 'in', posts), eb('department_post', 'in', posts)]) : sql<boolean>`false`
  switch (view) {
    case 'mine':
      return and([mine, isOpen, not(eb('state', '=', 'waitingForResident'))])
    case 'new':
      return eb('state', '=', 'filed')
    case 'dueSoon':
      return and([isOpen, eb('due_on', '<=', soon), not(eb('state', '=', 'waitingForResident'))])
    case 'waitingForResident':
      return eb('state', '=', 'waitingForResident')
    case 'routed':
      return eb('state', '=', 'routed')
    case 'returned':
      return and([eb('returned', '=', true), isOpen])
    case 'escalated':
      return and([eb('escalated', '>=', 2), isOpen])
    case 'external':
      return and([eb('external_waiting', '=', true), isOpen])
    case 'decided':
      return eb('state', '=', 'decided')
    case 'all':
      return sql<boolean>`true`
  }
}

/** A saved view: what is due first on top. A department sees what was sent to it; nobody else sees anything. */
export async function listDeskQueue(deed: Deed, query: QueryOf<typeof listQueue>): Promise<ReplyOf<typeof listQueue>> {
  if (!isStaff(deed) || deed.actor.kind !== 'person') throw forbidden()
  const posts = deed.actor.posts.map(({ id }) => id)
  const station = may(deed, 'station.cases.work') || may(deed, 'station.cases.supervise')
  const soon = addWorkingDays(await calendarFor(deed), deed.now, 2)
  const visible = deed.tx
    .selectFrom('service_case')
    .where('street_id', '=', deed.street.id)
    .where('merged_into', 'is', null)
    .$if(!station, (from) => from.where('department_post', 'in', posts.length > 0 ? posts : ['00000000-0000-0000-0000-000000000000']))
    .$if(query.service !== undefined, (from) =>
      from.where(
        'service_id',
        'in',
        deed.tx.selectFrom('service').select('id').where('street_id', '=', deed.street.id).where('key', '=', query.service!),
      ),
    )
    .$if(query.channel !== undefined, (from) => from.where('channel', '=', query.channel!))
    .$if(query.community !== undefined, (from) => from.where('community_id', '=', query.community!))
    .$if(query.person !== undefined, (from) => from.where('person_id', '=', query.person!))
    .$if(Boolean(query.number), (from) => from.where('number', 'like', `${query.number!.toUpperCase().replaceAll(/[%_\\]/g, '')}%`))
  const cursor = readMomentCursor(query.after)
  const listed = visible.where((where) => asks(query.view, where, posts, soon))
  const rows =
    query.view === 'all'
      ? // "All" may be a hundred thousand: the newest first, as the index has them.
        await listed
          .selectAll()
          .$if(cursor !== undefined, (from) =>
            from.where(sql<boolean>`(filed_at, id) < (${cursor?.[0] ?? null}::timestamptz, ${cursor?.[1] ?? null}::uuid)`),
          )
          .orderBy('filed_at', 'desc')
          .orderBy('id', 'desc')
          .limit(query.limit + 1)
          .execute()
      : // Every other view holds cases at work, what is due on top; which ones is read from the index alone.
        await deed.tx
          .selectFrom('service_case')
          .selectAll()
          .where('street_id', '=', deed.street.id)
          .where(
            'id',
            'in',
            listed
              .select('id')
              .where(atWork)
              .$if(cursor !== undefined, (from) =>
                from.where(sql<boolean>`(${dueFirst}, id) > (${cursor?.[0] ?? null}::date, ${cursor?.[1] ?? null}::uuid)`),
              )
              .orderBy(dueFirst)
              .orderBy('id')
              .limit(query.limit + 1),
          )
          .orderBy(dueFirst)
          .orderBy('id')
          .execute()
  const count = async (views: readonly View[]): Promise<QueueCounts> => {
    const row = await visible
      .where(atWork)
      .select((where) =>
        views.map((view) =>
          where.fn
            .countAll<number>()
            .filterWhere(asks(view, where, posts, soon))
            .as(view),
        ),
      )
      .executeTakeFirstOrThrow()
    return Object.fromEntries(Object.entries(row).map(([view, cases]) => [view, Number(cases)]))
  }
  const { after: _, limit: __, view: ___, ...filters } = query
  const everyones = JSON.stringify([deed.street.id, filters, soon, station ? 'station' : posts])
  const counts = {
    ...(await queueCounts(deed.platform, everyones, () => count(sharedViews))),
    ...(await queueCounts(deed.platform, JSON.stringify([everyones, posts]), () => count(['mine']))),
  }
  const shown = rows.slice(0, query.limit)
  const versions = await findVersionsById(
    deed,
    shown.map(({ version_id }) => version_id),
  )
  const people = new Map(
    (
      await findPersons(
        deed,
        shown.flatMap(({ person_id }) => person_id ?? []),
      )
    ).map((person) => [person.id, person.name]),
  )
  const department = await departmentNames(deed)
  const lines = await Promise.all(
    shown.map((row) => {
      const reader = deskReader(deed, row)
      if (!reader) throw new Error(`the queue holds the case ${row.id}, which its reader may not see`)
      return queueLine(
        deed,
        row,
        versions.get(row.version_id)!.definition as CaseService,
        reader,
        row.person_id ? (people.get(row.person_id) ?? null) : null,
        department,
      )
    }),
  )
  const { next } = pageFrom(
    rows,
    query.limit,
    (row) => toCursor(query.view === 'all' ? row.filed_at.toISOString() : (row.due_on ?? farDay), row.id),
    (row) => row,
  )
  return { items: lines, next, counts }
}
