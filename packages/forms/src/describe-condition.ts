import type { Condition } from './condition.ts'
import { labelOf, none, type Field, type FormDefinition } from './definition.ts'
import { describeAnswer } from './describe.ts'
import { inLanguage, type Language, type Text } from './text.ts'

/**
 * A condition as a sentence, for whoever writes it and whoever checks it. A question or an option that is not there is shown as it
 * stands in the definition, so that a broken condition can be read as well.
 */
export const describeCondition = (condition: Condition, form: FormDefinition | undefined, language: Language): string =>
  words(condition, form, language === 'en' ? english : chinese, language, false)

interface Sayings {
  readonly all: string
  readonly any: string
  readonly nothing: string
  readonly or: string
  readonly inside: (text: string) => string
  readonly not: (text: string) => string
  readonly part: (question: string, part: string) => string
  readonly answered: (question: string) => string
  readonly unanswered: (question: string) => string
  readonly is: (question: string, value: string) => string
  readonly has: (question: string, value: string) => string
  readonly atLeast: (question: string, value: string) => string
  readonly atMost: (question: string, value: string) => string
  readonly notBefore: (question: string, value: string) => string
  readonly notAfter: (question: string, value: string) => string
  readonly countAtLeast: (question: string, count: string) => string
  readonly countAtMost: (question: string, count: string) => string
  readonly monthsSince: (question: string, months: string) => string
  readonly parts: { readonly [part: string]: string }
}

const chinese: Sayings = {
  all: '，并且',
  any: '，或者',
  nothing: '（还没有条件）',
  or: '或',
  inside: (text) => `（${text}）`,
  not: (text) => `不是：${text}`,
  part: (question, part) => `${question}的${part}`,
  answered: (question) => `${question}填了`,
  unanswered: (question) => `${question}没填`,
  is: (question, value) => `${question}是${value}`,
  has: (question, value) => `${question}里选了${value}`,
  atLeast: (question, value) => `${question}不小于 ${value}`,
  atMost: (question, value) => `${question}不大于 ${value}`,
  notBefore: (question, value) => `${question}不早于 ${value}`,
  notAfter: (question, value) => `${question}不晚于 ${value}`,
  countAtLeast: (question, count) => `${question}至少 ${count} 个`,
  countAtMost: (question, count) => `${question}最多 ${count} 个`,
  monthsSince: (question, months) => `从${question}到今天满 ${months} 个月`,
  parts: { community: '社区', lane: '街巷', detail: '门牌', name: '姓名', phone: '电话', relation: '关系', how: '签法' },
}

const english: Sayings = {
  all: ', and ',
  any: ', or ',
  nothing: '(no condition yet)',
  or: ' or ',
  inside: (text) => `(${text})`,
  not: (text) => `not: ${text}`,
  part: (question, part) => `the ${part} in ${question}`,
  answered: (question) => `${question} is answered`,
  unanswered: (question) => `${question} is not answered`,
  is: (question, value) => `${question} is ${value}`,
  has: (question, value) => `${question} includes ${value}`,
  atLeast: (question, value) => `${question} is at least ${value}`,
  atMost: (question, value) => `${question} is at most ${value}`,
  notBefore: (question, value) => `${question} is ${value} or later`,
  notAfter: (question, value) => `${question} is ${value} or earlier`,
  countAtLeast: (question, count) => `${question} has at least ${count}`,
  countAtMost: (question, count) => `${question} has at most ${count}`,
  monthsSince: (question, months) => `at least ${months} whole months have passed since ${question}`,
  parts: {
    community: 'community',
    lane: 'lane',
    detail: 'door number',
    name: 'name',
    phone: 'phone',
    relation: 'relation',
    how: 'way of signing',
  },
}

function words(condition: Condition, form: FormDefinition | undefined, say: Sayings, language: Language, nested: boolean): string {
  const below = (each: Condition) => words(each, form, say, language, true)
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const text = parts.length === 0 ? say.nothing : parts.map(below).join('all' in condition ? say.all : say.any)
    return nested && parts.length > 1 ? say.inside(text) : text
  }
  if ('not' in condition) return say.not(below(condition.not))
  const [id = '', part] = condition.field.split('.')
  const asked = askedUnder(form, id)
  const quoted = `“${asked ? inLanguage(asked.label, language) : id}”`
  const question = part === undefined ? quoted : say.part(quoted, say.parts[part] ?? part)
  const field = part === undefined ? asked?.field : undefined
  const value = (given: unknown) => valueWords(field, given, language)
  if ('answered' in condition) return condition.answered ? say.answered(question) : say.unanswered(question)
  if ('equals' in condition) return say.is(question, value(condition.equals))
  if ('in' in condition) return say.is(question, condition.in.map(value).join(say.or) || '“”')
  if ('has' in condition) return say.has(question, value(condition.has))
  if ('monthsSince' in condition) return say.monthsSince(question, String(condition.monthsSince))
  const least = 'atLeast' in condition
  const bound = least ? condition.atLeast : condition.atMost
  if (typeof bound === 'string') return (least ? say.notBefore : say.notAfter)(question, bound)
  const list = asked !== undefined && asked.field === undefined
  if (list || field?.kind === 'choices' || field?.kind === 'file')
    return (least ? say.countAtLeast : say.countAtMost)(question, String(bound))
  return (least ? say.atLeast : say.atMost)(question, measure(field, bound, language))
}

/** The question a name stands for: a field, or a page that repeats. */
function askedUnder(form: FormDefinition | undefined, id: string): { label: Text; field?: Field } | undefined {
  for (const page of form?.pages ?? []) {
    if (page.id === id && page.repeat) return { label: page.title }
    const field = page.fields.find((each) => each.id === id)
    if (field) return { label: labelOf(page, field), field }
  }
  return undefined
}

const measure = (field: Field | undefined, bound: number, language: Language): string =>
  (field && (field.kind === 'number' || field.kind === 'money') && describeAnswer(field, bound, language)) || String(bound)

function valueWords(field: Field | undefined, value: unknown, language: Language): string {
  const shown = field && (value !== none || 'none' in field) ? describeAnswer(field, value, language) : ''
  return `“${shown || String(value)}”`
}
