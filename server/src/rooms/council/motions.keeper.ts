import type { Deed } from '../../platform/deed.ts'
import type { KeeperPart } from '../../platform/privacy/keeper.ts'
import { openDraft } from './draft-words.ts'
import { removeMotionFiles } from './motion-files.ts'

const writtenBy = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('motion')
    .select(['id', 'state', 'title', 'reasons', 'lines', 'doer', 'roles', 'draft_sealed', 'filed_on', 'year', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('author_id', '=', personId)
    .orderBy('id')

/** Motions somebody wrote, signed, supported or wanted to change. What the council has before it stays, without its author. */
export const motionsKeeper: KeeperPart = {
  tables: ['motion', 'motion_support', 'motion_cosign', 'amendment'],

  async open(deed, personId) {
    const rows = await writtenBy(deed, personId).where('state', 'not in', ['carried', 'rejected', 'withdrawn']).execute()
    return rows
      .map((row) => openDraft(deed, row))
      .map(({ id, state, title }) => ({
        room: 'council',
        kind: 'motion',
        id,
        title,
        becomes: state === 'draft' || state === 'seekingSupport' ? ('ends' as const) : ('handedOn' as const),
        note:
          state === 'draft' || state === 'seekingSupport'
            ? { 'zh-CN': '还没正式提出的议案随账户删除。', en: 'A motion that is not filed yet goes with the account.' }
            : {
                'zh-CN': '已经提出的议案留在议事会，不再和您相连。',
                en: 'A motion already filed stays with the council and is no longer tied to you.',
              },
      }))
  },

  async export(deed, personId) {
    const motions = (await writtenBy(deed, personId).execute()).map((row) => {
      const { draft_sealed: _, ...words } = openDraft(deed, row)
      return words
    })
    const supported = await deed.tx
      .selectFrom('motion_support')
      .select(['motion_id', 'supported_on', 'group', 'sheet'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    const signed = await deed.tx
      .selectFrom('motion_cosign')
      .select(['motion_id', 'signed_on'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .execute()
    const amendments = await deed.tx
      .selectFrom('amendment')
      .select(['motion_id', 'number', 'lines', 'reason', 'proposed_on'])
      .where('street_id', '=', deed.street.id)
      .where('author_id', '=', personId)
      .execute()
    return {
      ...(motions.length > 0 ? { motions } : {}),
      ...(supported.length > 0 ? { supportedMotions: supported } : {}),
      ...(signed.length > 0 ? { signedMotions: signed } : {}),
      ...(amendments.length > 0 ? { amendments } : {}),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    const own = await writtenBy(deed, personId).execute()
    for (const { id, filed_on } of own)
      if (filed_on === null) {
        await removeMotionFiles(deed, id)
        await tx.deleteFrom('motion').where('street_id', '=', street.id).where('id', '=', id).execute()
      }
    await tx.updateTable('motion').set({ author_id: null }).where('street_id', '=', street.id).where('author_id', '=', personId).execute()
    await tx
      .updateTable('amendment')
      .set({ author_id: null })
      .where('street_id', '=', street.id)
      .where('author_id', '=', personId)
      .execute()
    await tx
      .updateTable('stored_file')
      .set({ owner_id: null })
      .where('street_id', '=', street.id)
      .where('purpose', '=', 'motion')
      .where('owner_id', '=', personId)
      .execute()
    await tx.deleteFrom('motion_support').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
  },
}
