import { surveyScales, type QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarsenLanes } from './coarsen-lanes.ts'
import { countSeries } from './result-counts.ts'
import { meaningOf } from './result-meanings.ts'
import { measuresOf } from './result-counts.ts'
import { surveyGroups, type Sheet, type SurveyGroup } from './result-sheets.ts'
import { changesOf, communitiesShown, gapsOf, groupsShown, peopleShown, questionsShown, responseShown } from './result-shown.ts'
import { weigh } from './result-weights.ts'

const seed = 20261123
const content: QuestionnaireContent = { scales: surveyScales.filter(({ id }) => ['stay', 'prejudice', 'programme'].includes(id)) }
const community = { a: 'east', b: 'east', c: 'west', d: 'north' } as const
type Lane = keyof typeof community
const lanes = Object.entries(community).map(([laneId, communityId], at) => ({
  laneId,
  communityId,
  newcomers: 300 + 100 * at,
  locals: 200,
}))

/** Sizes of every lane and group, small ones often. */
const sizes = fc.record({
  newcomer: fc.array(fc.integer({ min: 0, max: 26 }), { minLength: 4, maxLength: 4 }),
  local: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }),
  unstated: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
})
const answer = fc.integer({ min: 0, max: 5 })
const wave = sizes.chain((counts) => {
  const people = surveyGroups.flatMap((group) =>
    counts[group].flatMap((count, lane) => Array.from({ length: count }, () => ({ group, laneId: 'abcd'[lane] as Lane | null }))),
  )
  return fc.array(fc.array(answer, { minLength: 9, maxLength: 9 }), { minLength: people.length, maxLength: people.length }).map((said) =>
    coarsenLanes(people).map(({ group, laneId }, at): Sheet => {
      const items = content.scales.flatMap((scale) => scale.items.map(({ id }) => id))
      return {
        group,
        laneId,
        communityId: laneId === null ? null : community[laneId as Lane],
        complete: at % 7 !== 0,
        answers: Object.fromEntries(items.map((id, item) => [id, said[at]![item]!])),
      }
    }),
  )
})
const counted = (sheets: readonly Sheet[]) => countSeries(content, sheets, weigh(sheets, lanes))
const sizeOf = (sheets: readonly Sheet[], fits: (sheet: Sheet) => boolean): number => sheets.filter(fits).length

