import { useInfiniteQuery } from '@tanstack/react-query'
import { type ConcernViewName, viewPages } from './views.ts'

/** How many wait in a list; 30+ where there are more than one page. */
export function viewCount(view: ConcernViewName) {
  return function ViewCount() {
    const { data } = useInfiniteQuery({ ...viewPages(view), staleTime: 60_000 })
    const first = data?.pages[0]
    if (!first || first.items.length === 0) return null
    return first.next === null ? first.items.length : `${first.items.length}+`
  }
}
