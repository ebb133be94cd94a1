import { listQueueAtCounter, listWindows } from '@ronghe/contract/station/counter.ts'
import { useQuery } from '@tanstack/react-query'
import { reading, useDeed } from '../../../platform/queries.ts'
import type { Callable } from '../../../api.ts'
import type { AnyOperation } from '@ronghe/contract/operation.ts'

/** The hall does not stand still: what a colleague did is seen a few seconds later. */
const every = { refetchInterval: 4_000, staleTime: 1_000 } as const

export const useWindows = () => useQuery({ ...reading(listWindows), ...every })
export const useLine = (window: string | undefined) =>
  useQuery({ ...reading(listQueueAtCounter, { query: window === undefined ? {} : { window } }), ...every })

/** A step at the counter: the windows and the line are read again after it. */
export const useStep = <O extends AnyOperation>(
  operation: O | Callable<O>,
  onDone?: NonNullable<Parameters<typeof useDeed<O>>[1]>['onDone'],
) => useDeed(operation, { refreshes: [listWindows, listQueueAtCounter], ...(onDone && { onDone }) })
