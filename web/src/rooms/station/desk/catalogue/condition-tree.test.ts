import { services } from '@ronghe/demo/services/all.ts'
import { askableOf, checkCondition, formOf, type Condition } from '@ronghe/forms'
import { describe, expect, test } from 'vitest'
import { subjectsBefore } from './condition-subjects.ts'
import { freshComparison, groupOf, howOf, howsFor, isGroup, joinOf, membersOf, withAdded, withMember, withMoved } from './condition-tree.ts'

/** Every condition of the street's services, wherever it stands. */
function conditionsIn(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    /^(when|visibleWhen|requiredWhen|unsureWhen)$/.test(name) && inside ? [inside as Condition] : conditionsIn(inside),
  )
}
const leaves = (condition: Condition): readonly Extract<Condition, { field: string }>[] =>
  isGroup(condition) ? membersOf(condition).flatMap(leaves) : 'not' in condition ? leaves(condition.not) : [condition]

test('every comparison of the catalogue is one that the editor offers for that question', () => {
  const found = services.flatMap((service) =>
    conditionsIn(service)
      .flatMap(leaves)
      .map((leaf) => ({ leaf, subject: subjectsBefore(formOf(service)).find(({ name }) => name === leaf.field) })),
  )
  expect(found.length).toBeGreaterThan(40)
  for (const { leaf, subject } of found)
    if (subject) expect([leaf.field, howsFor(subject)]).toEqual([leaf.field, expect.arrayContaining([howOf(leaf)])])
})

test('whatever the editor begins a comparison with is right for the checker', () => {
  for (const service of services) {
    const form = formOf(service)
    for (const subject of subjectsBefore(form))
      for (const how of howsFor(subject)) {
        const fresh = freshComparison(subject, how, '2026-11-23')
        expect([subject.name, how, checkCondition(fresh, 'when', askableOf(form), form)]).toEqual([subject.name, how, []])
        expect(howOf(fresh)).toBe(how)
      }
  }
})

describe('what is offered', () => {
  const form = {
    id: 'f',
    version: 1,
    pages: [
      { id: 'p1', title: { 'zh-CN': '一' }, fields: [{ id: 'home', kind: 'address' as const }] },
      {
        id: 'kids',
        title: { 'zh-CN': '二' },
        repeat: { least: 0, most: 2, itemTitle: { 'zh-CN': '孩子' } },
        fields: [
          { id: 'nick', kind: 'text' as const, label: { 'zh-CN': '小名' } },
          { id: 'school', kind: 'yesNo' as const, label: { 'zh-CN': '上学' } },
        ],
      },
      { id: 'p3', title: { 'zh-CN': '三' }, fields: [{ id: 'note', kind: 'notice' as const }] },
    ],
  }
  const names = (standing?: Parameters<typeof subjectsBefore>[1]) => subjectsBefore(form, standing).map(({ name }) => name)
  test('a page is offered what was asked before it, of what repeats only how many', () => {
    expect(names({ page: 0 })).toEqual([])
    expect(names({ page: 2 })).toEqual(['home', 'home.community', 'home.lane', 'kids'])
  })
  test('a field inside what repeats is offered the fields above it', () => {
    expect(names({ page: 1, field: 1 })).toEqual(['home', 'home.community', 'home.lane', 'nick'])
  })
})

test('members are replaced, taken out, moved and added without touching the others', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((field) => ({ field, answered: true })) as [Condition, Condition, Condition]
  const group = groupOf('any', [a, b])
  expect(withMember(group, 0, c)).toEqual({ any: [c, b] })
  expect(withMember(group, 0, undefined)).toEqual({ any: [b] })
  expect(withMoved(group, 1, 0)).toEqual({ any: [b, a] })
  expect(withAdded(group, groupOf('all', [c]))).toEqual({ any: [a, b, { all: [c] }] })
  expect(joinOf(group)).toBe('any')
})
