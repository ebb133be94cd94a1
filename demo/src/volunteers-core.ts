import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { openActivity, planActivity, propose, takeUp } from '@ronghe/server/rooms/volunteers/activity-planning.ts'
import { settle } from '@ronghe/server/rooms/volunteers/clock.ts'
import { addShiftsTo, cancelShift } from '@ronghe/server/rooms/volunteers/shifts.ts'
import { signUpFor } from '@ronghe/server/rooms/volunteers/sign-ups.ts'
import { closeTeam, foundTeam } from '@ronghe/server/rooms/volunteers/teams.ts'
import type { CastKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, actingAt } from './council-acting.ts'
import { castId, laneId, postId } from './load-cast.ts'
import { type IdeaPlan, ideas, waitingIdeas, weekly, type WeeklyPlan, wishes } from './volunteers-plans.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The corps has been at work for so many weeks. */
const weeksBack = 44
const weeksAhead = 3

/** Teams, what they do every week and once, who came over the year, and what is open this week. */
export async function loadVolunteers(deed: Deed): Promise<void> {
  const chance = chanceOf('volunteers')
  const teams = await found(deed, chance)
  await loadWishes(deed, teams)
  for (const plan of weekly) await loadWeekly(deed, plan, teams[plan.team], chance)
  for (const idea of ideas) await loadIdea(deed, idea, teams.corps, chance)
  for (const idea of waitingIdeas) await propose(acting(deed, idea.by, idea.daysAgo, chance), castId(deed.street.id, idea.by), idea)
  await loadSunday(deed, teams.corps, chance)
  await settle(deed)
  // What was told long ago has been read.
  await deed.tx
    .updateTable('message')
    .set({ read_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('created_at', '<', new Date(deed.now.getTime() - 5 * dayMs))
    .where('template', 'like', 'volunteers-%')
    .where('read_at', 'is', null)
    .execute()
}

const text = ([zh, en]: readonly [string, string]): Text => ({ 'zh-CN': zh, en })
const insurance = (deed: Deed) => ({
  insurer: '南方人寿',
  policyNumber: 'NF-志愿-2026-0118',
  insuredUntil: addDays(dayIn(deed.street.zone, deed.now), 200),
})

async function found(deed: Deed, chance: Chance): Promise<{ corps: string; patrol: string }> {
  const luMeng = acting(deed, 'luMeng', weeksBack * 7 + 14, chance)
  const make = async (kind: 'corps' | 'patrol', name: readonly [string, string], about: readonly [string, string]) =>
    (
      await foundTeam(luMeng, {
        kind,
        name: text(name),
        about: text(about),
        dialects: ['洪湖话', '粤语'],
        leaderPost: postId(deed.street.id, kind === 'corps' ? 'corpsLeader' : 'patrolLeader'),
        endsOn: null,
      })
    ).id
  const corps = await make(
    'corps',
    ['邻里服务队', 'Neighbours’ corps'],
    ['清巷子、陪老人、带孩子，谁有空谁来。', 'Clears lanes, keeps people company, looks after children; whoever has time.'],
  )
  const patrol = await make(
    'patrol',
    ['夜间巡逻队', 'Evening patrol'],
    ['晚上走一圈，看灯、看线、看通道。', 'A round in the evening: lamps, wires, exits.'],
  )
  const spring = await foundTeam(acting(deed, 'luMeng', 300, chance), {
    kind: 'taskTeam',
    name: text(['留穗过年帮帮队', 'New Year helpers']),
    about: text(['给不回老家的人送菜、拜年。', 'Brought food and greetings to those who stayed over New Year.']),
    dialects: ['洪湖话'],
    leaderPost: postId(deed.street.id, 'corpsLeader'),
    endsOn: addDays(dayIn(deed.street.zone, deed.now), -280),
  })
  await closeTeam(acting(deed, 'luMeng', 279, chance), spring.id)
  return { corps, patrol }
}

async function loadWishes(deed: Deed, teams: { corps: string; patrol: string }): Promise<void> {
  const { tx, street } = deed
  const since = new Date(deed.now.getTime() - weeksBack * 7 * dayMs)
  const at = { street_id: street.id }
  await tx
    .insertInto('volunteer')
    .values(
      wishes.map(({ who, available, lanes, nights }) => ({
        ...at,
        person_id: castId(street.id, who),
        available: [...available],
        near_lanes: lanes.map((lane) => laneId(street.id, lane)),
        nights,
        changed_at: since,
      })),
    )
    .execute()
  await tx
    .insertInto('volunteer_skill')
    .values(wishes.flatMap(({ who, skills }) => skills.map((skill) => ({ ...at, person_id: castId(street.id, who), skill }))))
    .execute()
  await tx
    .insertInto('consent')
    .values(
      wishes
        .filter(({ agrees }) => agrees)
        .map(({ who }) => ({
          ...at,
          id: deed.id(),
          person_id: castId(street.id, who),
          purpose: 'volunteerSkills',
          text_version: consentTexts.volunteerSkills.version,
          channel: 'phone' as const,
          given_at: since,
        })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const members = (team: 'corps' | 'patrol') => [
    ...new Set(weekly.filter((plan) => plan.team === team).flatMap(({ people, leader }) => [...people, leader])),
  ]
  await tx
    .insertInto('team_member')
    .values(
      (['corps', 'patrol'] as const).flatMap((team) =>
        members(team).map((who) => ({ ...at, team_id: teams[team], person_id: castId(street.id, who), joined_at: since })),
      ),
    )
    .execute()
}

/** The same every week: shifts of the year behind with whoever came, and of the weeks ahead with whoever signed up. */
async function loadWeekly(deed: Deed, plan: WeeklyPlan, teamId: string, chance: Chance): Promise<void> {
  const { zone } = deed.street
  const today = dayIn(zone, deed.now)
  const weekday = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
  const first = addDays(today, ((plan.weekday - weekday(today) + 7) % 7) - weeksBack * 7)
  const planned = acting(deed, plan.leader, startOfDay(zone, addDays(first, -9)), chance)
  const { id } = await planActivity(planned, {
    kind: plan.kind,
    teamId,
    title: text(plan.title),
    about: text(plan.about),
    place: text(plan.place),
    laneId: laneId(deed.street.id, plan.lane),
    risky: false,
    briefing: plan.briefing ? text(plan.briefing) : null,
    ...(plan.briefing ? insurance(deed) : { insurer: '', policyNumber: '', insuredUntil: null }),
    withChildren: false,
    needsSkill: null,
    needsProof: false,
    needsDialect: plan.needsDialect ?? null,
    partners: [],
  })
  const weeks = weeksBack + weeksAhead
  for (let from = 0; from < weeks; from += 26) {
    const begins = new Date(startOfDay(zone, addDays(first, from * 7)).getTime() + plan.from * hourMs)
    await addShiftsTo(acting(deed, plan.leader, new Date(Math.min(begins.getTime() - 9 * dayMs, deed.now.getTime() - dayMs)), chance), id, {
      startsAt: begins.toISOString(),
      endsAt: new Date(begins.getTime() + plan.hours * hourMs).toISOString(),
      minimum: plan.minimum,
      maximum: plan.maximum,
      special: plan.special ?? 0,
      place: null,
      weeks: Math.min(26, weeks - from),
    })
    if (from === 0) await openActivity(planned, id)
  }
  await cameOverTheYear(deed, plan, id, chance)
  await comeNext(deed, plan, id, chance)
}

const shiftsOf = (deed: Deed, activityId: string) =>
  deed.tx.selectFrom('shift').selectAll().where('street_id', '=', deed.street.id).where('activity_id', '=', activityId).orderBy('starts_at')

/** Who came, in turns; a little late, now and then on paper. Written at once: a year of taps would take longer than loading the street. */
async function cameOverTheYear(
  deed: Deed,
  { people, minimum, leader, title, place }: Pick<WeeklyPlan, 'people' | 'minimum' | 'leader' | 'title' | 'place'>,
  activityId: string,
  chance: Chance,
): Promise<void> {
  const { tx, street } = deed
  const over = (await shiftsOf(deed, activityId).execute()).filter(({ ends_at }) => ends_at < deed.now)
  const rows = over.flatMap((shift, index) => {
    const count = Math.min(people.length, minimum + chance.below(2))
    return Array.from({ length: count }, (_, turn) => {
      const who = people[(index + turn) % people.length]!
      const paper = chance.in(0.2)
      return { shift, turn: turn + 1, personId: castId(street.id, who), paper, late: chance.below(8) }
    })
  })
  if (rows.length === 0) return
  await tx
    .insertInto('sign_up')
    .values(
      rows.map(({ shift, turn, personId, paper }) => ({
        street_id: street.id,
        id: deed.id(),
        shift_id: shift.id,
        person_id: personId,
        fits: ['special', 'any'],
        turn,
        state: 'placed' as const,
        place_kind: 'any',
        channel: paper ? ('paper' as const) : ('phone' as const),
        entered_by_post: paper ? postId(street.id, 'corpsLeader') : null,
        created_at: new Date(shift.starts_at.getTime() - 3 * dayMs),
        changed_at: new Date(shift.starts_at.getTime() - 3 * dayMs),
      })),
    )
    .execute()
  await tx
    .insertInto('shift_presence')
    .values(
      rows.map(({ shift, personId, paper, late }) => ({
        street_id: street.id,
        id: deed.id(),
        shift_id: shift.id,
        person_id: personId,
        in_at: new Date(shift.starts_at.getTime() + late * 60_000),
        out_at: new Date(shift.ends_at.getTime() - (late % 3) * 60_000),
        way: paper ? ('paper' as const) : ('code' as const),
        entered_by: paper ? castId(street.id, leader) : null,
        entered_by_post: paper ? postId(street.id, leader === 'heDali' ? 'patrolLeader' : 'corpsLeader') : null,
        entered_at: shift.ends_at,
      })),
    )
    .execute()
  await tx
    .insertInto('engagement')
    .values(
      rows.map(({ shift, personId }) => ({
        street_id: street.id,
        person_id: personId,
        kind: 'shift' as const,
        thing_id: shift.id,
        starts_at: shift.starts_at,
        ends_at: shift.ends_at,
        title: JSON.stringify(text(title)),
        place: JSON.stringify(text(place)),
        link: `/volunteers/shifts/${shift.id}`,
        changed_at: shift.starts_at,
      })),
    )
    .execute()
  await tx
    .updateTable('shift')
    .set((shift) => ({
      next_turn: shift
        .selectFrom('sign_up')
        .select((count) => count(count.fn.countAll<number>(), '+', 1).as('next'))
        .whereRef('sign_up.street_id', '=', 'shift.street_id')
        .whereRef('sign_up.shift_id', '=', 'shift.id'),
    }))
    .where('street_id', '=', street.id)
    .where('activity_id', '=', activityId)
    .execute()
}

/** The next shift has people, the one after it fewer; what a rule refuses in the demo is refused as anywhere. */
async function comeNext(deed: Deed, { people, minimum, briefing }: WeeklyPlan, activityId: string, chance: Chance): Promise<void> {
  const ahead = (await shiftsOf(deed, activityId).execute()).filter(({ starts_at }) => starts_at > deed.now)
  for (const [index, shift] of ahead.slice(0, 2).entries())
    for (const who of people.slice(index, index + minimum + (index === 0 ? 1 : -1)))
      await signUpFor(acting(deed, who, 1 + index, chance), shift.id, castId(deed.street.id, who), { briefed: briefing !== undefined })
}

/** An idea of a resident: taken up, done once, over. */
async function loadIdea(deed: Deed, idea: IdeaPlan, teamId: string, chance: Chance): Promise<void> {
  const proposed = acting(deed, idea.by, idea.daysAgo, chance)
  const { id } = await propose(proposed, castId(deed.street.id, idea.by), idea)
  const leader = acting(deed, 'qinYuelan', idea.daysAgo - 2, chance)
  await takeUp(leader, id, teamId)
  const day = addDays(dayIn(deed.street.zone, leader.now), 12)
  const begins = new Date(startOfDay(deed.street.zone, day).getTime() + 14 * hourMs)
  await addShiftsTo(leader, id, {
    startsAt: begins.toISOString(),
    endsAt: new Date(begins.getTime() + 2 * hourMs).toISOString(),
    minimum: 2,
    maximum: 6,
    special: 0,
    place: null,
    weeks: 1,
  })
  await openActivity(leader, id)
  const others: readonly CastKey[] = ['chen', 'zhongHua', 'maoXia', 'liuFang', 'zengBo'].filter((who) => who !== idea.by) as CastKey[]
  const people = [idea.by, ...others.slice(chance.below(3))].slice(0, 3)
  await cameOverTheYear(
    deed,
    { people, minimum: 2, leader: 'qinYuelan', title: [idea.title, idea.title], place: [idea.place, idea.place] },
    id,
    chance,
  )
}

/** One that is full, with people in line, and one that was called off. */
async function loadSunday(deed: Deed, teamId: string, chance: Chance): Promise<void> {
  const { zone } = deed.street
  const then = acting(deed, 'qinYuelan', 4, chance)
  const { id } = await planActivity(then, {
    kind: 'care',
    teamId,
    title: text(['周日陪孩子画画', 'Sunday: drawing with children']),
    about: text(['家长上班的周日，陪孩子画两个小时。', 'Two hours of drawing for children whose parents work on Sunday.']),
    place: text(['融合学堂二楼', 'Second floor of the school']),
    laneId: null,
    risky: false,
    briefing: null,
    insurer: '',
    policyNumber: '',
    insuredUntil: null,
    withChildren: true,
    needsSkill: null,
    needsProof: false,
    needsDialect: null,
    partners: [],
  })
  const today = dayIn(zone, deed.now)
  const sunday = addDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 6)
  const begins = new Date(startOfDay(zone, sunday).getTime() + 15 * hourMs)
  const { shifts } = await addShiftsTo(then, id, {
    startsAt: begins.toISOString(),
    endsAt: new Date(begins.getTime() + 2 * hourMs).toISOString(),
    minimum: 2,
    maximum: 2,
    special: 0,
    place: null,
    weeks: 2,
  })
  await openActivity(then, id)
  for (const [index, who] of (['maoXia', 'smith', 'liuFang', 'auntHuang', 'keLei'] as const).entries())
    await signUpFor(
      actingAt(deed, who, new Date(then.now.getTime() + (index + 1) * hourMs), chance),
      shifts[0]!.id,
      castId(deed.street.id, who),
      {
        briefed: false,
      },
    )
  await cancelShift(acting(deed, 'qinYuelan', 1, chance), shifts[1]!.id, '那天学堂要用教室。')
}
