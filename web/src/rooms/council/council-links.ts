import type { Text } from '@ronghe/contract/values.ts'

/** A way from the council's page into one of its parts. Each part adds its own line. */
export interface CouncilLink {
  readonly title: Text
  readonly second: Text
  readonly to: string
  /** Whether the address names the council. */
  readonly ofCouncil: boolean
}

/** In the order in which a matter takes its course. */
export const councilLinks: readonly CouncilLink[] = [
  {
    title: { 'zh-CN': '征求意见', en: 'Conversations' },
    second: { 'zh-CN': '一句一句表态，看两边怎么想', en: 'Vote on statements and see what both groups think' },
    to: '/council/$councilId/conversations',
    ofCouncil: true,
  },
]
