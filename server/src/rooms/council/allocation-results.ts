import type { AllocationResult, OwnEffect, ProjectOutcome, WhyFunded } from '@ronghe/contract/council/allocation-results.ts'
import { recountCommand } from '@ronghe/contract/council/allocation-rules.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Explanation } from '@ronghe/allocation'
import type { FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { inStreet } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { showParts } from '../../platform/privacy/suppression.ts'
import { today } from '../programme/posts.ts'
import { ballotsOf, keptBallot } from './allocation-ballots.ts'
import type { Count } from './allocation-count.ts'
import { payingOf, type Prices } from './allocation-effects.ts'
import { alarmsOf, groupFigures } from './allocation-figures.ts'
import { writeBallots, type BallotFile } from './allocation-file.ts'
import { papersOf } from './allocation-papers.ts'
import {
  allocationArticle,
  ballotProjects,
  changeRound,
  getRound,
  refusedBy,
  takeStep,
  type ProjectRow,
  type Round,
} from './allocation-rows.ts'
import { countAside } from './allocation-worker.ts'
import { tellPosts } from './council-posts.ts'
import { asClerk } from './delegates.ts'

/** So many ballots there have to be: of fewer the result would tell how somebody voted. */
const fewestBallots = 5

/** What is kept of a count: what is published, and the prices by which a voter's own ballot is explained. */
interface KeptResult extends AllocationResult {
  readonly prices: Prices | null
}

export async function countByClerk(deed: Deed, roundId: string): Promise<{ counting: true }> {
  const round = await getRound(deed, roundId, 'lock')
  asClerk(deed, round.row.council_id)
  await startCount(deed, round)
  return { counting: true }
}

/** Sets the count going: it runs aside and answers by publishing. A locked round. */
export async function startCount(deed: Deed, round: Round): Promise<void> {
  const { row } = round
  if (!row.closed_at || (row.state !== 'voting' && row.state !== 'corrections')) throw await refusedBy(deed, round, 'allocation-step')
  if (row.counting_since) throw await refusedBy(deed, round, 'allocation-counting')
  const papers = await papersOf(deed, row.id)
  if (papers.problem) throw await refusedBy(deed, round, papers.problem)
  if (row.state === 'corrections' && (await uncorrected(deed, row.id)) > 0)
    throw await refusedBy(deed, round, 'allocation-corrections-open')
  if (!(await hasEnoughBallots(deed, row.id)))
    throw await refusedBy(deed, round, 'allocation-too-few-ballots', { params: { count: fewestBallots } })
  await changeRound(deed, row.id, { counting_since: deed.now })
  await record(deed, { kind: 'council.allocation.counting', plain: { round: row.id } })
  await deed.platform.jobs.send(deed, 'council.allocation-count', { round: row.id })
}

export async function hasEnoughBallots(deed: Deed, roundId: string): Promise<boolean> {
  const { ballots } = await papersOf(deed, roundId)
  return ballots.length + (await ballotsOf(deed, roundId)).length >= fewestBallots
}

/** The job: reads in one transaction, counts on another thread, publishes in a second one. Run again, it finds nothing left to do. */
export async function runCount(deed: Deed, roundId: string): Promise<void> {
  const round = await getRound(deed, roundId)
  if (!round.row.counting_since) return
  const { file, papers } = await boxOf(deed, round)
  const { platform, street } = deed
  deed.afterCommit(async () => {
    const count = await countAside({ text: file.text, rules: round.rules, groups: file.groups })
    await inStreet(platform, street, (next) => publishCount(next, roundId, file, count, papers))
  })
}

/** Every ballot of a closed round as the file that is counted and published, and how many of them were on paper. */
export async function boxOf(deed: Deed, { row, rules }: Round): Promise<{ readonly file: BallotFile; readonly papers: number }> {
  const projects = await ballotProjects(deed, row.id)
  const onBallot = new Set(projects.map(({ number }) => number))
  const papers = (await papersOf(deed, row.id)).ballots
  const file = writeBallots(
    { street: deed.street.name['zh-CN'], title: (row.title as Text)['zh-CN'], number: row.number, rules },
    projects,
    // What the council's return took out is on no ballot any more.
    [...(await ballotsOf(deed, row.id)), ...papers].map(({ group, picks }) => ({
      group,
      picks: picks.filter(({ number }) => onBallot.has(number)),
    })),
  )
  return { file, papers: papers.length }
}

/** Writes the result once and for all and opens it to objection. */
export async function publishCount(deed: Deed, roundId: string, file: BallotFile, count: Count, papers: number): Promise<void> {
  const round = await getRound(deed, roundId, 'lock')
  if (!round.row.counting_since) return
  const article = await allocationArticle(deed, round)
  const first = await keptResult(deed, roundId, 1)
  const result = toResult(deed, round, {
    file,
    count,
    papers,
    first,
    projects: await ballotProjects(deed, roundId),
    alarmBelow: article.alarmBelowPercent,
  })
  await deed.tx
    .insertInto('allocation_result')
    .values({
      street_id: deed.street.id,
      round_id: roundId,
      count: result.count,
      result: JSON.stringify(result),
      file: file.text,
      counted_on: today(deed),
    })
    .execute()
  await takeStep(deed, round, 'count', { counting_since: null })
  const counted = await getRound(deed, roundId)
  await takeStep(deed, counted, 'publish', { objection_until: addDays(today(deed), article.objectionDays) })
  await record(deed, { kind: 'council.allocation.published', plain: { round: roundId, count: result.count, file: result.file.sha256 } })
  const link = `/council/allocation/${roundId}/result`
  await tellPosts(deed, round.row.council_id, ['chair', 'councilClerk'], { template: 'allocation-counted', link })
}

function toResult(
  deed: Deed,
  { row, rules }: Round,
  {
    file,
    count,
    papers,
    first,
    projects,
    alarmBelow,
  }: {
    readonly file: BallotFile
    readonly count: Count
    readonly papers: number
    readonly first: KeptResult | undefined
    readonly projects: readonly ProjectRow[]
    readonly alarmBelow: number
  },
): KeptResult {
  const number = first ? 2 : 1
  const byNumber = new Map(projects.map((project) => [project.number, project]))
  const inGreedy = new Set(count.greedy.winners)
  const voters = showParts([file.groups.length - papers, papers])
  const name = `ronghe-allocation-${row.number}-${number}.pb`
  const before = new Set(first?.projects.filter(({ funded }) => funded).map((project) => project.number))
  const now = new Set(count.winners)
  return {
    roundId: row.id,
    count: number,
    countedOn: today(deed),
    voters: voters.total,
    papers: voters.parts[1]!,
    costCents: Math.round(count.cost * 100),
    budgetCents: rules.budgetCents,
    endowment: count.endowment,
    projects: count.explanations.map((one) => toOutcome(one, byNumber.get(Number(one.project))!, inGreedy)),
    ties: count.ties.map(({ among, winner, by }) => ({ among: among.map(Number), winner: Number(winner), by })),
    greedy: { costCents: Math.round(count.greedy.cost * 100), projects: count.greedy.winners.length },
    groups: groupFigures(count, rules.expected),
    alarms: alarmsOf(count, rules.expected, alarmBelow),
    file: { name, sha256: createHash('sha256').update(file.text).digest('hex'), command: recountCommand(rules, name) },
    changes: first ? { lost: [...before].filter((one) => !now.has(one)), gained: [...now].filter((one) => !before.has(one)) } : null,
    prices: count.prices,
  }
}

const toOutcome = (
  { project, votes, funded, why }: Explanation,
  { id, title, cents }: ProjectRow,
  inGreedy: ReadonlySet<number>,
): ProjectOutcome => ({
  projectId: id,
  number: Number(project),
  title,
  cents,
  votes,
  funded,
  inGreedy: inGreedy.has(Number(project)),
  why: toWhy(why),
})

function toWhy(why: Explanation['why']): WhyFunded {
  switch (why.kind) {
    case 'bought': {
      const { kind, round, payment, inFull, withRest, broke, effectiveVotes } = why
      return { kind, round, payment, inFull, withRest, broke, effectiveVotes }
    }
    case 'short':
      return {
        kind: 'short',
        moneyLeft: why.moneyLeft,
        missing: why.missing,
        spentOn: why.spentOn.slice(0, 3).map(({ project, amount }) => ({ number: Number(project), amount })),
        budget: why.boughtAt?.budget ?? null,
      }
    case 'fitted':
    case 'did-not-fit':
    case 'not-in-time':
      return { kind: why.kind, left: why.left }
    case 'paid-at':
      return { kind: 'paid-at', load: why.load }
    default:
      return { kind: why.kind }
  }
}

export async function readResult(deed: Deed, roundId: string, count?: number): Promise<AllocationResult> {
  await getRound(deed, roundId)
  const result = await keptResult(deed, roundId, count)
  if (!result) throw notFound('allocation-result')
  return result
}

export async function sendBallots(deed: Deed, roundId: string, count: number | undefined, response: FastifyReply): Promise<void> {
  const row = await resultRow(deed, roundId, count)
  if (!row) throw notFound('allocation-result')
  const { name } = (row.result as KeptResult).file
  deed.afterCommit(async () => {
    await response
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(row.file)
  })
}

/** What one's own ballot did: for the voter's own session, while there is a key to find the ballot with. */
export async function ownEffect(deed: Deed, personId: string, roundId: string): Promise<OwnEffect> {
  await getRound(deed, roundId)
  const result = await keptResult(deed, roundId)
  if (!result) throw notFound('allocation-result')
  const ballot = await keptBallot(deed, personId, roundId)
  if (!ballot?.picks) return { voted: ballot !== undefined, onPaper: ballot?.picks === null, purse: null, choices: [] }
  const outcomes = new Map(result.projects.map((project) => [project.number, project]))
  // The count went by what was still on the ballot.
  const picks = ballot.picks.filter(({ number }) => outcomes.has(number))
  const paying = result.prices ? payingOf(picks, result.prices) : undefined
  return {
    voted: true,
    onPaper: false,
    purse: paying && result.endowment ? { first: result.endowment.last, left: paying.left } : null,
    choices: picks.map(({ number }) => {
      const { projectId, title, cents, funded } = outcomes.get(number)!
      return { projectId, number, title, cents, funded, paid: paying?.paid.get(number) ?? null }
    }),
  }
}

const resultRow = (deed: Deed, roundId: string, count?: number) =>
  deed.tx
    .selectFrom('allocation_result')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .$if(count !== undefined, (query) => query.where('count', '=', count!))
    .orderBy('count', 'desc')
    .limit(1)
    .executeTakeFirst()

const keptResult = async (deed: Deed, roundId: string, count?: number): Promise<KeptResult | undefined> =>
  (await resultRow(deed, roundId, count))?.result as KeptResult | undefined

async function uncorrected(deed: Deed, roundId: string): Promise<number> {
  const rows = await deed.tx
    .selectFrom('allocation_ground')
    .select('project_id')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .where('corrected_on', 'is', null)
    .execute()
  return rows.length
}
