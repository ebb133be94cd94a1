import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Draft, listDrafts, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import { formOf, prefill, type KnownFacts } from '@ronghe/forms'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { findPerson } from '../people/persons.ts'
import { findCase, type CaseRow } from './case-records.ts'
import { draftFilesOf, dropDraftFiles } from './draft-files.ts'
import { draftPlace, draftsOf, filledIn, holdDraft, serviceAndPerson } from './draft-rows.ts'
import { findService, textOf, type ServiceVersion } from './services.ts'

const mostCharacters = 60_000

async function findDraft(deed: Deed, personId: string, service: ServiceVersion): Promise<Draft | undefined> {
  const row = await draftsOf(deed, personId).selectAll().where('service_id', '=', service.serviceId).executeTakeFirst()
  if (!row) return undefined
  return {
    key: service.definition.key,
    name: textOf(service.definition.name),
    version: row.version,
    edit: row.edit,
    ...filledIn(deed, row),
    page: row.page,
    caseId: row.case_id,
    savedAt: row.saved_at.toISOString(),
    newVersion: row.version !== service.definition.version,
    files: await draftFilesOf(deed, row.id),
  }
}

export async function listOwnDrafts(deed: Deed): Promise<ReplyOf<typeof listDrafts>> {
  const personId = personOf(deed.actor)
  if (!personId) return { items: [] }
  const rows = await draftsOf(deed, personId)
    .innerJoin('service', (join) =>
      join.onRef('service.street_id', '=', 'case_draft.street_id').onRef('service.id', '=', 'case_draft.service_id'),
    )
    .innerJoin('service_version', (join) =>
      join
        .onRef('service_version.street_id', '=', 'service.street_id')
        .onRef('service_version.service_id', '=', 'service.id')
        .on('service_version.state', '=', 'published'),
    )
    .select(['service.key', 'service_version.definition', 'case_draft.page', 'case_draft.saved_at'])
    .orderBy('case_draft.saved_at', 'desc')
    .execute()
  return {
    items: rows.map(({ key, definition, page, saved_at }) => ({
      key,
      name: textOf((definition as ServiceVersion['definition']).name),
      page,
      savedAt: saved_at.toISOString(),
    })),
  }
}

export async function readOwnDraft(deed: Deed, key: string, { caseId }: QueryOf<typeof readDraft>): Promise<ReplyOf<typeof readDraft>> {
  const { service, personId } = await serviceAndPerson(deed, key)
  const draft = await findDraft(deed, personId, service)
  const filed = caseId ? await findCase(deed, caseId) : undefined
  return {
    draft: draft ?? null,
    filed: filed && isOwn(filed, personId) ? { number: filed.number, at: filed.filed_at.toISOString() } : null,
    prefilled: { ...prefill(formOf(service.definition)!, await knownFacts(deed, personId), draft?.answers ?? {}) },
  }
}

const isOwn = (row: CaseRow, personId: string): boolean => row.person_id === personId || row.agent_person_id === personId

/** What the person has told the street before, so that it is not asked again (D9). */
export async function knownFacts(deed: Deed, personId: string): Promise<KnownFacts> {
  const person = await findPerson(deed, personId)
  if (!person) return {}
  const profile = await deed.tx
    .selectFrom('profile')
    .select(['home_county', 'community_id', 'address_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const detail = profile?.address_sealed
    ? deed.platform.sealer.open(
        { street: deed.street.id, table: 'profile', column: 'address_sealed', row: personId },
        profile.address_sealed,
      )
    : undefined
  return {
    name: person.name,
    ...(person.phone ? { phone: person.phone } : {}),
    ...(profile?.community_id ? { community: profile.community_id } : {}),
    ...(profile?.community_id && detail ? { address: { community: profile.community_id, detail } } : {}),
    ...(profile?.home_county ? { homeCounty: profile.home_county } : {}),
  }
}

/**
 * Saves the form as it stands, half filled in as it is. A device that has not seen the newest is shown it and brings the two together
 * itself (packages/forms, mergeDrafts); nothing is overwritten here.
 */
export async function saveOwnDraft(deed: Deed, key: string, body: BodyOf<typeof saveDraft>): Promise<ReplyOf<typeof saveDraft>> {
  const { service, personId, row: known } = await holdDraft(deed, key)
  await mustNotBeFiled(deed, body.caseId, personId)
  const { answers, ticked, documents, papers, forPerson, times, aside } = body
  mustTickInPerson(deed, ticked, known ? filledIn(deed, known).ticked : {})
  const texts = { answers: JSON.stringify(answers), rest: JSON.stringify({ ticked, documents, papers, forPerson, times, aside }) }
  if (texts.answers.length + texts.rest.length > mostCharacters) throw refused('draft-too-long')
  if ((known?.edit ?? 0) !== body.edit) {
    const theirs = await findDraft(deed, personId, service)
    // Thrown away on the other device: what this one holds is the newest there is.
    if (theirs) return { kind: 'newer', draft: theirs }
  }
  const id = known?.id ?? deed.id()
  const values = {
    version: body.version,
    case_id: body.caseId,
    answers_sealed: deed.platform.sealer.seal(draftPlace(deed, 'answers_sealed', id), texts.answers),
    rest_sealed: deed.platform.sealer.seal(draftPlace(deed, 'rest_sealed', id), texts.rest),
    page: body.page ?? null,
    edit: (known?.edit ?? 0) + 1,
    saved_at: deed.now,
  }
  if (known) {
    await deed.tx.updateTable('case_draft').set(values).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
    await dropDraftFiles(deed, id, (fileId) => texts.answers.includes(fileId) || texts.rest.includes(fileId))
  } else {
    const inserted = await deed.tx
      .insertInto('case_draft')
      .values({ street_id: deed.street.id, id, person_id: personId, service_id: service.serviceId, ...values })
      .onConflict((conflict) => conflict.constraint('case_draft_person_key').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) return { kind: 'newer', draft: (await findDraft(deed, personId, service))! }
  }
  return { kind: 'saved', draft: (await findDraft(deed, personId, service))! }
}

/** Whoever goes on with a form on a second device after it was filed is led to the case, not back into a draft. */
async function mustNotBeFiled(deed: Deed, caseId: string, personId: string): Promise<void> {
  const filed = await findCase(deed, caseId)
  if (!filed) return
  if (!isOwn(filed, personId)) throw refused('case-id-taken')
  throw refused('draft-filed', { params: { number: filed.number } })
}

/** A clerk at the keyboard types for the person; ticking is still the person's own (08, Sign-in). */
function mustTickInPerson(deed: Deed, ticked: Draft['ticked'], before: Draft['ticked']): void {
  if (deed.actor.kind !== 'person' || deed.actor.session !== 'assisted') return
  if (Object.entries(ticked).some(([purpose, version]) => before[purpose] !== version)) throw forbidden('not-while-assisted')
}

/** Filing keeps the files it took along; the others go with the draft. */
export async function dropDraftOf(deed: Deed, personId: string, key: string): Promise<void> {
  const service = await findService(deed, key)
  if (!service) return
  const rows = await draftsOf(deed, personId).select('id').where('service_id', '=', service.serviceId).forUpdate().execute()
  for (const { id } of rows) {
    await dropDraftFiles(deed, id, () => false)
    await deed.tx.deleteFrom('case_draft').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  }
}
