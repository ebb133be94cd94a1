import type { Deed } from '../../../platform/deed.ts'

/** Was there, or was not: what is said later replaces what was said before. */
export async function note(
  deed: Deed,
  sessionId: string,
  personId: string,
  { present, way, post }: { readonly present: boolean; readonly way: 'code' | 'paper'; readonly post: string | null },
): Promise<void> {
  await deed.tx
    .insertInto('class_attendance')
    .values({
      street_id: deed.street.id,
      session_id: sessionId,
      person_id: personId,
      present,
      way,
      entered_by_post: post,
      at: deed.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'session_id', 'person_id']).doUpdateSet((row) => ({
        present: row.ref('excluded.present'),
        way: row.ref('excluded.way'),
        entered_by_post: row.ref('excluded.entered_by_post'),
        at: row.ref('excluded.at'),
        // Somebody who came needs no reason and makes nothing up.
        ...(present ? { absence: null, absence_sealed: null, made_up: null, made_up_in: null } : {}),
      })),
    )
    .execute()
}

export async function forgetNote(deed: Deed, sessionId: string, personId: string): Promise<void> {
  await deed.tx
    .deleteFrom('class_attendance')
    .where('street_id', '=', deed.street.id)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute()
}
