import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { communityId, postId } from '@ronghe/demo/load-cast.ts'
import type { Town } from '../../../platform/database/testing.ts'
import { freezeInsight } from '../freeze.ts'

const residents = ['chen', 'auntHuang', 'zhou'] as const

/** A summer in which twelve concerns a month came, all but one from one community, some answered late; then its figures are counted. */
export async function summerOfConcerns(town: Pick<Town, 'as' | 'at' | 'now' | 'deed' | 'street'>): Promise<void> {
  const present = town.now()
  for (const month of ['07', '08', '09'])
    for (let day = 1; day <= 12; day++) {
      town.at(`2026-${month}-${String(day * 2).padStart(2, '0')}T09:00:00+08:00`)
      const { id } = await town.as(residents[day % residents.length]!).call(concerns.raiseConcern, {
        body: {
          words: `第 ${day} 件：路灯坏了。`,
          topic: 'safety',
          communityId: communityId(town.street.id, day === 12 ? 'hebian' : 'songbai'),
        },
      })
      const work = (who: 'officerLin' | 'fangWei', what: unknown) =>
        town.as(who).call(concerns.workOnConcern, { params: { concernId: id }, body: { what: what as never } })
      await work('officerLin', { act: 'screen', ownerPostId: postId(town.street.id, 'environmentOfficer') })
      // Every other one waits until late in the month.
      if (day % 2 === 0) town.at(`2026-${month}-27T09:00:00+08:00`)
      await work('fangWei', { act: 'begin' })
      await work('fangWei', { act: 'answer', words: '灯换好了。' })
    }
  town.at(present)
  await town.deed(freezeInsight)
}
