import type { FrameworkBox, Step } from '@ronghe/contract/insight/framework.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './framework.module.css'
import { FullHeadline, HeadlineTrend, toldBy } from './Headlines.tsx'
import { Steps } from './Steps.tsx'
import { frameworkWords } from './words/words.ts'

/** Pages outside the figures that a box leads to. */
const places: Partial<Record<FrameworkBox['box'], string>> = { memberEmbedding: '/branch', organisationEmbedding: '/embedding' }

export const boxId = (box: FrameworkBox['box']): string => `box-${box}`

/** A box of the figure: how it stands in words beside a small trend; opened, its figures, indicators and what could be done next. */
export function BoxCard({
  box,
  steps,
  open,
  onOpen,
  withPlaces,
}: {
  readonly box: FrameworkBox
  /** Undefined while they are worked out. */
  readonly steps: readonly Step[] | undefined
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** Links to pages that only the residents' door has. */
  readonly withPlaces: boolean
}) {
  const w = useWords(frameworkWords)
  const text = useText()
  const first = toldBy(box)
  const place = withPlaces ? places[box.box] : undefined
  const hasMore = box.headlines.length > 0 || box.indicators.length > 0 || (steps?.length ?? 0) > 0
  return (
    <section className={styles.box} id={boxId(box.box)} aria-labelledby={`${boxId(box.box)}-title`} tabIndex={-1} data-kind={box.kind}>
      <div className={styles.boxHead}>
        <h3 id={`${boxId(box.box)}-title`}>{text(box.title)}</h3>
        {box.role && <Tag>{text(box.role)}</Tag>}
      </div>
      <p className="muted small">{text(box.about)}</p>
      {first ? (
        <div className={styles.state}>
          <p>
            <strong>{text(first.title)}</strong>
            <br />
            {text(first.state)}
          </p>
          <HeadlineTrend headline={first} small />
        </div>
      ) : (
        box.box !== 'memberEmbedding' && <p>{w.noHeadline}</p>
      )}
      {place && (
        <LinkButton kind="plain" to={place}>
          {w.places[box.box]}
        </LinkButton>
      )}
      {hasMore && (
        <details open={open} onToggle={(event) => onOpen(event.currentTarget.open)} className={styles.opened}>
          <summary>{w.open}</summary>
          {open && <Inside box={box} steps={steps} />}
        </details>
      )}
    </section>
  )
}

function Inside({ box, steps }: { readonly box: FrameworkBox; readonly steps: readonly Step[] | undefined }) {
  const w = useWords(frameworkWords)
  const text = useText()
  return (
    <>
      {box.headlines.map((headline) => (
        <FullHeadline key={`${headline.indicator} ${headline.measure}`} headline={headline} />
      ))}
      {box.thin.few > 0 && <p className="muted">{w.thin(box.thin.few, box.thin.of)}</p>}
      {box.indicators.length > 0 && (
        <>
          <h4>{w.indicators}</h4>
          <CardList>
            {box.indicators.map(({ key, title }) => (
              <CardItem key={key} title={text(title)} to="/insight/indicators/$key" params={{ key }} />
            ))}
          </CardList>
        </>
      )}
      {steps && (
        <>
          <h4>{w.next}</h4>
          {steps.length === 0 ? <p className="muted">{w.nextNone}</p> : <Steps steps={steps} />}
        </>
      )}
    </>
  )
}
