import type { Condition } from './condition.ts'
import { describeCondition } from './describe-condition.ts'
import { fieldLines } from './field-lines.ts'
import type { FormDefinition, Page } from './definition.ts'
import { formOf, formsIn, type LetterTexts, type Openness, type ServiceDefinition } from './service.ts'
import { aspectWords, byWords, channelWords, domainWords, handedInWords, openWords, outcomeWords, placeWords } from './service-words.ts'
import { inLanguage, type Language, type Text } from './text.ts'

/** One thing a service says, in words. `thing` is what comes and goes as a whole: a paper, a rule, a question. */
export interface ServiceLine {
  /** By ids, so that it stays the same when things change places: `documents.idCard.help`. */
  readonly path: string
  readonly where: string
  readonly value: string
  readonly thing?: { readonly path: string; readonly where: string; readonly name: string } | undefined
}

/** Things in an order, by id. */
export interface Ordered {
  readonly path: string
  readonly where: string
  readonly ids: readonly string[]
  readonly names: readonly string[]
}

type Told = readonly [aspect: keyof typeof aspectWords | undefined, value: string | undefined]

/** The whole service, one line for each thing it says; what it does not say has no line. */
export function serviceLines(service: ServiceDefinition, language: Language): { lines: ServiceLine[]; orders: Ordered[] } {
  const say = (text: Text) => inLanguage(text, language)
  const both = bothLanguages(language)
  const when = (condition: Condition | undefined, form = formOf(service)) => condition && describeCondition(condition, form, language)
  const days = (count: number) => (language === 'en' ? `${count} working days` : `${count} 个工作日`)
  const lines: ServiceLine[] = []
  const orders: Ordered[] = []

  const single = (path: string, place: keyof typeof placeWords, value: string | undefined) => {
    if (value) lines.push({ path, where: say(placeWords[place]), value })
  }
  const thing = (path: string, place: keyof typeof placeWords, name: string, told: readonly Told[]) => {
    const where = `${say(placeWords[place])} · ${name}`
    for (const [aspect, value] of told)
      if (value)
        lines.push({
          path: aspect ? `${path}.${aspect}` : path,
          where: aspect ? `${where} · ${say(aspectWords[aspect])}` : where,
          value,
          thing: { path, where, name },
        })
  }
  const order = (path: string, place: keyof typeof placeWords, of: readonly { readonly id: string; readonly name: string }[]) =>
    orders.push({
      path,
      where: `${say(placeWords[place])} · ${say(placeWords.order)}`,
      ids: of.map(({ id }) => id),
      names: of.map(({ name }) => name),
    })
  const list = (of: readonly string[]) => of.join(language === 'en' ? '; ' : '；')

  single('name', 'name', both(service.name))
  single('summary', 'summary', both(service.summary))
  single('department', 'department', service.department)
  single('domain', 'domain', say(domainWords[service.domain]))
  single('keywords', 'keywords', [...service.keywords['zh-CN'], ...service.keywords.en].join(' '))
  for (const group of ['newcomer', 'local'] as const) single(`whoMay.${group}`, group, opennessWords(service.whoMay[group], language))
  if (service.mode === 'case') {
    single('acceptanceWorkingDays', 'acceptance', days(service.acceptanceWorkingDays))
    single('promisedWorkingDays', 'promised', days(service.promisedWorkingDays))
  }
  single('channels', 'channels', service.channels.map((channel) => say(channelWords[channel])).join(' '))
  single('fee', 'fee', `¥${(service.fee.cents / 100).toFixed(2)} ${both(service.fee.text)}`)
  single('result', 'result', both(service.result))
  if (service.nonPersonal) single('nonPersonal', 'nonPersonal', '✓')
  single('related', 'related', service.related?.join(' '))

  for (const rule of service.eligibility)
    thing(`eligibility.${rule.id}`, 'rule', say(rule.text), [
      [undefined, both(rule.text)],
      ['when', when(rule.when)],
      ['unsureWhen', when(rule.unsureWhen)],
      ['law', both(rule.law)],
      ['instead', list((rule.instead ?? []).map(({ text, service: key }) => both(text) + (key ? ` → ${key}` : '')))],
    ])
  order(
    'eligibility',
    'rule',
    service.eligibility.map(({ id, text }) => ({ id, name: say(text) })),
  )

  for (const need of service.documents)
    thing(`documents.${need.id}`, 'document', say(need.name), [
      [undefined, both(need.name) + (need.waivable ? (language === 'en' ? ' (may follow later)' : '（可以容缺）') : '')],
      ['help', both(need.help)],
      ['handedIn', say(handedInWords[need.handedIn])],
      ['keptWhere', both(need.keptWhere)],
      ['alternatives', list(need.alternatives.map(({ name, help }) => [both(name), both(help)].filter(Boolean).join(' · ')))],
      ['when', when(need.when)],
    ])
  order(
    'documents',
    'document',
    service.documents.map(({ id, name }) => ({ id, name: say(name) })),
  )

  for (const step of service.steps)
    thing(`steps.${step.id}`, 'step', say(step.title), [
      [undefined, both(step.title)],
      ['text', both(step.text)],
      ['by', say(byWords[step.by]) + (step.workingDays === undefined ? '' : ` · ${days(step.workingDays)}`)],
    ])
  order(
    'steps',
    'step',
    service.steps.map(({ id, title }) => ({ id, name: say(title) })),
  )

  for (const place of service.where)
    thing(`where.${place.name['zh-CN']}`, 'where', say(place.name), [
      [undefined, [both(place.name), both(place.address), both(place.hours), place.phone].filter(Boolean).join(' · ')],
    ])
  for (const consent of service.consents)
    thing(`consents.${consent.purpose}`, 'consent', consent.purpose, [
      [undefined, both(consent.text)],
      ['withoutIt', both(consent.withoutIt)],
    ])
  for (const section of service.guide.sections)
    thing(`guide.sections.${section.id}`, 'section', say(section.title), [
      [undefined, both(section.title)],
      ['text', both(section.text)],
    ])
  order(
    'guide.sections',
    'section',
    service.guide.sections.map(({ id, title }) => ({ id, name: say(title) })),
  )
  single('guide.sources', 'sources', list(service.guide.sources.map(({ title, date }) => `${both(title)} ${date}`)))
  single('guide.lastChecked', 'lastChecked', service.guide.lastChecked)
  single('guide.validUntil', 'validUntil', service.guide.validUntil)

  const letter = (path: string, texts: LetterTexts | undefined) =>
    single(path, 'letter', texts && [both(texts.to), both(texts.title), both(texts.body)].join('\n'))
  if (service.mode === 'guide') letter('letter', service.letter)
  else {
    const { externalParty: party } = service
    if (party)
      thing('externalParty', 'externalParty', say(party.name), [
        [undefined, `${both(party.name)} · ${party.agreement}`],
        ['chase', party.chaseAfterWorkingDays.join(language === 'en' ? ', ' : '、')],
      ])
    letter('externalParty.letter', party?.letter)
    for (const reason of service.decisionReasons)
      thing(`decisionReasons.${reason.id}`, 'reason', say(reason.text), [
        [undefined, `${say(outcomeWords[reason.outcome])} · ${both(reason.text)}`],
        ['law', both(reason.law)],
        ['instead', both(reason.instead)],
      ])
  }

  for (const { path, form } of formsIn(service)) {
    for (const page of form.pages) {
      thing(`${path}.page.${page.id}`, 'page', say(page.title), pageTold(page, form, language))
      for (const field of page.fields)
        thing(`${path}.field.${field.id}`, 'field', say(field.label ?? page.title), fieldLines(field, form, language, both))
      order(
        `${path}.page.${page.id}.fields`,
        'field',
        page.fields.map((field) => ({ id: field.id, name: say(field.label ?? page.title) })),
      )
    }
    order(
      `${path}.page`,
      'page',
      form.pages.map(({ id, title }) => ({ id, name: say(title) })),
    )
  }
  return { lines, orders }
}

function pageTold(page: Page, form: FormDefinition, language: Language): Told[] {
  const both = bothLanguages(language)
  const { repeat, why } = page
  return [
    [undefined, both(page.title)],
    ['help', both(page.help)],
    ['why', why && `${both(why.title)} · ${both(why.text)}`],
    ['repeat', repeat && `${repeat.least}–${repeat.most} · ${both(repeat.itemTitle)}`],
    ['when', page.visibleWhen && describeCondition(page.visibleWhen, form, language)],
  ]
}

function opennessWords(openness: Openness, language: Language): string {
  const detail = openness.state === 'closed' ? openness.law : openness.state === 'openOtherPapers' ? openness.note : undefined
  const since = language === 'en' ? `since ${openness.since}` : `从 ${openness.since} 起`
  return [inLanguage(openWords[openness.state], language), bothLanguages(language)(detail), since].filter(Boolean).join(' · ')
}

/** The reader's language first, then the other: a corrected translation is a change too. */
export const bothLanguages =
  (language: Language) =>
  (text: Text | undefined): string =>
    text
      ? [inLanguage(text, language), language === 'en' ? text['zh-CN'] : text.en]
          .filter((part, at, all) => part && all.indexOf(part) === at)
          .join(' / ')
      : ''
