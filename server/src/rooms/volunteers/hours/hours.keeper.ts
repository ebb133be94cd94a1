import { sql } from 'kysely'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { hoursRows, shiftLines } from './hours-rows.ts'

/** The book of hours, and the notes somebody sent. */
export const hoursKeeper: KeeperPart = {
  tables: ['hours_entry', 'hours_confirmation', 'hours_pair', 'shift_served', 'service_proof', 'thank_note'],

  async open(deed, personId) {
    const waiting = await hoursRows(deed)
      .where('entry.person_id', '=', personId)
      .where('confirmation.entry_id', 'is', null)
      .where('reversal.id', 'is', null)
      .execute()
    const shifts = await shiftLines(
      deed,
      waiting.map(({ shift_id }) => shift_id),
    )
    return waiting.map((row) => ({
      room: 'volunteers',
      kind: 'hours',
      id: row.id,
      title: shifts.get(row.shift_id)!.title,
      becomes: 'ends' as const,
      note: {
        'zh-CN': '这条时长还没有人确认，离开后就不再算了。要证明，请先等人确认、开好证明。',
        en: 'Nobody has confirmed these hours yet; they end when you leave. For a proof, wait until they are confirmed.',
      },
    }))
  },

  async export(deed, personId) {
    const rows = await hoursRows(deed).where('entry.person_id', '=', personId).orderBy('entry.starts_at').execute()
    const proofs = await deed.tx
      .selectFrom('service_proof')
      .select(['from_day', 'until_day', 'minutes', 'certificate_id', 'issued_at'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
    const confirmed = await deed.tx
      .selectFrom('hours_confirmation')
      .select((row) => row.fn.countAll<string>().as('count'))
      .where('street_id', '=', deed.street.id)
      .where('confirmed_by', '=', personId)
      .executeTakeFirstOrThrow()
    const notes = await deed.tx
      .selectFrom('thank_note')
      .select(['id', 'words_sealed', 'sent_on', 'state'])
      .where('street_id', '=', deed.street.id)
      .where('sender_id', '=', personId)
      .orderBy('id')
      .execute()
    if (rows.length + proofs.length + notes.length === 0 && Number(confirmed.count) === 0) return {}
    const shifts = await shiftLines(
      deed,
      rows.map(({ shift_id }) => shift_id),
    )
    return {
      hours: rows.map((row) => ({
        activity: shifts.get(row.shift_id)!.title,
        from: row.starts_at,
        until: row.ends_at,
        state: row.state,
        reason: row.reason,
      })),
      proofs,
      confirmedForOthers: Number(confirmed.count),
      thanks: notes.map(({ id, words_sealed, sent_on, state }) => ({
        on: sent_on,
        state,
        words: deed.platform.sealer.open({ street: deed.street.id, table: 'thank_note', column: 'words_sealed', row: id }, words_sealed),
      })),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    await sql`select forget_hours(${personId}::uuid)`.execute(tx)
    for (const table of ['shift_served', 'service_proof'] as const)
      await tx.deleteFrom(table).where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    await tx.deleteFrom('thank_note').where('street_id', '=', street.id).where('sender_id', '=', personId).execute()
  },
}
