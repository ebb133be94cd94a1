import type { listTalks, openTalk, stepTalkPost, Talk, TalkPost } from '@ronghe/contract/school/talk.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { personOf } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { tellPosts } from '../school-posts.ts'
import { type InClass, ownClass } from './class-access.ts'
import { getPost, getThread, openIn, openTitle, type PostRow, postsOf, sealIn, sealTitle, setPost, type ThreadRow } from './talk-rows.ts'

type Step = BodyOf<typeof stepTalkPost>
export const talkLink = ({ course_id, id }: Pick<ThreadRow, 'course_id' | 'id'>): string => `/school/courses/${course_id}/talk/${id}`

export async function list(deed: Deed, courseId: string): Promise<ReplyOf<typeof listTalks>> {
  const { course, role } = await ownClass(deed, courseId)
  const threads = await deed.tx
    .selectFrom('class_thread')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .orderBy('spoken_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return {
    title: course.title,
    items: threads.map((row) => ({ id: row.id, title: openTitle(deed, row), spokenAt: row.spoken_at.toISOString(), closed: row.closed })),
    called: await lastCalled(deed, courseId),
    may: [
      ...(course.state === 'running' || course.state === 'open' ? (['open'] as const) : []),
      ...(role === 'teacher' ? (['moderate'] as const) : []),
    ],
  }
}

