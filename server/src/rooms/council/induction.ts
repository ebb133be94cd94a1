import type { InductionPage } from '@ronghe/contract/council/meeting-polls.ts'
import type { Deed } from '../../platform/deed.ts'
import { signInFirst } from '../../platform/http/problems.ts'

/** Three short pages at one's own pace. There is no score, and nobody else can see how far somebody is. */
export async function myInduction(deed: Deed): Promise<{ done: InductionPage[] }> {
  const rows = await deed.tx
    .selectFrom('induction_page')
    .select('page')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', me(deed))
    .orderBy('done_at')
    .execute()
  return { done: rows.map(({ page }) => page as InductionPage) }
}

export async function finishInductionPage(deed: Deed, page: InductionPage): Promise<{ done: InductionPage[] }> {
  await deed.tx
    .insertInto('induction_page')
    .values({ street_id: deed.street.id, person_id: me(deed), page, done_at: deed.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return myInduction(deed)
}

function me({ actor }: Deed): string {
  if (actor.kind !== 'person') throw signInFirst()
  return actor.personId
}
