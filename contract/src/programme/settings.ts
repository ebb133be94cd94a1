import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeText, maybeWords, Moment, Text, words } from '../values.ts'
import { numberGroups, numbers, standardsOf, type NumberGroup, type NumberName, type NumbersOf } from './numbers.ts'

/** The numbers of one group. Blank, zero and what lies beyond the limits of numbers.ts is refused when it is written. */
const shapeOf = <Group extends NumberGroup>(group: Group) =>
  z.object(
    Object.fromEntries(Object.keys(numbers[group]).map((name) => [name, z.int()])) as {
      [Name in NumberName<Group>]: z.ZodMiniNumberFormat
    },
  )

/** The clocks of 08 "Default clocks": working days, except where the name says calendar days. */
export const Clocks = shapeOf('clocks')
export type Clocks = NumbersOf<'clocks'>

/** What a concern can be about; `key` is stored, the name may change. */
export const ConcernTopic = z.object({ key: z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{1,30}$/)), name: Text })
export type ConcernTopic = z.infer<typeof ConcernTopic>

/** Every setting of a street and its shape. */
export const settingShapes = {
  /** The street's own words for the two groups (02 §1). */
  groupNames: z.object({ newcomer: Text, local: Text }),
  /** Organs that can be switched off (M1, D10). The station is not among them: it cannot. */
  modules: z.object({ council: z.boolean(), corps: z.boolean(), school: z.boolean(), branch: z.boolean() }),
  clocks: Clocks,
  messages: shapeOf('messages'),
  signIn: shapeOf('signIn'),
  residence: shapeOf('residence'),
  station: shapeOf('station'),
  volunteers: shapeOf('volunteers'),
  school: shapeOf('school'),
  contracts: shapeOf('contracts'),
  figures: shapeOf('figures'),
  keeping: shapeOf('keeping'),
  /** Footer and notices: who answers for the data, filing numbers, the clerk's phone. */
  texts: z.object({
    controllerName: maybeText(100),
    controllerContact: maybeText(100),
    icpNumber: maybeWords(60),
    policeNumber: maybeWords(60),
    clerkPhone: maybeWords(30),
    clerkHours: maybeText(100),
  }),
  /** Numbers for danger now, shown before any field. */
  emergency: z.array(z.object({ number: z.string().check(z.regex(/^\d{3,12}$/)), name: Text })).check(z.minLength(1), z.maxLength(8)),
  /** Who reads what is said about somebody who works here, and who reads it when it is about that post itself. */
  integrity: z.object({ post: z.nullable(Id), second: z.nullable(Id) }),
  concernTopics: z.array(ConcernTopic).check(z.minLength(1), z.maxLength(30)),
} as const

export type SettingKey = keyof typeof settingShapes
export type Setting<Key extends SettingKey> = z.infer<(typeof settingShapes)[Key]>
export type Settings = { readonly [Key in SettingKey]: Setting<Key> }
export const settingKeys = Object.keys(settingShapes) as readonly SettingKey[]
export const SettingKeyName = z.enum(Object.keys(settingShapes) as [SettingKey, ...SettingKey[]])

/** What holds until the street says otherwise. */
export const settingDefaults: Settings = {
  groupNames: { newcomer: { 'zh-CN': '来穗人员', en: 'Newcomers' }, local: { 'zh-CN': '本地居民', en: 'Locals' } },
  modules: { council: true, corps: true, school: true, branch: true },
  clocks: standardsOf('clocks'),
  messages: standardsOf('messages'),
  signIn: standardsOf('signIn'),
  residence: standardsOf('residence'),
  station: standardsOf('station'),
  volunteers: standardsOf('volunteers'),
  school: standardsOf('school'),
  contracts: standardsOf('contracts'),
  figures: standardsOf('figures'),
  keeping: standardsOf('keeping'),
  texts: {
    controllerName: { 'zh-CN': '' },
    controllerContact: { 'zh-CN': '' },
    icpNumber: '',
    policeNumber: '',
    clerkPhone: '',
    clerkHours: { 'zh-CN': '' },
  },
  emergency: [
    { number: '110', name: { 'zh-CN': '报警', en: 'Police' } },
    { number: '119', name: { 'zh-CN': '火警', en: 'Fire' } },
    { number: '120', name: { 'zh-CN': '急救', en: 'Ambulance' } },
    { number: '12345', name: { 'zh-CN': '政务热线', en: 'City hotline' } },
  ],
  integrity: { post: null, second: null },
  concernTopics: [
    { key: 'housing', name: { 'zh-CN': '租房和住处', en: 'Housing and rent' } },
    { key: 'environment', name: { 'zh-CN': '环境卫生', en: 'Rubbish and surroundings' } },
    { key: 'safety', name: { 'zh-CN': '安全', en: 'Safety' } },
    { key: 'work', name: { 'zh-CN': '工作和工资', en: 'Work and pay' } },
    { key: 'school', name: { 'zh-CN': '孩子上学', en: 'Schooling' } },
    { key: 'health', name: { 'zh-CN': '看病和医保', en: 'Health and insurance' } },
    { key: 'unequal', name: { 'zh-CN': '待遇不一样', en: 'Not treated alike' } },
    { key: 'neighbours', name: { 'zh-CN': '邻里相处', en: 'Getting on with neighbours' } },
    { key: 'other', name: { 'zh-CN': '都不是，或者说不清', en: 'None of these, or not sure' } },
  ],
}

