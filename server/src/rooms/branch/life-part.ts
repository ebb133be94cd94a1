import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import { applicantName, withSteps } from './application/application-rows.ts'
import { stageOf } from './application/step-rules.ts'
import type { BranchPart } from './branch-part.ts'
import { toCheckIn, type CheckIn } from './check-in-rows.ts'
import { nominationsOf, openIn, roundsOf } from './honours/honour-rows.ts'
import { takeOutName } from './life/names-in-words.ts'

/**
 * The life of a branch. What hangs from a check-in goes with it in the database; what is left to do is what stands under the person's own
 * name: the application, words given to carry up, and a name in somebody else's writing.
 */
export const lifePart: BranchPart = {
  tables: ['attendance', 'window_ask', 'application', 'application_step', 'carried_concern', 'nomination', 'honour', 'occasion'],
  byHash: ['application', 'carried_concern'],

  async export(deed, hash) {
    const [checkIns, applications, concerns] = [
      await checkInsOf(deed, hash),
      await applicationsOf(deed, hash),
      await concernsOf(deed, hash),
    ]
    const came: unknown[] = []
    const asked: unknown[] = []
    const named: unknown[] = []
    for (const { id } of checkIns) {
      came.push(...(await attendanceOf(deed, id)))
      asked.push(...(await asksOf(deed, id)))
      named.push(...(await writtenBy(deed, id)), ...(await shownOf(deed, id)))
    }
    const trackers: unknown[] = []
    for (const row of applications) {
      const { tracker } = await withSteps(deed, row)
      const steps = [...tracker.noted].map(([step, { day, by }]) => ({ step, day, notedBy: by }))
      trackers.push({
        name: applicantName(deed, row),
        stage: stageOf(tracker),
        steps,
        consent: row.consent_version,
        handedOverOn: row.handed_over_on,
      })
    }
    return {
      ...(came.length > 0 && { branchAttendance: came }),
      ...(asked.length > 0 && { branchShifts: asked }),
      ...(named.length > 0 && { branchHonours: named }),
      ...(trackers.length > 0 && { branchApplication: trackers }),
      ...(concerns.length > 0 && { branchConcerns: concerns }),
    }
  },

  async forget(deed, hash) {
    for (const member of await checkInsOf(deed, hash)) await forgetName(deed, member)
    for (const table of ['application', 'carried_concern'] as const)
      await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('person_hash', '=', hash).execute()
  },
}

/** A member's name where somebody else wrote it: minutes, notices, a nomination that was not matched with anybody. */
export async function forgetName(deed: BranchDeed, member: CheckIn): Promise<void> {
  const name = member.name()
  await takeOutName(deed, member.branch_id, name)
  for (const round of await roundsOf(deed, member.branch_id))
    for (const one of await nominationsOf(deed, round.id)) {
      const about = openIn(deed, 'nomination', 'nominee_sealed', one.id, one.nominee_sealed) === name
      const mentions = openIn(deed, 'nomination', 'reason_sealed', one.id, one.reason_sealed).includes(name)
      if (about || mentions)
        await deed.tx.deleteFrom('nomination').where('street_id', '=', deed.street.id).where('id', '=', one.id).execute()
    }
}

async function checkInsOf(deed: BranchDeed, hash: Buffer): Promise<readonly CheckIn[]> {
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', hash)
    .execute()
  return rows.map((row) => toCheckIn(deed, row))
}

const applicationsOf = (deed: BranchDeed, hash: Buffer) =>
  deed.tx.selectFrom('application').selectAll().where('street_id', '=', deed.street.id).where('person_hash', '=', hash).execute()

async function concernsOf(deed: BranchDeed, hash: Buffer) {
  const rows = await deed.tx
    .selectFrom('carried_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', hash)
    .execute()
  return rows.map(({ id, words_sealed, state, given_on, carried_on, answered_on, consent_version }) => ({
    words: deed.sealer.open({ street: deed.street.id, table: 'branch.carried_concern', column: 'words_sealed', row: id }, words_sealed),
    state,
    givenOn: given_on,
    carriedOn: carried_on,
    answeredOn: answered_on,
    consent: consent_version,
  }))
}

async function attendanceOf(deed: BranchDeed, checkInId: string) {
  const rows = await deed.tx
    .selectFrom('attendance')
    .innerJoin('occasion', (join) =>
      join.onRef('occasion.street_id', '=', 'attendance.street_id').onRef('occasion.id', '=', 'attendance.occasion_id'),
    )
    .select(['occasion.title', 'occasion.kind', 'attendance.day', 'attendance.channel'])
    .where('attendance.street_id', '=', deed.street.id)
    .where('attendance.check_in_id', '=', checkInId)
    .orderBy('attendance.day')
    .execute()
  return rows.map(({ title, kind, day, channel }) => ({ title, kind, day, channel }))
}

const asksOf = (deed: BranchDeed, checkInId: string) =>
  deed.tx
    .selectFrom('window_ask')
    .select(['day', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('check_in_id', '=', checkInId)
    .orderBy('day')
    .execute()

async function writtenBy(deed: BranchDeed, checkInId: string) {
  const rows = await deed.tx
    .selectFrom('nomination')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('by_check_in_id', '=', checkInId)
    .execute()
  return rows.map((one) => ({
    nominated: openIn(deed, 'nomination', 'nominee_sealed', one.id, one.nominee_sealed),
    reason: openIn(deed, 'nomination', 'reason_sealed', one.id, one.reason_sealed),
    on: one.nominated_on,
  }))
}

async function shownOf(deed: BranchDeed, checkInId: string) {
  const rows = await deed.tx
    .selectFrom('honour')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('check_in_id', '=', checkInId)
    .execute()
  return rows.map((one) => ({
    shown: openIn(deed, 'honour', 'words_sealed', one.id, one.words_sealed),
    name: openIn(deed, 'honour', 'name_sealed', one.id, one.name_sealed),
    on: one.shown_on,
    consent: one.consent_version,
  }))
}
