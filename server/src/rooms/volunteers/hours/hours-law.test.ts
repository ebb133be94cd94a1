import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfClaim, faultOfConfirming, minutesOf, overlap, type Span } from './hours-law.ts'

const seed = 20261123
const hour = (n: number): Date => new Date(Date.UTC(2026, 10, 1) + n * 3_600_000)

interface Entry extends Span {
  readonly person: number
  readonly shift: number
  readonly claimedAt: Date
  confirmedBy?: number
  reversed?: boolean
}
/** A small corps over three weeks: shifts, who was there, who lives together, who is at work elsewhere. */
const world = fc.record({
  shifts: fc.array(fc.record({ start: fc.nat(300), hours: fc.integer({ min: 1, max: 4 }), cancelled: fc.nat(7).map((n) => n === 0) }), {
    minLength: 3,
    maxLength: 10,
  }),
  /** Of five people on ten shifts. */
  presences: fc.array(fc.record({ there: fc.nat(3), late: fc.nat(1), paper: fc.nat(3) }), { minLength: 50, maxLength: 50 }),
  housemates: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 2 }),
  elsewhere: fc.array(fc.record({ person: fc.nat(4), start: fc.nat(500) }), { maxLength: 4 }),
  filed: fc.array(fc.nat(9), { maxLength: 10 }),
  deeds: fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('claim' as const),
          person: fc.nat(4),
          shift: fc.nat(9),
          after: fc.nat(250),
          early: fc.nat(5).map((n) => (n === 0 ? 1 : 0)),
        }),
      },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('confirm' as const), by: fc.nat(4), entry: fc.nat(9), after: fc.nat(400) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const), entry: fc.nat(9) }) },
    ),
    { minLength: 60, maxLength: 120 },
  ),
})

