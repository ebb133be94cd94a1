import type { saveVisit } from '@ronghe/contract/council/visits.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { addMonths } from '@ronghe/forms'
import { readCode } from '../../platform/codes.ts'
import { recordErasure } from '../../platform/database/record-erasure.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'

/** How long words noted on a visit are kept (08, Retention); the nightly job deletes them. */
export const keptMonths = 12
const deletedOn = (saidOn: string): string => addMonths(saidOn, keptMonths)

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'visit_words', column: 'words_sealed', row: id })

/** Words that came with their tick. What was taken back, or is too old to be kept, does not come in again from a phone that was away. */
export async function addWords(deed: Deed, visitId: string, saidOn: string, said: BodyOf<typeof saveVisit>['words']): Promise<void> {
  for (const [index, { id, words, consentVersion, code }] of said.entries()) {
    if (consentVersion !== consentTexts.visitWords.version) throw refused('council-visit-consent-old')
    if (!readCode(code)) throw unfit([{ path: `words.${index}.code`, code: 'field-format' }])
    if (deletedOn(saidOn) <= today(deed) || (await wasWithdrawn(deed, id))) continue
    await deed.tx
      .insertInto('visit_words')
      .values({
        street_id: deed.street.id,
        id,
        visit_id: visitId,
        words_sealed: deed.platform.sealer.seal(place(deed, id), words),
        consent_version: consentVersion,
        claim_hash: deed.platform.sealer.lookup(deed.street.id, 'code', code),
        said_on: saidOn,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function wasWithdrawn(deed: Deed, id: string): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('erasure')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('subject', '=', 'visitWords')
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function wordsOf(deed: Deed, visitId: string) {
  const rows = await deed.tx
    .selectFrom('visit_words')
    .select(['id', 'words_sealed', 'said_on'])
    .where('street_id', '=', deed.street.id)
    .where('visit_id', '=', visitId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, words_sealed, said_on }) => ({
    id,
    words: deed.platform.sealer.open(place(deed, id), words_sealed),
    saidOn: said_on,
    deletedOn: deletedOn(said_on),
  }))
}

async function byCode(deed: Deed, code: string) {
  const row = await deed.tx
    .selectFrom('visit_words')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('claim_hash', '=', deed.platform.sealer.lookup(deed.street.id, 'code', code))
    .executeTakeFirst()
  if (!row) throw notFound('visit-words')
  return row
}

export async function readByCode(deed: Deed, code: string) {
  const row = await byCode(deed, code)
  return {
    words: deed.platform.sealer.open(place(deed, row.id), row.words_sealed),
    saidOn: row.said_on,
    deletedOn: deletedOn(row.said_on),
    consentVersion: row.consent_version,
  }
}

/** Whoever holds the slip takes the agreement back; the words go with this deed, and after a restore again. */
export async function withdrawByCode(deed: Deed, code: string): Promise<{ deleted: true }> {
  const { id } = await byCode(deed, code)
  await eraseVisitWords(deed, id)
  await record(deed, { kind: 'council.visit.words-withdrawn', plain: { words: id }, withoutActor: true })
  return { deleted: true }
}

export async function eraseVisitWords(deed: Deed, id: string): Promise<void> {
  await recordErasure(deed, 'visitWords', id)
  await deed.tx.deleteFrom('visit_words').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}
