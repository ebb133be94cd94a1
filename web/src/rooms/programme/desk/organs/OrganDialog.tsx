import { type PostLine, endPost } from '@ronghe/contract/programme/appointments.ts'
import type { OrganPage } from '@ronghe/contract/programme/organs.ts'
import { useRef } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { AppointForm } from './AppointForm.tsx'
import { EndOrgan } from './EndOrgan.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { organReads } from './organ-reads.ts'
import { OrganForm } from './OrganForm.tsx'
import { PostForm } from './PostForm.tsx'
import { organDeskWords } from './words/words.ts'

/** What is being done on the page of an organ. */
export type OrganDeed =
  | { readonly kind: 'edit' | 'end' | 'addPost' }
  | { readonly kind: 'editPost' | 'endPost' | 'appoint'; readonly post: PostLine }
  | { readonly kind: 'leave'; readonly appointmentId: string; readonly name: string }

export function OrganDialog({
  deed,
  organ,
  onClose,
}: {
  readonly deed: OrganDeed
  readonly organ: OrganPage
  readonly onClose: () => void
}) {
  const w = useWords(organDeskWords)
  const text = useText()
  const start = useRef<HTMLDivElement>(null)
  const titles: Readonly<Record<OrganDeed['kind'], string>> = {
    edit: w.edit,
    end: w.end,
    addPost: w.addPost,
    editPost: w.editPost,
    endPost: w.endPost,
    appoint: 'post' in deed ? w.appointTitle(text(deed.post.name)) : w.appoint,
    leave: 'name' in deed ? w.leaveTitleOf(deed.name) : w.leave,
  }
  return (
    <Dialog title={titles[deed.kind]} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.dialog}>
        {deed.kind === 'edit' && <OrganForm organ={organ} onDone={onClose} />}
        {deed.kind === 'end' && <EndOrgan organ={organ} onDone={onClose} />}
        {deed.kind === 'addPost' && <PostForm organId={organ.id} onDone={onClose} />}
        {deed.kind === 'editPost' && <PostForm organId={organ.id} post={deed.post} onDone={onClose} />}
        {deed.kind === 'endPost' && <EndPost post={deed.post} onDone={onClose} />}
        {deed.kind === 'appoint' && <AppointForm post={deed.post} onDone={onClose} />}
        {deed.kind === 'leave' && <LeaveForm appointmentId={deed.appointmentId} onDone={onClose} />}
      </div>
    </Dialog>
  )
}

function EndPost({ post, onDone }: { readonly post: PostLine; readonly onDone: () => void }) {
  const w = useWords(organDeskWords)
  const text = useText()
  const deed = useDeed(endPost, {
    refreshes: organReads,
    onDone: () => {
      toast(w.postEnded)
      onDone()
    },
  })
  return (
    <>
      <p>{text(post.name)}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { postId: post.id } })}>
          {w.endPost}
        </Button>
      </ButtonRow>
    </>
  )
}
