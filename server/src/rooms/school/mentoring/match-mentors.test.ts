import { mentoringLanguageKeys, mentoringSkillKeys, mentoringTimeKeys } from '@ronghe/contract/school/mentoring-choices.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inCommon, matchMentors, type Mentor, pastKey, type Side } from './match-mentors.ts'

const seed = 20261123
const few = <T>(all: readonly T[]) => fc.subarray(all.slice(0, 3), { minLength: 1 })
const side = (prefix: string) =>
  fc.record({
    id: fc.constant(prefix),
    personId: fc.constant(prefix),
    skills: few(mentoringSkillKeys),
    languages: few(mentoringLanguageKeys),
    times: few(mentoringTimeKeys),
    since: fc.integer({ min: 0, max: 3 }),
  })
const named = <S extends Side>(all: readonly S[], prefix: string): S[] =>
  all.map((one, index) => ({ ...one, id: `${prefix}${index}`, personId: index % 4 === 3 ? `both${index}` : `${prefix}${index}` }))
const town = fc
  .record({
    mentors: fc.array(fc.tuple(side('m'), fc.integer({ min: 1, max: 2 })), { maxLength: 5 }),
    learners: fc.array(side('l'), { maxLength: 6 }),
    past: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })), { maxLength: 4 }),
  })
  .map(({ mentors, learners, past }) => ({
    mentors: named(
      mentors.map(([one, places]): Mentor => ({ ...one, places })),
      'm',
    ),
    learners: named(learners, 'l'),
    past: new Set(past.map(([m, l]) => pastKey(`m${m}`, `l${l}`))),
  }))

/** Every way to pair, tried out: the most pairs there can be, and the most they can have in common. */
function exhaustively(mentors: readonly Mentor[], learners: readonly Side[], past: ReadonlySet<string>): readonly [number, number] {
  const left = new Map(mentors.map(({ id, places }) => [id, places]))
  const from = (index: number): readonly [number, number] => {
    const learner = learners[index]
    if (!learner) return [0, 0]
    let best = from(index + 1)
    for (const mentor of mentors) {
      const fit = inCommon(mentor, learner, past)
      if (!fit || left.get(mentor.id) === 0) continue
      left.set(mentor.id, left.get(mentor.id)! - 1)
      const [pairs, worth] = from(index + 1)
      left.set(mentor.id, left.get(mentor.id)! + 1)
      const here = [pairs + 1, worth + worthOf(fit)] as const
      if (here[0] > best[0] || (here[0] === best[0] && here[1] > best[1])) best = here
    }
    return best
  }
  return from(0)
}
const worthOf = ({ languages, times }: { readonly languages: readonly unknown[]; readonly times: readonly unknown[] }): number =>
  languages.length + times.length

describe(`who is proposed to whom (seed ${seed})`, () => {
  test('every pair shares a skill, a language and a time, was none before and is not one person; nobody is asked twice', () => {
    fc.assert(
      fc.property(town, ({ mentors, learners, past }) => {
        const { pairs, without } = matchMentors(mentors, learners, past)
        for (const pair of pairs) {
          const [mentor, learner] = [mentors.find(({ id }) => id === pair.mentor)!, learners.find(({ id }) => id === pair.learner)!]
          expect(mentor.personId).not.toBe(learner.personId)
          expect(past.has(pastKey(mentor.personId, learner.personId))).toBe(false)
          expect(mentor.skills).toContain(pair.skill)
          expect(learner.skills).toContain(pair.skill)
          expect(pair.languages.length * pair.times.length).toBeGreaterThan(0)
        }
        for (const { id, places } of mentors) expect(pairs.filter(({ mentor }) => mentor === id).length).toBeLessThanOrEqual(places)
        const seen = [...pairs.map(({ learner }) => learner), ...without.map(({ learner }) => learner)]
        expect(seen.toSorted()).toEqual(learners.map(({ id }) => id).toSorted())
      }),
      { seed, numRuns: 500 },
    )
  })

  test('no other way gives more pairs, nor as many with more in common', () => {
    fc.assert(
      fc.property(town, ({ mentors, learners, past }) => {
        const { pairs } = matchMentors(mentors, learners, past)
        const worth = pairs.reduce((sum, pair) => sum + worthOf(pair), 0)
        expect([pairs.length, worth]).toEqual(exhaustively(mentors, learners, past))
      }),
      { seed, numRuns: 300 },
    )
  })

  test('the order in which people are listed changes nothing', () => {
    fc.assert(
      fc.property(town, ({ mentors, learners, past }) => {
        expect(matchMentors(mentors.toReversed(), learners.toReversed(), past)).toEqual(matchMentors(mentors, learners, past))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('who stays without a pair is told what was missing', () => {
    const mentor: Mentor = {
      id: 'm',
      personId: 'm',
      skills: ['printing'],
      languages: ['mandarin'],
      times: ['weekdayEvening'],
      since: 0,
      places: 1,
    }
    const learner = (change: Partial<Side>): Side => ({ ...mentor, id: 'l', personId: 'l', ...change })
    const reasonOf = (change: Partial<Side>, rest: readonly Side[] = []) =>
      matchMentors([mentor], [...rest, learner(change)], new Set()).without.map(({ reason }) => reason)
    expect(reasonOf({ skills: ['cooking'] })).toEqual(['skill'])
    expect(matchMentors([mentor], [learner({})], new Set([pastKey('m', 'l')])).without).toEqual([{ learner: 'l', reason: 'before' }])
    expect(reasonOf({ languages: ['hakka'] })).toEqual(['language'])
    expect(reasonOf({ times: ['weekendMorning'] })).toEqual(['time'])
    expect(reasonOf({ since: 1 }, [learner({ id: 'first', personId: 'first' })])).toEqual(['taken'])
  })
})
