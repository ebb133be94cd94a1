import type { CaseState, Outcome } from '@ronghe/contract/station/cases.ts'

/** What the events of a case amount to, as far as rules about the next step need it. */
export interface Standing {
  readonly state: 'draft' | CaseState
  readonly outcome: Outcome | null
  /** Where the case goes on when the resident has answered. */
  readonly waitingFrom: 'filed' | 'accepted' | 'routed' | null
  /** How often something missing was named: once is the rule (一次性告知). */
  readonly notices: number
  readonly reopened: number
  readonly departmentAccepted: boolean
  /** The department sent it back; the station has not sent it on again since. */
  readonly returned: boolean
  /** An answer from a place outside the city is awaited. */
  readonly externalWaiting: boolean
  readonly lapsed: boolean
}

export const draft: Standing = {
  state: 'draft',
  outcome: null,
  waitingFrom: null,
  notices: 0,
  reopened: 0,
  departmentAccepted: false,
  returned: false,
  externalWaiting: false,
  lapsed: false,
}

/** Steps are named as the events they leave behind. */
export type Step =
  | { readonly kind: Exclude<StepKind, 'asked' | 'decided'> }
  /** `permitted`: a supervisor says a second notice may go out, with a reason that is kept. */
  | { readonly kind: 'asked'; readonly permitted: boolean }
  | { readonly kind: 'decided'; readonly outcome: Outcome }

export const stepKinds = [
  'filed',
  'taken',
  'accepted',
  'asked',
  'supplemented',
  'lapsed',
  'received',
  'waived',
  'routed',
  'departmentAccepted',
  'departmentDeclined',
  'returned',
  'departmentNumbered',
  'externalSent',
  'externalAsked',
  'externalReplied',
  'decided',
  'closed',
  'rated',
  'reopened',
  'withdrawn',
  'handedOver',
  'merged',
  'linked',
  'unmerged',
  'noted',
  'reminded',
  'escalated',
  'revealed',
] as const
export type StepKind = (typeof stepKinds)[number]

/** The rule that a refused step runs against; each has its sentence in the words of the room. */
export type Rule =
  | 'case-already-filed'
  | 'case-not-filed'
  | 'case-already-accepted'
  | 'case-accept-first'
  | 'case-waits-for-resident'
  | 'case-asks-nothing'
  | 'case-noticed-once'
  | 'case-lies-with-department'
  | 'case-not-with-department'
  | 'case-department-accept-first'
  | 'case-department-accepted-already'
  | 'case-external-open'
  | 'case-external-none'
  | 'case-decided-already'
  | 'case-not-decided'
  | 'case-not-closed'
  | 'case-closed-already'
  | 'case-withdrawn'

type Target = CaseState | 'stays' | 'back'
type Row = Partial<Record<StepKind, Target>>

/** Things that may be done to an open case without moving it. */
const handling: Row = {
  taken: 'stays',
  received: 'stays',
  waived: 'stays',
  departmentNumbered: 'stays',
  handedOver: 'stays',
  merged: 'stays',
  linked: 'stays',
  unmerged: 'stays',
  escalated: 'stays',
}
/** Notes, links and the record of who looked are possible for as long as there is a case. */
const always: Row = { noted: 'stays', linked: 'stays', unmerged: 'stays', revealed: 'stays', handedOver: 'stays' }

/** The whole life of a case. What is not in the table is refused, with the rule of {@link ruleAgainst}. */
export const transitions: Readonly<Record<Standing['state'], Readonly<Row>>> = {
  draft: { filed: 'filed' },
  filed: { ...always, ...handling, accepted: 'accepted', asked: 'waitingForResident', withdrawn: 'withdrawn' },
  accepted: {
    ...always,
    ...handling,
    asked: 'waitingForResident',
    routed: 'routed',
    decided: 'decided',
    withdrawn: 'withdrawn',
    externalSent: 'stays',
    externalAsked: 'stays',
    externalReplied: 'stays',
  },
  waitingForResident: {
    ...always,
    ...handling,
    supplemented: 'back',
    lapsed: 'withdrawn',
    withdrawn: 'withdrawn',
    reminded: 'stays',
    externalReplied: 'stays',
    externalAsked: 'stays',
  },
  routed: {
    ...always,
    ...handling,
    departmentAccepted: 'stays',
    departmentDeclined: 'accepted',
    returned: 'accepted',
    asked: 'waitingForResident',
    decided: 'decided',
    withdrawn: 'withdrawn',
    externalAsked: 'stays',
    externalReplied: 'stays',
  },
  decided: { ...always, closed: 'closed', reopened: 'accepted', departmentNumbered: 'stays' },
  closed: { ...always, rated: 'rated', reopened: 'accepted' },
  rated: { ...always, reopened: 'accepted' },
  withdrawn: { ...always, reopened: 'back' },
}

