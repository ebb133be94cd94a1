import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { streetMonths, type StreetMonths } from './street-figures.ts'

/**
 * Handing figures on to the city (M34): the street writes them into tables of its own, and the city reads those along. So a city that is down
 * stops no street, and nothing is handed over that the street does not show itself.
 */
export async function handOverToCity(deed: Deed): Promise<void> {
  const { cell } = deed.platform.config
  if (cell === undefined) return
  await giveSign(deed)
  await handOver(deed, cell, await streetMonths(deed))
}

/** Enough of a deed to write a street's rows. */
type InStreet = Pick<Deed, 'tx' | 'now'> & { readonly street: Pick<Deed['street'], 'id' | 'name'> }

/**
 * The figures of finished months. A month was frozen and stays as it is, so one that was handed over with as many figures is left alone: a night
 * writes what is new, however long the history is.
 */
export async function handOver({ tx, street, now }: InStreet, cell: string, { months, figures: all }: StreetMonths): Promise<void> {
  await forgetOtherCells({ tx, street }, cell)
  const reported = await reportedMonths({ tx, street }, cell)
  const byMonth = Map.groupBy(all, ({ month }) => month)
  const due = months.filter((month) => reported.get(month) !== (byMonth.get(month)?.length ?? 0))
  if (due.length === 0) return
  const figures = due.flatMap((month) => byMonth.get(month) ?? [])
  const column = <T>(of: (figure: (typeof figures)[number]) => T): T[] => figures.map(of)
  await sql`
    insert into city_figure (street_id, cell, measure, month, grp, n, of_n, amount)
    select ${street.id}::uuid, ${cell}, * from unnest(
      ${column(({ measure }) => measure)}::text[], ${column(({ month }) => `${month}-01`)}::date[], ${column(({ group }) => group)}::text[],
      ${column(({ n }) => n)}::bigint[], ${column(({ of }) => of)}::bigint[], ${column(({ amount }) => amount)}::bigint[])
    on conflict (street_id, cell, measure, month, grp) do update set n = excluded.n, of_n = excluded.of_n, amount = excluded.amount
      where (city_figure.n, city_figure.of_n, city_figure.amount) is distinct from (excluded.n, excluded.of_n, excluded.amount)`.execute(tx)
  await sql`
    insert into city_report (street_id, cell, month, figures, made_at)
    select ${street.id}::uuid, ${cell}, *, ${now}::timestamptz
    from unnest(${due.map((month) => `${month}-01`)}::date[], ${due.map((month) => byMonth.get(month)?.length ?? 0)}::int[])
    on conflict (street_id, cell, month) do update set figures = excluded.figures, made_at = excluded.made_at`.execute(tx)
}

async function reportedMonths({ tx, street }: Pick<InStreet, 'tx' | 'street'>, cell: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('city_report')
    .select(['month', 'figures'])
    .where('street_id', '=', street.id)
    .where('cell', '=', cell)
    .execute()
  return new Map(rows.map(({ month, figures }) => [month.slice(0, 7), figures]))
}

/** Every few minutes: the street is there. What the city has had no sign of it shows as missing, since then. */
export async function giveSign(deed: Deed): Promise<void> {
  const { cell } = deed.platform.config
  if (cell !== undefined) await signOf(deed, cell)
}

export async function signOf({ tx, street, now }: InStreet, cell: string): Promise<void> {
  const name = JSON.stringify(street.name)
  await tx
    .insertInto('city_street')
    .values({ street_id: street.id, cell, name, seen_at: now })
    .onConflict((conflict) => conflict.columns(['street_id', 'cell']).doUpdateSet({ name, seen_at: now }))
    .execute()
}

/** An installation that was given another name takes its streets with it. */
async function forgetOtherCells({ tx, street }: Pick<InStreet, 'tx' | 'street'>, cell: string): Promise<void> {
  for (const table of ['city_street', 'city_figure', 'city_report'] as const)
    await tx.deleteFrom(table).where('street_id', '=', street.id).where('cell', '<>', cell).execute()
}
