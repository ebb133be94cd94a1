import { addMaterialFile, listMaterials } from '@ronghe/contract/school/class.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useRefresh } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { classWords } from './words/words.ts'

/** A picture or PDF with its title. */
export function AddFile({
  courseId,
  sessions,
  onDone,
}: {
  readonly courseId: string
  readonly sessions: readonly { readonly value: string; readonly label: string }[]
  readonly onDone: () => void
}) {
  const w = useWords(classWords)
  const refresh = useRefresh()
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [sessionId, setSessionId] = useState('')
  const [forAll, setForAll] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const add = useMutation({
    mutationFn(file: File) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ title, titleEn, sessionId, public: String(forAll), name: file.name }))
        form.append(name, value)
      form.append('file', file)
      return send(addMaterialFile, form, { params: { courseId } })
    },
    async onSuccess() {
      toast(w.saved)
      await refresh(listMaterials)
      onDone()
    },
  })
  const missing = {
    ...(title.trim() === '' ? { title: w.missing } : {}),
    ...(files.length === 0 ? { file: w.missingFile } : {}),
  }
  const errors: Readonly<Record<string, string>> = { ...fieldErrorsOf(add.error), ...(tried ? missing : {}) }
  const upload = (): void => {
    setTried(true)
    const [file] = files
    if (file && title.trim() !== '') add.mutate(file)
  }
  return (
    <Form label={w.addFile} onSubmit={upload} busy={add.isPending} error={add.error} errors={tried ? missing : {}}>
      <Card title={w.addFile}>
        <Field label={w.materialTitle} name="title" error={errors['title']}>
          <TextInput value={title} onChange={setTitle} maxLength={80} />
        </Field>
        <Field label={w.titleEn} name="titleEn" optional>
          <TextInput value={titleEn} onChange={setTitleEn} maxLength={160} />
        </Field>
        <Field label={w.file} name="file" error={errors['file']}>
          <FileInput files={files} onChange={setFiles} most={1} />
        </Field>
        <Field label={w.about} name="sessionId">
          <Select value={sessionId} onChange={setSessionId} options={sessions} />
        </Field>
        <Tick checked={forAll} onChange={setForAll} label={w.forAll} hint={w.forAllHint} />
        <ButtonRow>
          <Button type="submit" busy={add.isPending}>
            {w.save}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Card>
    </Form>
  )
}
