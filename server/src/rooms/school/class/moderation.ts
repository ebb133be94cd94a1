import type { ModerationItem, ReportReason } from '@ronghe/contract/school/talk.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { findCourse, ownSchool } from '../courses/course-rows.ts'
import { getPost, getThread, openIn, openTitle, type PostRow, setPost } from './talk-rows.ts'
import { hide, talkLink } from './talk.ts'

const reportsOf = (deed: Deed) => deed.tx.selectFrom('class_report').where('street_id', '=', deed.street.id)

/** Appeals first, then what was reported, of the courses of the own school. Whose words they are does not stand there. */
export async function listWaiting(deed: Deed): Promise<{ items: ModerationItem[] }> {
  const school = ownSchool(deed)
  const rows = await deed.tx
    .selectFrom('class_post as post')
    .innerJoin('class_thread as thread', (join) =>
      join.onRef('thread.street_id', '=', 'post.street_id').onRef('thread.id', '=', 'post.thread_id'),
    )
    .innerJoin('course', (join) => join.onRef('course.street_id', '=', 'thread.street_id').onRef('course.id', '=', 'thread.course_id'))
    .selectAll('post')
    .select(['thread.course_id', 'thread.title_sealed', 'course.title'])
    .where('post.street_id', '=', deed.street.id)
    .where('course.organ_id', '=', school.organId)
    .where((row) =>
      row.or([
        row.and([row('post.state', '=', 'hidden'), row('post.appealed_at', 'is not', null), row('post.appeal_upheld', 'is', null)]),
        row.and([
          row('post.state', '=', 'shown'),
          row.exists(
            row
              .selectFrom('class_report')
              .select('class_report.post_id')
              .whereRef('class_report.street_id', '=', 'post.street_id')
              .whereRef('class_report.post_id', '=', 'post.id'),
          ),
        ]),
      ]),
    )
    .orderBy('post.appealed_at', (order) => order.asc().nullsLast())
    .orderBy('post.posted_at')
    .limit(100)
    .execute()
  const reports = await reportsOf(deed).select(['post_id', 'because']).execute()
  return {
    items: rows.map((row) => ({
      postId: row.id,
      threadId: row.thread_id,
      courseId: row.course_id,
      course: row.title,
      title: openTitle(deed, { id: row.thread_id, title_sealed: row.title_sealed }),
      words: openIn(deed, row, 'words_sealed') ?? '',
      hiddenBecause: row.state === 'hidden' ? row.hidden_because : null,
      appeal: row.state === 'hidden' ? openIn(deed, row, 'appeal_sealed') : null,
      reports: reports.filter(({ post_id }) => post_id === row.id).map(({ because }) => because as ReportReason),
    })),
  }
}

/** Shown again, or hidden for good: with a reason the author reads. */
export async function decideAppeal(
  deed: Deed,
  postId: string,
  { uphold, because }: { readonly uphold: boolean; readonly because: string },
): Promise<{ state: 'shown' | 'hidden' }> {
  const { row, thread, post } = await ownPost(deed, postId)
  if (row.state !== 'hidden' || row.appealed_at === null || row.appeal_upheld !== null) throw refused('class-appeal-settled')
  const state = uphold ? ('hidden' as const) : ('shown' as const)
  await setPost(deed, postId, { state, appeal_upheld: uphold, appeal_because: because, appeal_by_post: post })
  if (!uphold) await dropReports(deed, postId)
  if (row.person_id) await notify(deed, row.person_id, { template: 'class-talk-news', link: talkLink(thread) })
  await record(deed, { kind: 'school.talk.appeal-answered', about: row.person_id, plain: { post: postId, state } })
  return { state }
}

export async function decideReport(
  deed: Deed,
  postId: string,
  { hide: hides, because }: { readonly hide: boolean; readonly because: string | null },
): Promise<{ state: 'shown' | 'hidden' }> {
  const { row, thread } = await ownPost(deed, postId)
  if (row.state !== 'shown') throw refused('class-words-not-now')
  if (hides && because === null) throw unfit([{ path: 'because', code: 'field-missing' }])
  if (hides) await hide(deed, row, thread, because!)
  await dropReports(deed, postId)
  await record(deed, { kind: 'school.talk.report-answered', about: row.person_id, plain: { post: postId, hidden: hides } })
  return { state: hides ? 'hidden' : 'shown' }
}

async function ownPost(deed: Deed, postId: string): Promise<{ row: PostRow; thread: Awaited<ReturnType<typeof getThread>>; post: string }> {
  const school = ownSchool(deed)
  const row = await getPost(deed, postId)
  const thread = await getThread(deed, row.thread_id)
  if ((await findCourse(deed, thread.course_id))?.organ_id !== school.organId) throw notFound('class-words')
  return { row, thread, post: school.id }
}

async function dropReports(deed: Deed, postId: string): Promise<void> {
  await deed.tx.deleteFrom('class_report').where('street_id', '=', deed.street.id).where('post_id', '=', postId).execute()
}
