import { readFileSync } from 'node:fs'
import { readPopolo } from '@ronghe/contract/council/popolo.ts'
import { demoId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
})
afterAll(() => town.close())

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: boolean
  readonly format?: string
  readonly items?: Schema
  readonly $ref?: string
}

const schemaOf = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`popolo-schemas/${name}.json`, import.meta.url), 'utf8')) as Schema

/** JSON Schema draft 3, as far as the schemas of Popolo use it. */
function faults(value: unknown, schema: Schema, at: string): string[] {
  if (schema.$ref) return faults(value, schemaOf(/schemas\/(\w+)\.json/.exec(schema.$ref)![1]!), at)
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  const types = [schema.type ?? kind].flat()
  if (!types.includes(kind) && !(kind === 'integer' && types.includes('number'))) return [`${at} is ${kind}, not ${types.join(' or ')}`]
  if (kind === 'string' && schema.format === 'date-time' && Number.isNaN(Date.parse(value as string))) return [`${at} is no moment`]
  if (kind === 'array') return (value as unknown[]).flatMap((one, index) => faults(one, schema.items ?? {}, `${at}[${index}]`))
  if (kind !== 'object' || !schema.properties) return []
  const entries = Object.entries(value as object)
  return [
    ...entries.filter(([name]) => !(name in schema.properties!)).map(([name]) => `${at}.${name} is not in the schema`),
    ...Object.entries(schema.properties)
      .filter(([name, { required }]) => required && !(name in (value as object)))
      .map(([name]) => `${at}.${name} is missing`),
    ...entries.flatMap(([name, one]) => (schema.properties![name] ? faults(one, schema.properties![name], `${at}.${name}`) : [])),
  ]
}

test('the checker of this test sees a wrong type, a missing field and an unknown one', () => {
  expect(faults({ option: 1, extra: true }, schemaOf('count'), 'count')).toEqual([
    'count.extra is not in the schema',
    'count.value is missing',
    'count.option is integer, not string',
  ])
})

test('the council in Popolo fits its published schemas, and a resident’s motion names nobody', async () => {
  await town.deed(({ tx, now }) =>
    tx
      .insertInto('motion')
      .values({
        street_id: town.street.id,
        id: demoId(town.street.id, 'motion', 'lamps'),
        council_id: town.councilId,
        state: 'carried',
        kind: 'ordinary',
        origin: 'residents',
        author_id: town.idOf('chen'),
        year: 2026,
        number: 1,
        title: JSON.stringify({ 'zh-CN': '三号巷装路灯', en: 'Lamps in Lane Three' }),
        reasons: JSON.stringify({ 'zh-CN': '太暗' }),
        lines: ['装六盏路灯。'],
        doer: JSON.stringify({ 'zh-CN': '城管办' }),
        created_at: now,
        filed_on: '2026-11-01',
        decided_on: '2026-11-20',
        outcome: JSON.stringify({
          kind: 'carried',
          figures: {
            total: { for: 9, against: 2, abstain: 1 },
            benches: { newcomers: { for: 5, against: 1, abstain: 0 }, locals: { for: 4, against: 1, abstain: 1 } },
          },
        }),
      })
      .execute(),
  )
  const popolo = await town.anonymous.call(readPopolo, { params: { councilId: town.councilId } })
  const of = {
    organizations: 'organization',
    persons: 'person',
    posts: 'post',
    memberships: 'membership',
    motions: 'motion',
    vote_events: 'vote_event',
  } as const
  for (const [list, name] of Object.entries(of) as [keyof typeof of, string][]) {
    expect(popolo[list].length, list).toBeGreaterThan(0)
    for (const one of popolo[list]) expect(faults(one, schemaOf(name), name)).toEqual([])
  }
  expect(popolo.persons.map(({ name }) => name)).toContain('周桂兰')
  expect(popolo.memberships).toHaveLength(13)
  expect(popolo.vote_events[0]).toMatchObject({ identifier: '2026-1', result: 'pass' })
  expect(popolo.vote_events[0]!.counts).toContainEqual({ option: 'yes', value: 5, group_id: `${town.councilId}/newcomers` })
  expect(JSON.stringify(popolo)).not.toContain(town.idOf('chen'))
})
