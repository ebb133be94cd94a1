import * as z from 'zod/mini'

/** Values that many operations share. An id is a UUIDv7, a moment is ISO 8601 with zone, a day is a date in the street's zone. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>
export const Moment = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>

/** A text in each language; Chinese is always there, a missing translation falls back to it. */
export const Text = z.object({
  'zh-CN': z.string().check(z.minLength(1), z.maxLength(4000)),
  en: z.optional(z.string().check(z.maxLength(8000))),
})
export type Text = z.infer<typeof Text>
export const inLanguage = (text: Text, language: Language): string => text[language] || text['zh-CN']

/** What a person types: trimmed, no NUL, at most `most` characters, at least one. */
export const words = (most: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(most),
    z.refine((value) => !value.includes('\0')),
  )
/** The same, but may be empty. */
export const maybeWords = (most: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(most),
    z.refine((value) => !value.includes('\0')),
  )
/** The same in both languages. */
export const maybeText = (most: number) => z.object({ 'zh-CN': maybeWords(most), en: z.optional(maybeWords(most * 2)) })

/** Mainland mobile numbers; every prefix, because virtual operators use the rare ones (04-interfaces, Identifiers). */
export const Phone = z.string().check(z.trim(), z.regex(/^1[3-9]\d{9}$/))

/** Newcomer or local as the person says; `unstated` is "prefer not to say" and counts in totals only (D3). */
export const Group = z.enum(['newcomer', 'local', 'unstated'])
export type Group = z.infer<typeof Group>

export const Page = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 30),
  after: z.optional(z.string().check(z.maxLength(200))),
}
/** A page of things: `next` is the cursor to send as `after`, null at the end. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) => z.object({ items: z.array(item), next: z.nullable(z.string()) })

/** RFC 9457. `code` is stable; `detail` is a sentence in the reader's language; `errors` points at fields. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  article: z.optional(z.string()),
  /** The page where that article stands, from the root of the site. */
  articleAt: z.optional(z.string()),
  /** What is possible instead, where a rule refuses. */
  instead: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() }))),
  request: z.optional(z.string()),
})
export type Problem = z.infer<typeof Problem>
