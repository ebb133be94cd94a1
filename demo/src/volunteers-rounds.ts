import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { FindingKind } from '@ronghe/contract/volunteers/patrol.ts'
import type { PersonActor } from '@ronghe/server/platform/auth/actor.ts'
import { dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { sendFinding } from '@ronghe/server/rooms/programme/findings.ts'
import { takeFound } from '@ronghe/server/rooms/station/found-hazards.ts'
import { step } from '@ronghe/server/rooms/station/hazard-desk.ts'
import { keepOutcome } from '@ronghe/server/rooms/volunteers/care/outcomes.ts'
import { planVisit } from '@ronghe/server/rooms/volunteers/care/visit-planning.ts'
import { getVisit } from '@ronghe/server/rooms/volunteers/care/visit-rows.ts'
import { askForVisits, enterRecipient } from '@ronghe/server/rooms/volunteers/care/wishes.ts'
import { planRound, readBook, roundDays, saveRoute, setArmband } from '@ronghe/server/rooms/volunteers/patrol/patrol-book.ts'
import type { CastKey, LaneKey } from './cast.ts'
import { cast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, actingAt, daysBefore } from './council-acting.ts'
import { castId, communityId, demoId, laneId } from './load-cast.ts'

const day = 86_400_000

/** Patrols of the last month with what they found over the year, and two people who are visited. After the teams and their shifts. */
export async function loadRounds(deed: Deed): Promise<void> {
  await loadPatrols(deed, chanceOf('patrols'))
  await loadCare(deed, chanceOf('care'))
  // What was told long ago has been read.
  await deed.tx
    .updateTable('message')
    .set({ read_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('created_at', '<', new Date(deed.now.getTime() - 5 * day))
    .where('template', 'like', 'care-%')
    .where('read_at', 'is', null)
    .execute()
}

const routes: readonly { readonly name: [string, string]; readonly places: readonly (readonly [string, string, LaneKey])[] }[] = [
  {
    name: ['松柏一圈', 'Round Songbai'],
    places: [
      ['巷口电箱', 'Fuse box at the lane’s mouth', 'laneOne'],
      ['三号巷楼梯', 'Stairs of Lane Three', 'laneThree'],
      ['旧祠堂边的消防通道', 'Fire exit by the old hall', 'laneThree'],
      ['五巷车棚', 'Bicycle shed of Lane Five', 'laneFive'],
    ],
  },
  {
    name: ['榕树到渡口', 'From the banyan to the ferry'],
    places: [
      ['榕树头石桌', 'Stone table under the banyan', 'banyanLane'],
      ['渡口护栏', 'Railing at the ferry', 'ferryLane'],
      ['河边路灯', 'Lamps by the river', 'ferryLane'],
    ],
  },
]

async function loadPatrols(deed: Deed, chance: Chance): Promise<void> {
  const street_id = deed.street.id
  const team = await deed.tx
    .selectFrom('team')
    .select(['id', 'created_at'])
    .where('street_id', '=', street_id)
    .where('kind', '=', 'patrol')
    .orderBy('created_at')
    .executeTakeFirst()
  if (!team) return
  await setArmband(acting(deed, 'luMeng', 200, chance), team.id, 'PA-7')
  for (const [index, { name, places }] of routes.entries())
    await saveRoute(acting(deed, 'heDali', 199 - index, chance), team.id, {
      replaces: null,
      name: { 'zh-CN': name[0], en: name[1] },
      checkpoints: places.map(([zh, en, lane]) => ({ place: { 'zh-CN': zh, en }, laneId: laneId(street_id, lane) })),
    })
  await walk(deed, team.id, chance)
  for (const found of findings) await find(deed, team.id, found, chance)
}

async function walk(deed: Deed, teamId: string, chance: Chance): Promise<void> {
  const book = await readBook(acting(deed, 'heDali', 0, chance), teamId)
  const shifts = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at'])
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.team_id', '=', teamId)
    .where('activity.kind', '=', 'patrol')
    .where('shift.cancelled_at', 'is', null)
    .where('shift.starts_at', '>', new Date(deed.now.getTime() - roundDays * day))
    .where('shift.starts_at', '<', new Date(deed.now.getTime() + 7 * day))
    .orderBy('shift.starts_at')
    .execute()
  for (const [index, shift] of shifts.entries()) {
    const route = book.routes[index % book.routes.length]!
    await planRound(actingAt(deed, 'heDali', new Date(shift.starts_at.getTime() - day), chance), shift.id, route.id)
    if (shift.ends_at >= deed.now) continue
    const round = await deed.tx
      .selectFrom('patrol_round')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('shift_id', '=', shift.id)
      .executeTakeFirstOrThrow()
    // Rain, or no time: now and then a place is left out.
    const ticks = route.checkpoints.filter(() => chance.in(0.93))
    if (ticks.length > 0)
      await deed.tx
        .insertInto('patrol_tick')
        .values(ticks.map(({ id }) => ({ street_id: deed.street.id, round_id: round.id, checkpoint_id: id, done: chance.in(0.95) })))
        .execute()
  }
}

interface FoundThen {
  readonly daysAgo: number
  readonly kind: FindingKind
  readonly lane: LaneKey
  readonly words: string
  readonly fixed: string | null
}
const findings: readonly FoundThen[] = [
  { daysAgo: 190, kind: 'lamp', lane: 'laneThree', words: '三号巷拐角的灯不亮。', fixed: '灯管换好了。' },
  { daysAgo: 160, kind: 'wire', lane: 'laneFive', words: '五巷楼道里拉了充电线。', fixed: '线拆了，车棚里有充电桩。' },
  { daysAgo: 132, kind: 'rubbish', lane: 'laneOne', words: '一号巷口堆了旧床垫，挡着消防通道。', fixed: '已经清走。' },
  { daysAgo: 101, kind: 'road', lane: 'ferryLane', words: '渡口巷有一块石板松了。', fixed: '石板重新铺平了。' },
  { daysAgo: 74, kind: 'lamp', lane: 'ferryLane', words: '河边第三盏灯一闪一闪。', fixed: '换了镇流器。' },
  { daysAgo: 40, kind: 'water', lane: 'banyanLane', words: '榕树巷井盖裂了一半。', fixed: '井盖换了新的。' },
  { daysAgo: 12, kind: 'lamp', lane: 'laneThree', words: '三号巷口第二盏路灯不亮。', fixed: '灯泡换好了。' },
  { daysAgo: 2, kind: 'wire', lane: 'laneOne', words: '一号巷有一根电线垂下来。', fixed: null },
]

/** Found by the patrol, taken by the station, looked into, sent on and put right, each on its day. */
async function find(deed: Deed, teamId: string, { daysAgo, kind, lane, words, fixed }: FoundThen, chance: Chance): Promise<void> {
  const then = daysBefore(deed, daysAgo, chance)
  const id = demoId(deed.street.id, 'finding', String(daysAgo))
  const onDay = dayIn(deed.street.zone, then.now)
  await sendFinding(then, { id, source: 'patrol', fromId: teamId, kind, laneId: laneId(deed.street.id, lane), words, onDay })
  await takeFound(then, id)
  const { report_id } = await deed.tx
    .selectFrom('finding')
    .select('report_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await step(acting(deed, 'heMin', daysAgo - 1, chance), report_id!, { step: 'check', words })
  if (fixed === null) return
  await step(acting(deed, 'heMin', daysAgo - 1, chance), report_id!, { step: 'send', words: '' })
  await step(acting(deed, 'heMin', Math.max(0, daysAgo - 4), chance), report_id!, { step: 'fix', words: fixed })
}

async function loadCare(deed: Deed, chance: Chance): Promise<void> {
  const street = deed.street.id
  const consentVersion = consentTexts.careVisits.version
  const own = acting(deed, 'fengGuiying', 120, chance)
  const feng = await askForVisits(own, castId(street, 'fengGuiying'), {
    address: '榕树巷6号202',
    communityId: communityId(street, 'rongshu'),
    rhythm: 'weekly',
    consentVersion,
  })
  const desk = acting(deed, 'shiHui', 100, chance)
  const { name, phone } = cast.zhuAixiang
  const zhu = await enterRecipient(desk, desk.actor as PersonActor, {
    name,
    phone,
    address: '三号巷9号401',
    communityId: communityId(street, 'songbai'),
    rhythm: 'fortnightly',
    consentVersion,
    signed: true,
  })
  await visit(deed, [feng.id, zhu.id], chance)
}

/** The care shifts of the last ninety days and of the next week, where two adults came. */
async function visit(deed: Deed, recipients: readonly string[], chance: Chance): Promise<void> {
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .innerJoin('sign_up', (join) => join.onRef('sign_up.street_id', '=', 'shift.street_id').onRef('sign_up.shift_id', '=', 'shift.id'))
    .innerJoin('volunteer', (join) =>
      join.onRef('volunteer.street_id', '=', 'sign_up.street_id').onRef('volunteer.person_id', '=', 'sign_up.person_id'),
    )
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at', 'sign_up.person_id'])
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.kind', '=', 'care')
    .where('shift.cancelled_at', 'is', null)
    .where('sign_up.state', '=', 'placed')
    .where('volunteer.minor', '=', false)
    .where('shift.starts_at', '>', new Date(deed.now.getTime() - 89 * day))
    .where('shift.starts_at', '<', new Date(deed.now.getTime() + 8 * day))
    .orderBy('shift.starts_at')
    .orderBy('sign_up.turn')
    .execute()
  const shifts = [...Map.groupBy(rows, ({ id }) => id).values()].filter((people) => people.length > 1)
  for (const [index, people] of shifts.entries())
    for (const recipientId of index % 2 === 0 ? recipients : recipients.slice(0, 1)) {
      const { id: shiftId, starts_at, ends_at } = people[0]!
      const planned = new Date(Math.min(starts_at.getTime() - day, deed.now.getTime()))
      const pair: [string, string] = [people[0]!.person_id, people[1]!.person_id]
      const { id } = await planVisit(actingAt(deed, 'shiHui', planned, chance), { recipientId, shiftId, pair })
      if (ends_at >= deed.now) continue
      const at = acting(deed, castKeyOf(deed, pair[0]) ?? 'shiHui', ends_at, chance)
      const outcome = chance.weighed({ seenWell: 90, notMet: 10 })
      const row = await keepOutcome(at, await getVisit(at, id), { outcome, help: null, channel: chance.in(0.3) ? 'paper' : 'phone' })
      if (row.alert)
        await deed.tx
          .updateTable('care_visit')
          .set({ settled_at: new Date(ends_at.getTime() + 1_800_000) })
          .where('street_id', '=', deed.street.id)
          .where('id', '=', id)
          .execute()
    }
}

const castKeyOf = (deed: Deed, personId: string): CastKey | undefined =>
  (Object.keys(cast) as CastKey[]).find((key) => castId(deed.street.id, key) === personId)
