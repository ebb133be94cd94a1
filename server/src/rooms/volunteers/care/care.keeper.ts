import type { Deed } from '../../../platform/deed.ts'
import type { KeeperPart } from '../../../platform/privacy/keeper.ts'
import { whoAndWhere } from './recipient-rows.ts'
import { consentEnded } from './wishes.ts'

const entriesOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('care_recipient')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where(({ or, eb }) => or([eb('person_id', '=', personId), eb('asked_by', '=', personId)]))
    .orderBy('number')

/**
 * Visits one receives, and those one went on. A worry about abuse is not in the copy: whoever told it is protected from whoever might make somebody ask
 * for the copy, and what was told is blanked of both people when they go.
 */
export const careKeeper: KeeperPart = {
  tables: ['care_recipient', 'care_visit', 'care_worry'],

  async open(deed, personId) {
    const own = (await entriesOf(deed, personId).execute()).find(({ person_id }) => person_id === personId)
    if (!own) return []
    return [
      {
        room: 'volunteers',
        kind: 'careVisits',
        id: own.id,
        title: { 'zh-CN': '上门看望', en: 'Care visits' },
        becomes: 'ends',
        note: {
          'zh-CN': '您离开后不再有人上门，登记和看望记录一起删掉。',
          en: 'Nobody comes any more; the entry and its visits are deleted.',
        },
      },
    ]
  },

  async export(deed, personId) {
    const entries = await entriesOf(deed, personId).execute()
    const own = entries.find(({ person_id }) => person_id === personId)
    const visits = own
      ? await deed.tx
          .selectFrom('care_visit')
          .select(['ends_at', 'outcome', 'help_kind', 'help_number'])
          .where('street_id', '=', deed.street.id)
          .where('recipient_id', '=', own.id)
          .orderBy('ends_at')
          .execute()
      : []
    const asked = entries.filter(({ state }) => state === 'asked')
    const went = await wentOn(deed, personId).select(['ends_at', 'outcome']).orderBy('ends_at').execute()
    return {
      ...(own
        ? {
            careVisits: {
              ...(await whoAndWhere(deed, own)),
              rhythm: own.rhythm,
              askedOn: own.asked_on,
              channel: own.channel,
              visitsReceived: visits,
            },
          }
        : {}),
      ...(asked.length > 0 ? { careAskedFor: asked.map(({ asked_on, rhythm }) => ({ askedOn: asked_on, rhythm })) } : {}),
      ...(went.length > 0 ? { careVisitsMade: went } : {}),
    }
  },

  async forget(deed, personId) {
    for (const { id } of await entriesOf(deed, personId).execute())
      await deed.tx.deleteFrom('care_recipient').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
    for (const { id } of await wentOn(deed, personId).select('id').execute())
      await deed.tx.deleteFrom('care_visit').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
    for (const column of ['person_id', 'told_by'] as const)
      await deed.tx
        .updateTable('care_worry')
        .set({ [column]: null })
        .where('street_id', '=', deed.street.id)
        .where(column, '=', personId)
        .execute()
  },

  async consentEnded(deed, personId, purpose) {
    if (purpose === 'careVisits') await consentEnded(deed, personId)
  },
}

const wentOn = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('care_visit')
    .where('street_id', '=', deed.street.id)
    .where(({ or, eb }) => or([eb('first_id', '=', personId), eb('second_id', '=', personId)]))
