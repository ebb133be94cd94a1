import { addDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { today } from '../posts.ts'
import { dropFile } from './contract-files.ts'
import { changeProject, openOffer, projectsOf, sealOffer } from './contract-rows.ts'

/** Every night: some weeks after a project is over its working files and the plans of all offers go; contract, money and reasons stay public (L7). */
export async function purgeWorkingFiles(deed: Deed): Promise<void> {
  const { purgeDays } = await setting(deed, 'contracts')
  const rows = await projectsOf(deed)
    .where('purged_on', 'is', null)
    .where('ended_on', '<=', addDays(today(deed), -purgeDays))
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id } of rows) {
    const { tx, street } = deed
    const files = await tx
      .deleteFrom('contract_file')
      .where('street_id', '=', street.id)
      .where('project_id', '=', id)
      .returning('file_id')
      .execute()
    const offers = await tx
      .selectFrom('contract_offer')
      .selectAll()
      .where('street_id', '=', street.id)
      .where('project_id', '=', id)
      .execute()
    for (const offer of offers)
      await tx
        .updateTable('contract_offer')
        .set({ file_id: null, offer_sealed: sealOffer(deed, offer.id, { cents: openOffer(deed, offer).cents, plan: '' }) })
        .where('street_id', '=', street.id)
        .where('id', '=', offer.id)
        .execute()
    for (const file of [...files.map(({ file_id }) => file_id), ...offers.flatMap(({ file_id }) => file_id ?? [])])
      await dropFile(deed, file)
    await tx
      .updateTable('contract_feedback')
      .set({ words_sealed: null })
      .where('street_id', '=', street.id)
      .where('project_id', '=', id)
      .execute()
    await changeProject(deed, id, { purged_on: today(deed) })
    await record(deed, { kind: 'programme.contract.purged', plain: { project: id, files: files.length } })
  }
}
