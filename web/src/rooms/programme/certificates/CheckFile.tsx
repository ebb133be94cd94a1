import { checkFile } from '@ronghe/contract/programme/certificates.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { certificateWords } from './words/words.ts'

/** For whoever was sent a certificate as a file. */
export function CheckFile() {
  const w = useWords(certificateWords)
  const [files, setFiles] = useState<readonly File[]>([])
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const check = useDeed(checkFile)
  const send = async (): Promise<void> => {
    const text = files[0] ? await files[0].text() : typed
    check.mutate({ body: { text, name } })
  }
  const errors = fieldErrorsOf(check.error)
  return (
    <>
      <PageHeader title={w.fileTitle} lead={w.fileLead} />
      <Form onSubmit={() => void send()} busy={check.isPending} error={check.error} label={w.fileTitle}>
        <Field label={w.file} optional>
          <FileInput files={files} onChange={setFiles} accept=".json,.jwt,application/json" most={1} mostBytes={60_000} />
        </Field>
        {files.length === 0 && (
          <Field label={w.fileText} name="text" optional error={errors['text']}>
            <TextArea value={typed} onChange={setTyped} rows={4} />
          </Field>
        )}
        <Field label={w.name} name="name" hint={w.nameHint} optional error={errors['name']}>
          <TextInput value={name} onChange={setName} maxLength={60} autoComplete="off" />
        </Field>
        <Button type="submit" busy={check.isPending}>
          {w.checkDo}
        </Button>
      </Form>
      {check.data && <Result found={check.data} />}
    </>
  )
}

function Result({ found }: { readonly found: ReplyOf<typeof checkFile> }) {
  const w = useWords(certificateWords)
  const format = useFormat()
  const good = found.faults.length === 0
  return (
    <div role="status">
      <Notice tone={good ? 'info' : 'attention'} title={good ? w.fileGood : w.fileBad}>
        {found.faults.map((fault) => (
          <p key={fault}>{w.faults[fault]}</p>
        ))}
        {found.revoked && <p>{w.revokedWhy(format.wholeDay(found.revoked.on), w.reasons[found.revoked.reason])}</p>}
        {found.holderFits !== null && <p>{found.holderFits ? w.nameFits : w.nameNot}</p>}
      </Notice>
      {found.name !== null && (
        <Card>
          <Facts
            facts={[
              [w.what, found.name],
              [w.issuer, found.issuer ?? ''],
            ]}
          />
        </Card>
      )}
    </div>
  )
}
