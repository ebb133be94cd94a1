import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice, type Delegate } from './delegates.ts'

/** The deputies in office, newcomers first: they preside by turns, one item after the other. */
export async function deputiesOf(deed: Deed, councilId: string): Promise<readonly Delegate[]> {
  const rows = await deed.tx
    .selectFrom('deputy')
    .select('term_id')
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where((one) => one.or([one('to_day', 'is', null), one('to_day', '>', today(deed))]))
    .execute()
  return (await delegatesInOffice(deed, councilId)).filter(({ termId }) => rows.some(({ term_id }) => term_id === termId))
}

/** The clerk enters whom a bench named; where the bench has its number already, whoever was named first makes room. */
export async function nameDeputy(deed: Deed, councilId: string, termId: string): Promise<void> {
  asClerk(deed, councilId)
  const delegate = (await delegatesInOffice(deed, councilId)).find((one) => one.termId === termId)
  const { deputies } = await parametersOf(deed, councilId)
  if (!delegate?.bench || deputies.perBench === 0) throw refused('council-no-deputy', await cited(deed, councilId, 'deputies'))
  const there = await inOffice(deed, councilId, delegate.bench)
  if (there.some(({ term_id }) => term_id === termId)) return
  for (const { id } of there.slice(0, Math.max(0, there.length - deputies.perBench + 1)))
    await deed.tx
      .updateTable('deputy')
      .set({ to_day: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
  await deed.tx
    .insertInto('deputy')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      council_id: councilId,
      bench: delegate.bench,
      term_id: termId,
      from_day: today(deed),
    })
    .execute()
  await record(deed, { kind: 'council.deputy.named', about: delegate.personId, plain: { council: councilId, term: termId } })
}

const inOffice = (deed: Deed, councilId: string, bench: Bench) =>
  deed.tx
    .selectFrom('deputy')
    .select(['id', 'term_id'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('bench', '=', bench)
    .where('to_day', 'is', null)
    .orderBy('from_day')
    .orderBy('id')
    .forUpdate()
    .execute()
