import type { assignMediators, DisputeToAssign, listCandidates, MediatedDispute, mediate } from '@ronghe/contract/station/mediation-work.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { say } from '@ronghe/contract/words.ts'
import type * as z from 'zod/mini'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { eraseEntriesAbout } from '../../platform/journal/erase.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { setting } from '../../platform/settings/settings.ts'
import { findPerson, findPersons } from '../people/persons.ts'
import { today } from '../programme/posts.ts'
import { dayWords } from './case-words.ts'
import { closeAfterDays, followUpDays, stepDisputeState } from './dispute-lifecycle.ts'
import { candidatesFor, dropMediators, mediatorsOf, setMediators, suggestPair } from './dispute-mediators.ts'
import { getDispute, openWords, sealWords, takeDisputeStep, type DisputeRow } from './dispute-rows.ts'
import { propose, sayKept, tellParties } from './mediation.ts'
import { addSession, holdSession, sessionsOf } from './mediation-sessions.ts'
import { waysFor } from './mediation-ways.ts'

type ToAssign = z.infer<typeof DisputeToAssign>
type Mediated = z.infer<typeof MediatedDispute>

/** For whoever assigns: kind and state, never who or what was said. */
export async function listToAssign(deed: Deed): Promise<{ items: ToAssign[] }> {
  const rows = await deed.tx
    .selectFrom('dispute')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('ended_on', 'is', null)
    .orderBy('requested_on')
    .orderBy('id')
    .limit(200)
    .execute()
  const items: ToAssign[] = []
  for (const row of rows) items.push(await toAssign(deed, row))
  return { items }
}

export async function listFit(deed: Deed, id: string): Promise<ReplyOf<typeof listCandidates>> {
  const row = await getDispute(deed, id, 'look')
  const candidates = await candidatesFor(deed, row)
  return {
    suggested: [...(suggestPair(candidates, await mediatorsOf(deed, id)) ?? [])],
    items: candidates.map(({ id: person, name, post, busyWith }) => ({ id: person, name, post, busyWith })),
  }
}

export async function assign(deed: Deed, id: string, { mediators }: BodyOf<typeof assignMediators>): Promise<ToAssign> {
  const row = await getDispute(deed, id)
  if (row.state !== 'bothAgreed') throw refused('dispute-step')
  if (new Set(mediators).size !== mediators.length) throw unfit([{ path: 'mediators', code: 'mediators-twice' }])
  const fit = new Set((await candidatesFor(deed, row)).map((candidate) => candidate.id))
  const wrong = mediators.findIndex((person) => !fit.has(person))
  if (wrong >= 0) throw unfit([{ path: `mediators.${wrong}`, code: 'mediator-not-fit' }])
  await setMediators(deed, id, mediators)
  const next = await deed.tx
    .updateTable('dispute')
    .set({ requester_accepted: false, other_accepted: false })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.mediation.proposed', plain: { dispute: id } })
  await tellParties(deed, next)
  return toAssign(deed, next)
}

export async function listMine(deed: Deed, personId: string): Promise<{ items: Mediated[] }> {
  const rows = await deed.tx
    .selectFrom('dispute')
    .innerJoin('dispute_mediator', (join) =>
      join.onRef('dispute_mediator.street_id', '=', 'dispute.street_id').onRef('dispute_mediator.dispute_id', '=', 'dispute.id'),
    )
    .selectAll('dispute')
    .where('dispute.street_id', '=', deed.street.id)
    .where('dispute_mediator.person_id', '=', personId)
    .where('dispute_mediator.out', '=', false)
    // Whoever is only proposed learns nothing before both sides have accepted; what is over is over.
    .where('dispute.state', 'in', ['mediatorsAccepted', 'sessions', 'agreement', 'followUp'])
    .orderBy('dispute.requested_on')
    .execute()
  const items: Mediated[] = []
  for (const row of rows) items.push(await toMediated(deed, row, personId))
  return { items }
}

