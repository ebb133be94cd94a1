import { importCourses, listDeskCourses } from '@ronghe/contract/school/course-desk.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useRefresh } from '../../../../platform/queries.ts'
import { sendFile } from '../../../../platform/send-file.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { courseDeskWords } from './words/words.ts'

/** A sheet of courses becomes drafts, or says row by row what does not fit. */
export function ImportCourses() {
  const w = useWords(courseDeskWords)
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [missing, setMissing] = useState<Record<string, string>>({})
  const send = useMutation({
    mutationFn: (file: File) => sendFile(importCourses, {}, file, () => undefined),
    onSuccess: () => refresh(listDeskCourses),
  })
  const submit = () => {
    setMissing(files[0] ? {} : { file: w.needFile })
    if (files[0]) send.mutate(files[0])
  }
  return (
    <>
      <PageHeader title={w.importTitle} lead={w.importLead} back={{ to: '/school/courses', label: w.toList }} />
      <Form onSubmit={submit} busy={send.isPending} errors={missing} error={send.error}>
        <Field name="file" label={w.importFile} error={missing['file']}>
          <FileInput
            files={files}
            onChange={setFiles}
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            most={1}
          />
        </Field>
        <Button type="submit" busy={send.isPending}>
          {w.importDo}
        </Button>
      </Form>
      {send.data && send.data.taken > 0 && <Notice>{w.importTaken(send.data.taken)}</Notice>}
      {send.data && send.data.faults.length > 0 && (
        <Card title={w.importFaults}>
          <ul>
            {send.data.faults.map(({ row, column, detail }) => (
              <li key={`${row} ${column} ${detail}`}>{w.importFault(row, column, detail)}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
