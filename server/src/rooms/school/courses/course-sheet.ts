import { courseModules, type ChildrenKind, type CourseModule } from '@ronghe/contract/school/courses.ts'
import type { CoursePlan, importCourses } from '@ronghe/contract/school/course-desk.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { accept } from '../../../platform/files/accept.ts'
import { unfit } from '../../../platform/http/problems.ts'
import { cellText, guessMapping, readSheet, writeSheet, type ImportField, type SheetRow } from '../../../platform/standards/excel.ts'
import { courseLines } from './course-page.ts'
import { plan } from './course-desk.ts'
import { ownSchool } from './course-rows.ts'

const mostRows = 200

/** The courses of the school as a sheet: what is offered, never who learns. */
export async function courseSheet(deed: Deed): Promise<Buffer> {
  const { organId } = ownSchool(deed)
  const rows = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('organ_id', '=', organId)
    .orderBy('id', 'desc')
    .limit(2000)
    .execute()
  const lines = new Map((await courseLines(deed, rows)).map((line) => [line.id, line]))
  const word = (code: string) => say(deed.language, code)
  return writeSheet<(typeof rows)[number]>(
    [
      { title: word('sheet-course-title'), value: ({ title }) => inLanguage(title, 'zh-CN'), width: 28 },
      { title: word('sheet-course-title-en'), value: ({ title }) => title.en ?? '', width: 28 },
      { title: word('sheet-course-module'), value: ({ module }) => word(`module-${module}`), width: 18 },
      { title: word('sheet-course-about'), value: ({ description }) => inLanguage(description, 'zh-CN'), width: 40 },
      { title: word('sheet-course-state'), value: ({ state }) => word(`course-state-${state}`) },
      {
        title: word('sheet-course-begins'),
        value: ({ id }) => {
          const begins = lines.get(id)?.startsAt
          return begins ? dayIn(deed.street.zone, new Date(begins)) : ''
        },
      },
      { title: word('sheet-course-sessions'), value: ({ id }) => lines.get(id)?.sessions ?? 0 },
      { title: word('sheet-course-minimum'), value: ({ minimum }) => minimum },
      { title: word('sheet-course-seats'), value: ({ seats }) => seats },
      { title: word('sheet-course-speaks'), value: ({ speaks }) => speaks.join('、'), width: 16 },
      { title: word('sheet-course-children'), value: ({ children }) => word(`children-${children}`) },
      { title: word('sheet-course-child-places'), value: ({ child_places }) => child_places },
    ],
    rows,
    word('sheet-courses'),
  )
}

type Field = 'title' | 'titleEn' | 'module' | 'about' | 'minimum' | 'seats' | 'speaks' | 'children' | 'childPlaces'
const codes: Readonly<Record<Field, string>> = {
  title: 'sheet-course-title',
  titleEn: 'sheet-course-title-en',
  module: 'sheet-course-module',
  about: 'sheet-course-about',
  minimum: 'sheet-course-minimum',
  seats: 'sheet-course-seats',
  speaks: 'sheet-course-speaks',
  children: 'sheet-course-children',
  childPlaces: 'sheet-course-child-places',
}

/** Drafts, one a row. A row that does not fit is named with its column, and then nothing is taken. */
export async function takeCourseSheet(deed: Deed, bytes: Buffer): Promise<ReplyOf<typeof importCourses>> {
  ownSchool(deed)
  const accepted = await accept(bytes, ['xlsx'])
  if (accepted.kind === 'refused')
    throw unfit([{ path: 'file', code: accepted.code, ...(accepted.params ? { params: accepted.params } : {}) }])
  const sheet = await readSheet(accepted.bytes)
  if (sheet.kind === 'refused') throw unfit([{ path: 'file', code: sheet.code, ...(sheet.params ? { params: sheet.params } : {}) }])
  if (sheet.rows.length > mostRows) throw unfit([{ path: 'file', code: 'sheet-too-long', params: { most: mostRows } }])
  const fields: ImportField[] = Object.entries(codes).map(([key, code]) => ({ key, titles: [say('zh-CN', code), say('en', code)] }))
  const mapping = guessMapping(sheet.headers, fields)
  const faults: ReplyOf<typeof importCourses>['faults'] = []
  const plans = sheet.rows.flatMap((row) => {
    const read = readRow(row, mapping)
    for (const { field, code } of read.faults)
      faults.push({ row: row.number, column: say(deed.language, codes[field]), detail: say(deed.language, code) })
    return read.faults.length === 0 ? [read.plan] : []
  })
  if (faults.length > 0) return { taken: 0, faults }
  for (const wanted of plans) await plan(deed, wanted)
  return { taken: plans.length, faults: [] }
}

function readRow(row: SheetRow, mapping: Readonly<Record<string, number | undefined>>) {
  const text = (field: Field): string => {
    const column = mapping[field]
    return column === undefined ? '' : cellText(row.cells[column])
  }
  const faults: { field: Field; code: string }[] = []
  const whole = (field: Field, least: number, most: number, blank?: number): number => {
    const value = text(field) === '' && blank !== undefined ? blank : Number(text(field))
    if (!Number.isInteger(value) || value < least || value > most) faults.push({ field, code: 'course-sheet-number' })
    return value
  }
  const [title, about] = [text('title'), text('about')]
  if (title === '' || title.length > 200) faults.push({ field: 'title', code: 'sheet-title' })
  const module = named(courseModules, text('module'), 'module')
  if (!module) faults.push({ field: 'module', code: 'sheet-module' })
  const children = text('children') === '' ? 'none' : named(['none', 'childcare', 'together'] as const, text('children'), 'children')
  if (!children) faults.push({ field: 'children', code: 'sheet-children' })
  const [minimum, seats] = [whole('minimum', 1, 500), whole('seats', 1, 500)]
  if (minimum > seats) faults.push({ field: 'minimum', code: 'course-minimum' })
  const childPlaces = whole('childPlaces', 0, 60, 0)
  if (children && (children === 'none') !== (childPlaces === 0)) faults.push({ field: 'childPlaces', code: 'course-child-places' })
  const speaks = text('speaks')
    .split(/[、,，;；\s]+/)
    .filter((word) => word !== '')
    .slice(0, 5)
  const plan: CoursePlan = {
    module: module ?? 'localLife',
    title: { 'zh-CN': title, ...(text('titleEn') ? { en: text('titleEn') } : {}) },
    about: { 'zh-CN': about || title },
    requirements: null,
    minimum,
    seats,
    speaks: speaks.length > 0 ? speaks : ['普通话'],
    children: children ?? 'none',
    childPlaces,
    carers: children === 'childcare' ? 2 : 0,
    approval: false,
    lecturers: [],
    partners: [],
  }
  return { plan, faults }
}

/** The key of what somebody wrote in either language. */
function named<Key extends CourseModule | ChildrenKind>(keys: readonly Key[], written: string, prefix: string): Key | undefined {
  return keys.find((key) => key === written || [say('zh-CN', `${prefix}-${key}`), say('en', `${prefix}-${key}`)].includes(written))
}
