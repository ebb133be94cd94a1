import { registerPerson } from '@ronghe/contract/people/desk.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import type { Language } from '@ronghe/contract/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PhoneInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../people-desk.module.css'
import { PinInput } from './PinInput.tsx'
import { findWords } from './words/words.ts'

type Origin = 'desk' | 'paper'
const fresh = { name: '', phone: '', communityId: '', language: 'zh-CN' as Language, dialects: '', origin: 'desk' as Origin, shared: false }

/** A name is enough. The PIN is the person's own: it is typed by them and never kept in a draft. */
export function RegisterResident() {
  const w = useWords(findWords)
  const text = useText()
  const navigate = useNavigate()
  const { person } = useSession()
  const draft = useDraft(`register:${person?.id}`, fresh)
  const places = useQuery(reading(listPlaces))
  const [pin, setPin] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(registerPerson, {
    onDone: ({ id }) => {
      draft.change(fresh)
      void draft.discard()
      toast(w.registered)
      void navigate({ to: '/people/$personId' as string, params: { personId: id } as never, search: { purpose: 'desk' } as never })
    },
  })
  if (draft.state === 'reading') return <Loading />
  const typed = draft.value
  const set = (part: Partial<typeof fresh>): void => draft.change((now) => ({ ...now, ...part }))
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(typed.name.trim() === '' && { name: w.nameMissing }),
      ...(typed.phone !== '' && typed.phone.length !== 11 && { phone: w.phoneMissing }),
      ...(typed.shared && pin.length !== 4 && { pin: w.pinMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const dialects = typed.dialects.split(/[、,，\s]+/).filter((one) => one !== '')
    deed.mutate({
      body: {
        name: typed.name.trim(),
        language: typed.language,
        origin: typed.origin,
        dialects,
        ...(typed.phone !== '' && { phone: typed.phone, shared: typed.shared }),
        ...(typed.shared && { pin }),
        ...(typed.communityId !== '' && { communityId: typed.communityId }),
      },
    })
  }
  return (
    <div className={styles.page}>
      <PageHeader title={w.register} lead={w.registerLead} back={{ to: '/people', label: w.back }} />
      <Card>
        <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.register}>
          <div className={styles.pair}>
            <Field label={w.name} name="name" error={errors['name']}>
              <TextInput value={typed.name} onChange={(name) => set({ name })} maxLength={60} />
            </Field>
            <Field label={w.phone} name="phone" hint={w.phoneHint} error={errors['phone']} optional>
              <PhoneInput value={typed.phone} onChange={(phone) => set({ phone })} autoComplete="off" />
            </Field>
            <Field label={w.community} name="communityId" error={errors['communityId']} optional>
              <Select
                value={typed.communityId}
                onChange={(communityId) => set({ communityId })}
                placeholder={w.communityNone}
                options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
            <Field label={w.dialects} name="dialects" hint={w.dialectsHint} error={errors['dialects']} optional>
              <TextInput value={typed.dialects} onChange={(dialects) => set({ dialects })} maxLength={120} />
            </Field>
          </div>
          <Choice<Language>
            label={w.language}
            name="language"
            value={typed.language}
            onChange={(language) => set({ language })}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
          />
          <Choice<Origin>
            label={w.origin}
            name="origin"
            value={typed.origin}
            onChange={(origin) => set({ origin })}
            options={(['desk', 'paper'] as const).map((value) => ({ value, label: w.origins[value] }))}
          />
          {typed.phone !== '' && (
            <Tick label={w.shared} hint={w.sharedHint} checked={typed.shared} onChange={(shared) => set({ shared })} />
          )}
          {typed.phone !== '' && typed.shared && <PinInput value={pin} onChange={setPin} error={errors['pin']} />}
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.registerDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}
