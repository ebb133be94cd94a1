import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { MotionLine } from '@ronghe/contract/council/motions.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound } from '../../platform/http/problems.ts'
import { today } from '../programme/posts.ts'
import { parametersOf } from './charter.ts'
import { cosigners, supportCounts } from './motion-reader.ts'
import { openDraft } from './draft-words.ts'
import type { MotionRow } from './motion-rows.ts'

/** Until when whoever has it now has it. */
export const waitsUntil = (row: MotionRow): string | null =>
  row.state === 'seekingSupport'
    ? row.support_until
    : row.state === 'filed'
      ? row.screen_by
      : row.state === 'returned' && !row.appealed_on
        ? row.appeal_until
        : null

export async function toMotionLines(deed: Deed, rows: readonly MotionRow[]): Promise<(row: MotionRow) => MotionLine> {
  const ids = rows.map(({ id }) => id)
  const residents = await supportCounts(deed, ids)
  const signed = await cosigners(deed, ids)
  const needs = new Map<string, { residents: number; delegates: number }>()
  for (const { council_id } of rows)
    if (!needs.has(council_id)) {
      const { filing } = await parametersOf(deed, council_id)
      needs.set(council_id, { residents: filing.residents, delegates: filing.delegates })
    }
  const day = today(deed)
  return (row) => ({
    id: row.id,
    number: row.number === null ? null : { year: row.year!, number: row.number },
    title: row.title,
    state: row.state,
    kind: row.kind,
    origin: row.origin,
    bench: row.bench as Bench | null,
    ground: row.ground,
    filedOn: row.filed_on,
    waitsUntil: waitsUntil(row),
    late: row.state === 'filed' && row.screen_by! < day,
    supporters: {
      residents: row.supporters ?? residents.get(row.id) ?? 0,
      residentsNeeded: needs.get(row.council_id)!.residents,
      delegates: signed.get(row.id)?.length ?? 0,
      delegatesNeeded: needs.get(row.council_id)!.delegates,
    },
    meetingsWaited: row.meetings_waited,
  })
}

const open = ['filed', 'admitted', 'returned', 'onAgenda', 'moved', 'seconded', 'debated', 'putToVote', 'postponed', 'referred'] as const
const decided = ['carried', 'rejected', 'withdrawn'] as const

/** Public: what was ever shown. A draft is not in it, nor one that was withdrawn before anybody saw it. */
export async function listMotions(
  deed: Deed,
  councilId: string,
  {
    which,
    bench,
    limit,
    after,
  }: {
    readonly which: 'open' | 'seekingSupport' | 'decided' | 'all' | 'screening'
    readonly bench?: Bench | undefined
    readonly limit: number
    readonly after?: string | undefined
  },
) {
  const cursor = readCursor(after, 1)
  const council = await deed.tx
    .selectFrom('organ')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', councilId)
    .where('kind', '=', 'council')
    .executeTakeFirst()
  if (!council) throw notFound('council')
  const rows = await deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '<>', 'draft')
    .where((motion) => motion.or([motion('seeking_at', 'is not', null), motion('filed_on', 'is not', null)]))
    .$if(which === 'seekingSupport', (query) => query.where('state', '=', 'seekingSupport'))
    .$if(which === 'screening', (query) => query.where('state', '=', 'filed'))
    .$if(which === 'open', (query) => query.where('state', 'in', open))
    .$if(which === 'decided', (query) => query.where('state', 'in', decided))
    .$if(bench !== undefined, (query) => query.where('bench', '=', bench!))
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageFrom(rows, limit, ({ id }) => toCursor(id), await toMotionLines(deed, rows))
}

export async function myMotions(deed: Deed, personId: string) {
  const all = deed.tx.selectFrom('motion').selectAll().where('street_id', '=', deed.street.id).orderBy('id', 'desc').limit(100)
  const written = await all.where('author_id', '=', personId).execute()
  const supported = await all
    .where('id', 'in', (one) =>
      one.selectFrom('motion_support').select('motion_id').where('street_id', '=', deed.street.id).where('person_id', '=', personId),
    )
    .execute()
  const toLine = await toMotionLines(deed, [...written, ...supported])
  return { written: written.map((row) => toLine(openDraft(deed, row))), supported: supported.map(toLine) }
}
