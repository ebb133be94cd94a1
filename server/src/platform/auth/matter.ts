import type { Matter } from '@ronghe/contract/people/matters.ts'
import type { Deed } from '../deed.ts'

/** The name of the parameter or field that must say the matter's own, or `any`. */
type Names = 'any' | 'caseId' | 'concernId' | 'service' | 'key' | 'id' | 'nothing yet'

const papers = { 'station.documents.upload': 'any', 'station.documents.read': 'any', 'station.documents.drop': 'any' } as const

/** What a clerk may read and do for somebody in each kind of matter. What is not named here is the person's own, at their own device. */
const within: Readonly<Record<Matter['kind'], Readonly<Record<string, Names>>>> = {
  account: {
    'people.my-data.read': 'any',
    'people.my-data.correct': 'any',
    'people.consents.list': 'any',
    'people.household.read': 'any',
    'people.residence.read': 'any',
    'people.residence.ask': 'any',
    'people.messages.choice-read': 'any',
    'people.data-requests.ask': 'any',
  },
  service: {
    ...papers,
    'people.my-data.read': 'any',
    'station.drafts.read': 'key',
    'station.drafts.save': 'key',
    'station.drafts.drop': 'key',
    'station.drafts.files.keep': 'key',
    'station.cases.file': 'service',
  },
  case: {
    ...papers,
    // Sent once more because the answer was lost: the case is filed already, and it is this one.
    'station.cases.file': 'id',
    'station.cases.mine.read': 'caseId',
    'station.cases.supplement': 'caseId',
    'station.cases.withdraw': 'caseId',
    'station.cases.reopen': 'caseId',
    'station.cases.confirm': 'caseId',
    'station.cases.receipt': 'caseId',
  },
  concern: {
    'programme.concerns.raise': 'nothing yet',
    'programme.concerns.read-mine': 'concernId',
    'programme.concerns.act': 'concernId',
  },
  visit: {
    'station.appointments.book': 'any',
    'station.appointments.mine': 'any',
    'station.appointments.move': 'any',
    'station.appointments.cancel': 'any',
    'station.tickets.draw': 'any',
    'station.tickets.arrive': 'any',
    'station.tickets.mine': 'any',
    'station.tickets.leave': 'any',
  },
  hazard: { 'station.hazards.report': 'any' },
}
/** What ends the session or says whose it is belongs to every matter. */
const always: ReadonlySet<string> = new Set(['people.session.read', 'people.assist.end', 'people.sign-in.sign-out'])

const ownRef = (matter: Matter): string | null =>
  matter.kind === 'service' ? matter.service : matter.kind === 'case' ? matter.caseId : matter.kind === 'concern' ? matter.concernId : null

/** Whether an operation on one's own things lies within the matter of an assisted session; `said` are its parameters and fields. */
export function liesWithin(matter: Matter, operation: string, said: Readonly<Record<string, unknown>>): boolean {
  if (always.has(operation)) return true
  const names = within[matter.kind][operation]
  if (names === undefined) return false
  if (names === 'any') return true
  return names === 'nothing yet' ? [null, said['id']].includes(ownRef(matter)) : said[names] === ownRef(matter)
}

/** A paper lies within a matter when it belongs to its case, or to none yet. */
export const paperWithin = (matter: Matter, caseId: string | null): boolean =>
  caseId === null || (matter.kind === 'case' && matter.caseId === caseId)

/** What was filed or raised in an assisted session is its matter from then on. */
export async function narrowMatter(deed: Deed, matter: Matter): Promise<void> {
  const { actor, tx, street } = deed
  if (actor.kind !== 'person' || actor.session !== 'assisted') return
  await tx.updateTable('session').set(matterColumns(matter)).where('street_id', '=', street.id).where('id', '=', actor.sessionId).execute()
}

export const matterColumns = (matter: Matter) => ({ matter_kind: matter.kind, matter_ref: ownRef(matter) })

/** A session from before matters were kept shows the account and no more. */
export function matterOf(kind: Matter['kind'] | null, ref: string | null): Matter {
  if (kind === 'service' && ref) return { kind, service: ref }
  if (kind === 'case' && ref) return { kind, caseId: ref }
  if (kind === 'concern') return { kind, concernId: ref }
  return kind === 'visit' || kind === 'hazard' ? { kind } : { kind: 'account' }
}
