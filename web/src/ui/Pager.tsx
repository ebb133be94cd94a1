import { useWords } from '../platform/language/language.tsx'
import { Button } from './Button.tsx'
import styles from './card.module.css'
import { uiWords } from './words/words.ts'

/** `const pages = useInfiniteQuery(readingPages(…))`, then `<Pager pages={pages} />` under the list. */
export function Pager({
  pages,
}: {
  readonly pages: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown }
}) {
  const w = useWords(uiWords)
  return (
    <div className={styles.more}>
      {pages.hasNextPage ? (
        <Button kind="quiet" wide busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {w.more}
        </Button>
      ) : (
        <p className="muted small extra">{w.allShown}</p>
      )}
    </div>
  )
}
