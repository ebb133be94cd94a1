import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editAt } from './edit-at.ts'
import { type Step, takeStep } from './structure.ts'

const form = {
  pages: [
    { id: 'a', fields: ['x', 'y'] },
    { id: 'b', fields: ['z'] },
    { id: 'c', fields: [] as string[] },
  ],
}

test('a page taken out comes back to its place, with what was typed elsewhere in between', () => {
  const { next, back } = takeStep(form, { kind: 'remove', path: 'pages', at: 1 })
  expect(next.pages.map(({ id }) => id)).toEqual(['a', 'c'])
  const typed = editAt(next, 'pages.1.id', 'last')
  expect(takeStep(typed, back).next.pages).toEqual([form.pages[0], form.pages[1], { id: 'last', fields: [] }])
})

test('whatever is done, going back step by step leads to where it began', () => {
  const place = fc.nat(2)
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('insert' as const),
      path: fc.constant('pages'),
      at: place,
      item: fc.constant({ id: 'new', fields: [] }),
    }),
    fc.record({ kind: fc.constant('move' as const), path: fc.constant('pages'), from: place, to: place }),
    fc.record({
      kind: fc.constant('put' as const),
      path: fc.constant('pages.0.why'),
      value: fc.constantFrom({ text: '为什么' }, undefined),
    }),
    fc.record({ kind: fc.constant('insert' as const), path: fc.constant('pages.1.fields'), at: fc.constant(0), item: fc.constant('w') }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let whole: typeof form = form
      const backs: Step[] = []
      for (const one of steps) {
        const { next, back } = takeStep(whole, one)
        whole = next
        backs.push(back)
      }
      for (const back of backs.toReversed()) whole = takeStep(whole, back).next
      expect(whole).toEqual(form)
    }),
    { seed: 20261123 },
  )
})
