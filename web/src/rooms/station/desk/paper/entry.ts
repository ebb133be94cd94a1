import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { fileCaseAtDesk } from '@ronghe/contract/station/cases.ts'
import type { Answers } from '@ronghe/forms'

export type Channel = BodyOf<typeof fileCaseAtDesk>['channel']
export type Behalf = NonNullable<BodyOf<typeof fileCaseAtDesk>['onBehalf']>

/** What is typed so far; kept on the device until it is filed. */
export interface Entry {
  /** The uuid of the case, made before anything is typed: filing twice gives one case. */
  readonly caseId: string
  readonly person: { readonly id: string; readonly name: string } | null
  readonly service: string | null
  readonly answers: Answers
  readonly channel: Channel
  readonly day: string
  readonly time: string
  readonly behalf: {
    readonly kind: Behalf['kind']
    readonly name: string
    readonly phone: string
    readonly relation: string
    readonly authority: string
  }
  readonly seen: readonly string[]
  readonly documents: readonly { readonly need: string; readonly file: string; readonly name: string }[]
  readonly consents: readonly string[]
  readonly accept: boolean
}

export const newEntry = (caseId: string, today: string): Entry => ({
  caseId,
  person: null,
  service: null,
  answers: {},
  channel: 'desk',
  day: today,
  time: '09:00',
  behalf: { kind: 'relative', name: '', phone: '', relation: '', authority: '' },
  seen: [],
  documents: [],
  consents: [],
  accept: false,
})

/** Paper and home visits keep the time at which they were handed in; the rest happens now. */
export const keepsTime = (channel: Channel): boolean => channel === 'paper' || channel === 'homeVisit'

/** The day the form's rules look at: the one on the paper, else today. */
export const dayOfEntry = (entry: Pick<Entry, 'channel' | 'day'>, today: string): string =>
  keepsTime(entry.channel) && entry.day !== '' && entry.day < today ? entry.day : today

/** As the contract takes it. The street keeps one clock, whatever the device says. */
export const toFiling = (
  entry: Entry,
  personId: string,
  service: string,
  version: number,
  answers: Answers,
): BodyOf<typeof fileCaseAtDesk> => ({
  id: entry.caseId,
  person: personId,
  service,
  version,
  answers,
  channel: entry.channel,
  ...(keepsTime(entry.channel) && { filedAt: `${entry.day}T${entry.time}:00+08:00` }),
  ...(entry.channel === 'onBehalf' && {
    onBehalf: {
      kind: entry.behalf.kind,
      name: entry.behalf.name.trim(),
      relation: entry.behalf.relation.trim(),
      authority: entry.behalf.authority.trim(),
      ...(entry.behalf.phone !== '' && { phone: entry.behalf.phone }),
    },
  }),
  seen: [...entry.seen],
  documents: entry.documents.map(({ need, file }) => ({ need, file })),
  // A proxy cannot agree in the person's place (D5).
  consents: entry.channel === 'onBehalf' ? [] : [...entry.consents],
  accept: entry.accept,
})
