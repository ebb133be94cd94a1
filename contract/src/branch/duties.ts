import * as z from 'zod/mini'
import { Text, words } from '../values.ts'

/** Dual management: whose matter a duty is, the home branch's, which keeps the formal relation, the host branch's, or both's. */
export const DutySide = z.enum(['home', 'host', 'both'])
export type DutySide = z.infer<typeof DutySide>
export const Duty = z.object({ name: Text, side: DutySide })
export type Duty = z.infer<typeof Duty>

export const DutyWords = z.object({ name: z.object({ 'zh-CN': words(40), en: z.optional(words(80)) }), side: DutySide })
export const mostDuties = 10

/** What holds until a branch has agreed otherwise (《关于进一步加强和改进流动党员管理工作的意见》, 2024). */
export const standardDuties: readonly Duty[] = [
  { name: { 'zh-CN': '组织关系', en: 'Formal membership' }, side: 'home' },
  { name: { 'zh-CN': '日常教育', en: 'Everyday education' }, side: 'host' },
  { name: { 'zh-CN': '组织生活和会议', en: 'Meetings and branch life' }, side: 'host' },
  { name: { 'zh-CN': '民主评议', en: 'Yearly appraisal' }, side: 'both' },
  { name: { 'zh-CN': '困难帮助', en: 'Help in difficulty' }, side: 'host' },
  { name: { 'zh-CN': '通知和文件', en: 'Notices and papers' }, side: 'both' },
  { name: { 'zh-CN': '服务群众的活动', en: 'Activities for neighbours' }, side: 'host' },
  { name: { 'zh-CN': '选举和表决', en: 'Elections and votes' }, side: 'home' },
  { name: { 'zh-CN': '发展党员的手续', en: 'Admitting members' }, side: 'home' },
  { name: { 'zh-CN': '来往和变动的告知', en: 'Telling of moves and changes' }, side: 'both' },
]
