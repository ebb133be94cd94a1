import type { addLecturer, DeskLecturer, listLecturers } from '@ronghe/contract/school/course-desk.ts'
import type { LecturerCard, LecturerSource } from '@ronghe/contract/school/courses.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { violated } from '../../../platform/database/pool.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { findPersons } from '../../people/persons.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { heldOn, today } from '../../programme/posts.ts'
import { ownSchool } from './course-rows.ts'

export type LecturerRow = Selectable<Tables['lecturer']>

/** Cards of lecturers by id: what they teach and where they come from. */
export async function lecturerCards(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, LecturerCard>> {
  if (ids.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('lecturer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((await toCards(deed, rows)).map((card) => [card.id, card]))
}

export async function lecturerList(deed: Deed): Promise<ReplyOf<typeof listLecturers>> {
  const school = ownSchool(deed)
  const rows = await deed.tx
    .selectFrom('lecturer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('ended_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const holders = await holdersIn(deed, school.organId)
  const listed = new Set(rows.map(({ person_id }) => person_id))
  const cards = await toCards(deed, rows)
  return {
    items: rows.map((row, index) => deskOf(row, cards[index]!)),
    holders: (
      await findPersons(
        deed,
        holders.filter((person) => !listed.has(person)),
      )
    ).map(({ id, name }) => ({ personId: id, name })),
  }
}

/** Somebody who holds the lecturer's post, or a guest, who is named only after having agreed to it. */
export async function putLecturer(deed: Deed, plan: BodyOf<typeof addLecturer>): Promise<DeskLecturer> {
  const { source, organId, affiliation, personId, guestName, guestAgreedOn, skills, speaks } = plan
  const school = ownSchool(deed)
  if (organId === null && affiliation === null) throw unfit([{ path: 'affiliation', code: 'lecturer-from-where' }])
  if (organId !== null && !(await organNames(deed, [organId])).has(organId)) throw unfit([{ path: 'organId', code: 'field-choice' }])
  if (personId === null && guestName === '') throw unfit([{ path: 'guestName', code: 'lecturer-who' }])
  if (personId === null && (guestAgreedOn === null || guestAgreedOn > today(deed)))
    throw unfit([{ path: 'guestAgreedOn', code: 'lecturer-agrees' }])
  if (personId !== null && !(await holdersIn(deed, school.organId)).includes(personId))
    throw unfit([{ path: 'personId', code: 'lecturer-no-post' }])
  const id = deed.id()
  const row = await deed.tx
    .insertInto('lecturer')
    .values({
      street_id: deed.street.id,
      id,
      source,
      organ_id: organId,
      affiliation: affiliation && JSON.stringify(affiliation),
      person_id: personId,
      guest_name_sealed: personId === null ? deed.platform.sealer.seal(namePlace(deed, id), guestName) : null,
      guest_agreed_on: personId === null ? guestAgreedOn : null,
      skills: JSON.stringify(skills),
      speaks: [...speaks],
      created_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violated(error) === 'lecturer_person_key') throw refused('lecturer-listed')
      throw error
    })
  await record(deed, { kind: 'school.lecturer.added', ...(personId ? { about: personId } : {}), plain: { lecturer: id, source } })
  const [card] = await toCards(deed, [row])
  return deskOf(row, card!)
}

/** A guest's name goes with the guest; a holder of the post stays linked, because the courses stay. */
export async function endLecturer(deed: Deed, id: string): Promise<DeskLecturer> {
  ownSchool(deed)
  const row = await deed.tx
    .updateTable('lecturer')
    .set({ ended_on: today(deed), guest_name_sealed: null, person_id: null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw notFound('lecturer')
  await record(deed, { kind: 'school.lecturer.ended', plain: { lecturer: id } })
  const [card] = await toCards(deed, [row])
  return deskOf(row, card!)
}

const holdersIn = async (deed: Deed, organId: string): Promise<readonly string[]> =>
  (
    await heldOn(deed, today(deed))
      .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
      .select('appointment.person_id')
      .where('post.organ_id', '=', organId)
      .where('post.kind', '=', 'lecturer')
      .orderBy('appointment.id')
      .execute()
  ).map(({ person_id }) => person_id)

async function toCards(deed: Deed, rows: readonly LecturerRow[]): Promise<readonly LecturerCard[]> {
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.flatMap(({ person_id }) => person_id ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const organs = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    source: row.source as LecturerSource,
    name: row.person_id
      ? (names.get(row.person_id) ?? null)
      : row.guest_name_sealed && deed.platform.sealer.open(namePlace(deed, row.id), row.guest_name_sealed),
    affiliation: (row.organ_id && organs.get(row.organ_id)) || row.affiliation!,
    skills: row.skills as Text[],
    speaks: row.speaks,
  }))
}

const deskOf = (row: LecturerRow, card: LecturerCard): DeskLecturer => ({
  ...card,
  organId: row.organ_id,
  personId: row.person_id,
  ended: row.ended_on !== null,
})

const namePlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'lecturer', column: 'guest_name_sealed', row })
