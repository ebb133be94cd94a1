import { type ConcernPage, listOwners } from '@ronghe/contract/programme/concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { Select, TextArea } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { programmeDeskWords } from '../words/words.ts'
import { useConcernStep } from './use-concern-step.ts'
import { concernDeskWords } from './words/words.ts'

/** Which post answers it; a second choice says why. */
export function OwnerStep({
  found,
  act,
  onDone,
}: {
  readonly found: ConcernPage
  readonly act: 'screen' | 'reassign'
  readonly onDone: () => void
}) {
  const w = useWords(concernDeskWords)
  const desk = useWords(programmeDeskWords)
  const text = useText()
  const owners = useQuery(reading(listOwners))
  const [ownerPostId, setOwner] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const { deed, take } = useConcernStep(found.id)
  const save = (): void => {
    const faults: FieldErrors = {
      ...(ownerPostId === '' && { 'what.ownerPostId': w.ownerMissing }),
      ...(act === 'reassign' && reason.trim() === '' && { 'what.reason': w.wordsMissing }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    take(act === 'screen' ? { act, ownerPostId } : { act, ownerPostId, reason: reason.trim() }, onDone)
  }
  return (
    <Shown read={owners}>
      {({ items }) => (
        <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.steps[act]}>
          <Field label={w.ownerChoose} name="what.ownerPostId" hint={w.ownerHint} error={errors['what.ownerPostId']}>
            <Select
              value={ownerPostId}
              onChange={setOwner}
              placeholder={desk.choosePost}
              options={items.map(({ postId, post, organ }) => ({ value: postId, label: `${text(organ)} · ${text(post)}` }))}
            />
          </Field>
          {act === 'reassign' && (
            <Field label={w.reasonReassign} name="what.reason" error={errors['what.reason']}>
              <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
            </Field>
          )}
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.steps[act]}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Shown>
  )
}
