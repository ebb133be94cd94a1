/** What several desk screens of this room say alike. */
export const zh = {
  chinese: '中文',
  english: '英文',
  inLanguage: (label: string, language: string) => `${label}（${language}）`,
  choosePost: '请选一个岗位',
}

export type ProgrammeDeskWords = typeof zh
