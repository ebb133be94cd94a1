/** A text in each language, the shape the contract uses too. Chinese is always there; a missing translation falls back to it. */
export interface Text {
  readonly 'zh-CN': string
  readonly en?: string | undefined
}

/** A calendar day in the street's zone, `2026-11-23`. */
export type Day = string

export type Language = 'zh-CN' | 'en'

export const inLanguage = (text: Text, language: Language): string => text[language] || text['zh-CN']
