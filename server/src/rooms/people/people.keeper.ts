import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { personSubject } from '../../platform/auth/failures.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { looksAt } from './access.ts'
import { dataRequestsOf } from './data-requests.ts'
import { describeHousehold, removeMember } from './households.ts'
import { messageChoice, messagesOf } from './messages.ts'
import { profileOf } from './my-data.ts'
import { getPerson } from './persons.ts'
import { proxiesOf } from './proxies.ts'

const mostListed = 1000

/** What the people room and the platform keep about a person. It forgets last: the other rooms may still need the name to hand things on. */
export const peopleKeeper: Keeper = {
  room: 'people',
  tables: [
    'person',
    'session',
    'device',
    'passkey',
    'passkey_challenge',
    'authenticator',
    'sign_in_code',
    'sign_in_failure',
    'access_log',
    'idempotency',
    'stored_file',
    'message',
    // Goes with its message; the number in it goes as soon as it has left.
    'delivery',
    'message_choice',
    'journal_entry',
    'group_choice',
    'profile',
    'consent',
    'household_member',
    'proxy',
    'residence_level',
    'attestation',
    'number_change',
    'data_request',
    'leaving',
  ],

  async open(deed, personId) {
    const requests = (await dataRequestsOf(deed, personId)).filter(({ state }) => state === 'open')
    return requests.map(({ id }) => ({
      room: 'people',
      kind: 'dataRequest',
      id,
      title: { 'zh-CN': '关于个人信息的申请', en: 'A request about your data' },
      becomes: 'ends' as const,
      note: { 'zh-CN': '账号注销后不再需要答复。', en: 'Needs no answer once the account is gone.' },
    }))
  },

  async export(deed, personId) {
    const { tx, street, language } = deed
    const person = await getPerson(deed, personId)
    const account = await tx
      .selectFrom('person')
      .select(['appearance', 'created_at', 'last_used_at'])
      .where('street_id', '=', street.id)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const groups = await tx
      .selectFrom('group_choice')
      .select(['choice', 'at'])
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute()
    const levels = await tx
      .selectFrom('residence_level')
      .select(['level', 'on_day', 'valid_until'])
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    const sessions = await tx
      .selectFrom('session')
      .select(['kind', 'device', 'created_at', 'seen_at'])
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    const passkeys = await tx
      .selectFrom('passkey')
      .select(['label', 'created_at', 'used_at'])
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    const consents = await tx
      .selectFrom('consent')
      .selectAll()
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .orderBy('given_at')
      .execute()
    const { household } = await describeHousehold(deed, personId)
    const proxies = await proxiesOf(deed, personId, false)
    return {
      account: {
        name: person.name,
        phone: person.phone,
        language: person.language,
        appearance: account.appearance,
        createdAt: account.created_at.toISOString(),
        lastUsedAt: account.last_used_at.toISOString(),
      },
      profile: { ...(await profileOf(deed, personId)) },
      group: groups.map(({ choice, at }) => ({ choice, at: at.toISOString() })),
      consents: consents.map(({ purpose, text_version, channel, given_at, withdrawn_at }) => ({
        purpose: purpose in consentTexts ? inLanguage(consentTexts[purpose as keyof typeof consentTexts].title, language) : purpose,
        version: text_version,
        channel,
        givenAt: given_at.toISOString(),
        withdrawnAt: withdrawn_at?.toISOString() ?? null,
      })),
      household: household?.members.map(({ name, joinedAt }) => ({ name, joinedAt })) ?? [],
      proxies: proxies.given.map(({ agentName, relation, scope, givenAt, endsOn }) => ({ agentName, relation, scope, givenAt, endsOn })),
      residence: levels.map(({ level, on_day, valid_until }) => ({ level, onDay: on_day, validUntil: valid_until })),
      devices: sessions.map(({ kind, device, created_at, seen_at }) => ({
        kind,
        device,
        createdAt: created_at.toISOString(),
        seenAt: seen_at.toISOString(),
      })),
      passkeys: passkeys.map(({ label, created_at, used_at }) => ({
        label,
        createdAt: created_at.toISOString(),
        usedAt: used_at?.toISOString() ?? null,
      })),
      messageChoice: await messageChoice(deed, personId),
      messages: (await messagesOf(deed, personId, { limit: mostListed, unread: false })).items.map(({ text, at, readAt }) => ({
        text,
        at,
        readAt,
      })),
      requests: (await dataRequestsOf(deed, personId)).map(({ kind, words, state, answer, createdAt }) => ({
        kind,
        words,
        state,
        answer,
        createdAt,
      })),
      looks: (await looksAt(deed, personId, { limit: mostListed })).items.map(({ at, post, purposeText }) => ({
        at,
        post: post ? inLanguage(post, language) : null,
        purpose: purposeText,
      })),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    const person = await tx
      .selectFrom('person')
      .select('phone_hash')
      .where('street_id', '=', street.id)
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return
    for (const table of [
      'session',
      'device',
      'passkey',
      'authenticator',
      'message',
      'message_choice',
      'group_choice',
      'profile',
      'consent',
      'residence_level',
      'attestation',
      'number_change',
      'data_request',
      'leaving',
      'access_log',
      'idempotency',
      'passkey_challenge',
      'proxy',
    ] as const)
      await tx
        .deleteFrom(table as 'session')
        .where('street_id', '=', street.id)
        .where('person_id', '=', personId)
        .execute()
    // As a helper, a witness, a clerk: rows of others in which the person appears.
    await tx.deleteFrom('proxy').where('street_id', '=', street.id).where('agent_id', '=', personId).execute()
    await tx.deleteFrom('session').where('street_id', '=', street.id).where('assistant_id', '=', personId).execute()
    await tx
      .updateTable('attestation')
      .set({ neighbour_id: null })
      .where('street_id', '=', street.id)
      .where('neighbour_id', '=', personId)
      .execute()
    await tx
      .updateTable('attestation')
      .set({ lane_head_person: null, lane_head_post: null })
      .where('street_id', '=', street.id)
      .where('lane_head_person', '=', personId)
      .execute()
    await removeMember(deed, personId)
    await tx.deleteFrom('sign_in_failure').where('street_id', '=', street.id).where('subject_hash', '=', personSubject(personId)).execute()
    if (person.phone_hash) {
      await tx.deleteFrom('sign_in_failure').where('street_id', '=', street.id).where('subject_hash', '=', person.phone_hash).execute()
      await tx.deleteFrom('sign_in_code').where('street_id', '=', street.id).where('phone_hash', '=', person.phone_hash).execute()
    }
    await forgetFiles(deed, personId)
    await blank(deed, personId)
  },
}

async function forgetFiles(deed: Deed, personId: string): Promise<void> {
  const files = await deed.tx
    .deleteFrom('stored_file')
    .where('street_id', '=', deed.street.id)
    .where('owner_id', '=', personId)
    .returning(['place', 'thumb_place'])
    .execute()
  const places = files.flatMap(({ place, thumb_place }) => (thumb_place ? [place, thumb_place] : [place]))
  deed.afterCommit(async () => {
    for (const place of places) await deed.platform.files.delete(deed.street.id, place)
  })
}

/** The id stays, because public acts point at it (a post held, a vote in the minutes); nothing on the row says whose it was. */
async function blank(deed: Deed, personId: string): Promise<void> {
  const { tx, street, now, platform } = deed
  await tx
    .updateTable('person')
    .set({
      name_sealed: platform.sealer.seal({ street: street.id, table: 'person', column: 'name_sealed', row: personId }, ''),
      name_tokens: [],
      phone_sealed: null,
      phone_hash: null,
      phone_seen_at: null,
      pin_hash: null,
      share_until: null,
      language: 'zh-CN',
      appearance: 'normal',
      state: 'closed',
      created_at: now,
      last_used_at: now,
      warned_at: null,
      closed_at: now,
    })
    .where('street_id', '=', street.id)
    .where('id', '=', personId)
    .execute()
}
