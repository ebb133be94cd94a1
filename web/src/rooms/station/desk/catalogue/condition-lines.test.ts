import { services } from '@ronghe/demo/services/all.ts'
import { formOf, type Condition } from '@ronghe/forms'
import { expect, test } from 'vitest'
import { toCondition, toLines } from './condition-lines.ts'

/** Every condition of the street's twenty services, wherever it stands. */
function conditionsIn(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    /^(when|visibleWhen|requiredWhen|unsureWhen)$/.test(name) && inside ? [inside as Condition] : conditionsIn(inside),
  )
}

test('whatever the editor can show, it gives back as it was, for every condition of the catalogue', () => {
  const shown = services.flatMap((service) => conditionsIn(service).map((condition) => ({ service, condition, lines: toLines(condition) })))
  expect(shown.length).toBeGreaterThan(30)
  const simple = shown.filter(({ lines }) => lines.kind !== 'complex')
  expect(simple.length).toBeGreaterThan(shown.length / 2)
  for (const { service, condition, lines } of simple) expect(toCondition(lines, formOf(service))).toEqual(unwrapped(condition))
})

/** A list of one is the one itself. */
const unwrapped = (condition: Condition): Condition => ('all' in condition && condition.all.length === 1 ? condition.all[0]! : condition)

test('a condition inside a condition is left alone rather than flattened', () => {
  expect(toLines({ not: { field: 'basis', equals: 'job' } })).toEqual({ kind: 'complex' })
  expect(toLines({ all: [{ any: [{ field: 'a', answered: true }] }] })).toEqual({ kind: 'complex' })
})

test('without a condition the question is always asked', () => {
  expect(toLines(undefined)).toEqual({ kind: 'always' })
  expect(toCondition({ kind: 'all', lines: [] }, undefined)).toBeUndefined()
})
