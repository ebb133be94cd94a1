import type { Language } from './values.ts'
import { refusals as councilZh } from './council/words/zh-CN.ts'
import { refusals as councilEn } from './council/words/en.ts'
import { refusals as peopleZh } from './people/words/zh-CN.ts'
import { refusals as peopleEn } from './people/words/en.ts'
import { refusals as platformZh } from './platform/words/zh-CN.ts'
import { refusals as platformEn } from './platform/words/en.ts'
import { refusals as programmeZh } from './programme/words/zh-CN.ts'
import { refusals as programmeEn } from './programme/words/en.ts'
import { counterRefusals as counterZh } from './station/words/counter-zh-CN.ts'
import { counterRefusals as counterEn } from './station/words/counter-en.ts'
import { refusals as stationZh } from './station/words/zh-CN.ts'
import { refusals as stationEn } from './station/words/en.ts'
import { refusals as branchZh } from './branch/words/zh-CN.ts'
import { refusals as branchEn } from './branch/words/en.ts'
import { refusals as insightZh } from './insight/words/zh-CN.ts'
import { refusals as insightEn } from './insight/words/en.ts'
import { refusals as schoolZh } from './school/words/zh-CN.ts'
import { refusals as schoolEn } from './school/words/en.ts'
import { refusals as volunteersZh } from './volunteers/words/zh-CN.ts'
import { refusals as volunteersEn } from './volunteers/words/en.ts'

/** Sentences the server speaks; `{name}` is replaced from the parameters. Codes are unique over all rooms (a test says so). */
export type Sentences = Readonly<Record<string, string>>

export const sentences: Readonly<Record<Language, Sentences>> = {
  'zh-CN': {
    ...platformZh,
    ...peopleZh,
    ...programmeZh,
    ...stationZh,
    ...counterZh,
    ...councilZh,
    ...volunteersZh,
    ...schoolZh,
    ...branchZh,
    ...insightZh,
  },
  en: {
    ...platformEn,
    ...peopleEn,
    ...programmeEn,
    ...stationEn,
    ...counterEn,
    ...councilEn,
    ...volunteersEn,
    ...schoolEn,
    ...branchEn,
    ...insightEn,
  },
}

export function say(language: Language, code: string, params: Readonly<Record<string, string | number>> = {}): string {
  const sentence = sentences[language][code] ?? sentences['zh-CN'][code]
  if (sentence === undefined) throw new Error(`no words for ${code}`)
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

/** The same where a room may have no words of its own for a code: messages (`message-…`), purposes of a look at data (`purpose-…`). */
export const sayIfKnown = (language: Language, code: string, params: Readonly<Record<string, string | number>> = {}): string | undefined =>
  code in sentences['zh-CN'] ? say(language, code, params) : undefined
