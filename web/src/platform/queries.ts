import type { AnyOperation, ReplyOf } from '@ronghe/contract/operation.ts'
import { infiniteQueryOptions, QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Asking, type Callable, call, OfflineError, ProblemError } from '../api.ts'
import { newId } from './ids.ts'

/** One client per page. A refusal is an answer, not a mishap, so it is not asked again. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => !(error instanceof ProblemError && error.problem.status < 500) && failures < 1,
        networkMode: 'offlineFirst',
      },
      mutations: { networkMode: 'always' },
    },
  })

/** `useQuery(reading(getCase, { params: { caseId } }))`; the key begins with the operation's id, for `useRefresh`. */
export const reading = <O extends AnyOperation>(operation: O | Callable<O>, asked: Asking<NoInfer<O>> = {}) =>
  queryOptions({
    queryKey: [operation.id, asked.params ?? {}, asked.query ?? {}],
    queryFn: ({ signal }) => call(operation, { ...asked, signal }),
  })

/** `useInfiniteQuery(readingPages(listCases, …))` for operations that page with a cursor; Pager shows the rest. */
export const readingPages = <O extends AnyOperation>(operation: O | Callable<O>, asked: Asking<NoInfer<O>> = {}) =>
  infiniteQueryOptions({
    queryKey: [operation.id, 'pages', asked.params ?? {}, asked.query ?? {}],
    queryFn: ({ signal, pageParam }) =>
      call(operation, {
        ...asked,
        query: { ...(asked.query as object | undefined), ...(pageParam ? { after: pageParam } : {}) } as never,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: ReplyOf<O>) => (page as { next?: string | null }).next ?? undefined,
  })

/** Everything read through these operations is read again, for after a deed. */
export function useRefresh(): (...operations: readonly { readonly id: string }[]) => Promise<void> {
  const client = useQueryClient()
  return async (...operations) => {
    await Promise.all(operations.map((operation) => client.invalidateQueries({ queryKey: [operation.id] })))
  }
}

/**
 * A deed behind a button. The idempotency key stays the same while the same deed is tried again after a broken line, and is new for
 * every other deed. `refreshes` names the operations whose replies this changes.
 */
export function useDeed<O extends AnyOperation>(
  operation: O | Callable<O>,
  options: { readonly refreshes?: readonly { readonly id: string }[]; readonly onDone?: (reply: ReplyOf<O>) => void } = {},
) {
  const attempt = useRef<{ readonly key: string; readonly deed: string } | undefined>(undefined)
  const refresh = useRefresh()
  return useMutation<ReplyOf<O>, Error, Asking<O>>({
    mutationKey: [operation.id],
    async mutationFn(asked) {
      const deed = JSON.stringify([asked.params, asked.query, asked.body])
      if (attempt.current?.deed !== deed) attempt.current = { key: asked.idempotencyKey ?? newId(), deed }
      try {
        const reply = await call<O>(operation, { ...asked, idempotencyKey: attempt.current.key })
        attempt.current = undefined
        return reply
      } catch (error) {
        if (!(error instanceof OfflineError)) attempt.current = undefined
        throw error
      }
    },
    async onSuccess(reply) {
      options.onDone?.(reply)
      await refresh(...(options.refreshes ?? []))
    },
  })
}
