import { loadCouncil } from '@ronghe/demo/council.ts'
import { organId } from '@ronghe/demo/load-cast.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'

/** S Street with its council: the charter 6 + 6 + 1 in force, thirteen delegates in office, a clerk and a credential authority. */
export interface CouncilTown extends Town {
  readonly councilId: string
}

export async function openCouncil(options: Parameters<typeof openTown>[0] = {}): Promise<CouncilTown> {
  const town = await openTown(options)
  for (const street of [town.street, town.otherStreet]) await town.deed(loadCouncil, { street })
  return { ...town, councilId: organId(town.street.id, 'council') }
}

/** Of each bench, in the order of their seats. */
export const newcomers = ['zhou', 'liZhiqiang', 'sunLanying', 'heYong', 'tanXiaomei', 'guoLei'] as const
export const locals = ['uncleHuang', 'liangShaofen', 'zengBo', 'luoWeiqiang', 'panHui', 'chenYaozong'] as const
