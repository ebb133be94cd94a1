import type { PaperPage } from '@ronghe/contract/volunteers/hours.ts'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod/mini'
import type { Deed } from '../../../platform/deed.ts'
import { accept } from '../../../platform/files/accept.ts'
import { forbidden, notFound, refused, unfit } from '../../../platform/http/problems.ts'
import type { Upload } from '../../../platform/http/upload.ts'
import { record } from '../../../platform/journal/record.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { findByPhone, findPersons } from '../../people/persons.ts'
import { claimHours, notOneself } from './claiming.ts'
import { confirmHours } from './confirming.ts'
import type { Span } from './hours-law.ts'
import { getShiftLine, shiftLines, timeThere, toShiftRef, toTime, type ShiftLine } from './hours-rows.ts'

const coordinate = 'volunteers.coordinate'

/** Shifts of the corps that ended lately enough for their paper lists to be entered. */
export async function listPaperShifts(deed: Deed) {
  const { claimDays } = await setting(deed, 'volunteers')
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select('shift.id')
    .select((row) =>
      row
        .selectFrom('hours_paper as paper')
        .whereRef('paper.street_id', '=', 'shift.street_id')
        .whereRef('paper.shift_id', '=', 'shift.id')
        .select((all) => all.fn.countAll<string>().as('count'))
        .as('papers'),
    )
    .where('shift.street_id', '=', deed.street.id)
    .where('shift.cancelled_at', 'is', null)
    .where('shift.ends_at', '<=', deed.now)
    .where('shift.ends_at', '>', new Date(deed.now.getTime() - claimDays * 86_400_000))
    .where('activity.organ_id', 'in', ownOrgans(deed))
    .orderBy('shift.ends_at', 'desc')
    .limit(100)
    .execute()
  const lines = await shiftLines(
    deed,
    rows.map(({ id }) => id),
  )
  return { items: rows.map(({ id, papers }) => ({ ...toShiftRef(lines.get(id)!), papers: Number(papers) })) }
}

/** A post counts only in its own organ. */
const ownOrgans = ({ actor }: Deed): string[] => (actor.kind === 'person' ? actor.posts.map(({ organId }) => organId) : [])
async function ownShift(deed: Deed, shiftId: string): Promise<{ readonly shift: ShiftLine; readonly postId: string }> {
  const shift = await getShiftLine(deed, shiftId)
  const { actor } = deed
  const post =
    actor.kind === 'person' ? actor.posts.find(({ organId, kind }) => organId === shift.organId && kind === 'corpsCoordinator') : undefined
  if (!post) throw forbidden('not-permitted')
  return { shift, postId: post.id }
}

/** Who was seen on the shift and who was served; never how many hours anybody has. */
export async function readPaperShift(deed: Deed, shiftId: string): Promise<z.infer<typeof PaperPage>> {
  const { shift } = await ownShift(deed, shiftId)
  const here = deed.street.id
  const papers = await deed.tx
    .selectFrom('hours_paper as paper')
    .innerJoin('stored_file as file', (join) => join.onRef('file.street_id', '=', 'paper.street_id').onRef('file.id', '=', 'paper.file_id'))
    .select(['paper.id', 'paper.filed_at', 'file.media_type'])
    .where('paper.street_id', '=', here)
    .where('paper.shift_id', '=', shiftId)
    .orderBy('paper.id')
    .execute()
  const seen = await deed.tx
    .selectFrom('shift_presence as presence')
    .leftJoin('hours_entry as entry', (join) =>
      join
        .onRef('entry.street_id', '=', 'presence.street_id')
        .onRef('entry.presence_id', '=', 'presence.id')
        .on('entry.reverses', 'is', null)
        .on((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('hours_entry as reversal')
                .select('reversal.id')
                .whereRef('reversal.street_id', '=', 'entry.street_id')
                .whereRef('reversal.reverses', '=', 'entry.id'),
            ),
          ),
        ),
    )
    .select(['presence.person_id', 'presence.in_at', 'presence.out_at', 'presence.way', 'entry.id as entry'])
    .where('presence.street_id', '=', here)
    .where('presence.shift_id', '=', shiftId)
    .execute()
  const served = await deed.tx
    .selectFrom('shift_served')
    .select('person_id')
    .where('street_id', '=', here)
    .where('shift_id', '=', shiftId)
    .execute()
  const ids = [...seen, ...served].map(({ person_id }) => person_id)
  const names = new Map((await findPersons(deed, ids)).map(({ id, name }) => [id, name]))
  await recordAccess(
    deed,
    [...new Set(ids)].map((personId) => ({
      personId,
      purpose: 'hoursPaper',
      subject: { kind: 'shift', id: shiftId },
      permission: coordinate,
    })),
  )
  const byName = <Line extends { readonly name: string }>(lines: readonly Line[]): Line[] =>
    lines.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  return {
    shift: toShiftRef(shift),
    papers: papers.map(({ id, filed_at, media_type }) => ({
      id,
      filedAt: filed_at.toISOString(),
      picture: media_type.startsWith('image/'),
    })),
    people: byName(
      seen.map((row) => ({
        personId: row.person_id,
        name: names.get(row.person_id) ?? '',
        ...toTime(timeThere(row, shift)),
        way: row.way,
        entered: row.entry !== null,
      })),
    ),
    served: byName(served.map(({ person_id }) => ({ personId: person_id, name: names.get(person_id) ?? '' }))),
  }
}

