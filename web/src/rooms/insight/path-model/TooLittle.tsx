import type { PathState, readPathModel } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './path-model.module.css'
import { pathModelWords } from './words/words.ts'

type Waves = ReplyOf<typeof readPathModel>['waves']

/** Too little data is an answer: how much there is, how much is missing, and by when there would be enough. */
export function TooLittle({
  state,
  unit,
  next,
}: {
  readonly state: PathState & { readonly kind: 'tooLittle' }
  readonly unit: 'community' | 'street'
  /** When there would be enough, and what one may do meanwhile. */
  readonly next?: ReactNode
}) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  const { units, needed, missing, coefficients } = state
  const said = w.missing(format.count(units), format.count(needed), format.count(missing))
  return (
    <Card title={w.tooLittle}>
      <div className={styles.words}>
        <p className={styles.state}>{said}</p>
        <ProgressBar value={units} of={needed} label={said} />
        <p>{w.needs(w.unit[unit], format.count(coefficients), format.count(needed))}</p>
        {next}
      </div>
    </Card>
  )
}

/** By when there would be enough if waves go on as they do. */
export function Pace({ state: { pace }, waves }: { readonly state: PathState & { readonly kind: 'tooLittle' }; readonly waves: Waves }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  return (
    <>
      <p>
        {waves.length === 0
          ? w.noWave
          : pace === null
            ? w.noPace
            : pace.enoughOn === null
              ? w.notAtThisPace(pace.perWave.toFixed(1))
              : w.pace(pace.perWave.toFixed(1), format.count(pace.days), format.count(pace.waves), format.month(pace.enoughOn))}
      </p>
      <LinkButton kind="quiet" href={waves.length === 0 ? '/survey' : '/insight/survey'}>
        {waves.length === 0 ? w.toSurvey : w.toResults}
      </LinkButton>
    </>
  )
}

/** What each wave brought, and what the others lack. */
export function WaveTable({ waves }: { readonly waves: Waves }) {
  const w = useWords(pathModelWords)
  const text = useText()
  const format = useFormat()
  if (waves.length === 0) return null
  const lacks = (wave: Waves[number]): string =>
    (['noAnswers', 'notYet', 'few'] as const).flatMap((why) => (wave[why] > 0 ? [w.lacks[why](format.count(wave[why]))] : [])).join(w.stop)
  return (
    <Card title={w.wavesTitle}>
      <p className="muted">{w.wavesText}</p>
      <Table
        caption={w.wavesCaption}
        rows={waves}
        rowKey={({ closedOn, title }) => `${closedOn} ${text(title)}`}
        columns={[
          { key: 'wave', label: w.wave, cell: ({ title }) => text(title) },
          { key: 'closedOn', label: w.closedOn, cell: ({ closedOn }) => format.wholeDay(closedOn) },
          { key: 'complete', label: w.complete, cell: (wave) => w.completeOf(format.count(wave.complete), format.count(wave.communities)) },
          { key: 'lacks', label: w.lacksTitle, cell: (wave) => lacks(wave) || w.lacksNothing },
        ]}
      />
    </Card>
  )
}
