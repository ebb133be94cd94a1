import { openPerson } from '@ronghe/contract/people/desk.ts'
import { confirmResidence } from '@ronghe/contract/people/residence.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useNumbers } from '../../../../platform/numbers.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

/** Seen and given back; what it was is asked nowhere (M35). */
export function ConfirmResidence({ person, onDone }: ResidentForm) {
  const w = useWords(findWords)
  const numbers = useNumbers()
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const places = useQuery(reading(listPlaces))
  const [communityId, setCommunity] = useState(person.community?.id ?? '')
  const [seen, setSeen] = useState(false)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(confirmResidence, { refreshes: [openPerson] })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(communityId === '' && { communityId: w.confirmCommunityMissing }),
      ...(!seen && { seen: w.confirmSeenMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { personId: person.id }, body: { communityId, seen: true } })
  }
  if (deed.data)
    return (
      <>
        <Notice title={w.confirmDone(format.day(deed.data.validUntil))}>
          {deed.data.recheck && <p>{w.confirmRecheck}</p>}
          <p>{w.confirmLeft(deed.data.leftToday)}</p>
        </Notice>
        <ButtonRow>
          <Button onPress={onDone}>{ui.close}</Button>
        </ButtonRow>
      </>
    )
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.confirm}>
      <p>{w.confirmText(numbers.residence.validMonths)}</p>
      <Field label={w.confirmCommunity} name="communityId" error={errors['communityId']}>
        <Select
          value={communityId}
          onChange={setCommunity}
          placeholder={ui.chooseOne}
          options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Tick label={w.confirmSeen} checked={seen} onChange={setSeen} />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.confirmDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
