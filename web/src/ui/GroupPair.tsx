import { useFormat } from '../platform/language/format.ts'
import { useText, useWords } from '../platform/language/language.tsx'
import { useSession } from '../platform/session/session.tsx'
import { classNames } from './class-names.ts'
import styles from './figures.module.css'
import { GroupMark } from './GroupMark.tsx'
import { uiWords } from './words/words.ts'

/** A share with its interval and its counts; null where too few people stand behind it. */
export type Share = {
  readonly share: number
  readonly low: number
  readonly high: number
  readonly count: number
  readonly of: number
} | null

/**
 * Both groups side by side: always newcomers first, same size, blue with a circle and amber with a diamond, the interval beside the
 * share and the counts below it. `half` draws the line at one half, where both must be beyond it. `unstated` adds the third row.
 */
export function GroupPair({
  newcomer,
  local,
  unstated,
  half = false,
  label,
  counted,
}: {
  readonly newcomer: Share
  readonly local: Share
  readonly unstated?: Share
  readonly half?: boolean
  readonly label: string
  /** Worded by the page where something else than people is counted. */
  readonly counted?: (count: string, of: string) => string
}) {
  const w = useWords(uiWords)
  return (
    <figure className={styles.pair} aria-label={label}>
      <GroupRow group="newcomer" share={newcomer} half={half} counted={counted} />
      <GroupRow group="local" share={local} half={half} counted={counted} />
      {unstated !== undefined && <GroupRow group="unstated" share={unstated} half={half} counted={counted} />}
      <figcaption className="muted small extra">{w.intervalMeans}</figcaption>
    </figure>
  )
}

function GroupRow({
  group,
  share,
  half,
  counted,
}: {
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly share: Share
  readonly half: boolean
  readonly counted: ((count: string, of: string) => string) | undefined
}) {
  const w = useWords(uiWords)
  const format = useFormat()
  const name = useGroupName()(group)
  const at = (value: number): string => `${Math.min(100, Math.max(0, value * 100))}%`
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        <GroupMark group={group} />
        {name}
      </span>
      {share === null ? (
        <span className={styles.tooFew}>{w.tooFew}</span>
      ) : (
        <>
          <span className={styles.bar} aria-hidden="true">
            <span className={classNames(styles.fill, styles[group])} style={{ width: at(share.share) }} />
            {half && <span className={styles.half} />}
            <span className={styles.whisker} style={{ left: at(share.low), width: at(share.high - share.low) }} />
          </span>
          <span className={styles.share}>{format.percent(share.share)}</span>
          <span className={styles.counts}>
            {format.interval(share.low, share.high)} · {(counted ?? w.of)(format.count(share.count), format.count(share.of))}
          </span>
        </>
      )}
    </div>
  )
}

/** How this street calls a group: from the settings, never from the program. */
export function useGroupName(): (group: 'newcomer' | 'local' | 'unstated') => string {
  const w = useWords(uiWords)
  const { groupNames } = useSession()
  const text = useText()
  return (group) => (group === 'unstated' ? w.unstated : text(groupNames[group]))
}
