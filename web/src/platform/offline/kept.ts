import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSession } from '../session/session.tsx'
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
  if (query.data !== undefined) return { data: query.data, error: null, keptAt: undefined }
  if (copy && query.failureCount > 0) return { data: copy.value as T, error: null, keptAt: copy.keptAt } // put there above, under the same key
  return { data: undefined, error: query.error, keptAt: undefined }
}
