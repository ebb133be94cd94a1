import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../api.ts'
import { useSession } from '../session/session.tsx'
import { useOnline } from './online.ts'
import { type Copy, shelves } from './store.ts'

export interface Kept<T> {
  readonly data: T | undefined
  readonly error: Error | null
  /** The moment of the copy, when what is shown is a copy because the line is down. */
  readonly keptAt: number | undefined
}

/** A reading whose last reply stays on the device: one's own cases, shifts and courses, to look at without a line. */
export function useKept<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): Kept<T> {
  const name = JSON.stringify([useSession().person?.id, ...options.queryKey])
  const query = useQuery(options)
  const [copy, setCopy] = useState<Copy>()
  useEffect(() => {
    void shelves()
      .then((database) => database?.get('copies', name))
      .then(setCopy)
  }, [name])
  useEffect(() => {
    if (query.data !== undefined)
      void shelves().then((database) => database?.put('copies', { name, value: query.data, keptAt: Date.now() }))
  }, [name, query.data])
  // The server has answered: this is not mine to see, or no longer. A copy shown then would outlive the right to it.
  const refused = query.failureReason instanceof ProblemError && [403, 404, 410].includes(query.failureReason.problem.status)
  useEffect(() => {
    if (!refused) return
    void shelves()
      .then((database) => database?.delete('copies', name))
      .then(() => setCopy(undefined))
  }, [name, refused])
  // A page opened without a line has failed once and would rest there: it is read again when the line is back.
  const online = useOnline()
  const wasOnline = useRef(online)
  const { isError, refetch } = query
  useEffect(() => {
    if (online && !wasOnline.current && isError) void refetch()
    wasOnline.current = online
  }, [online, isError, refetch])
  if (query.data !== undefined && !refused) return { data: query.data, error: null, keptAt: undefined }
  // Also while it is asked once more: what is being looked at must not blink away, and a form open on it must not start again.
  if (copy && !refused && (query.failureCount > 0 || query.errorUpdateCount > 0))
    return { data: copy.value as T, error: null, keptAt: copy.keptAt } // put there above, under the same key
  return { data: undefined, error: query.error, keptAt: undefined }
}
