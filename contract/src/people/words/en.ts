import type { refusals as chinese } from './zh-CN.ts'

export const refusals: Readonly<Record<keyof typeof chinese, string>> = {}
