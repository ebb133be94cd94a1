import type { AgreementPage, AmountBand, UseOutcome } from '@ronghe/contract/programme/agreements.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Deed } from '../../platform/deed.ts'
import { violated } from '../../platform/database/pool.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { frozen, type FrozenFigure } from '../../platform/privacy/frozen-figures.ts'
import { showOverTime, showParts } from '../../platform/privacy/suppression.ts'
import { today } from './posts.ts'

export interface Use {
  readonly agreementId: string
  readonly caseId: string
  readonly outcome: UseOutcome
  /** A code of a reason where it was refused; never a diagnosis, never free text. */
  readonly reason?: string | null
  readonly days?: number | null
  readonly amountBand?: AmountBand | null
}

/** Counts one use per case with its outcome (08, Agreement). A second count of the same case is refused: it would tell twice of one person. */
export async function recordUse(
  deed: Deed,
  { agreementId, caseId, outcome, reason = null, days = null, amountBand = null }: Use,
): Promise<void> {
  const { tx, street } = deed
  const agreement = await tx
    .selectFrom('agreement')
    .select('id')
    .where('street_id', '=', street.id)
    .where('id', '=', agreementId)
    .executeTakeFirst()
  if (!agreement) throw notFound('agreement')
  if (reason !== null && !/^[a-z][a-zA-Z0-9-]{0,40}$/.test(reason)) throw new Error(`not the code of a reason: ${reason}`)
  const id = deed.id()
  try {
    await tx
      .insertInto('agreement_use')
      .values({
        street_id: street.id,
        id,
        agreement_id: agreementId,
        case_id: caseId,
        outcome,
        reason,
        days,
        amount_band: amountBand,
        on_day: today(deed),
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'agreement_use_case_key') throw refused('use-counted-already')
    throw error
  }
  await record(deed, { kind: 'programme.agreement.used', plain: { agreement: agreementId, use: id, outcome } })
}

const outcomes: readonly UseOutcome[] = ['settledOnTheSpot', 'reimbursedLater', 'refused']

/** Uses of a year by agreement and outcome. */
export const agreementUses: FrozenFigure<Readonly<Record<string, Readonly<Record<UseOutcome, number>>>>> = {
  figure: 'programme.agreementUses',
  every: 'year',
  waits: 0,
  async since(deed) {
    const { first } = await uses(deed)
      .select(({ fn }) => fn.min('on_day').as('first'))
      .executeTakeFirstOrThrow()
    return first ?? undefined
  },
  async count(deed, { first, last }) {
    const rows = await uses(deed).select(['agreement_id', 'outcome']).where('on_day', '>=', first).where('on_day', '<=', last).execute()
    const of = (agreement: string, outcome: UseOutcome) =>
      rows.filter((row) => row.agreement_id === agreement && row.outcome === outcome).length
    return Object.fromEntries(
      [...new Set(rows.map(({ agreement_id }) => agreement_id))].map((id) => [
        id,
        {
          settledOnTheSpot: of(id, 'settledOnTheSpot'),
          reimbursedLater: of(id, 'reimbursedLater'),
          refused: of(id, 'refused'),
        },
      ]),
    )
  },
}

const uses = (deed: Deed) => deed.tx.selectFrom('agreement_use').where('street_id', '=', deed.street.id)

/**
 * Uses up to the end of the last year that was counted, in blocks of years that are each enough to be shown: whoever subtracts last year's
 * reading from this year's gets a block, never a few people (D7).
 */
export async function usesOf(deed: Deed, agreementId: string): Promise<AgreementPage['uses']> {
  const counted = [...(await frozen(deed, agreementUses))]
  const { blocks, total } = blocksOf(counted.map(([, { counts }]) => counts[agreementId]))
  return {
    until: `${counted.at(-1)?.[0] ?? Number(today(deed).slice(0, 4)) - 1}-12-31`,
    outcomes: outcomes.map((outcome, index) => ({ outcome, count: added(blocks.map(({ parts }) => parts[index]!)) })),
    total,
  }
}

/**
 * What the pages of all agreements show of their uses, added up by the year from which they show it: a figure over all agreements that says no
 * more than those pages together.
 */
export async function shownUses(
  deed: Deed,
): Promise<readonly { readonly year: string; readonly outcome: UseOutcome; readonly count: Shown }[]> {
  const counted = [...(await frozen(deed, agreementUses))]
  const ids = [...new Set(counted.flatMap(([, { counts }]) => Object.keys(counts)))]
  const blocks = ids.flatMap((id) => blocksOf(counted.map(([, { counts }]) => counts[id])).blocks)
  return counted.flatMap(([year], place) =>
    outcomes.map((outcome, index) => ({
      year,
      outcome,
      count: added(blocks.filter(({ to }) => to === place).map(({ parts }) => parts[index]!)),
    })),
  )
}

function blocksOf(years: readonly (Readonly<Record<UseOutcome, number>> | undefined)[]) {
  const counts = years.map((year) => outcomes.map((outcome) => year?.[outcome] ?? 0))
  const { blocks, total } = showOverTime(counts.map(sum))
  return {
    total,
    blocks: blocks.map(({ from, to }) => ({
      to,
      parts: showParts(outcomes.map((_, index) => sum(counts.slice(from, to + 1).map((year) => year[index]!)))).parts,
    })),
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Of blocks that are shown each for itself; none is shown as nothing. */
function added(parts: readonly Shown[]): Shown {
  const counts = parts.flatMap((part) => (part.kind === 'shown' ? [part.count] : []))
  return counts.length > 0 ? { kind: 'shown', count: sum(counts) } : { kind: 'few' }
}
