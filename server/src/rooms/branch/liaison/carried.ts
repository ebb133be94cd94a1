import type { CarriedConcern, enterPaperConcern, giveConcern, MyCarriedConcern, stepCarried } from '@ronghe/contract/branch/liaison.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Selectable } from 'kysely'
import { dayOf, personHash, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import type { CarriedConcernTable } from '../../../platform/branch/tables.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import { readCode } from '../../../platform/codes.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { requireTaking } from '../application/applications.ts'
import { branchCalendar } from '../life/plans.ts'
import { refuseNames } from '../life/names-in-words.ts'
import { noteForgotten } from '../forgetting.ts'
import { tell } from '../messages.ts'
import { requireOffice } from '../offices-held.ts'
import { branchNames } from '../organs.ts'
import { carryActs, daysToCarry } from './carry-rules.ts'

type Row = Selectable<CarriedConcernTable>
const place = (deed: BranchDeed, column: string, id: string) => ({
  street: deed.street.id,
  table: 'branch.carried_concern',
  column,
  row: id,
})

/**
 * Carrying up (上传). An office-holder hands the words in on the street's own page for anonymous concerns, as anybody may, and notes the code
 * here: no part of the server leads from this row to that concern.
 */
export async function give(deed: BranchDeed, body: BodyOf<typeof giveConcern>): Promise<MyCarriedConcern> {
  if (body.consent !== lifeConsentTexts.concern.version) throw refused('branch-consent-old')
  const id = await put(deed, body.branchId, { ...body, givenOn: dayOf(deed), personId: deed.personId })
  await recordInBranch(deed, { kind: 'branch.concern.given', about: deed.personId, plain: { branch: body.branchId, concern: id } })
  return toMine(deed, (await ownRow(deed, id))!)
}

export async function enterPaper(deed: BranchDeed, branchId: string, body: BodyOf<typeof enterPaperConcern>): Promise<CarriedConcern> {
  await requireOffice(deed, branchId)
  if (body.consent !== lifeConsentTexts.concern.version) throw refused('branch-consent-old')
  if (body.givenOn > dayOf(deed)) throw unfit([{ path: 'givenOn', code: 'branch-signed-later' }])
  const id = await put(deed, branchId, { ...body, personId: null })
  await recordInBranch(deed, { kind: 'branch.concern.given', plain: { branch: branchId, concern: id, channel: 'paper' } })
  return toOffice(deed, await getRow(deed, branchId, id))
}

interface Given {
  readonly personId: string | null
  readonly topic: string
  readonly words: string
  readonly givenOn: string
}

async function put(deed: BranchDeed, branchId: string, { personId, topic, words, givenOn }: Given): Promise<string> {
  await requireTaking(deed, branchId)
  const topics = await deed.outside((shared) => setting(shared, 'concernTopics'))
  if (!topics.some(({ key }) => key === topic)) throw unfit([{ path: 'topic', code: 'field-choice' }])
  const id = deed.id()
  await deed.tx
    .insertInto('carried_concern')
    .values({
      street_id: deed.street.id,
      id,
      branch_id: branchId,
      person_hash: personId ? personHash(deed, personId) : null,
      person_sealed: personId ? deed.sealer.seal(place(deed, 'person_sealed', id), personId) : null,
      channel: personId ? 'phone' : 'paper',
      topic,
      words_sealed: deed.sealer.seal(place(deed, 'words_sealed', id), words),
      consent_version: lifeConsentTexts.concern.version,
      given_on: givenOn,
      carry_by: addWorkingDays(await branchCalendar(deed), givenOn, daysToCarry),
      state: 'given',
    })
    .execute()
  return id
}

export async function listMine(deed: BranchDeed): Promise<{ items: MyCarriedConcern[] }> {
  const rows = await deed.tx
    .selectFrom('carried_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const items: MyCarriedConcern[] = []
  for (const row of rows) items.push(await toMine(deed, row))
  return { items }
}

/** Out of the branch's room altogether. What was carried up already is an anonymous concern of the street and stays one. */
export async function takeBack(deed: BranchDeed, id: string): Promise<void> {
  const row = await ownRow(deed, id)
  if (!row) throw notFound('branch-concern')
  await deed.tx.deleteFrom('carried_concern').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await recordInBranch({ ...deed, personId: null }, { kind: 'branch.concern.taken-back' })
  await noteForgotten(deed, id)
}

export async function listForOffice(deed: BranchDeed, branchId: string): Promise<{ items: CarriedConcern[] }> {
  await requireOffice(deed, branchId)
  const rows = await deed.tx
    .selectFrom('carried_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return { items: rows.map((row) => toOffice(deed, row)) }
}

export async function step(deed: BranchDeed, branchId: string, id: string, body: BodyOf<typeof stepCarried>): Promise<CarriedConcern> {
  await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  if (!carryActs[row.state].includes(body.act)) throw refused('branch-concern-not-now')
  if (body.act === 'answer') await refuseNames(deed, branchId, { words: body.words })
  const next = await deed.tx
    .updateTable('carried_concern')
    .set(stepped(deed, id, body))
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const personId = row.person_sealed && deed.sealer.open(place(deed, 'person_sealed', id), row.person_sealed)
  await recordInBranch(deed, { kind: `branch.concern.${body.act}`, plain: { branch: branchId, concern: id } })
  if (personId && personId !== deed.personId) await tell(deed, personId, `branch-concern-${body.act}`)
  return toOffice(deed, next)
}

function stepped(deed: BranchDeed, id: string, body: BodyOf<typeof stepCarried>): Partial<Row> {
  const day = dayOf(deed)
  if (body.act === 'return') return { state: 'returned', returned_for: body.reason }
  if (body.act === 'answer')
    return { state: 'answered', answer_sealed: deed.sealer.seal(place(deed, 'answer_sealed', id), body.words), answered_on: day }
  const code = readCode(body.claimCode)
  if (!code) throw unfit([{ path: 'claimCode', code: 'branch-claim-code' }])
  return { state: 'carried', claim_sealed: deed.sealer.seal(place(deed, 'claim_sealed', id), body.claimCode), carried_on: day }
}

export async function deletePaper(deed: BranchDeed, branchId: string, id: string): Promise<void> {
  await requireOffice(deed, branchId)
  const row = await getRow(deed, branchId, id)
  if (row.channel !== 'paper') throw refused('branch-author-only')
  await deed.tx.deleteFrom('carried_concern').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await recordInBranch(deed, { kind: 'branch.concern.taken-back', plain: { channel: 'paper' } })
  await noteForgotten(deed, id)
}

function sharedPart(deed: BranchDeed, row: Row) {
  const open = (column: 'words_sealed' | 'claim_sealed' | 'answer_sealed') => {
    const sealed = row[column]
    return sealed ? deed.sealer.open(place(deed, column, row.id), sealed) : null
  }
  return {
    id: row.id,
    channel: row.channel,
    topic: row.topic,
    words: open('words_sealed')!,
    state: row.state,
    givenOn: row.given_on,
    carryBy: row.carry_by,
    carriedOn: row.carried_on,
    claimCode: open('claim_sealed'),
    answer: open('answer_sealed'),
    answeredOn: row.answered_on,
    returnedFor: row.returned_for,
  }
}

const toOffice = (deed: BranchDeed, row: Row): CarriedConcern => ({
  ...sharedPart(deed, row),
  may: [...carryActs[row.state], ...(row.channel === 'paper' ? (['delete'] as const) : [])],
})

const toMine = async (deed: BranchDeed, row: Row): Promise<MyCarriedConcern> => ({
  ...sharedPart(deed, row),
  branch: { id: row.branch_id, name: (await branchNames(deed))(row.branch_id) },
  may: ['takeBack'],
})

async function getRow(deed: BranchDeed, branchId: string, id: string): Promise<Row> {
  const row = await deed.tx
    .selectFrom('carried_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('branch-concern')
  return row
}

const ownRow = (deed: BranchDeed, id: string): Promise<Row | undefined> =>
  deed.tx
    .selectFrom('carried_concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .executeTakeFirst()
