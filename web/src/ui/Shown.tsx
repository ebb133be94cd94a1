import type { ReactNode } from 'react'
import { useFormat } from '../platform/language/format.ts'
import { useWords } from '../platform/language/language.tsx'
import { Loading } from './Loading.tsx'
import { Notice } from './Notice.tsx'
import { Refusal } from './Refusal.tsx'
import { uiWords } from './words/words.ts'

/** What `useQuery(reading(…))` or `useKept(reading(…))` gives. */
export interface Read<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch?: () => unknown
  readonly keptAt?: number | undefined
}

/** `<Shown read={useQuery(reading(getCase, …))}>{(data) => …}</Shown>`: a skeleton while it is read, a sentence when it is refused, and word of it when it is a copy. */
export function Shown<T>({
  read,
  waiting,
  children,
}: {
  readonly read: Read<T>
  readonly waiting?: string
  readonly children: (data: T) => ReactNode
}) {
  const w = useWords(uiWords)
  const format = useFormat()
  if (read.data !== undefined)
    return (
      <>
        {read.keptAt !== undefined && <Notice>{w.copyFrom(format.moment(new Date(read.keptAt).toISOString()))}</Notice>}
        {children(read.data)}
      </>
    )
  if (read.error) return <Refusal error={read.error} again={read.refetch && (() => void read.refetch?.())} />
  return <Loading>{waiting}</Loading>
}
