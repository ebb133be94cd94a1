import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import type { BranchPart } from './branch-part.ts'
import { toCheckIn } from './check-in-rows.ts'
import { takeDown } from './published-offices.ts'

/** Check-ins, offices, messages, and who looked. */
export const housePart: BranchPart = {
  tables: ['check_in', 'office', 'message', 'access_log', 'idempotency', 'journal_entry'],
  byHash: ['check_in', 'office', 'message', 'access_log'],
  async export(deed, hash) {
    const [checkIns, offices] = [await checkInsOf(deed, hash), await officesOf(deed, hash)]
    return {
      ...(checkIns.length > 0
        ? {
            branchCheckIn: checkIns.map((row) => {
              const { name, homeBranch, contact } = toCheckIn(deed, row)
              return {
                state: row.state,
                name: name(),
                homeBranch: homeBranch(),
                contact: contact(),
                channel: row.channel,
                consent: row.consent_version,
                declaredOn: row.declared_on,
                answeredOn: row.answered_on,
                endedOn: row.ended_on,
              }
            }),
          }
        : {}),
      ...(offices.length > 0
        ? { branchOffice: offices.map(({ kind, starts_on, published_on }) => ({ kind, startsOn: starts_on, publishedOn: published_on })) }
        : {}),
    }
  },
  async forget(deed, hash) {
    await takeDown(
      deed,
      (await officesOf(deed, hash)).map(({ id }) => id),
    )
    for (const table of ['office', 'check_in', 'message', 'access_log'] as const)
      await deed.tx.deleteFrom(table).where('street_id', '=', deed.street.id).where('person_hash', '=', hash).execute()
  },
}

const checkInsOf = ({ tx, street }: BranchDeed, hash: Buffer) =>
  tx.selectFrom('check_in').selectAll().where('street_id', '=', street.id).where('person_hash', '=', hash).execute()
const officesOf = ({ tx, street }: BranchDeed, hash: Buffer) =>
  tx.selectFrom('office').selectAll().where('street_id', '=', street.id).where('person_hash', '=', hash).execute()
