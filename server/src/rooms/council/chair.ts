import type { CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { PostKind } from '@ronghe/contract/posts.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findPersons } from '../people/persons.ts'
import { heldOn, today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'
import { endTerm, seatsOf, takeSeat } from './seats.ts'

type Source = CharterParameters['benches']['chair']
/** The posts whose holder may preside; an elected chair comes out of a ballot. */
const postsOf: Readonly<Record<Source, readonly PostKind[]>> = {
  providerHead: ['providerHead'],
  streetOfficer: ['streetOfficer', 'streetLead'],
  elected: [],
}

const sources = (deed: Deed, source: Source) =>
  heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['appointment.id', 'appointment.person_id', 'post.name as post', 'organ.name as organ'])
    .where('post.kind', 'in', [...postsOf[source], ''])
    .orderBy('appointment.id')

export async function chairSources(deed: Deed, councilId: string) {
  const { benches } = await parametersOf(deed, councilId)
  const rows = await sources(deed, benches.chair).execute()
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    source: benches.chair,
    items: rows.map(({ id, person_id, post, organ }) => ({ appointmentId: id, name: names.get(person_id) ?? '', post, organ })),
  }
}

/** The chair's seat goes to the holder of a post the charter names; whoever sat there before makes room. */
export async function fillChair(deed: Deed, councilId: string, appointmentId: string): Promise<void> {
  const { benches } = await parametersOf(deed, councilId)
  const source = (await sources(deed, benches.chair).execute()).find(({ id }) => id === appointmentId)
  if (!source) throw refused('council-not-chair-source', await cited(deed, councilId, 'benches'))
  const seat = (await seatsOf(deed, councilId)).find(({ bench }) => bench === null)
  if (!seat) throw notFound('seat')
  const delegates = await delegatesInOffice(deed, councilId)
  if (delegates.some(({ bench, personId }) => bench !== null && personId === source.person_id))
    throw refused('council-seated-already', await cited(deed, councilId, 'benches'))
  const before = delegates.find(({ bench }) => bench === null)
  if (before?.personId === source.person_id) return
  if (before) await endTerm(deed, before.termId, 'seatEnded')
  await takeSeat(deed, seat.id, source.person_id, 'office')
  await record(deed, { kind: 'council.chair.filled', about: source.person_id, plain: { council: councilId } })
}

/** A chair who no longer holds the post the charter names no longer presides. */
export async function watchChair(deed: Deed, councilId: string): Promise<void> {
  const { benches } = await parametersOf(deed, councilId)
  const chair = (await delegatesInOffice(deed, councilId)).find(({ bench }) => bench === null)
  if (!chair || benches.chair === 'elected') return
  const term = await deed.tx
    .selectFrom('seat_term')
    .select(['way', 'ended_because'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', chair.termId)
    .executeTakeFirstOrThrow()
  if (term.way !== 'office' || term.ended_because !== null) return
  const still = (await sources(deed, benches.chair).execute()).some(({ person_id }) => person_id === chair.personId)
  if (!still) await endTerm(deed, chair.termId, 'seatEnded')
}
