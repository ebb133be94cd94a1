import { createHash, randomBytes } from 'node:crypto'
import { deskPosts, permissionsOf, postKinds, type PostKind } from '@ronghe/contract/posts.ts'
import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { sql } from 'kysely'
import { dayIn } from '../calendar/working-days.ts'
import type { Tx } from '../database/pool.ts'
import type { Street } from '../database/streets.ts'
import { setting } from '../settings/settings.ts'
import type { Actor, HeldPost, PersonActor } from './actor.ts'
import { matterOf } from './matter.ts'

export const cookieName = 'ronghe'
/** Lies beside the clerk's own cookie while they act for somebody at the desk, and goes before it. */
export const assistCookieName = 'ronghe-assist'
/** What a browser is known by from one sign-in to the next. */
export const deviceCookieName = 'ronghe-device'
export const tokenIn = (cookies: Readonly<Record<string, string | undefined>>): string | undefined =>
  cookies[assistCookieName] || cookies[cookieName] || undefined
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const seenEveryMs = 60_000

interface Found {
  readonly actor: PersonActor
  readonly language: 'zh-CN' | 'en'
  /** The row should be told that the session is still in use. */
  readonly stale: boolean
}

/**
 * Who sends this request: the session inside the entered street, with the posts held today. Read on every request, so that ending a post
 * or a session takes effect with the next one.
 */
export async function findSession(tx: Tx, street: Street, token: string, now: Date): Promise<Found | undefined> {
  const today = dayIn(street.zone, now)
  const row = await tx
    .selectFrom('session')
    .innerJoin('person', (join) => join.onRef('person.street_id', '=', 'session.street_id').onRef('person.id', '=', 'session.person_id'))
    .select([
      'session.id',
      'session.person_id',
      'session.kind',
      'session.assistant_id',
      'session.matter',
      'session.matter_kind',
      'session.matter_ref',
      'session.second_factor_at',
      'session.seen_at',
      'person.language',
    ])
    .select(
      sql<HeldPost[] | null>`(
        select json_agg(json_build_object('id', post.id, 'kind', post.kind, 'organId', post.organ_id, 'appointmentId', appointment.id,
                                          'laneId', post.lane_id, 'communityId', post.community_id) order by post.id)
        from appointment join post on post.street_id = appointment.street_id and post.id = appointment.post_id
        where appointment.street_id = session.street_id and appointment.person_id = session.person_id and appointment.revoked_at is null
          and appointment.starts_on <= ${today}::date and (appointment.ends_on is null or appointment.ends_on >= ${today}::date))`.as(
        'posts',
      ),
    )
    .where('session.street_id', '=', street.id)
    .where('session.token_hash', '=', hashToken(token))
    .where('session.expires_at', '>', now)
    .where('person.state', '<>', 'closed')
    .executeTakeFirst()
  if (!row) return undefined
  if (row.assistant_id && !(await mayStillAssist(tx, street, row.assistant_id, today))) return undefined

  const posts = row.kind === 'open' ? (row.posts ?? []) : []
  const desk = posts.some((post) => deskPosts.includes(post.kind))
  const idleMs = now.getTime() - row.seen_at.getTime()
  if (idleMs > mostIdleMs(await setting({ tx, street }, 'signIn'), desk)) return undefined

  const secondFactor = row.second_factor_at !== null
  // Posts that sit at a desk permit nothing before the second factor; a lane head or delegate needs none.
  const kinds: PostKind[] = posts.map((post) => post.kind).filter((kind) => secondFactor || !deskPosts.includes(kind))
  return {
    actor: {
      kind: 'person',
      personId: row.person_id,
      sessionId: row.id,
      session: row.kind,
      assistantId: row.assistant_id,
      matter: row.matter,
      about: row.kind === 'assisted' ? matterOf(row.matter_kind, row.matter_ref) : null,
      posts,
      permissions: permissionsOf(kinds),
      secondFactor,
    },
    // What the old owner of a number chose is not told to the new one.
    language: row.kind !== 'empty' && row.language === 'en' ? 'en' : 'zh-CN',
    stale: idleMs > seenEveryMs,
  }
}

/** Staff are signed out after idle minutes, residents after idle days (等保 2.0; a shared phone may end its session sooner itself). */
const mostIdleMs = ({ staffIdleMinutes, residentIdleDays }: Setting<'signIn'>, desk: boolean): number =>
  desk ? staffIdleMinutes * 60_000 : residentIdleDays * 86_400_000

const assistingKinds = (Object.keys(postKinds) as PostKind[]).filter((kind) => permissionsOf([kind]).has('people.assist'))

/** A clerk whose post ended acts for nobody with the next request. */
async function mayStillAssist(tx: Tx, street: Street, clerkId: string, today: string): Promise<boolean> {
  const held = await tx
    .selectFrom('appointment')
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('post.id')
    .where('appointment.street_id', '=', street.id)
    .where('appointment.person_id', '=', clerkId)
    .where('appointment.revoked_at', 'is', null)
    .where('appointment.starts_on', '<=', today)
    .where(({ or, eb }) => or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', today)]))
    .where('post.kind', 'in', assistingKinds)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}

export async function touchSession(tx: Tx, street: Street, actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== 'person') return
  await tx.updateTable('session').set({ seen_at: now }).where('street_id', '=', street.id).where('id', '=', actor.sessionId).execute()
  // Whoever waits for a known fact may not be the owner: that does not keep an unused account alive.
  if (actor.session !== 'open') return
  await tx
    .updateTable('person')
    .set({ last_used_at: now, warned_at: null })
    .where('street_id', '=', street.id)
    .where('id', '=', actor.personId)
    .where('state', '<>', 'closed')
    .execute()
}
