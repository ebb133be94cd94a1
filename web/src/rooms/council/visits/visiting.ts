import type { saveVisit, Visit, VisitAside, VisitPart, VisitParts } from '@ronghe/contract/council/visits.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { slipCode } from '../../../platform/slip-code.ts'

/** Words or a concern as they are being written; the code is on the person's slip from the first moment. */
export interface Heard {
  readonly id: string
  readonly words: string
  readonly topic: string
  readonly agreed: boolean
  readonly code: string
}

/** A visit on the way: kept on the phone with every key, sent when it is complete. */
export interface Visiting {
  readonly id: string
  /** What this phone had seen of it before the change; null for one begun here. */
  readonly base: BodyOf<typeof saveVisit>['base']
  readonly laneId: string
  readonly onDay: string
  readonly part: VisitParts['part'] | ''
  readonly topics: readonly string[]
  readonly seen: string
  readonly times: Readonly<Record<string, string>>
  readonly aside: BodyOf<typeof saveVisit>['aside']
  readonly delegates: readonly string[]
  readonly words: readonly Heard[]
  readonly concerns: readonly Heard[]
}

/** The name under which the visit being written lies on this phone. */
export const visitDraft = (councilId: string, personId: string | undefined): string => `visit:${councilId}:${personId ?? ''}`

export const newVisiting = (id: string, today: string): Visiting => ({
  id,
  base: null,
  laneId: '',
  onDay: today,
  part: '',
  topics: [],
  seen: '',
  times: {},
  aside: [],
  delegates: [],
  words: [],
  concerns: [],
})

export const fromVisit = ({ id, edit, parts, times, aside, delegates }: Visit): Visiting => ({
  ...newVisiting(id, parts.onDay),
  base: { edit, parts, times, aside },
  ...parts,
  times,
  aside,
  delegates: delegates.map(({ termId }) => termId),
})

/** Taken back from the outbox, to be changed. */
export const fromBody = (body: BodyOf<typeof saveVisit>): Visiting => ({
  id: body.id,
  base: body.base,
  ...body.parts,
  times: body.times,
  aside: body.aside,
  delegates: body.delegates,
  words: body.words.map(({ id, words, code }) => ({ id, words, topic: '', agreed: true, code })),
  concerns: body.concerns.map(({ id, words, topic, code }) => ({ id, words, topic, agreed: true, code })),
})

/** One part changes and carries the moment of its change, so that two phones can be brought together. */
export const withPart = (visiting: Visiting, part: VisitPart, value: unknown, now: Date): Visiting => ({
  ...visiting,
  [part]: value,
  times: { ...visiting.times, [part]: now.toISOString() },
})

/** What the other phone wrote stands, as chosen now. */
export const withOther = (visiting: Visiting, aside: VisitAside): Visiting => withPart(visiting, aside.part, aside.value, new Date())

export const newHeard = (id: string): Heard => ({ id, words: '', topic: '', agreed: false, code: slipCode() })

/** What is still missing, by the name of its field. */
export type Missing = 'laneId' | 'part' | 'delegates' | 'words' | 'concerns'
export function missingIn({ laneId, part, delegates, words, concerns }: Visiting): readonly Missing[] {
  const untold = (one: Heard): boolean => one.words.trim() !== '' && !one.agreed
  return [
    ...(laneId === '' ? (['laneId'] as const) : []),
    ...(part === '' ? (['part'] as const) : []),
    ...(delegates.length === 0 ? (['delegates'] as const) : []),
    ...(words.some(untold) ? (['words'] as const) : []),
    ...(concerns.some((one) => untold(one) || (one.words.trim() !== '' && one.topic === '')) ? (['concerns'] as const) : []),
  ]
}

export function toBody(visiting: Visiting, consentVersion: string): BodyOf<typeof saveVisit> {
  const { id, base, laneId, onDay, part, topics, seen, times, aside, delegates, words, concerns } = visiting
  const said = (one: Heard): boolean => one.words.trim() !== ''
  return {
    id,
    base,
    parts: { laneId, onDay, part: part || 'morning', topics: [...topics], seen },
    times: { ...times },
    aside: [...aside],
    delegates: [...delegates],
    words: words.filter(said).map((one) => ({ id: one.id, words: one.words, consentVersion, code: one.code })),
    concerns: concerns.filter(said).map((one) => ({ id: one.id, topic: one.topic, words: one.words, authorAgreed: true, code: one.code })),
  }
}
