import * as z from 'zod/mini'
import { operation } from '../operation.ts'

/** How long something is kept; `none` is "at once", or, with `keep`, no end. */
export const RetentionSpan = z.object({ unit: z.enum(['days', 'months', 'hours', 'none']), count: z.int() })

/** One row of the table that the nightly job acts on (08, Retention). */
export const RetentionLine = z.object({
  table: z.string(),
  /** Null: the whole row. */
  columns: z.nullable(z.array(z.string())),
  does: z.enum(['delete', 'clear', 'keep']),
  after: RetentionSpan,
  from: z.string(),
})
export type RetentionLine = z.infer<typeof RetentionLine>

export const listRetention = operation({
  id: 'programme.retention.list',
  method: 'GET',
  path: '/api/v1/retention',
  post: 'street.configure',
  summary: 'How long personal data is kept, as the nightly job does it',
  reply: z.object({ items: z.array(RetentionLine) }),
})