describe(`the law of hours (seed ${seed})`, () => {
  test('after any sequence: evidence and a second person behind every confirmed hour, nothing twice, no favours returned in a month', () => {
    let confirmed = 0
    let refusals = 0
    fc.assert(
      fc.property(world, ({ shifts, presences, housemates, elsewhere, filed, deeds }) => {
        const spanOf = (shift: number): (Span & { cancelled: boolean }) | undefined => {
          const found = shifts[shift]
          return found && { from: hour(found.start), until: hour(found.start + found.hours), cancelled: found.cancelled }
        }
        const presenceOf = (person: number, shift: number): (Span & { paper: boolean }) | undefined => {
          const found = presences[person * 10 + shift]!
          const span = spanOf(shift)
          return found.there === 0 || !span
            ? undefined
            : { from: new Date(span.from.getTime() + found.late * 1_800_000), until: span.until, paper: found.paper === 0 }
        }
        const living = (person: number): ReadonlySet<string> =>
          new Set(housemates.flatMap(([a, b]) => (a === b ? [] : a === person ? [String(b)] : b === person ? [String(a)] : [])))
        const busy = (person: number): readonly Span[] =>
          elsewhere.flatMap((one) => (one.person === person ? [{ from: hour(one.start), until: hour(one.start + 2) }] : []))
        const monthOf = (at: Date): string => at.toISOString().slice(0, 7)
        const book: Entry[] = []
        for (const deed of deeds) {
          if (deed.kind === 'claim') {
            const span = spanOf(deed.shift)
            if (!span) continue
            const presence = presenceOf(deed.person, deed.shift)
            const claim = { from: new Date((presence ?? span).from.getTime() - deed.early * 900_000), until: span.until }
            const now = new Date(span.until.getTime() - 3_600_000 + deed.after * 3_600_000)
            const fault = faultOfClaim(claim, {
              shift: span,
              presence,
              paperMissing: presence?.paper === true && !filed.includes(deed.shift),
              standing: book
                .filter((one) => one.person === deed.person && !one.reversed)
                .map((one) => ({ ...one, sameShift: one.shift === deed.shift })),
              elsewhere: busy(deed.person),
              paid: [],
              now,
              claimDays: 7,
            })
            if (fault) refusals++
            else book.push({ ...claim, person: deed.person, shift: deed.shift, claimedAt: now })
          } else {
            const entry = book[deed.entry]
            if (!entry) continue
            if (deed.kind === 'reverse') {
              entry.reversed = true
              continue
            }
            const now = new Date(entry.claimedAt.getTime() + deed.after * 3_600_000)
            const fault = faultOfConfirming({
              claim: {
                ...entry,
                personId: String(entry.person),
                state: entry.reversed ? 'reversed' : entry.confirmedBy === undefined ? 'claimed' : 'confirmed',
              },
              confirmer: String(deed.by),
              housemates: living(entry.person),
              presence: presenceOf(deed.by, entry.shift),
              served: false,
              confirmedBack: book.some(
                (one) => one.person === deed.by && one.confirmedBy === entry.person && monthOf(one.from) === monthOf(entry.from),
              ),
              now,
              confirmDays: 14,
              claimedAt: entry.claimedAt,
            })
            if (fault) refusals++
            else {
              entry.confirmedBy = deed.by
              confirmed++
            }
          }
        }
        const standing = book.filter((one) => !one.reversed)
        for (const entry of standing) {
          const presence = presenceOf(entry.person, entry.shift)!
          expect(presence).toBeDefined()
          expect(entry.from >= presence.from && entry.until <= presence.until).toBe(true)
          expect(presence.paper && !filed.includes(entry.shift)).toBe(false)
          expect(entry.claimedAt.getTime() - spanOf(entry.shift)!.until.getTime()).toBeLessThanOrEqual(7 * 86_400_000)
          for (const other of standing) if (other !== entry && other.person === entry.person) expect(overlap(entry, other)).toBe(false)
          for (const other of busy(entry.person)) expect(overlap(entry, other)).toBe(false)
          if (entry.confirmedBy === undefined) continue
          expect(entry.confirmedBy).not.toBe(entry.person)
          expect(living(entry.person).has(String(entry.confirmedBy))).toBe(false)
          expect(presenceOf(entry.confirmedBy, entry.shift)).toBeDefined()
          for (const other of book)
            if (other.confirmedBy === entry.person && other.person === entry.confirmedBy)
              expect(monthOf(other.from)).not.toBe(monthOf(entry.from))
        }
        // What the book adds up to, claims less reversals, is what a recount of the confirmed ones that stand gives.
        for (let person = 0; person < 5; person++) {
          const rows = book
            .filter((one) => one.person === person && one.confirmedBy !== undefined)
            .flatMap((one) => [minutesOf(one), ...(one.reversed ? [-minutesOf(one)] : [])])
          const recount = standing
            .filter((one) => one.person === person && one.confirmedBy !== undefined)
            .reduce((sum, one) => sum + minutesOf(one), 0)
          expect(rows.reduce((sum, minutes) => sum + minutes, 0)).toBe(recount)
        }
      }),
      { seed, numRuns: 400 },
    )
    // The worlds were not empty.
    expect(confirmed).toBeGreaterThan(100)
    expect(refusals).toBeGreaterThan(1000)
  })

  const shift = { from: hour(10), until: hour(13), cancelled: false }
  const facts = { shift, presence: shift, paperMissing: false, standing: [], elsewhere: [], paid: [], now: hour(14), claimDays: 7 }
  test.each([
    ['nothing is wrong', {}, undefined],
    ['nobody saw them there', { presence: undefined }, 'hours-no-evidence'],
    ['the paper list is not filed', { paperMissing: true }, 'hours-paper-missing'],
    ['the shift was called off', { shift: { ...shift, cancelled: true } }, 'hours-shift-cancelled'],
    ['it is still going on', { now: hour(12) }, 'hours-not-over'],
    ['a week and an hour have passed', { now: hour(13 + 7 * 24 + 1) }, 'hours-too-late'],
    ['they are in the book already', { standing: [{ ...shift, sameShift: true }] }, 'hours-claimed-already'],
    ['they came later', { presence: { from: hour(11), until: hour(13) } }, 'hours-outside-presence'],
    ['they were in a class', { elsewhere: [{ from: hour(12), until: hour(15) }] }, 'hours-overlap'],
    ['they were on another shift', { standing: [{ from: hour(8), until: hour(11), sameShift: false }] }, 'hours-overlap'],
    ['they were at their desk', { paid: [{ from: hour(9), until: hour(11) }] }, 'hours-paid-time'],
    ['the class ended as it began', { elsewhere: [{ from: hour(8), until: hour(10) }] }, undefined],
  ])('claiming, %s', (_, change, fault) => {
    expect(faultOfClaim({ from: hour(10), until: hour(13) }, { ...facts, ...change })).toBe(fault)
  })

  const claim = { from: hour(10), until: hour(13), personId: 'a', state: 'claimed' as const }
  const confirming = {
    claim,
    confirmer: 'b',
    housemates: new Set<string>(),
    presence: shift,
    served: false,
    confirmedBack: false,
    now: hour(20),
    confirmDays: 14,
    claimedAt: hour(14),
  }
  test.each([
    ['nothing is wrong', {}, undefined],
    ['it is one’s own', { confirmer: 'a' }, 'hours-own'],
    ['they live together', { housemates: new Set(['b']) }, 'hours-household'],
    ['not on the shift', { presence: undefined }, 'hours-not-there'],
    ['came for the last hour', { presence: { from: hour(12), until: hour(13) } }, 'hours-not-there'],
    ['was served by it', { presence: undefined, served: true }, undefined],
    ['is confirmed by them this month', { confirmedBack: true }, 'hours-mutual'],
    ['was done already', { claim: { ...claim, state: 'confirmed' as const } }, 'hours-confirmed-already'],
    ['was taken back', { claim: { ...claim, state: 'reversed' as const } }, 'hours-reversed'],
    ['three weeks later', { now: hour(14 + 21 * 24) }, 'hours-confirm-too-late'],
  ])('confirming, %s', (_, change, fault) => {
    expect(faultOfConfirming({ ...confirming, ...change })).toBe(fault)
  })
})
