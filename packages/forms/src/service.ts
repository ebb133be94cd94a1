import type { Condition } from './condition.ts'
import type { FormDefinition } from './definition.ts'
import type { Day, Text } from './text.ts'

/**
 * A service of the street's catalogue as data (M20): what it is, who may have it, what it takes, how long, and the form.
 * The editor edits it, the database keeps every version, the resident's pages, the desk and the public standards read it.
 */
export type ServiceDefinition = CaseService | GuideService

export interface CaseService extends ServiceBase {
  readonly mode: 'case'
  readonly form: FormDefinition
  /** Working days until a decision, counted from acceptance. */
  readonly promisedWorkingDays: number
  /** Working days until the case is accepted or everything missing is named at once. */
  readonly acceptanceWorkingDays: number
  readonly decisionReasons: readonly DecisionReason[]
  readonly externalParty?: ExternalParty | undefined
}

/** Nothing to file here: where it is done, how, and where helpful a letter to print. */
export interface GuideService extends ServiceBase {
  readonly mode: 'guide'
  /** Questions that settle "may I" and which papers; the answers stay on the reader's device. */
  readonly questions?: FormDefinition | undefined
  readonly letter?: Letter | undefined
}

interface ServiceBase {
  /** Stable, one word in camel case: `residencePermit`. */
  readonly key: string
  readonly version: number
  readonly name: Text
  readonly summary: Text
  /** Key of the department that decides; `station` where the station itself does. */
  readonly department: string
  readonly domain: Domain
  /** What people type when they look for it. */
  readonly keywords: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] }
  /** The same for everybody unless a law says otherwise, and then the law is named (M22). */
  readonly whoMay: { readonly newcomer: Openness; readonly local: Openness }
  readonly eligibility: readonly EligibilityRule[]
  readonly documents: readonly DocumentNeed[]
  readonly steps: readonly ServiceStep[]
  readonly fee: { readonly cents: number; readonly text: Text }
  readonly where: readonly Place[]
  readonly channels: readonly Channel[]
  readonly guide: Guide
  readonly consents: readonly ConsentNeed[]
  /** What the resident holds in the end. */
  readonly result: Text
  /** Nothing personal in it: may be listed through Open311 and filed without an account. */
  readonly nonPersonal: boolean
  readonly related?: readonly string[] | undefined
}

export type Domain =
  | 'publicSecurity'
  | 'justice'
  | 'civilAffairs'
  | 'labour'
  | 'socialSecurity'
  | 'health'
  | 'education'
  | 'culture'
  | 'housing'
  | 'tax'
  | 'environment'
  | 'elections'

export type Channel = 'phone' | 'desk' | 'paper' | 'homeVisit' | 'onBehalf' | 'appointment'

/** `since` is what the dated lists "opened since" and "narrowed since" are made from. */
export type Openness =
  | { readonly state: 'open'; readonly since: Day }
  | { readonly state: 'openOtherPapers'; readonly note: Text; readonly since: Day }
  | { readonly state: 'closed'; readonly law: Text; readonly since: Day }

export interface EligibilityRule {
  readonly id: string
  /** The requirement in plain words, true as written when `when` holds. */
  readonly text: Text
  readonly when: Condition
  /** Answers that settle it neither way, such as "not sure". */
  readonly unsureWhen?: Condition | undefined
  readonly law?: Text | undefined
  /** What is possible when it is not met. */
  readonly instead?: readonly Instead[] | undefined
}

export interface Instead {
  readonly text: Text
  readonly service?: string | undefined
}

export interface DocumentNeed {
  readonly id: string
  readonly name: Text
  readonly help?: Text | undefined
  /** Any one of these does as well. */
  readonly alternatives: readonly { readonly id: string; readonly name: Text; readonly help?: Text | undefined }[]
  /** 容缺: the case starts without it and it is handed in later. */
  readonly waivable: boolean
  /** `copy` may be photographed and sent; `original` is handed over on paper; `seen` is only looked at, never stored. */
  readonly handedIn: 'copy' | 'original' | 'seen'
  /** What becomes of it: shown and handed back, kept with the case, sent on. */
  readonly keptWhere: Text
  readonly when?: Condition | undefined
}

export interface ServiceStep {
  readonly id: string
  readonly title: Text
  readonly text?: Text | undefined
  readonly by: 'resident' | 'station' | 'department' | 'counterpart'
  readonly workingDays?: number | undefined
}

export interface Place {
  readonly name: Text
  readonly address: Text
  readonly hours: Text
  readonly phone?: string | undefined
}

/** A step outside the city, at a party that has no sign-in here: letter, dates to ask again, outcome. */
export interface ExternalParty {
  readonly agreement: string
  readonly name: Text
  /** Working days after sending at which the station asks again. */
  readonly chaseAfterWorkingDays: readonly number[]
  /** What the letter begins as at the desk, filled in from the case; the clerk reads it before it goes out. */
  readonly letter?: LetterTexts | undefined
}

/** Its own tick, unticked at first; `withoutIt` says how the service goes on when it is refused (D5). */
export interface ConsentNeed {
  readonly purpose: string
  readonly text: Text
  readonly withoutIt: Text
}

export interface Guide {
  readonly sections: readonly { readonly id: string; readonly title: Text; readonly text: Text }[]
  readonly sources: readonly { readonly title: Text; readonly date: Day }[]
  readonly validUntil: Day
  readonly lastChecked: Day
}

export interface DecisionReason {
  readonly id: string
  readonly outcome: 'granted' | 'refused' | 'referred'
  readonly text: Text
  readonly law?: Text | undefined
  /** Another way, so that no refusal is a dead end. */
  readonly instead?: Text | undefined
}

/** The form that a service's conditions look at. */
export const formOf = (service: ServiceDefinition): FormDefinition | undefined =>
  service.mode === 'case' ? service.form : (service.questions ?? service.letter?.form)

/** Every form of a service with the path that leads to it: a guide may have questions of its own and a letter's. */
export function formsIn(service: ServiceDefinition): { readonly path: string; readonly form: FormDefinition }[] {
  if (service.mode === 'case') return [{ path: 'form', form: service.form }]
  return [
    ...(service.questions ? [{ path: 'questions', form: service.questions }] : []),
    ...(service.letter ? [{ path: 'letter.form', form: service.letter.form }] : []),
  ]
}

/** `{fieldId}` in a letter's texts is filled in from the answers, `{today}` with the day. */
export interface LetterTexts {
  readonly to: Text
  readonly title: Text
  readonly body: Text
}

/** A letter to print, with the questions that fill it in. */
export interface Letter extends LetterTexts {
  readonly form: FormDefinition
}
