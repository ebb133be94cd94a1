import type { ConcernPage, ConcernWork } from '@ronghe/contract/programme/concerns.ts'
import { useRef, useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import styles from '../desk.module.css'
import { MergeStep } from './MergeStep.tsx'
import { OwnerStep } from './OwnerStep.tsx'
import { ProtectStep } from './ProtectStep.tsx'
import { PublishStep } from './PublishStep.tsx'
import { useConcernStep } from './use-concern-step.ts'
import { WordsStep } from './WordsStep.tsx'
import { concernDeskWords } from './words/words.ts'

/** In the order in which they are used; the first that is offered is the main one. */
const order: readonly ConcernWork[] = [
  'answerThreat',
  'screen',
  'begin',
  'answer',
  'unmerge',
  'publish',
  'reassign',
  'merge',
  'return',
  'askSharing',
  'protect',
  'decline',
]
const plain: ReadonlySet<ConcernWork> = new Set(['begin', 'unmerge', 'askSharing'])

/** The buttons the reply offers; those that need words open a form of their own. */
export function ConcernSteps({ found }: { readonly found: ConcernPage }) {
  const w = useWords(concernDeskWords)
  const [open, setOpen] = useState<ConcernWork>()
  const start = useRef<HTMLDivElement>(null)
  const at = useConcernStep(found.id)
  const steps = order.filter((step) => found.may.includes(step))
  const run = (step: ConcernWork): void => {
    if (!plain.has(step)) setOpen(step)
    else if (step === 'askSharing') setOpen(step)
    else at.take({ act: step as 'begin' | 'unmerge' })
  }
  const offered = (step: ConcernWork): string | undefined => (steps.includes(step) ? w.steps[step] : undefined)
  useShortcut(w.keys.screen, offered('screen'), () => run('screen'))
  useShortcut(w.keys.begin, offered('begin'), () => run('begin'))
  useShortcut(w.keys.answer, offered('answer'), () => run('answer'))
  useShortcut(w.keys.merge, offered('merge'), () => run('merge'))
  const close = (): void => setOpen(undefined)
  return (
    <>
      {at.deed.error && open === undefined && <RefusalLine error={at.deed.error} />}
      {steps.length === 0 ? (
        <p className="muted">{w.nothingToDo}</p>
      ) : (
        <div className={styles.after}>
          <ButtonRow>
            {steps.map((step, place) => (
              <Button
                key={step}
                kind={place === 0 ? 'main' : step === 'decline' ? 'careful' : 'quiet'}
                busy={at.deed.isPending && plain.has(step)}
                onPress={() => run(step)}
              >
                {w.steps[step]}
              </Button>
            ))}
          </ButtonRow>
        </div>
      )}
      <Dialog title={open ? `${w.steps[open]} · ${found.number}` : ''} open={open !== undefined} onClose={close} startAt={start}>
        <div ref={start} tabIndex={-1} className={styles.dialog}>
          {(open === 'screen' || open === 'reassign') && <OwnerStep found={found} act={open} onDone={close} />}
          {(open === 'answer' || open === 'decline' || open === 'return' || open === 'answerThreat') && (
            <WordsStep found={found} act={open} onDone={close} />
          )}
          {open === 'merge' && <MergeStep found={found} onDone={close} />}
          {open === 'protect' && <ProtectStep found={found} onDone={close} />}
          {open === 'publish' && <PublishStep found={found} onDone={close} />}
          {open === 'askSharing' && (
            <Card>
              <p>{w.askSharingText}</p>
              <ButtonRow>
                <Button busy={at.deed.isPending} onPress={() => at.take({ act: 'askSharing' }, close)}>
                  {w.steps.askSharing}
                </Button>
              </ButtonRow>
            </Card>
          )}
        </div>
      </Dialog>
    </>
  )
}
