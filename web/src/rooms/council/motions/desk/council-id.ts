import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'

/** The council somebody works for: that of the clerk's own post, else the street's first. */
export function useWorkedCouncil() {
  const { person } = useSession()
  const councils = useQuery(reading(listOrgans, { query: { kind: 'council' } }))
  const own = person?.posts.find(({ kind }) => kind === 'councilClerk' || kind === 'chair')?.organId
  return { ...councils, councilId: own ?? councils.data?.items[0]?.id }
}
