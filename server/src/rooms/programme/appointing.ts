import type { PostKind } from '@ronghe/contract/posts.ts'

/** 三员: the three administrators are three different people (等保 2.0). */
export const administrators: readonly PostKind[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator']

/** Posts with power over others' work or over what is hidden; a street officer does not fill them. */
const leading: readonly PostKind[] = ['streetLead', 'streetOfficer', 'integrityOfficer', 'dataOfficer']

/** Whether somebody with these posts may fill a post of this kind: nobody lifts anybody above their own post. */
export function mayFill(held: readonly PostKind[], kind: PostKind): boolean {
  if (held.includes('systemAdministrator')) return true
  if (administrators.includes(kind)) return false
  if (held.includes('streetLead')) return true
  return held.includes('streetOfficer') && !leading.includes(kind)
}

export interface Term {
  readonly from: string
  /** Absent: without end. */
  readonly to: string | null
}

/** How many hold a post at the fullest moment of a term: the count can only rise on a day somebody starts. */
export function mostAtOnce(terms: readonly Term[], within: Term): number {
  const covers = (term: Term, day: string): boolean => term.from <= day && (term.to === null || term.to >= day)
  const days = [within.from, ...terms.map(({ from }) => from).filter((day) => covers(within, day))]
  return Math.max(...days.map((day) => terms.filter((term) => covers(term, day)).length))
}
