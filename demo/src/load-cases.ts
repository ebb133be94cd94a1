import type { Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { publishedServices } from '@ronghe/server/rooms/station/services.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Bulk } from './bulk.ts'
import { inventCases, type OfferedService } from './cases.ts'
import type { RowOf } from './copy-rows.ts'
import { inventRatings, ratingCounts } from './ratings.ts'
import type { Maker, Resident } from './residents.ts'

interface CaseLoad {
  readonly residents: readonly Resident[]
  readonly count: number
  /** After each helping: how many there are now, and how many it was. */
  saySome(done: number, some: number): void
}

/**
 * A year of cases. Each filing has its leaf in the journal, which its receipt names; the later steps of invented cases have none, because nobody
 * took them.
 */
export async function loadCases(bulk: Bulk, maker: Maker, calendar: Calendar, { residents, count, saySome }: CaseLoad): Promise<void> {
  const services = await offeredServices(maker)
  let done = 0
  let counters: ReadonlyMap<string, number> = new Map()
  const rated: RowOf<'rating'>[] = []
  for (const made of inventCases(maker, calendar, { residents, services, count })) {
    await bulk.write(async (copy) => {
      await copy('service_case', made.cases)
      await copy('case_event', made.events)
      await copy('case_document', made.documents)
      await copy('case_external', made.externals)
      await copy('agreement_use', made.uses)
      await copy('message', made.messages)
      const { ratings, followUps, events } = inventRatings(maker, calendar, made.made)
      await copy('rating', ratings)
      await copy('rating_follow_up', followUps)
      await copy('rating_follow_up_event', events)
      rated.push(...ratings)
    }, made.journal)
    done += made.cases.length
    counters = made.counters
    saySome(done, made.cases.length)
  }
  await bulk.write(async (copy) => {
    await copy(
      'counter',
      Array.from(counters, ([name, value]) => ({ street_id: maker.street.id, name, value })),
    )
    await copy('rating_count', ratingCounts(maker, rated))
  })
}

async function offeredServices({ platform, street }: Maker): Promise<ReadonlyMap<string, OfferedService>> {
  const found = await inStreet(platform, street, publishedServices)
  return new Map(
    found.flatMap(({ id, serviceId, definition }) =>
      definition.mode === 'case' ? [[definition.key, { definition, serviceId, versionId: id }]] : [],
    ),
  )
}
