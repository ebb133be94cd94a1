import type { PostLine } from '@ronghe/contract/programme/appointments.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import type { OrganDeed } from './OrganDialog.tsx'
import { organDeskWords } from './words/words.ts'

type HolderLine = PostLine['holders'][number]

/** One post with its holders; what may be done to it stands beside it. */
export function Post({ post, onDeed }: { readonly post: PostLine; readonly onDeed: (deed: OrganDeed) => void }) {
  const w = useWords(organDeskWords)
  const text = useText()
  const kinds: Readonly<Record<string, string>> = w.postKinds
  return (
    <section className={styles.item}>
      <div className={styles.inline}>
        <h3>{text(post.name)}</h3>
        <Tag tone={post.vacant > 0 ? 'attention' : 'quiet'}>{post.vacant > 0 ? w.vacant(post.vacant) : w.full}</Tag>
        {post.openWork > 0 && <Tag>{w.openWork(post.openWork)}</Tag>}
      </div>
      <p className="muted small">
        {[kinds[post.kind] ?? post.kind, w.seatsOf(post.seats - post.vacant, post.seats), post.lane && text(post.lane)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {post.holders.map((holder) => (
        <Holder key={holder.appointmentId} holder={holder} onDeed={onDeed} />
      ))}
      <div className={styles.inline}>
        {post.may.includes('appoint') && (
          <Button kind="plain" onPress={() => onDeed({ kind: 'appoint', post })}>
            {w.appoint}
          </Button>
        )}
        {post.may.includes('edit') && (
          <Button kind="plain" onPress={() => onDeed({ kind: 'editPost', post })}>
            {w.editPost}
          </Button>
        )}
        {post.may.includes('end') && (
          <Button kind="plain" onPress={() => onDeed({ kind: 'endPost', post })}>
            {w.endPost}
          </Button>
        )}
      </div>
    </section>
  )
}

function Holder({ holder, onDeed }: { readonly holder: HolderLine; readonly onDeed: (deed: OrganDeed) => void }) {
  const w = useWords(organDeskWords)
  const format = useFormat()
  return (
    <div className={styles.inline}>
      <span>
        {holder.name}{' '}
        <span className="muted small">
          {[w.holderSince(format.day(holder.startsOn)), holder.endsOn && w.holderUntil(format.day(holder.endsOn))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {holder.onLeaveUntil && <Tag tone="attention">{w.awayUntil(format.day(holder.onLeaveUntil))}</Tag>}
      {holder.may.includes('leave') && (
        <Button kind="plain" onPress={() => onDeed({ kind: 'leave', appointmentId: holder.appointmentId, name: holder.name })}>
          {w.leave}
        </Button>
      )}
      {holder.may.includes('end') && (
        <LinkButton kind="plain" to="/appointments/$appointmentId/end" params={{ appointmentId: holder.appointmentId }}>
          {w.endTerm}
        </LinkButton>
      )}
    </div>
  )
}
