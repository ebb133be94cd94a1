import fc from 'fast-check'
import type { Condition } from './condition.ts'
import type { Field, FormDefinition, Page } from './definition.ts'
import { fieldKinds } from './field-kinds.ts'

const text = fc.constant({ 'zh-CN': '题', en: 'question' })
const names = ['since', 'basis', 'home', 'children', 'a', 'b', 'c', 'd', 'e']
const name = fc.constantFrom(...names)
const scalar = fc.oneof(fc.constantFrom('x', 'y', 'none', '2026-01-31'), fc.integer({ min: -3, max: 3 }), fc.boolean())

/** Any condition, sensible or not. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof<fc.Arbitrary<Condition>[]>(
    fc.record({ field: name, answered: fc.boolean() }),
    fc.record({ field: name, equals: scalar }),
    fc.record({ field: name, in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ field: name, has: fc.constantFrom('x', 'y') }),
    fc.record({ field: name, atLeast: fc.integer({ min: -2, max: 2 }) }),
    fc.record({ field: name, atMost: fc.constantFrom<string | number>(1, '2026-06-01') }),
    fc.record({ field: name, monthsSince: fc.integer({ min: 0, max: 12 }) }),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition

const field = (id: string): fc.Arbitrary<Field> =>
  fc
    .record({
      kind: fc.constantFrom(...fieldKinds),
      required: fc.boolean(),
      visibleWhen: fc.option(anyCondition, { nil: undefined, freq: 3 }),
      requiredWhen: fc.option(anyCondition, { nil: undefined }),
      label: text,
    })
    .map(
      (shape) =>
        ({
          ...shape,
          id,
          options: [
            { value: 'x', label: shape.label },
            { value: 'y', label: shape.label },
          ],
          accept: ['image'],
          most: 2,
        }) as unknown as Field,
    )

/** Any form of up to five pages, its conditions pointing anywhere. */
export const anyForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(
    ...['p1', 'p2', 'p3', 'p4'].map((id, place) =>
      fc.record({
        id: fc.constant(place === 3 ? 'children' : id),
        title: text,
        visibleWhen: fc.option(anyCondition, { nil: undefined, freq: 2 }),
        fields: fc.tuple(
          ...names
            .filter((each) => each !== 'children')
            .slice(place * 2, place * 2 + 2)
            .map(field),
        ),
        repeat: place === 3 ? fc.constant({ least: 0, most: 2, itemTitle: { 'zh-CN': '个' } }) : fc.constant(undefined),
      }),
    ),
  )
  .map((pages) => ({ id: 'any', version: 1, pages: pages as unknown as Page[] }))

/** Answers as they might arrive: right, wrong, and not asked for at all. */
export const anyAnswers = fc.dictionary(
  fc.constantFrom(...names, 'stranger'),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      'x',
      ' x ',
      ['x', 'y'],
      ['none', 'x'],
      true,
      3,
      -1,
      '2026-05-01',
      '2026-05',
      '+86 13800000001',
      { community: ' songbai ', door: 1 },
      { name: 'e\u0301 ' },
      [{ d: ' x', e: true }, 7],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
)
