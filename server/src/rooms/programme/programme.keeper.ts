import { deskPosts } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../platform/deed.ts'
import { keeperOf, type KeeperPart } from '../../platform/privacy/keeper.ts'
import { certificatesKeeper } from './certificates.keeper.ts'
import { eraseConcern } from './concern-duties.ts'
import { isOpen } from './concern-lifecycle.ts'
import { openWords } from './concern-rows.ts'
import { commendationsKeeper } from './commendations/commendations.keeper.ts'
import { contractsKeeper } from './contracts/contracts.keeper.ts'
import { engagementsKeeper } from './engagements.keeper.ts'
import { heldOn, postNames, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { wordsPlace } from './shift-notes.ts'

/** What the programme keeps about a person: the concerns raised under the account, the posts held, and the notes left under them. */
const programmePart: KeeperPart = {
  tables: ['concern', 'concern_event', 'appointment', 'leave', 'handover', 'shift_note', 'shift_note_reading'],

  async open(deed, personId) {
    const concerns = (await concernsOf(deed, personId)).filter(({ state }) => isOpen(state))
    const topics = await setting(deed, 'concernTopics')
    const held = await heldOn(deed, today(deed)).select(['id', 'post_id']).where('person_id', '=', personId).orderBy('id').execute()
    const names = await postNames(
      deed,
      held.map(({ post_id }) => post_id),
    )
    return [
      ...concerns.map(({ id, number, topic }) => {
        const name = topics.find(({ key }) => key === topic)?.name
        return {
          room: 'programme',
          kind: 'concern',
          id,
          title: {
            'zh-CN': `意见 ${number}${name ? `（${name['zh-CN']}）` : ''}`,
            en: `Concern ${number}${name ? ` (${name.en ?? name['zh-CN']})` : ''}`,
          },
          becomes: 'ends' as const,
          note: {
            'zh-CN': '您离开后这条意见会删除，不再办理。想让它继续办，可以请代表、巷长或社工带上去。',
            en: 'It is deleted when you leave. To keep it going, ask a delegate, lane head or social worker to carry it.',
          },
        }
      }),
      ...held.map(({ id, post_id }) => ({
        room: 'programme',
        kind: 'post',
        id,
        title: names.get(post_id)!.post,
        ...(deskPosts.includes(names.get(post_id)!.kind) ? handOverFirst : seatEnds),
      })),
    ]
  },

  async export(deed, personId) {
    const rows = await concernsOf(deed, personId)
    const appointments = await deed.tx
      .selectFrom('appointment')
      .select(['post_id', 'starts_on', 'ends_on', 'document', 'publish_name'])
      .where('street_id', '=', deed.street.id)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
    const names = await postNames(
      deed,
      appointments.map(({ post_id }) => post_id),
    )
    return {
      concerns: rows.map((row) => ({
        number: row.number,
        topic: row.topic,
        raisedOn: row.raised_on,
        state: row.state,
        channel: row.channel,
        words: openWords(deed, 'concern', row.id, row.words_sealed),
        answeredOn: row.answered_on,
      })),
      shiftNotes: (await shiftNotesOf(deed, personId)).map(({ id, words_sealed, at }) => ({
        at,
        words: deed.platform.sealer.open(wordsPlace(deed, id), words_sealed),
      })),
      posts: appointments.map((row) => ({
        post: names.get(row.post_id)?.post,
        organ: names.get(row.post_id)?.organ,
        from: row.starts_on,
        to: row.ends_on,
        document: row.document,
        namePublished: row.publish_name,
      })),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    for (const { id } of await concernsOf(deed, personId)) await eraseConcern(deed, id)
    // That somebody held a post stays a public fact; the row names nobody any more once the account is blank, and it is not shown.
    await tx
      .updateTable('appointment')
      .set({ publish_name: false })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('appointment')
      .set({ ends_on: today(deed), revoked_at: deed.now })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('starts_on', '<=', today(deed))
      .where((row) => row.or([row('ends_on', 'is', null), row('ends_on', '>=', today(deed))]))
      .execute()
    await tx
      .updateTable('appointment')
      .set({ revoked_at: deed.now })
      .where('street_id', '=', street.id)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('starts_on', '>', today(deed))
      .execute()
    await tx
      .deleteFrom('leave')
      .where('street_id', '=', street.id)
      .where(
        'appointment_id',
        'in',
        tx.selectFrom('appointment').select('id').where('street_id', '=', street.id).where('person_id', '=', personId),
      )
      .execute()
    for (const table of ['shift_note_reading', 'shift_note'] as const)
      await tx.deleteFrom(table).where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    await tx.updateTable('handover').set({ by_person: null }).where('street_id', '=', street.id).where('by_person', '=', personId).execute()
    await tx
      .updateTable('appointment')
      .set({ created_by: null })
      .where('street_id', '=', street.id)
      .where('created_by', '=', personId)
      .execute()
  },
}

/** Added by each noun of the room that keeps something about a person. */
const parts: readonly KeeperPart[] = [programmePart, commendationsKeeper, contractsKeeper, engagementsKeeper, certificatesKeeper]

export const programmeKeeper = keeperOf('programme', parts)

/** Work that others wait for at a desk has to be handed over first, by whoever appoints (08, Handing over). */
const handOverFirst = {
  becomes: 'stops',
  note: {
    'zh-CN': '您还任着这个岗。请先请街道给您办离任和交接。',
    en: 'You still hold this post. Ask the street office to release you and hand over first.',
  },
} as const
const seatEnds = {
  becomes: 'ends',
  note: { 'zh-CN': '您离开后这个任职就结束，名额空出来。', en: 'The appointment ends when you leave and the seat is free.' },
} as const

const shiftNotesOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('shift_note')
    .select(['id', 'words_sealed', 'at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()

const concernsOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
