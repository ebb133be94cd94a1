import { type ReactNode, useRef } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import styles from '../people-desk.module.css'
import { AssistForm } from './AssistForm.tsx'
import { ChangeNumber } from './ChangeNumber.tsx'
import { ChoosePin } from './ChoosePin.tsx'
import { ConfirmOwner } from './ConfirmOwner.tsx'
import { ConfirmResidence } from './ConfirmResidence.tsx'
import { PaperConsent } from './PaperConsent.tsx'
import type { Person } from './Resident.tsx'
import { findWords } from './words/words.ts'

export type ResidentDeed = 'assist' | 'confirm' | 'owner' | 'change' | 'paperConsent' | 'choosePin'

export interface ResidentForm {
  readonly person: Person
  readonly onDone: () => void
}

const forms: Readonly<Record<ResidentDeed, (form: ResidentForm) => ReactNode>> = {
  assist: AssistForm,
  confirm: ConfirmResidence,
  owner: ConfirmOwner,
  change: ChangeNumber,
  paperConsent: PaperConsent,
  choosePin: ChoosePin,
}

export function ResidentDialog({
  deed,
  person,
  onClose,
}: {
  readonly deed: ResidentDeed
  readonly person: Person
  readonly onClose: () => void
}) {
  const w = useWords(findWords)
  const start = useRef<HTMLDivElement>(null)
  const Form = forms[deed]
  return (
    <Dialog title={`${w[deed]} · ${person.name}`} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={styles.dialog}>
        <Form person={person} onDone={onClose} />
      </div>
    </Dialog>
  )
}
