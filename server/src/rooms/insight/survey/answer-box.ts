import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { AnswerSheet } from '@ronghe/contract/insight/survey.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findPseudonym, pseudonymOf } from '../../../platform/privacy/round-keys.ts'

/** One sheet as it lies in the box. The way and the lane are inside; outside there is nothing. */
export interface BoxedSheet extends AnswerSheet {
  readonly series: 'sample' | 'open'
  readonly way: 'phone' | 'paper' | 'interviewer' | 'open'
  readonly laneId: string | null
}

/** All sheets are of one length, so that a short one is not known for one that was broken off. */
export const sheetBytes = 4096

/**
 * Puts a sheet into the box of a wave: AES-256-GCM under a key made from the wave's own, which lies outside the database and its backups and is destroyed at
 * the close (platform/privacy/round-keys.ts). What a copy of the database, of its write-ahead log or of a backup shows of the box afterwards is noise.
 * The id is random, not a UUIDv7: it has no moment in it.
 */
export async function putIntoBox(deed: Deed, waveId: string, sheet: BoxedSheet): Promise<void> {
  await deed.tx
    .insertInto('survey_box')
    .values({ street_id: deed.street.id, id: randomUUID(), wave_id: waveId, sealed: seal(keyOf(deed, waveId), waveId, sheet) })
    .execute()
}

const subject = 'survey box' // no id of a person begins so
const keyOf = (deed: Deed, waveId: string): Buffer => pseudonymOf(deed, waveId, subject)

export function seal(key: Buffer, waveId: string, sheet: BoxedSheet): Buffer {
  const text = Buffer.from(JSON.stringify(sheet), 'utf8')
  if (text.length > sheetBytes) throw new Error(`a sheet of ${text.length} bytes`)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(waveId))
  // JSON may end in any number of blanks.
  const body = Buffer.concat([cipher.update(Buffer.concat([text, Buffer.alloc(sheetBytes - text.length, 0x20)])), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function open(key: Buffer, waveId: string, sealed: Buffer): BoxedSheet {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  decipher.setAAD(Buffer.from(waveId))
  // What was sealed here was a sheet.
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')) as BoxedSheet
}

/** So many sheets are taken out by one statement, so that a large box takes many short ones. */
export const handful = 200

/** Takes everything out of a box and leaves it empty. Where the key is gone, what lies there cannot be read by anybody, and goes too. */
export async function emptyBox(deed: Deed, waveId: string): Promise<readonly BoxedSheet[]> {
  const key = findPseudonym(deed, waveId, subject)
  const sheets: BoxedSheet[] = []
  for (;;) {
    const taken = await deed.tx
      .deleteFrom('survey_box')
      .where('street_id', '=', deed.street.id)
      .where('id', 'in', (box) =>
        box.selectFrom('survey_box').select('id').where('street_id', '=', deed.street.id).where('wave_id', '=', waveId).limit(handful),
      )
      .returning('sealed')
      .execute()
    if (key) sheets.push(...taken.map(({ sealed }) => open(key, waveId, sealed)))
    if (taken.length < handful) return sheets
  }
}
