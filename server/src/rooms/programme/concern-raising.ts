import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { ConcernChannel, raiseConcern as raiseOperation, Raised, RaisedWithCode } from '@ronghe/contract/programme/concerns.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import { narrowMatter } from '../../platform/auth/matter.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import { claimCode, queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { getPerson } from '../people/persons.ts'
import { actingPost } from './acting-post.ts'
import { chooseReader, type AboutStaff } from './concern-reader.ts'
import { addEvent, idOfDay, openWords, sealWords } from './concern-rows.ts'
import { checkPlace } from './places.ts'
import { holdersOf, postNames, today } from './posts.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setting } from '../../platform/settings/settings.ts'

export interface Said {
  readonly words: string
  readonly topic: string
  readonly communityId?: string | null | undefined
  readonly laneId?: string | null | undefined
  readonly aboutStaff?: AboutStaff | null | undefined
  readonly throughOrganId?: string | null | undefined
}

interface Way {
  readonly id?: string
  /** Made on a phone without a line, and on the author's slip already. */
  readonly code?: string
  readonly channel: ConcernChannel
  readonly personId: string | null
  readonly anonymous: boolean
  readonly raisedOn: string
  readonly carrierPost?: string | null
  readonly carrierOrgan?: string | null
}

/** A resident's own concern: state, owner and answer date are theirs to see. */
export async function raiseConcern(deed: Deed, personId: string, { id: named, ...said }: BodyOf<typeof raiseOperation>): Promise<Raised> {
  const before = named && (await raisedBefore(deed, personId, named, said.words))
  if (before) return before
  const carrier = await carrierOf(deed, said.throughOrganId)
  const { id, number, screenBy, answerBy, readBy } = await raise(deed, said, {
    ...(named && { id: named }),
    personId,
    anonymous: false,
    raisedOn: today(deed),
    ...carrier,
  })
  await narrowMatter(deed, { kind: 'concern', concernId: id })
  return { id, number, screenBy, answerBy, readBy }
}

/** The same uuid again, perhaps days later from a phone that had no line: the same concern for its author, nothing for anybody else. */
async function raisedBefore(deed: Deed, personId: string, id: string, words: string): Promise<Raised | undefined> {
  const row = await deed.tx
    .selectFrom('concern')
    .select(['number', 'person_id', 'raised_on', 'screen_by', 'about_staff', 'owner_post', 'words_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.person_id !== personId) throw refused('concern-id-taken')
  if (row.words_sealed && openWords(deed, 'concern', id, row.words_sealed) !== words)
    throw refused('concern-raised-already', { params: { number: row.number } })
  const reader = row.about_staff ? row.owner_post : null
  return {
    id,
    number: row.number,
    screenBy: row.screen_by,
    answerBy: addWorkingDays(await calendarFor(deed), row.raised_on, (await setting(deed, 'clocks')).concernAnswer),
    readBy: reader ? nameOf(await postNames(deed, [reader]), reader) : screeningDesk,
  }
}

/** No account, no session, no moment: all that leads back is the code, and only its hash stays here. */
export async function raiseAnonymously(deed: Deed, said: Said): Promise<RaisedWithCode> {
  const carrier = await carrierOf(deed, said.throughOrganId)
  const { number, code, screenBy, answerBy, readBy } = await raise(deed, said, {
    personId: null,
    anonymous: true,
    raisedOn: today(deed),
    ...carrier,
  })
  return { number, claimCode: code!, words: said.words, screenBy, answerBy, readBy }
}

/** Said at the desk or on paper, with the day it was said; its clock runs from that day (D8). */
export async function enterConcern(
  deed: Deed,
  entered: Said & {
    readonly channel: 'desk' | 'paper' | 'homeVisit'
    readonly raisedOn?: string | undefined
    readonly personId?: string | null | undefined
  },
) {
  const { channel, raisedOn = today(deed), personId = null, ...said } = entered
  if (raisedOn > today(deed)) throw unfit([{ path: 'raisedOn', code: 'day-to-come' }])
  if (personId) await getPerson(deed, personId)
  const { number, code, screenBy, answerBy, readBy } = await raise(deed, said, { channel, personId, anonymous: false, raisedOn })
  return { number, claimCode: code, words: said.words, screenBy, answerBy, readBy }
}

/** Carried up past the hierarchy, which is the point of it: by a delegate, a lane head or a social worker, as their post. */
export async function carryConcern(deed: Deed, said: Said): Promise<RaisedWithCode> {
  const post = actingPost(deed, 'programme.concerns.carry')
  if (!post) throw forbidden()
  const { number, code, screenBy, answerBy, readBy } = await raise(deed, said, {
    channel: 'carried',
    personId: null,
    anonymous: false,
    raisedOn: today(deed),
    carrierPost: post.id,
    carrierOrgan: post.organId,
  })
  return { number, claimCode: code!, words: said.words, screenBy, answerBy, readBy }
}

/** Heard on a delegate's visit and passed on because the author agreed. Sent again by the same phone it is the same concern. */
export async function raiseOnVisit(
  deed: Deed,
  said: Said,
  from: { readonly id: string; readonly code: string; readonly raisedOn: string; readonly post: string; readonly organ: string },
): Promise<void> {
  const known = await deed.tx
    .selectFrom('concern')
    .select('carrier_organ')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', from.id)
    .executeTakeFirst()
  if (known && known.carrier_organ !== from.organ) throw refused('concern-id-taken')
  if (known) return
  const { id, code, raisedOn, post, organ } = from
  await raise(deed, said, {
    id,
    code,
    channel: 'homeVisit',
    personId: null,
    anonymous: false,
    raisedOn,
    carrierPost: post,
    carrierOrgan: organ,
  })
}

async function raise(deed: Deed, said: Said, way: Way) {
  const { tx, street, platform } = deed
  const topics = await setting(deed, 'concernTopics')
  if (!topics.some(({ key }) => key === said.topic)) throw unfit([{ path: 'topic', code: 'field-choice' }])
  const place = await checkPlace(deed, said.communityId, said.laneId)
  const about = said.aboutStaff ?? null
  const reader = about ? await readerFor(deed, about) : null
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const screenBy = addWorkingDays(calendar, way.raisedOn, clocks.concernScreen)
  const answerBy = addWorkingDays(calendar, way.raisedOn, clocks.concernAnswer)
  const id = way.anonymous ? idOfDay(deed) : (way.id ?? deed.id())
  const code = way.personId ? null : (way.code ?? claimCode())
  const number = way.anonymous ? `YM-${queryCode()}` : await nextNumber(deed)
  await tx
    .insertInto('concern')
    .values({
      street_id: street.id,
      id,
      number,
      person_id: way.personId,
      claim_hash: code ? platform.sealer.lookup(street.id, 'code', code) : null,
      anonymous: way.anonymous,
      channel: way.channel,
      carrier_post: way.carrierPost ?? null,
      carrier_organ: way.carrierOrgan ?? null,
      topic: said.topic,
      ...place,
      about_staff: about !== null,
      about_post: about?.postId ?? null,
      about_organ: about?.organId ?? null,
      words_sealed: sealWords(deed, 'concern', id, said.words),
      // The settings have screened it already: they name who reads and answers what is said about staff.
      state: reader ? 'screened' : 'raised',
      owner_post: reader,
      raised_on: way.raisedOn,
      screen_by: screenBy,
      answer_by: answerBy,
      clock_from: way.raisedOn,
      clock_days: reader ? clocks.concernAnswer : clocks.concernScreen,
    })
    .execute()
  await addEvent(deed, id, { kind: 'raised', byAuthor: way.channel === 'phone' })
  if (reader) await addEvent(deed, id, { kind: 'screened' })
  await record(deed, {
    kind: 'programme.concern.raised',
    plain: { concern: id, channel: way.channel },
    ...(way.anonymous ? { withoutActor: true } : way.personId ? { about: way.personId } : {}),
  })
  // A message carries the minute it was written; what came anonymously is told by the morning's job instead.
  if (reader && !way.anonymous)
    for (const person of await holdersOf(deed, reader))
      await notify(deed, person, { template: 'concern-for-you', link: `/desk/concerns/${id}` })
  return { id, number, code, screenBy, answerBy, readBy: reader ? nameOf(await postNames(deed, [reader]), reader) : screeningDesk }
}

/** Who reads what is said about this post or organ; refused when nobody may. */
export async function readerFor(deed: Deed, about: AboutStaff): Promise<string> {
  const { postId, organId } = about
  if (postId && !(await postNames(deed, [postId])).has(postId)) throw unfit([{ path: 'aboutStaff.postId', code: 'field-choice' }])
  if (organId) {
    const organ = await deed.tx
      .selectFrom('organ')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('id', '=', organId)
      .executeTakeFirst()
    if (!organ) throw unfit([{ path: 'aboutStaff.organId', code: 'field-choice' }])
  }
  const reader = await chooseReader(deed, about)
  if (!reader) throw refused('nobody-may-read', { instead: 'go-outside-the-street' })
  return reader
}

/**
 * The organ a resident asks to carry the concern. Carrying by the branch is counted in totals only and leaves no mark on the concern: it
 * means nothing about the author, and a mark would be read as if it did (08, Concerns).
 */
async function carrierOf(deed: Deed, organId: string | null | undefined): Promise<Pick<Way, 'channel' | 'carrierOrgan'>> {
  if (!organId) return { channel: 'phone' }
  const organ = await deed.tx
    .selectFrom('organ')
    .select('kind')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', organId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!organ || !['branch', 'council', 'corps', 'socialOrganisation', 'statutoryBody', 'partner'].includes(organ.kind))
    throw unfit([{ path: 'throughOrganId', code: 'field-choice' }])
  if (organ.kind !== 'branch') return { channel: 'carried', carrierOrgan: organId }
  await nextValue(deed, 'concerns-through-branch')
  return { channel: 'phone' }
}

async function nextNumber(deed: Deed): Promise<string> {
  const month = today(deed).slice(2, 7).replace('-', '')
  return `YJ-${month}-${String(await nextValue(deed, `concern-${month}`)).padStart(4, '0')}`
}

/** Adding to the counter's row locks it, which keeps numbers without gaps when two come at once. */
async function nextValue(deed: Deed, name: string): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name, value: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

const screeningDesk: Text = { 'zh-CN': '街道融合办', en: 'The street’s integration office' }
const nameOf = (names: Awaited<ReturnType<typeof postNames>>, id: string): Text => {
  const name = names.get(id)!
  return {
    'zh-CN': `${name.organ['zh-CN']}${name.post['zh-CN']}`,
    en: `${name.post.en ?? name.post['zh-CN']}, ${name.organ.en ?? name.organ['zh-CN']}`,
  }
}
