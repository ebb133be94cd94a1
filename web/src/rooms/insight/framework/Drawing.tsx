import type { Arrow, FrameworkBox } from '@ronghe/contract/insight/framework.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import styles from './framework.module.css'
import { HeadlineTrend, toldBy } from './Headlines.tsx'
import { frameworkWords } from './words/words.ts'

/**
 * The study's figure drawn: embedding on the left, the four integrations in the middle, the outcome on the right, the feedback below. Where the
 * page is narrow or in large print it is not drawn: the boxes stand under each other with the arrows in words, which say the same.
 */
export function Drawing({
  boxes,
  arrows,
  onChoose,
}: {
  readonly boxes: readonly FrameworkBox[]
  readonly arrows: readonly Arrow[]
  readonly onChoose: (box: FrameworkBox['box']) => void
}) {
  const w = useWords(frameworkWords)
  const text = useText()
  const of = (kind: FrameworkBox['kind']) => boxes.filter((box) => box.kind === kind)
  const between = (kind: Arrow['kind'], from?: string, to?: string): Arrow | undefined =>
    arrows.find((arrow) => arrow.kind === kind && (from === undefined || arrow.from === from) && (to === undefined || arrow.to === to))
  const feedback = between('feedback')
  const into = between('leads', of('embedding')[0]?.box)
  const out = between('leads', undefined, 'outcome')
  return (
    <figure className={styles.drawing} aria-label={w.figure}>
      <div className={styles.drawn}>
        <div className={styles.column}>
          {of('embedding').map((box) => (
            <Node key={box.box} box={box} onChoose={onChoose} />
          ))}
        </div>
        <Across words={into && text(into.words)} />
        <div className={styles.column}>
          {of('integration').map((box) => (
            <div key={box.box} className={styles.withLink}>
              <Node box={box} onChoose={onChoose} />
              {box.box === 'service' && <Down way="down" words={wordsOf(between('precondition', box.box))} />}
              {box.box === 'management' && <Down way="up" words={wordsOf(between('means', 'resources'))} />}
            </div>
          ))}
        </div>
        <Across words={out && text(out.words)} />
        <div className={styles.column}>
          {of('outcome').map((box) => (
            <Node key={box.box} box={box} onChoose={onChoose} />
          ))}
        </div>
      </div>
      {feedback && (
        <div className={styles.feedback}>
          <svg viewBox="0 0 600 22" preserveAspectRatio="none" aria-hidden="true">
            <path d="M590 0V12H10V3" className={styles.arrow} vectorEffect="non-scaling-stroke" />
          </svg>
          <span className={styles.tip} aria-hidden="true">
            ▲
          </span>
          <span className="small muted">{text(feedback.words)}</span>
        </div>
      )}
      <figcaption className="small muted">{w.figureHint}</figcaption>
    </figure>
  )

  function wordsOf(arrow: Arrow | undefined): string | undefined {
    return arrow && text(arrow.words)
  }
}

function Node({ box, onChoose }: { readonly box: FrameworkBox; readonly onChoose: (box: FrameworkBox['box']) => void }) {
  const w = useWords(frameworkWords)
  const text = useText()
  const first = toldBy(box)
  return (
    <button type="button" className={styles.node} data-kind={box.kind} onClick={() => onChoose(box.box)}>
      <span className={styles.nodeTitle}>
        <strong>{text(box.title)}</strong>
        {box.role && <span className="small muted">{text(box.role)}</span>}
      </span>
      {first && (
        <>
          <span className="small">
            {text(first.title)} · {w.change[first.change]}
          </span>
          <span aria-hidden="true">
            <HeadlineTrend headline={first} small />
          </span>
        </>
      )}
    </button>
  )
}

const Across = ({ words }: { readonly words: string | undefined }) => (
  <div className={styles.across}>
    {words !== undefined && (
      <>
        <span className="small muted">{words}</span>
        <svg viewBox="0 0 48 16" aria-hidden="true">
          <path d="M2 8H44M37 2L45 8L37 14" className={styles.arrow} />
        </svg>
      </>
    )}
  </div>
)

const Down = ({ way, words }: { readonly way: 'up' | 'down'; readonly words: string | undefined }) =>
  words === undefined ? null : (
    <span className={styles.between}>
      <svg viewBox="0 0 14 22" aria-hidden="true">
        <path d={way === 'down' ? 'M7 1V20M2 14L7 20L12 14' : 'M7 21V2M2 8L7 2L12 8'} className={styles.arrow} />
      </svg>
      <span className="small muted">{words}</span>
    </span>
  )