export type Taken = { readonly kind: 'taken'; readonly standing: Standing } | { readonly kind: 'refused'; readonly rule: Rule }

/** Takes a step or names the rule it runs against. Pure: the same standing and step give the same answer, on the server, on a page, in a test. */
export function takeStep(standing: Standing, step: Step): Taken {
  const target = transitions[standing.state][step.kind]
  if (!target) return refused(ruleAgainst(standing, step.kind))
  const rule = conditionOf(standing, step)
  if (rule) return refused(rule)
  const state = target === 'stays' ? standing.state : target === 'back' ? (standing.waitingFrom ?? 'accepted') : target
  return { kind: 'taken', standing: { ...standing, ...effect(standing, step), state } }
}

/** What may be done next, as far as the case itself decides it; who may do it is another question. */
export const stepsFrom = (standing: Standing): StepKind[] =>
  stepKinds.filter(
    (kind) =>
      takeStep(
        standing,
        kind === 'asked' ? { kind, permitted: true } : kind === 'decided' ? { kind, outcome: 'granted' } : ({ kind } as Step),
      ).kind === 'taken',
  )

/** The standing that a list of events amounts to; events already stored are taken as they are. */
export const standingOf = (steps: readonly Step[]): Standing =>
  steps.reduce((standing, step) => {
    const next = takeStep(standing, step)
    if (next.kind === 'refused') throw new Error(`a stored case has ${step.kind} while ${standing.state}: ${next.rule}`)
    return next.standing
  }, draft)

const refused = (rule: Rule): Taken => ({ kind: 'refused', rule })

function conditionOf(standing: Standing, step: Step): Rule | undefined {
  switch (step.kind) {
    case 'asked':
      return standing.notices > 0 && !step.permitted ? 'case-noticed-once' : undefined
    case 'departmentAccepted':
    case 'departmentDeclined':
      return standing.departmentAccepted ? 'case-department-accepted-already' : undefined
    case 'returned':
      return standing.departmentAccepted ? undefined : 'case-department-accept-first'
    case 'decided':
      if (standing.externalWaiting) return 'case-external-open'
      return standing.state === 'routed' && !standing.departmentAccepted ? 'case-department-accept-first' : undefined
    case 'routed':
    case 'externalSent':
      return standing.externalWaiting ? 'case-external-open' : undefined
    case 'externalAsked':
    case 'externalReplied':
      return standing.externalWaiting ? undefined : 'case-external-none'
    case 'reopened':
      // Withdrawn by the resident is the resident's word; run out of time is not.
      return standing.state === 'withdrawn' && !standing.lapsed ? 'case-withdrawn' : undefined
    default:
      return undefined
  }
}

function effect(standing: Standing, step: Step): Partial<Standing> {
  switch (step.kind) {
    case 'asked':
      return { waitingFrom: standing.state as 'filed' | 'accepted' | 'routed', notices: standing.notices + 1 }
    case 'supplemented':
      return { waitingFrom: null }
    case 'lapsed':
      return { lapsed: true, externalWaiting: false }
    case 'routed':
      return { departmentAccepted: false, returned: false }
    case 'departmentAccepted':
      return { departmentAccepted: true }
    case 'departmentDeclined':
    case 'returned':
      return { departmentAccepted: false, returned: true }
    case 'externalSent':
      return { externalWaiting: true }
    case 'externalReplied':
      return { externalWaiting: false }
    case 'decided':
      return { outcome: step.outcome, returned: false }
    case 'withdrawn':
      return { externalWaiting: false, waitingFrom: null }
    case 'reopened':
      return {
        outcome: null,
        waitingFrom: null,
        lapsed: false,
        departmentAccepted: false,
        returned: false,
        notices: 0,
        reopened: standing.reopened + 1,
      }
    default:
      return {}
  }
}

function ruleAgainst({ state }: Standing, kind: StepKind): Rule {
  if (state === 'draft') return 'case-not-filed'
  if (kind === 'filed') return 'case-already-filed'
  if (state === 'withdrawn') return 'case-withdrawn'
  if (state === 'decided' || state === 'closed' || state === 'rated') {
    if (kind === 'rated') return state === 'rated' ? 'case-closed-already' : 'case-not-closed'
    return kind === 'closed' ? 'case-closed-already' : 'case-decided-already'
  }
  if (kind === 'closed' || kind === 'rated' || kind === 'reopened') return 'case-not-decided'
  if (kind === 'supplemented' || kind === 'reminded' || kind === 'lapsed') return 'case-asks-nothing'
  if (state === 'waitingForResident') return 'case-waits-for-resident'
  if (kind === 'accepted') return 'case-already-accepted'
  if (state === 'filed') return 'case-accept-first'
  if (state === 'routed') return 'case-lies-with-department'
  return 'case-not-with-department'
}
