import { type DensityCell, gridSize } from '@ronghe/contract/council/conversations.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './conversations.module.css'
import { conversationWords } from './words/words.ts'

const side = 20

/** Squares of five people or more, and where the reader lies; the same as a table below. */
export function OpinionPicture({
  cells,
  stand,
}: {
  readonly cells: readonly DensityCell[]
  readonly stand: { readonly column: number; readonly row: number } | null
}) {
  const w = useWords(conversationWords)
  const size = gridSize * side
  const top = (row: number) => size - (row + 1) * side
  if (cells.length === 0) return <p className="muted">{w.pictureNone}</p>
  return (
    <>
      <p className="muted small">{w.pictureMeans}</p>
      <svg className={styles.picture} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={w.pictureLabel(cells.length)}>
        <rect width={size} height={size} className={styles.ground} />
        {cells.map(({ column, row, level }) => (
          <rect
            key={`${column} ${row}`}
            x={column * side + 1}
            y={top(row) + 1}
            width={side - 2}
            height={side - 2}
            rx="3"
            className={styles[`level${level}`]}
          />
        ))}
        {stand && (
          <g className={styles.here}>
            <circle cx={stand.column * side + side / 2} cy={top(stand.row) + side / 2} r="7" />
            <text
              x={stand.column < gridSize / 2 ? stand.column * side + side + 2 : stand.column * side - 2}
              y={top(stand.row) + side / 2 + 4}
              textAnchor={stand.column < gridSize / 2 ? 'start' : 'end'}
            >
              {w.youAreHere}
            </text>
          </g>
        )}
      </svg>
      {stand && <p className="small">{w.youAreIn(stand.column + 1, stand.row + 1)}</p>}
      <details>
        <summary>{w.pictureTable}</summary>
        <Table
          caption={w.pictureTitle}
          rows={cells}
          rowKey={({ column, row }) => `${column} ${row}`}
          columns={[
            { key: 'column', label: w.column, cell: ({ column }) => column + 1, number: true },
            { key: 'row', label: w.row, cell: ({ row }) => row + 1, number: true },
            { key: 'people', label: w.people, cell: ({ level }) => w.levels[level - 1] },
          ]}
        />
      </details>
    </>
  )
}
