import { listShownHonours } from '@ronghe/contract/branch/honours.ts'
import { listCarried } from '@ronghe/contract/branch/liaison.ts'
import { listOpenOccasions, readBranchFigures, readMyBranchYear } from '@ronghe/contract/branch/occasions.ts'
import { readByCode } from '@ronghe/contract/programme/concerns.ts'
import { openTown } from '@ronghe/server/platform/database/testing.ts'
import { expect, test } from 'vitest'
import { loadBranchHouses } from './branch-house.ts'
import { loadBranchLife } from './branch-life.ts'
import { organId } from './load-cast.ts'

test('a year of two branches: most dates held, some called off, words answered that can be followed by their code, one commendation outside by consent', async () => {
  const town = await openTown()
  try {
    await loadBranchHouses(town.platform, town.street)
    await loadBranchLife(town.platform, town.street)
    const [branchId, printers] = [organId(town.street.id, 'branch'), organId(town.street.id, 'printersBranch')]
    const { items } = await town.as('heDali').call(readBranchFigures, { params: { branchId: printers } })
    const [due, held] = [items.reduce((sum, one) => sum + one.due, 0), items.reduce((sum, one) => sum + one.held, 0)]
    expect(due).toBeGreaterThan(40)
    expect(held).toBeGreaterThan(due * 0.7)
    expect(held).toBeLessThan(due)
    expect(items.find(({ kind }) => kind === 'themedDay')!.attendance.kind).toBe('shown')
    const carried = (await town.as('xu').call(listCarried, { params: { branchId } })).items
    expect(carried.map(({ state }) => state).toSorted()).toEqual(['answered', 'given'])
    const answered = carried.find(({ state }) => state === 'answered')!
    expect(await town.anonymous.call(readByCode, { body: { code: answered.claimCode! } })).toMatchObject({ words: answered.words })
    expect((await town.anonymous.call(listShownHonours, { params: { branchId: printers } })).items.map(({ name }) => name)).toEqual([
      '小邓',
    ])
    expect((await town.anonymous.call(listOpenOccasions, { params: { branchId } })).items.map(({ title }) => title['zh-CN'])).toEqual([
      '义务理发',
    ])
    expect((await town.as('dengKai').call(readMyBranchYear)).items.some(({ came }) => came === 'paper')).toBe(true)
  } finally {
    await town.close()
  }
})
