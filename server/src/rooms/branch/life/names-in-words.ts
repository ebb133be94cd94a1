import { sql } from 'kysely'
import type { BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { unfit } from '../../../platform/http/problems.ts'
import { toCheckIn } from '../check-in-rows.ts'
import { minutesPlace } from './occasion-rows.ts'

/** Shorter ones stand in too many other words. */
const shortestName = 2
const instead = '某同志'

/**
 * Minutes, notices and agendas name no member: who belongs is in the check-ins and nowhere else, so that withdrawing takes it all out. A name
 * that is written all the same is refused, with the field.
 */
export async function refuseNames(deed: BranchDeed, branchId: string, written: Readonly<Record<string, string>>): Promise<void> {
  const rows = await deed.tx
    .selectFrom('check_in')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .execute()
  const names = rows.map((row) => toCheckIn(deed, row).name()).filter((name) => name.length >= shortestName)
  const wrong = Object.entries(written).filter(([, words]) => names.some((name) => words.includes(name)))
  if (wrong.length > 0) throw unfit(wrong.map(([path]) => ({ path, code: 'branch-names-somebody' })))
}

/** What was written before somebody of that name checked in is put right when they leave. */
export async function takeOutName(deed: BranchDeed, branchId: string, name: string): Promise<void> {
  if (name.length < shortestName) return
  const { tx, street, sealer } = deed
  const written = await tx
    .selectFrom('occasion')
    .select(['id', 'minutes_sealed'])
    .where('street_id', '=', street.id)
    .where('branch_id', '=', branchId)
    .where('minutes_sealed', 'is not', null)
    .execute()
  for (const { id, minutes_sealed } of written) {
    const words = sealer.open(minutesPlace(deed, id), minutes_sealed!)
    if (!words.includes(name)) continue
    await tx
      .updateTable('occasion')
      .set({ minutes_sealed: sealer.seal(minutesPlace(deed, id), words.replaceAll(name, instead)) })
      .where('street_id', '=', street.id)
      .where('id', '=', id)
      .execute()
  }
  const inJson = JSON.stringify(name).slice(1, -1)
  for (const [table, columns] of [
    ['occasion', ['title', 'place', 'agenda']],
    ['plan', ['title', 'place', 'agenda']],
  ] as const)
    for (const column of columns)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}::text, ${inJson}, ${instead})::jsonb
        where street_id = ${street.id}::uuid and branch_id = ${branchId}::uuid and position(${inJson} in ${sql.ref(column)}::text) > 0`.execute(
        tx,
      )
  await sql`update notice set title = replace(title, ${name}, ${instead}), words = replace(words, ${name}, ${instead})
    where street_id = ${street.id}::uuid and branch_id = ${branchId}::uuid and position(${name} in title || words) > 0`.execute(tx)
}
