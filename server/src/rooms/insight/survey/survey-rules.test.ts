import { itemsFor, judgedOrgans, surveyScales } from '@ronghe/contract/insight/survey-scales.ts'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { open, seal, sheetBytes, type BoxedSheet } from './answer-box.ts'
import { completenessOf } from './completeness.ts'
import { isJudged } from './surveyor.ts'
import { dueStep, stepsOf } from './wave-lifecycle.ts'

const content = { scales: [...surveyScales] }

test('every scale of the rules is shipped, in both languages, with its source; no item is worded with the name of a group', () => {
  expect(surveyScales.map(({ id }) => id)).toEqual([
    'closeness',
    'mutualHelp',
    'recognition',
    'belonging',
    'trustNeighbours',
    'trustOrgans',
    'prejudice',
    'acceptance',
    'threat',
    'say',
    'stay',
    'programme',
  ])
  const items = surveyScales.flatMap((scale) => scale.items)
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  for (const scale of surveyScales) {
    expect(scale.source.length).toBeGreaterThan(30)
    expect(scale.about.en).toBeTruthy()
    for (const { id, text } of scale.items) {
      expect(id.startsWith(`${scale.id}.`)).toBe(true)
      expect(text.en).toBeTruthy()
      expect(`${text['zh-CN']} ${text.en}`).not.toMatch(/来穗|本地居民|newcomers(?!})|locals(?!})/i)
    }
  }
  // The structure of the sense of community: four parts of two.
  const parts = surveyScales.find(({ id }) => id === 'belonging')!.items.map(({ part }) => part)
  expect(parts).toEqual(['needs', 'needs', 'membership', 'membership', 'influence', 'influence', 'connection', 'connection'])
  expect(surveyScales.find(({ id }) => id === 'trustOrgans')!.items.map(({ organ }) => organ)).toEqual(judgedOrgans)
})

test('prejudice is put to newcomers, acceptance and threat to locals, neither to whoever prefers not to say', () => {
  const of = (group: 'newcomer' | 'local' | 'unstated') => new Set(itemsFor(content, group).map(({ id }) => id.split('.')[0]))
  expect(of('newcomer').has('prejudice')).toBe(true)
  expect(of('newcomer').has('threat')).toBe(false)
  expect(of('local').has('acceptance') && of('local').has('threat')).toBe(true)
  expect(of('local').has('prejudice')).toBe(false)
  expect(['prejudice', 'acceptance', 'threat'].some((id) => of('unstated').has(id))).toBe(false)
})

test('four fifths is complete, half is partial, less is broken off; "prefer not to say" is no answer', () => {
  const ten = { scales: [{ ...surveyScales[3]!, items: [...surveyScales[3]!.items, ...surveyScales[10]!.items] }] }
  const answered = (count: number, step = 3) => ({
    group: 'local' as const,
    answers: Object.fromEntries(ten.scales[0]!.items.slice(0, count).map(({ id }) => [id, step])),
  })
  expect([8, 7, 5, 4].map((count) => completenessOf(ten, answered(count)))).toEqual(['complete', 'partial', 'partial', 'brokenOff'])
  expect(completenessOf(ten, answered(10, 0))).toBe('brokenOff')
})

test('sheets of the box are of one length, open under their own wave’s key alone, and hold what was put in', () => {
  const key = randomBytes(32)
  const short: BoxedSheet = { series: 'sample', way: 'phone', laneId: null, group: 'local', answers: { 'stay.1': 0 } }
  const long: BoxedSheet = {
    ...short,
    laneId: '00000000-0000-7000-8000-0000000000a1',
    answers: Object.fromEntries(surveyScales.flatMap(({ items }) => items).map(({ id }) => [id, 5])),
  }
  const [one, other] = [seal(key, 'wave', short), seal(key, 'wave', long)]
  expect(one.length).toBe(other.length)
  expect(one.length).toBe(sheetBytes + 28)
  expect(open(key, 'wave', other)).toEqual(long)
  expect(() => open(randomBytes(32), 'wave', one)).toThrow()
  expect(() => open(key, 'another wave', one)).toThrow()
})

test('an organ that is asked about, and everything below it, runs no survey', () => {
  const organs = new Map(
    [
      { id: 'street', kind: 'streetOffice', parent_id: null },
      { id: 'station', kind: 'station', parent_id: 'street' },
      { id: 'provider', kind: 'socialOrganisation', parent_id: 'station' },
      { id: 'university', kind: 'partner', parent_id: null },
    ].map((organ) => [organ.id, organ]),
  )
  expect(['street', 'station', 'provider', 'university'].map((id) => isJudged(id, organs))).toEqual([false, true, true, false])
})

test('a wave opens and closes on its days, and no further reminder goes out after two', () => {
  const wave = { state: 'drawn', reminded: 0, opensOn: '2026-11-23', closesOn: '2026-12-06' } as const
  expect(stepsOf(wave, '2026-11-22')).not.toContain('open')
  expect(dueStep(wave, '2026-11-23')).toBe('open')
  expect(dueStep({ ...wave, state: 'open' }, '2026-12-06')).toBeUndefined()
  expect(dueStep({ ...wave, state: 'open' }, '2026-12-07')).toBe('close')
  expect(stepsOf({ ...wave, state: 'open', reminded: 2 }, '2026-12-01')).not.toContain('remind')
  expect(stepsOf({ ...wave, state: 'closed' }, '2026-12-01')).toEqual([])
})
