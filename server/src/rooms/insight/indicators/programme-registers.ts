import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import type { Days } from './definition.ts'

/** Seats of an organ's posts on a day, and how many of them somebody held. The branch's offices are its own and in no register here (08, Branch). */
export interface Filled {
  readonly organ: string
  readonly seats: number
  readonly held: number
}

/** Appointments that covered a day. A revoked one was held until it was revoked. */
const heldThen = (day: string) => sql`
  appointment.starts_on <= ${day}::date and (appointment.ends_on is null or appointment.ends_on >= ${day}::date)
  and (appointment.revoked_at is null or street_day(appointment.street_id, appointment.revoked_at) > ${day}::date)`

const organThen = (day: string) => sql`
  organ.kind <> 'branch' and organ.public and organ.started_on <= ${day}::date and (organ.ended_on is null or organ.ended_on >= ${day}::date)`

export async function postsOn(deed: Deed, day: string): Promise<readonly Filled[]> {
  const { rows } = await sql<Filled>`
    select post.organ_id as organ, sum(post.seats)::int as seats, sum(least(post.seats, held.people))::int as held
    from post
    join organ on organ.street_id = post.street_id and organ.id = post.organ_id
    cross join lateral (
      select count(distinct appointment.person_id)::int as people from appointment
      where appointment.street_id = post.street_id and appointment.post_id = post.id and ${heldThen(day)}) held
    where post.street_id = ${deed.street.id}::uuid and (post.ended_on is null or post.ended_on >= ${day}::date) and ${organThen(day)}
    group by 1
    order by 1`.execute(deed.tx)
  return rows
}

/** People who held posts in two organs or more on a day; whether the organs' pages say so, which their holders decide. */
export async function crossPostingsOn(deed: Deed, day: string): Promise<{ readonly told: number; readonly untold: number }> {
  const { rows } = await sql<{ told: number; untold: number }>`
    select count(*) filter (where told)::int as told, count(*) filter (where not told)::int as untold from (
      select bool_and(appointment.publish_name) as told
      from appointment
      join post on post.street_id = appointment.street_id and post.id = appointment.post_id
      join organ on organ.street_id = post.street_id and organ.id = post.organ_id
      where appointment.street_id = ${deed.street.id}::uuid and ${heldThen(day)} and ${organThen(day)}
      group by appointment.person_id
      having count(distinct post.organ_id) > 1) people`.execute(deed.tx)
  return rows[0]!
}

export async function firstAppointed(deed: Deed): Promise<string | undefined> {
  const { first } = await deed.tx
    .selectFrom('appointment')
    .select(({ fn }) => fn.min('starts_on').as('first'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirstOrThrow()
  return first ?? undefined
}

/** What two organs or more did together on some days, by kind, and whether government, social organisations and residents were all in it (M2). */
export interface Together {
  readonly kind: string
  readonly allThree: boolean
  readonly n: number
}

export async function togetherIn(deed: Deed, { first, last }: Days): Promise<readonly Together[]> {
  const { rows } = await sql<Together>`
    select kind, all_three as "allThree", count(*)::int as n from (
      select item.kind, count(distinct organ.party) = 3 as all_three
      from joint_item item
      join joint_party party on party.street_id = item.street_id and party.kind = item.kind and party.thing_id = item.thing_id
      join organ on organ.street_id = party.street_id and organ.id = party.organ_id
      where item.street_id = ${deed.street.id}::uuid and item.on_day between ${first}::date and ${last}::date
      group by item.kind, item.thing_id
      having count(*) > 1) items
    group by 1, 2
    order by 1, 2`.execute(deed.tx)
  return rows
}

export async function firstTogether(deed: Deed): Promise<string | undefined> {
  const { first } = await deed.tx
    .selectFrom('joint_item')
    .select(({ fn }) => fn.min('on_day').as('first'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirstOrThrow()
  return first ?? undefined
}

/** Money that residents' ballots gave out, by the day the council took note of the result. */
export async function ballotMoneyIn(
  deed: Deed,
  { first, last }: Days,
): Promise<readonly { readonly council: string; readonly cents: number }[]> {
  const { rows } = await sql<{ council: string; cents: number }>`
    select round.council_id as council, sum((result.result ->> 'costCents')::int8)::int8 as cents
    from allocation_round round
    cross join lateral (
      select r.result from allocation_result r where r.street_id = round.street_id and r.round_id = round.id order by r.count desc limit 1) result
    where round.street_id = ${deed.street.id}::uuid and round.noted_on between ${first}::date and ${last}::date
    group by 1
    order by 1`.execute(deed.tx)
  return rows
}

export async function firstNoted(deed: Deed): Promise<string | undefined> {
  const { first } = await deed.tx
    .selectFrom('allocation_round')
    .select(({ fn }) => fn.min('noted_on').as('first'))
    .where('street_id', '=', deed.street.id)
    .executeTakeFirstOrThrow()
  return first ?? undefined
}