export async function step(deed: Deed, id: string, personId: string, body: BodyOf<typeof mediate>): Promise<{ dispute: Mediated | null }> {
  const row = await getDispute(deed, id)
  const accepted = ['mediatorsAccepted', 'sessions', 'agreement', 'followUp'].includes(row.state)
  if (!accepted || !(await mediatorsOf(deed, id)).includes(personId)) throw notFound('dispute')
  const next = await mediatorStep(deed, row, personId, body)
  if (body.step !== 'hold' && body.step !== 'recordKept') await tellParties(deed, next)
  return { dispute: body.step === 'stepBack' ? null : await toMediated(deed, next, personId) }
}

async function mediatorStep(deed: Deed, row: DisputeRow, personId: string, body: BodyOf<typeof mediate>): Promise<DisputeRow> {
  const on = today(deed)
  switch (body.step) {
    case 'plan': {
      const planned = await takeDisputeStep(deed, row, 'plan')
      await addSession(deed, row.id, new Date(body.at), body.place)
      return planned
    }
    case 'hold': {
      const held = await takeDisputeStep(deed, row, 'hold')
      await holdSession(deed, row.id, body.session)
      return held
    }
    case 'agree': {
      if (!(await sessionsOf(deed, row.id)).some(({ held }) => held)) throw refused('dispute-step')
      return takeDisputeStep(deed, row, 'terms', {
        agreement_sealed: sealWords(deed, 'agreement_sealed', row.id, body.words),
        agreed_on: on,
        follow_up_on: addDays(on, followUpDays),
      })
    }
    case 'sign':
      return takeDisputeStep(deed, row, 'sign', { signed_on: on, follow_up_on: addDays(on, followUpDays) })
    case 'fail':
      return takeDisputeStep(deed, row, 'fail')
    case 'refer':
      return takeDisputeStep(deed, row, 'refer')
    case 'stepBack': {
      const back = await takeDisputeStep(deed, row, 'stepBack', { requester_accepted: false, other_accepted: false })
      await dropMediators(deed, row.id, [personId])
      await propose(deed, back)
      return back
    }
    case 'recordKept':
      return sayKept(deed, row, body.side, body.kept)
  }
}

/** Every morning: both are asked at thirty days, what nobody answered is closed, and what is over is blanked. */
export async function morning(deed: Deed): Promise<void> {
  const { tx, street, now } = deed
  const on = today(deed)
  const due = await tx
    .updateTable('dispute')
    .set({ asked_on: on })
    .where('street_id', '=', street.id)
    .where('state', '=', 'followUp')
    .where('follow_up_on', '<=', on)
    .where('asked_on', 'is', null)
    .returningAll()
    .execute()
  for (const row of due)
    for (const person of [row.requester_person_id, row.other_person_id])
      if (person) await notify(deed, person, { template: 'mediation-kept', link: '/mediation' })
  const unanswered = await tx
    .selectFrom('dispute')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('state', '=', 'followUp')
    .where('follow_up_on', '<', addDays(on, -closeAfterDays))
    .execute()
  for (const row of unanswered) await takeDisputeStep(deed, row, 'close')
  const { disputeDays } = await setting(deed, 'keeping')
  const old = await tx
    .selectFrom('dispute')
    .select('id')
    .where('street_id', '=', street.id)
    .where('ended_on', '<', addDays(on, -disputeDays))
    .where('blanked_at', 'is', null)
    .execute()
  for (const { id } of old) await blank(deed, id, now)
}

/** Who argued with whom about what is gone; that there was a dispute, of which kind and how it ended, stays for the figures. */
export async function blank(deed: Deed, id: string, now: Date = deed.now): Promise<void> {
  const { tx, street } = deed
  const sides = await tx
    .selectFrom('dispute')
    .select(['requester_person_id as one', 'other_person_id as other'])
    .where('street_id', '=', street.id)
    .where('id', '=', id)
    .execute()
  const mediators = await tx
    .selectFrom('dispute_mediator')
    .select('person_id')
    .where('street_id', '=', street.id)
    .where('dispute_id', '=', id)
    .execute()
  // Who took the steps is in the journal too, and would be the list of past parties that nobody keeps (08, Mediation).
  for (const person of [...sides.flatMap(({ one, other }) => [one, other]), ...mediators.map(({ person_id }) => person_id)])
    if (person) await eraseEntriesAbout(deed, person, { name: 'dispute', id })
  await tx
    .updateTable('dispute')
    .set({
      requester_person_id: null,
      other_person_id: null,
      words_sealed: null,
      other_name_sealed: null,
      other_phone_sealed: null,
      answer_sealed: null,
      agreement_sealed: null,
      code_hash: null,
      blanked_at: now,
    })
    .where('street_id', '=', street.id)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('dispute_mediator').where('street_id', '=', street.id).where('dispute_id', '=', id).execute()
  await tx.deleteFrom('mediation_session').where('street_id', '=', street.id).where('dispute_id', '=', id).execute()
}

