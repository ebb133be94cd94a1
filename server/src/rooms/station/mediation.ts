import type { Dispute, InvitationLetter, printAgreement, requestMediation, stepDispute } from '@ronghe/contract/station/mediation.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type * as z from 'zod/mini'
import { claimCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { groupOf } from '../people/group.ts'
import { findByPhone, findPerson, findPersons, getPerson } from '../people/persons.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { dayWords } from './case-words.ts'
import { findPostOfKind } from './departments.ts'
import { isOver, mostRefusals, stepDisputeState } from './dispute-lifecycle.ts'
import { candidatesFor, dropMediators, mediatorsOf, setMediators, suggestPair } from './dispute-mediators.ts'
import {
  codeHash,
  disputesOf,
  getAsParty,
  getByCode,
  openWords,
  sealWords,
  takeDisputeStep,
  type DisputeRow,
  type Side,
} from './dispute-rows.ts'
import { allWays, contactsFor, topicNames, waysFor } from './mediation-ways.ts'
import { sessionsOf } from './mediation-sessions.ts'

type Letter = z.infer<typeof InvitationLetter>
type PartyStep = Omit<BodyOf<typeof stepDispute>, 'words'> & { readonly words?: string }

/** Violence in the home, crimes and anything with somebody under 18 are never mediated: nothing is kept of the question but the answer given. */
export async function request(
  deed: Deed,
  personId: string,
  body: BodyOf<typeof requestMediation>,
): Promise<ReplyOf<typeof requestMediation>> {
  if (body.violence || body.crime || body.underEighteen) return { kind: 'referred', contacts: contactsFor(body) }
  const other = body.otherPhone ? await findAccount(deed, body.otherPhone, body.otherName) : undefined
  if (other === personId) throw unfit([{ path: 'otherPhone', code: 'dispute-own' }])
  const id = deed.id()
  const code = claimCode()
  const row = await deed.tx
    .insertInto('dispute')
    .values({
      street_id: deed.street.id,
      id,
      topic: body.topic,
      state: 'otherSideAsked',
      requester_person_id: personId,
      other_person_id: other ?? null,
      words_sealed: sealWords(deed, 'words_sealed', id, body.words),
      other_name_sealed: sealWords(deed, 'other_name_sealed', id, body.otherName),
      other_phone_sealed: body.otherPhone ? sealWords(deed, 'other_phone_sealed', id, body.otherPhone) : null,
      code_hash: codeHash(deed, code),
      requested_on: today(deed),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.mediation.requested', plain: { dispute: id, topic: body.topic } })
  if (other) await notify(deed, other, { template: 'mediation-asked', link: '/mediation' })
  return { kind: 'asked', dispute: await toDispute(deed, row, 'requester'), invitation: await letterOf(deed, row, code) }
}

export async function myDisputes(deed: Deed, personId: string): Promise<{ items: Dispute[] }> {
  const items: Dispute[] = []
  for (const row of await disputesOf(deed, personId))
    items.push(await toDispute(deed, row, row.requester_person_id === personId ? 'requester' : 'other'))
  return { items }
}

export async function readOne(deed: Deed, id: string, personId: string): Promise<Dispute> {
  const row = (await disputesOf(deed, personId)).find((dispute) => dispute.id === id)
  if (!row) throw notFound('dispute')
  return toDispute(deed, row, row.requester_person_id === personId ? 'requester' : 'other')
}

export async function newInvitation(deed: Deed, id: string, personId: string): Promise<Letter> {
  const { row, side } = await getAsParty(deed, id, personId)
  if (side !== 'requester' || isOver(row.state)) throw refused('dispute-step')
  const code = claimCode()
  await deed.tx
    .updateTable('dispute')
    .set({ code_hash: codeHash(deed, code) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'station.mediation.invited-again', plain: { dispute: id } })
  return letterOf(deed, row, code)
}

export async function stepAsParty(deed: Deed, id: string, personId: string, body: PartyStep): Promise<Dispute> {
  const { row, side } = await getAsParty(deed, id, personId)
  return toDispute(deed, await partyStep(deed, row, side, body), side)
}

export async function readByCode(deed: Deed, code: string): Promise<Dispute> {
  return toDispute(deed, await getByCode(deed, code), 'other')
}

export async function stepByCode(deed: Deed, code: string, body: PartyStep): Promise<Dispute> {
  return toDispute(deed, await partyStep(deed, await getByCode(deed, code), 'other', body), 'other')
}

/** Whoever has the letter and an account may follow it there. */
export async function claim(deed: Deed, code: string, personId: string): Promise<Dispute> {
  const row = await getByCode(deed, code)
  if (row.requester_person_id === personId) throw refused('dispute-own')
  if (row.other_person_id && row.other_person_id !== personId) throw refused('dispute-taken')
  const claimed = await deed.tx
    .updateTable('dispute')
    .set({ other_person_id: personId })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.mediation.claimed', plain: { dispute: row.id } })
  return toDispute(deed, claimed, 'other')
}

export async function agreementToPrint(deed: Deed, id: string, personId: string): Promise<ReplyOf<typeof printAgreement>> {
  const row = (await disputesOf(deed, personId)).find((dispute) => dispute.id === id)
  const words = row && openWords(deed, 'agreement_sealed', row)
  if (!row || !words || !row.agreed_on || !row.follow_up_on) throw notFound('dispute')
  const requester = row.requester_person_id ? (await findPerson(deed, row.requester_person_id))?.name : undefined
  const mediators = await findPersons(deed, await mediatorsOf(deed, id))
  return {
    title: say(deed.language, 'mediation-agreement-title'),
    parties: [requester ?? '', openWords(deed, 'other_name_sealed', row) ?? ''],
    words,
    mediators: mediators.map(({ name }) => name),
    on: row.agreed_on,
    followUpOn: row.follow_up_on,
    note: say(deed.language, 'mediation-agreement-note'),
    waysOn: waysFor(row.topic),
  }
}

/** Proposes a pair by itself; where there is none, the station is asked to find one. */
export async function propose(deed: Deed, row: DisputeRow): Promise<void> {
  const pair = suggestPair(await candidatesFor(deed, row), await mediatorsOf(deed, row.id))
  await setMediators(deed, row.id, pair ?? [])
  if (pair) return tellParties(deed, row)
  const lead = await findPostOfKind(deed, 'stationLead')
  if (lead) await notifyPost(deed, lead, { template: 'mediation-news', link: '/desk/mediation' })
}

export async function tellParties(deed: Deed, row: DisputeRow, but?: string): Promise<void> {
  for (const person of [row.requester_person_id, row.other_person_id])
    if (person && person !== but) await notify(deed, person, { template: 'mediation-news', link: '/mediation' })
}

async function partyStep(deed: Deed, row: DisputeRow, side: Side, { step, words = '', kept }: PartyStep): Promise<DisputeRow> {
  const own = side === 'requester' ? row.requester_person_id : row.other_person_id
  switch (step) {
    case 'agree': {
      if (side !== 'other') throw refused('dispute-step')
      const agreed = await takeDisputeStep(deed, row, 'agree', {
        mixed: await isMixed(deed, row),
        ...(words ? { answer_sealed: sealWords(deed, 'answer_sealed', row.id, words) } : {}),
      })
      await propose(deed, agreed)
      return agreed
    }
    case 'decline': {
      if (side !== 'other') throw refused('dispute-step')
      const declined = await takeDisputeStep(deed, row, 'decline')
      await tellParties(deed, declined, own ?? undefined)
      return declined
    }
    case 'stop': {
      const stopped = await takeDisputeStep(deed, row, 'stop')
      await tellParties(deed, stopped, own ?? undefined)
      return stopped
    }
    case 'acceptMediators':
      return acceptMediators(deed, row, side)
    case 'refuseMediators':
      return refuseMediators(deed, row, side)
    case 'sayKept': {
      if (!kept) throw unfit([{ path: 'kept', code: 'dispute-kept-missing' }])
      return sayKept(deed, row, side, kept)
    }
  }
}

/** Asked at thirty days of both; when both have said it, the matter is closed. */
export async function sayKept(deed: Deed, row: DisputeRow, side: Side, kept: 'yes' | 'partly' | 'no'): Promise<DisputeRow> {
  if (!row.follow_up_on || today(deed) < row.follow_up_on) throw refused('dispute-follow-up-early')
  const said = await takeDisputeStep(deed, row, 'sayKept', side === 'requester' ? { requester_kept: kept } : { other_kept: kept })
  return said.requester_kept && said.other_kept ? takeDisputeStep(deed, said, 'close') : said
}

async function acceptMediators(deed: Deed, row: DisputeRow, side: Side): Promise<DisputeRow> {
  const mediators = await mediatorsOf(deed, row.id)
  if (row.state !== 'bothAgreed' || mediators.length === 0) throw refused('dispute-step')
  const flags = {
    requester_accepted: row.requester_accepted || side === 'requester',
    other_accepted: row.other_accepted || side === 'other',
  }
  if (!flags.requester_accepted || !flags.other_accepted) {
    await record(deed, { kind: 'station.mediation.mediators-accepted-by-one', plain: { dispute: row.id } })
    return deed.tx
      .updateTable('dispute')
      .set(flags)
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  }
  const accepted = await takeDisputeStep(deed, row, 'bothAccept', flags)
  for (const mediator of mediators) await notify(deed, mediator, { template: 'mediation-mediate', link: '/mediations' })
  return accepted
}

/** No reason is asked. Whoever was refused is not proposed again here; the other side's yes counted for those mediators only. */
async function refuseMediators(deed: Deed, row: DisputeRow, side: Side): Promise<DisputeRow> {
  const mediators = await mediatorsOf(deed, row.id)
  if (row.state !== 'bothAgreed' || mediators.length === 0) throw refused('dispute-step')
  const refusals = side === 'requester' ? row.requester_refusals : row.other_refusals
  if (refusals >= mostRefusals) throw refused('dispute-no-refusals-left')
  const next = await takeDisputeStep(deed, row, 'refuse', {
    requester_accepted: false,
    other_accepted: false,
    ...(side === 'requester' ? { requester_refusals: refusals + 1 } : { other_refusals: refusals + 1 }),
  })
  await dropMediators(deed, row.id, mediators)
  await propose(deed, next)
  return next
}

/** An account under this number and name; several people may share a number, so the name has to fit as well. */
async function findAccount(deed: Deed, phone: string, name: string): Promise<string | undefined> {
  const found = (await findByPhone(deed, phone)).filter((person) => person.name === name)
  return found.length === 1 ? found[0]!.id : undefined
}

/** All that stays of the groups: whether the two sides come from both. Unknown where one does not say. */
async function isMixed(deed: Deed, row: DisputeRow): Promise<boolean | null> {
  if (!row.requester_person_id || !row.other_person_id) return null
  const [one, other] = [await groupOf(deed, row.requester_person_id), await groupOf(deed, row.other_person_id)]
  return one && other && one !== 'unstated' && other !== 'unstated' ? one !== other : null
}

async function letterOf(deed: Deed, row: DisputeRow, code: string): Promise<Letter> {
  const { language } = deed
  const link = `${deed.platform.config.publicUrl ?? ''}/mediation/answer`
  const requester = row.requester_person_id ? (await getPerson(deed, row.requester_person_id)).name : ''
  return {
    title: say(language, 'mediation-letter-title'),
    body: say(language, 'mediation-letter-body', {
      requester,
      topic: inLanguage(topicNames[row.topic] ?? topicNames['other']!, language),
      code,
    }),
    code,
    link,
  }
}

async function toDispute(deed: Deed, row: DisputeRow, me: Side): Promise<Dispute> {
  const mediators = await mediatorsOf(deed, row.id)
  const people = await findPersons(deed, mediators)
  const candidatePosts = new Map((await postNamesOf(deed, mediators)).map(({ id, post }) => [id, post]))
  const own = me === 'requester' ? row.requester_accepted : row.other_accepted
  const others = me === 'requester' ? row.other_accepted : row.requester_accepted
  const refusalsLeft = mostRefusals - (me === 'requester' ? row.requester_refusals : row.other_refusals)
  const agreement = openWords(deed, 'agreement_sealed', row)
  const asked = row.state === 'otherSideAsked'
  const proposed = row.state === 'bothAgreed' && mediators.length > 0
  const kept = (me === 'requester' ? row.requester_kept : row.other_kept) ?? null
  return {
    id: row.id,
    me,
    topic: row.topic as Dispute['topic'],
    state: row.state,
    line: lineOf(deed, row, me, proposed, own),
    otherName:
      me === 'requester'
        ? (openWords(deed, 'other_name_sealed', row) ?? '')
        : row.requester_person_id
          ? ((await findPerson(deed, row.requester_person_id))?.name ?? '')
          : '',
    // Whoever is only being asked reads what kind of matter it is, not yet what was said of them.
    words: me === 'other' && (asked || row.state === 'declined') ? null : openWords(deed, 'words_sealed', row),
    answer: openWords(deed, 'answer_sealed', row),
    mediators: people.map(({ id, name }) => ({ name, post: candidatePosts.get(id) ?? { 'zh-CN': '调解员', en: 'Mediator' } })),
    accepted: { me: own, other: others },
    refusalsLeft,
    sessions: await sessionsOf(deed, row.id),
    agreement:
      agreement && row.agreed_on && row.follow_up_on
        ? { words: agreement, on: row.agreed_on, signed: row.signed_on !== null, followUpOn: row.follow_up_on }
        : null,
    kept,
    requestedOn: row.requested_on,
    waysOn: isOver(row.state) || row.state === 'followUp' ? waysFor(row.topic) : allWays,
    may: [
      ...(asked && me === 'other' ? (['answer'] as const) : []),
      ...(proposed && !own ? (['acceptMediators'] as const) : []),
      ...(proposed && refusalsLeft > 0 ? (['refuseMediators'] as const) : []),
      ...(stepDisputeState(row.state, 'stop') ? (['stop'] as const) : []),
      ...(row.state === 'followUp' && row.follow_up_on !== null && row.follow_up_on <= today(deed) && !kept ? (['sayKept'] as const) : []),
      ...(me === 'requester' && asked ? (['printInvitation'] as const) : []),
      ...(agreement ? (['printAgreement'] as const) : []),
    ],
  }
}

function lineOf(deed: Deed, row: DisputeRow, me: Side, proposed: boolean, accepted: boolean): string {
  const { language } = deed
  if (row.state === 'otherSideAsked' && me === 'other') return say(language, 'dispute-line-otherSideAsked-other')
  if (row.state === 'bothAgreed' && proposed) return say(language, accepted ? 'dispute-line-waiting-other' : 'dispute-line-proposed')
  return say(language, `dispute-line-${row.state}`, { day: row.follow_up_on ? dayWords(row.follow_up_on, language) : '' })
}

async function postNamesOf(deed: Deed, people: readonly string[]) {
  if (people.length === 0) return []
  return deed.tx
    .selectFrom('appointment')
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['appointment.person_id as id', 'post.name as post'])
    .where('appointment.street_id', '=', deed.street.id)
    .where('appointment.person_id', 'in', people)
    .where('post.kind', '=', 'mediator')
    .execute()
}