/** What any page may need to say, without a session. */
export const readPublicSettings = operation({
  id: 'programme.settings.public',
  method: 'GET',
  path: '/api/v1/settings/public',
  post: 'nobody',
  summary: 'Emergency numbers, footer texts, topics of concerns, and the numbers of the street: how long things take and are kept',
  reply: z.object({
    texts: settingShapes.texts,
    emergency: settingShapes.emergency,
    concernTopics: settingShapes.concernTopics,
    clocks: Clocks,
    messages: settingShapes.messages,
    signIn: settingShapes.signIn,
    residence: settingShapes.residence,
    station: settingShapes.station,
    volunteers: settingShapes.volunteers,
    school: settingShapes.school,
    contracts: settingShapes.contracts,
    figures: settingShapes.figures,
    keeping: settingShapes.keeping,
    modules: settingShapes.modules,
  }),
})

/** Who last changed one number, and when; numbers nobody ever changed are absent. */
export const NumberChange = z.object({
  group: z.enum(numberGroups as [NumberGroup, ...NumberGroup[]]),
  name: z.string(),
  by: z.string(),
  at: Moment,
})
export type NumberChange = z.infer<typeof NumberChange>

export const SettingChange = z.object({ id: Id, key: SettingKeyName, before: z.unknown(), after: z.unknown(), by: z.string(), at: Moment })

export const readSettings = operation({
  id: 'programme.settings.read',
  method: 'GET',
  path: '/api/v1/settings',
  post: 'street.configure',
  summary: 'All settings of the street with what changed lately',
  reply: z.object({ settings: z.object(settingShapes), changes: z.array(SettingChange), numberChanges: z.array(NumberChange) }),
})

export const writeSetting = operation({
  id: 'programme.settings.write',
  method: 'PUT',
  path: '/api/v1/settings/:key',
  post: 'street.configure',
  summary: 'Change one setting; a blank or zero where a number is needed is refused',
  params: z.object({ key: SettingKeyName }),
  body: z.object({ value: z.unknown() }),
  reply: z.object({ key: SettingKeyName, value: z.unknown() }),
})

/** The street officer keeps the texts and topics without touching anything else. */
export const writeTexts = operation({
  id: 'programme.settings.write-texts',
  method: 'PUT',
  path: '/api/v1/settings-texts/:key',
  post: 'street.texts',
  summary: 'Change the footer texts, the emergency numbers or the topics of concerns',
  params: z.object({ key: z.enum(['texts', 'emergency', 'concernTopics']) }),
  body: z.object({ value: z.unknown() }),
  reply: z.object({ key: SettingKeyName, value: z.unknown() }),
})

export const CalendarDay = z.object({ day: Day, kind: z.enum(['holiday', 'workday']), name: maybeWords(60) })
export type CalendarDay = z.infer<typeof CalendarDay>
const Year = z.coerce.number().check(z.int(), z.gte(2010), z.lte(2100))

export const listCalendar = operation({
  id: 'programme.calendar.list',
  method: 'GET',
  path: '/api/v1/calendar-days/:year',
  post: 'anyone',
  summary: 'Days off and worked weekends of a year, as this street counts them',
  params: z.object({ year: Year }),
  /** `announced`: nobody has entered this year here yet, so the announced national days count. */
  reply: z.object({ year: z.int(), source: z.enum(['street', 'announced', 'unknown']), days: z.array(CalendarDay) }),
})

export const writeCalendar = operation({
  id: 'programme.calendar.write',
  method: 'PUT',
  path: '/api/v1/calendar-days/:year',
  post: 'street.configure',
  summary: 'Set the days off and worked weekends of a year',
  params: z.object({ year: Year }),
  body: z.object({
    days: z.array(z.object({ day: Day, kind: z.enum(['holiday', 'workday']), name: words(60) })).check(z.minLength(1), z.maxLength(200)),
  }),
  reply: z.object({ year: z.int(), days: z.array(CalendarDay) }),
})

export const seedCalendarYear = operation({
  id: 'programme.calendar.seed',
  method: 'POST',
  path: '/api/v1/calendar-days/:year/seed',
  post: 'street.configure',
  summary: 'Fill a year with the announced national days; what was entered for that year is replaced',
  params: z.object({ year: Year }),
  reply: z.object({ year: z.int(), days: z.array(CalendarDay) }),
})
