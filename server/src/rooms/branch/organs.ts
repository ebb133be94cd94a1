import type { BranchCard } from '@ronghe/contract/branch/branches.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { BranchDeed } from '../../platform/branch/branch-deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { listOrgans } from '../programme/organs.ts'
import { openPublished } from '../programme/published-offices.ts'

/** What everybody may read of a branch outside: its line in the register of organs, and the offices whose holders agreed to be named. */
export interface BranchOrgan {
  readonly id: string
  readonly name: Text
  readonly parent: Text | null
  readonly summary: Text | null
  readonly approval: string | null
  readonly published: BranchCard['published']
}

/** The street's branches that exist today, in one look outside that is the same whoever asks. */
export const branchOrgans = (deed: BranchDeed): Promise<readonly BranchOrgan[]> =>
  deed.outside(async (shared) => {
    const { items } = await listOrgans(shared, 'branch')
    const organs: BranchOrgan[] = []
    for (const { id, name, parent, summary } of items) {
      const { approval } = await getOrgan(shared, id)
      organs.push({ id, name, parent: parent?.name ?? null, summary, approval, published: await openPublished(shared, id) })
    }
    return organs
  })

export async function getBranchOrgan(deed: BranchDeed, id: string): Promise<BranchOrgan> {
  const organ = (await branchOrgans(deed)).find((one) => one.id === id)
  if (!organ) throw notFound('branch')
  return organ
}

/** The name of a branch, also of one that has been closed meanwhile. */
export async function branchNames(deed: BranchDeed): Promise<(id: string) => Text> {
  const names = new Map((await branchOrgans(deed)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? { 'zh-CN': '已结束的支部', en: 'A branch that has ended' }
}
