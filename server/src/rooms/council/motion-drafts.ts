import type { MotionDraft } from '@ronghe/contract/council/motions.ts'
import type { Insertable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit, type FieldFault } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { addDays } from '../../platform/calendar/working-days.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { checkPlace } from '../programme/places.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'
import { sealedWords, wordsInTheClear } from './draft-words.ts'
import { removeMotionFiles } from './motion-files.ts'
import { findDelegate, isAuthor, ownMotion } from './motion-reader.ts'
import { addMotionEvent, changeMotion, findMotion, type MotionRow } from './motion-rows.ts'
import { endCharterDraft, stepped } from './motion-steps.ts'

/** At most so many drafts of one person at a time: enough for anybody, too few to fill a disk. */
const mostDrafts = 20

/** Keeps a draft. The id may be made on the device: sent twice over a bad line, there is one draft. */
export async function writeMotion(
  deed: Deed,
  councilId: string,
  personId: string,
  { id: given, ...draft }: MotionDraft & { readonly id?: string | undefined },
): Promise<{ id: string }> {
  await parametersOf(deed, councilId)
  if (given) {
    const there = await findMotion(deed, given, 'lock')
    if (there && isAuthor(deed, there) && there.state === 'draft') {
      await changeMotion(deed, given, await columnsOf(deed, councilId, given, draft))
      return { id: given }
    }
    if (there) throw refused('motion-id-taken')
  }
  const { count } = await deed.tx
    .selectFrom('motion')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('street_id', '=', deed.street.id)
    .where('author_id', '=', personId)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostDrafts)
    throw refused('motion-drafts-enough', await cited(deed, councilId, 'filing', { params: { most: mostDrafts } }))
  const delegate = await findDelegate(deed, councilId)
  const id = given ?? deed.id()
  await deed.tx
    .insertInto('motion')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      state: 'draft',
      origin: delegate ? 'delegate' : 'residents',
      author_id: personId,
      bench: delegate?.bench ?? null,
      created_at: deed.now,
      ...(await columnsOf(deed, councilId, id, draft)),
    })
    .execute()
  await record(deed, { kind: 'council.motion.drafted', about: personId, plain: { council: councilId } })
  return { id }
}

export async function rewriteMotion(deed: Deed, id: string, draft: MotionDraft): Promise<void> {
  const row = await ownMotion(deed, id)
  if (row.state !== 'draft') throw refused('motion-not-draft', await cited(deed, row.council_id, 'filing'))
  await changeMotion(deed, id, await columnsOf(deed, row.council_id, id, draft))
}

export async function eraseMotion(deed: Deed, id: string): Promise<void> {
  const row = await ownMotion(deed, id)
  if (row.state !== 'draft') throw refused('motion-not-draft', await cited(deed, row.council_id, 'filing'))
  await removeMotionFiles(deed, id)
  await deed.tx.deleteFrom('motion').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, { kind: 'council.motion.erased', about: row.author_id, plain: { council: row.council_id } })
}

/** Makes the text public and asks for support, for the charter's days. From here on the text stands; only an amendment changes it. */
export async function seekSupport(deed: Deed, id: string): Promise<void> {
  const row = await ownMotion(deed, id)
  const state = await stepped(deed, row, 'seekSupport')
  checkConcrete(deed, row)
  const { filing } = await parametersOf(deed, row.council_id)
  const from = today(deed)
  await changeMotion(deed, id, {
    ...wordsInTheClear(row),
    state,
    seeking_at: deed.now,
    support_until: addDays(from, filing.withinDays),
    reminded_on: null,
  })
  await addMotionEvent(deed, id, { kind: 'seekSupport', byAuthor: true })
  await record(deed, { kind: 'council.motion.seekSupport', plain: { motion: id } })
}

export async function withdrawMotion(deed: Deed, id: string, because: string): Promise<void> {
  const row = await ownMotion(deed, id)
  const state = await stepped(deed, row, 'withdraw')
  await changeMotion(deed, id, { state, decided_on: today(deed) })
  await addMotionEvent(deed, id, { kind: 'withdraw', byAuthor: true, details: because ? { because } : {} })
  await deed.tx
    .deleteFrom('agenda_item')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', id)
    .where('meeting_id', 'in', (meetings) =>
      meetings.selectFrom('agenda').select('meeting_id').where('street_id', '=', deed.street.id).where('state', '=', 'proposed'),
    )
    .execute()
  await record(deed, { kind: 'council.motion.withdrawn', plain: { motion: id } })
  await endCharterDraft(deed, row)
}

/** In writing, concrete, and something that can be carried out (article on filing): every part is there. */
export function checkConcrete(deed: Deed, row: MotionRow): void {
  const faults: FieldFault[] = []
  const need = (path: string, there: boolean): void => void (there || faults.push({ path, code: 'motion-part-missing' }))
  need('title', row.title['zh-CN'] !== '')
  need('reasons', row.reasons['zh-CN'] !== '')
  need('lines', row.lines.length > 0)
  need('doer', row.doer['zh-CN'] !== '')
  need('byDay', row.by_day !== null)
  need('costCents', row.cost_cents !== null)
  if (row.by_day !== null && row.by_day <= today(deed)) faults.push({ path: 'byDay', code: 'day-is-past' })
  if (row.kind === 'charter') need('charterVersionId', row.charter_version_id !== null)
  if (row.kind === 'exclusion') need('excludedTermId', row.excluded_term !== null)
  if (row.kind === 'money' && row.cost_cents === 0) faults.push({ path: 'costCents', code: 'money-needs-amount' })
  if (faults.length > 0) throw unfit(faults)
}

async function columnsOf(
  deed: Deed,
  councilId: string,
  id: string,
  draft: MotionDraft,
): Promise<
  Omit<Insertable<Tables['motion']>, 'street_id' | 'id' | 'council_id' | 'state' | 'origin' | 'author_id' | 'bench' | 'created_at'>
> {
  if (draft.aboutOrganId) await getOrgan(deed, draft.aboutOrganId)
  if (draft.laneId) await checkPlace(deed, null, draft.laneId)
  if (draft.charterVersionId && draft.kind === 'charter') {
    const version = await deed.tx
      .selectFrom('charter_version')
      .select('state')
      .where('street_id', '=', deed.street.id)
      .where('council_id', '=', councilId)
      .where('id', '=', draft.charterVersionId)
      .executeTakeFirst()
    if (version?.state !== 'draft') throw unfit([{ path: 'charterVersionId', code: 'motion-no-charter-draft' }])
  }
  const excluded = draft.kind === 'exclusion' ? (draft.excludedTermId ?? null) : null
  // The chair's seat is its source's to fill; the council excludes delegates of its benches.
  if (excluded && !(await delegatesInOffice(deed, councilId)).some(({ termId, bench }) => termId === excluded && bench !== null))
    throw unfit([{ path: 'excludedTermId', code: 'field-choice' }])
  return {
    kind: draft.kind,
    ...sealedWords(deed, id, draft),
    by_day: draft.byDay,
    cost_cents: draft.costCents,
    about_organ: draft.aboutOrganId,
    excluded_term: excluded,
    lane_id: draft.laneId,
    conversation_id: draft.conversationId,
    statement_ids: [...new Set(draft.statementIds)],
    merged_concern_id: draft.mergedConcernId,
    exempt_as: draft.exemptAs,
    charter_version_id: draft.kind === 'charter' ? draft.charterVersionId : null,
  }
}
