import type { QueueLine } from '@ronghe/contract/station/cases-desk.ts'
import { bulkCases } from '@ronghe/contract/station/cases-steps.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { deskWords } from '../words/words.ts'
import { BulkDialog } from './BulkDialog.tsx'
import styles from './queue.module.css'

export type BulkStep = BodyOf<typeof bulkCases>['step']
const steps: readonly BulkStep[] = ['take', 'accept', 'route', 'close', 'handOver']
const most = 200

/** What may be done with all that is selected at once. */
export function BulkBar({
  lines,
  onDone,
  onAll,
}: {
  readonly lines: readonly QueueLine[]
  readonly onDone: () => void
  readonly onAll: () => void
}) {
  const w = useWords(deskWords)
  const [step, setStep] = useState<BulkStep>()
  return (
    <div className={styles.bulk} role="group" aria-label={w.selected(lines.length)}>
      <div className={styles.bulkHead}>
        <strong>{w.selected(lines.length)}</strong>
        <Button kind="plain" onPress={onAll}>
          {w.selectAll}
        </Button>
        <Button kind="plain" onPress={onDone}>
          {w.unselect}
        </Button>
      </div>
      {lines.length > most ? (
        <p>{w.bulk.limit}</p>
      ) : (
        <div className={styles.bulkSteps}>
          {steps.map((one) => (
            <Button key={one} kind="quiet" onPress={() => setStep(one)}>
              {w.bulk[one]}
            </Button>
          ))}
        </div>
      )}
      {step && (
        <BulkDialog
          step={step}
          lines={lines}
          onClose={() => setStep(undefined)}
          onDone={() => {
            setStep(undefined)
            onDone()
          }}
        />
      )}
    </div>
  )
}
