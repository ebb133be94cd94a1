import { type ApplicationStepNote, noteMyStep, readMyApplication, removeMyStep } from '@ronghe/contract/branch/applications.ts'
import { useDeed } from '../../../platform/queries.ts'
import { NoteDay } from './NoteDay.tsx'

/** The applicant notes and takes out what they like. */
export function MyStep({ step }: { readonly step: ApplicationStepNote }) {
  const note = useDeed(noteMyStep, { refreshes: [readMyApplication] })
  const remove = useDeed(removeMyStep, { refreshes: [readMyApplication] })
  const params = { step: step.step }
  return (
    <NoteDay
      key={step.day}
      name={`day-${step.step}`}
      day={step.day}
      may={step.may}
      busy={note.isPending || remove.isPending}
      error={note.error ?? remove.error}
      onNote={(day) => note.mutate({ params, body: { day } })}
      onRemove={() => remove.mutate({ params })}
    />
  )
}
