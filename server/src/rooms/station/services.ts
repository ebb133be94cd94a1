import type { askEligibility, listOpenings, listServices, NotOffered, readService, ServiceLine } from '@ronghe/contract/station/services.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { documentsNeeded, eligibility, writeLetter, type Openness, type ServiceDefinition } from '@ronghe/forms'
import type * as z from 'zod/mini'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { standing } from '../../platform/database/standing.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Platform } from '../../platform/platform.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { departmentNames } from './departments.ts'
import { fits, typedTokens } from './service-search.ts'
import { readOffers, type Offers } from './service-offers.ts'

/** A version of a service as the database keeps it. */
export interface ServiceVersion {
  readonly id: string
  readonly serviceId: string
  readonly definition: ServiceDefinition
  readonly retired: { readonly instead: Text } | null
}

/** What never changes once a version was published. */
interface Fixed {
  readonly definition: ServiceDefinition
  readonly search: ReadonlySet<string>
}

const versions = (deed: Deed) =>
  deed.tx
    .selectFrom('service_version')
    .innerJoin('service', (join) =>
      join.onRef('service.street_id', '=', 'service_version.street_id').onRef('service.id', '=', 'service_version.service_id'),
    )
    .select(['service_version.id', 'service_version.service_id', 'service.retired_at', 'service.retired_instead'])
    .where('service_version.street_id', '=', deed.street.id)
    .where('service_version.state', 'in', ['published', 'superseded'])

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

/** The version in force. */
export async function findService(deed: Deed, key: string): Promise<ServiceVersion | undefined> {
  return (await publishedServices(deed)).find(({ definition }) => definition.key === key)
}

/** A version that is or was in force: a form begun under it may still be filed, a case filed under it keeps it. */
export async function getServiceVersion(deed: Deed, key: string, version: number): Promise<ServiceVersion> {
  const found = await standing(deed.tx, `station.version ${key} ${version}`, async () => {
    const rows = await versions(deed).where('service.key', '=', key).where('service_version.version', '=', version).execute()
    return (await toVersions(deed, rows))[0]
  })
  if (!found) throw notFound('service')
  return found
}

export async function getVersionById(deed: Deed, id: string): Promise<Pick<ServiceVersion, 'definition'>> {
  const found = (await fixedOf(deed, [id])).get(id)
  if (!found) throw new Error(`no service version ${id}`)
  return found
}

export const findVersionsById = (deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, Pick<ServiceVersion, 'definition'>>> =>
  fixedOf(deed, ids)

/** Every service in force; other doors (open standards, figures) read the catalogue through this. */
export const publishedServices = (deed: Deed): Promise<readonly (ServiceVersion & Fixed)[]> =>
  standing(deed.tx, 'station.published', async () => {
    const rows = await versions(deed)
      .where('service_version.state', '=', 'published')
      .orderBy('service.position')
      .orderBy('service.key')
      .execute()
    return toVersions(deed, rows)
  })

async function toVersions(deed: Deed, rows: readonly Row[]): Promise<(ServiceVersion & Fixed)[]> {
  const fixed = await fixedOf(
    deed,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    retired: row.retired_at ? { instead: row.retired_instead as Text } : null,
    ...fixed.get(row.id)!,
  }))
}

const kept = new WeakMap<Platform, Map<string, Fixed>>()
const mostKept = 2000

