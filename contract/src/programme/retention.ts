import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Text } from '../values.ts'

/** How long something is kept; `none` is "at once", or, with `keep`, no end. */
export const RetentionSpan = z.object({ unit: z.enum(['days', 'months', 'hours', 'none']), count: z.int() })
export type RetentionSpan = z.infer<typeof RetentionSpan>

/** One row of the table that the nightly job acts on (08, Retention). */
export const RetentionLine = z.object({
  table: z.string(),
  /** What the table holds, as a resident would say it. */
  name: Text,
  /** Null: the whole row. */
  columns: z.nullable(z.array(z.string())),
  does: z.enum(['delete', 'clear', 'keep']),
  /** As this street has set it. */
  after: RetentionSpan,
  /** From when the time runs. */
  from: Text,
  why: Text,
  law: z.nullable(Text),
  /** The number of the settings that says how long; null where it is fixed. */
  setting: z.nullable(z.string()),
})
export type RetentionLine = z.infer<typeof RetentionLine>

export const listRetention = operation({
  id: 'programme.retention.list',
  method: 'GET',
  path: '/api/v1/retention',
  post: 'street.configure',
  summary: 'How long personal data is kept, why, and by which law, as the nightly job does it',
  reply: z.object({ items: z.array(RetentionLine) }),
})
