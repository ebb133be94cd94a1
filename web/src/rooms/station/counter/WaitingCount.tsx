import type { listQueueAtCounter as contract } from '@ronghe/contract/station/counter.ts'
import { useQuery } from '@tanstack/react-query'
import type { Callable } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { reading } from '../../../platform/queries.ts'

/** By address only: the side bar counts before the counter's code is fetched. */
const listQueueAtCounter: Callable<typeof contract> = { id: 'station.counter.queue', method: 'GET', path: '/api/v1/desk/tickets' }

/** How many wait in the hall, beside 叫号台. */
export function WaitingCount() {
  const format = useFormat()
  const { data } = useQuery({ ...reading(listQueueAtCounter), refetchInterval: 20_000 })
  return data && data.waiting > 0 ? <>{format.count(data.waiting)}</> : null
}
