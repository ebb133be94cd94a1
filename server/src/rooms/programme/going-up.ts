import type { PostKind } from '@ronghe/contract/posts.ts'
import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Message } from '../../platform/notify/notify.ts'
import { findPost, notifyPost } from './posts.ts'

/** Whose matter it is, or the kind of post that sees to it while nobody owns it. */
export type Waiting = { readonly owner: string } | { readonly nobodyBut: PostKind }

/** Tells the post that is next above: the owner, the owner's superior, the street lead (08, Default clocks). */
export async function tellUp(deed: Deed, step: EscalationStep, waiting: Waiting, message: Message): Promise<void> {
  for (const post of await postsToTell(deed, step, waiting)) await notifyPost(deed, post, message)
}

async function postsToTell(deed: Deed, step: EscalationStep, waiting: Waiting): Promise<readonly string[]> {
  if (step === 'none') return []
  const owners = 'owner' in waiting ? [waiting.owner] : await postsOfKind(deed, waiting.nobodyBut)
  if (step === 'owner') return owners
  const found = new Set<string>()
  for (const post of step === 'supervisor' ? owners : []) {
    const superior = (await findPost(deed, post))?.supervisor
    if (superior) found.add(superior)
  }
  return found.size > 0 ? [...found] : postsOfKind(deed, 'streetLead')
}

async function postsOfKind(deed: Deed, kind: PostKind): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('post')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', kind)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
