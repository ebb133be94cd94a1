import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { certificates, openCredential, openPaper, revokedPart } from './certificate-rows.ts'

/** Certificates go with their holder, who has the files; that one was taken back stays known, under its number alone. */
export const certificatesKeeper: KeeperPart = {
  tables: ['certificate'],
  open: async () => [],

  async export(deed, personId) {
    const rows = await certificates(deed).where('person_id', '=', personId).orderBy('certificate.id').execute()
    if (rows.length === 0) return {}
    return {
      certificates: rows.map((row) => ({
        number: row.number,
        revoked: revokedPart(deed, row),
        paper: openPaper(deed, row),
        file: JSON.parse(openCredential(deed, row)) as unknown,
      })),
    }
  },

  async forget(deed, personId) {
    await deed.tx.deleteFrom('certificate').where('street_id', '=', deed.street.id).where('person_id', '=', personId).execute()
  },
}
