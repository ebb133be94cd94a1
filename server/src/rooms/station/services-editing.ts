import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type {
  checkServiceDraft,
  DefinitionMistake,
  listCatalogue,
  previewServiceDraft,
  readServiceDraft,
  saveServiceDraft,
  startService,
} from '@ronghe/contract/station/services-editing.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { checkService, compareServices, mistakeSentence, type ServiceDefinition } from '@ronghe/forms'
import { say } from '@ronghe/contract/words.ts'
import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { personOf } from '../../platform/auth/actor.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { violated } from '../../platform/database/pool.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { findPersons } from '../people/persons.ts'
import { emptyService } from './empty-service.ts'
import { searchTokens } from './service-search.ts'
import { textOf } from './services.ts'
import { shapeService } from './services-shape.ts'

type DraftReply = ReplyOf<typeof readServiceDraft>
type Mistake = z.infer<typeof DefinitionMistake>

const services = (deed: Deed) => deed.tx.selectFrom('service').where('service.street_id', '=', deed.street.id)
export const versionsOf = (deed: Deed, serviceId: string) =>
  deed.tx.selectFrom('service_version').selectAll().where('street_id', '=', deed.street.id).where('service_id', '=', serviceId)

export async function getServiceRow(deed: Deed, key: string, options: { readonly lock?: boolean } = {}) {
  let query = services(deed).selectAll().where('key', '=', key)
  // The service's row is what two editors meet at.
  if (options.lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw notFound('service')
  return row
}

export async function listEditableServices(deed: Deed): Promise<ReplyOf<typeof listCatalogue>> {
  const rows = await services(deed)
    .innerJoin('service_version', (join) =>
      join.onRef('service_version.street_id', '=', 'service.street_id').onRef('service_version.service_id', '=', 'service.id'),
    )
    .select([
      'service.id',
      'service.key',
      'service.retired_at',
      'service_version.version',
      'service_version.state',
      'service_version.definition',
    ])
    .where('service_version.state', 'in', ['draft', 'published'])
    .orderBy('service.position')
    .orderBy('service.key')
    .execute()
  const open = await openCasesByService(deed)
  return {
    items: [...Map.groupBy(rows, ({ key }) => key).values()].map((list) => {
      const published = list.find(({ state }) => state === 'published')
      const draft = list.find(({ state }) => state === 'draft')
      const shown = (published ?? draft)!
      const definition = shown.definition as ServiceDefinition
      return {
        key: shown.key,
        // A draft may have lost its name for the moment; its key is always there.
        name: definition.name['zh-CN'].trim() === '' ? { 'zh-CN': shown.key } : textOf(definition.name),
        domain: definition.domain,
        mode: definition.mode,
        published: published?.version ?? null,
        draft: draft?.version ?? null,
        retired: shown.retired_at !== null,
        validUntil: definition.guide.validUntil,
        openCases: open.get(shown.id) ?? 0,
        may: ['edit', ...(draft ? ['publish'] : []), ...(published && !shown.retired_at ? ['retire'] : [])],
      }
    }),
  }
}

async function openCasesByService(deed: Deed): Promise<ReadonlyMap<string, number>> {
  const rows = await deed.tx
    .selectFrom('service_case')
    .select(['service_id', sql<number>`count(*)`.as('count')])
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['filed', 'accepted', 'waitingForResident', 'routed', 'decided'])
    .groupBy('service_id')
    .execute()
  return new Map(rows.map(({ service_id, count }) => [service_id, count]))
}

export async function startNewService(deed: Deed, { key, name, copyOf, mode }: BodyOf<typeof startService>): Promise<DraftReply> {
  const today = dayIn(deed.street.zone, deed.now)
  const base = copyOf
    ? (await currentDefinition(deed, copyOf)).definition
    : emptyService(key, name, mode, today, (await setting(deed, 'clocks')).caseAccept)
  const definition: ServiceDefinition = { ...base, key, version: 1, name }
  const id = deed.id()
  try {
    await deed.tx.insertInto('service').values({ street_id: deed.street.id, id, key, position: 1000, created_at: deed.now }).execute()
  } catch (error) {
    if (violated(error) === 'service_key_key') throw refused('service-key-taken', { params: { key } })
    throw error
  }
  await insertDraft(deed, id, 1, definition)
  await record(deed, { kind: 'station.service.started', plain: { service: id, key } })
  return readDraftOf(deed, key)
}

