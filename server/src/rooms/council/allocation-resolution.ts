import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { fundedIn, projectsOf, type Round } from './allocation-rows.ts'
import { adoptResolution } from './resolution-adopting.ts'

/** The result as one resolution: every funded project is a line of it, in the order of the ballot. */
export async function adoptAllocation(deed: Deed, { row, rules }: Round): Promise<string> {
  const funded = await fundedIn(deed, row.id)
  const projects = (await projectsOf(deed, row.id)).filter(({ id }) => funded.has(id))
  const title = row.title as Text
  const yuan = (cents: number) => (cents / 100).toLocaleString('en-US')
  return adoptResolution(deed, {
    councilId: row.council_id,
    source: 'allocation',
    sourceId: row.id,
    meetingId: null,
    title: {
      'zh-CN': `确认“${title['zh-CN']}”的投票结果`,
      ...(title.en ? { en: `Taking note of the vote on “${title.en}”` } : {}),
    },
    decided: [
      `居民用 ${yuan(rules.budgetCents)} 元投票选定 ${projects.length} 个项目，议事会照单确认：`,
      ...projects.map(({ number, title: name, cents }) => `${number}号 ${name}，${yuan(cents)} 元。`),
    ],
    translation: [
      `Residents decided on ${projects.length} projects out of ${yuan(rules.budgetCents)} yuan; the council takes note of all of them:`,
      ...projects.map(({ number, title: name, cents }) => `No. ${number}, ${name}, ${yuan(cents)} yuan.`),
    ],
  })
}