/** Definitions by version. They are large, read with every case and never change, so each is read from the database once. */
async function fixedOf(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, Fixed>> {
  const known = kept.get(deed.platform) ?? new Map<string, Fixed>()
  kept.set(deed.platform, known)
  const keyOf = (id: string) => `${deed.street.id} ${id}`
  const found = new Map<string, Fixed>()
  for (const id of ids) {
    const fixed = known.get(keyOf(id))
    if (fixed) found.set(id, fixed)
  }
  const missing = [...new Set(ids)].filter((id) => !found.has(id))
  if (missing.length === 0) return found
  const rows = await deed.tx
    .selectFrom('service_version')
    .select(['id', 'definition', 'search'])
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', missing)
    .where('state', '<>', 'draft')
    .execute()
  for (const { id, definition, search } of rows) {
    const fixed = { definition: definition as ServiceDefinition, search: new Set(search) }
    found.set(id, fixed)
    if (known.size >= mostKept) known.clear()
    known.set(keyOf(id), fixed)
  }
  return found
}

export async function searchServices(deed: Deed, query: QueryOf<typeof listServices>): Promise<ReplyOf<typeof listServices>> {
  const offers = await readOffers(deed)
  const wanted = query.search ? typedTokens(query.search) : undefined
  // Something typed that holds nothing to look for finds nothing, rather than everything.
  if (query.search && wanted?.length === 0) return { items: [], next: null }
  const ranked = (await publishedServices(deed))
    .filter(({ definition }) => !query.domain || definition.domain === query.domain)
    .filter(({ definition }) => !query.openTo || definition.whoMay[query.openTo].state !== 'closed')
    .map((service) => ({ service, found: wanted ? countFound(service.search, wanted) : 0 }))
    .filter(({ found }) => !wanted || fits(found, wanted.length))
    .toSorted((one, other) => other.found - one.found)
    .map(({ service }) => toLine(deed, service, offers))
    // What is retired is found by name only, so that whoever looks for it learns what applies instead.
    .filter(({ notOffered }) => wanted || notOffered?.why !== 'retired')
  const from = query.after ? ranked.findIndex(({ key }) => key === query.after) + 1 : 0
  if (query.after && from === 0) throw refused('not-a-cursor')
  const items = ranked.slice(from, from + query.limit)
  return { items, next: from + query.limit < ranked.length ? (items.at(-1)?.key ?? null) : null }
}

const countFound = (search: ReadonlySet<string>, wanted: readonly string[]): number => wanted.filter((token) => search.has(token)).length

function toLine(deed: Deed, service: ServiceVersion, offers: Offers): ServiceLine {
  const { definition } = service
  return {
    key: definition.key,
    version: definition.version,
    name: textOf(definition.name),
    summary: textOf(definition.summary),
    domain: definition.domain,
    department: definition.department,
    mode: definition.mode,
    promisedWorkingDays: definition.mode === 'case' ? definition.promisedWorkingDays : null,
    channels: [...definition.channels],
    openTo: { newcomer: definition.whoMay.newcomer.state, local: definition.whoMay.local.state },
    lastChecked: definition.guide.lastChecked,
    validUntil: definition.guide.validUntil,
    outOfDate: isOutOfDate(deed, definition),
    notOffered: whyNotOffered(service, offers),
  }
}

const isOutOfDate = (deed: Deed, { guide }: ServiceDefinition): boolean => guide.validUntil < dayIn(deed.street.zone, deed.now)

/** Null where it is offered today. The day an agreement ends is its last; the day after, guide and form stop offering it. */
export function whyNotOffered({ definition, retired }: ServiceVersion, offers: Offers): z.infer<typeof NotOffered> | null {
  if (retired)
    return { why: 'retired', text: { 'zh-CN': '这项服务已经停办。', en: 'This service is no longer offered.' }, instead: retired.instead }
  const key = definition.mode === 'case' ? definition.externalParty?.agreement : undefined
  if (!key || offers.inForce(key)) return null
  return {
    why: 'agreementExpired',
    text: {
      'zh-CN': '背后的合作协议已经到期，暂时不能这样办。',
      en: 'The agreement behind this has run out, so it cannot be done this way at present.',
    },
    instead: offers.instead(key),
  }
}

export async function describeService(deed: Deed, key: string, version: number | undefined): Promise<ReplyOf<typeof readService>> {
  const service = version === undefined ? await findService(deed, key) : await getServiceVersion(deed, key, version)
  if (!service) throw notFound('service')
  const { definition } = service
  const offers = await readOffers(deed)
  const name = await departmentNames(deed)
  const linked = new Set([
    ...(definition.related ?? []),
    ...definition.eligibility.flatMap(({ instead }) => instead?.flatMap((way) => way.service ?? []) ?? []),
  ])
  const related = linked.size === 0 ? [] : (await publishedServices(deed)).filter((other) => linked.has(other.definition.key))
  const agreementKey = definition.mode === 'case' ? definition.externalParty?.agreement : undefined
  return {
    definition,
    departmentName: name(definition.department),
    outOfDate: isOutOfDate(deed, definition),
    notOffered: whyNotOffered(service, offers),
    agreement: agreementKey ? (offers.describe(agreementKey) ?? null) : null,
    related: related.map((other) => ({ key: other.definition.key, name: textOf(other.definition.name) })),
  }
}

export async function listServiceOpenings(deed: Deed): Promise<ReplyOf<typeof listOpenings>> {
  const rows = await versions(deed).orderBy('service.position').orderBy('service.key').orderBy('service_version.version').execute()
  const byKey = [...Map.groupBy(await toVersions(deed, rows), ({ definition }) => definition.key).values()].map((list) =>
    list.map(({ definition }) => definition),
  )
  return {
    services: byKey.map((list) => {
      const { key, name, whoMay } = list.at(-1)!
      return { key, name: textOf(name), newcomer: toOpening(whoMay.newcomer), local: toOpening(whoMay.local) }
    }),
    changes: byKey
      .flatMap((list) =>
        list.slice(1).flatMap((after, place) =>
          (['newcomer', 'local'] as const).flatMap((group) => {
            const before = list[place]!.whoMay[group]
            const now = after.whoMay[group]
            if (before.state === now.state) return []
            return [
              {
                key: after.key,
                name: textOf(after.name),
                group,
                from: before.state,
                to: now.state,
                since: now.since,
                kind: width[now.state] > width[before.state] ? ('opened' as const) : ('narrowed' as const),
              },
            ]
          }),
        ),
      )
      .toSorted((one, other) => other.since.localeCompare(one.since)),
  }
}

const width = { closed: 0, openOtherPapers: 1, open: 2 } as const
const toOpening = (openness: Openness) => ({
  state: openness.state,
  since: openness.since,
  note: openness.state === 'closed' ? textOf(openness.law) : openness.state === 'openOtherPapers' ? textOf(openness.note) : null,
})

export async function weighEligibility(
  deed: Deed,
  key: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<ReplyOf<typeof askEligibility>> {
  const service = await findService(deed, key)
  if (!service) throw notFound('service')
  const { definition } = service
  const today = dayIn(deed.street.zone, deed.now)
  const weighed = eligibility(definition.eligibility, answers, today)
  const rules = new Map(definition.eligibility.map((rule) => [rule.id, rule]))
  return {
    verdict: weighed.verdict,
    reasons: weighed.reasons.map(({ rule, met, text, law }) => ({
      id: rule,
      text: textOf(text),
      met: met === undefined ? 'unsure' : met ? 'yes' : 'no',
      law: law ? textOf(law) : null,
      instead:
        met === true ? [] : (rules.get(rule)?.instead ?? []).map((way) => ({ text: textOf(way.text), service: way.service ?? null })),
    })),
    documents: documentsNeeded(definition, answers, today).map((document) => ({
      id: document.id,
      name: textOf(document.name),
      help: document.help ? textOf(document.help) : null,
      waivable: document.waivable,
      handedIn: document.handedIn,
      keptWhere: textOf(document.keptWhere),
      alternatives: document.alternatives.map((alternative) => ({ id: alternative.id, name: textOf(alternative.name) })),
    })),
  }
}

export async function fillServiceLetter(
  deed: Deed,
  key: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<{ to: string; title: string; body: string }> {
  const service = await findService(deed, key)
  if (!service || service.definition.mode !== 'guide' || !service.definition.letter) throw notFound('letter')
  return writeLetter(service.definition.letter, answers, dayIn(deed.street.zone, deed.now), deed.language)
}

/** Our own copy of a text: packages/forms and the contract write the missing translation differently. */
export const textOf = (text: { readonly 'zh-CN': string; readonly en?: string | undefined }): Text => ({
  'zh-CN': text['zh-CN'],
  ...(text.en ? { en: text.en } : {}),
})
