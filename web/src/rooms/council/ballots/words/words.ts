import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type BallotWords, zh } from './zh-CN.ts'

export const ballotWords: Words<BallotWords> = { 'zh-CN': zh, en }
