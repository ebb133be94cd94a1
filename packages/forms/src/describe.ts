import { isRecord, type Answers } from './answers.ts'
import { labelOf, none, type Field, type FormDefinition } from './definition.ts'
import { maskIdNumber } from './id-number.ts'
import { inLanguage, type Day, type Language, type Text } from './text.ts'
import { walkForm } from './walk.ts'

/** One line of "check your answers", of the printed form, of the desk's copy sheet. */
export interface AnswerLine {
  /** As in `FieldError.path`. */
  readonly path: string
  readonly page: string
  readonly label: string
  readonly answer: string
  readonly sensitive: boolean
}

/** Names of communities (and whatever else answers hold as keys), in the reader's language; a key without a name shows itself. */
export type Names = { readonly [key: string]: string }

/** Every question that is shown, in order, with its answer in words; unanswered ones have an empty answer. */
export function answerLines(form: FormDefinition, answers: Answers, today: Day, language: Language, names: Names = {}): AnswerLine[] {
  const walked = walkForm(form, answers, today)
  return walked.pages.flatMap(({ page, fields, items }) => {
    const line = (field: Field, given: unknown, path: string, before = ''): AnswerLine => ({
      path,
      page: page.id,
      label: before + inLanguage(labelOf(page, field), language),
      answer: describeAnswer(field, isRecord(given) ? given[field.id] : undefined, language, names),
      sensitive: field.sensitive === true,
    })
    const answered = (all: readonly Field[]) => all.filter((field) => field.kind !== 'notice')
    if (!page.repeat || !items) return answered(fields).map((field) => line(field, walked.answers, field.id))
    const given = walked.answers[page.id]
    const title = inLanguage(page.repeat.itemTitle, language)
    return items.flatMap((asked, place) =>
      answered(asked).map((field) =>
        line(field, Array.isArray(given) ? given[place] : undefined, `${page.id}.${place}.${field.id}`, `${title} ${place + 1} · `),
      ),
    )
  })
}

/** One answer in words. What does not fit the field says nothing rather than something wrong. */
export function describeAnswer(field: Field, value: unknown, language: Language, names: Names = {}): string {
  const say = (text: Text) => inLanguage(text, language)
  switch (field.kind) {
    case 'yesNo':
      return value === none && field.none ? say(field.none.label) : typeof value === 'boolean' ? say(value ? yes : no) : ''
    case 'confirm':
      return typeof value === 'boolean' ? say(value ? yes : no) : ''
    case 'choice':
    case 'choices':
      return [value]
        .flat()
        .flatMap((choice) => {
          const label = choice === none ? field.none?.label : field.options.find((option) => option.value === choice)?.label
          return label ? [say(label)] : []
        })
        .join(language === 'en' ? ', ' : '、')
    case 'money':
      return typeof value === 'number' ? `¥${(value / 100).toFixed(2)}` : ''
    case 'number':
      return typeof value === 'number' ? [String(value), field.unit && say(field.unit)].filter(Boolean).join(' ') : ''
    case 'address':
      return isRecord(value) ? joined([named(value.community, names), named(value.lane, names), value.detail], ' ') : ''
    case 'person':
      return isRecord(value) ? joined([value.name, value.phone, value.relation], language === 'en' ? ', ' : '，') : ''
    case 'signature':
      return isRecord(value) ? joined([value.name], '') : ''
    case 'file':
      return Array.isArray(value)
        ? joined(
            value.map((file) => (isRecord(file) ? file.name : undefined)),
            language === 'en' ? ', ' : '、',
          )
        : ''
    case 'idNumber':
      return typeof value === 'string' ? maskIdNumber(value) : ''
    default:
      return typeof value === 'string' ? value : ''
  }
}

const yes: Text = { 'zh-CN': '是', en: 'Yes' }
const no: Text = { 'zh-CN': '否', en: 'No' }

const named = (key: unknown, names: Names): unknown => (typeof key === 'string' && Object.hasOwn(names, key) ? names[key] : key)

const joined = (parts: readonly unknown[], between: string): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(between)
