import { rateByCode } from '@ronghe/contract/station/ratings.ts'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { useDeed } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { nothingGiven, RatingFields } from './Rating.tsx'
import { casesWords } from './words/cases/words.ts'

/** Rating a visit or a matter with the code from the slip; nobody signs in. */
export function RateByCode() {
  const w = useWords(casesWords)
  const [code, setCode] = useState(useSearchText('code') ?? '')
  const [given, setGiven] = useState(nothingGiven)
  const [tried, setTried] = useState(false)
  const rate = useDeed(rateByCode)
  const errors = {
    ...(code.trim() === '' && { code: w.statusCodeMissing }),
    ...(given.level === undefined && { level: w.chooseLevel }),
  }
  const submit = (): void => {
    setTried(true)
    if (given.level !== undefined && code.trim() !== '')
      rate.mutate({ body: { code: code.trim(), level: given.level, words: given.words, call: given.call } })
  }
  if (rate.isSuccess)
    return (
      <>
        <PageHeader title={w.rateCodeTitle} />
        <EmptyState title={w.rateCodeThanks} next={<LinkButton to="/services">{w.toServices}</LinkButton>}>
          {w.rateCodeThanksText}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={w.rateCodeTitle} lead={w.rateHint} back={{ to: '/services' }} />
      <Form onSubmit={submit} busy={rate.isPending} error={rate.error} errors={tried ? errors : {}}>
        <Field
          label={w.rateCodeLabel}
          hint={w.rateCodeHint}
          name="code"
          error={tried ? (errors.code ?? fieldErrorsOf(rate.error)['code']) : undefined}
        >
          <TextInput value={code} onChange={setCode} maxLength={30} short />
        </Field>
        <RatingFields given={given} change={setGiven} missing={tried && given.level === undefined} />
        <Button type="submit" busy={rate.isPending}>
          {w.rateDo}
        </Button>
      </Form>
    </>
  )
}
