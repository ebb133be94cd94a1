import { domains } from '@ronghe/contract/station/services.ts'
import type { Condition, ServiceDefinition } from '@ronghe/forms'
import * as z from 'zod/mini'

/**
 * The shape of a definition as it comes over the wire or out of a file. What it means is checked by packages/forms afterwards, which may
 * then rely on every list being a list. Nothing that is not named here is stored. A text or a name may still be blank: half a draft is
 * worth keeping, and what is blank keeps it from being published, not from being saved.
 */
const short = z.string().check(z.maxLength(200))
const key = z.string().check(z.maxLength(60))
const Text = z.object({
  'zh-CN': z.string().check(z.maxLength(4000)),
  en: z.optional(z.string().check(z.maxLength(8000))),
})
const letter = { to: Text, title: Text, body: Text }
const count = z.int().check(z.gte(0), z.lte(100_000_000))
const listOf = <Item extends z.ZodMiniType>(item: Item, most = 100) => z.array(item).check(z.maxLength(most))
const scalar = z.union([short, z.number(), z.boolean()])

const ConditionShape: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: listOf(ConditionShape, 20) }),
    z.strictObject({ any: listOf(ConditionShape, 20) }),
    z.strictObject({ not: ConditionShape }),
    z.strictObject({ field: short, answered: z.boolean() }),
    z.strictObject({ field: short, equals: scalar }),
    z.strictObject({ field: short, in: listOf(scalar) }),
    z.strictObject({ field: short, has: short }),
    z.strictObject({ field: short, atLeast: z.union([z.number(), short]) }),
    z.strictObject({ field: short, atMost: z.union([z.number(), short]) }),
    z.strictObject({ field: short, monthsSince: z.number() }),
  ]),
)

const WayOut = z.object({ label: Text, leadsTo: Text, service: z.optional(key) })
const bound = z.union([z.string().check(z.maxLength(10)), z.object({ daysFromToday: z.int() })])
const asked = {
  id: key,
  label: z.optional(Text),
  help: z.optional(Text),
  visibleWhen: z.optional(ConditionShape),
  required: z.optional(z.boolean()),
  requiredWhen: z.optional(ConditionShape),
  known: z.optional(z.enum(['name', 'phone', 'address', 'community', 'homeCounty', 'self'])),
  sensitive: z.optional(z.boolean()),
}
const range = { least: z.optional(z.number()), most: z.optional(z.number()) }
const choice = {
  options: listOf(z.object({ value: key, label: Text, hint: z.optional(Text) }), 200),
  none: z.optional(WayOut),
  complete: z.optional(z.boolean()),
}
const need = z.optional(z.enum(['asked', 'needed']))

const FieldShape = z.discriminatedUnion('kind', [
  z.object({ ...asked, kind: z.enum(['text', 'longText']), ...range, pattern: z.optional(z.object({ expression: short, message: Text })) }),
  z.object({ ...asked, kind: z.literal('number'), ...range, whole: z.optional(z.boolean()), unit: z.optional(Text) }),
  z.object({ ...asked, kind: z.literal('money'), ...range }),
  z.object({ ...asked, kind: z.enum(['date', 'month']), least: z.optional(bound), most: z.optional(bound) }),
  z.object({ ...asked, kind: z.literal('yesNo'), none: z.optional(WayOut) }),
  z.object({ ...asked, kind: z.literal('choice'), ...choice }),
  z.object({ ...asked, kind: z.literal('choices'), ...choice, most: z.optional(z.number()) }),
  z.object({ ...asked, kind: z.enum(['phone', 'idNumber', 'creditCode', 'signature', 'notice', 'confirm']) }),
  z.object({ ...asked, kind: z.literal('address'), coarse: z.optional(z.boolean()) }),
  z.object({ ...asked, kind: z.literal('person'), phone: need, relation: need }),
  z.object({ ...asked, kind: z.literal('file'), accept: listOf(z.enum(['image', 'pdf']), 2), most: z.number() }),
])

