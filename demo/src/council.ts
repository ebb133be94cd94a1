import { charterVariants } from '@ronghe/contract/council/charters/variants.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { foundCouncil, seatPerson } from '@ronghe/server/rooms/council/founding.ts'
import { cast, type CastKey, type CastMember, type PostKey } from './cast.ts'
import { castId, demoId, organId } from './load-cast.ts'

/** So that what the council did in the year had a charter to go by. */
const foundedDaysAgo = 300

/** The council of S Street, founded with the charter 6 + 6 + 1, and its thirteen delegates in office. */
export async function loadCouncil(deed: Deed): Promise<void> {
  const councilId = organId(deed.street.id, 'council')
  const then = { ...deed, now: new Date(deed.now.getTime() - foundedDaysAgo * 86_400_000) }
  await foundCouncil(then, councilId, charterVariants.standard)
  const seats = await deed.tx
    .selectFrom('seat')
    .select(['id', 'bench', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .orderBy('number')
    .execute()
  const seat = async (post: PostKey, bench: string | null): Promise<void> => {
    const free = seats.filter((one) => one.bench === bench)
    for (const [index, key] of holdersOf(post).entries())
      await seatPerson(
        then,
        councilId,
        {
          seatId: free[index]!.id,
          personId: castId(deed.street.id, key),
          appointmentId: demoId(deed.street.id, 'appointment', key, post),
          way: bench === null ? 'office' : 'sortition',
        },
        charterVariants.standard.parameters.seats.termMonths,
      )
  }
  await seat('councilChair', null)
  await seat('newcomerDelegate', 'newcomers')
  await seat('localDelegate', 'locals')
}

/** Whoever of the cast holds a post, in the order of the list. */
export const holdersOf = (post: PostKey): readonly CastKey[] =>
  (Object.entries(cast) as [CastKey, CastMember][]).flatMap(([key, { posts }]) => (posts.includes(post) ? [key] : []))
