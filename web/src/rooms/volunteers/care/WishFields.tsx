import type { Rhythm } from '@ronghe/contract/volunteers/care.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import type { CareWords } from './words/zh-CN.ts'
import { careWords } from './words/words.ts'

export interface WishValue {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly communityId: string
  readonly rhythm: Rhythm
}
export const emptyWish: WishValue = { name: '', phone: '', address: '', communityId: '', rhythm: 'weekly' }

export function missingIn(value: WishValue, family: boolean, w: CareWords): Readonly<Record<string, string>> {
  const needed = [...(family ? (['name', 'phone'] as const) : []), 'address' as const, 'communityId' as const]
  return Object.fromEntries(needed.filter((name) => value[name].trim() === '').map((name) => [name, w.missing[name]]))
}

/** The same questions on the phone, for the family and from paper. */
export function WishFields({
  value,
  onChange,
  family,
  errors,
}: {
  readonly value: WishValue
  readonly onChange: (value: WishValue) => void
  readonly family: boolean
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(careWords)
  const ui = useWords(uiWords)
  const text = useText()
  const places = useQuery(reading(listPlaces))
  const set =
    <Name extends keyof WishValue>(name: Name) =>
    (next: WishValue[Name]) =>
      onChange({ ...value, [name]: next })
  return (
    <>
      {family && (
        <>
          <Field label={w.name} name="name" error={errors['name']}>
            <TextInput value={value.name} onChange={set('name')} maxLength={60} autoComplete="off" />
          </Field>
          <Field label={w.phone} name="phone" error={errors['phone']}>
            <TextInput value={value.phone} onChange={set('phone')} maxLength={11} autoComplete="off" short />
          </Field>
        </>
      )}
      <Field label={w.address} name="address" hint={w.addressHint} error={errors['address']}>
        <TextInput value={value.address} onChange={set('address')} maxLength={120} autoComplete="off" />
      </Field>
      <Field label={w.community} name="communityId" error={errors['communityId']}>
        <Select
          value={value.communityId}
          onChange={set('communityId')}
          placeholder={ui.chooseOne}
          options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Choice
        label={w.rhythm}
        name="rhythm"
        value={value.rhythm}
        onChange={set('rhythm')}
        options={(['weekly', 'fortnightly', 'monthly'] as const).map((rhythm) => ({ value: rhythm, label: w.rhythms[rhythm] }))}
      />
    </>
  )
}
