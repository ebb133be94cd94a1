import {
  type ContractMilestone,
  judgeMilestone,
  milestoneFile,
  readContract,
  readMilestoneFile,
  reportMilestone,
} from '@ronghe/contract/programme/contracts.ts'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { download, saveAs } from '../../../../platform/download.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed, useRefresh } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { ActForm, useEnding } from './act-form.tsx'
import { contractDeskWords } from './words/words.ts'

/** Under a milestone: the contractor reports and adds what shows it, the office confirms or sends it back. */
export function MilestoneActs({ milestone }: { readonly milestone: ContractMilestone }) {
  const w = useWords(contractDeskWords)
  const [open, setOpen] = useState<'report' | 'addFile' | 'return'>()
  const close = (): void => setOpen(undefined)
  const confirm = useDeed(judgeMilestone, useEnding(close))
  const params = { milestoneId: milestone.id }
  const get = async (fileId: string, caption: string): Promise<void> =>
    saveAs(await download(readMilestoneFile, { params: { fileId } }), caption)
  return (
    <>
      {milestone.files.map(({ id, caption }) => (
        <Button key={id} kind="plain" onPress={() => void get(id, caption)}>
          {caption}
        </Button>
      ))}
      {open === 'report' && <Report milestone={milestone} onDone={close} />}
      {open === 'addFile' && <AddFile milestone={milestone} onDone={close} />}
      {open === 'return' && <Return milestone={milestone} onDone={close} />}
      {open === undefined && milestone.may.length > 0 && (
        <ButtonRow>
          {milestone.may.includes('report') && <Button onPress={() => setOpen('report')}>{w.report}</Button>}
          {milestone.may.includes('addFile') && (
            <Button kind="quiet" onPress={() => setOpen('addFile')}>
              {w.addFile}
            </Button>
          )}
          {milestone.may.includes('confirm') && (
            <Button busy={confirm.isPending} onPress={() => confirm.mutate({ params, body: { confirmed: true, words: '' } })}>
              {w.judgeConfirm}
            </Button>
          )}
          {milestone.may.includes('return') && (
            <Button kind="quiet" onPress={() => setOpen('return')}>
              {w.judgeReturn}
            </Button>
          )}
        </ButtonRow>
      )}
    </>
  )
}

interface Inside {
  readonly milestone: ContractMilestone
  readonly onDone: () => void
}

function Report({ milestone, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(reportMilestone, useEnding(onDone))
  const missing: Readonly<Record<string, string>> = words.trim() === '' ? { words: w.missing.text } : {}
  const report = (): void => {
    setTried(true)
    if (words.trim() !== '') deed.mutate({ params: { milestoneId: milestone.id }, body: { words: words.trim() } })
  }
  return (
    <ActForm label={w.report} deed={deed} missing={tried ? missing : {}} send={report} button={w.report}>
      <Field label={w.reportWords} name="words" error={tried ? missing['words'] : undefined}>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={2000} />
      </Field>
    </ActForm>
  )
}

function Return({ milestone, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const [words, setWords] = useState('')
  const deed = useDeed(judgeMilestone, useEnding(onDone))
  const judge = (): void => deed.mutate({ params: { milestoneId: milestone.id }, body: { confirmed: false, words: words.trim() } })
  return (
    <ActForm label={w.judgeReturn} deed={deed} send={judge} button={w.judgeReturn}>
      <Field label={w.judgeWords} name="words" error={fieldErrorsOf(deed.error)['words']}>
        <TextArea value={words} onChange={setWords} rows={2} maxLength={1000} />
      </Field>
    </ActForm>
  )
}

function AddFile({ milestone, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [caption, setCaption] = useState('')
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const errors = fieldErrorsOf(attempt.error)
  const add = async (): Promise<void> => {
    const form = new FormData()
    form.append('caption', caption)
    if (files[0]) form.append('file', files[0])
    setAttempt({ busy: true })
    try {
      await send(milestoneFile, form, { params: { milestoneId: milestone.id } })
      await refresh(readContract)
      toast(w.fileDone)
      onDone()
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  return (
    <Form onSubmit={() => void add()} busy={attempt.busy} error={attempt.error} label={w.addFile}>
      <Field label={w.file} name="file" error={errors['file']}>
        <FileInput files={files} onChange={setFiles} most={1} />
      </Field>
      <Field label={w.caption2} name="caption" error={errors['caption']}>
        <TextInput value={caption} onChange={setCaption} maxLength={200} />
      </Field>
      <Button type="submit" busy={attempt.busy}>
        {w.addFile}
      </Button>
    </Form>
  )
}
