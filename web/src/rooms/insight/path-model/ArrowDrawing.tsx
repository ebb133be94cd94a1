import type { PathArrow, PathEstimate } from '@ronghe/contract/insight/path-model.ts'
import { useId } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { drawing, placeArrows, placeBoxes } from './places.ts'
import styles from './path-model.module.css'
import { pathModelWords } from './words/words.ts'

/** The arrows as they were fixed; where they are estimated, an arrow whose interval leaves zero open is dashed. The table below says the same in words. */
export function ArrowDrawing({
  arrows,
  coefficients,
}: {
  readonly arrows: readonly PathArrow[]
  readonly coefficients?: PathEstimate['coefficients']
}) {
  const w = useWords(pathModelWords)
  const head = useId()
  const boxes = placeBoxes(new Set(arrows.flatMap(({ from, to }) => [from, to])))
  const openOf = ({ from, to }: PathArrow): boolean => {
    const found = coefficients?.find((one) => one.from === from && one.to === to)
    return found !== undefined && found.low <= 0 && found.high >= 0
  }
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`-2 -2 ${drawing.width + 4} ${drawing.height + 4}`}
        role="img"
        aria-label={w.drawingHeard(arrows.length)}
        className={styles.drawing}
      >
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
            <path d="M0 0L8 4L0 8Z" className={styles.head} />
          </marker>
        </defs>
        {placeArrows(arrows, boxes).map((arrow) => (
          <path
            key={`${arrow.from} ${arrow.to}`}
            d={arrow.path}
            markerEnd={`url(#${head})`}
            className={openOf(arrow) ? styles.open : styles.arrow}
          />
        ))}
        {boxes.map(({ box, x, y, width, height }, index) => (
          <g key={box}>
            <rect x={x} y={y} width={width} height={height} rx="10" className={box === 'outcome' ? styles.outcome : styles.box} />
            <text x={x + width / 2} y={y + height / 2} className={styles.name}>
              {w.short[box]}
            </text>
            <text x={x + width / 2} y={y + height / 2} className={styles.number}>
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
      {/* In large print numbers stand in the boxes, and the names below, as large as all other words. */}
      <ol className={styles.names} aria-hidden="true">
        {boxes.map(({ box }, index) => (
          <li key={box}>
            <b>{index + 1}</b> {w.boxes[box]}
          </li>
        ))}
      </ol>
      <figcaption className="small muted">{coefficients ? w.drawnWith : w.drawnBefore}</figcaption>
    </figure>
  )
}
