import { sql } from 'kysely'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { line, type Days, type Line } from '../indicators/definition.ts'

export const countedHere = ['together', 'togetherWithBranch', 'decided', 'attended', 'served'] as const
/** What the indicators do not tell by community and the path model needs by community; never shown, only gone together with. */
export type UnitCounts = Readonly<Record<(typeof countedHere)[number], readonly Line[]>>

/** Counted with the indicators, once for every finished month. */
export const unitCounts: FrozenFigure<UnitCounts> = {
  figure: 'insight.pathUnits',
  every: 'month',
  waits: 7,
  since: firstDay,
  async count(deed, days) {
    const joint = await jointIn(deed, days)
    return {
      together: joint.map(({ community, organs }) => line('', organs, { community })),
      togetherWithBranch: joint.map(({ community, branches }) => line('', branches, { community })),
      decided: await decidedIn(deed, days),
      attended: await attendedIn(deed, days),
      served: await servedIn(deed, days),
    }
  },
}

/**
 * What organs did together in a community: joint activities that took place, and volunteers' activities more than one organ stands behind. Two organs
 * other than a branch make it one of organisations; a branch among two or more makes it one its members can be met at. That a branch takes
 * part is in the public picture of the organs already; who its members are is asked by nobody (D1).
 */
async function jointIn({ tx, street }: Deed, { first, last }: Days) {
  const { rows } = await sql<{ community: string; organs: number; branches: number }>`
    with things as (
      select item.kind, item.thing_id, coalesce(joint.community_id, activity.community_id) as community_id
      from joint_item item
      left join joint_activity joint
        on joint.street_id = item.street_id and joint.id = item.thing_id and item.kind = 'jointActivity' and joint.state = 'done'
      left join activity
        on activity.street_id = item.street_id and activity.id = item.thing_id and item.kind = 'activity'
        and activity.state in ('running', 'confirmingHours', 'closed')
      where item.street_id = ${street.id}::uuid and item.on_day between ${first}::date and ${last}::date
        and (joint.id is not null or activity.id is not null)
    ), behind as (
      select things.community_id, count(*) as parties, count(*) filter (where organ.kind = 'branch') as branches
      from things
      join joint_party party on party.street_id = ${street.id}::uuid and party.kind = things.kind and party.thing_id = things.thing_id
      join organ on organ.street_id = party.street_id and organ.id = party.organ_id
      where things.community_id is not null
      group by things.kind, things.thing_id, things.community_id
    )
    select community_id::text as community,
           count(*) filter (where parties - branches >= 2)::int as organs,
           count(*) filter (where branches > 0 and parties >= 2)::int as branches
    from behind group by community_id order by community_id`.execute(tx)
  return rows
}

/** Cases decided, and the calendar days from filing to decision. */
const decidedIn = (deed: Deed, days: Days): Promise<readonly Line[]> =>
  lines(
    deed,
    sql`select community_id, count(*) as n, sum(street_day(street_id, decided_at) - street_day(street_id, filed_at)) as amount
        from service_case
        where street_id = ${deed.street.id}::uuid and outcome is not null and merged_into is null and community_id is not null
          and decided_at >= ${startOfDay(deed.street.zone, days.first)} and decided_at < ${startOfDay(deed.street.zone, addDays(days.last, 1))}
        group by community_id`,
  )

/** Times somebody of the community was in a class. */
const attendedIn = (deed: Deed, days: Days): Promise<readonly Line[]> =>
  lines(
    deed,
    sql`select profile.community_id, count(*) as n, 0 as amount
        from course_session session
        join class_attendance noted on noted.street_id = session.street_id and noted.session_id = session.id and noted.present
        join profile on profile.street_id = noted.street_id and profile.person_id = noted.person_id
        where session.street_id = ${deed.street.id}::uuid and session.cancelled_because is null and profile.community_id is not null
          and session.starts_at >= ${startOfDay(deed.street.zone, days.first)}
          and session.starts_at < ${startOfDay(deed.street.zone, addDays(days.last, 1))}
        group by profile.community_id`,
  )

/** Times somebody served in the community, from whichever one they are. */
const servedIn = (deed: Deed, days: Days): Promise<readonly Line[]> =>
  lines(
    deed,
    sql`select activity.community_id, count(*) as n, 0 as amount
        from shift
        join activity on activity.street_id = shift.street_id and activity.id = shift.activity_id
        join shift_presence presence on presence.street_id = shift.street_id and presence.shift_id = shift.id
        where shift.street_id = ${deed.street.id}::uuid and shift.cancelled_at is null and activity.community_id is not null
          and shift.starts_at >= ${startOfDay(deed.street.zone, days.first)}
          and shift.starts_at < ${startOfDay(deed.street.zone, addDays(days.last, 1))}
        group by activity.community_id`,
  )

async function lines({ tx }: Deed, counted: ReturnType<typeof sql>): Promise<readonly Line[]> {
  const { rows } = await sql<{ community: string; n: number; amount: number }>`
    select community_id::text as community, n::int as n, amount::int as amount from (${counted}) counted order by community_id`.execute(tx)
  return rows.map(({ community, n, amount }) => line('', n, { community, amount }))
}

async function firstDay({ tx, street }: Deed): Promise<string | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select least(
      (select min(street_day(street_id, filed_at)) from service_case where street_id = ${street.id}::uuid),
      (select min(on_day) from joint_item where street_id = ${street.id}::uuid),
      (select min(street_day(street_id, starts_at)) from course_session where street_id = ${street.id}::uuid),
      (select min(street_day(street_id, starts_at)) from shift where street_id = ${street.id}::uuid)
    )::text as first`.execute(tx)
  return rows[0]?.first ?? undefined
}
