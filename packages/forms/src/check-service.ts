import { isDay } from './calendar.ts'
import { askableOf, checkCondition } from './check-condition.ts'
import { checkDefinition, checkTexts, duplicates, goodId } from './check-definition.ts'
import type { FormDefinition } from './definition.ts'
import type { Mistake } from './mistake.ts'
import { formOf, type Letter, type ServiceDefinition } from './service.ts'

/** A service's own mistakes, its form's included. `services` are the keys that links may lead to. */
export function checkService(service: ServiceDefinition, services: ReadonlySet<string>): Mistake[] {
  const form = formOf(service)
  return [
    ...(goodId(service.key) ? [] : [{ path: 'key', code: 'bad-id' as const, params: { id: service.key } }]),
    ...checkLists(service),
    ...checkConditions(service, form),
    ...checkGuide(service),
    ...checkWays(service, services),
    ...checkForms(service),
    ...checkTexts(service),
  ]
}

function checkLists(service: ServiceDefinition): Mistake[] {
  const listed = (path: string, list: readonly { readonly id: string }[]) =>
    duplicates(list.map(({ id }, place) => ({ id, path: `${path}.${place}` })))
  return [
    ...listed('eligibility', service.eligibility),
    ...listed('steps', service.steps),
    ...listed('guide.sections', service.guide.sections),
    ...(service.mode === 'case' ? listed('decisionReasons', service.decisionReasons) : []),
    ...duplicates(
      service.documents.flatMap((document, at) => [
        { id: document.id, path: `documents.${at}` },
        ...document.alternatives.map(({ id }, place) => ({ id, path: `documents.${at}.alternatives.${place}` })),
      ]),
    ),
  ]
}

function checkConditions(service: ServiceDefinition, form: FormDefinition | undefined): Mistake[] {
  const all = askableOf(form)
  return [
    ...service.eligibility.flatMap((rule, place) => [
      ...checkCondition(rule.when, `eligibility.${place}.when`, all, form),
      ...(rule.unsureWhen ? checkCondition(rule.unsureWhen, `eligibility.${place}.unsureWhen`, all, form) : []),
    ]),
    ...service.documents.flatMap((document, place) =>
      document.when ? checkCondition(document.when, `documents.${place}.when`, all, form) : [],
    ),
  ]
}

function checkGuide({ guide, whoMay }: ServiceDefinition): Mistake[] {
  const days = {
    'guide.validUntil': guide.validUntil,
    'guide.lastChecked': guide.lastChecked,
    'whoMay.newcomer.since': whoMay.newcomer.since,
    'whoMay.local.since': whoMay.local.since,
  }
  return [
    ...Object.entries(days).flatMap(([path, day]): Mistake[] => (isDay(day) ? [] : [{ path, code: 'bad-bound' }])),
    ...guide.sources.flatMap(({ date }, place): Mistake[] =>
      isDay(date) ? [] : [{ path: `guide.sources.${place}.date`, code: 'bad-bound' }],
    ),
    ...(guide.sources.length ? [] : [{ path: 'guide.sources', code: 'no-source' as const }]),
    ...(guide.validUntil < guide.lastChecked ? [{ path: 'guide.validUntil', code: 'empty-range' as const }] : []),
  ]
}

/** No dead ends: every rule not met and every refusal says what is possible, every link leads somewhere, every process has its paper path (D8). */
function checkWays(service: ServiceDefinition, services: ReadonlySet<string>): Mistake[] {
  const links = (service.related ?? []).map((key, place) => ({ key, path: `related.${place}` }))
  const insteads = service.eligibility.flatMap((rule, at) =>
    (rule.instead ?? []).map(({ service: key }, place) => ({ key, path: `eligibility.${at}.instead.${place}` })),
  )
  const waysOut = (formOf(service)?.pages ?? []).flatMap((page, at) =>
    page.fields.map((field, place) => ({
      key: 'none' in field ? field.none?.service : undefined,
      path: `form.pages.${at}.fields.${place}.none`,
    })),
  )
  const found = [...links, ...insteads, ...waysOut]
    .filter(({ key }) => key !== undefined && !services.has(key))
    .map(({ key, path }): Mistake => ({ path, code: 'unknown-service', params: { service: key ?? '' } }))
  service.eligibility.forEach((rule, place) => {
    if (!rule.instead?.length) found.push({ path: `eligibility.${place}`, code: 'no-way-on' })
  })
  if (service.mode === 'guide') return found
  service.decisionReasons.forEach((reason, place) => {
    if (reason.outcome !== 'granted' && !reason.instead) found.push({ path: `decisionReasons.${place}`, code: 'no-way-on' })
  })
  if (!service.channels.includes('desk') || !service.channels.includes('paper')) found.push({ path: 'channels', code: 'no-paper-path' })
  if (service.promisedWorkingDays < 0 || service.acceptanceWorkingDays < 0) found.push({ path: 'promisedWorkingDays', code: 'bad-bound' })
  return found
}

function checkForms(service: ServiceDefinition): Mistake[] {
  const within = (form: FormDefinition | undefined, path: string) =>
    form
      ? checkDefinition(form)
          .filter(({ code }) => code !== 'text-missing' && code !== 'not-translated')
          .map((mistake) => ({ ...mistake, path: `${path}.${mistake.path}` }))
      : []
  if (service.mode === 'guide')
    return [
      ...within(service.questions, 'questions'),
      ...within(service.letter?.form, 'letter.form'),
      ...(service.letter ? checkLetter(service.letter) : []),
    ]
  const personal = service.nonPersonal
    ? service.form.pages.flatMap((page, at) =>
        page.fields.flatMap((field, place): Mistake[] =>
          field.required && ['person', 'phone', 'idNumber', 'signature'].includes(field.kind)
            ? [{ path: `form.pages.${at}.fields.${place}`, code: 'personal-field' }]
            : [],
        ),
      )
    : []
  return [...within(service.form, 'form'), ...personal]
}

function checkLetter(letter: Letter): Mistake[] {
  const known = new Set([
    'today',
    ...letter.form.pages.filter((page) => !page.repeat).flatMap((page) => page.fields.map((field) => field.id)),
  ])
  return (['to', 'title', 'body'] as const).flatMap((part) =>
    Object.entries(letter[part]).flatMap(([language, text]: [string, string | undefined]) =>
      [...(text ?? '').matchAll(/\{(\w+)\}/g)]
        .filter(([, id]) => !known.has(id ?? ''))
        .map(([, id]): Mistake => ({ path: `letter.${part}.${language}`, code: 'unknown-placeholder', params: { field: id ?? '' } })),
    ),
  )
}
