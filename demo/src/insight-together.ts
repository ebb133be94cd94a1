import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Bulk } from './bulk.ts'
import type { CommunityKey } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { communityId, demoId, organId, postId, timedId } from './load-cast.ts'
import { communityKeys, type Maker, type Resident } from './residents.ts'
import { teachNeighbours } from './school-courses.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Weeks of common mornings behind us; the last one is two weeks back, so that its list is entered. */
const weeks = { first: 44, last: 2 }
/** One round of regulars comes to each community's morning; a large street has more rounds. */
const regulars = 40
/** Of a large street only so many are asked whether they come and help after they were served. */
const mayBeAsked = 6000
/** How many of those who come live in another community: neighbours mostly help where they live. */
const fromElsewhere = 0.15
/** A different day for each community, so that nobody is in two places at once and eleven hours lie between two shifts. */
const days: Readonly<Record<CommunityKey, { readonly weekday: number; readonly hour: number }>> = {
  songbai: { weekday: 6, hour: 9 },
  rongshu: { weekday: 0, hour: 9 },
  hebian: { weekday: 3, hour: 19 },
}
const title = { 'zh-CN': '邻里一起清一清', en: 'Neighbours clear up together' }
const place = { 'zh-CN': '社区小广场', en: 'The small square of the community' }

interface Rows {
  readonly activities: RowOf<'activity'>[]
  readonly shifts: RowOf<'shift'>[]
  readonly signUps: RowOf<'sign_up'>[]
  readonly presences: RowOf<'shift_presence'>[]
  readonly engagements: RowOf<'engagement'>[]
}

/** Residents nobody plays who help where they live, week after week: what ties and flows are counted from. */
export async function loadTogether(bulk: Bulk, maker: Maker, residents: readonly Resident[]): Promise<void> {
  const rows = inventTogether(maker, residents, await inStreet(maker.platform, maker.street, (deed) => servedOf(deed, residents)))
  await bulk.write(async (copy) => {
    await copy('activity', rows.activities)
    await copy('shift', rows.shifts)
    await copy('sign_up', rows.signUps)
    await copy('shift_presence', rows.presences)
    await copy('engagement', rows.engagements)
  })
}

/** Some of those who were served lately come to the school next: two classes, by the school's own rules. */
export async function loadNeighbourClasses(deed: Deed): Promise<void> {
  for (const daysAgo of [190, 70]) {
    const served = await deed.tx
      .selectFrom('service_case')
      .innerJoin('group_choice as said', (join) =>
        join.onRef('said.street_id', '=', 'service_case.street_id').onRef('said.person_id', '=', 'service_case.person_id'),
      )
      .select(['service_case.person_id', 'said.choice'])
      .distinct()
      .where('service_case.street_id', '=', deed.street.id)
      .where('said.choice', 'in', ['newcomer', 'local'])
      .where('decided_at', '>', new Date(deed.now.getTime() - (daysAgo + 35) * dayMs))
      .where('decided_at', '<', new Date(deed.now.getTime() - (daysAgo + 5) * dayMs))
      .orderBy('service_case.person_id')
      .limit(400)
      .execute()
    const of = (group: 'newcomer' | 'local') =>
      served.flatMap(({ person_id, choice }) => (choice === group && person_id !== null ? [{ id: person_id, group }] : []))
    await teachNeighbours(deed, daysAgo, { newcomer: of('newcomer').slice(0, 14), local: of('local').slice(0, 10) })
  }
}

/** When a case of theirs was decided; whoever was helped may come and help. */
type Served = ReadonlyMap<string, readonly Date[]>

async function servedOf({ tx, street }: Deed, residents: readonly Resident[]): Promise<Served> {
  const rows = await tx
    .selectFrom('service_case')
    .select(['person_id', 'decided_at'])
    .where('street_id', '=', street.id)
    .where(
      'person_id',
      'in',
      residents.slice(0, mayBeAsked).map(({ id }) => id),
    )
    .where('decided_at', 'is not', null)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return new Map(
    Map.groupBy(rows, ({ person_id }) => person_id!)
      .entries()
      .map(([id, cases]) => [id, cases.map(({ decided_at }) => decided_at!)]),
  )
}

