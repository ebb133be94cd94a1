import { useSession } from '../../platform/session/session.tsx'
import type { Back } from '../../ui/PageHeader.tsx'

/** Public pages stand on the first page and under 我的, which a stranger does not have. */
export const useWayBack = (): Back => ({ to: useSession().person ? '/me' : '/' })
