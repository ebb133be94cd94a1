import type { Text } from '@ronghe/forms'

/** The same thing said in both languages, Chinese first. */
export const say = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english })
