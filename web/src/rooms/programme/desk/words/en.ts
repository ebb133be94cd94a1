import type { ProgrammeDeskWords } from './zh-CN.ts'

export const en: ProgrammeDeskWords = {
  chinese: 'Chinese',
  english: 'English',
  inLanguage: (label, language) => `${label} (${language})`,
  choosePost: 'Choose a post',
}
