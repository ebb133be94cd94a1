import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import { AskStep } from './AskStep.tsx'
import { DecideStep } from './DecideStep.tsx'
import { DepartmentNumberStep } from './DepartmentNumberStep.tsx'
import { ExternalAskStep, ExternalReplyStep, ExternalStartStep } from './ExternalSteps.tsx'
import { HandOverStep } from './HandOverStep.tsx'
import { RatingCodeStep } from './RatingCodeStep.tsx'
import { ReasonStep } from './ReasonStep.tsx'
import { ReceiveStep } from './ReceiveStep.tsx'
import { RouteStep } from './RouteStep.tsx'
import type { StepName } from './steps.ts'
import { WaiveStep } from './WaiveStep.tsx'

/** What a step needs to be told before it is taken. */
export interface StepForm {
  readonly found: CaseOnPage
  readonly onDone: () => void
}

const forms: Readonly<Partial<Record<StepName, (form: StepForm) => ReactNode>>> = {
  ask: AskStep,
  receive: ReceiveStep,
  waive: WaiveStep,
  route: RouteStep,
  decide: DecideStep,
  departmentDecline: (form) => <ReasonStep {...form} step="departmentDecline" />,
  return: (form) => <ReasonStep {...form} step="return" />,
  reopen: (form) => <ReasonStep {...form} step="reopen" />,
  withdraw: (form) => <ReasonStep {...form} step="withdraw" />,
  departmentNumber: DepartmentNumberStep,
  handOver: HandOverStep,
  externalStart: ExternalStartStep,
  externalAsk: ExternalAskStep,
  externalReply: ExternalReplyStep,
  ratingCode: RatingCodeStep,
}

export function StepDialog({
  step,
  found,
  onClose,
}: {
  readonly step: StepName
  readonly found: CaseOnPage
  readonly onClose: () => void
}) {
  const w = useWords(deskWords)
  const Form = forms[step]
  const start = useRef<HTMLDivElement>(null)
  return (
    <Dialog title={`${w.steps[step]} · ${found.number}`} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.form}>
        {Form && <Form found={found} onDone={onClose} />}
      </div>
    </Dialog>
  )
}
