import type { EmbeddingGraph } from '@ronghe/contract/programme/embedding.ts'
import { Link } from '@tanstack/react-router'
import { useText, useWords } from '../../../platform/language/language.tsx'
import styles from './embedding.module.css'
import { onCircle, type Placed, strokeOf } from './on-circle.ts'
import { embeddingWords } from './words/words.ts'

const side = 360
const centre = side / 2
const radius = 158
const size = 13

/** The organs on a circle and the ties between them; the numbers lead to the list, the table below says the same in words. */
export function EmbeddingDrawing({ graph }: { readonly graph: EmbeddingGraph }) {
  const w = useWords(embeddingWords)
  const text = useText()
  const placed = onCircle(graph.organs, centre, radius)
  const at = new Map(placed.map((organ) => [organ.id, organ]))
  const lines = graph.ties.flatMap((tie) => {
    const [from, to] = [at.get(tie.from), at.get(tie.to)]
    return from && to ? [{ tie, path: bend(from, to) }] : []
  })
  return (
    <div className={styles.drawing}>
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true" fill="none">
        {lines.map(({ tie, path }) => (
          <g key={`${tie.from} ${tie.to}`}>
            {tie.under && <path d={path} className={styles.under} />}
            {tie.joint > 0 && <path d={path} className={styles.joint} strokeWidth={strokeOf(tie.joint)} />}
            {tie.crossPostings > 0 && <path d={path} className={styles.cross} />}
          </g>
        ))}
        {placed.map((organ) => (
          <g key={organ.id}>
            <Mark organ={organ} />
            <text x={organ.x} y={organ.y} className={styles.number}>
              {organ.number}
            </text>
          </g>
        ))}
      </svg>
      <ul className={styles.legend}>
        {(['under', 'crossPostings', 'joint'] as const).map((kind) => (
          <li key={kind} className="small">
            <svg viewBox="0 0 48 12" aria-hidden="true">
              <path
                d="M2 6H46"
                className={kind === 'under' ? styles.under : kind === 'joint' ? styles.joint : styles.cross}
                {...(kind === 'joint' && { strokeWidth: 3 })}
              />
            </svg>
            {w.legend[kind]}
          </li>
        ))}
        <li className="small muted">{Object.values(w.shapes).join(' · ')}</li>
      </ul>
      <ul className={styles.names}>
        {placed.map((organ) => (
          <li key={organ.id}>
            <Link to={'/organs/$organId' as string} params={{ organId: organ.id } as never}>
              <b className={styles[organ.party]}>{organ.number}</b>
              {text(organ.name)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Drawn towards the middle, so that lines between neighbours do not run along the circle. */
const bend = (from: Placed, to: Placed): string => {
  const towards = (one: number, other: number): number => centre + ((one + other) / 2 - centre) * 0.35
  return `M${from.x} ${from.y}Q${towards(from.x, to.x)} ${towards(from.y, to.y)} ${to.x} ${to.y}`
}

function Mark({ organ: { x, y, party } }: { readonly organ: Placed }) {
  if (party === 'residents') return <circle cx={x} cy={y} r={size} className={styles.node} />
  if (party === 'government')
    return <rect x={x - size + 1} y={y - size + 1} width={2 * size - 2} height={2 * size - 2} className={styles.node} />
  return <path d={`M${x} ${y - size - 3}L${x + size + 3} ${y}L${x} ${y + size + 3}L${x - size - 3} ${y}Z`} className={styles.node} />
}
