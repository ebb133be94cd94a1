import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Draft, listDrafts, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import { formOf, prefill, type KnownFacts } from '@ronghe/forms'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { findPerson } from '../people/persons.ts'
import { findService, textOf, type ServiceVersion } from './services.ts'

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'case_draft', column: 'answers_sealed', row: id })
const mostCharacters = 60_000

const draftsOf = (deed: Deed, personId: string) =>
  deed.tx.selectFrom('case_draft').where('case_draft.street_id', '=', deed.street.id).where('case_draft.person_id', '=', personId)

async function serviceAndPerson(deed: Deed, key: string): Promise<{ service: ServiceVersion; personId: string }> {
  const service = await findService(deed, key)
  const personId = personOf(deed.actor)
  if (!service || !formOf(service.definition) || !personId) throw notFound('service')
  return { service, personId }
}

async function findDraft(deed: Deed, personId: string, service: ServiceVersion): Promise<Draft | undefined> {
  const row = await draftsOf(deed, personId).selectAll().where('service_id', '=', service.serviceId).executeTakeFirst()
  if (!row) return undefined
  return {
    key: service.definition.key,
    name: textOf(service.definition.name),
    version: row.version,
    edit: row.edit,
    answers: JSON.parse(deed.platform.sealer.open(place(deed, row.id), row.answers_sealed)) as Record<string, unknown>,
    page: row.page,
    caseId: row.case_id,
    savedAt: row.saved_at.toISOString(),
    newVersion: row.version !== service.definition.version,
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

export async function readOwnDraft(deed: Deed, key: string): Promise<ReplyOf<typeof readDraft>> {
  const { service, personId } = await serviceAndPerson(deed, key)
  const draft = await findDraft(deed, personId, service)
  return {
    draft: draft ?? null,
    prefilled: { ...prefill(formOf(service.definition)!, await knownFacts(deed, personId), draft?.answers ?? {}) },
  }
}

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

/** Saves the form as it stands, half filled in as it is. Who saved from another device meanwhile wins, and is shown. */
export async function saveOwnDraft(deed: Deed, key: string, body: BodyOf<typeof saveDraft>): Promise<ReplyOf<typeof saveDraft>> {
  const { service, personId } = await serviceAndPerson(deed, key)
  const text = JSON.stringify(body.answers)
  if (text.length > mostCharacters) throw refused('draft-too-long')
  const known = await draftsOf(deed, personId)
    .select(['id', 'edit'])
    .where('service_id', '=', service.serviceId)
    .forUpdate()
    .executeTakeFirst()
  if ((known?.edit ?? 0) !== body.edit) {
    const theirs = await findDraft(deed, personId, service)
    // Dropped or filed on the other device: what this one holds is the newest there is.
    if (theirs) return { kind: 'newer', draft: theirs }
  }
  const id = known?.id ?? deed.id()
  const values = {
    version: body.version,
    case_id: body.caseId,
    answers_sealed: deed.platform.sealer.seal(place(deed, id), text),
    page: body.page ?? null,
    edit: (known?.edit ?? 0) + 1,
    saved_at: deed.now,
  }
  if (known) await deed.tx.updateTable('case_draft').set(values).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  else {
    const inserted = await deed.tx
      .insertInto('case_draft')
      .values({ street_id: deed.street.id, id, person_id: personId, service_id: service.serviceId, ...values })
      .onConflict((conflict) => conflict.constraint('case_draft_person_key').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) return { kind: 'newer', draft: (await findDraft(deed, personId, service))! }
  }
  return { kind: 'saved', draft: (await findDraft(deed, personId, service))! }
}

export async function dropDraftOf(deed: Deed, personId: string, key: string): Promise<void> {
  const service = await findService(deed, key)
  if (!service) return
  await deed.tx
    .deleteFrom('case_draft')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('service_id', '=', service.serviceId)
    .execute()
}