/** The name this reader used here last, so that nobody has to type it again. */
async function lastCalled(deed: Deed, courseId: string): Promise<string | null> {
  const row = await deed.tx
    .selectFrom('class_post as post')
    .innerJoin('class_thread as thread', (join) =>
      join.onRef('thread.street_id', '=', 'post.street_id').onRef('thread.id', '=', 'post.thread_id'),
    )
    .selectAll('post')
    .where('post.street_id', '=', deed.street.id)
    .where('post.person_id', '=', personOf(deed.actor))
    .where('thread.course_id', '=', courseId)
    .orderBy('post.posted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? openIn(deed, row, 'called_sealed') : null
}

export async function read(deed: Deed, threadId: string): Promise<Talk> {
  const row = await getThread(deed, threadId)
  const { role } = await ownClass(deed, row.course_id)
  return toTalk(deed, row, role)
}

export async function open(
  deed: Deed,
  courseId: string,
  personId: string,
  { title, words, called }: BodyOf<typeof openTalk>,
): Promise<Talk> {
  const { course, role } = await ownClass(deed, courseId)
  if (course.state !== 'running' && course.state !== 'open') throw refused('class-over')
  const id = deed.id()
  const row: ThreadRow = {
    street_id: deed.street.id,
    id,
    course_id: courseId,
    title_sealed: sealTitle(deed, id, title),
    opened_at: deed.now,
    spoken_at: deed.now,
    closed: false,
  }
  await deed.tx.insertInto('class_thread').values(row).execute()
  await addPost(deed, row, personId, words, called)
  return toTalk(deed, row, role)
}

export async function say(deed: Deed, threadId: string, personId: string, words: string, called: string): Promise<Talk> {
  const row = await getThread(deed, threadId)
  const { role } = await ownClass(deed, row.course_id)
  if (row.closed) throw refused('class-talk-closed')
  await addPost(deed, row, personId, words, called)
  await deed.tx
    .updateTable('class_thread')
    .set({ spoken_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', threadId)
    .execute()
  return toTalk(deed, row, role)
}

async function addPost(deed: Deed, { id: threadId }: ThreadRow, personId: string, words: string, called: string): Promise<void> {
  const id = deed.id()
  await deed.tx
    .insertInto('class_post')
    .values({
      street_id: deed.street.id,
      id,
      thread_id: threadId,
      person_id: personId,
      called_sealed: sealIn(deed, 'called_sealed', id, called),
      words_sealed: sealIn(deed, 'words_sealed', id, words),
      posted_at: deed.now,
      state: 'shown',
    })
    .execute()
  await record(deed, { kind: 'school.talk.said', about: personId, plain: { thread: threadId } })
}

export async function close(deed: Deed, threadId: string): Promise<Talk> {
  const row = await getThread(deed, threadId)
  const { role } = await ownClass(deed, row.course_id)
  if (role !== 'teacher') throw forbidden('class-not-taught')
  await deed.tx
    .updateTable('class_thread')
    .set({ closed: true })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', threadId)
    .execute()
  await record(deed, { kind: 'school.talk.closed', plain: { thread: threadId } })
  return toTalk(deed, { ...row, closed: true }, role)
}

/** What is done with one contribution: by its author, by a reader, by whoever teaches. */
export async function step(deed: Deed, postId: string, personId: string, body: Step): Promise<Talk> {
  const row = await getPost(deed, postId)
  const thread = await getThread(deed, row.thread_id)
  const { course, role } = await ownClass(deed, thread.course_id)
  if (!mayDo(row, role, personId).includes(body.step)) throw refused('class-words-not-now')
  if (body.step === 'takeBack') await setPost(deed, postId, { state: 'taken', words_sealed: null, appeal_sealed: null })
  else if (body.step === 'hide') await hide(deed, row, thread, body.because)
  else if (body.step === 'appeal')
    await setPost(deed, postId, { appeal_sealed: sealIn(deed, 'appeal_sealed', postId, body.words), appealed_at: deed.now })
  else
    await deed.tx
      .insertInto('class_report')
      .values({ street_id: deed.street.id, post_id: postId, person_id: personId, because: body.because, reported_at: deed.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (body.step === 'appeal' || body.step === 'report')
    await tellPosts(deed, course.organ_id, ['schoolLead'], { template: 'class-talk-waits', link: '/desk/school/moderation' })
  await record(deed, { kind: `school.talk.${body.step}`, about: personId, plain: { post: postId } })
  return toTalk(deed, thread, role)
}

export async function hide(deed: Deed, row: PostRow, thread: ThreadRow, because: string): Promise<void> {
  await setPost(deed, row.id, {
    state: 'hidden',
    hidden_because: because,
    hidden_at: deed.now,
    hidden_by_post: actingPost(deed, 'school.teach')?.id ?? null,
  })
  if (row.person_id) await notify(deed, row.person_id, { template: 'class-talk-news', link: talkLink(thread) })
}

function mayDo(row: PostRow, role: InClass, me: string | null): TalkPost['may'] {
  const mine = row.person_id !== null && row.person_id === me
  if (row.state === 'taken') return []
  if (mine) return row.state === 'hidden' && row.appealed_at === null ? ['takeBack', 'appeal'] : ['takeBack']
  if (row.state === 'hidden') return []
  return role === 'teacher' ? ['report', 'hide'] : ['report']
}

async function toTalk(deed: Deed, row: ThreadRow, role: InClass): Promise<Talk> {
  const me = personOf(deed.actor)
  return {
    id: row.id,
    courseId: row.course_id,
    title: openTitle(deed, row),
    closed: row.closed,
    posts: (await postsOf(deed, row.id)).map((post) => {
      const mine = post.person_id !== null && post.person_id === me
      return {
        id: post.id,
        called: openIn(deed, post, 'called_sealed'),
        words: post.state === 'shown' || (mine && post.state === 'hidden') ? openIn(deed, post, 'words_sealed') : null,
        postedAt: post.posted_at.toISOString(),
        state: post.state as TalkPost['state'],
        because: post.state === 'hidden' ? post.hidden_because : null,
        mine,
        appeal:
          mine && post.appealed_at
            ? {
                answer: post.appeal_upheld === null ? null : post.appeal_upheld ? ('upheld' as const) : ('shownAgain' as const),
                because: post.appeal_because,
              }
            : null,
        may: mayDo(post, role, me),
      }
    }),
    may: [...(row.closed ? [] : (['say'] as const)), ...(role === 'teacher' && !row.closed ? (['close'] as const) : [])],
  }
}
