import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fits, patternFault } from './pattern.ts'

test.each([
  '\\d{3}',
  '[A-Z]{1,2}\\d+',
  '(?:\\d{2}-)?\\d{4}',
  '(?:ab)+',
  '\\d+栋\\d+号',
  '(?:一|二)巷',
  '[(+*]\\(\\d+\\)',
  '\\p{Script=Han}+',
])('%s may be used', (expression) => {
  expect(patternFault(expression)).toBeUndefined()
})

test.each(['(a+)+b', '((a+))+b', '(a|a)*b', '(?:a{1,9}){9}', '.*.*.*.*b', '(a)\\1', '(?=a+)a', `a{1,2}${'b'.repeat(200)}`])(
  '%s could hold up a page',
  (expression) => {
    expect(patternFault(expression)).toBe('slow-pattern')
  },
)

test.each(['(', '[', 'a{2,1}', '\\'])('%s is none', (expression) => {
  expect(patternFault(expression)).toBe('bad-pattern')
})

test('the whole text must fit, and what is faulty asks for nothing', () => {
  expect(fits('\\d{3}', '123')).toBe(true)
  expect(fits('\\d{3}', '1234')).toBe(false)
  expect(fits('a|b', 'ab')).toBe(false)
  expect(fits('(a+)+b', 'a'.repeat(100))).toBe(true)
})

test('whatever pattern gets through, a hundred characters are tried in no time', () => {
  const part = fc.constantFrom('a', 'b', '(', ')', '(?:', '*', '+', '?', '|', '{1,5}', '{2,}', '[ab]', '\\d', '.')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const started = performance.now()
      fits(parts.join(''), 'a'.repeat(99) + '!')
      expect(performance.now() - started).toBeLessThan(2000)
    }),
    { seed: 20261123, numRuns: 3000 },
  )
})
