import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { confirmResidence, listRechecks } from '@ronghe/contract/people/residence.ts'
import { postWith, type PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName } from '../../platform/privacy/masking.ts'
import { postKinds } from '@ronghe/contract/posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { getCommunity } from './my-data.ts'
import { findPersons, getPerson } from './persons.ts'
import { keepLevel, takeOneOfToday } from './residence.ts'
import { isDrawnForRecheck } from './residence-rules.ts'

const confirmerPost = (actor: PersonActor) => postWith(actor, (kind) => (postKinds[kind] as readonly string[]).includes('people.confirm'))

/** At the desk, on any paper, which is given back: what it was is asked nowhere. At most so many a day per post; a share is looked at again (08, Lives here). */
export async function confirmAtDesk(
  deed: Deed,
  actor: PersonActor,
  personId: string,
  communityId: string,
): Promise<ReplyOf<typeof confirmResidence>> {
  if (personId === actor.personId) throw forbidden('confirm-yourself')
  const post = confirmerPost(actor)
  if (!post) throw forbidden()
  await getPerson(deed, personId)
  await getCommunity(deed, communityId)
  const leftToday = await takeOneOfToday(deed, post.id, 'confirmed')
  const id = deed.id()
  const recheck = isDrawnForRecheck(id, (await setting(deed, 'residence')).recheckPercent)
  const until = await keepLevel(deed, { id, personId, level: 'confirmed', communityId, confirmerPost: post.id, recheck })
  await recordAccess(deed, { personId, purpose: 'confirmResidence', permission: 'people.confirm' })
  await record(deed, { kind: 'people.residence.confirmed', about: personId, plain: { post: post.id, community: communityId, recheck } })
  await notify(deed, personId, { template: 'residence-confirmed', link: '/me/residence', params: { day: until } })
  return { validUntil: until, leftToday, recheck }
}

/** What was drawn for a second look and was not confirmed from a post of the reader's. */
export async function rechecks(deed: Deed, actor: PersonActor): Promise<ReplyOf<typeof listRechecks>> {
  const rows = await drawn(deed, actor)
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  )
  await recordAccess(
    deed,
    rows.map((row) => ({ personId: row.person_id, purpose: 'confirmResidence' })),
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: maskName(people.get(row.person_id)?.name ?? ''),
      communityId: row.community_id,
      onDay: row.on_day,
      may: ['people.residence.recheck'],
    })),
  }
}

export async function lookAgain(deed: Deed, actor: PersonActor, levelId: string, stands: boolean): Promise<void> {
  const row = await deed.tx
    .selectFrom('residence_level')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', levelId)
    .where('recheck', '=', true)
    .where('rechecked_by', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.ended_at) throw notFound('recheck')
  if (row.person_id === actor.personId || actor.posts.some(({ id }) => id === row.confirmer_post)) throw forbidden('recheck-own')
  await deed.tx
    .updateTable('residence_level')
    .set({ rechecked_by: confirmerPost(actor)?.id ?? null, ...(stands ? {} : { ended_at: deed.now }) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', levelId)
    .execute()
  await recordAccess(deed, { personId: row.person_id, purpose: 'confirmResidence', permission: 'people.confirm' })
  await record(deed, { kind: 'people.residence.rechecked', about: row.person_id, plain: { stands } })
  if (!stands) await notify(deed, row.person_id, { template: 'residence-ended', link: '/me/residence' })
}

async function drawn(deed: Deed, actor: PersonActor) {
  const rows = await deed.tx
    .selectFrom('residence_level')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('recheck', '=', true)
    .where('rechecked_by', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('on_day')
    .limit(50)
    .execute()
  return rows.filter((row) => row.person_id !== actor.personId && !actor.posts.some(({ id }) => id === row.confirmer_post))
}
