import { listPosts, type PostLine, readOpenWork } from '@ronghe/contract/programme/appointments.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from '../desk.module.css'
import { EndForm } from './EndForm.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import { SuddenLeave } from './SuddenLeave.tsx'
import { organDeskWords } from './words/words.ts'

export type OpenWork = ReplyOf<typeof readOpenWork>

/** Leaving a post in two steps: first everything open gets a new post and a note, then the appointment ends. */
export function EndTerm() {
  const appointmentId = useParam('appointmentId')
  const posts = useQuery(reading(listPosts))
  const work = useQuery(reading(readOpenWork, { params: { appointmentId } }))
  const data = posts.data && work.data && { items: posts.data.items, work: work.data }
  return (
    <Shown read={{ data, error: posts.error ?? work.error, refetch: work.refetch }}>
      {({ items, work: open }) => <Whole appointmentId={appointmentId} post={holding(items, appointmentId)} work={open} />}
    </Shown>
  )
}

const holding = (posts: readonly PostLine[], appointmentId: string): PostLine | undefined =>
  posts.find(({ holders }) => holders.some((holder) => holder.appointmentId === appointmentId))

function Whole({
  appointmentId,
  post,
  work,
}: {
  readonly appointmentId: string
  readonly post: PostLine | undefined
  readonly work: OpenWork
}) {
  const w = useWords(organDeskWords)
  const text = useText()
  const name = post?.holders.find((holder) => holder.appointmentId === appointmentId)?.name ?? ''
  // What stays on a shared post has somebody to do it.
  const waiting = work.sharedPost ? 0 : work.items.length
  return (
    <div className={styles.page}>
      <PageHeader
        title={w.endTermTitle(name)}
        {...(post && {
          above: `${text(post.organ.name)} · ${text(post.name)}`,
          back: { to: '/organs/$organId', params: { organId: post.organ.id }, label: w.backToOrgan },
        })}
      />
      <Card title={w.stepWork}>
        {work.items.length === 0 ? (
          <p>{w.nothingOpen}</p>
        ) : (
          <>
            {work.sharedPost ? <Notice>{w.shared}</Notice> : <p className="muted">{w.stepWorkText}</p>}
            <HandOverForm key={work.items.length} appointmentId={appointmentId} work={work} />
          </>
        )}
      </Card>
      <Card title={w.stepEnd}>
        {waiting > 0 ? (
          <p>{w.stepEndBlocked(waiting)}</p>
        ) : (
          <EndForm appointmentId={appointmentId} organId={post?.organ.id} startsOn={startOf(post, appointmentId)} />
        )}
      </Card>
      {waiting > 0 && <SuddenLeave appointmentId={appointmentId} organId={post?.organ.id} hasSuperior={work.supervisorPostId !== null} />}
    </div>
  )
}

const startOf = (post: PostLine | undefined, appointmentId: string): string | undefined =>
  post?.holders.find((holder) => holder.appointmentId === appointmentId)?.startsOn
