import type { Deed } from '../../../platform/deed.ts'

const place = (deed: Deed, session: string, person: string) => ({
  street: deed.street.id,
  table: 'class_attendance',
  column: 'absence_sealed',
  row: `${session}/${person}`,
})

/** Own words about an absence: for the lecturer and the school, until the course closes. */
export const sealWords = (deed: Deed, session: string, person: string, words: string): Buffer =>
  deed.platform.sealer.seal(place(deed, session, person), words)

export const openWords = (
  deed: Deed,
  row: { readonly session_id: string; readonly person_id: string; readonly absence_sealed: Buffer | null },
): string | null => row.absence_sealed && deed.platform.sealer.open(place(deed, row.session_id, row.person_id), row.absence_sealed)
