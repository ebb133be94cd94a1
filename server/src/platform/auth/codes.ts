import { timingSafeEqual } from 'node:crypto'
import { digitCode } from '../codes.ts'
import type { Deed } from '../deed.ts'
import { Refusal } from '../http/problems.ts'
import type { Job } from '../jobs/jobs.ts'
import { outsideText } from '../notify/outside-text.ts'
import { phoneForm } from '../privacy/normalise.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { countFailure, forgetFailures, refuseLocked } from './failures.ts'
import { hashToken, newToken } from './session.ts'

/** S6: six digits, ten minutes, used once, five tries; five codes an hour to one number. */
export const codeMinutes = 10
export const codeTries = 5
/** In the demo many visitors share the few numbers of its named people, and the code is on the page anyway. */
const codesPerHour = { street: 5, demo: 200 } as const

const heldPlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'sign_in_code', column: 'held_sealed', row })
export const phoneHash = (deed: Deed, phone: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'phone', phoneForm(phone))
const codeHash = (deed: Deed, id: string, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `${id} ${code}`)
const inMinutes = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** Makes a code and sends it once the deed stands. Nothing here depends on whether anybody has the number. */
export async function issueCode(deed: Deed, phone: string): Promise<string> {
  const hash = phoneHash(deed, phone)
  await refuseLocked(deed, hash)
  const hourAgo = new Date(deed.now.getTime() - 3_600_000)
  const earlier = await deed.tx
    .selectFrom('sign_in_code')
    .select('created_at')
    .where('street_id', '=', deed.street.id)
    .where('phone_hash', '=', hash)
    .where('purpose', '=', 'code')
    .where('created_at', '>', hourAgo)
    .orderBy('created_at')
    .execute()
  const [oldest] = earlier
  if (oldest && earlier.length >= (deed.street.demo ? codesPerHour.demo : codesPerHour.street)) {
    const seconds = Math.ceil((oldest.created_at.getTime() - hourAgo.getTime()) / 1000)
    throw new Refusal(429, 'codes-used-up', { params: { minutes: Math.ceil(seconds / 60) }, retryAfterSeconds: seconds })
  }
  const id = deed.id()
  const code = digitCode(6)
  // Only the newest code is good: the ones before it are spent.
  await deed.tx
    .updateTable('sign_in_code')
    .set({ used_at: deed.now, held_sealed: null })
    .where('street_id', '=', deed.street.id)
    .where('phone_hash', '=', hash)
    .where('purpose', '=', 'code')
    .where('used_at', 'is', null)
    .execute()
  await deed.tx
    .insertInto('sign_in_code')
    .values({
      street_id: deed.street.id,
      id,
      phone_hash: hash,
      code_hash: codeHash(deed, id, code),
      purpose: 'code',
      held_sealed: deed.platform.sealer.seal(heldPlace(deed, id), JSON.stringify({ phone, code, language: deed.language })),
      created_at: deed.now,
      expires_at: inMinutes(deed.now, codeMinutes),
    })
    .execute()
  // In the demo street the page shows the code and no message leaves.
  if (!deed.street.demo) await deed.platform.jobs.send(deed, 'people.code.send', { code: id })
  return code
}

/** The job carries the row's id only; number and code stay sealed until they go out, and are gone from here afterwards. */
export const sendCodeJob: Job = {
  name: 'people.code.send',
  async run(deed, ids) {
    const id = ids['code'] ?? ''
    const row = await deed.tx
      .selectFrom('sign_in_code')
      .select(['held_sealed', 'expires_at'])
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .where('purpose', '=', 'code')
      .forUpdate()
      .executeTakeFirst()
    if (!row?.held_sealed || row.expires_at <= deed.now) return
    const { phone, code, language } = JSON.parse(deed.platform.sealer.open(heldPlace(deed, id), row.held_sealed)) as {
      phone: string
      code: string
      language: 'zh-CN' | 'en'
    }
    const text = outsideText({ kind: 'code', code, minutes: codeMinutes }, inLanguage(deed.street.name, language), language)
    const outcome = await deed.platform.sms.send({ id, street: deed.street.id, to: phone, text }, deed.now)
    if (outcome.kind === 'failed' && outcome.again) throw new Error(`a code could not be sent: ${outcome.why}`)
    if (outcome.kind === 'failed') deed.platform.log.warn({ code: id, why: outcome.why }, 'a code could not be sent')
    await deed.tx
      .updateTable('sign_in_code')
      .set({ held_sealed: null })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
  },
}

/** Takes one try at the newest code of a number. A wrong one is a refusal to be returned, so that the try counts. */
export async function tryCode(deed: Deed, phone: string, code: string): Promise<Refusal | undefined> {
  const hash = phoneHash(deed, phone)
  await refuseLocked(deed, hash)
  const row = await deed.tx
    .selectFrom('sign_in_code')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('phone_hash', '=', hash)
    .where('purpose', '=', 'code')
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (!row || row.expires_at <= deed.now || row.tries >= codeTries) throw new Refusal(409, 'code-dead')
  const right = timingSafeEqual(row.code_hash, codeHash(deed, row.id, code))
  await deed.tx
    .updateTable('sign_in_code')
    .set(right ? { used_at: deed.now, held_sealed: null } : { tries: row.tries + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  if (right) {
    await forgetFailures(deed, hash)
    return undefined
  }
  await countFailure(deed, hash, 'code')
  const left = codeTries - row.tries - 1
  return new Refusal(409, left > 0 ? 'code-wrong' : 'code-dead', { params: { left } })
}

export interface Ticket {
  readonly id: string
  readonly purpose: 'new' | 'named'
  readonly phone: string
  readonly tries: number
}

/** What a right code is exchanged for while a name is still missing: ten minutes, used once. */
export async function issueTicket(deed: Deed, phone: string, purpose: Ticket['purpose']): Promise<string> {
  const id = deed.id()
  const token = newToken()
  await deed.tx
    .insertInto('sign_in_code')
    .values({
      street_id: deed.street.id,
      id,
      phone_hash: phoneHash(deed, phone),
      code_hash: hashToken(token),
      purpose,
      held_sealed: deed.platform.sealer.seal(heldPlace(deed, id), phone),
      created_at: deed.now,
      expires_at: inMinutes(deed.now, codeMinutes),
    })
    .execute()
  return token
}

export async function getTicket(deed: Deed, token: string): Promise<Ticket> {
  const row = await deed.tx
    .selectFrom('sign_in_code')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', hashToken(token))
    .where('purpose', 'in', ['new', 'named'])
    .forUpdate()
    .executeTakeFirst()
  if (!row?.held_sealed || row.used_at || row.expires_at <= deed.now || row.tries >= codeTries) throw new Refusal(409, 'ticket-dead')
  return {
    id: row.id,
    purpose: row.purpose as Ticket['purpose'],
    phone: deed.platform.sealer.open(heldPlace(deed, row.id), row.held_sealed),
    tries: row.tries,
  }
}

export async function useTicket(deed: Deed, ticket: Ticket, right: boolean): Promise<void> {
  await deed.tx
    .updateTable('sign_in_code')
    .set(right ? { used_at: deed.now, held_sealed: null } : { tries: ticket.tries + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', ticket.id)
    .execute()
}
