import { describeCondition } from './describe-condition.ts'
import type { DayBound, Field, FormDefinition, WayOut } from './definition.ts'
import { kindWords, needWords, type aspectWords } from './service-words.ts'
import { inLanguage, type Language, type Text } from './text.ts'

type Both = (text: Text | undefined) => string

/** What one field says, each with the aspect it is about. */
export function fieldLines(
  field: Field,
  form: FormDefinition,
  language: Language,
  both: Both,
): (readonly [keyof typeof aspectWords | undefined, string | undefined])[] {
  const yes = language === 'en' ? 'yes' : '是'
  return [
    [undefined, both(field.label)],
    ['kind', inLanguage(kindWords[field.kind], language)],
    ['help', both(field.help)],
    ['needed', field.required ? yes : undefined],
    ['requiredWhen', field.requiredWhen && describeCondition(field.requiredWhen, form, language)],
    ['when', field.visibleWhen && describeCondition(field.visibleWhen, form, language)],
    ['limits', limits(field, language, both)],
    ['options', options(field, both)],
    ['wayOut', wayOut('none' in field ? field.none : undefined, both)],
    ['known', field.known],
    ['sensitive', field.sensitive ? yes : undefined],
  ]
}

const options = (field: Field, both: Both): string =>
  'options' in field
    ? field.options.map(({ value, label, hint }) => [`${both(label)} [${value}]`, both(hint)].filter(Boolean).join(' · ')).join('\n')
    : ''

const wayOut = (way: WayOut | undefined, both: Both): string =>
  way ? [both(way.label), both(way.leadsTo), way.service].filter(Boolean).join(' → ') : ''

/** What an answer must keep to, in the order it is checked. */
function limits(field: Field, language: Language, both: Both): string {
  const english = language === 'en'
  const range = (least: string | undefined, most: string | undefined) => [
    ...(least === undefined ? [] : [english ? `at least ${least}` : `不小于 ${least}`]),
    ...(most === undefined ? [] : [english ? `at most ${most}` : `不大于 ${most}`]),
  ]
  const words = (bound: number | undefined, divided = 1) => (bound === undefined ? undefined : String(bound / divided))
  const day = (bound: DayBound | undefined) =>
    bound === undefined || typeof bound === 'string' ? bound : daysFromTodayWords(bound.daysFromToday, language)
  const parts = ((): readonly string[] => {
    switch (field.kind) {
      case 'text':
      case 'longText':
        return [
          ...range(words(field.least), words(field.most)),
          ...(field.pattern ? [`${field.pattern.expression} · ${both(field.pattern.message)}`] : []),
        ]
      case 'number':
        return [...range(words(field.least), words(field.most)), ...(field.whole ? [english ? 'whole' : '整数'] : []), both(field.unit)]
      case 'money':
        return range(words(field.least, 100), words(field.most, 100))
      case 'date':
      case 'month':
        return range(day(field.least), day(field.most))
      case 'choices':
        return range(undefined, words(field.most))
      case 'file':
        return [...range(undefined, words(field.most)), field.accept.join(' ')]
      case 'address':
        return field.coarse ? [english ? 'no door number' : '不问门牌'] : []
      case 'person':
        return [
          ...(field.phone ? [english ? `phone ${needWords[field.phone].en}` : `电话${needWords[field.phone]['zh-CN']}`] : []),
          ...(field.relation ? [english ? `relation ${needWords[field.relation].en}` : `关系${needWords[field.relation]['zh-CN']}`] : []),
        ]
      default:
        return []
    }
  })()
  return parts.filter(Boolean).join(english ? ', ' : '，')
}

/** A day counted from today, as it is said. */
export function daysFromTodayWords(days: number, language: Language): string {
  if (language === 'en') return days === 0 ? 'today' : days > 0 ? `${days} days from today` : `${-days} days ago`
  return days === 0 ? '今天' : days > 0 ? `今天起 ${days} 天后` : `今天起 ${-days} 天前`
}
