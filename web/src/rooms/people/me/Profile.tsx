import { correctMyData, type MyData, readMyData } from '@ronghe/contract/people/my-data.ts'
import { whoAmI } from '@ronghe/contract/people/session.ts'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { meWords } from '../words/me/words.ts'
import { fieldsOf, toCorrection } from './profile-fields.ts'

export function Profile() {
  const w = useWords(meWords)
  return (
    <>
      <PageHeader title={w.profileTitle} lead={w.profileLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readMyData))}>{(data) => <ProfileForm key={data.id} data={data} />}</Shown>
    </>
  )
}

function ProfileForm({ data }: { readonly data: MyData }) {
  const w = useWords(meWords)
  const text = useText()
  const { speak } = useLanguage()
  const draft = useDraft(`profile:${data.id}`, fieldsOf(data))
  const refreshes = [readMyData, whoAmI]
  const undo = useDeed(correctMyData, { refreshes, onDone: () => toast(w.undone) })
  const deed = useDeed(correctMyData, {
    refreshes,
    onDone(saved) {
      void draft.discard()
      draft.change(fieldsOf(saved))
      if (saved.language !== data.language) speak(saved.language)
      toast(w.saved, () => {
        draft.change(fieldsOf(data))
        undo.mutate({ body: toCorrection(fieldsOf(data)) })
      })
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { value } = draft
  const set = (part: Partial<typeof value>): void => draft.change({ ...value, ...part })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Form onSubmit={() => deed.mutate({ body: toCorrection(value) })} busy={deed.isPending} error={deed.error} label={w.profileTitle}>
      <Field label={w.name} name="name" error={errors['name']}>
        <TextInput value={value.name} onChange={(name) => set({ name })} autoComplete="name" maxLength={60} />
      </Field>
      <Field label={w.language} name="language">
        <Select
          value={value.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'zh-CN', label: w.languages['zh-CN'] },
            { value: 'en', label: w.languages.en },
          ]}
        />
      </Field>
      <Field label={w.homeCounty} name="homeCounty" hint={w.homeCountyHint} error={errors['homeCounty']} optional>
        <TextInput value={value.homeCounty} onChange={(homeCounty) => set({ homeCounty })} maxLength={60} />
      </Field>
      <Field label={w.dialects} name="dialects" hint={w.dialectsHint} error={errors['dialects']} optional>
        <TextInput value={value.dialects} onChange={(dialects) => set({ dialects })} maxLength={160} />
      </Field>
      <Field label={w.community} name="communityId" error={errors['communityId']} optional>
        <Select
          value={value.communityId}
          onChange={(communityId) => set({ communityId })}
          placeholder={w.communityNone}
          options={data.communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Field label={w.address} name="address" hint={w.addressHint} error={errors['address']} optional>
        <TextInput value={value.address} onChange={(address) => set({ address })} autoComplete="street-address" maxLength={200} />
      </Field>
      <Button type="submit" wide busy={deed.isPending}>
        {w.save}
      </Button>
    </Form>
  )
}
