import { isDay } from './calendar.ts'
import { askableOf, checkCondition } from './check-condition.ts'
import { badIds, checkDefinition, checkTexts, duplicates } from './check-definition.ts'
import { checkLetter } from './check-letter.ts'
import type { FieldKind, FormDefinition } from './definition.ts'
import type { Mistake } from './mistake.ts'
import { formOf, formsIn, type CaseService, type ServiceDefinition } from './service.ts'

/** A service's own mistakes, its form's included. `services` are the keys that links may lead to. */
export function checkService(service: ServiceDefinition, services: ReadonlySet<string>): Mistake[] {
  const form = formOf(service)
  return [
    ...badIds([{ id: service.key, path: 'key' }]),
    ...(service.department.trim() === '' ? [{ path: 'department', code: 'blank' as const }] : []),
    ...checkLists(service),
    ...checkConditions(service, form),
    ...checkGuide(service),
    ...checkWays(service, services),
    ...checkForms(service),
    ...checkTexts(service),
  ]
}

function checkLists(service: ServiceDefinition): Mistake[] {
  const listed = (path: string, list: readonly { readonly id: string }[]) => {
    const ids = list.map(({ id }, place) => ({ id, path: `${path}.${place}.id` }))
    return [...badIds(ids), ...duplicates(ids)]
  }
  const papers = service.documents.flatMap((document, at) => [
    { id: document.id, path: `documents.${at}.id` },
    ...document.alternatives.map(({ id }, place) => ({ id, path: `documents.${at}.alternatives.${place}.id` })),
  ])
  const purposes = service.consents.map(({ purpose }, place) => ({ id: purpose, path: `consents.${place}.purpose` }))
  return [
    ...listed('eligibility', service.eligibility),
    ...listed('steps', service.steps),
    ...listed('guide.sections', service.guide.sections),
    ...(service.mode === 'case' ? listed('decisionReasons', service.decisionReasons) : []),
    ...badIds(papers),
    ...duplicates(papers),
    // A purpose is the key of an agreement or a word of its own, and an agreement's key may have dashes.
    ...purposes
      .filter(({ id }) => !/^[a-z][A-Za-z0-9-]{0,59}$/.test(id))
      .map(({ id, path }): Mistake => ({ path, code: 'bad-id', params: { id } })),
    ...duplicates(purposes),
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
    (rule.instead ?? []).map(({ service: key }, place) => ({ key, path: `eligibility.${at}.instead.${place}.service` })),
  )
  const waysOut = formsIn(service).flatMap(({ form, path }) =>
    form.pages.flatMap((page, at) =>
      page.fields.map((field, place) => ({
        key: 'none' in field ? field.none?.service : undefined,
        path: `${path}.pages.${at}.fields.${place}.none.service`,
      })),
    ),
  )
  const found = [...links, ...insteads, ...waysOut]
    .filter(({ key }) => key !== undefined && !services.has(key))
    .map(({ key, path }): Mistake => ({ path, code: 'unknown-service', params: { service: key ?? '' } }))
  service.eligibility.forEach((rule, place) => {
    if (!rule.instead?.length) found.push({ path: `eligibility.${place}.instead`, code: 'no-way-on' })
  })
  if (service.mode === 'guide') return found
  service.decisionReasons.forEach((reason, place) => {
    if (reason.outcome !== 'granted' && !reason.instead) found.push({ path: `decisionReasons.${place}.instead`, code: 'no-way-on' })
  })
  if (!service.channels.includes('desk') || !service.channels.includes('paper')) found.push({ path: 'channels', code: 'no-paper-path' })
  for (const days of ['promisedWorkingDays', 'acceptanceWorkingDays'] as const)
    if (service[days] < 0) found.push({ path: days, code: 'bad-bound' })
  return found
}

/** The other place: behind an agreement, asked again on days that come after each other. */
function checkExternalParty(service: CaseService): Mistake[] {
  const { externalParty: party } = service
  if (!party) return []
  const days = party.chaseAfterWorkingDays
  return [
    ...(party.agreement.trim() === '' ? [{ path: 'externalParty.agreement', code: 'blank' as const }] : []),
    ...days.flatMap((day, place): Mistake[] =>
      day < 1 || day <= (days[place - 1] ?? 0) ? [{ path: `externalParty.chaseAfterWorkingDays.${place}`, code: 'bad-bound' }] : [],
    ),
    ...(party.letter ? checkLetter(party.letter, service.form, 'externalParty.letter') : []),
  ]
}

function checkForms(service: ServiceDefinition): Mistake[] {
  const found = formsIn(service).flatMap(({ form, path }) =>
    checkDefinition(form)
      // The texts of the whole service are looked at together.
      .filter(({ code }) => code !== 'text-missing' && code !== 'not-translated')
      .map((mistake) => ({ ...mistake, path: `${path}.${mistake.path}` })),
  )
  if (service.mode === 'guide') return [...found, ...(service.letter ? checkLetter(service.letter, service.letter.form, 'letter') : [])]
  return [...found, ...checkPersonal(service), ...checkExternalParty(service)]
}

const personal: ReadonlySet<FieldKind> = new Set(['person', 'phone', 'idNumber', 'signature'])

const checkPersonal = ({ nonPersonal, form }: CaseService): Mistake[] =>
  nonPersonal
    ? form.pages.flatMap((page, at) =>
        page.fields.flatMap((field, place): Mistake[] =>
          field.required && personal.has(field.kind) ? [{ path: `form.pages.${at}.fields.${place}.required`, code: 'personal-field' }] : [],
        ),
      )
    : []
