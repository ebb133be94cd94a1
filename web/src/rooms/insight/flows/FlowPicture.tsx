import { doors, type Door, type FlowsHalf } from '@ronghe/contract/insight/flows.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import styles from './flows.module.css'
import { layOut, streamsOf, type Target } from './streams.ts'
import { flowsWords } from './words/words.ts'

const width = 340
const bar = 10

/** First doors on the left, next doors on the right, as many people as a stream is thick. The words and the table say the same. */
export function FlowPicture({ half, label }: { readonly half: FlowsHalf; readonly label: string }) {
  const w = useWords(flowsWords)
  const format = useFormat()
  const { height, left, right, ribbons } = layOut(streamsOf(half), 260)
  const targetName = (target: Target): string => (isDoor(target) ? w.toDoors[target] : w[target])
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ribbons.map(({ from, to, left: a, right: b, thick }) => (
        <path key={`${from} ${to}`} d={ribbon(a, b, thick)} className={styles[isDoor(to) ? from : to]} />
      ))}
      {left.map(({ key, people, top, height: tall }) => (
        <g key={key}>
          <rect x="0" y={top} width={bar} height={tall} className={styles.box} />
          <text x="0" y={top - 7} className={styles.label}>
            {w.doors[key]} {format.count(people)}
          </text>
        </g>
      ))}
      {right.map(({ key, people, top, height: tall }) => (
        <g key={key}>
          <rect x={width - bar} y={top} width={bar} height={tall} className={styles.box} />
          <text x={width} y={top - 7} textAnchor="end" className={styles.label}>
            {targetName(key)} {format.count(people)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const isDoor = (target: Target): target is Door => (doors as readonly string[]).includes(target)

/** From the left bar to the right one in two soft bends. */
function ribbon(left: number, right: number, thick: number): string {
  const [from, to, middle] = [bar, width - bar, width / 2]
  return `M${from} ${left}C${middle} ${left} ${middle} ${right} ${to} ${right}V${right + thick}C${middle} ${right + thick} ${middle} ${left + thick} ${from} ${left + thick}Z`
}
