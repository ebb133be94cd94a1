import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'

/** Of one group, those who took part and those who did not, by where they live and where they come from. */
export interface Part {
  readonly community: string | null
  readonly county: string | null
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly took: boolean
  readonly people: number
}

/** A home county that fewer people named is counted with those who named none: the word itself would point at them. */
const leastFromCounty = 50

/**
 * Everybody with an account on the last day, counted by what the profile knows; `took` are those who were somewhere with others. Nobody is
 * told: the rows are counts. Trade, age and lane are in no profile, and nothing here asks for them.
 */
export async function whoTookPart({ tx, street }: Deed, until: Date, took: readonly string[]): Promise<readonly Part[]> {
  const { rows } = await sql<Omit<Part, 'people'> & { readonly people: string }>`
    with said as (
      select distinct on (person_id) person_id, choice from group_choice
      where street_id = ${street.id}::uuid and at < ${until} order by person_id, at desc, id desc
    ), named as (
      select home_county from profile where street_id = ${street.id}::uuid and home_county is not null
      group by home_county having count(*) >= ${leastFromCounty}
    )
    select profile.community_id as community,
           named.home_county as county,
           coalesce(said.choice, 'unstated') as "group",
           there.person_id is not null as took,
           count(*) as people
    from person
    left join profile on profile.street_id = person.street_id and profile.person_id = person.id
    left join named on named.home_county = profile.home_county
    left join said on said.person_id = person.id
    left join unnest(${took}::uuid[]) as there (person_id) on there.person_id = person.id
    where person.street_id = ${street.id}::uuid
      and (there.person_id is not null or (person.created_at < ${until} and (person.closed_at is null or person.closed_at >= ${until})))
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}
