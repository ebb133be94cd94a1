import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { compareServiceVersions, readServiceHistory } from '@ronghe/contract/station/services-editing.ts'
import { compareServices, type ServiceDefinition } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { findPersons } from '../people/persons.ts'
import { getServiceRow, versionsOf } from './services-editing.ts'

export async function readHistoryOf(deed: Deed, key: string): Promise<ReplyOf<typeof readServiceHistory>> {
  const service = await getServiceRow(deed, key)
  const rows = await versionsOf(deed, service.id).orderBy('version').execute()
  const kept = await deed.tx
    .selectFrom('service_draft_kept')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('service_id', '=', service.id)
    .orderBy('saved_at', 'desc')
    .execute()
  const people = await findPersons(
    deed,
    [...rows, ...kept].flatMap(({ saved_by }) => saved_by ?? []),
  )
  const name = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  return {
    items: rows
      .map((row, place) => ({
        version: row.version,
        state: row.state,
        savedAt: row.saved_at.toISOString(),
        publishedAt: row.published_at?.toISOString() ?? null,
        by: name(row.published_by ?? row.saved_by),
        note: row.note,
        changes: place === 0 ? [] : changesOf(rows[place - 1]!, row, deed),
      }))
      .toReversed(),
    kept: kept.map((row) => ({
      id: row.id,
      savedAt: row.saved_at.toISOString(),
      by: name(row.saved_by),
      definition: row.definition as ServiceDefinition,
    })),
  }
}

type Version = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>
const changesOf = (before: Version, after: Version, deed: Deed) =>
  compareServices(before.definition as ServiceDefinition, after.definition as ServiceDefinition, deed.language)

/** Any two versions beside each other, the draft included. */
export async function compareVersionsOf(
  deed: Deed,
  key: string,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<ReplyOf<typeof compareServiceVersions>> {
  const service = await getServiceRow(deed, key)
  const rows = await versionsOf(deed, service.id).where('version', 'in', [before, after]).execute()
  const [was, is] = [before, after].map((version) => rows.find((row) => row.version === version))
  if (!was || !is) throw notFound('service')
  return { changes: changesOf(was, is, deed) }
}
