// Every change of an archive is found. Two kinds are tried: changes of bytes, and changes by somebody who knows the format and makes all
// hashes, names and events fit again. npm test tries a few hundred, the long run 10,000.
import { expect, test } from 'vitest'
import { belenios2048 } from './group.ts'
import { holdElection, seeded, smallGroup, type Whole } from './elections.testing.ts'
import { mutateBytes, mutateKnowingly } from './mutations.testing.ts'
import { randomBelow } from './random.ts'
import { verifyArchive } from './verify-archive.ts'

const many = process.env['RONGHE_FULL'] ? 10_000 : 400

const cast = [
  [0, [[0, 1, 0, 0]]],
  [1, [[0, 1, 1, 0]]],
  [2, [[1, 0, 0, 0]]],
  [0, [[0, 0, 0, 1]]],
] as const

function tryAll(whole: Whole, times: number, seed: string): void {
  const random = seeded(seed)
  const pick = (below: number): number => Number(randomBelow(BigInt(below), random))
  const groups = [smallGroup, belenios2048]
  const noted = { head: whole.head, timestamp: whole.published.timestamp }
  expect(verifyArchive(whole.bytes, noted, groups).ok).toBe(true)
  const kinds = new Map<string, number>()
  for (let time = 0; time < times; time++) {
    const { bytes, what, needsNote } = time % 2 === 0 ? mutateBytes(whole.bytes, pick) : mutateKnowingly(whole.published, pick)
    kinds.set(what, (kinds.get(what) ?? 0) + 1)
    const verified = verifyArchive(bytes, needsNote ? noted : {}, groups)
    if (verified.ok) throw new Error(`change ${time} was not found: ${what}`)
  }
  if (times >= 400) expect(kinds.size).toBeGreaterThan(20)
}

test(`${many} changes of an archive are all found`, { timeout: 1_200_000 }, () => {
  tryAll(holdElection({ cast }), many, 'mutations')
})

test('changes of an archive in the group that elections use are all found', { timeout: 600_000 }, () => {
  tryAll(holdElection({ cast, group: belenios2048 }), process.env['RONGHE_FULL'] ? 500 : 30, 'mutations 2048')
})

test('an archive made anew with an unused credential more verifies alone, and not against the published head: that is what the head is for', () => {
  const whole = holdElection({ cast })
  const { bytes } = mutateKnowingly(whole.published, (below) => below - 1, 'a credential nobody handed out')
  expect(verifyArchive(bytes, {}, [smallGroup]).ok).toBe(true)
  expect(verifyArchive(bytes, { head: whole.head }, [smallGroup])).toEqual({
    ok: false,
    problem: 'it is not the archive whose last event was published',
  })
})
