import { type Amendment, decideAmendment, type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { BenchTag } from './MotionTags.tsx'
import { NumberedLines } from './MotionText.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** Amendments beside the lines they would change, struck through and underlined: told apart without colour. */
export function Amendments({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  if (motion.filedOn === null) return null
  return (
    <Card title={w.amendmentsTitle}>
      {motion.amendments.length === 0 && <p className="muted">{w.amendmentsNone}</p>}
      {motion.amendments.map((amendment) => (
        <OneAmendment key={amendment.id} motionId={motion.id} amendment={amendment} />
      ))}
      {motion.versions.length > 1 && (
        <details className={styles.part}>
          <summary>{w.versionsTitle}</summary>
          {motion.versions.map(({ version, from, lines }) => (
            <Version key={version} version={version} from={from} lines={lines} />
          ))}
        </details>
      )}
    </Card>
  )
}

function Version({ version, from, lines }: Motion['versions'][number]) {
  const w = useWords(motionWords)
  const format = useFormat()
  return (
    <div className={styles.part}>
      <h3>
        {w.version(version)} · {format.day(from)}
      </h3>
      <NumberedLines lines={lines} />
    </div>
  )
}

function OneAmendment({ motionId, amendment }: { readonly motionId: string; readonly amendment: Amendment }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const deed = useDeed(decideAmendment, { refreshes: [readMotion] })
  const act = (what: 'merge' | 'decline' | 'withdraw'): void =>
    deed.mutate({ params: { motionId, amendmentId: amendment.id }, body: { act: what } })
  const { may } = amendment
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>{w.amendment(amendment.number)}</h3>
        <span>{w.amendmentLines(amendment.fromLine, amendment.toLine)}</span>
        <Tag tone={amendment.state === 'open' ? 'attention' : amendment.state === 'merged' ? 'going' : 'quiet'}>
          {w.amendmentStates[amendment.state]}
        </Tag>
        {amendment.decidedBy && <span className="muted">{w.decidedBy[amendment.decidedBy]}</span>}
      </div>
      <p className="muted">
        {[amendment.author, format.day(amendment.proposedOn)].filter(Boolean).join(' · ')} <BenchTag bench={amendment.bench} />
      </p>
      <Comparison before={amendment.before} lines={amendment.lines} />
      <p className={styles.note}>{w.amendmentBecause(amendment.reason)}</p>
      {amendment.conflicts.length > 0 && <p className={styles.note}>{w.conflicts(format.list(amendment.conflicts.map(String)))}</p>}
      {deed.error && <RefusalLine error={deed.error} />}
      {may.length > 0 && (
        <ButtonRow>
          {may.includes('merge') && (
            <Button onPress={() => act('merge')} busy={deed.isPending}>
              {w.merge}
            </Button>
          )}
          {may.includes('decline') && (
            <Button kind="quiet" onPress={() => act('decline')} busy={deed.isPending}>
              {w.decline}
            </Button>
          )}
          {may.includes('withdraw') && (
            <Button kind="plain" onPress={() => act('withdraw')} busy={deed.isPending}>
              {w.withdrawAmendment}
            </Button>
          )}
        </ButtonRow>
      )}
    </div>
  )
}

/** What stands there and what would: side by side where there is room. */
export function Comparison({ before, lines }: { readonly before: readonly string[]; readonly lines: readonly string[] }) {
  const w = useWords(motionWords)
  return (
    <div className={styles.compare}>
      <div className={styles.side}>
        <h4>{w.before}</h4>
        {before.length === 0 ? (
          <p className="muted">{w.insertHere}</p>
        ) : (
          before.map((line) => (
            <del key={line} className={styles.out}>
              <p>{line}</p>
            </del>
          ))
        )}
      </div>
      <div className={styles.side}>
        <h4>{w.after}</h4>
        {lines.length === 0 ? (
          <p className="muted">{w.nothing}</p>
        ) : (
          lines.map((line) => (
            <ins key={line} className={styles.put}>
              <p>{line}</p>
            </ins>
          ))
        )}
      </div>
    </div>
  )
}
