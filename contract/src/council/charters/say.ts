import { inLanguage, type Language } from '../../values.ts'
import { articleKeys, type ArticleKey, type Charter, type CharterParameters } from '../charter.ts'
import { choiceLabels, parameterLabels, type ParameterName } from './parameters.ts'

export type ParameterValue = number | boolean | string | readonly [number, number] | readonly string[]

/** Every parameter of an article by its name, in the order of the charter. */
export const parametersIn = (parameters: CharterParameters, key: ArticleKey): readonly (readonly [ParameterName, ParameterValue])[] =>
  Object.entries(parameters[key]).map(([name, value]) => [`${key}.${name}` as ParameterName, value as ParameterValue])

/** A parameter as a sentence says it: a share in words, a yes as a yes. */
export function sayValue(value: ParameterValue, language: Language): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否'
  if (typeof value === 'string') return choiceLabels[value] ? inLanguage(choiceLabels[value], language) : value
  if (isShare(value)) return language === 'en' ? shareInEnglish(value) : shareInChinese(value)
  if (value.length === 0) return language === 'en' ? 'none' : '无'
  return value.map((one) => sayValue(one, language)).join(language === 'en' ? ', ' : '、')
}

const isShare = (value: readonly unknown[]): value is readonly [number, number] => value.length === 2 && typeof value[0] === 'number'

/** The words of an article with its numbers in their places. A name the charter does not have stays as it was typed, for its writer to see. */
export function articleText({ parameters, articles }: Charter, key: ArticleKey, language: Language): string {
  const article = articles.find((one) => one.key === key)
  if (!article) return ''
  const words = inLanguage(article.prose, language).replace(/\{(\w+)\.(\w+)\}/g, (written, of: string, name: string) => {
    const value = (parameters as unknown as Record<string, Record<string, ParameterValue>>)[of]?.[name]
    return value === undefined ? written : sayValue(value, language)
  })
  // A number stands apart from Chinese words, a share in words does not.
  return language === 'en' ? words : words.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '')
}

export const articleNumber = (key: ArticleKey): number => articleKeys.indexOf(key) + 1

/** Names in the prose that no parameter has: a mistake the editor shows and the server refuses. */
export const unknownNames = (prose: string): readonly string[] =>
  Array.from(prose.matchAll(/\{([^{}]*)\}/g), ([, name]) => name!).filter((name) => !(name in parameterLabels))

const digits = '〇一二三四五六七八九'
function inChinese(count: number): string {
  if (count === 100) return '一百'
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? digits[tens]! : ''}${tens > 0 ? '十' : ''}${ones > 0 || count === 0 ? digits[ones]! : ''}`
}

function shareInChinese([part, whole]: readonly [number, number]): string {
  if (part === whole) return '全部'
  return part === 1 && whole === 2 ? '一半' : `${inChinese(whole)}分之${inChinese(part)}`
}

const counts = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const parts: Readonly<Record<number, string>> = {
  3: 'third',
  4: 'quarter',
  5: 'fifth',
  6: 'sixth',
  7: 'seventh',
  8: 'eighth',
  9: 'ninth',
  10: 'tenth',
}

function shareInEnglish([part, whole]: readonly [number, number]): string {
  if (part === whole) return 'all'
  if (whole === 2) return 'half'
  const name = parts[whole]
  return name && counts[part] ? `${counts[part]}-${name}${part > 1 ? 's' : ''}` : `${part} of ${whole}`
}
