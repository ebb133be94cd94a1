import type { Deed } from '../../platform/deed.ts'
import { notify } from '../../platform/notify/notify.ts'

/** Everybody with an account whose concern it answers, once each; whoever has a code looks. The text says only that something moved. */
export async function tellAuthors(deed: Deed, resolutionId: string, template = 'council-resolution-moved'): Promise<void> {
  const rows = await deed.tx
    .selectFrom('resolution_concern')
    .innerJoin('concern', (join) =>
      join.onRef('concern.street_id', '=', 'resolution_concern.street_id').onRef('concern.id', '=', 'resolution_concern.concern_id'),
    )
    .select('concern.person_id')
    .distinct()
    .where('resolution_concern.street_id', '=', deed.street.id)
    .where('resolution_concern.resolution_id', '=', resolutionId)
    .where('concern.person_id', 'is not', null)
    .execute()
  for (const { person_id } of rows) await notify(deed, person_id!, { template, link: `/council/resolutions/${resolutionId}` })
}