export function inventTogether(maker: Maker, residents: readonly Resident[], served: Served): Rows {
  const chance = chanceOf('together')
  const rounds = residents.length > 20_000 ? 12 : 1
  const rows: Rows = { activities: [], shifts: [], signUps: [], presences: [], engagements: [] }
  for (let round = 0; round < rounds; round++) {
    const pools = new Map(
      communityKeys.map((community) => [
        community,
        residents.filter((one) => one.community === community).slice(round * regulars, (round + 1) * regulars),
      ]),
    )
    const some = residents.slice(0, mayBeAsked).filter((_, index) => index % rounds === round)
    for (const community of communityKeys) {
      const helped = some.flatMap(({ id, community: home }) => (home === community ? (served.get(id) ?? []).map((at) => ({ id, at })) : []))
      addMornings(rows, maker, { community, round, pools, helped }, chance)
    }
  }
  return rows
}

interface Morning {
  readonly community: CommunityKey
  readonly round: number
  readonly pools: ReadonlyMap<CommunityKey, readonly Resident[]>
  /** Neighbours who were served, and when. */
  readonly helped: readonly { readonly id: string; readonly at: Date }[]
}

function addMornings(rows: Rows, { street, now }: Maker, { community, round, pools, helped }: Morning, chance: Chance): void {
  const street_id = street.id
  const activity_id = demoId(street_id, 'together', community, String(round))
  const opened = new Date(now.getTime() - (weeks.first * 7 + 10) * dayMs)
  rows.activities.push({
    street_id,
    id: activity_id,
    organ_id: organId(street_id, 'corps'),
    kind: 'environment',
    state: 'closed',
    title: JSON.stringify(title),
    about: JSON.stringify({
      'zh-CN': '住在附近的街坊一起清，谁来都行。',
      en: 'Whoever lives near clears up together; everybody may come.',
    }),
    place: JSON.stringify(place),
    community_id: communityId(street_id, community),
    created_at: opened,
    opened_at: opened,
    closed_at: new Date(now.getTime() - 3 * dayMs),
  })
  const today = dayIn(street.zone, now)
  const { weekday, hour } = days[community]
  const sinceThatDay = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7
  for (let week = weeks.first; week >= weeks.last; week--) {
    const begins = new Date(startOfDay(street.zone, addDays(today, -sinceThatDay - 7 * week)).getTime() + hour * hourMs)
    const ends = new Date(begins.getTime() + 2 * hourMs)
    const signed = new Date(begins.getTime() - 2 * dayMs)
    const shift_id = timedId(street_id, signed, 'together', community, String(round), String(week))
    const lately = helped.filter(({ at }) => begins.getTime() - at.getTime() > 5 * dayMs && begins.getTime() - at.getTime() < 40 * dayMs)
    const guests = lately.length > 0 ? [chance.pick(lately).id] : []
    const people = [...new Set([...whoComes(pools, community, chance), ...guests])]
    rows.shifts.push({
      street_id,
      id: shift_id,
      activity_id,
      starts_at: begins,
      ends_at: ends,
      minimum: 4,
      maximum: 14,
      night: false,
      next_turn: people.length + 1,
      created_at: opened,
    })
    people.forEach((person_id, index) => {
      const paper = chance.in(0.3)
      const entered_by_post = paper ? postId(street_id, 'corpsLeader') : null
      rows.signUps.push({
        street_id,
        id: timedId(street_id, signed, 'together', shift_id, person_id),
        shift_id,
        person_id,
        fits: ['any'],
        turn: index + 1,
        state: 'placed',
        place_kind: 'any',
        channel: paper ? 'paper' : 'phone',
        entered_by_post,
        created_at: signed,
        changed_at: signed,
      })
      rows.presences.push({
        street_id,
        id: timedId(street_id, begins, 'together', shift_id, person_id),
        shift_id,
        person_id,
        in_at: new Date(begins.getTime() + chance.below(9) * 60_000),
        out_at: ends,
        way: paper ? 'paper' : 'code',
        entered_by_post,
        entered_at: ends,
      })
      rows.engagements.push({
        street_id,
        person_id,
        kind: 'shift',
        thing_id: shift_id,
        starts_at: begins,
        ends_at: ends,
        title: JSON.stringify(title),
        place: JSON.stringify(place),
        link: `/volunteers/shifts/${shift_id}`,
        changed_at: signed,
      })
    })
  }
}

function whoComes(pools: ReadonlyMap<CommunityKey, readonly Resident[]>, community: CommunityKey, chance: Chance): readonly string[] {
  const wanted = 7 + chance.below(5)
  const come = new Set<string>()
  const others = communityKeys.filter((key) => key !== community)
  for (let tries = 0; come.size < wanted && tries < 100; tries++) {
    const pool = pools.get(chance.in(fromElsewhere) ? chance.pick(others) : community)!
    if (pool.length > 0) come.add(chance.pick(pool).id)
  }
  return [...come]
}