const insertDraft = (deed: Deed, serviceId: string, version: number, definition: ServiceDefinition) =>
  deed.tx
    .insertInto('service_version')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      service_id: serviceId,
      version,
      definition: JSON.stringify(definition),
      state: 'draft',
      edit: 1,
      saved_at: deed.now,
      saved_by: personOf(deed.actor),
    })
    .execute()

async function currentDefinition(deed: Deed, key: string) {
  const service = await getServiceRow(deed, key)
  const rows = await versionsOf(deed, service.id).orderBy('version', 'desc').execute()
  const newest = rows[0]
  if (!newest) throw notFound('service')
  return { service, newest, definition: newest.definition as ServiceDefinition, highest: newest.version }
}

/** The draft; where there is none yet, the version in force as edit 0 of the next version. */
export async function readDraftOf(deed: Deed, key: string): Promise<DraftReply> {
  const { newest, definition, highest } = await currentDefinition(deed, key)
  const isDraft = newest.state === 'draft'
  const [editor] = newest.saved_by ? await findPersons(deed, [newest.saved_by]) : []
  return {
    key,
    version: isDraft ? newest.version : highest + 1,
    edit: isDraft ? newest.edit : 0,
    definition: isDraft ? definition : { ...definition, version: highest + 1 },
    savedAt: newest.saved_at.toISOString(),
    savedBy: editor?.name ?? null,
    mistakes: await mistakesOf(deed, definition),
  }
}

