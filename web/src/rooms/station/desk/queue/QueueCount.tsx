import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { reading } from '../../../../platform/queries.ts'
import { type CaseViewName, listQueue } from './views.ts'

/** One request serves the counts of all views; read again each minute while the desk is open. */
const counting = { ...reading(listQueue, { query: { view: 'mine', limit: 1 } }), refetchInterval: 60_000 }

/** How many cases a view holds, beside its name; nothing while it is empty. */
export function queueCount(view: CaseViewName) {
  return function QueueCount() {
    const format = useFormat()
    const { data } = useQuery(counting)
    const count = data?.counts[view] ?? 0
    return count > 0 ? <>{format.count(count)}</> : null
  }
}
