import type { Deed } from '../../../platform/deed.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Days } from './definition.ts'

/** First days of registers, and the moments between which a month lies. */
const dayOf = (deed: Deed, at: Date | null | undefined): string | undefined => (at ? dayIn(deed.street.zone, at) : undefined)

export const momentsOf = (deed: Deed, { first, last }: Days): { readonly from: Date; readonly until: Date } => ({
  from: startOfDay(deed.street.zone, first),
  until: startOfDay(deed.street.zone, addDays(last, 1)),
})

/** Services were offered from the day the catalogue, or the first case, is of. */
export async function firstServiceOn(deed: Deed): Promise<string | undefined> {
  const published = await deed.tx
    .selectFrom('service_version')
    .select(({ fn }) => fn.min('published_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirst()
  const filed = await deed.tx
    .selectFrom('service_case')
    .select(({ fn }) => fn.min('filed_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirst()
  return [dayOf(deed, published?.at), dayOf(deed, filed?.at)].flatMap((day) => day ?? []).toSorted()[0]
}

export async function firstAgreementOn(deed: Deed): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('agreement')
    .select(({ fn }) => fn.min('created_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirst()
  return dayOf(deed, row?.at)
}

export async function firstSessionOn(deed: Deed): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('course_session')
    .select(({ fn }) => fn.min('starts_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirst()
  return dayOf(deed, row?.at)
}

export async function firstHoursOn(deed: Deed): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('hours_entry')
    .select(({ fn }) => fn.min('starts_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirst()
  return dayOf(deed, row?.at)
}

export async function firstExportOn(deed: Deed): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('journal_leaf')
    .select(({ fn }) => fn.min('at').as('at'))
    .where('street_id', '=', deed.street.id)
    .where('kind', 'like', '%.exported')
    .executeTakeFirst()
  return dayOf(deed, row?.at)
}

export async function firstWithdrawalOn(deed: Deed): Promise<string | undefined> {
  const row = await deed.tx
    .selectFrom('consent')
    .select(({ fn }) => fn.min('withdrawn_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst()
  return dayOf(deed, row?.at)
}
