import { type AgreementPage, AgreementSubject } from '@ronghe/contract/programme/agreements.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type * as z from 'zod/mini'
import { noText, sentText, sentTextOrNull, type TypedText, typedText } from '../BothLanguages.tsx'

type Subject = z.infer<typeof AgreementSubject>
export const subjects = AgreementSubject.options

export interface TypedPlace {
  readonly name: TypedText
  readonly address: TypedText
  readonly phone: string
}

/** The texts of an agreement as they are being typed. */
export interface TypedAgreement {
  readonly title: TypedText
  readonly counterpart: TypedText
  readonly subject: Subject
  readonly summary: TypedText
  readonly document: string
  readonly places: readonly TypedPlace[]
  readonly guide: TypedText
  /** One step to a line, line by line the same in both languages. */
  readonly steps: TypedText
  readonly source: TypedText
  readonly checkedOn: string
  readonly instead: TypedText
  readonly ownerPostId: string
}

export const noPlace: TypedPlace = { name: noText, address: noText, phone: '' }

export const typedAgreement = (found: AgreementPage | undefined, ownerPostId: string, today: string): TypedAgreement => ({
  title: typedText(found?.title),
  counterpart: typedText(found?.counterpart),
  subject: found?.subject ?? 'health',
  summary: typedText(found?.terms.summary),
  document: found?.terms.document ?? '',
  places: (found?.terms.places ?? []).map(({ name, address, phone }) => ({
    name: typedText(name),
    address: typedText(address),
    phone: phone ?? '',
  })),
  guide: typedText(found?.today?.guide),
  steps: {
    'zh-CN': (found?.today?.steps ?? []).map((step) => step['zh-CN']).join('\n'),
    en: (found?.today?.steps ?? [])
      .map((step) => step.en ?? '')
      .join('\n')
      .trim(),
  },
  source: typedText(found?.today?.source),
  checkedOn: found?.today?.checkedOn ?? today,
  instead: typedText(found?.instead),
  ownerPostId,
})

/** What is sent; without a guide nothing is said to apply today. */
export function sentAgreement(typed: TypedAgreement) {
  return {
    title: sentText(typed.title),
    counterpart: sentText(typed.counterpart),
    subject: typed.subject,
    terms: {
      summary: sentText(typed.summary),
      places: typed.places
        .filter(({ name }) => name['zh-CN'].trim() !== '')
        .map(({ name, address, phone }) => ({
          name: sentText(name),
          ...(address['zh-CN'].trim() !== '' && { address: sentText(address) }),
          ...(phone.trim() !== '' && { phone: phone.trim() }),
        })),
      ...(typed.document.trim() !== '' && { document: typed.document.trim() }),
    },
    today:
      typed.guide['zh-CN'].trim() === ''
        ? null
        : { guide: sentText(typed.guide), steps: steps(typed.steps), source: sentText(typed.source), checkedOn: typed.checkedOn },
    instead: sentTextOrNull(typed.instead),
    ownerPostId: typed.ownerPostId,
  }
}

function steps(typed: TypedText): Text[] {
  const english = typed.en.split('\n')
  return typed['zh-CN']
    .split('\n')
    .map((line, place) => ({ 'zh-CN': line, en: english[place] ?? '' }))
    .filter((step) => step['zh-CN'].trim() !== '')
    .map(sentText)
}
