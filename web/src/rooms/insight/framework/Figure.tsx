import type { FrameworkBox, readFramework, Step } from '@ronghe/contract/insight/framework.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { Fragment, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { usePeriodLabel } from '../charts/periods.ts'
import { BoxCard, boxId } from './BoxCard.tsx'
import { Drawing } from './Drawing.tsx'
import styles from './framework.module.css'
import { frameworkWords } from './words/words.ts'

type Page = ReplyOf<typeof readFramework>
const kinds = ['embedding', 'integration', 'outcome', 'house'] as const

/** The figure drawn where there is room for it, then every box in its order, with the arrows in words between them. */
export function Figure({
  page,
  steps,
  withPlaces = true,
}: {
  readonly page: Page
  readonly steps: readonly Step[] | undefined
  readonly withPlaces?: boolean
}) {
  const w = useWords(frameworkWords)
  const format = useFormat()
  const label = usePeriodLabel()
  const [open, setOpen] = useState<ReadonlySet<FrameworkBox['box']>>(new Set())
  const turn = (box: FrameworkBox['box'], to: boolean): void =>
    setOpen((before) => new Set(to ? [...before, box] : [...before].filter((one) => one !== box)))
  const choose = (box: FrameworkBox['box']): void => {
    flushSync(() => turn(box, true))
    const card = document.getElementById(boxId(box))
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'start' })
  }
  const { boxes, arrows, until, next } = page
  return (
    <>
      <p className="muted">
        {until === null ? w.noMonth : w.until(label(until))} {w.nextMonth(label(next.period), format.day(next.shownFrom))}
      </p>
      <Drawing boxes={boxes.filter(({ kind }) => kind !== 'house')} arrows={arrows} onChoose={choose} />
      {kinds.map((kind) => {
        const own = boxes.filter((box) => box.kind === kind)
        if (own.length === 0) return null
        return (
          <Fragment key={kind}>
            <h2 className={styles.kind}>{w.kinds[kind]}</h2>
            <div className={styles.boxes}>
              {own.map((box) => (
                <BoxCard
                  key={box.box}
                  box={box}
                  steps={steps?.filter((step) => step.box === box.box)}
                  open={open.has(box.box)}
                  onOpen={(to) => turn(box.box, to)}
                  withPlaces={withPlaces}
                />
              ))}
            </div>
            <ArrowsInWords page={page} from={kind} />
          </Fragment>
        )
      })}
      <p className={styles.warning}>{w.warning}</p>
    </>
  )
}

/** The arrows that leave a part of the figure, each sentence once. */
function ArrowsInWords({ page: { boxes, arrows }, from }: { readonly page: Page; readonly from: (typeof kinds)[number] }) {
  const text = useText()
  const kindOf = new Map(boxes.map(({ box, kind }) => [box, kind]))
  const own = arrows.filter((arrow) => kindOf.get(arrow.from) === from)
  const sentences = [...new Set(own.map(({ words }) => text(words)))]
  if (sentences.length === 0) return null
  const isBack = own.some(({ kind }) => kind === 'feedback')
  return (
    <ul className={styles.arrows}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <span aria-hidden="true">{isBack ? '↑' : '↓'}</span> {sentence}
        </li>
      ))}
    </ul>
  )
}
