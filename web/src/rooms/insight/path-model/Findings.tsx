import type { PathEstimate } from '@ronghe/contract/insight/path-model.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Behind } from '../charts/Behind.tsx'
import { Interval } from '../charts/Interval.tsx'
import { pathModelWords } from './words/words.ts'

/** A minus that lines up with a plus and is read as one. */
export const signed = (value: number): string => (value < 0 ? `−${Math.abs(value).toFixed(2)}` : value.toFixed(2))

type WithInterval = PathEstimate['coefficients'][number]

/** What goes together along each arrow, then along the ways of several, then how far to trust it. */
export function Findings({ state, unit }: { readonly state: PathEstimate; readonly unit: 'community' | 'street' }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  const { units, places, resamples, coefficients, indirect } = state
  const toRows = (list: readonly WithInterval[]) =>
    list.map(({ from, to, value, low, high }) => ({
      key: `${from} ${to}`,
      group: 'all' as const,
      name: w.arrow(w.short[from], w.short[to]),
      estimate: { kind: 'shown' as const, value, low, high },
      counted: low > 0 ? w.verdict.together : high < 0 ? w.verdict.opposed : w.verdict.open,
    }))
  return (
    <>
      <Card title={w.alongTitle}>
        <p>{w.alongText(format.count(units))}</p>
        <Interval label={w.alongTitle} rows={toRows(coefficients)} format={signed} mark={0} />
        <p className="small muted">
          {places === null
            ? w.drawnUnits(format.count(resamples))
            : (unit === 'street' ? w.drawnStreets : w.drawnPlaces)(format.count(resamples), format.count(places))}
        </p>
      </Card>
      {indirect.length > 0 && (
        <Card title={w.indirectTitle}>
          <p>{w.indirectText}</p>
          <Interval label={w.indirectTitle} rows={toRows(indirect)} format={signed} mark={0} />
        </Card>
      )}
      <Fit state={state} />
      <Doubts state={state} />
    </>
  )
}

function Fit({ state: { fit } }: { readonly state: PathEstimate }) {
  const w = useWords(pathModelWords)
  if (!fit) return null
  const plain = (value: number | null): string => (value === null ? w.notDefined : value.toFixed(2))
  const rows = [
    { key: 'chiSquare', value: w.chiSquare(fit.chiSquare.toFixed(2), String(fit.df), fit.p === null ? w.notDefined : fit.p.toFixed(3)) },
    { key: 'separation', value: fit.separationP === null ? w.notDefined : fit.separationP.toFixed(3) },
    { key: 'cfi', value: `${plain(fit.cfi)} / ${plain(fit.tli)}` },
    {
      key: 'rmsea',
      value: fit.rmsea === null ? w.notDefined : `${plain(fit.rmsea.value)} (${plain(fit.rmsea.low)}–${plain(fit.rmsea.high)})`,
    },
    { key: 'srmr', value: plain(fit.srmr) },
  ] as const
  return (
    <Card title={w.fitTitle}>
      <p>{fit.separationP !== null && fit.separationP < 0.05 ? w.fitsNot : w.fits}</p>
      <Behind>
        <Table
          caption={w.fitCaption}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', label: w.measure, cell: ({ key }) => w.fitRows[key].name },
            { key: 'value', label: w.value, cell: ({ value }) => value },
            { key: 'means', label: w.means, cell: ({ key }) => w.fitRows[key].means },
          ]}
        />
      </Behind>
    </Card>
  )
}

function Doubts({ state: { equations, units } }: { readonly state: PathEstimate }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  const doubts = equations.flatMap(({ box, entangled, normalP, influential }) => [
    ...(entangled.length > 0 ? [w.entangled(w.boxes[box], format.list(entangled.map((cause) => w.boxes[cause])))] : []),
    ...(normalP < 0.05 ? [w.notNormal(w.boxes[box])] : []),
    ...(influential > units / 10 ? [w.influential(w.boxes[box], format.count(influential))] : []),
  ])
  return (
    <Card title={w.doubtsTitle}>
      <Table
        caption={w.explainedCaption}
        rows={equations}
        rowKey={({ box }) => box}
        columns={[
          { key: 'box', label: w.boxColumn, cell: ({ box }) => w.boxes[box] },
          { key: 'r2', label: w.explained, cell: ({ r2 }) => format.percent(r2), number: true },
        ]}
      />
      {doubts.length === 0 ? (
        <p>{w.noDoubts}</p>
      ) : (
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
