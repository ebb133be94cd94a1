import type { Resolution, ResolutionLine, ResolutionTask } from '@ronghe/contract/council/resolutions.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationsOf, escalationSteps } from '../../platform/calendar/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { show, showParts } from '../../platform/privacy/suppression.ts'
import { setting } from '../../platform/settings/settings.ts'
import { postNames, today } from '../programme/posts.ts'
import { chainOf } from './chain.ts'
import { charterInForce } from './charter.ts'
import { heldIn } from './delegates.ts'
import { eventsOf, getResolution, printedNumber, tasksOf, type ResolutionRow, type TaskRow } from './resolution-rows.ts'
import { maySetTasks, replyingPost, worksFor } from './resolution-work.ts'
import { evidenceOf } from './task-evidence.ts'

export async function listResolutions(
  deed: Deed,
  councilId: string,
  { view, limit, after }: { readonly view: 'all' | 'open' | 'done'; readonly limit: number; readonly after?: string | undefined },
) {
  await charterInForce(deed, councilId)
  const cursor = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('resolution')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .$if(view === 'open', (query) => query.where('state', 'in', ['adopted', 'underway', 'awaitingReply']))
    .$if(view === 'done', (query) => query.where('state', 'in', ['done', 'refused', 'reviewed']))
    .$if(cursor !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('year', 'number'), '<', tuple(Number(cursor![0]!), Number(cursor![1]!)))),
    )
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const tasks = await tasksOf(
    deed,
    rows.map(({ id }) => id),
  )
  return pageFrom(
    rows,
    limit,
    ({ year, number }) => toCursor(String(year), String(number)),
    (row) =>
      lineOf(
        deed,
        row,
        tasks.filter(({ resolution_id }) => resolution_id === row.id),
      ),
  )
}

/** The promise that runs now: publication, the reply, or the earliest open task. */
const promiseOf = (row: ResolutionRow, tasks: readonly TaskRow[]): string | null => {
  const open = tasks.filter(({ state }) => state === 'open').map(({ due_on }) => due_on)
  if (row.state === 'adopted') open.push(row.publish_by)
  if (row.state === 'awaitingReply' && row.reply_by) open.push(row.reply_by)
  return open.toSorted()[0] ?? null
}

function lineOf(deed: Deed, row: ResolutionRow, tasks: readonly TaskRow[]): ResolutionLine {
  const day = today(deed)
  const due = promiseOf(row, tasks)
  return {
    id: row.id,
    councilId: row.council_id,
    number: printedNumber(row),
    title: row.title as Text,
    state: row.state,
    adoptedOn: row.adopted_on,
    publishBy: row.publish_by,
    publishedOn: row.published_on,
    dueOn: due,
    overdue: due !== null && due < day,
    tasks: {
      all: tasks.length,
      done: tasks.filter(({ state }) => state === 'done').length,
      refused: tasks.filter(({ state }) => state === 'refused').length,
      overdue: tasks.filter(({ state, due_on }) => state === 'open' && due_on < day).length,
    },
  }
}

export async function readResolution(deed: Deed, id: string): Promise<Resolution> {
  const row = await getResolution(deed, id)
  const tasks = await tasksOf(deed, [id])
  const events = await eventsOf(deed, id)
  const names = await postNames(
    deed,
    events.flatMap(({ by_post }) => by_post ?? []),
  )
  const clerk = heldIn(deed, row.council_id, 'councilClerk') !== undefined
  return {
    ...lineOf(deed, row, tasks),
    source: { kind: row.source, id: row.source_id },
    decided: row.decided,
    translation: row.translation,
    doer: row.doer,
    wantedBy: row.wanted_by,
    reasons: row.reasons,
    advice: await adviceOf(deed, row),
    taskList: await taskPages(deed, row, tasks, clerk),
    reviewOn: row.review_on,
    review: row.review_asked_on ? await reviewOf(deed, id) : null,
    chain: row.source === 'motion' ? await chainOf(deed, row.source_id) : null,
    events: events.map(({ kind, on_day, by_post, words }) => ({
      kind: kind as Resolution['events'][number]['kind'],
      onDay: on_day,
      by: by_post ? (names.get(by_post)?.post ?? null) : null,
      words,
    })),
    may: [
      ...(clerk && row.state === 'adopted' ? (['publish'] as const) : []),
      ...(clerk && maySetTasks(row) ? (['setTask'] as const) : []),
      ...((await replyingPost(deed, row)) ? (['reply'] as const) : []),
      ...(clerk && ['done', 'refused', 'reviewed'].includes(row.state) ? (['reopen'] as const) : []),
    ],
  }
}

async function adviceOf(deed: Deed, row: ResolutionRow): Promise<Resolution['advice']> {
  if (!row.addressee_organ) return null
  const organ = await deed.tx
    .selectFrom('organ')
    .select('name')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.addressee_organ)
    .executeTakeFirstOrThrow()
  return {
    to: organ.name as Text,
    replyBy: row.reply_by,
    reply: row.reply,
    words: row.reply_words,
    law: row.reply_law,
    repliedOn: row.replied_on,
    silentSince: row.reply === null ? row.silent_on : null,
  }
}

async function taskPages(deed: Deed, row: ResolutionRow, tasks: readonly TaskRow[], clerk: boolean): Promise<ResolutionTask[]> {
  const names = await postNames(
    deed,
    tasks.map(({ owner_post }) => owner_post),
  )
  const evidence = await evidenceOf(
    deed,
    tasks.map(({ id }) => id),
  )
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const day = today(deed)
  return Promise.all(
    tasks.map(async (task) => {
      const open = task.state === 'open'
      const mine = open && (await worksFor(deed, task.owner_post))
      const { post, organ } = names.get(task.owner_post)!
      return {
        id: task.id,
        what: task.what,
        owner: { post, organ },
        dueOn: task.due_on,
        state: task.state,
        overdue: open && task.due_on < day,
        escalated: escalationSteps[open ? task.escalated : 0]!,
        escalations: open ? escalationsOf(calendar, task.from_day, task.days, clocks) : null,
        endedOn: task.ended_on,
        outcome: task.outcome,
        law: task.law,
        caseNumber: task.case_number,
        contractNumber: task.contract_number,
        evidence: evidence.get(task.id) ?? [],
        may: [
          ...(mine ? (['finish', 'refuse', 'addEvidence'] as const) : []),
          ...(clerk && open && row.state !== 'refused' ? (['change'] as const) : []),
        ],
      }
    }),
  )
}

/** What those who raised it said: residents, so few are hidden. */
async function reviewOf(deed: Deed, resolutionId: string): Promise<Resolution['review']> {
  const rows = await deed.tx
    .selectFrom('resolution_concern')
    .select('solved')
    .where('street_id', '=', deed.street.id)
    .where('resolution_id', '=', resolutionId)
    .where('asked_on', 'is not', null)
    .execute()
  const count = (solved: 'yes' | 'partly' | 'no' | null) => rows.filter((row) => row.solved === solved).length
  const { parts } = showParts([count('yes'), count('partly'), count('no'), count(null)])
  return { asked: show(rows.length), yes: parts[0]!, partly: parts[1]!, no: parts[2]! }
}
