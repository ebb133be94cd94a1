import type { Permission } from '@ronghe/contract/posts.ts'
import { judgedOrgans } from '@ronghe/contract/insight/survey-scales.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden } from '../../../platform/http/problems.ts'
import { kindPermits } from '../../programme/posts.ts'

/**
 * The post under which somebody works on the survey. It must sit in an organ that the survey does not judge, nor below one (08, Survey): whoever is asked
 * about an organ is never asked by it. The system has no post.
 */
export async function surveyorPost(deed: Deed, permission: Permission): Promise<string | null> {
  if (deed.actor.kind !== 'person') return null
  const held = deed.actor.posts.filter(({ kind }) => kindPermits(kind, permission))
  const parents = await organsAbove(deed)
  const fitting = held.find(({ organId }) => !isJudged(organId, parents))
  if (!fitting) throw forbidden('survey-organ-judged')
  return fitting.id
}

interface Organ {
  readonly id: string
  readonly kind: string
  readonly parent_id: string | null
}

async function organsAbove({ tx, street }: Deed): Promise<ReadonlyMap<string, Organ>> {
  const rows = await tx.selectFrom('organ').select(['id', 'kind', 'parent_id']).where('street_id', '=', street.id).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether an organ, or one that it belongs to, is among those the survey asks about. */
export function isJudged(organId: string, organs: ReadonlyMap<string, Organ>): boolean {
  const seen = new Set<string>()
  for (let at = organs.get(organId); at && !seen.has(at.id); at = at.parent_id === null ? undefined : organs.get(at.parent_id)) {
    if ((judgedOrgans as readonly string[]).includes(at.kind)) return true
    seen.add(at.id)
  }
  return false
}