async function toAssign(deed: Deed, row: DisputeRow): Promise<ToAssign> {
  const mediators = await findPersons(deed, await mediatorsOf(deed, row.id))
  const needsMediators = row.state === 'bothAgreed' && mediators.length === 0
  return {
    id: row.id,
    topic: row.topic as ToAssign['topic'],
    state: row.state,
    requestedOn: row.requested_on,
    waitingDays: Math.round((Date.parse(today(deed)) - Date.parse(row.requested_on)) / 86_400_000),
    mediators: mediators.map(({ id, name }) => ({ id, name })),
    accepted: Number(row.requester_accepted) + Number(row.other_accepted),
    needsMediators,
    may: row.state === 'bothAgreed' ? ['propose'] : [],
  }
}

async function toMediated(deed: Deed, row: DisputeRow, personId: string): Promise<Mediated> {
  await recordAccess(
    deed,
    [row.requester_person_id, row.other_person_id].flatMap((id) =>
      id
        ? [
            {
              personId: id,
              purpose: 'mediation',
              subject: { kind: 'dispute', id: row.id },
              permission: 'station.mediation.mediate' as const,
            },
          ]
        : [],
    ),
  )
  const requester = row.requester_person_id ? await findPerson(deed, row.requester_person_id) : undefined
  const colleague = (await findPersons(deed, await mediatorsOf(deed, row.id))).find(({ id }) => id !== personId)
  const sessions = await sessionsOf(deed, row.id)
  const agreement = openWords(deed, 'agreement_sealed', row)
  const can = (name: Parameters<typeof stepDisputeState>[1]) => stepDisputeState(row.state, name) !== undefined
  const held = sessions.some((session) => session.held)
  return {
    id: row.id,
    topic: row.topic as Mediated['topic'],
    state: row.state,
    line: say(deed.language, `dispute-line-${row.state}`, { day: row.follow_up_on ? dayWords(row.follow_up_on, deed.language) : '' }),
    requester: { name: requester?.name ?? '', phone: requester?.phone ?? null, words: openWords(deed, 'words_sealed', row) ?? '' },
    other: {
      name: openWords(deed, 'other_name_sealed', row) ?? '',
      phone: openWords(deed, 'other_phone_sealed', row),
      words: openWords(deed, 'answer_sealed', row),
    },
    colleague: colleague?.name ?? null,
    sessions,
    agreement:
      agreement && row.agreed_on && row.follow_up_on
        ? { words: agreement, on: row.agreed_on, signed: row.signed_on !== null, followUpOn: row.follow_up_on }
        : null,
    kept: { requester: row.requester_kept, other: row.other_kept },
    waysOn: waysFor(row.topic),
    may: [
      ...(can('plan') ? (['plan'] as const) : []),
      ...(can('hold') && sessions.some((session) => !session.held) ? (['hold'] as const) : []),
      ...(can('terms') && held ? (['agree'] as const) : []),
      ...(can('sign') ? (['sign'] as const) : []),
      ...(can('fail') ? (['fail'] as const) : []),
      ...(can('refer') ? (['refer'] as const) : []),
      ...(can('stepBack') ? (['stepBack'] as const) : []),
      ...(row.state === 'followUp' && row.follow_up_on !== null && row.follow_up_on <= today(deed) ? (['recordKept'] as const) : []),
    ],
  }
}
