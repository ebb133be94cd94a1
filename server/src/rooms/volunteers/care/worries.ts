import type { CareWorry } from '@ronghe/contract/volunteers/care.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { notifyPost, postNames } from '../../programme/posts.ts'
import { protectionOfficers } from './care-posts.ts'
import { getOwnVisit } from './my-visits.ts'
import { getRecipient } from './recipient-rows.ts'

const wordsPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'care_worry', column: 'words_sealed', row: id })

/** To one named post, now, also at night; neither the coordinator nor anybody else of the house can see that there is one. */
export async function tellWorry(deed: Deed, personId: string, visitId: string, words: string): Promise<{ readBy: Text }> {
  const visit = await getOwnVisit(deed, personId, visitId)
  if (deed.now < visit.starts_at) throw refused('volunteers-care-not-now')
  const recipient = await getRecipient(deed, visit.recipient_id)
  const [reader] = await protectionOfficers(deed)
  if (!reader) throw refused('nobody-may-read', { instead: 'go-outside-the-street' })
  const id = deed.id()
  await deed.tx
    .insertInto('care_worry')
    .values({
      street_id: deed.street.id,
      id,
      person_id: recipient.person_id,
      told_by: personId,
      words_sealed: deed.platform.sealer.seal(wordsPlace(deed, id), words),
      state: 'open',
      told_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'volunteers.care.worry-told', plain: { worry: id }, withoutActor: true })
  await notifyPost(deed, reader, { template: 'care-worry', link: '/desk/volunteers/worries', urgent: true })
  const { post, organ } = (await postNames(deed, [reader])).get(reader)!
  return {
    readBy: { 'zh-CN': `${organ['zh-CN']}${post['zh-CN']}`, en: `${post.en ?? post['zh-CN']}, ${organ.en ?? organ['zh-CN']}` },
  }
}

/** Open ones first. The one who is worried about is shown that the post looked, and not at what. */
export async function listWorries(deed: Deed): Promise<{ items: CareWorry[] }> {
  const rows = await deed.tx
    .selectFrom('care_worry')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('told_at')
    .execute()
  const people = rows.flatMap(({ person_id, told_by }) => [person_id, told_by]).filter((id) => id !== null)
  const found = new Map((await findPersons(deed, people)).map((person) => [person.id, person]))
  await recordAccess(
    deed,
    [...found.keys()].map((personId) => ({ personId, purpose: 'careWorry', permission: 'volunteers.protect' as const })),
  )
  return {
    items: rows.map((row) => {
      const about = row.person_id ? found.get(row.person_id) : undefined
      return {
        id: row.id,
        about: about ? { name: about.name, phone: about.phone } : null,
        toldBy: (row.told_by && found.get(row.told_by)?.name) || null,
        words: deed.platform.sealer.open(wordsPlace(deed, row.id), row.words_sealed),
        state: row.state,
        toldAt: row.told_at.toISOString(),
        may: row.state === 'open' ? ['take'] : row.state === 'taken' ? ['close'] : [],
      }
    }),
  }
}

const from = { take: 'open', close: 'taken' } as const
const to = { take: 'taken', close: 'closed' } as const

export async function stepWorry(deed: Deed, id: string, step: 'take' | 'close'): Promise<{ items: CareWorry[] }> {
  const row = await deed.tx
    .selectFrom('care_worry')
    .select('state')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('care-worry')
  if (row.state !== from[step]) throw refused('volunteers-care-worry-step')
  await deed.tx
    .updateTable('care_worry')
    .set({ state: to[step], closed_at: step === 'close' ? deed.now : null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: `volunteers.care.worry-${to[step]}`, plain: { worry: id } })
  return listWorries(deed)
}
