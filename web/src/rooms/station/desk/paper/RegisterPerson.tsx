import { registerPerson } from '@ronghe/contract/people/desk.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import type { Language } from '@ronghe/contract/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PhoneInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { paperWords } from './words/words.ts'

/** An account for somebody who has none: a name is enough. Which group is theirs to say, so it is not asked here. */
export function RegisterPerson({
  typed,
  onDone,
  onBack,
}: {
  readonly typed: string
  readonly onDone: (personId: string) => void
  readonly onBack: () => void
}) {
  const w = useWords(paperWords)
  const text = useText()
  const digits = typed.replace(/\D/g, '')
  const [name, setName] = useState(digits.length > 3 ? '' : typed.trim())
  const [phone, setPhone] = useState(digits.length === 11 ? digits : '')
  const [communityId, setCommunity] = useState('')
  const [language, setLanguage] = useState<Language>('zh-CN')
  const [shared, setShared] = useState(false)
  const places = useQuery(reading(listPlaces))
  const deed = useDeed(registerPerson, {
    onDone: ({ id }) => {
      toast(w.registered)
      onDone(id)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const register = (): void =>
    deed.mutate({
      body: {
        name: name.trim(),
        language,
        origin: 'paper',
        ...(phone !== '' && { phone, shared }),
        ...(communityId !== '' && { communityId }),
      },
    })
  return (
    <Form onSubmit={register} busy={deed.isPending} error={deed.error} label={w.register}>
      <Field label={w.name} name="name" error={errors['name']}>
        <TextInput value={name} onChange={setName} maxLength={60} />
      </Field>
      <Field label={w.phone} name="phone" hint={w.phoneOptional} error={errors['phone']} optional>
        <PhoneInput value={phone} onChange={setPhone} />
      </Field>
      {deed.error && phone !== '' && <Tick checked={shared} onChange={setShared} label={w.shared} />}
      <Field label={w.community} name="communityId" error={errors['communityId']} optional>
        <Select
          value={communityId}
          placeholder={w.communityUnknown}
          onChange={setCommunity}
          options={(places.data?.communities ?? []).map((one) => ({ value: one.id, label: text(one.name) }))}
        />
      </Field>
      <Choice<Language>
        label={w.language}
        name="language"
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh-CN', label: w.languages['zh-CN'] },
          { value: 'en', label: w.languages.en },
        ]}
      />
      <p className="muted small">{w.groupNote}</p>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.registerDo}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {w.back}
        </Button>
      </ButtonRow>
    </Form>
  )
}
