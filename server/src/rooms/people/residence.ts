import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readResidence, ResidenceLevel } from '@ronghe/contract/people/residence.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { say } from '@ronghe/contract/words.ts'
import { housemates } from './households.ts'
import { sql } from 'kysely'
import { getCommunity } from './my-data.ts'
import { setting } from '../../platform/settings/settings.ts'
import { atLeast, isDrawnForRecheck, validUntil } from './residence-rules.ts'

export interface Residence {
  readonly level: ResidenceLevel
  readonly communityId: string | null
  readonly since: string | null
  readonly validUntil: string | null
}

/** At which level somebody lives here today (M35). There is no list of it anywhere; other rooms ask for the person in front of them. */
export async function residenceLevel(deed: Deed, personId: string): Promise<Residence> {
  const today = dayIn(deed.street.zone, deed.now)
  const rows = await deed.tx
    .selectFrom('residence_level')
    .select(['level', 'community_id', 'on_day', 'valid_until'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('valid_until', '>=', today)
    .orderBy('on_day', 'desc')
    .execute()
  const best = rows.find(({ level }) => level === 'confirmed') ?? rows[0]
  return best
    ? { level: best.level, communityId: best.community_id, since: best.on_day, validUntil: best.valid_until }
    : { level: 'phone', communityId: null, since: null, validUntil: null }
}

/** Refuses what needs a higher level, and says which. */
export async function requireResidence(deed: Deed, personId: string, needed: 'attested' | 'confirmed'): Promise<Residence> {
  const residence = await residenceLevel(deed, personId)
  if (!atLeast(residence.level, needed)) throw forbidden('level-needed', { params: { needed: say(deed.language, `level-${needed}`) } })
  return residence
}

export async function describeResidence(deed: Deed, personId: string): Promise<ReplyOf<typeof readResidence>> {
  const { level, communityId, since, validUntil: until } = await residenceLevel(deed, personId)
  const open = await deed.tx
    .selectFrom('attestation')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('expires_at', '>', deed.now)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    level,
    community: communityId ? await getCommunity(deed, communityId) : null,
    since,
    validUntil: until,
    attestation: open
      ? { until: open.expires_at.toISOString(), laneHead: open.lane_head_person !== null, neighbour: open.neighbour_id !== null }
      : null,
    may: level === 'confirmed' ? [] : ['people.residence.ask'],
  }
}

/** A code to show to two people. A new one replaces the last. */
export async function askToBeAttested(deed: Deed, personId: string, communityId: string): Promise<{ code: string; until: string }> {
  await getCommunity(deed, communityId)
  if ((await residenceLevel(deed, personId)).level === 'confirmed') throw refused('attest-already')
  await deed.tx.deleteFrom('attestation').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  const code = queryCode()
  const { attestationDays } = await setting(deed, 'residence')
  const until = new Date(deed.now.getTime() + attestationDays * 86_400_000)
  await deed.tx
    .insertInto('attestation')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      person_id: personId,
      community_id: communityId,
      code_hash: deed.platform.sealer.lookup(deed.street.id, 'code', code),
      created_at: deed.now,
      expires_at: until,
    })
    .execute()
  await record(deed, { kind: 'people.residence.asked', about: personId, plain: { community: communityId } })
  return { code, until: until.toISOString() }
}

/**
 * The lane head and one confirmed resident of another household say so, in either order; they are two people. When both have spoken,
 * only the level is kept: who the neighbour was is nobody's business afterwards.
 */
