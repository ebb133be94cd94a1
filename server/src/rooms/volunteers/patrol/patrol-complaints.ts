import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { raiseAnonymously } from '../../programme/concern-raising.ts'
import { describeReader } from '../../programme/concern-reader.ts'

async function teamWith(deed: Deed, number: string) {
  const row = await deed.tx
    .selectFrom('patrol_armband')
    .innerJoin('team', (join) =>
      join.onRef('team.street_id', '=', 'patrol_armband.street_id').onRef('team.id', '=', 'patrol_armband.team_id'),
    )
    .select(['team.name', 'team.organ_id', 'team.leader_post'])
    .where('patrol_armband.street_id', '=', deed.street.id)
    .where('patrol_armband.number', '=', number.toUpperCase())
    .executeTakeFirst()
  if (!row) throw notFound('armband')
  return row
}

/** Whose armband it is, and who would read a complaint: never somebody of the patrol's own organ. */
export async function whoseArmband(deed: Deed, number: string): Promise<{ team: Text; readBy: Text }> {
  const team = await teamWith(deed, number)
  const { reader } = await describeReader(deed, about(team))
  if (!reader) throw refused('nobody-may-read', { instead: 'go-outside-the-street' })
  return {
    team: team.name as Text,
    readBy: {
      'zh-CN': `${reader.organ['zh-CN']}${reader.post['zh-CN']}`,
      en: `${reader.post.en ?? reader.post['zh-CN']}, ${reader.organ.en ?? reader.organ['zh-CN']}`,
    },
  }
}

/** A concern like every other that is about somebody who serves here: the protected way, without an account. */
export async function complain(deed: Deed, number: string, words: string) {
  const team = await teamWith(deed, number)
  const topics = await setting(deed, 'concernTopics')
  const topic = topics.find(({ key }) => key === 'safety') ?? topics.at(-1)!
  const raised = await raiseAnonymously(deed, { words, topic: topic.key, aboutStaff: about(team) })
  return { number: raised.number, claimCode: raised.claimCode, answerBy: raised.answerBy, readBy: raised.readBy }
}

const about = ({ organ_id, leader_post }: { readonly organ_id: string; readonly leader_post: string }) => ({
  organId: organ_id,
  postId: leader_post,
})
