import { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { RoundState } from '@ronghe/contract/council/allocation.ts'
import type { ArticleKey, CharterParameters } from '@ronghe/contract/council/charter.ts'
import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, type RefusalDetails } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { stepRound, type RoundStep } from './allocation-lifecycle.ts'
import { adoptedVersions, cited, parametersOf } from './charter.ts'

export type RoundRow = Selectable<Tables['allocation_round']> & { readonly state: RoundState }
export type ProjectRow = Selectable<Tables['allocation_project']>

/** A round with the rules that hold: the draft until the council has fixed them, then what it fixed. */
export interface Round {
  readonly row: RoundRow
  readonly rules: AllocationRules
  readonly fixed: Selectable<Tables['allocation_rules']> | undefined
}

export async function getRound(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<Round> {
  const query = deed.tx.selectFrom('allocation_round').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = (await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()) as RoundRow | undefined
  if (!row) throw notFound('round')
  const fixed = await deed.tx
    .selectFrom('allocation_rules')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', id)
    .executeTakeFirst()
  return { row, rules: AllocationRules.parse(fixed?.rules ?? row.draft), fixed }
}

/** The charter of the day the rules were fixed; before that, today's. */
export async function allocationArticle(
  deed: Deed,
  { row, fixed }: Round,
): Promise<CharterParameters['allocation'] & { readonly everyMonths: number }> {
  const version = fixed && (await adoptedVersions(deed, row.council_id)).find(({ id }) => id === fixed.charter_version_id)
  const parameters = version?.charter.parameters ?? (await parametersOf(deed, row.council_id))
  return { ...parameters.allocation, everyMonths: parameters.meetings.everyMonths }
}

/** A refusal that cites the charter; its article on allocation unless another is named. */
export async function refusedBy(
  deed: Deed,
  { row }: Round,
  code: string,
  { article = 'allocation', ...more }: Pick<RefusalDetails, 'params' | 'instead'> & { readonly article?: ArticleKey } = {},
) {
  return refused(code, await cited(deed, row.council_id, article, more))
}

export const changeRound = (deed: Deed, id: string, values: Updateable<Tables['allocation_round']>): Promise<unknown> =>
  deed.tx.updateTable('allocation_round').set(values).where('street_id', '=', deed.street.id).where('id', '=', id).execute()

/** Takes a locked round one step on, with what belongs to the step; a step that does not fit is refused with the article. */
export async function takeStep(
  deed: Deed,
  round: Round,
  step: RoundStep,
  values: Updateable<Tables['allocation_round']> = {},
): Promise<RoundState> {
  const { row } = round
  const state = stepRound(row.state, step, row.returned_on !== null)
  if (!state)
    throw await refusedBy(deed, round, step === 'return' && row.state === 'resolution' ? 'allocation-returned-once' : 'allocation-step')
  await changeRound(deed, row.id, { ...values, state })
  await noteState(deed, row.id, state)
  await record(deed, { kind: `council.allocation.${step}`, plain: { round: row.id, state } })
  return state
}

/** Under the lock of the round's row, so that the steps are counted one after the other. */
export const noteState = (deed: Deed, roundId: string, state: RoundState): Promise<unknown> =>
  deed.tx
    .insertInto('allocation_step')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      round_id: roundId,
      seq: sql<number>`(select count(*) + 1 from allocation_step where street_id = ${deed.street.id}::uuid and round_id = ${roundId}::uuid)`,
      state,
      on_day: today(deed),
    })
    .execute()

export const projectsOf = (deed: Deed, roundId: string): Promise<ProjectRow[]> =>
  deed.tx
    .selectFrom('allocation_project')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute()

/** What stands on the ballot. */
export const ballotProjects = async (deed: Deed, roundId: string): Promise<ProjectRow[]> =>
  (await projectsOf(deed, roundId)).filter(({ state }) => state === 'feasible')

/** The organs that ask for money in the round: whoever is tied to one stands aside on its items (08, Interest). */
export async function biddersOf(deed: Deed, roundId: string): Promise<string[]> {
  const projects = await projectsOf(deed, roundId)
  return [...new Set(projects.flatMap(({ organ_id, state }) => (organ_id && state !== 'withdrawn' ? [organ_id] : [])))]
}

/** The projects the last count funded. */
export async function fundedIn(deed: Deed, roundId: string): Promise<ReadonlySet<string>> {
  const row = await deed.tx
    .selectFrom('allocation_result')
    .select('result')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('count', 'desc')
    .executeTakeFirst()
  const result = row?.result as { projects: readonly { projectId: string; funded: boolean }[] } | undefined
  return new Set(result?.projects.filter(({ funded }) => funded).map(({ projectId }) => projectId))
}