export async function attestFor(
  deed: Deed,
  actor: PersonActor,
  code: string,
): Promise<{ as: 'laneHead' | 'neighbour'; complete: boolean }> {
  const { tx, street } = deed
  const open = await tx
    .selectFrom('attestation')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('code_hash', '=', deed.platform.sealer.lookup(street.id, 'code', code))
    .where('expires_at', '>', deed.now)
    .forUpdate()
    .executeTakeFirst()
  if (!open) throw refused('attestation-code-dead')
  if (open.person_id === actor.personId) throw refused('attest-yourself')
  if (open.lane_head_person === actor.personId || open.neighbour_id === actor.personId) throw refused('attest-given')
  if ((await housemates(deed, open.person_id)).has(actor.personId)) throw refused('attest-household')
  const post = open.lane_head_person === null ? await laneHeadPostIn(deed, actor, open.community_id) : undefined
  const as = post ? 'laneHead' : 'neighbour'
  if (as === 'neighbour') {
    if (open.neighbour_id) throw refused(actor.permissions.has('people.attest') ? 'attest-other-lane' : 'attest-given')
    if ((await residenceLevel(deed, actor.personId)).level !== 'confirmed')
      throw forbidden(actor.permissions.has('people.attest') ? 'attest-other-lane' : 'attest-not-confirmed')
  }
  const complete = as === 'laneHead' ? open.neighbour_id !== null : open.lane_head_person !== null
  if (complete) {
    const [id, confirmerPost] = [deed.id(), post?.id ?? open.lane_head_post]
    if (confirmerPost) await takeOneOfToday(deed, confirmerPost, 'attested')
    await keepLevel(deed, {
      id,
      personId: open.person_id,
      level: 'attested',
      communityId: open.community_id,
      confirmerPost,
      recheck: isDrawnForRecheck(id, (await setting(deed, 'residence')).recheckPercent),
    })
  }
  if (complete) await tx.deleteFrom('attestation').where('street_id', '=', street.id).where('id', '=', open.id).execute()
  else
    await tx
      .updateTable('attestation')
      .set(post ? { lane_head_post: post.id, lane_head_person: actor.personId } : { neighbour_id: actor.personId })
      .where('street_id', '=', street.id)
      .where('id', '=', open.id)
      .execute()
  await record(deed, { kind: 'people.residence.attested', about: open.person_id, plain: { as, complete } })
  if (complete) await notify(deed, open.person_id, { template: 'attested', link: '/me/residence' })
  return { as, complete }
}

/**
 * One confirmer, at a desk or in a lane, speaks for at most twenty a day, or what the street has set. Of two at once that would both be the last, one waits.
 * @returns how many are left today, with this one taken.
 */
export async function takeOneOfToday(deed: Deed, post: string, level: NewLevel['level']): Promise<number> {
  await sql`select id from post where street_id = ${deed.street.id}::uuid and id = ${post}::uuid for no key update`.execute(deed.tx)
  const { confirmationsADay } = await setting(deed, 'residence')
  const { count } = await deed.tx
    .selectFrom('residence_level')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('confirmer_post', '=', post)
    .where('level', '=', level)
    .where('on_day', '=', dayIn(deed.street.zone, deed.now))
    .executeTakeFirstOrThrow()
  if (Number(count) >= confirmationsADay) throw refused('confirm-too-many', { params: { most: confirmationsADay } })
  return confirmationsADay - Number(count) - 1
}

export interface NewLevel {
  readonly id?: string
  readonly personId: string
  readonly level: 'attested' | 'confirmed'
  readonly communityId: string
  readonly confirmerPost: string | null
  readonly recheck?: boolean
}

/** Level, community, day and the confirmer's post; earlier rows of this person end. Returns the last day it counts. */
export async function keepLevel(
  deed: Deed,
  { id = deed.id(), personId, level, communityId, confirmerPost, recheck = false }: NewLevel,
): Promise<string> {
  const day = dayIn(deed.street.zone, deed.now)
  const until = validUntil(day, (await setting(deed, 'residence')).validMonths)
  await deed.tx
    .updateTable('residence_level')
    .set({ ended_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  await deed.tx
    .insertInto('residence_level')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      level,
      community_id: communityId,
      confirmer_post: confirmerPost,
      on_day: day,
      valid_until: until,
      recheck,
    })
    .execute()
  return until
}

/** A lane head speaks for the community the lane lies in. */
async function laneHeadPostIn(deed: Deed, actor: PersonActor, communityId: string) {
  const lanes = await deed.tx.selectFrom('lane').select(['id', 'community_id']).where('street_id', '=', deed.street.id).execute()
  return actor.posts.find(
    (post) => post.kind === 'laneHead' && (post.communityId ?? lanes.find(({ id }) => id === post.laneId)?.community_id) === communityId,
  )
}
