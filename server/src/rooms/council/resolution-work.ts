import type {
  changeTask as changeOperation,
  publishResolution,
  replyToAdvice,
  setTask as setOperation,
  workOnTask as workOperation,
} from '@ronghe/contract/council/resolutions.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { PostKind } from '@ronghe/contract/posts.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addDays, addWorkingDays, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { holds } from '../programme/acting-post.ts'
import { heldOn, kindPermits, notifyPost, postNames, today, workingPost } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, heldIn } from './delegates.ts'
import { postsIn } from './resolution-adopting.ts'
import { closingAct } from './resolution-lifecycle.ts'
import {
  addEvent,
  changeResolution,
  changeTaskRow,
  getResolution,
  getTask,
  nextState,
  tasksOf,
  type ResolutionRow,
  type TaskRow,
} from './resolution-rows.ts'
import { tellAuthors } from './resolution-telling.ts'

/** Published with its reasons. What a statutory body must decide goes there as advice, and its reply has a day. */
export async function publish(deed: Deed, id: string, { reasons, power }: BodyOf<typeof publishResolution>): Promise<void> {
  const row = await getResolution(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  const state = await nextState(deed, row, power.kind === 'own' ? 'publish' : 'advise')
  const common = { state, reasons, power: power.kind, published_on: today(deed) }
  if (power.kind === 'own') await changeResolution(deed, id, common)
  else {
    await mustBeBody(deed, power.organId)
    const days = (await parametersOf(deed, row.council_id)).nature.adviceReplyWorkingDays
    const replyBy = addWorkingDays(await calendarFor(deed), today(deed), days)
    await changeResolution(deed, id, {
      ...common,
      addressee_organ: power.organId,
      reply_from: today(deed),
      reply_days: days,
      reply_by: replyBy,
    })
    for (const to of await repliers(deed, power.organId))
      await notifyPost(deed, to, { template: 'council-advice', link: `/desk/council/follow-up/${id}` })
  }
  await addEvent(deed, id, { kind: 'published', byPost: post.id })
  await closeIfEnded(deed, { ...row, state })
  await done(deed, row, 'published')
}

async function mustBeBody(deed: Deed, organId: string): Promise<void> {
  const organ = await deed.tx
    .selectFrom('organ')
    .select('kind')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', organId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!organ || !adviseable.includes(organ.kind)) throw unfit([{ path: 'power.organId', code: 'field-choice' }])
}
/** Bodies that may decide what a council may only advise. */
export const adviseable: readonly string[] = ['statutoryBody', 'streetOffice', 'department', 'partner', 'socialOrganisation']
const replierKinds: readonly PostKind[] = ['streetOfficer', 'departmentOfficer', 'stationLead', 'streetLead']
export const repliers = (deed: Deed, organId: string): Promise<string[]> => postsIn(deed, organId, replierKinds)

/** Who does what by when; the post must be able to answer, and somebody must hold it. */
export async function setTask(deed: Deed, id: string, task: BodyOf<typeof setOperation>): Promise<void> {
  const row = await getResolution(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  if (!maySetTasks(row)) throw refused('council-resolution-step', await cited(deed, row.council_id, 'followUp'))
  await checkOwner(deed, row, task.ownerPostId)
  const days = await promise(deed, task.dueOn)
  const there = await tasksOf(deed, [id])
  const taskId = deed.id()
  await deed.tx
    .insertInto('resolution_task')
    .values({
      street_id: deed.street.id,
      id: taskId,
      resolution_id: id,
      position: there.length + 1,
      what: task.what,
      owner_post: task.ownerPostId,
      from_day: today(deed),
      days,
      due_on: task.dueOn,
      state: 'open',
      case_number: task.caseNumber || null,
      contract_number: task.contractNumber || null,
    })
    .execute()
  await addEvent(deed, id, { kind: 'taskSet', taskId, byPost: post.id, words: task.what })
  await notifyPost(deed, task.ownerPostId, { template: 'council-task', link: `/desk/council/follow-up/${id}` })
  await done(deed, row, 'task-set')
}

/** Owners are named on the day of the resolution already, before its reasons are out; a body that accepted advice has tasks too. */
export const maySetTasks = ({ state, power }: Pick<ResolutionRow, 'state' | 'power'>): boolean =>
  state === 'underway' || (state === 'adopted' && power !== 'advice')

export async function changeTask(deed: Deed, taskId: string, change: BodyOf<typeof changeOperation>): Promise<string> {
  const task = await getTask(deed, taskId)
  const row = await getResolution(deed, task.resolution_id, 'lock')
  const post = asClerk(deed, row.council_id)
  await mustBeOpen(deed, row, task)
  await checkOwner(deed, row, change.ownerPostId)
  const moved = change.dueOn !== task.due_on
  await changeTaskRow(deed, taskId, {
    owner_post: change.ownerPostId,
    case_number: change.caseNumber || null,
    contract_number: change.contractNumber || null,
    // A new day is a new promise; that the old one was missed stays in the history.
    ...(moved ? { due_on: change.dueOn, from_day: today(deed), days: await promise(deed, change.dueOn), escalated: 0 } : {}),
  })
  await addEvent(deed, row.id, { kind: 'taskChanged', taskId, byPost: post.id, words: change.reason })
  if (change.ownerPostId !== task.owner_post)
    await notifyPost(deed, change.ownerPostId, { template: 'council-task', link: `/desk/council/follow-up/${row.id}` })
  await done(deed, row, 'task-changed')
  return row.id
}

async function promise(deed: Deed, dueOn: string): Promise<number> {
  if (dueOn < today(deed)) throw unfit([{ path: 'dueOn', code: 'day-past' }])
  return Math.max(1, workingDaysBetween(await calendarFor(deed), today(deed), dueOn))
}

async function checkOwner(deed: Deed, row: ResolutionRow, postId: string): Promise<void> {
  const name = (await postNames(deed, [postId])).get(postId)
  if (!name || !kindPermits(name.kind, 'council.answer')) throw refused('council-task-owner', await cited(deed, row.council_id, 'followUp'))
  const held = await heldOn(deed, today(deed)).select('appointment.id').where('post_id', '=', postId).executeTakeFirst()
  if (!held) throw refused('nobody-holds-the-post', await cited(deed, row.council_id, 'followUp'))
}

async function mustBeOpen(deed: Deed, row: ResolutionRow, task: TaskRow): Promise<void> {
  if (task.state !== 'open') throw refused('council-task-ended', await cited(deed, row.council_id, 'followUp'))
}

/** The owner's post, or whoever stands in for it today. */
export const worksFor = async (deed: Deed, postId: string): Promise<boolean> =>
  holds(deed, postId) || holds(deed, await workingPost(deed, postId))

/** Locks the resolution and gives the task to its owner; to anybody else it is not theirs. */
export async function ownTask(deed: Deed, taskId: string): Promise<{ readonly row: ResolutionRow; readonly task: TaskRow }> {
  const { resolution_id } = await getTask(deed, taskId)
  const row = await getResolution(deed, resolution_id, 'lock')
  const task = await getTask(deed, taskId)
  if (!(await worksFor(deed, task.owner_post))) throw forbidden('council-task-not-yours', await cited(deed, row.council_id, 'followUp'))
  return { row, task }
}

/** Done with what came of it, or refused with the reason. The last task that ends closes the resolution. */
export async function workOnTask(deed: Deed, taskId: string, what: BodyOf<typeof workOperation>['what']): Promise<string> {
  const { row, task } = await ownTask(deed, taskId)
  await mustBeOpen(deed, row, task)
  const [state, words] = what.act === 'finish' ? (['done', what.outcome] as const) : (['refused', what.reason] as const)
  await changeTaskRow(deed, taskId, {
    state,
    ended_on: today(deed),
    outcome: words,
    law: what.act === 'refuse' ? what.law || null : null,
  })
  await addEvent(deed, row.id, { kind: state === 'done' ? 'taskDone' : 'taskRefused', taskId, byPost: task.owner_post, words })
  await closeIfEnded(deed, row)
  await done(deed, row, `task-${state}`)
  return row.id
}

async function closeIfEnded(deed: Deed, row: ResolutionRow): Promise<void> {
  const act = closingAct(await tasksOf(deed, [row.id]))
  if (!act || row.state !== 'underway') return
  await close(deed, row, await nextState(deed, row, act))
}

/** Closed: so many days later its authors are asked whether it is solved. */
async function close(deed: Deed, row: ResolutionRow, state: ResolutionRow['state']): Promise<void> {
  const { followUp } = await parametersOf(deed, row.council_id)
  await changeResolution(deed, row.id, {
    state,
    closed_on: today(deed),
    review_on: addDays(today(deed), followUp.reviewDays),
    review_asked_on: null,
    reviewed_on: null,
  })
  await addEvent(deed, row.id, { kind: 'closed' })
}

/** The body says yes, in part, or no with reason and law: by its own post, or the clerk enters what its letter says. */
export async function reply(deed: Deed, id: string, said: BodyOf<typeof replyToAdvice>): Promise<void> {
  const row = await getResolution(deed, id, 'lock')
  const by = await replyingPost(deed, row)
  if (!by) throw forbidden('council-advice-not-yours', await cited(deed, row.council_id, 'nature'))
  const state = await nextState(deed, row, said.reply === 'refused' ? 'refuse' : 'accept')
  if (said.reply === 'refused' && said.law === '') throw unfit([{ path: 'law', code: 'field-missing' }])
  await changeResolution(deed, id, {
    ...(state === 'refused' ? {} : { state }),
    reply: said.reply,
    reply_words: said.words,
    reply_law: said.law || null,
    replied_on: today(deed),
  })
  await addEvent(deed, id, { kind: 'replied', byPost: by, words: said.words })
  if (state === 'refused') await close(deed, row, state)
  await done(deed, row, `reply-${said.reply}`)
}

export async function replyingPost(deed: Deed, row: ResolutionRow): Promise<string | undefined> {
  if (!row.addressee_organ || row.state !== 'awaitingReply') return undefined
  return heldIn(deed, row.addressee_organ, ...replierKinds)?.id ?? heldIn(deed, row.council_id, 'councilClerk')?.id
}

export async function reopen(deed: Deed, id: string, reason: string): Promise<void> {
  const row = await getResolution(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  await changeResolution(deed, id, {
    state: await nextState(deed, row, 'reopen'),
    closed_on: null,
    review_on: null,
    review_asked_on: null,
    reviewed_on: null,
  })
  // Asked anew when it is closed again; what was answered before was about what had been done by then.
  await deed.tx
    .updateTable('resolution_concern')
    .set({ asked_on: null, solved: null, answered_on: null })
    .where('street_id', '=', deed.street.id)
    .where('resolution_id', '=', id)
    .execute()
  await addEvent(deed, id, { kind: 'reopened', byPost: post.id, words: reason })
  await done(deed, row, 'reopened')
}

async function done(deed: Deed, row: ResolutionRow, what: string): Promise<void> {
  await record(deed, { kind: `council.resolution.${what}`, plain: { resolution: row.id } })
  await tellAuthors(deed, row.id)
}
