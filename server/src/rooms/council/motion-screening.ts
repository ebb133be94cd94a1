import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { decideAppeal, describeMotion, screenMotion as screening } from '@ronghe/contract/council/motions.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { tellPosts } from './council-posts.ts'
import { asClerk } from './delegates.ts'
import { ownMotion, readable } from './motion-reader.ts'
import { addMotionEvent, changeMotion, type MotionRow } from './motion-rows.ts'
import { stepped } from './motion-steps.ts'

/** Admitted, or returned with reasons that everybody can read. Whoever wrote or signed the motion does not screen it. */
export async function screenMotion(deed: Deed, id: string, what: BodyOf<typeof screening>): Promise<void> {
  const row = await readable(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  if (deed.actor.kind === 'person' && deed.actor.personId === row.author_id)
    throw forbidden('motion-own-screening', await cited(deed, row.council_id, 'filing'))
  const state = await stepped(deed, row, what.admit ? 'admit' : 'return')
  const { filing } = await parametersOf(deed, row.council_id)
  const day = today(deed)
  await changeMotion(deed, id, {
    state,
    screened_on: day,
    screened_by_post: post.id,
    ...(what.admit
      ? {}
      : {
          return_reason: JSON.stringify(what.reason),
          appeal_until: addWorkingDays(await calendarFor(deed), day, filing.appealWorkingDays),
        }),
  })
  await addMotionEvent(deed, id, {
    kind: what.admit ? 'admit' : 'return',
    byPost: post.id,
    details: what.admit ? {} : { because: what.reason['zh-CN'] },
  })
  await record(deed, { kind: what.admit ? 'council.motion.admitted' : 'council.motion.returned', plain: { motion: id } })
  await tellAuthor(deed, row, what.admit ? 'council-motion-admitted' : 'council-motion-returned')
}

/** The author takes a return to the council, which decides it as the first item of its next meeting. */
export async function appealReturn(deed: Deed, id: string, words: string): Promise<void> {
  const row = await ownMotion(deed, id)
  const { filing } = await parametersOf(deed, row.council_id)
  const about = await cited(deed, row.council_id, 'filing', { params: { days: filing.appealWorkingDays } })
  if (row.state !== 'returned' || row.appealed_on) throw refused('motion-no-appeal', about)
  if (row.appeal_until! < today(deed)) throw refused('motion-appeal-late', about)
  await changeMotion(deed, id, { appealed_on: today(deed), appeal_words: words })
  await addMotionEvent(deed, id, { kind: 'appeal', byAuthor: true, details: { because: words } })
  await record(deed, { kind: 'council.motion.appealed', plain: { motion: id } })
  await tellPosts(deed, row.council_id, ['councilClerk', 'chair'], { template: 'council-motion-appealed', link: `/council/motions/${id}` })
}

/** More for than against admits it; a tie leaves it returned. Entered by the clerk from the hands of the meeting. */
export async function enterAppealDecision(deed: Deed, id: string, hands: BodyOf<typeof decideAppeal>): Promise<void> {
  const row = await readable(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  if (!row.appealed_on || row.appeal_outcome) throw refused('motion-no-appeal', await cited(deed, row.council_id, 'filing'))
  const meeting = await deed.tx
    .selectFrom('meeting')
    .select('state')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', row.council_id)
    .where('id', '=', hands.meetingId)
    .executeTakeFirst()
  if (!meeting || meeting.state === 'planned' || meeting.state === 'notified' || meeting.state === 'cancelled')
    throw refused('motion-appeal-in-meeting', await cited(deed, row.council_id, 'filing'))
  await concludeAppeal(deed, row, hands.for > hands.against, hands.meetingId, post.id, {
    for: hands.for,
    against: hands.against,
    abstain: hands.abstain,
  })
}

/** An appeal that the floor voted on; an item of another kind, or one without a result, is not its matter. */
export async function settleAppeal(deed: Deed, meetingId: string, itemId: string, outcome: string): Promise<void> {
  if (outcome !== 'carried' && outcome !== 'rejected') return
  const item = await deed.tx
    .selectFrom('agenda_item')
    .select('motion_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', itemId)
    .where('kind', '=', 'appeal')
    .executeTakeFirst()
  if (!item?.motion_id) return
  const row = await readable(deed, item.motion_id, 'lock')
  if (row.appealed_on && !row.appeal_outcome) await concludeAppeal(deed, row, outcome === 'carried', meetingId, null, null)
}

async function concludeAppeal(
  deed: Deed,
  row: MotionRow,
  upheld: boolean,
  meetingId: string,
  byPost: string | null,
  figures: Readonly<Record<string, number>> | null,
): Promise<void> {
  const state = upheld ? await stepped(deed, row, 'uphold') : row.state
  await changeMotion(deed, row.id, { state, appeal_outcome: upheld ? 'upheld' : 'dismissed' })
  await addMotionEvent(deed, row.id, {
    kind: upheld ? 'uphold' : 'dismissAppeal',
    byPost,
    meetingId,
    details: figures ? { figures } : {},
  })
  await record(deed, { kind: 'council.motion.appeal-decided', plain: { motion: row.id, meeting: meetingId, upheld } })
  await tellAuthor(deed, row, upheld ? 'council-motion-admitted' : 'council-motion-appeal-failed')
}

/** A recommendation; the council does as it likes. */
export async function recommendProcedure(
  deed: Deed,
  id: string,
  procedure: { readonly way: string; readonly reason: string },
): Promise<void> {
  const row = await readable(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  if (!['filed', 'admitted', 'onAgenda', 'postponed', 'referred'].includes(row.state))
    throw refused('motion-too-late', await cited(deed, row.council_id, 'filing'))
  await changeMotion(deed, id, { procedure: JSON.stringify(procedure) })
  await addMotionEvent(deed, id, { kind: 'recommended', byPost: post.id, details: { way: procedure.way, because: procedure.reason } })
  await record(deed, { kind: 'council.motion.recommended', plain: { motion: id, way: procedure.way } })
}

/** The plain summary and the translation. Neither is voted on, so both may be bettered at any time. */
export async function describe(deed: Deed, id: string, { summary, translation }: BodyOf<typeof describeMotion>): Promise<void> {
  const row = await readable(deed, id, 'lock')
  const post = asClerk(deed, row.council_id)
  const english = (column: { 'zh-CN': string }, en: string | undefined): string =>
    JSON.stringify({ 'zh-CN': column['zh-CN'], ...(en ? { en } : {}) })
  if (translation && translation.lines.length !== row.lines.length)
    throw refused('motion-translation-lines', { params: { lines: row.lines.length } })
  await changeMotion(deed, id, {
    summary: summary ? JSON.stringify(summary) : null,
    title: english(row.title, translation?.title),
    reasons: english(row.reasons, translation?.reasons),
    doer: english(row.doer, translation?.doer),
    translation: translation?.lines ?? null,
  })
  await addMotionEvent(deed, id, { kind: 'described', byPost: post.id })
  await record(deed, { kind: 'council.motion.described', plain: { motion: id } })
}

export async function tellAuthor(deed: Deed, row: MotionRow, template: string): Promise<void> {
  if (row.author_id) await notify(deed, row.author_id, { template, link: `/council/motions/${row.id}` })
}