describe('what is shown of a wave', () => {
  test('nothing is told of a group of fewer than ten, and nothing compared below thirty', () => {
    fc.assert(
      fc.property(wave, (sheets) => {
        const series = counted(sheets)
        const people = (group: SurveyGroup) => sizeOf(sheets, (sheet) => sheet.group === group)
        for (const { group, count } of peopleShown(series))
          expect(count).toEqual(people(group) >= 10 ? { kind: 'shown', count: people(group) } : { kind: 'few' })
        for (const measure of series.measures) {
          const told = [
            ...groupsShown(series, measure),
            ...questionsShown(series, measure).flatMap(({ groups }) => groups),
            ...communitiesShown(series, measure).flatMap(({ groups }) => groups),
          ]
          for (const { group, value } of told) if (people(group) < 10) expect(value).toEqual({ kind: 'few' })
        }
        for (const [key, change] of changesOf(series, series))
          if (people(key.split(' ')[1] as SurveyGroup) < 30) expect(change).toEqual({ kind: 'notEnough' })
        if (people('local') < 30) for (const gap of gapsOf(series).values()) expect(gap).toEqual({ kind: 'notEnough' })
      }),
      { seed, numRuns: 20 },
    )
  })

  test('whoever takes the communities that are shown from the street is left with nobody, or with ten people and more', () => {
    fc.assert(
      fc.property(wave, (sheets) => {
        const series = counted(sheets)
        for (const measure of series.measures)
          for (const group of surveyGroups) {
            const said = measure.groups[group]
            if (!said || groupsShown(series, measure).find((one) => one.group === group)!.value.kind === 'few') continue
            const shown = communitiesShown(series, measure).flatMap(({ community: place, groups }) =>
              groups.find((one) => one.group === group)?.value.kind === 'shown'
                ? (measure.communities.find((one) => one.community === place)!.groups[group]?.people ?? 0)
                : [],
            )
            const rest = said.people - shown.reduce((sum, count) => sum + count, 0)
            expect(shown.every((count) => count >= 10)).toBe(true)
            expect(rest === 0 || rest >= 10).toBe(true)
          }
      }),
      { seed, numRuns: 20 },
    )
  })

  test('a share that stands has ten people in it and ten outside', () => {
    fc.assert(
      fc.property(wave, (sheets) => {
        const series = counted(sheets)
        for (const measure of series.measures)
          for (const { id, groups } of questionsShown(series, measure))
            for (const { group, value } of groups) {
              const said = sheets.filter((sheet) => sheet.group === group && sheet.answers[id]! > 0)
              const agreed = said.filter(({ answers }) => answers[id]! >= 4).length
              if (value.kind === 'shown') expect(Math.min(agreed, said.length - agreed)).toBeGreaterThanOrEqual(10)
            }
      }),
      { seed, numRuns: 20 },
    )
  })

  test('the response rate does not move when a hidden group grows or goes, and comes in steps of ten doors or more', () => {
    fc.assert(
      fc.property(wave, fc.integer({ min: 120, max: 3000 }), fc.integer({ min: 0, max: 20 }), (sheets, drawn, notEligible) => {
        const doors = { drawn, notEligible }
        const whole = responseShown({ sample: counted(sheets), doors })
        const hidden = surveyGroups.filter((group) => sizeOf(sheets, (sheet) => sheet.group === group) < 10)
        const without = sheets.filter(({ group }) => !hidden.includes(group))
        expect(responseShown({ sample: counted(without), doors })).toEqual(whole)
        expect(whole.step * (drawn - notEligible)).toBeGreaterThanOrEqual(10)
        expect(whole.atLeast! * (drawn - notEligible)).toBeLessThanOrEqual(sizeOf(sheets, ({ complete }) => complete) + 1)
      }),
      { seed, numRuns: 20 },
    )
  })
})

test('the order in which the sheets come out of the box changes no figure', () => {
  fc.assert(
    fc.property(wave, (sheets) => {
      const [one, other] = [counted(sheets), counted(sheets.toReversed())]
      expect(other.people).toEqual(one.people)
      one.measures.forEach((measure, at) => {
        for (const group of surveyGroups) {
          const [here, there] = [measure.groups[group]?.estimate, other.measures[at]!.groups[group]?.estimate]
          if (here) expect(there!.mean).toBeCloseTo(here.mean, 9)
          if (here) expect(there!.standardError).toBeCloseTo(here.standardError, 9)
        }
      })
    }),
    { seed, numRuns: 20 },
  )
})

test('weights have mean one in every group, and more doors of one lane do not count for more people', () => {
  fc.assert(
    fc.property(wave, (sheets) => {
      const { weights } = weigh(sheets, lanes)
      for (const group of surveyGroups) {
        const own = weights.filter((_, at) => sheets[at]!.group === group)
        if (own.length > 0) expect(own.reduce((sum, weight) => sum + weight, 0) / own.length).toBeCloseTo(1, 9)
      }
      expect(Math.max(0, ...weights)).toBeLessThanOrEqual(5 + 1e-9)
    }),
    { seed, numRuns: 20 },
  )
  const of = (laneId: Lane, count: number): Sheet[] =>
    Array.from({ length: count }, () => ({ group: 'local', laneId, communityId: community[laneId], complete: true, answers: {} }))
  // Two lanes of two hundred locals each: thirty answers of one and ten of the other.
  const { weights } = weigh([...of('a', 30), ...of('b', 10)], lanes.slice(0, 2))
  const sum = (some: readonly number[]) => some.reduce((total, weight) => total + weight, 0)
  expect(sum(weights.slice(0, 30))).toBeCloseTo(sum(weights.slice(30)), 9)
})

test('every shipped scale says what it means and what it does not, in both languages', () => {
  const other = meaningOf('something.else')
  for (const scale of surveyScales)
    for (const { id } of measuresOf(scale)) {
      const meaning = meaningOf(id)
      expect(meaning, id).not.toBe(other)
      for (const words of [meaning.says, meaning.saysNot]) for (const text of Object.values(words)) expect(text.length).toBeGreaterThan(8)
    }
})