const FormShape = z.object({
  id: key,
  version: z.int(),
  pages: listOf(
    z.object({
      id: key,
      title: Text,
      help: z.optional(Text),
      why: z.optional(z.object({ title: Text, text: Text })),
      visibleWhen: z.optional(ConditionShape),
      fields: listOf(FieldShape, 40),
      repeat: z.optional(z.object({ least: z.number(), most: z.number(), itemTitle: Text })),
    }),
    60,
  ),
})

const Openness = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), since: short }),
  z.object({ state: z.literal('openOtherPapers'), note: Text, since: short }),
  z.object({ state: z.literal('closed'), law: Text, since: short }),
])

const base = {
  key,
  version: z.int(),
  name: Text,
  summary: Text,
  department: key,
  domain: z.enum(domains),
  keywords: z.object({ 'zh-CN': listOf(short, 60), en: listOf(short, 60) }),
  whoMay: z.object({ newcomer: Openness, local: Openness }),
  eligibility: listOf(
    z.object({
      id: key,
      text: Text,
      when: ConditionShape,
      unsureWhen: z.optional(ConditionShape),
      law: z.optional(Text),
      instead: z.optional(listOf(z.object({ text: Text, service: z.optional(key) }), 10)),
    }),
    40,
  ),
  documents: listOf(
    z.object({
      id: key,
      name: Text,
      help: z.optional(Text),
      alternatives: listOf(z.object({ id: key, name: Text, help: z.optional(Text) }), 20),
      waivable: z.boolean(),
      handedIn: z.enum(['copy', 'original', 'seen']),
      keptWhere: Text,
      when: z.optional(ConditionShape),
    }),
    40,
  ),
  steps: listOf(
    z.object({
      id: key,
      title: Text,
      text: z.optional(Text),
      by: z.enum(['resident', 'station', 'department', 'counterpart']),
      workingDays: z.optional(count),
    }),
    40,
  ),
  fee: z.object({ cents: count, text: Text }),
  where: listOf(z.object({ name: Text, address: Text, hours: Text, phone: z.optional(short) }), 20),
  channels: listOf(z.enum(['phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment']), 6),
  guide: z.object({
    sections: listOf(z.object({ id: key, title: Text, text: Text }), 40),
    sources: listOf(z.object({ title: Text, date: short }), 40),
    validUntil: short,
    lastChecked: short,
  }),
  consents: listOf(z.object({ purpose: key, text: Text, withoutIt: Text }), 10),
  result: Text,
  nonPersonal: z.boolean(),
  related: z.optional(listOf(key, 20)),
}

const CaseShape = z.object({
  ...base,
  mode: z.literal('case'),
  form: FormShape,
  promisedWorkingDays: z.int().check(z.gte(0), z.lte(400)),
  acceptanceWorkingDays: z.int().check(z.gte(0), z.lte(30)),
  decisionReasons: listOf(
    z.object({
      id: key,
      outcome: z.enum(['granted', 'refused', 'referred']),
      text: Text,
      law: z.optional(Text),
      instead: z.optional(Text),
    }),
    40,
  ),
  externalParty: z.optional(
    z.object({
      agreement: key,
      name: Text,
      chaseAfterWorkingDays: listOf(z.int().check(z.gte(0), z.lte(400)), 10),
      letter: z.optional(z.object(letter)),
    }),
  ),
})
const GuideShape = z.object({
  ...base,
  mode: z.literal('guide'),
  questions: z.optional(FormShape),
  letter: z.optional(z.object({ form: FormShape, ...letter })),
})
const ServiceShape = z.discriminatedUnion('mode', [CaseShape, GuideShape])

export type Shaped =
  | { readonly kind: 'shaped'; readonly definition: ServiceDefinition }
  | { readonly kind: 'misshapen'; readonly places: readonly string[] }

/** Reads a definition, or says where it is no definition. */
export function shapeService(value: unknown): Shaped {
  // Conditions may nest; what nests beyond any use is refused before it is walked.
  if (depthOf(value, 40) > 40) return { kind: 'misshapen', places: ['form'] }
  const read = ServiceShape.safeParse(value, { reportInput: false })
  if (read.success) return { kind: 'shaped', definition: read.data satisfies ServiceDefinition }
  return { kind: 'misshapen', places: [...new Set(read.error.issues.map(({ path }) => path.map(String).join('.')))] }
}

function depthOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (most < 0) return 1
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, most - 1)))
}
