import type { MyData } from '@ronghe/contract/people/my-data.ts'

/** What stands in the form while it is being typed: texts only. */
export interface ProfileFields {
  readonly name: string
  readonly language: MyData['language']
  readonly homeCounty: string
  readonly dialects: string
  readonly communityId: string
  readonly address: string
}

export const fieldsOf = (data: MyData): ProfileFields => ({
  name: data.name,
  language: data.language,
  homeCounty: data.homeCounty ?? '',
  dialects: data.dialects.join(data.language === 'en' ? ', ' : '、'),
  communityId: data.communityId ?? '',
  address: data.address ?? '',
})

/** An emptied field is removed, not stored as nothing. */
export const toCorrection = ({ name, language, homeCounty, dialects, communityId, address }: ProfileFields) => ({
  name: name.trim(),
  language,
  homeCounty: homeCounty.trim() || null,
  dialects: dialects.split(/[、,，;；]/u).flatMap((dialect) => dialect.trim() || []),
  communityId: communityId || null,
  address: address.trim() || null,
})
