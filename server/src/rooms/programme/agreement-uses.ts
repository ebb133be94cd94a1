import type { AgreementPage, AmountBand, UseOutcome } from '@ronghe/contract/programme/agreements.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Deed } from '../../platform/deed.ts'
import { violated } from '../../platform/database/pool.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
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

/**
 * Uses up to the end of the last whole year, in blocks of years that are each enough to be shown: whoever subtracts last year's reading
 * from this year's gets a block, never a few people (D7).
 */
export async function usesOf(deed: Deed, agreementId: string): Promise<AgreementPage['uses']> {
  const until = `${Number(today(deed).slice(0, 4)) - 1}-12-31`
  const rows = await deed.tx
    .selectFrom('agreement_use')
    .select(['outcome', 'on_day'])
    .where('street_id', '=', deed.street.id)
    .where('agreement_id', '=', agreementId)
    .where('on_day', '<=', until)
    .execute()
  const first = Math.min(...rows.map(({ on_day }) => Number(on_day.slice(0, 4))))
  const years = rows.length === 0 ? [] : Array.from({ length: Number(until.slice(0, 4)) - first + 1 }, (_, index) => String(first + index))
  const { blocks, total } = showOverTime(years.map((year) => rows.filter(({ on_day }) => on_day.startsWith(year)).length))
  const byBlock = blocks.map(({ from, to }) => {
    const within = rows.filter(({ on_day }) => on_day.slice(0, 4) >= years[from]! && on_day.slice(0, 4) <= years[to]!)
    return showParts(outcomes.map((outcome) => within.filter((row) => row.outcome === outcome).length)).parts
  })
  return { until, outcomes: outcomes.map((outcome, index) => ({ outcome, count: added(byBlock.map((parts) => parts[index]!)) })), total }
}

/** Of blocks that are shown each for itself; none is shown as nothing. */
function added(parts: readonly Shown[]): Shown {
  const counts = parts.flatMap((part) => (part.kind === 'shown' ? [part.count] : []))
  return counts.length > 0 ? { kind: 'shown', count: counts.reduce((sum, count) => sum + count, 0) } : { kind: 'few' }
}
