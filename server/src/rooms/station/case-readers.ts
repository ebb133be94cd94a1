import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { proxyScope } from '../people/proxies.ts'
import { actingPost, may } from '../programme/acting-post.ts'
import { getCase, type CaseRow } from './case-records.ts'

/** As what somebody reads or works on a case. */
export type Reader =
  | { readonly kind: 'clerk'; readonly post: string; readonly supervises: boolean }
  | { readonly kind: 'supervisor'; readonly post: string }
  | { readonly kind: 'department'; readonly post: string }

/** The station sees every case; a department those that were sent to it, for as long as they lie with it or were decided by it. */
export function deskReader(deed: Deed, row: Pick<CaseRow, 'department_post'>): Reader | undefined {
  const post = actingPost(deed, 'station.cases.work')
  if (post && may(deed, 'station.cases.work')) return { kind: 'clerk', post: post.id, supervises: may(deed, 'station.cases.supervise') }
  const supervisor = actingPost(deed, 'station.cases.supervise')
  if (supervisor && may(deed, 'station.cases.supervise')) return { kind: 'supervisor', post: supervisor.id }
  if (!may(deed, 'station.cases.department') || deed.actor.kind !== 'person') return undefined
  const held = deed.actor.posts.find(({ id }) => id === row.department_post)
  return held ? { kind: 'department', post: held.id } : undefined
}

export const isStaff = (deed: Deed): boolean =>
  may(deed, 'station.cases.work') || may(deed, 'station.cases.supervise') || may(deed, 'station.cases.department')

/** For whoever has no post at the desk the door is closed; for a department, a case that is not with it does not exist. */
export async function getCaseForDesk(
  deed: Deed,
  caseId: string,
  lock: 'lock' | 'look' = 'look',
): Promise<{ row: CaseRow; reader: Reader }> {
  if (!isStaff(deed))
    throw forbidden(
      deed.actor.kind === 'person' && deed.actor.posts.length > 0 && !deed.actor.secondFactor ? 'second-factor-first' : 'not-permitted',
    )
  const row = await getCase(deed, caseId, lock)
  const reader = deskReader(deed, row)
  if (!reader) throw notFound('case')
  return { row, reader }
}

/** To change a case: locked, seen as it stands, and never one's own. */
export async function getCaseForWork(
  deed: Deed,
  caseId: string,
  allowed: readonly Reader['kind'][],
): Promise<{ row: CaseRow; reader: Reader }> {
  const found = await getCaseForDesk(deed, caseId, 'lock')
  if (!allowed.includes(found.reader.kind)) throw forbidden()
  if (deed.actor.kind === 'person' && found.row.person_id === deed.actor.personId) throw refused('case-own')
  if (found.row.merged_into) throw refused('case-merged')
  return found
}

/** The resident's own side: the person, or a proxy registered for cases. Whoever only hands in papers sees nothing (08, People). */
export async function getOwnCase(deed: Deed, caseId: string, lock: 'lock' | 'look' = 'look'): Promise<CaseRow> {
  const row = await getCase(deed, caseId, lock)
  if (deed.actor.kind !== 'person') throw notFound('case')
  const { personId } = deed.actor
  if (row.person_id === personId) return row
  if (row.person_id && (await mayActInCases(deed, row.person_id, personId))) return row
  throw notFound('case')
}

/** Asked at every use, so that ending a proxy counts at once. */
export const mayActInCases = async (deed: Deed, personId: string, agentId: string): Promise<boolean> =>
  (await proxyScope(deed, personId, agentId)) === 'cases'
