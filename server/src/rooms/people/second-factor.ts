import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readSecondFactor } from '@ronghe/contract/people/second-factor.ts'
import { deskPosts } from '@ronghe/contract/posts.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import { countFailure, failuresSince, forgetFailures, personSubject, refuseLocked } from '../../platform/auth/failures.ts'
import { codeOfStep, newSecret, stepOf, stepNow, uriOf } from '../../platform/auth/totp.ts'
import { lockAfter, lockMinutes } from '../../platform/auth/trust.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, type Refusal } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

const secretPlace = (deed: Deed, person: string) => ({
  street: deed.street.id,
  table: 'authenticator',
  column: 'secret_sealed',
  row: person,
})

export async function describeSecondFactor(deed: Deed, actor: PersonActor): Promise<ReplyOf<typeof readSecondFactor>> {
  const found = await findAuthenticator(deed, actor.personId)
  const { count } = await deed.tx
    .selectFrom('passkey')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const confirmed = found?.confirmedAt ?? null
  return {
    needed: actor.posts.some(({ kind }) => deskPosts.includes(kind)),
    authenticator: confirmed ? { since: confirmed.toISOString() } : null,
    passkeys: Number(count),
    given: actor.secondFactor,
    demo: deed.street.demo,
    may: [
      ...(!confirmed || actor.secondFactor ? ['people.second-factor.enrol'] : []),
      ...(confirmed && !actor.secondFactor ? ['people.second-factor.give'] : []),
      ...(deed.street.demo && !actor.secondFactor ? ['people.second-factor.demo-code'] : []),
    ],
  }
}

/** A new secret, shown this once. Replacing a confirmed one takes a session that was given it: a stolen number alone is not enough. */
export async function enrol(deed: Deed, actor: PersonActor): Promise<{ secret: string; uri: string }> {
  const found = await findAuthenticator(deed, actor.personId)
  if (found?.confirmedAt && !actor.secondFactor) throw forbidden('authenticator-exists')
  const secret = newSecret()
  await saveSecret(deed, actor.personId, secret)
  await record(deed, { kind: 'people.authenticator.enrolled', about: actor.personId })
  return { secret, uri: uriOf(secret, inLanguage(deed.street.name, deed.language)) }
}

/** The first code of a new authenticator makes it count, and counts itself. */
export async function confirmEnrolment(deed: Deed, actor: PersonActor, code: string): Promise<void | Refusal> {
  const wrong = await takeCode(deed, actor, code, { confirmed: false })
  if (wrong) return wrong
  await deed.tx
    .updateTable('authenticator')
    .set({ confirmed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .execute()
  await record(deed, { kind: 'people.authenticator.confirmed', about: actor.personId })
}

export async function give(deed: Deed, actor: PersonActor, code: string): Promise<void | Refusal> {
  return takeCode(deed, actor, code, { confirmed: true })
}

/** In the demo street nobody has a second device at hand: the code is offered, from an authenticator that is made when there is none. */
export async function demoCode(deed: Deed, actor: PersonActor): Promise<{ code: string }> {
  if (!deed.street.demo) throw forbidden('only-in-demo')
  let found = await findAuthenticator(deed, actor.personId)
  if (!found?.confirmedAt) {
    await saveSecret(deed, actor.personId, newSecret())
    await deed.tx
      .updateTable('authenticator')
      .set({ confirmed_at: deed.now })
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', actor.personId)
      .execute()
    found = await findAuthenticator(deed, actor.personId)
  }
  // A step is taken once. Whoever tries the demo as the same person twice within half a minute is not made to wait: here the code is no secret.
  const step = stepNow(deed.now)
  if (found!.lastStep >= step)
    await deed.tx
      .updateTable('authenticator')
      .set({ last_step: step - 1 })
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', actor.personId)
      .execute()
  return { code: codeOfStep(found!.secret, step) }
}

async function takeCode(
  deed: Deed,
  actor: PersonActor,
  code: string,
  { confirmed }: { readonly confirmed: boolean },
): Promise<undefined | Refusal> {
  const subject = personSubject(actor.personId)
  await refuseLocked(deed, subject)
  const found = await findAuthenticator(deed, actor.personId)
  if (!found || (confirmed && !found.confirmedAt)) throw refused('no-authenticator')
  const step = stepOf(found.secret, code, deed.now)
  if (step === undefined) {
    await countFailure(deed, subject, 'totp')
    const failures = await failuresSince(deed, subject, 'totp', new Date(deed.now.getTime() - lockMinutes * 60_000))
    return refused('totp-wrong', { params: { left: Math.max(0, lockAfter - failures) } })
  }
  if (step <= found.lastStep) throw refused('totp-used')
  await deed.tx
    .updateTable('authenticator')
    .set({ last_step: step })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .execute()
  await deed.tx
    .updateTable('session')
    .set({ second_factor_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', actor.sessionId)
    .execute()
  await forgetFailures(deed, subject)
  await record(deed, { kind: 'people.second-factor.given', about: actor.personId, plain: { by: 'authenticator' } })
  return undefined
}

async function findAuthenticator(deed: Deed, personId: string) {
  const row = await deed.tx
    .selectFrom('authenticator')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return (
    row && {
      secret: deed.platform.sealer.open(secretPlace(deed, personId), row.secret_sealed),
      confirmedAt: row.confirmed_at,
      lastStep: row.last_step,
    }
  )
}

async function saveSecret(deed: Deed, personId: string, secret: string): Promise<void> {
  const sealed = { secret_sealed: deed.platform.sealer.seal(secretPlace(deed, personId), secret), confirmed_at: null, last_step: 0 }
  await deed.tx
    .insertInto('authenticator')
    .values({ street_id: deed.street.id, person_id: personId, ...sealed })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(sealed))
    .execute()
}
