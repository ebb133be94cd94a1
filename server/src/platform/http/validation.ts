import type * as z from 'zod/mini'
import { unfit, type FieldFault } from './problems.ts'

/** Checks what came over the wire against the contract; what does not fit is refused field by field, in codes that have words. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, root = ''): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: false })
  if (result.success) return result.data
  throw unfit(result.error.issues.flatMap((issue) => toFaults(issue, root)))
}

type Issue = z.core.$ZodIssue

function toFaults(issue: Issue, root: string): FieldFault[] {
  const path = [root, ...issue.path.map(String)].filter(Boolean).join('.')
  const fault = (code: string, params?: Record<string, number>): FieldFault[] => [{ path, code, ...(params ? { params } : {}) }]
  switch (issue.code) {
    case 'invalid_type':
      return fault(issue.input === undefined && issue.message.includes('undefined') ? 'field-missing' : 'field-type')
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'string') return fault(least <= 1 ? 'field-missing' : 'field-short', { least })
      return fault(issue.origin === 'array' || issue.origin === 'set' ? 'field-few' : 'field-small', { least })
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string') return fault('field-long', { most })
      return fault(issue.origin === 'array' || issue.origin === 'set' ? 'field-many' : 'field-large', { most })
    }
    case 'invalid_value':
      return fault('field-choice')
    case 'invalid_format':
      if (issue.format === 'date' || issue.format === 'datetime') return fault('field-date')
      return fault(issue.format === 'regex' && issue.pattern?.includes('1[3-9]') ? 'field-phone' : 'field-format')
    case 'invalid_union':
      return fault('field-choice')
    default:
      return fault('field-type')
  }
}
