import type { listFollowUp, Overdue } from '@ronghe/contract/council/resolutions.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { escalationSteps } from '../../platform/calendar/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import { heldOn, kindPermits, postNames, today } from '../programme/posts.ts'
import { charterInForce } from './charter.ts'
import { clerksOf } from './resolution-adopting.ts'
import { printedNumber, tasksOf, type ResolutionRow, type TaskRow } from './resolution-rows.ts'
import { adviseable, worksFor } from './resolution-work.ts'

const openResolutions = (deed: Deed) =>
  deed.tx
    .selectFrom('resolution')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['adopted', 'underway', 'awaitingReply'])
    .orderBy('adopted_on')
    .orderBy('number')

/** Days between two days. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Everything that is late, with the post that owes it: an act of office, named by post and never by person. The longest late first. */
export async function listOverdue(deed: Deed, councilId: string): Promise<{ items: Overdue[] }> {
  await charterInForce(deed, councilId)
  const day = today(deed)
  const rows = await openResolutions(deed).where('council_id', '=', councilId).execute()
  const tasks = await tasksOf(
    deed,
    rows.map(({ id }) => id),
  )
  const clerk = (await clerksOf(deed, councilId))[0]
  const names = await postNames(deed, [...tasks.map(({ owner_post }) => owner_post), ...(clerk ? [clerk] : [])])
  const organs = await organNames(deed)
  const clerkName = (clerk && names.get(clerk)) || { post: { 'zh-CN': '秘书', en: 'Clerk' }, organ: organs.get(councilId)! }
  const items = rows.flatMap((row): Overdue[] => {
    const own = tasks.filter(({ resolution_id }) => resolution_id === row.id)
    const base = { resolutionId: row.id, number: printedNumber(row), title: row.title as Text }
    const late = (dueOn: string) => ({ dueOn, daysLate: daysBetween(dueOn, day) })
    return [
      ...(row.state === 'adopted' && row.publish_by < day
        ? [
            {
              ...base,
              what: 'publication' as const,
              words: '',
              owner: nameOf(clerkName),
              ...late(row.publish_by),
              escalated: 'none' as const,
            },
          ]
        : []),
      ...(needsOwner(row, own) && row.adopted_on < day
        ? [
            {
              ...base,
              what: 'owner' as const,
              words: row.doer,
              owner: nameOf(clerkName),
              ...late(row.adopted_on),
              escalated: 'none' as const,
            },
          ]
        : []),
      ...(row.state === 'awaitingReply' && row.reply_by! < day
        ? [
            {
              ...base,
              what: 'reply' as const,
              words: '',
              owner: { post: organs.get(row.addressee_organ!)!, organ: organs.get(row.addressee_organ!)! },
              ...late(row.reply_by!),
              escalated: escalationSteps[row.escalated]!,
            },
          ]
        : []),
      ...own
        .filter(({ state, due_on }) => state === 'open' && due_on < day)
        .map((task) => ({
          ...base,
          what: 'task' as const,
          words: task.what,
          owner: nameOf(names.get(task.owner_post)!),
          ...late(task.due_on),
          escalated: escalationSteps[task.escalated]!,
        })),
    ]
  })
  return { items: items.toSorted((one, other) => other.daysLate - one.daysLate) }
}

const nameOf = ({ post, organ }: { readonly post: Text; readonly organ: Text }) => ({ post, organ })

/** In the council's own power, and nobody has been named yet. */
export const needsOwner = (row: Pick<ResolutionRow, 'state' | 'power'>, tasks: readonly unknown[]): boolean =>
  tasks.length === 0 && (row.state === 'underway' || (row.state === 'adopted' && row.power !== 'advice'))

async function organNames(deed: Deed): Promise<ReadonlyMap<string, Text>> {
  const rows = await deed.tx.selectFrom('organ').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()
  return new Map(rows.map(({ id, name }) => [id, name as Text]))
}

type Item = ReplyOf<typeof listFollowUp>['items'][number]

/** What waits on the posts I hold or stand in for: the desk's list, the most urgent first. */
export async function listMine(deed: Deed): Promise<{ items: Item[] }> {
  const { actor } = deed
  if (actor.kind !== 'person' || actor.posts.length === 0) return { items: [] }
  const councils = new Set(actor.posts.filter(({ kind }) => kind === 'councilClerk').map(({ organId }) => organId))
  const answering = new Set(actor.posts.filter(({ kind }) => kindPermits(kind, 'council.answer')).map(({ organId }) => organId))
  const rows = await openResolutions(deed).execute()
  const tasks = await tasksOf(
    deed,
    rows.map(({ id }) => id),
  )
  const mine = new Map<string, boolean>()
  for (const post of new Set(tasks.map(({ owner_post }) => owner_post))) mine.set(post, await worksFor(deed, post))
  const items = rows.flatMap((row): Item[] => {
    const own = tasks.filter(({ resolution_id }) => resolution_id === row.id)
    const clerk = councils.has(row.council_id)
    return [
      ...(clerk && row.state === 'adopted' ? [itemOf(deed, row, 'publish', '', row.publish_by)] : []),
      ...(clerk && needsOwner(row, own) ? [itemOf(deed, row, 'nameOwners', row.doer, row.adopted_on)] : []),
      ...(row.state === 'awaitingReply' && (answering.has(row.addressee_organ!) || clerk)
        ? [itemOf(deed, row, 'reply', '', row.reply_by!)]
        : []),
      ...own
        .filter(({ state, owner_post }) => state === 'open' && mine.get(owner_post))
        .map((task) => itemOf(deed, row, 'carryOut', task.what, task.due_on, task)),
    ]
  })
  return { items: items.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)) }
}

const itemOf = (deed: Deed, row: ResolutionRow, does: Item['does'], words: string, dueOn: string, task?: TaskRow): Item => ({
  resolutionId: row.id,
  taskId: task?.id ?? null,
  number: printedNumber(row),
  title: row.title as Text,
  does,
  words,
  dueOn,
  overdue: dueOn < today(deed),
})

/** Posts that can be given a task, because somebody holds them and they may answer; and bodies that can be advised. */
export async function listOwners(deed: Deed) {
  const rows = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['post.id', 'post.kind'])
    .distinctOn('post.id')
    .orderBy('post.id')
    .execute()
  const able = rows.filter(({ kind }) => kindPermits(kind, 'council.answer')).map(({ id }) => id)
  const names = await postNames(deed, able)
  const bodies = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('kind', 'in', [...adviseable] as ('statutoryBody' | 'streetOffice')[])
    .where('ended_on', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('id')
    .execute()
  return {
    posts: able.map((postId) => ({ postId, post: names.get(postId)!.post, organ: names.get(postId)!.organ })),
    bodies: bodies.map(({ id, name }) => ({ organId: id, organ: name as Text })),
  }
}
