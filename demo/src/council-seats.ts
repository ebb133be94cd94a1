import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { delegatesInOffice } from '@ronghe/server/rooms/council/delegates.ts'
import { nameDeputy } from '@ronghe/server/rooms/council/deputies.ts'
import { closeDraw, finishDraws, openDraw, throwDraw, workOutLottery } from '@ronghe/server/rooms/council/draws.ts'
import { foundCouncil } from '@ronghe/server/rooms/council/founding.ts'
import { declareInterest } from '@ronghe/server/rooms/council/interests.ts'
import { setContactHours, swear } from '@ronghe/server/rooms/council/my-seat.ts'
import { answerOffer } from '@ronghe/server/rooms/council/seat-offers.ts'
import type { CastKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting, daysBefore } from './council-acting.ts'
import { loadPool } from './council-pool.ts'
import { castId, demoId, organId } from './load-cast.ts'

const clerk: CastKey = 'jiangWen'
const hours: Partial<Record<CastKey, string>> = {
  zhou: '周三晚 7 点半，三号巷口凉亭',
  uncleHuang: '每天早上，榕树头石桌',
  liangShaofen: '周六上午，文化站阅览室',
  tanXiaomei: '上午 10 点后，渡口巷早餐店',
}

/** How the council's seats came to be what they are: oaths, deputies, contact hours; and a second council whose delegates were drawn by lot. */
export async function loadSeats(deed: Deed): Promise<void> {
  await loadOffices(deed)
  await loadRiversideCouncil(deed)
}

async function loadOffices(deed: Deed): Promise<void> {
  const councilId = organId(deed.street.id, 'council')
  const chance = chanceOf('seats')
  const delegates = await delegatesInOffice(deed, councilId)
  const termOf = (who: CastKey): string => delegates.find(({ personId }) => personId === castId(deed.street.id, who))!.termId
  for (const { personId, termId } of delegates) await swear(daysBefore(deed, 260, chance), personId, termId)
  for (const [who, words] of Object.entries(hours) as [CastKey, string][])
    await setContactHours(acting(deed, who, 240, chance), castId(deed.street.id, who), termOf(who), words)
  for (const who of ['zhou', 'uncleHuang'] as const) await nameDeputy(acting(deed, clerk, 250, chance), councilId, termOf(who))
  // The collective pays its accountant, who is a delegate: on its matters he stands aside.
  await declareInterest(acting(deed, 'luoWeiqiang', 230, chance), castId(deed.street.id, 'luoWeiqiang'), {
    kind: 'paidBy',
    organId: organId(deed.street.id, 'collective'),
    party: null,
  })
}

const riversideId = (deed: Deed): string => demoId(deed.street.id, 'organ', 'riversideCouncil')

/** Days before today on which each step of the draw was taken. */
const steps = { founded: 75, pool: 70, opened: 60, closed: 40, thrown: 38, answered: 36 } as const

/** A community's own council under the stricter charter, both benches drawn from 66 neighbours; two said no and substitutes moved up. */
async function loadRiversideCouncil(deed: Deed): Promise<void> {
  const chance = chanceOf('riverside council')
  const councilId = riversideId(deed)
  await addCouncil(deed, councilId)
  await foundCouncil(daysBefore(deed, steps.founded, chance), councilId, charterVariants.strict)
  await loadPool(daysBefore(deed, steps.pool, chance), 'riverside', { newcomer: 36, local: 30 })
  const { id: drawId } = await openDraw(asItsClerk(deed, steps.opened, chance), councilId, {
    seats: { newcomers: 6, locals: 6 },
    byCommunity: true,
    byAge: false,
    closesOn: addDays(dayIn(deed.street.zone, deed.now), -steps.closed),
  })
  await closeDraw(asItsClerk(deed, steps.closed, chance), drawId, (most) => chance.below(most))
  await workOutLottery(daysBefore(deed, steps.closed, chance), drawId)
  await throwDraw(asItsClerk(deed, steps.thrown, chance), drawId, { by: 'seed', seed: '福利彩票 7 14 21 30 35' })
  const answered = daysBefore(deed, steps.answered, chance)
  const first = await offered(deed, councilId)
  for (const [index, offer] of first.entries()) await answer(answered, offer, index % 6 !== 3)
  for (const offer of await offered(deed, councilId)) await answer(answered, offer, true)
  await finishDraws(answered)
}

async function addCouncil(deed: Deed, councilId: string): Promise<void> {
  const street_id = deed.street.id
  const today = dayIn(deed.street.zone, deed.now)
  await deed.tx
    .insertInto('organ')
    .values({
      street_id,
      id: councilId,
      kind: 'council',
      party: 'residents',
      name: JSON.stringify({ 'zh-CN': '河边社区议事会', en: 'Riverside Community Council' }),
      summary: JSON.stringify({
        'zh-CN': '河边社区自己的事，两方各六席一起商量。',
        en: 'Riverside’s own matters, six seats on each side.',
      }),
      parent_id: organId(street_id, 'streetOffice'),
      started_on: addDays(today, -steps.founded),
    })
    .execute()
  const postId = demoId(street_id, 'post', 'riversideClerk')
  await deed.tx
    .insertInto('post')
    .values({
      street_id,
      id: postId,
      organ_id: councilId,
      kind: 'councilClerk',
      name: JSON.stringify({ 'zh-CN': '议事会秘书', en: 'Council clerk' }),
    })
    .execute()
  await deed.tx
    .insertInto('appointment')
    .values({
      street_id,
      id: demoId(street_id, 'appointment', clerk, 'riversideClerk'),
      post_id: postId,
      person_id: castId(street_id, clerk),
      starts_on: addDays(today, -steps.founded),
      created_at: deed.now,
    })
    .execute()
}

/** The clerk of both councils, at work for this one. */
function asItsClerk(deed: Deed, daysAgo: number, chance: Chance): Deed {
  const past = acting(deed, clerk, daysAgo, chance)
  if (past.actor.kind !== 'person') throw new Error('the clerk is a person')
  const post = {
    id: demoId(deed.street.id, 'post', 'riversideClerk'),
    kind: 'councilClerk' as const,
    organId: riversideId(deed),
    appointmentId: demoId(deed.street.id, 'appointment', clerk, 'riversideClerk'),
    laneId: null,
    communityId: null,
  }
  return { ...past, actor: { ...past.actor, posts: [...past.actor.posts, post] } }
}

const offered = (deed: Deed, councilId: string) =>
  deed.tx
    .selectFrom('seat_offer')
    .select(['id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'offered')
    .orderBy('bench')
    .orderBy('place')
    .execute()

const answer = (deed: Deed, offer: { readonly id: string; readonly person_id: string | null }, accepts: boolean): Promise<void> =>
  answerOffer(deed, offer.person_id!, offer.id, { accepts, consentVersion: accepts ? consentTexts.seatPublicity.version : null })
