import { listBranches } from '@ronghe/contract/branch/branches.ts'
import { readMyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { listMembers } from '@ronghe/contract/branch/members.ts'
import { openTown } from '@ronghe/server/platform/database/testing.ts'
import { expect, test } from 'vitest'
import { loadBranchHouses } from './branch-house.ts'
import { organId } from './load-cast.ts'

test('two branches with a year behind them, a third that nobody has taken up; one name is public, by consent', async () => {
  const town = await openTown()
  try {
    const began = performance.now()
    await loadBranchHouses(town.platform, town.street)
    expect(performance.now() - began).toBeLessThan(8000)
    const { items } = await town.anonymous.call(listBranches)
    expect(items.map(({ takesCheckIns, published }) => [takesCheckIns, published.map(({ name }) => name)]).toSorted()).toEqual([
      [false, []],
      [true, []],
      [true, ['徐建平']],
    ])
    const branchId = organId(town.street.id, 'printersBranch')
    const members = (await town.as('heDali').call(listMembers, { params: { branchId } })).items
    expect(members.map(({ channel, state }) => `${channel} ${state}`).toSorted()).toEqual([
      ...Array.from({ length: 6 }, () => 'paper confirmed'),
      'phone confirmed',
    ])
    expect((await town.as('dengKai').call(readMyCheckIn)).checkIn?.state).toBe('confirmed')
  } finally {
    await town.close()
  }
})
