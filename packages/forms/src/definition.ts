import type { Condition } from './condition.ts'
import type { Day, Text } from './text.ts'

/** A form as data: what the catalogue editor edits, the database stores as jsonb, and phone, desk, paper and server all follow. */
export interface FormDefinition {
  readonly id: string
  readonly version: number
  readonly pages: readonly Page[]
}

/**
 * One question on the phone. Ids of pages and fields share one namespace within a form, because answers are kept flat:
 * `answers[field.id]`, and for a page that repeats `answers[page.id]` is the list of its items.
 */
export interface Page {
  readonly id: string
  /** The question, as a neighbour would ask it. */
  readonly title: Text
  readonly help?: Text | undefined
  /** The box under the question: what to do when the landlord will not sign. */
  readonly why?: { readonly title: Text; readonly text: Text } | undefined
  readonly visibleWhen?: Condition | undefined
  readonly fields: readonly Field[]
  readonly repeat?: { readonly least: number; readonly most: number; readonly itemTitle: Text } | undefined
}

interface Asked {
  readonly id: string
  /** May be left out when the page has this one field: then the page's title is its label. */
  readonly label?: Text | undefined
  readonly help?: Text | undefined
  readonly visibleWhen?: Condition | undefined
  readonly required?: boolean | undefined
  readonly requiredWhen?: Condition | undefined
  /** Filled in from what is known (D9), shown for correction, never asked as if it were new. */
  readonly known?: Known | undefined
  /** Covered until tapped at the desk, encrypted at rest, purged when the case is closed. */
  readonly sensitive?: boolean | undefined
}

/** `self` fills a person field with the resident's own name and phone. */
export type Known = 'name' | 'phone' | 'address' | 'community' | 'homeCounty' | 'self'

/** Where "none of these, or not sure" leads: a sentence and, where one helps, another service. Its value is always `none`. */
export interface WayOut {
  readonly label: Text
  readonly leadsTo: Text
  readonly service?: string | undefined
}

export interface Option {
  readonly value: string
  readonly label: Text
  readonly hint?: Text | undefined
}

/** A day a date may not pass: fixed, or counted from today. */
export type DayBound = Day | { readonly daysFromToday: number }

export interface TextField extends Asked {
  readonly kind: 'text' | 'longText'
  /** Characters. */
  readonly least?: number | undefined
  readonly most?: number | undefined
  /** The whole text must match; the message says what is expected. */
  readonly pattern?: { readonly expression: string; readonly message: Text } | undefined
}
export interface NumberField extends Asked {
  readonly kind: 'number'
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly whole?: boolean | undefined
  readonly unit?: Text | undefined
}
/** Answered in cents. */
export interface MoneyField extends Asked {
  readonly kind: 'money'
  readonly least?: number | undefined
  readonly most?: number | undefined
}
/** `date` is answered `2026-11-23`, `month` is answered `2026-11`. */
export interface DateField extends Asked {
  readonly kind: 'date' | 'month'
  readonly least?: DayBound | undefined
  readonly most?: DayBound | undefined
}
/** Answered true, false, or `none` where there is a way out. */
export interface YesNoField extends Asked {
  readonly kind: 'yesNo'
  readonly none?: WayOut | undefined
}
/** One of the options. Without `none` the list must be `complete`: everybody finds themselves in it. */
export interface ChoiceField extends Asked {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  readonly none?: WayOut | undefined
  readonly complete?: boolean | undefined
}
/** Any of the options, answered as a list; `none` excludes the others. */
export interface ChoicesField extends Asked {
  readonly kind: 'choices'
  readonly options: readonly Option[]
  readonly none?: WayOut | undefined
  readonly complete?: boolean | undefined
  readonly most?: number | undefined
}
/** `phone` mainland mobile; `idNumber` GB 11643, only where a law needs it; `creditCode` GB 32100, doubted but never refused. */
export interface IdentifierField extends Asked {
  readonly kind: 'phone' | 'idNumber' | 'creditCode'
}
/** Answered `{ community, lane?, detail? }`; the communities come from the street. `coarse` asks for no door number. */
export interface AddressField extends Asked {
  readonly kind: 'address'
  readonly coarse?: boolean | undefined
}
/** Answered `{ name, phone?, relation? }`. */
export interface PersonField extends Asked {
  readonly kind: 'person'
  readonly phone?: 'asked' | 'needed' | undefined
  readonly relation?: 'asked' | 'needed' | undefined
}
/** Pictures or papers that belong to an answer. Documents a service needs are listed by the service, not asked here. */
export interface FileField extends Asked {
  readonly kind: 'file'
  readonly accept: readonly ('image' | 'pdf')[]
  readonly most: number
}
/** Answered `{ name, how, image? }`. */
export interface SignatureField extends Asked {
  readonly kind: 'signature'
}
/** A text to read, without an answer. */
export interface NoticeField extends Asked {
  readonly kind: 'notice'
}
/** A tick. Never a consent: those belong to the service, unticked, and refusing one blocks nothing (D5). */
export interface ConfirmField extends Asked {
  readonly kind: 'confirm'
}

export type Field =
  | TextField
  | NumberField
  | MoneyField
  | DateField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | IdentifierField
  | AddressField
  | PersonField
  | FileField
  | SignatureField
  | NoticeField
  | ConfirmField

export type FieldKind = Field['kind']

/** The value of "none of these, or not sure" in every field that has it. */
export const none = 'none'

/** What a reader sees above a field. */
export const labelOf = (page: Page, field: Field): Text => field.label ?? page.title
