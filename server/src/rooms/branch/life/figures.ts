import { OccasionKind, type readBranchFigures } from '@ronghe/contract/branch/occasions.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { show, showOverTime } from '../../../platform/privacy/suppression.ts'
import { requireOffice } from '../offices-held.ts'
import { occasionsOf, yearOf } from './occasion-rows.ts'

/**
 * The branch's own figures, for its office-holders only (M30, 11): what was due and held is its own work; who came is counted in blocks of
 * dates that are not few, and not at all while fewer than five members came in the whole year. Nobody's own coming can be worked out of it.
 */
export async function ownFigures(deed: BranchDeed, branchId: string, asked?: number): Promise<ReplyOf<typeof readBranchFigures>> {
  await requireOffice(deed, branchId)
  const year = yearOf(deed, asked)
  const rows = (await occasionsOf(deed, branchId, year)).filter(({ day, state }) => day <= dayOf(deed) || state === 'held')
  const came = await comingOf(
    deed,
    rows.map(({ id }) => id),
  )
  return {
    year,
    items: OccasionKind.options.flatMap((kind) => {
      const due = rows.filter((row) => row.kind === kind)
      if (due.length === 0) return []
      const held = due.filter(({ state }) => state === 'held')
      const people = new Set(held.flatMap(({ id }) => came.get(id) ?? []))
      return [
        {
          kind,
          due: due.length,
          held: held.length,
          attendance:
            show(people.size).kind === 'few'
              ? ({ kind: 'few' } as const)
              : showOverTime(held.map(({ id }) => came.get(id)?.length ?? 0)).total,
          guests: showOverTime(held.map(({ guests }) => guests ?? 0)).total,
        },
      ]
    }),
  }
}

async function comingOf(deed: BranchDeed, occasions: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (occasions.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('attendance')
    .select(['occasion_id', 'check_in_id'])
    .where('street_id', '=', deed.street.id)
    .where('occasion_id', 'in', occasions)
    .execute()
  const by = Map.groupBy(rows, ({ occasion_id }) => occasion_id)
  return new Map([...by].map(([id, all]) => [id, all.map(({ check_in_id }) => check_in_id)]))
}
