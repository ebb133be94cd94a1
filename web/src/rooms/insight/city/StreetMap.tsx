import type { CityLine, CityStreet } from '@ronghe/contract/insight/city.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Mark } from '../charts/Mark.tsx'
import { useChartGroupName } from '../charts/names.ts'
import type { Figure } from './CityFigure.tsx'
import { useValueFormat } from '../charts/values.ts'
import styles from './city.module.css'
import { cityWords } from './words/words.ts'

/**
 * The streets as squares in the places the register gives them: a sketch, since there is no geography here. Every square looks the same,
 * whatever its figure; only a street that is not heard of is drawn differently, and says so.
 */
export function StreetMap({ figure, streets }: { readonly figure: Figure; readonly streets: readonly CityStreet[] }) {
  const w = useWords(cityWords)
  const lines = new Map(figure.streets.map((line) => [line.street, line]))
  const placed = streets.filter(({ square }) => square !== null)
  if (placed.length === 0) return null
  return (
    <Card title={w.mapTitle}>
      <p className="muted small">
        {figure.kind === 'share' ? w.mapText : w.mapTextPlain} {placed.length < streets.length && w.noSquare}
      </p>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={w.mapRegion}>
        <ol className={styles.map}>
          {placed.map((street) => (
            <Tile key={street.id} street={street} line={lines.get(street.id)} figure={figure} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

function Tile({ street, line, figure }: { readonly street: CityStreet; readonly line: CityLine | undefined; readonly figure: Figure }) {
  const w = useWords(cityWords)
  const text = useText()
  const { column, row } = street.square!
  return (
    <li className={classNames(styles.tile, street.missingSince !== null && styles.away)} style={{ gridColumn: column, gridRow: row }}>
      <strong>{text(street.name)}</strong>
      {street.missingSince !== null && <span className="small">{w.missing}</span>}
      {!line?.handedOver ? <span className="muted small">{w.notYet}</span> : <TileFigures line={line} figure={figure} />}
    </li>
  )
}

function TileFigures({ line, figure }: { readonly line: CityLine; readonly figure: Figure }) {
  const w = useWords(cityWords)
  const value = useValueFormat()(figure, true)
  const name = useChartGroupName()
  const shown = line.groups.filter(({ group }) => group !== 'unstated')
  return (
    <>
      {figure.kind === 'share' && <TilePlot groups={shown} />}
      {shown.map(({ group, value: estimate }) => (
        <span key={group} className="small">
          <svg viewBox="0 0 12 12" className={styles.dot} aria-hidden="true">
            <Mark group={group} x={6} y={6} r={4.4} />
          </svg>
          <span className="unseen">{name(group)} </span>
          {estimate.kind === 'shown' ? value(estimate.value) : <span className="muted">{w.fewShort}</span>}
        </span>
      ))}
    </>
  )
}

/** Both groups on one line from none to all, each in a lane of its own so that intervals do not cover each other. */
function TilePlot({ groups }: { readonly groups: CityLine['groups'] }) {
  const x = (share: number): number => 4 + 92 * share
  return (
    <svg viewBox={`0 0 100 ${groups.length * 11}`} className={styles.tilePlot} aria-hidden="true">
      {groups.map(({ group, value }, lane) => {
        const y = lane * 11 + 5.5
        return (
          <g key={group}>
            <line x1="4" x2="96" y1={y} y2={y} className={styles.tileAxis} />
            {value.kind === 'shown' && (
              <>
                {value.low !== null && value.high !== null && (
                  <line x1={x(value.low)} x2={x(value.high)} y1={y} y2={y} className={styles[`tileWhisker-${group}`]} />
                )}
                <Mark group={group} x={x(value.value)} y={y} r={3.4} />
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}
