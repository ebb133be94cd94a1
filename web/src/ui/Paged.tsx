import type { ReactNode } from 'react'
import { Pager } from './Pager.tsx'
import { type Read, Shown } from './Shown.tsx'

/** What `useInfiniteQuery(readingPages(…))` gives. */
export type Pages<Item> = Read<{ readonly pages: readonly { readonly items: readonly Item[] }[] }> & Parameters<typeof Pager>[0]['pages']

/** Everything read so far and the way to the rest; `empty` where there is nothing at all. */
export const Paged = <Item,>({
  pages,
  empty,
  footClass,
  children,
}: {
  readonly pages: Pages<Item>
  readonly empty: ReactNode
  /** For the line below the items, where they stand closer to the edge than the text around them. */ readonly footClass?:
    | string
    | undefined
  readonly children: (items: readonly Item[]) => ReactNode
}) => (
  <Shown read={pages}>
    {({ pages: read }) => {
      const items = read.flatMap((page) => page.items)
      if (items.length === 0) return empty
      return (
        <>
          {children(items)}
          <div className={footClass}>
            <Pager pages={pages} />
          </div>
        </>
      )
    }}
  </Shown>
)
