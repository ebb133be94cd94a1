import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type NeighbourWords, zh } from './zh-CN.ts'

export const neighbourWords: Words<NeighbourWords> = { 'zh-CN': zh, en }
