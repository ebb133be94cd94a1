import { readHazardByCode } from '@ronghe/contract/station/hazards.ts'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { useDeed } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { OneHazard } from './HazardPage.tsx'
import { hazardsWords } from './words/hazards/words.ts'

/** Back to a report made without an account, by the code that was given for it. */
export function HazardByCode() {
  const w = useWords(hazardsWords)
  const [code, setCode] = useState(useSearchText('code') ?? '')
  const [tried, setTried] = useState(false)
  const read = useDeed(readHazardByCode)
  const missing = code.trim() === ''
  if (read.data) return <OneHazard hazard={read.data} />
  const submit = (): void => {
    setTried(true)
    if (!missing) read.mutate({ body: { code: code.trim() } })
  }
  return (
    <>
      <PageHeader title={w.byCode} lead={w.byCodeText} back={{ to: '/hazards' }} />
      <Form onSubmit={submit} busy={read.isPending} error={read.error} errors={tried && missing ? { code: w.codeMissing } : {}}>
        <Field label={w.codeLabel} name="code" error={tried && missing ? w.codeMissing : undefined}>
          <TextInput value={code} onChange={setCode} maxLength={40} short />
        </Field>
        <Button type="submit" busy={read.isPending}>
          {w.codeDo}
        </Button>
      </Form>
    </>
  )
}
