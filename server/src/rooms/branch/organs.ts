import type { Text } from '@ronghe/contract/values.ts'
import { dayOf, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { listOrgans, readOrgan } from '../programme/organs.ts'

/** What the register of organs says of a branch, which is the same for everybody. */
export interface BranchOrgan {
  readonly id: string
  readonly name: Text
  readonly parent: Text | null
  readonly summary: Text | null
}

/** The street's branches that exist today. Looked up outside with every request alike, so that the look says nothing about who asks. */
export async function branchOrgans(deed: BranchDeed): Promise<readonly BranchOrgan[]> {
  const { items } = await deed.outside((shared) => listOrgans(shared, 'branch'))
  return items.map(({ id, name, parent, summary }) => ({ id, name, parent: parent?.name ?? null, summary }))
}

export async function getBranchOrgan(deed: BranchDeed, id: string): Promise<BranchOrgan> {
  const organ = (await branchOrgans(deed)).find((one) => one.id === id)
  if (!organ) throw notFound('branch')
  return organ
}

export async function approvalOf(deed: BranchDeed, id: string): Promise<string | null> {
  const { approval, endedOn } = await deed.outside((shared) => readOrgan(shared, id))
  if (endedOn !== null && endedOn < dayOf(deed)) throw notFound('branch')
  return approval
}

/** The name of a branch, also of one that has been closed meanwhile. */
export async function branchNames(deed: BranchDeed): Promise<(id: string) => Text> {
  const names = new Map((await branchOrgans(deed)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? { 'zh-CN': '已结束的支部', en: 'A branch that has ended' }
}
