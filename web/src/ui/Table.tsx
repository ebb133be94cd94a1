import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useLanguage, useWords } from '../platform/language/language.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import styles from './table.module.css'
import { uiWords } from './words/words.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** With this the column can be sorted by. */
  readonly sortBy?: (row: Row) => string | number
  readonly number?: boolean
}

type Sorting = { readonly key: string; readonly down: boolean } | undefined

/**
 * Rows with a caption and column names; on a phone each row becomes a sheet. With `onOpen` a row can be chosen with the arrow keys or
 * j and k and opened with Enter or a click.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  onOpen,
  chosen,
  empty,
}: {
  readonly caption: ReactNode
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly chosen?: string | undefined
  readonly empty?: ReactNode
}) {
  const { language } = useLanguage()
  const [sorting, setSorting] = useState<Sorting>()
  const shown = useMemo(() => sorted(rows, columns, sorting, language), [rows, columns, sorting, language])
  const opensWith = (row: Row) =>
    onOpen && {
      tabIndex: 0,
      className: classNames(styles.open, chosen === rowKey(row) && styles.chosen),
      onClick: () => onOpen(row),
      onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => moveOrOpen(event, () => onOpen(row)),
    }
  return (
    <div className={styles.wrap}>
      {/* The roles are spoken again because `display: block` on a phone takes them away. */}
      <table className={classNames(styles.table, styles.cards)} role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr key={rowKey(row)} role="row" {...opensWith(row)}>
              {columns.map((column) => (
                <td key={column.key} role="cell" data-label={column.label} className={column.number ? styles.number : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

function ColumnHead<Row>({
  column,
  sorting,
  onSort,
}: {
  readonly column: Column<Row>
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}) {
  const w = useWords(uiWords)
  const mine = sorting?.key === column.key ? sorting : undefined
  return (
    <th
      role="columnheader"
      scope="col"
      className={column.number ? styles.number : undefined}
      aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button
          type="button"
          className={styles.sort}
          title={w.sortBy(column.label)}
          onClick={() => onSort(mine?.down ? undefined : { key: column.key, down: mine !== undefined })}
        >
          {column.label}
          {mine && <Icon name={mine.down ? 'down' : 'up'} size="0.9em" />}
        </button>
      ) : (
        column.label
      )}
    </th>
  )
}

function moveOrOpen(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return // a link or button inside the row has its own keys
  const sibling = {
    ArrowDown: 'nextElementSibling',
    j: 'nextElementSibling',
    ArrowUp: 'previousElementSibling',
    k: 'previousElementSibling',
  } as const
  if (event.key === 'Enter') open()
  else if (event.key in sibling) (event.currentTarget[sibling[event.key as keyof typeof sibling]] as HTMLElement | null)?.focus()
  else return
  event.preventDefault()
}

export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting, language: string): readonly Row[] {
  const sortBy = columns.find((column) => column.key === sorting?.key)?.sortBy
  if (!sorting || !sortBy) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return rows.toSorted((a, b) => compare(sortBy(a), sortBy(b)) * (sorting.down ? -1 : 1))
}
