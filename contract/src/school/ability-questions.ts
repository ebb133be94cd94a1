import type { Text } from '../values.ts'
import type { CourseModule } from './courses.ts'

/**
 * What somebody says they can do, from 1 (not at all) to 5 (with ease): three to a module, the same before, after and three months on. A question
 * that changes is another question: add one at the end, never reword.
 */
export const abilityQuestions = {
  publicManagement: [
    { 'zh-CN': '我知道一件事该找哪个部门。', en: 'I know which office a matter belongs to.' },
    { 'zh-CN': '我看得懂通知和表格。', en: 'I understand notices and forms.' },
    { 'zh-CN': '我能替邻居把事情问清楚。', en: 'I can find things out for a neighbour.' },
  ],
  communityLeadership: [
    { 'zh-CN': '我敢在众人面前把话说完。', en: 'I dare to speak my mind in front of others.' },
    { 'zh-CN': '意见不一样的时候，我能把大家聊到一起。', en: 'When opinions differ I can bring people to the table.' },
    { 'zh-CN': '我能带几个人把一件事做完。', en: 'I can lead a few people until something is done.' },
  ],
  organisationCapacity: [
    { 'zh-CN': '我会做一份活动计划和预算。', en: 'I can plan an activity and its budget.' },
    { 'zh-CN': '我会把钱和事记清楚给大家看。', en: 'I can keep accounts that everybody can read.' },
    { 'zh-CN': '我知道怎么找人找资源。', en: 'I know where to find people and means.' },
  ],
  earlyChildhood: [
    { 'zh-CN': '孩子闹的时候，我有办法。', en: 'When a child is upset I know what to do.' },
    { 'zh-CN': '我每天能陪孩子玩一会儿、说说话。', en: 'I find time to play and talk with the child every day.' },
    { 'zh-CN': '孩子的事不清楚，我知道问谁。', en: 'When I am unsure I know whom to ask.' },
  ],
  vocationalSkills: [
    { 'zh-CN': '这门手艺的基本活，我自己做得来。', en: 'I can do the basic work of this trade by myself.' },
    { 'zh-CN': '出了小毛病，我知道从哪儿查起。', en: 'When something goes wrong I know where to look first.' },
    { 'zh-CN': '找工作时，我说得清自己会什么。', en: 'Looking for work, I can say what I am able to do.' },
  ],
  localLife: [
    { 'zh-CN': '我听得懂、也能说几句邻居说的话。', en: 'I understand and speak some of what my neighbours speak.' },
    { 'zh-CN': '我知道这里的规矩和习惯是怎么来的。', en: 'I know where the customs here come from.' },
    { 'zh-CN': '碰到事，我叫得出能帮忙的邻居。', en: 'If something happens I know a neighbour to call.' },
  ],
} as const satisfies Readonly<Record<CourseModule, readonly Text[]>>
