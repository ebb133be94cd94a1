import * as z from 'zod/mini'
import type { Text } from '../values.ts'

/**
 * What a street's departments are called in services, cases and hazards. An organ carries one of these keys; where a street has no organ for
 * one of them, the name here is what pages say.
 */
export const departmentNames = {
  police: { 'zh-CN': '派出所', en: 'Police' },
  justice: { 'zh-CN': '司法所', en: 'Justice' },
  civilAffairs: { 'zh-CN': '社会事务', en: 'Civil affairs' },
  labour: { 'zh-CN': '人社', en: 'Labour and insurance' },
  health: { 'zh-CN': '医保和卫生', en: 'Health' },
  culture: { 'zh-CN': '文化', en: 'Culture' },
  education: { 'zh-CN': '教育', en: 'Education' },
  housing: { 'zh-CN': '租赁和住房', en: 'Housing' },
  tax: { 'zh-CN': '税务', en: 'Tax' },
  environment: { 'zh-CN': '城市管理', en: 'Urban management' },
  lighting: { 'zh-CN': '路灯管理', en: 'Street lighting' },
  sanitation: { 'zh-CN': '环卫', en: 'Rubbish collection' },
  liftSafety: { 'zh-CN': '电梯监管', en: 'Lift safety' },
  water: { 'zh-CN': '供水排水', en: 'Water and drains' },
  roads: { 'zh-CN': '道路养护', en: 'Road works' },
  power: { 'zh-CN': '供电', en: 'Power supply' },
} as const satisfies Readonly<Record<string, Text>>
export type DepartmentKey = keyof typeof departmentNames
export const departmentKeys = Object.keys(departmentNames) as [DepartmentKey, ...DepartmentKey[]]
export const DepartmentKey = z.enum(departmentKeys)
