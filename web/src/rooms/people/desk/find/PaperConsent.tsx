import { enterPaperConsent } from '@ronghe/contract/people/consents.ts'
import { type ConsentPurpose, consentPurposes, consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { openPerson } from '@ronghe/contract/people/desk.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import type { ResidentForm } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

type Channel = 'desk-paper' | 'home-visit'

/** From a signed paper only; the text that was signed is shown, so that the right one is entered. */
export function PaperConsent({ person, onDone }: ResidentForm) {
  const w = useWords(findWords)
  const ui = useWords(uiWords)
  const text = useText()
  const [purpose, setPurpose] = useState<ConsentPurpose | ''>('')
  const [given, setGiven] = useState<'yes' | 'no'>()
  const [channel, setChannel] = useState<Channel>('desk-paper')
  const [signed, setSigned] = useState(false)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(enterPaperConsent, {
    refreshes: [openPerson],
    onDone: () => {
      toast(w.consentDone)
      onDone()
    },
  })
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(purpose === '' && { purpose: w.choose }),
      ...(given === undefined && { given: w.choose }),
      ...(!signed && { signed: w.consentSignedMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || purpose === '') return
    deed.mutate({
      params: { personId: person.id, purpose },
      body: { given: given === 'yes', version: consentTexts[purpose].version, signed: true, channel },
    })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.paperConsent}>
      <p>{w.paperConsentText}</p>
      <Field label={w.consentWhich} name="purpose" error={errors['purpose']}>
        <Select
          value={purpose}
          onChange={setPurpose}
          placeholder={ui.chooseOne}
          options={consentPurposes.map((value) => ({ value, label: text(consentTexts[value].title) }))}
        />
      </Field>
      {purpose !== '' && <Notice>{text(consentTexts[purpose].text)}</Notice>}
      <Choice<'yes' | 'no'>
        label={w.consentGiven}
        name="given"
        error={errors['given']}
        value={given}
        onChange={setGiven}
        options={[
          { value: 'yes', label: w.consentYes },
          { value: 'no', label: w.consentNo },
        ]}
      />
      <Choice<Channel>
        label={w.consentChannel}
        name="channel"
        value={channel}
        onChange={setChannel}
        options={(['desk-paper', 'home-visit'] as const).map((value) => ({ value, label: w.consentChannels[value] }))}
      />
      <Tick label={w.consentSigned} checked={signed} onChange={setSigned} />
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.consentDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
