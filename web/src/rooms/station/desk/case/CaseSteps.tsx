import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { acceptAsDepartment, acceptCase, closeCase, takeCase } from '@ronghe/contract/station/cases-steps.ts'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Menu } from '../../../../ui/Menu.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import { StepDialog } from './StepDialog.tsx'
import { stepKeys, type StepName, stepsOffered } from './steps.ts'
import { isChanged, useCaseStep } from './use-case-step.ts'

/** As many as fit beside each other; the rest waits in the menu. */
const shownAtOnce = 3

/** What may be done now: the likeliest step first, each with its key. */
export function CaseSteps({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const navigate = useNavigate()
  const bar = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<StepName>()
  const at = { params: { caseId: found.id }, body: { events: found.events } }
  const take = useCaseStep(takeCase, 'take')
  const accept = useCaseStep(acceptCase, 'accept')
  const close = useCaseStep(closeCase, 'close')
  const departmentAccept = useCaseStep(acceptAsDepartment, 'departmentAccept')
  const atOnce = { take, accept, close, departmentAccept }
  const isAtOnce = (step: StepName): step is keyof typeof atOnce => step in atOnce
  const steps = stepsOffered(
    [...found.may, ...(found.state === 'closed' && found.may.includes('print') ? ['ratingCode'] : [])],
    found.state,
  )
  const doing = Object.values(atOnce)
  const error = doing.find((deed) => deed.error !== null)?.error
  const begin = (step: StepName): void => {
    if (!isAtOnce(step)) return setOpen(step)
    if (atOnce[step].isPending) return
    for (const deed of doing) deed.reset()
    atOnce[step].mutate(at)
  }
  // A key alone never does what cannot be taken back: it goes to the button, and Enter presses it.
  const byKey = (step: StepName): void => {
    const button = bar.current?.querySelector<HTMLElement>(`[data-step='${step}'] button`)
    if (isAtOnce(step) && button) button.focus()
    else begin(step)
  }
  const toPaper = (to: string): void => void navigate({ to, params: { caseId: found.id } as never })
  const mayPrint = found.may.includes('print')
  useShortcut('p', mayPrint ? w.print : undefined, () => toPaper('/case/$caseId/receipt'))
  useShortcut('c', w.openCopySheet, () => toPaper('/case/$caseId/copy-sheet'))
  const rest = steps.slice(shownAtOnce)
  return (
    <div ref={bar} className={styles.steps}>
      {steps.map((step) => (
        <StepKey key={step} step={step} idle={open === undefined} onPress={() => byKey(step)} />
      ))}
      {error &&
        (isChanged(error) ? (
          <Notice tone="attention" title={w.changedTitle}>
            {w.changedText}
          </Notice>
        ) : (
          <RefusalLine error={error} />
        ))}
      {steps.length === 0 && (
        <p className="muted">
          {w.nothingToDo}。{w.nothingWaits}
        </p>
      )}
      <ButtonRow>
        {steps.slice(0, shownAtOnce).map((step, place) => (
          <span key={step} data-step={step}>
            <Button kind={place === 0 ? 'main' : 'quiet'} busy={isAtOnce(step) && atOnce[step].isPending} onPress={() => begin(step)}>
              {w.steps[step]}
            </Button>
          </span>
        ))}
        {mayPrint && (
          <LinkButton kind="quiet" icon="print" to="/case/$caseId/receipt" params={{ caseId: found.id }}>
            {w.print}
          </LinkButton>
        )}
        <LinkButton kind="plain" to="/case/$caseId/copy-sheet" params={{ caseId: found.id }}>
          {w.copySheet}
        </LinkButton>
        {rest.length > 0 && (
          <Menu label={w.more} actions={rest.map((step) => ({ label: w.steps[step], run: () => begin(step) }))}>
            {w.more}
          </Menu>
        )}
      </ButtonRow>
      {open && <StepDialog step={open} found={found} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

/** One key of one step; a component, because each offered step registers its own. */
function StepKey({ step, idle, onPress }: { readonly step: StepName; readonly idle: boolean; readonly onPress: () => void }) {
  const w = useWords(deskWords)
  const key = stepKeys[step]
  useShortcut(key ?? '', idle && key !== undefined ? w.steps[step] : undefined, onPress)
  return null
}
