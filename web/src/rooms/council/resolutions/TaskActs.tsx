import { changeTask, type ResolutionTask, workOnTask } from '@ronghe/contract/council/resolutions.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { refreshed } from './refreshed.ts'
import { noFacts, TaskFields } from './TaskFields.tsx'
import { resolutionWords } from './words/words.ts'

/** What may be done with a task; one form at a time. */
export function TaskActs({ task }: { readonly task: ResolutionTask }) {
  const w = useWords(resolutionWords)
  const [open, setOpen] = useState<ResolutionTask['may'][number]>()
  const titles = { finish: w.finishTitle, refuse: w.refuseTitle, addEvidence: w.evidenceTitle, change: w.changeTitle }
  const close = (): void => setOpen(undefined)
  if (task.may.length === 0) return null
  return (
    <>
      <ButtonRow>
        {task.may.map((act) => (
          <Button key={act} kind="quiet" pressed={open === act} onPress={() => setOpen(open === act ? undefined : act)}>
            {titles[act]}
          </Button>
        ))}
      </ButtonRow>
      {open === 'finish' && <EndTask task={task} act="finish" onDone={close} />}
      {open === 'refuse' && <EndTask task={task} act="refuse" onDone={close} />}
      {open === 'addEvidence' && <EvidenceForm task={task} onDone={close} />}
      {open === 'change' && <ChangeTask task={task} onDone={close} />}
    </>
  )
}

function EndTask({ task, act, onDone }: { readonly task: ResolutionTask; readonly act: 'finish' | 'refuse'; readonly onDone: () => void }) {
  const w = useWords(resolutionWords)
  const [words, setWords] = useState('')
  const [law, setLaw] = useState('')
  const deed = useDeed(workOnTask, {
    refreshes: refreshed,
    onDone: () => {
      onDone()
      toast(w.doneToast)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const finish = act === 'finish'
  const name = finish ? 'what.outcome' : 'what.reason'
  const send = (): void =>
    deed.mutate({ params: { taskId: task.id }, body: { what: finish ? { act, outcome: words } : { act, reason: words, law } } })
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={finish ? w.finishTitle : w.refuseTitle}>
      <Field label={finish ? w.finishWords : w.refuseWords} name={name} error={errors[name]}>
        <TextArea value={words} onChange={setWords} maxLength={1000} rows={3} />
      </Field>
      {!finish && (
        <Field label={w.refuseLaw} name="what.law" error={errors['what.law']} optional>
          <TextInput value={law} onChange={setLaw} maxLength={200} />
        </Field>
      )}
      <Button type="submit" busy={deed.isPending}>
        {finish ? w.finishDo : w.refuseDo}
      </Button>
    </Form>
  )
}

function ChangeTask({ task, onDone }: { readonly task: ResolutionTask; readonly onDone: () => void }) {
  const w = useWords(resolutionWords)
  const [facts, setFacts] = useState({
    ...noFacts,
    dueOn: task.dueOn,
    caseNumber: task.caseNumber ?? '',
    contractNumber: task.contractNumber ?? '',
  })
  const [reason, setReason] = useState('')
  const deed = useDeed(changeTask, { refreshes: refreshed, onDone })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { taskId: task.id }, body: { ...facts, reason } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.changeTitle}
    >
      <TaskFields value={facts} onChange={setFacts} errors={errors} />
      <Field label={w.reason} name="reason" hint={w.reasonHint} error={errors['reason']}>
        <TextArea value={reason} onChange={setReason} maxLength={500} rows={2} />
      </Field>
      <Button type="submit" busy={deed.isPending}>
        {w.changeDo}
      </Button>
    </Form>
  )
}
