import { attest } from '@ronghe/contract/people/residence.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { neighbourWords } from '../words/neighbours/words.ts'

/** Lane heads and confirmed neighbours say that somebody lives here; the code carries everything else. */
export function Attest() {
  const w = useWords(neighbourWords)
  const [code, setCode] = useState('')
  const deed = useDeed(attest)
  const again = (): void => {
    setCode('')
    deed.reset()
  }
  if (deed.data)
    return (
      <>
        <PageHeader title={w.attestTitle} back={{ to: '/me' }} />
        <EmptyState title={w.attested[deed.data.as]} next={<Button onPress={again}>{w.attestNext}</Button>}>
          {deed.data.complete ? w.attestComplete : w.attestOneMore}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={w.attestTitle} lead={w.attestLead} back={{ to: '/me' }} />
      <Form onSubmit={() => deed.mutate({ body: { code } })} busy={deed.isPending} error={deed.error} label={w.attestTitle}>
        <Field label={w.attestCode} name="code" error={fieldErrorsOf(deed.error)['code']}>
          <TextInput value={code} onChange={setCode} maxLength={20} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.attestDo}
        </Button>
      </Form>
      <Notice>{w.attestWho}</Notice>
    </>
  )
}
