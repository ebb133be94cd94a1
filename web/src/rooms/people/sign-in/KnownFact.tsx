import { answerFact, notMyAccount } from '@ronghe/contract/people/sign-in.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Actions } from '../Actions.tsx'
import { signInWords } from '../words/sign-in/words.ts'
import { afterSignedIn, type StepProps } from './step.ts'

/** The code was right, but the number may have a new owner: one known fact, or the desk (08, Sign-in). */
export function KnownFact({ next, onSignedIn }: Omit<StepProps, 'step'>) {
  const w = useWords(signInWords)
  const text = useText()
  const [fact, setFact] = useState<'name' | 'joined'>('name')
  const [value, setValue] = useState('')
  const [month, setMonth] = useState('')
  const [communityId, setCommunityId] = useState('')
  const { data: places } = useQuery({ ...reading(listPlaces), enabled: fact === 'joined' })
  const deed = useDeed(answerFact, { onDone: (reply) => onSignedIn('secondFactor' in reply && reply.secondFactor) })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void => deed.mutate({ body: fact === 'name' ? { fact, value } : { fact, month, communityId } })
  return (
    <>
      <PageHeader title={w.factTitle} lead={w.factLead} />
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.factTitle}>
        <Choice
          label={w.factWhich}
          value={fact}
          onChange={setFact}
          options={[
            { value: 'name', label: w.factName },
            { value: 'joined', label: w.factJoined },
          ]}
        />
        {fact === 'name' ? (
          <Field label={w.factName} name="value" error={errors['value']}>
            <TextInput value={value} onChange={setValue} short maxLength={60} />
          </Field>
        ) : (
          <>
            <Field label={w.factMonth} name="month" hint={w.factMonthHint} error={errors['month']}>
              <TextInput value={month} onChange={setMonth} short maxLength={7} />
            </Field>
            <Field label={w.community} name="communityId" error={errors['communityId']}>
              <Select
                value={communityId}
                onChange={setCommunityId}
                options={(places?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
          </>
        )}
        <Button type="submit" wide busy={deed.isPending}>
          {w.check}
        </Button>
      </Form>
      <Notice tone="why" title={w.factElse}>
        <p>{w.factDesk}</p>
        <Button kind="quiet" onPress={() => onSignedIn(false)}>
          {w.factRefresh}
        </Button>
      </Notice>
      <NotMine next={next} />
    </>
  )
}

function NotMine({ next }: Pick<StepProps, 'next'>) {
  const w = useWords(signInWords)
  const [open, setOpen] = useState(false)
  const deed = useDeed(notMyAccount, {
    onDone(reply) {
      const after = afterSignedIn(reply, '', Date.now())
      if (!after.in) next(after.step)
    },
  })
  return (
    <Actions>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {w.notMine}
      </Button>
      <Dialog title={w.notMine} open={open} onClose={() => setOpen(false)}>
        <p>{w.notMineSure}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <Actions>
          <Button busy={deed.isPending} onPress={() => deed.mutate({})}>
            {w.notMineDo}
          </Button>
        </Actions>
      </Dialog>
    </Actions>
  )
}
