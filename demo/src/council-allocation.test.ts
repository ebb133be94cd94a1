import { createHash } from 'node:crypto'
import { main } from '../../packages/allocation/src/bin.ts'
import { downloadBallots, readOwnEffect, readResult } from '@ronghe/contract/council/allocation-results.ts'
import { listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { castBallot } from '@ronghe/contract/council/allocation-ballots.ts'
import { listRounds, readRound } from '@ronghe/contract/council/allocation.ts'
import { openTown, type Town } from '@ronghe/server/platform/database/testing.ts'
import { keepLevel } from '@ronghe/server/rooms/people/residence.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotsCast, loadAllocation, onPaper } from './council-allocation.ts'
import { loadCouncil } from './council.ts'
import { communityId } from './load-cast.ts'

let town: Town
let finished: string
let open: string
beforeAll(async () => {
  town = await openTown()
  // Whoever votes in the year had said who they are before it.
  await town.rows(`update group_choice set at = at - interval '400 days'`)
  await town.deed(async (deed) => {
    await loadCouncil({ ...deed, now: new Date(deed.now.getTime() - 270 * 86_400_000) })
    await loadAllocation(deed)
  })
  const { items } = await town.anonymous.call(listRounds)
  finished = items.find(({ state }) => state === 'evaluated')!.id
  open = items.find(({ state }) => state === 'voting')!.id
}, 60_000)
afterAll(() => town?.close())

test('the round of the year has forty projects on its ballot and three thousand ballots, and ended with every project accounted for', async () => {
  const params = { roundId: finished }
  const result = await town.anonymous.call(readResult, { params })
  expect(result.projects).toHaveLength(40)
  expect(result.voters).toEqual({ kind: 'shown', count: ballotsCast })
  expect(result.papers).toEqual({ kind: 'shown', count: onPaper })
  expect(result.costCents).toBeLessThanOrEqual(result.budgetCents)
  expect(result.projects.filter(({ funded, inGreedy }) => funded !== inGreedy).length).toBeGreaterThan(1)
  expect(result.groups.newcomer.voters.kind).toBe('shown')
  const round = await town.anonymous.call(readRound, { params })
  expect(round.history.map(({ state }) => state)).toEqual([
    'setUp',
    'rulesFixed',
    'call',
    'feasibility',
    'voting',
    'counted',
    'objection',
    'resolution',
    'projects',
    'evaluated',
  ])
  expect(round.history.map(({ on }) => on)).toEqual(round.history.map(({ on }) => on).toSorted())
  expect(round.resolutionId).not.toBeNull()
  const { items } = await town.anonymous.call(listProjects, { params })
  const funded = new Set(result.projects.flatMap((project) => (project.funded ? [project.projectId] : [])))
  expect(
    items
      .filter(({ account }) => account !== null)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...funded].toSorted())
  expect(items.map(({ state }) => state)).toEqual(expect.arrayContaining(['feasible', 'refused', 'merged']))
})

test('the published file, run by the published command, gives the published winners', async () => {
  const params = { roundId: finished }
  const { file, projects } = await town.anonymous.call(readResult, { params })
  const { body } = await town.anonymous.raw(downloadBallots, { params })
  expect(createHash('sha256').update(body).digest('hex')).toBe(file.sha256)
  const said: string[] = []
  const [, ...args] = file.command.split(' ').map((word) => word.replaceAll("'", ''))
  const code = main([...args, '--json', '--no-budgets'], {
    say: (line) => said.push(line),
    complain: () => {},
    read: () => body,
    now: () => 0,
  })
  expect(code).toBe(0)
  const { winners, cost } = JSON.parse(said.join('')) as { winners: string[]; cost: number }
  expect(winners.map(Number)).toEqual(projects.filter(({ funded }) => funded).map(({ number }) => number))
  expect(winners.length).toBeGreaterThan(10)
  expect(cost).toBeGreaterThan(0)
})

test('Chen sees what his vote did; the other round is open and he can vote in it', async () => {
  const effect = await town.as('chen').call(readOwnEffect, { params: { roundId: finished } })
  expect(effect).toMatchObject({ voted: true, onPaper: false })
  expect(effect.choices.length).toBeGreaterThan(0)
  await town.deed((deed) =>
    keepLevel(deed, {
      personId: town.idOf('chen'),
      level: 'attested',
      communityId: communityId(deed.street.id, 'songbai'),
      confirmerPost: null,
    }),
  )
  const { items } = await town.as('chen').call(listProjects, { params: { roundId: open } })
  const { ballot } = await town
    .as('chen')
    .call(castBallot, { params: { roundId: open }, body: { choices: [{ projectId: items[1]!.id, points: 7 }] } })
  expect(ballot.choices).toEqual([{ projectId: items[1]!.id, points: 7 }])
})
