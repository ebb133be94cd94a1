import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { atLeast } from '../people/residence-rules.ts'
import { groupOf } from '../people/group.ts'
import { findByPhone } from '../people/persons.ts'
import { requireResidence, residenceLevel } from '../people/residence.ts'
import { heldOn, today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { actingDelegate } from './delegates.ts'
import { interestIn, refuseInterested } from './interests.ts'
import { asModerator } from './moderators.ts'
import { isAuthor, readable } from './motion-reader.ts'
import { addMotionEvent, partiesOf, type MotionRow } from './motion-rows.ts'

/** Somebody who lives here stands behind a motion, once, or takes it back. Whoever gains by it does not (article on interest). */
export async function supportMotion(deed: Deed, motionId: string, personId: string, support: boolean): Promise<void> {
  const row = await open(deed, motionId)
  if (!support) {
    await deed.tx
      .deleteFrom('motion_support')
      .where('street_id', '=', deed.street.id)
      .where('motion_id', '=', motionId)
      .where('person_id', '=', personId)
      .execute()
    await record(deed, { kind: 'council.motion.support-taken-back', about: personId, plain: { motion: motionId } })
    return
  }
  if (isAuthor(deed, row)) throw refused('motion-own-support', await cited(deed, row.council_id, 'filing'))
  await requireResidence(deed, personId, 'attested')
  await refuseGaining(deed, row, personId)
  await deed.tx
    .insertInto('motion_support')
    .values({
      street_id: deed.street.id,
      motion_id: motionId,
      person_id: personId,
      // As declared when support was first asked for: changing it now changes nothing here (08, Group).
      group: (await groupOf(deed, personId, row.seeking_at!)) ?? 'unstated',
      supported_on: today(deed),
    })
    .onConflict((conflict) => conflict.constraint('motion_support_once').doUpdateSet({ sheet: null, entered_by: null, confirmed_on: null }))
    .execute()
  await record(deed, { kind: 'council.motion.supported', about: personId, plain: { motion: motionId } })
}

/** A delegate signs in public. Signed before the meeting, the motion is seconded when it is moved. */
export async function cosignMotion(deed: Deed, motionId: string, sign: boolean): Promise<void> {
  const row = await readable(deed, motionId, 'lock')
  const delegate = await actingDelegate(deed, row.council_id)
  if (!['seekingSupport', 'filed', 'admitted', 'onAgenda', 'postponed', 'referred'].includes(row.state))
    throw refused('motion-not-open-for-support', await cited(deed, row.council_id, 'filing'))
  if (isAuthor(deed, row)) throw refused('motion-own-support', await cited(deed, row.council_id, 'filing'))
  // The chair stays neutral and signs nothing (article on the chair).
  if (delegate.bench === null) throw refused('motion-chair-neutral', await cited(deed, row.council_id, 'chair'))
  if (sign) {
    await refuseInterested(deed, row.council_id, delegate.personId, await partiesOf(deed, row))
    const { numInsertedOrUpdatedRows } = await deed.tx
      .insertInto('motion_cosign')
      .values({
        street_id: deed.street.id,
        motion_id: motionId,
        seat_term_id: delegate.termId,
        person_id: delegate.personId,
        bench: delegate.bench,
        signed_on: today(deed),
      })
      .onConflict((conflict) => conflict.constraint('motion_cosign_once').doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) return
  } else {
    const { numDeletedRows } = await deed.tx
      .deleteFrom('motion_cosign')
      .where('street_id', '=', deed.street.id)
      .where('motion_id', '=', motionId)
      .where('seat_term_id', '=', delegate.termId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return
  }
  await addMotionEvent(deed, motionId, { kind: sign ? 'cosigned' : 'uncosigned', details: { bench: delegate.bench } })
  await record(deed, {
    kind: sign ? 'council.motion.cosigned' : 'council.motion.uncosigned',
    plain: { motion: motionId, seat: delegate.seatId },
  })
}

/**
 * Signatures on paper. A line counts when its name and number are those of somebody known to live here; who cannot be counted is not told why,
 * because it is nobody's business but theirs. A signature that was already given is no second one.
 */
export async function enterPaperSupport(
  deed: Deed,
  motionId: string,
  { sheet, signers }: { readonly sheet: string; readonly signers: readonly { readonly phone: string; readonly name: string }[] },
): Promise<{ entered: number; cannotCount: number[] }> {
  const row = await open(deed, motionId)
  asModerator(deed, row.council_id)
  const enteredBy = personOf(deed.actor)
  if (!enteredBy) throw forbidden()
  const cannotCount: number[] = []
  let entered = 0
  for (const [index, { phone, name }] of signers.entries()) {
    const signer = (await findByPhone(deed, phone)).find((one) => one.name === name)
    const counts =
      signer !== undefined &&
      signer.id !== row.author_id &&
      signer.id !== enteredBy &&
      atLeast((await residenceLevel(deed, signer.id)).level, 'attested') &&
      !(await gains(deed, row, signer.id))
    if (!counts) {
      cannotCount.push(index + 1)
      continue
    }
    await deed.tx
      .insertInto('motion_support')
      .values({
        street_id: deed.street.id,
        motion_id: motionId,
        person_id: signer.id,
        group: (await groupOf(deed, signer.id, row.seeking_at!)) ?? 'unstated',
        supported_on: today(deed),
        sheet,
        entered_by: enteredBy,
      })
      .onConflict((conflict) => conflict.constraint('motion_support_once').doNothing())
      .execute()
    entered += 1
    await record(deed, { kind: 'council.motion.supported-on-paper', about: signer.id, plain: { motion: motionId } })
  }
  return { entered, cannotCount }
}

export async function paperSheets(deed: Deed, motionId: string) {
  const row = await readable(deed, motionId)
  asModerator(deed, row.council_id)
  const rows = await deed.tx
    .selectFrom('motion_support')
    .select(['sheet', 'entered_by', 'confirmed_on'])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .where('sheet', 'is not', null)
    .orderBy('sheet')
    .execute()
  const me = personOf(deed.actor)
  const sheets = [...Map.groupBy(rows, ({ sheet }) => sheet!)].map(([sheet, lines]) => ({
    sheet,
    signers: lines.length,
    confirmed: lines.every(({ confirmed_on }) => confirmed_on !== null),
    mayConfirm: lines.some(({ confirmed_on }) => confirmed_on === null) && lines.every(({ entered_by }) => entered_by !== me),
  }))
  return { sheets }
}

/** The second pair of eyes: somebody else has counted the signatures on the sheet and found as many. */
export async function confirmPaperSupport(deed: Deed, motionId: string, sheet: string, signers: number): Promise<void> {
  const row = await open(deed, motionId)
  asModerator(deed, row.council_id)
  const known = (await paperSheets(deed, motionId)).sheets.find((one) => one.sheet === sheet)
  if (!known) throw notFound('sheet')
  if (!known.mayConfirm) throw refused('motion-paper-second-person', await cited(deed, row.council_id, 'filing'))
  if (known.signers !== signers)
    throw refused(
      'motion-paper-differs',
      await cited(deed, row.council_id, 'filing', { params: { entered: known.signers, counted: signers } }),
    )
  await deed.tx
    .updateTable('motion_support')
    .set({ confirmed_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .where('sheet', '=', sheet)
    .execute()
  await record(deed, { kind: 'council.motion.paper-confirmed', plain: { motion: motionId, signers } })
}

/** Locked, so that support and filing cannot pass one another. */
async function open(deed: Deed, motionId: string): Promise<MotionRow> {
  const row = await readable(deed, motionId, 'lock')
  if (row.state !== 'seekingSupport' || row.support_until! < today(deed))
    throw refused('motion-not-open-for-support', await cited(deed, row.council_id, 'filing'))
  return row
}

async function gains(deed: Deed, row: MotionRow, personId: string): Promise<boolean> {
  // Of a delegate more is known: who pays them, and who lives with them.
  if (await interestIn(deed, row.council_id, personId, await partiesOf(deed, row))) return true
  if (!row.about_organ) return false
  const held = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('appointment.id')
    .where('appointment.person_id', '=', personId)
    .where('post.organ_id', '=', row.about_organ)
    .executeTakeFirst()
  return held !== undefined
}

async function refuseGaining(deed: Deed, row: MotionRow, personId: string): Promise<void> {
  if (await gains(deed, row, personId)) throw refused('council-interest', await cited(deed, row.council_id, 'interest'))
}
