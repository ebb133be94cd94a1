import type { PathArrow, PathMeasure, PathState } from '@ronghe/contract/insight/path-model.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ArrowDrawing } from './ArrowDrawing.tsx'
import { ArrowTable } from './ArrowTable.tsx'
import { Findings } from './Findings.tsx'
import styles from './path-model.module.css'
import { TooLittle } from './TooLittle.tsx'
import { pathModelWords } from './words/words.ts'

/** The arrows before any number, and what going together is not. */
export function Arrows({ arrows, state }: { readonly arrows: readonly PathArrow[]; readonly state: PathState }) {
  const w = useWords(pathModelWords)
  return (
    <>
      <Card title={w.arrowsTitle}>
        <p>{w.arrowsText}</p>
        <ArrowDrawing arrows={arrows} {...(state.kind === 'estimated' && { coefficients: state.coefficients })} />
        <ArrowTable arrows={arrows} />
      </Card>
      <Notice tone="attention" title={w.notCause}>
        <p>{w.notCauseText}</p>
      </Notice>
    </>
  )
}

/** Whichever of the answers it is. */
export function Outcome({
  state,
  unit,
  next,
}: {
  readonly state: PathState
  readonly unit: 'community' | 'street'
  readonly next?: ReactNode
}) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  if (state.kind === 'tooLittle') return <TooLittle state={state} unit={unit} next={next} />
  if (state.kind === 'estimated') return <Findings state={state} unit={unit} />
  if (state.kind === 'tonight') return <Notice title={w.tonight}>{w.tonightText}</Notice>
  return (
    <Notice title={w[state.kind]}>
      <p>{w[`${state.kind}Text`](format.list(state.boxes.map((box) => w.boxes[box])))}</p>
    </Notice>
  )
}

/** What stands for each box, and why that. */
export function Measures({ measures }: { readonly measures: readonly PathMeasure[] }) {
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

export function Meaning({ says, saysNot, children }: { readonly says: string; readonly saysNot: string; readonly children?: ReactNode }) {
  const w = useWords(pathModelWords)
  return (
    <Card title={w.saysTitle}>
      <dl className={styles.meaning}>
        <dt>{w.says}</dt>
        <dd>{says}</dd>
        <dt>{w.saysNot}</dt>
        <dd>{saysNot}</dd>
      </dl>
      {children}
    </Card>
  )
}
