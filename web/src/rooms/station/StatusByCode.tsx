import { askStatusByCode } from '@ronghe/contract/station/cases.ts'
import { useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { useDeed } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { caseTag } from './case-tag.ts'
import { casesWords } from './words/cases/words.ts'

/** Where a case stands, for whoever holds the receipt and knows the end of the phone number. */
export function StatusByCode() {
  const w = useWords(casesWords)
  const format = useFormat()
  const [code, setCode] = useState(useSearchText('code') ?? '')
  const [tail, setTail] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useDeed(askStatusByCode)
  const errors = {
    ...(code.trim() === '' && { code: w.statusCodeMissing }),
    ...(!/^\d{4}$/.test(tail) && { phoneTail: w.statusTailWrong }),
  }
  const submit = (): void => {
    setTried(true)
    if (Object.keys(errors).length === 0) ask.mutate({ body: { code: code.trim(), phoneTail: tail } })
  }
  const reply = ask.data
  return (
    <>
      <PageHeader title={w.statusTitle} lead={w.statusLead} back={{ to: '/services' }} />
      <Form onSubmit={submit} busy={ask.isPending} error={ask.error} errors={tried ? errors : {}}>
        <Field
          label={w.statusCode}
          hint={w.statusCodeHint}
          name="code"
          error={tried ? (errors.code ?? fieldErrorsOf(ask.error)['code']) : undefined}
        >
          <TextInput value={code} onChange={setCode} maxLength={20} short />
        </Field>
        <Field label={w.statusTail} name="phoneTail" error={tried ? errors.phoneTail : undefined}>
          <TextInput value={tail} onChange={(next) => setTail(next.replace(/\D/g, '').slice(0, 4))} short />
        </Field>
        <Button type="submit" busy={ask.isPending}>
          {w.statusDo}
        </Button>
      </Form>
      <div role="status">
        {reply && reply.waitMinutes > 0 && <Notice tone="attention">{w.statusWait(reply.waitMinutes)}</Notice>}
        {reply && reply.waitMinutes === 0 && !reply.found && (
          <Notice tone="attention" title={w.statusNotFound}>
            {w.statusNotFoundText}
          </Notice>
        )}
        {reply?.found && (
          <Card
            title={
              <>
                {reply.found.number}{' '}
                <Tag tone={caseTag(w, reply.found.state, reply.found.outcome).tone}>
                  {caseTag(w, reply.found.state, reply.found.outcome).words}
                </Tag>
              </>
            }
          >
            <p>{reply.found.line}</p>
            <Timeline
              steps={reply.found.timeline.map((entry) => ({
                key: `${entry.at} ${entry.sentence}`,
                title: entry.sentence,
                when: format.moment(entry.at),
              }))}
            />
          </Card>
        )}
      </div>
    </>
  )
}
