import { Charter } from '@ronghe/contract/council/charter.ts'
import type { Selectable } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import type { ProcedureVersion } from './charter-procedure.ts'

export type VersionRow = Omit<Selectable<Tables['charter_version']>, 'charter'> & { readonly charter: Charter }

const rowsOf = (deed: Deed, councilId: string) =>
  deed.tx.selectFrom('charter_version').selectAll().where('street_id', '=', deed.street.id).where('council_id', '=', councilId)
const toVersion = (row: Selectable<Tables['charter_version']>): VersionRow => ({ ...row, charter: Charter.parse(row.charter) })

/** Every version there is or was, drafts included, the newest first. */
export async function allVersions(deed: Deed, councilId: string): Promise<readonly VersionRow[]> {
  return (await rowsOf(deed, councilId).orderBy('number', 'desc').execute()).map(toVersion)
}

/** One version: what a meeting, a ballot or a round that began under it goes on with. */
export async function getVersion(deed: Deed, councilId: string, versionId: string): Promise<VersionRow> {
  const row = await rowsOf(deed, councilId).where('id', '=', versionId).executeTakeFirst()
  if (!row) throw notFound('charter-version')
  return toVersion(row)
}

/** The versions as the procedure sees them, locked: of two that change the charter at once one waits. */
export async function lockedVersions(deed: Deed, councilId: string): Promise<readonly (ProcedureVersion & { readonly sentOn: string })[]> {
  const rows = await rowsOf(deed, councilId).orderBy('number').forUpdate().execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state as ProcedureVersion['state'],
    inForceFrom: row.in_force_from,
    basedOn: row.based_on,
    sentOn: dayIn(deed.street.zone, row.created_at),
  }))
}
