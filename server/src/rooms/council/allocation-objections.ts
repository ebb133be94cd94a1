import type { Objection } from '@ronghe/contract/council/allocation-projects.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { today } from '../programme/posts.ts'
import { getRound, refusedBy } from './allocation-rows.ts'
import { tellPosts } from './council-posts.ts'
import { asClerk, heldIn } from './delegates.ts'

type ObjectionRow = Selectable<Tables['allocation_objection']>
const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'allocation_objection', column: 'words_sealed', row: id })

/** The result stands open to objection for the charter's days; no objection changes a winner, each has a published answer. */
export async function object(deed: Deed, personId: string, roundId: string, about: Objection['about'], words: string): Promise<Objection> {
  const round = await getRound(deed, roundId)
  if (round.row.state !== 'objection' || today(deed) > (round.row.objection_until ?? ''))
    throw await refusedBy(deed, round, 'allocation-no-objection')
  const id = deed.id()
  await deed.tx
    .insertInto('allocation_objection')
    .values({
      street_id: deed.street.id,
      id,
      round_id: roundId,
      person_id: personId,
      about,
      words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words),
      on_day: today(deed),
    })
    .execute()
  await record(deed, { kind: 'council.allocation.objected', about: personId, plain: { round: roundId, objection: id, of: about } })
  await tellPosts(deed, round.row.council_id, ['councilClerk'], {
    template: 'allocation-objection',
    link: `/desk/council/allocation/${roundId}`,
  })
  return readOne(deed, id)
}

export async function answerObjection(deed: Deed, id: string, words: string): Promise<Objection> {
  const row = await getObjection(deed, id)
  const round = await getRound(deed, row.round_id)
  const post = asClerk(deed, round.row.council_id)
  if (row.answered_on) throw await refusedBy(deed, round, 'allocation-step')
  await deed.tx
    .updateTable('allocation_objection')
    .set({ answer: words, answered_on: today(deed), answered_by_post: post.id })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'council.allocation.objection-answered', about: row.person_id, plain: { objection: id } })
  if (row.person_id)
    await notify(deed, row.person_id, { template: 'allocation-answered', link: `/council/allocation/${row.round_id}/result` })
  return readOne(deed, id)
}

export async function listObjections(deed: Deed, roundId: string): Promise<{ items: Objection[]; until: string | null }> {
  const round = await getRound(deed, roundId)
  const rows = await deed.tx
    .selectFrom('allocation_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  const clerk = heldIn(deed, round.row.council_id, 'councilClerk') !== undefined
  return {
    items: rows.map((row) => toObjection(deed, row, clerk)),
    until: round.row.state === 'objection' ? round.row.objection_until : null,
  }
}

export async function hasOpenObjections(deed: Deed, roundId: string): Promise<boolean> {
  return (await listObjections(deed, roundId)).items.some(({ answer }) => answer === null)
}

async function readOne(deed: Deed, id: string): Promise<Objection> {
  const row = await getObjection(deed, id)
  const round = await getRound(deed, row.round_id)
  return toObjection(deed, row, heldIn(deed, round.row.council_id, 'councilClerk') !== undefined)
}

function toObjection(deed: Deed, row: ObjectionRow, clerk: boolean): Objection {
  const mine = deed.actor.kind === 'person' && row.person_id === deed.actor.personId
  return {
    id: row.id,
    about: row.about as Objection['about'],
    words: (mine || clerk) && row.words_sealed ? deed.platform.sealer.open(wordsPlace(deed, row.id), row.words_sealed) : null,
    on: row.on_day,
    answer: row.answer ? { words: row.answer, on: row.answered_on! } : null,
    mine,
    may: clerk && !row.answered_on ? ['answer'] : [],
  }
}

async function getObjection(deed: Deed, id: string): Promise<ObjectionRow> {
  const row = await deed.tx
    .selectFrom('allocation_objection')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('objection')
  return row
}
