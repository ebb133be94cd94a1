import type { listShiftNotes as contract } from '@ronghe/contract/programme/shift-notes.ts'
import { useQuery } from '@tanstack/react-query'
import type { Callable } from '../../../../api.ts'
import { reading } from '../../../../platform/queries.ts'

/** By address only: the side bar counts before the code of the notes is fetched. */
const listShiftNotes: Callable<typeof contract> = { id: 'programme.shift-notes.list', method: 'GET', path: '/api/v1/shift-notes' }

/** How many notes this reader has not marked; 30+ where there are more than one page. */
export function UnreadCount() {
  const { data } = useQuery({ ...reading(listShiftNotes, { query: { show: 'unread' } }), staleTime: 60_000 })
  if (!data || data.items.length === 0) return null
  return data.next === null ? data.items.length : `${data.items.length}+`
}
