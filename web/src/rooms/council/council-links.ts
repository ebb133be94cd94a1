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
    title: { 'zh-CN': '走访', en: 'Visits' },
    second: { 'zh-CN': '代表去过哪些巷子，哪里还没去', en: 'Which lanes delegates have been to, and which not yet' },
    to: '/council/$councilId/visits/plan',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '大家说的事', en: 'What many have said' },
    second: { 'zh-CN': '同样的诉求并成一条，漏了什么都写着', en: 'Concerns brought together, and what was left out' },
    to: '/council/$councilId/merged',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '征求意见', en: 'Conversations' },
    second: { 'zh-CN': '一句一句表态，看两边怎么想', en: 'Vote on statements and see what both groups think' },
    to: '/council/$councilId/conversations',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '议案', en: 'Motions' },
    second: { 'zh-CN': '提了什么、走到哪一步、为什么', en: 'What was moved, how far it is, and why' },
    to: '/council/$councilId/motions',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '会议和记录', en: 'Meetings and minutes' },
    second: { 'zh-CN': '什么时候开、谁到了、说了什么', en: 'When it meets, who came, what was said' },
    to: '/council/$councilId/meetings',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '秘密投票', en: 'Secret ballots' },
    second: { 'zh-CN': '有关个人的投票，每个人可以查自己的一票', en: 'Votes about persons; everybody can check their own' },
    to: '/council/$councilId/ballots',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '决议和落实', en: 'Resolutions and follow-up' },
    second: { 'zh-CN': '谁来办、哪天办好、超期的有哪些', en: 'Who does it by when, and what is late' },
    to: '/council/$councilId/resolutions',
    ofCouncil: true,
  },
  {
    title: { 'zh-CN': '我的诉求怎么样了', en: 'What became of my concerns' },
    second: { 'zh-CN': '并到了哪里，定了什么，解决了没有', en: 'Where they went, what was decided, whether it is solved' },
    to: '/council/mine',
    ofCouncil: false,
  },
  {
    title: { 'zh-CN': '街坊一起分钱', en: 'Sharing money' },
    second: { 'zh-CN': '提项目、投票、看结果和理由', en: 'Propose, vote, and see the result with its reasons' },
    to: '/council/allocation',
    ofCouncil: false,
  },
]
