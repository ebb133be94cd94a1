import { postKinds, type Permission } from '@ronghe/contract/posts.ts'
import type { HeldPost } from '../auth/actor.ts'
import type { Deed } from '../deed.ts'
import { record } from '../journal/record.ts'

export interface Look {
  /** Whose data are read. */
  readonly personId: string
  /** What for: a code whose words are `purpose-<code>` in the rooms' words; the person is shown them. */
  readonly purpose: string
  /** The thing at hand, when there is one: a case, a concern. */
  readonly subject?: { readonly kind: string; readonly id: string }
  /** The permission it was done with, when the reader holds several posts. */
  readonly permission?: Permission
  readonly operation?: string
}

/**
 * Keeps that somebody looked, in the deed's own transaction: a look that cannot be kept does not happen (S9). The person is shown the row;
 * the journal's leaf is what makes it impossible to take the row out unnoticed. One's own data are no look.
 */
export async function recordAccess(deed: Deed, looks: Look | readonly Look[]): Promise<void> {
  const { actor } = deed
  if (actor.kind !== 'person') return
  const reader = actor.assistantId ?? actor.personId
  const rows = (Array.isArray(looks) ? (looks as readonly Look[]) : [looks as Look])
    .filter(({ personId }) => personId !== reader)
    .map(({ personId, purpose, subject, permission, operation }) => ({
      street_id: deed.street.id,
      id: deed.id(),
      person_id: personId,
      reader_id: reader,
      reader_post: postFor(actor.posts, permission)?.id ?? null,
      operation: operation ?? purpose,
      purpose,
      subject: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      at: deed.now,
    }))
  const [first] = rows
  if (!first) return
  await deed.tx.insertInto('access_log').values(rows).execute()
  const plain = { purpose: first.purpose, operation: first.operation, people: rows.length }
  await record(deed, { kind: 'people.data.read', plain, ...(rows.length === 1 ? { about: first.person_id } : {}) })
}

const postFor = (posts: readonly HeldPost[], permission: Permission | undefined): HeldPost | undefined =>
  posts.find(({ kind }) => permission === undefined || (postKinds[kind] as readonly Permission[]).includes(permission)) ?? posts[0]
