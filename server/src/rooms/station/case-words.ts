import type { TimelineEntry } from '@ronghe/contract/station/cases.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { CaseService } from '@ronghe/forms'
import type * as z from 'zod/mini'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { postNames } from '../programme/posts.ts'
import { wordsOf, type CaseEventRow, type CaseRow } from './case-records.ts'
import { departmentNames } from './departments.ts'
import { textOf } from './services.ts'

/** 11月25日; 25 November. Every wait has a date (07), so this is in every second sentence. */
export function dayWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh-CN') return `${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(year!, month! - 1, date))
}

/** Where a case stands and what happens next: said to the person it is about, or of that person to colleagues at the desk. */
export async function lineFor(deed: Deed, row: CaseRow, department: string, hearer: 'resident' | 'desk' = 'resident'): Promise<string> {
  const { language } = deed
  const day = row.due_on ? dayWords(row.due_on, language) : ''
  return say(language, `${hearer === 'desk' ? 'desk-line' : 'case-line'}-${lineName(row)}`, { day, department })
}

function lineName(row: CaseRow): string {
  if (row.merged_into) return 'merged'
  switch (row.state) {
    case 'filed':
      return 'filed'
    case 'accepted':
      return row.external_waiting ? 'external' : row.due_on ? 'accepted' : 'accepted-open'
    case 'waitingForResident':
      return 'waiting'
    case 'routed':
      return row.external_waiting ? 'external' : row.department_accepted ? 'with-department' : 'routed'
    case 'decided':
    case 'closed':
    case 'rated':
      return row.outcome ?? 'closed'
    case 'withdrawn':
      return row.lapsed ? 'lapsed' : 'withdrawn'
  }
}

/** Everything that happened, one plain sentence each; what is for colleagues only stays inside. */
export async function timelineOf(
  deed: Deed,
  events: readonly CaseEventRow[],
  definition: CaseService,
  options: { readonly internal: boolean; readonly notes?: boolean },
): Promise<z.infer<typeof TimelineEntry>[]> {
  const shown = events.filter(({ internal, kind }) => (kind !== 'noted' || options.notes === true) && (options.internal || !internal))
  const posts = await postNames(
    deed,
    shown.flatMap(({ by_post }) => by_post ?? []),
  )
  const department = await departmentNames(deed)
  return shown.map((event) => {
    const post = event.by_post ? posts.get(event.by_post) : undefined
    return {
      number: event.number,
      at: event.at.toISOString(),
      kind: event.kind,
      sentence: sentenceOf(deed, event, definition, (key) => inLanguage(department(key), deed.language)),
      // What the station writes to the department is not addressed to the resident.
      words: event.kind === 'routed' && !options.internal ? null : wordsOf(deed, event),
      by: post ? inLanguage(post.post, deed.language) : null,
    }
  })
}

function sentenceOf(deed: Deed, event: CaseEventRow, definition: CaseService, department: (key: string) => string): string {
  const { language } = deed
  const details = event.details as Readonly<Record<string, unknown>>
  const day = (value: unknown) => (typeof value === 'string' ? dayWords(value, language) : '')
  const name = (need: unknown) => {
    const document = definition.documents.find(({ id }) => id === need)
    return document ? inLanguage(textOf(document.name), language) : ''
  }
  const params = {
    department: department(typeof details['department'] === 'string' ? details['department'] : definition.department),
    day: day(details['on'] ?? details['promisedOn'] ?? dayIn(deed.street.zone, event.at)),
    document: [details['documents'] ?? details['document'] ?? []]
      .flat()
      .map(name)
      .filter((text) => text !== '')
      .join(language === 'en' ? ', ' : '、'),
    party: definition.externalParty ? inLanguage(textOf(definition.externalParty.name), language) : '',
    level: Number(details['level'] ?? 0),
    number: String(details['number'] ?? ''),
  }
  if (event.kind === 'filed') return say(language, `case-event-filed-${String(details['channel'] ?? 'phone')}`, params)
  if (event.kind === 'decided') return say(language, `case-event-${String(details['outcome'])}`, params)
  if (event.kind === 'escalated') return say(language, `case-event-escalated-${params.level}`, params)
  return say(language, `case-event-${event.kind}`, params)
}
