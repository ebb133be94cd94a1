import { readPathModel, type PathMeasure } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { ArrowDrawing } from './ArrowDrawing.tsx'
import { ArrowTable } from './ArrowTable.tsx'
import { Findings } from './Findings.tsx'
import styles from './path-model.module.css'
import { TooLittle, WaveTable } from './TooLittle.tsx'
import { pathModelWords } from './words/words.ts'

/** From embedding over integration to the outcome: the arrows before any number, then what can be said along them. */
export function PathModelPage() {
  const w = useWords(pathModelWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/insight' }} />
      <Shown read={useQuery(reading(readPathModel))}>{(page) => <Model page={page} />}</Shown>
    </>
  )
}

function Model({ page: { arrows, measures, waves, state, madeOn } }: { readonly page: ReplyOf<typeof readPathModel> }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  return (
    <div className={styles.page}>
      <Card title={w.arrowsTitle}>
        <p>{w.arrowsText}</p>
        <ArrowDrawing arrows={arrows} {...(state.kind === 'estimated' && { coefficients: state.coefficients })} />
        <ArrowTable arrows={arrows} />
      </Card>
      <Notice tone="attention" title={w.notCause}>
        <p>{w.notCauseText}</p>
      </Notice>
      {state.kind === 'tooLittle' && <TooLittle state={state} waves={waves} />}
      {state.kind === 'estimated' && <Findings state={state} />}
      {state.kind === 'tonight' && <Notice title={w.tonight}>{w.tonightText}</Notice>}
      {(state.kind === 'still' || state.kind === 'together') && (
        <Notice title={w[state.kind]}>
          <p>{w[`${state.kind}Text`](format.list(state.boxes.map((box) => w.boxes[box])))}</p>
        </Notice>
      )}
      <WaveTable waves={waves} />
      <Measures measures={measures} />
      <Card title={w.saysTitle}>
        <dl className={styles.meaning}>
          <dt>{w.says}</dt>
          <dd>{w.saysText}</dd>
          <dt>{w.saysNot}</dt>
          <dd>{w.saysNotText}</dd>
        </dl>
        {madeOn !== null && <p className="small muted">{w.madeOn(format.wholeDay(madeOn))}</p>}
      </Card>
    </div>
  )
}

/** What stands for each box, and why that. */
function Measures({ measures }: { readonly measures: readonly PathMeasure[] }) {
  const w = useWords(pathModelWords)
  const text = useText()
  return (
    <Card title={w.measuresTitle}>
      <p className="muted">{w.measuresText}</p>
      <dl className={styles.measures}>
        {measures.map(({ box, indicator, title, because }) => (
          <div key={box}>
            <dt>{w.boxes[box]}</dt>
            <dd>
              <strong>{text(title)}</strong>
            </dd>
            <dd className="muted small">{text(because)}</dd>
            {indicator !== null && (
              <dd>
                <Link to={'/insight/indicators/$key' as string} params={{ key: indicator } as never} className={styles.link}>
                  {w.toIndicator}
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Card>
  )
}
