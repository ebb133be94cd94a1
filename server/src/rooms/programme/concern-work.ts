import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { ConcernPage, workOnConcern } from '@ronghe/contract/programme/concerns.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { actingPost } from './acting-post.ts'
import { change } from './concern-author.ts'
import { actsOf, concernInSight, concernPage, mayDo } from './concern-desk.ts'
import { isOpen, step, type BeforeMerge, type ConcernAct } from './concern-lifecycle.ts'
import { addEvent, findConcern, type ConcernRow, type EventKind } from './concern-rows.ts'
import type { Sight } from './concern-sight.ts'
import { readerFor } from './concern-raising.ts'
import { heldOn, holdersOf, kindPermits, notifyPost, postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

export type Work = BodyOf<typeof workOnConcern>['what']

const eventOf: Readonly<Record<Work['act'], EventKind>> = {
  screen: 'screened',
  reassign: 'reassigned',
  return: 'returned',
  begin: 'begun',
  answer: 'answered',
  decline: 'declined',
  merge: 'merged',
  unmerge: 'unmerged',
  askSharing: 'sharingAsked',
  publish: 'published',
  answerThreat: 'threatAnswered',
  protect: 'protected',
}

/** Does one thing to a concern under the post that may do it; everything it changes stands or falls together. */
export async function workOn(deed: Deed, id: string, what: Work): Promise<ConcernPage> {
  const { row, sight } = await concernInSight(deed, id, 'lock')
  await checkMay(deed, row, sight, what.act)
  // What the owner does is done by the post that owns it, also where a stand-in does it or somebody who holds several.
  const by = sight === 'owner' || sight === 'reader' ? row.owner_post : (actingPost(deed, ...permissionsOf(sight))?.id ?? null)
  const words = 'words' in what ? what.words : 'reason' in what ? what.reason : undefined
  await change(deed, id, await changes(deed, row, what))
  // Those merged here are answered with it: their 24 months run from the same day.
  if (what.act === 'answer')
    await deed.tx
      .updateTable('concern')
      .set({ answered_on: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('merged_into', '=', id)
      .execute()
  await addEvent(deed, id, { kind: eventOf[what.act], byPost: by, ...(words === undefined ? {} : { words }) })
  await record(deed, {
    kind: `programme.concern.${eventOf[what.act].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    about: row.person_id,
    plain: { concern: id },
  })
  await tell(deed, row, what)
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'concern',
      subject: { kind: 'concern', id },
      operation: 'programme.concerns.work',
    })
  // A concern handed on may be out of sight afterwards; the one who handed it on still sees what was done.
  return concernPage(deed, (await findConcern(deed, id))!, what.act === 'protect' ? 'none' : sight)
}

const permissionsOf = (sight: Sight) =>
  sight === 'screener' ? (['programme.concerns.screen'] as const) : (['programme.concerns.protected'] as const)

/** Whether this reader ever does such a thing, then whether the state lets it: "this is answered already" is worth more than "you may not". */
async function checkMay(deed: Deed, row: ConcernRow, sight: Sight, act: Work['act']): Promise<void> {
  const merged = await deed.tx
    .selectFrom('concern')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('merged_into', '=', row.id)
    .executeTakeFirst()
  if (mayDo(row, sight, merged !== undefined).includes(act)) return
  if (!actsOf(sight).includes(act)) throw forbidden()
  throw refused(refusalOf(act, row.state))
}

function refusalOf(act: Work['act'], state: ConcernRow['state']): string {
  if (act === 'askSharing') return 'sharing-not-now'
  if (act === 'protect' && !isOpen(state)) return 'concern-not-protect'
  if (act === 'protect') return 'others-are-merged-here'
  return act === 'answerThreat' ? 'no-threat-reported' : `concern-not-${act}`
}

async function changes(deed: Deed, row: ConcernRow, what: Work): Promise<Parameters<typeof change>[2]> {
  switch (what.act) {
    case 'screen':
    case 'reassign':
      await checkOwner(deed, what.ownerPostId)
      return { state: to(row, what.act), owner_post: what.ownerPostId, ...(await answerClock(deed, row)) }
    case 'protect':
      // Nobody of the organ it is about sees it from this moment on, the one who marked it included.
      return {
        state: to(row, 'protect'),
        owner_post: await readerFor(deed, what),
        about_staff: true,
        about_post: what.postId ?? null,
        about_organ: what.organId ?? null,
        ...(await answerClock(deed, row)),
      }
    case 'return': {
      // Screening starts anew; the day the author was promised an answer for stays.
      const days = (await setting(deed, 'clocks')).concernScreen
      const from = today(deed)
      return {
        state: to(row, 'return'),
        owner_post: null,
        clock_from: from,
        clock_days: days,
        screen_by: addWorkingDays(await calendarFor(deed), from, days),
        escalated: 'none',
      }
    }
    case 'begin':
      return { state: to(row, 'begin') }
    case 'answer':
      return {
        state: to(row, 'answer'),
        answered_on: today(deed),
        ...(row.answered_in_time === null ? { answered_in_time: row.answer_by === null || today(deed) <= row.answer_by } : {}),
      }
    case 'decline':
      return { state: to(row, 'decline'), closed_on: today(deed) }
    case 'merge':
      await checkTarget(deed, row, what.intoId)
      return { state: to(row, 'merge'), merged_into: what.intoId, before_merge: row.state as BeforeMerge }
    case 'unmerge':
      return { state: to(row, 'unmerge'), merged_into: null, before_merge: null }
    case 'askSharing':
      return { sharing: 'asked' }
    case 'publish':
      return { public_asked: what.asked, public_done: what.done, published_on: today(deed) }
    case 'answerThreat':
      return { threat_closed_on: today(deed) }
  }
}

/** The answer is promised from the day the concern was raised; a reopened one keeps the shorter promise it got then, and a promise that runs goes on. */
async function answerClock(deed: Deed, row: ConcernRow): Promise<Parameters<typeof change>[2]> {
  if (row.state !== 'raised') return {}
  const { concernAnswer } = await setting(deed, 'clocks')
  const from = row.reopened === 0 ? row.raised_on : row.clock_from
  // Counted from the day that was promised, so that page, reminder and superior go by the same one whatever the street has set since.
  const days = row.answer_by === null ? concernAnswer : workingDaysBetween(await calendarFor(deed), from, row.answer_by)
  return { escalated: 'none', clock_from: from, clock_days: Math.max(1, days) }
}

function to(row: ConcernRow, act: ConcernAct): ConcernRow['state'] {
  const next = step(row.state, act, row.before_merge)
  if (next.kind === 'refused') throw refused(next.rule)
  return next.state
}

/** The owner must be able to answer, and somebody must hold the post: a concern without a person behind it is lost. */
export async function checkOwner(deed: Deed, postId: string): Promise<void> {
  const name = (await postNames(deed, [postId])).get(postId)
  if (!name || !kindPermits(name.kind, 'programme.concerns.answer')) throw refused('owner-cannot-answer')
  const held = await heldOn(deed, today(deed)).select('appointment.id').where('post_id', '=', postId).executeTakeFirst()
  if (!held) throw refused('nobody-holds-the-post')
}

/** Into an open one that is not merged itself: a chain of merges would hide who owes the answer. */
export async function checkTarget(deed: Deed, row: ConcernRow, intoId: string): Promise<void> {
  const target = intoId === row.id ? undefined : await findConcern(deed, intoId, 'lock')
  if (!target || target.about_staff || !isOpen(target.state)) throw refused('cannot-merge-into')
  const waiting = await deed.tx
    .selectFrom('concern')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('merged_into', '=', row.id)
    .executeTakeFirst()
  if (waiting) throw refused('others-are-merged-here')
}

/** Who is told, in the app and by a neutral message: the new owner, and the author with everybody merged here. Codes are told nothing; they look. */
async function tell(deed: Deed, row: ConcernRow, what: Work): Promise<void> {
  const toAuthor = async (personId: string | null, concernId: string, template: string) => {
    if (personId) await notify(deed, personId, { template, link: `/concerns/${concernId}` })
  }
  if (what.act === 'screen' || what.act === 'reassign')
    await notifyPost(deed, what.ownerPostId, { template: 'concern-for-you', link: `/desk/concerns/${row.id}` })
  if (what.act === 'protect') await tellReader(deed, row.id)
  if (what.act === 'answer' || what.act === 'decline') {
    const template = what.act === 'answer' ? 'concern-answered' : 'concern-declined'
    await toAuthor(row.person_id, row.id, template)
    const merged = await deed.tx
      .selectFrom('concern')
      .select(['id', 'person_id'])
      .where('street_id', '=', deed.street.id)
      .where('merged_into', '=', row.id)
      .execute()
    for (const { id, person_id } of merged) await toAuthor(person_id, id, template)
  }
  if (what.act === 'askSharing') await toAuthor(row.person_id, row.id, 'concern-sharing')
  if (what.act === 'answerThreat') await toAuthor(row.person_id, row.id, 'concern-threat-answered')
}

/** The holders themselves, never a stand-in: whoever stands in may be of the organ it is kept from. */
async function tellReader(deed: Deed, id: string): Promise<void> {
  const owner = (await findConcern(deed, id))?.owner_post
  for (const person of owner ? await holdersOf(deed, owner) : [])
    await notify(deed, person, { template: 'concern-for-you', link: `/desk/concerns/${id}` })
}

/** Posts that can be made the owner: they may answer, and somebody holds them today. */
export async function listOwners(deed: Deed) {
  const rows = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['post.id as postId', 'post.kind', 'post.name as post', 'organ.name as organ'])
    .distinctOn('post.id')
    .orderBy('post.id')
    .execute()
  return {
    items: rows
      .filter(({ kind }) => kindPermits(kind, 'programme.concerns.answer'))
      .map(({ postId, post, organ }) => ({ postId, post, organ })),
  }
}
