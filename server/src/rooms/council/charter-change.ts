import { type Charter, articleKeys } from '@ronghe/contract/council/charter.ts'
import { charterFields } from '@ronghe/contract/council/charters/form.ts'
import { unknownNames } from '@ronghe/contract/council/charters/say.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit, type FieldFault } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { actingPost } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { dayInForce, newestOf, whyNotAdopted } from './charter-procedure.ts'
import { allVersions, getVersion, lockedVersions } from './charter-versions.ts'
import { actingDelegate, delegatesInOffice } from './delegates.ts'

/** What a change starts from: the version adopted last, in force or still to come. */
export async function charterForm(deed: Deed, councilId: string) {
  await actingDelegate(deed, councilId)
  const newest = newestOf(
    (await allVersions(deed, councilId)).map((row) => ({ ...row, inForceFrom: row.in_force_from, basedOn: row.based_on })),
  )
  if (!newest) throw notFound('council')
  return { basedOn: newest.id, charter: newest.charter, fields: [...charterFields] }
}

/**
 * A delegate's draft of a new version, and with it the sending out: every delegate is told where both stand side by side. It does nothing by
 * itself; a motion has to carry it by the majority of the charter in force.
 */
export async function proposeCharterChange(
  deed: Deed,
  councilId: string,
  { basedOn, reason, charter }: { readonly basedOn: string; readonly reason: string; readonly charter: Charter },
): Promise<{ versionId: string; number: number }> {
  const proposer = await actingDelegate(deed, councilId)
  const versions = await lockedVersions(deed, councilId)
  if (newestOf(versions)?.id !== basedOn) throw refused('council-charter-stale', await cited(deed, councilId, 'change'))
  const old = await getVersion(deed, councilId, basedOn)
  const faults = faultsIn(charter)
  if (faults.length > 0) throw unfit(faults)
  if (JSON.stringify(old.charter) === JSON.stringify(charter)) throw refused('council-charter-same', await cited(deed, councilId, 'change'))
  const id = deed.id()
  const number = versions.length + 1
  await deed.tx
    .insertInto('charter_version')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      number,
      charter: JSON.stringify(charter),
      state: 'draft',
      based_on: basedOn,
      reason,
      created_at: deed.now,
      created_by_post: actingPost(deed, 'council.sit')?.id ?? null,
    })
    .execute()
  await record(deed, { kind: 'council.charter.proposed', plain: { council: councilId, version: id, number } })
  for (const { personId } of await delegatesInOffice(deed, councilId))
    if (personId !== proposer.personId)
      await notify(deed, personId, { template: 'council-charter-proposed', link: `/council/${councilId}/charter/compare/${basedOn}/${id}` })
  return { versionId: id, number }
}

/** What the schema cannot see: articles missing, twice or out of order, and names in the words that are no parameter. */
export function faultsIn({ articles }: Charter): FieldFault[] {
  const faults: FieldFault[] = []
  if (articles.map(({ key }) => key).join() !== articleKeys.join())
    faults.push({ path: 'charter.articles', code: 'council-charter-articles' })
  articles.forEach(({ prose }, index) => {
    for (const [language, text] of Object.entries(prose))
      for (const name of unknownNames(text ?? ''))
        faults.push({ path: `charter.articles.${index}.prose.${language}`, code: 'council-charter-name', params: { name } })
  })
  return faults
}

/** The draft a motion wants to carry; refused when it could not be adopted on that day, so that nobody votes in vain. */
export async function checkCharterDraft(deed: Deed, councilId: string, versionId: string, votedOn: string = today(deed)): Promise<void> {
  const versions = await lockedVersions(deed, councilId)
  const draft = versions.find(({ id }) => id === versionId)
  if (!draft) throw notFound('charter-version')
  const { change } = await parametersOf(deed, councilId)
  const why = whyNotAdopted(versions, versionId, { sentOn: draft.sentOn, votedOn, noticeDays: change.noticeDays })
  if (why) throw refused(why, await cited(deed, councilId, 'change', { params: { days: change.noticeDays } }))
}

/**
 * The outcome of a motion that was carried by the charter's own majority: the draft becomes the charter, some days later. Only the motion's
 * result calls this; there is no door to it. Meetings, ballots and rounds that have begun keep the version they began under.
 * @returns the day it comes into force
 */
export async function adoptCharter(deed: Deed, versionId: string, resolutionId: string): Promise<string> {
  const councilId = await councilOf(deed, versionId)
  await checkCharterDraft(deed, councilId, versionId)
  const { change } = await parametersOf(deed, councilId)
  const inForceFrom = dayInForce(await lockedVersions(deed, councilId), today(deed), change.inForceAfterDays)
  await deed.tx
    .updateTable('charter_version')
    .set({ state: 'adopted', in_force_from: inForceFrom, resolution_id: resolutionId })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', versionId)
    .execute()
  await record(deed, {
    kind: 'council.charter.adopted',
    plain: { council: councilId, version: versionId, resolution: resolutionId, inForceFrom },
  })
  for (const { personId } of await delegatesInOffice(deed, councilId))
    await notify(deed, personId, {
      template: 'council-charter-adopted',
      link: `/council/${councilId}/charter`,
      params: { day: inForceFrom },
    })
  return inForceFrom
}

/** The motion failed or was withdrawn. */
export async function rejectCharter(deed: Deed, versionId: string): Promise<void> {
  const councilId = await councilOf(deed, versionId)
  const { numUpdatedRows } = await deed.tx
    .updateTable('charter_version')
    .set({ state: 'rejected' })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', versionId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('council-charter-not-draft', await cited(deed, councilId, 'change'))
  await record(deed, { kind: 'council.charter.rejected', plain: { council: councilId, version: versionId } })
}

async function councilOf(deed: Deed, versionId: string): Promise<string> {
  const row = await deed.tx
    .selectFrom('charter_version')
    .select('council_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (!row) throw notFound('charter-version')
  return row.council_id
}