export async function saveDraftOf(
  deed: Deed,
  key: string,
  { edit, definition: sent }: BodyOf<typeof saveServiceDraft>,
): Promise<ReplyOf<typeof saveServiceDraft>> {
  const shaped = shapeService(sent)
  if (shaped.kind === 'misshapen')
    throw unfit(shaped.places.slice(0, 50).map((path) => ({ path: `definition.${path}`, code: 'field-type' })))
  const service = await getServiceRow(deed, key, { lock: true })
  const rows = await versionsOf(deed, service.id).orderBy('version', 'desc').execute()
  const newest = rows[0]!
  const isDraft = newest.state === 'draft'
  const version = isDraft ? newest.version : newest.version + 1
  const definition: ServiceDefinition = { ...shaped.definition, key, version }
  if (edit !== (isDraft ? newest.edit : 0)) {
    // Not over the other's work: ours is kept beside it, and both are answered.
    const kept = deed.id()
    await deed.tx
      .insertInto('service_draft_kept')
      .values({
        street_id: deed.street.id,
        id: kept,
        service_id: service.id,
        definition: JSON.stringify(definition),
        saved_at: deed.now,
        saved_by: personOf(deed.actor),
      })
      .execute()
    const theirs = await readDraftOf(deed, key)
    return { kind: 'conflict', theirs, yours: definition, kept, changes: compareServices(theirs.definition, definition, deed.language) }
  }
  if (isDraft) {
    await deed.tx
      .updateTable('service_version')
      .set({ definition: JSON.stringify(definition), edit: newest.edit + 1, saved_at: deed.now, saved_by: personOf(deed.actor) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', newest.id)
      .execute()
  } else await insertDraft(deed, service.id, version, definition)
  await record(deed, { kind: 'station.service.draft-saved', plain: { service: service.id, version, edit: isDraft ? newest.edit + 1 : 1 } })
  return { kind: 'saved', draft: await readDraftOf(deed, key) }
}

export async function checkSentDefinition(deed: Deed, sent: Readonly<Record<string, unknown>>): Promise<ReplyOf<typeof checkServiceDraft>> {
  const shaped = shapeService(sent)
  if (shaped.kind === 'misshapen')
    return { mistakes: shaped.places.map((path) => ({ path, code: 'shape', sentence: say(deed.language, 'service-shape'), blocks: true })) }
  return { mistakes: await mistakesOf(deed, shaped.definition) }
}

async function mistakesOf(deed: Deed, definition: ServiceDefinition): Promise<Mistake[]> {
  const keys = await services(deed).select('key').where('retired_at', 'is', null).execute()
  return checkService(definition, new Set([...keys.map(({ key }) => key), definition.key])).map((mistake) => ({
    path: mistake.path,
    code: mistake.code,
    sentence: mistakeSentence(mistake, deed.language),
    blocks: !mistake.advice,
  }))
}

export async function previewDraftOf(deed: Deed, key: string): Promise<ReplyOf<typeof previewServiceDraft>> {
  const service = await getServiceRow(deed, key)
  const rows = await versionsOf(deed, service.id).where('state', 'in', ['draft', 'published']).execute()
  const draft = rows.find(({ state }) => state === 'draft')
  if (!draft) throw refused('service-no-draft')
  const published = rows.find(({ state }) => state === 'published')
  const definition = draft.definition as ServiceDefinition
  return {
    changes: published ? compareServices(published.definition as ServiceDefinition, definition, deed.language) : [],
    mistakes: await mistakesOf(deed, definition),
    openCases: (await openCasesByService(deed)).get(service.id) ?? 0,
  }
}

/** Puts the draft in force. Cases under way keep their version; from now on the new one is filed. */
export async function publishDraftOf(
  deed: Deed,
  key: string,
  { edit, note }: { readonly edit: number; readonly note: string },
): Promise<{ version: number; publishedAt: string }> {
  const service = await getServiceRow(deed, key, { lock: true })
  const draft = await versionsOf(deed, service.id).where('state', '=', 'draft').executeTakeFirst()
  if (!draft) throw refused('service-no-draft')
  if (draft.edit !== edit) throw refused('service-draft-changed')
  const definition = draft.definition as ServiceDefinition
  const blocking = (await mistakesOf(deed, definition)).filter(({ blocks }) => blocks)
  if (blocking.length > 0)
    throw refused('service-has-mistakes', {
      params: { count: blocking.length },
      errors: blocking.slice(0, 50).map(({ path }) => ({ path: `definition.${path}`, code: 'service-mistake' })),
    })
  await supersede(deed, service.id)
  await deed.tx
    .updateTable('service_version')
    .set({ state: 'published', note, search: searchTokens(definition), published_at: deed.now, published_by: personOf(deed.actor) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', draft.id)
    .execute()
  await deed.tx
    .updateTable('service')
    .set({ retired_at: null, retired_instead: null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', service.id)
    .execute()
  await record(deed, { kind: 'station.service.published', plain: { service: service.id, key, version: draft.version } })
  return { version: draft.version, publishedAt: deed.now.toISOString() }
}

const supersede = (deed: Deed, serviceId: string) =>
  deed.tx
    .updateTable('service_version')
    .set({ state: 'superseded' })
    .where('street_id', '=', deed.street.id)
    .where('service_id', '=', serviceId)
    .where('state', '=', 'published')
    .execute()

export async function retireServiceOf(deed: Deed, key: string, instead: Text): Promise<{ key: string }> {
  const service = await getServiceRow(deed, key, { lock: true })
  if (service.retired_at) throw refused('service-retired-already')
  await deed.tx
    .updateTable('service')
    .set({ retired_at: deed.now, retired_instead: JSON.stringify(instead) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', service.id)
    .execute()
  await record(deed, { kind: 'station.service.retired', plain: { service: service.id, key } })
  return { key }
}

/** Puts checked services in force at once: the demo, and a street's first day. A definition with mistakes is refused whole. */
export async function loadServices(deed: Deed, definitions: readonly ServiceDefinition[]): Promise<void> {
  const keys = new Set(definitions.map(({ key }) => key))
  for (const [position, definition] of definitions.entries()) {
    const wrong = checkService(definition, keys).filter(({ advice }) => !advice)
    if (wrong.length > 0)
      throw new Error(`the service ${definition.key} has mistakes: ${wrong.map(({ path, code }) => `${path} ${code}`).join(', ')}`)
    const id = deed.id()
    await deed.tx
      .insertInto('service')
      .values({ street_id: deed.street.id, id, key: definition.key, position, created_at: deed.now })
      .execute()
    await deed.tx
      .insertInto('service_version')
      .values({
        street_id: deed.street.id,
        id: deed.id(),
        service_id: id,
        version: definition.version,
        definition: JSON.stringify(definition),
        state: 'published',
        search: searchTokens(definition),
        saved_at: deed.now,
        published_at: deed.now,
      })
      .execute()
  }
}
