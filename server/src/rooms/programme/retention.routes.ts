import { listRetention, type RetentionLine } from '@ronghe/contract/programme/retention.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { retention, type Span } from '../../platform/privacy/retention.ts'

export function retentionRoutes(app: App): void {
  implement(app, listRetention, async () => ({ items: lines }))
}

const lines: RetentionLine[] = retention.map(({ table, what, does, after, from }) => ({
  table,
  columns: what === 'row' ? null : [...what],
  does,
  after: spanOf(after),
  from,
}))

function spanOf(after: Span): RetentionLine['after'] {
  if (after === 'at once') return { unit: 'none', count: 0 }
  if ('days' in after) return { unit: 'days', count: after.days }
  return 'months' in after ? { unit: 'months', count: after.months } : { unit: 'hours', count: after.hours }
}