/** The list as a photo or scan. Without it the back office enters nothing: that is the door through which hours are sold elsewhere. */
export async function filePaper(deed: Deed, shiftId: string, { bytes }: Upload): Promise<{ id: string }> {
  const { postId } = await ownShift(deed, shiftId)
  const accepted = await accept(bytes, ['image', 'pdf'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const { files } = deed.platform
  const { attachmentDays } = await setting(deed, 'keeping')
  const [id, fileId] = [deed.id(), deed.id()]
  await deed.tx
    .insertInto('stored_file')
    .values({
      street_id: deed.street.id,
      id: fileId,
      owner_id: null,
      purpose: 'hours',
      place: await files.put(deed.street.id, accepted.bytes),
      thumb_place: accepted.thumbnail ? await files.put(deed.street.id, accepted.thumbnail) : null,
      media_type: accepted.mediaType,
      bytes: accepted.bytes.length,
      sha256: accepted.sha256,
      attached_to: 'hours-paper',
      attached_id: id,
      created_at: deed.now,
      delete_after: new Date(deed.now.getTime() + attachmentDays * 86_400_000),
    })
    .execute()
  await deed.tx
    .insertInto('hours_paper')
    .values({ street_id: deed.street.id, id, shift_id: shiftId, file_id: fileId, filed_by_post: postId, filed_at: deed.now })
    .execute()
  await record(deed, {
    kind: 'volunteers.hours.paper-filed',
    plain: { paper: id, shift: shiftId, sha256: accepted.sha256.toString('hex') },
  })
  return { id }
}

export async function sendPaper(deed: Deed, paperId: string, response: FastifyReply): Promise<void> {
  const row = await deed.tx
    .selectFrom('hours_paper as paper')
    .innerJoin('stored_file as file', (join) => join.onRef('file.street_id', '=', 'paper.street_id').onRef('file.id', '=', 'paper.file_id'))
    .select(['paper.shift_id', 'file.place', 'file.media_type'])
    .where('paper.street_id', '=', deed.street.id)
    .where('paper.id', '=', paperId)
    .executeTakeFirst()
  if (!row) throw notFound('paper')
  await ownShift(deed, row.shift_id)
  const bytes = await deed.platform.files.get(deed.street.id, row.place)
  if (!bytes) throw notFound('paper')
  deed.afterCommit(async () => {
    await response
      .type(row.media_type)
      .header('cache-control', 'no-store')
      .header('content-disposition', row.media_type === 'application/pdf' ? 'attachment; filename="list.pdf"' : 'inline')
      .send(bytes)
  })
}

/** One line of the list: claim and confirmation at once, both asked of the same rules as on the phone. */
export async function enterPaperHours(
  deed: Deed,
  shiftId: string,
  { personId, confirmedBy, ...claim }: Span & { readonly personId: string; readonly confirmedBy: string },
): Promise<{ id: string }> {
  const { postId } = await ownShift(deed, shiftId)
  const paper = await deed.tx
    .selectFrom('hours_paper')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .orderBy('filed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!paper) throw refused('hours-paper-first')
  await notOneself(deed, personId, 'hours-not-by-yourself')
  await notOneself(deed, confirmedBy, 'hours-not-by-yourself')
  const id = await claimHours(deed, personId, shiftId, claim, { paperId: paper.id, postId })
  await confirmHours(deed, confirmedBy, id, true, { postId })
  return { id }
}

/** Somebody who was served; found by name and number, as on a form. */
export async function nameServed(
  deed: Deed,
  shiftId: string,
  { name, phone }: { readonly name: string; readonly phone: string },
): Promise<void> {
  const { postId } = await ownShift(deed, shiftId)
  const person = (await findByPhone(deed, phone)).find((one) => one.name === name)
  if (!person) throw unfit([{ path: 'name', code: 'hours-nobody-found' }])
  const there = await deed.tx
    .selectFrom('shift_presence')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  if (there) throw refused('hours-served-was-there')
  await notOneself(deed, person.id, 'hours-not-by-yourself')
  await deed.tx
    .insertInto('shift_served')
    .values({ street_id: deed.street.id, shift_id: shiftId, person_id: person.id, named_by_post: postId, named_at: deed.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(deed, { kind: 'volunteers.hours.served-named', about: person.id, plain: { shift: shiftId, post: postId } })
}
