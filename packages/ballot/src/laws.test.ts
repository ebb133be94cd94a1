import { createCipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCcm, sealCcm } from './aes-ccm.ts'
import { allows, type Marks } from './answer.ts'
import { readArchive } from './archive.ts'
import { checkBallot, encryptBallot } from './ballot.ts'
import { receive, keysOf, send } from './channel.ts'
import { drawCredential, publicCredential, readCredential } from './credential.ts'
import { combine, decryptPart, ownedPart } from './decrypt.ts'
import { placesOf, readElection, setUp, type Question } from './election.ts'
import { approval, holdCeremony, holdElection, motion, seeded, smallGroup } from './elections.testing.ts'
import { fixedBase, power, powersOf, productOfPowers } from './exponentiation.ts'
import { belenios2048 } from './group.ts'
import { shuffled } from './random.ts'
import { checkOpening } from './spoil.ts'
import { Malformed } from './strict-json.ts'
import { tallyBallots } from './tally.ts'
import { makeOutput, makePolynomial, readCertificate } from './threshold.ts'
import { finishCeremony, readTrustees, thirdStepInput } from './trustees.ts'
import { verifyArchive } from './verify-archive.ts'

const law = (property: fc.IProperty<never> | fc.IProperty<unknown[]>, numRuns = 40): void =>
  fc.assert(property as fc.IProperty<unknown[]>, { seed: 20261123, numRuns })

const questions = fc
  .record({ answers: fc.integer({ min: 1, max: 5 }), min: fc.nat(3), more: fc.nat(4), blank: fc.boolean() })
  .map(({ answers, min, more, blank }): Question => {
    const least = Math.min(min, answers)
    return {
      question: '?',
      answers: Array.from({ length: answers }, (_, index) => `A${index}`),
      min: least,
      max: Math.min(answers, least + more),
      blank,
    }
  })

const everyMarks = (question: Question): Marks[] =>
  Array.from({ length: 2 ** placesOf(question) }, (_, number) =>
    Array.from({ length: placesOf(question) }, (__, place) => (number >> place) & 1),
  )

test('powers by every road are the same as multiplying again and again', () => {
  const p = smallGroup.p
  law(
    fc.property(
      fc.bigInt({ min: 1n, max: p - 1n }),
      fc.array(fc.bigInt({ min: 0n, max: smallGroup.q - 1n }), { minLength: 1, maxLength: 4 }),
      (base, exponents) => {
        const plain = exponents.map((exponent) =>
          [...exponent.toString(2)].reduce((sum, bit) => (((sum * sum) % p) * (bit === '1' ? base : 1n)) % p, 1n),
        )
        expect(exponents.map((exponent) => power(base, exponent, p))).toEqual(plain)
        expect(powersOf(base, exponents, p)).toEqual(plain)
        expect(exponents.map(fixedBase(base, p, 112))).toEqual(plain)
        expect(
          productOfPowers(
            exponents.map((exponent) => [base, exponent] as const),
            p,
          ),
        ).toBe(plain.reduce((one, other) => (one * other) % p))
      },
    ),
  )
})

test('the result is the sum of the last vote of each voter, whichever trustees open it', () => {
  law(
    fc.property(
      fc.array(questions, { minLength: 1, maxLength: 2 }),
      fc.array(fc.tuple(fc.nat(4), fc.nat(1000)), { maxLength: 7 }),
      fc.constantFrom([0, 1], [0, 2], [1, 2], [2, 0], [0, 1, 2]),
      (asked, votes, openers) => {
        const cast = votes.map(([voter, choice]) => {
          const marks = asked.map((question) => {
            const allowed = everyMarks(question).filter((one) => allows(question, one))
            return allowed[choice % allowed.length]!
          })
          return [voter, marks] as const
        })
        const { result, bytes } = holdElection({ questions: asked, cast, openers })
        const last = new Map(cast)
        const sums = asked.map((question, index) =>
          Array.from({ length: placesOf(question) }, (_, place) =>
            [...last.values()].reduce((sum, marks) => sum + marks[index]![place]!, 0),
          ),
        )
        expect(result).toEqual(sums)
        expect(verifyArchive(bytes, {}, [smallGroup])).toMatchObject({ ok: true, result: sums })
      },
    ),
    25,
  )
})

test('marks a question does not allow are refused before anything is encrypted, and one trustee alone opens nothing', () => {
  const { election, slips, published } = holdElection({ questions: [approval], cast: [[0, [[0, 1, 0, 0]]]] })
  for (const marks of everyMarks(approval).filter((one) => !allows(approval, one)))
    expect(() => encryptBallot(election, slips[0]!, [marks], seeded('x'))).toThrow(RangeError)
  const trustees = readTrustees(published.trustees, smallGroup)
  const tally = tallyBallots(election, published.ballots)
  const alone = ownedPart(election, trustees, tally.sums, 1, published.parts![0]!.text)!
  expect(combine(election, trustees, tally, [alone])).toEqual({ missing: 1 })
  expect(ownedPart(election, trustees, tally.sums, 2, published.parts![0]!.text)).toBeUndefined()
  expect(ownedPart(election, trustees, tally.sums, 1, decryptPart(election, tally.sums, 5n, seeded('y')))).toBeUndefined()
})

test('a ballot is taken once it is whole, from a credential on the list, for this election; each fault has its name', () => {
  const { election, slips, published } = holdElection({ questions: [motion], cast: [] })
  const credentials = new Set(published.credentials)
  const { text } = encryptBallot(election, slips[0]!, [[1, 0]], seeded('z'))
  const other = setUp({ id: 'AnotherE1ection', name: '', description: '', questions: [motion] }, election.key.y, smallGroup)
  expect(checkBallot(election, credentials, text).ok).toBe(true)
  expect(checkBallot(election, credentials, `${text} `)).toEqual({ ok: false, fault: 'unreadable' })
  expect(checkBallot(election, credentials, 'null')).toEqual({ ok: false, fault: 'unreadable' })
  expect(checkBallot(election, credentials, encryptBallot(other, slips[0]!, [[1, 0]], seeded('z')).text)).toEqual({
    ok: false,
    fault: 'other-election',
  })
  expect(
    checkBallot(election, credentials, encryptBallot(election, drawCredential(seeded('stranger')), [[1, 0]], seeded('z')).text),
  ).toEqual({ ok: false, fault: 'unknown-credential' })
  expect(checkBallot(election, credentials, text.replace(/"challenge":"(\d+)(?=\d")/, '"challenge":"1'))).toEqual({
    ok: false,
    fault: 'false-signature',
  })
})

test('an opened ballot shows what it hides; a device that encrypted something else is caught', () => {
  const { election, slips } = holdElection({ questions: [approval, motion], cast: [] })
  const made = encryptBallot(
    election,
    slips[1]!,
    [
      [0, 1, 1, 0],
      [0, 1],
    ],
    seeded('honest'),
  )
  expect(checkOpening(election, made)).toBe(true)
  const claimed = {
    ...made.opening,
    marks: [
      [0, 1, 1, 0],
      [1, 0],
    ],
  }
  expect(checkOpening(election, { text: made.text, opening: claimed })).toBe(false)
  const cheated = encryptBallot(
    election,
    slips[1]!,
    [
      [1, 0, 0, 0],
      [0, 1],
    ],
    seeded('cheat'),
  )
  expect(checkOpening(election, { text: cheated.text, opening: { ...cheated.opening, marks: made.opening.marks } })).toBe(false)
})

test('a slip is read however it is typed, and a mistyped one is noticed', () => {
  const random = seeded('slips')
  let noticed = 0
  for (let time = 0; time < 300; time++) {
    const slip = drawCredential(random)
    expect(readCredential(` ${slip.replaceAll('-', time % 2 ? '' : ' ')}`)).toBe(slip)
    const wrong = slip.replace(slip[5]!, slip[5] === '7' ? '8' : '7')
    if (readCredential(wrong) === undefined) noticed++
  }
  expect(noticed).toBeGreaterThan(290)
  expect(readCredential('0OIl-…')).toBeUndefined()
})

test('a slip that belenios-tool printed gives the public credential that belenios-tool published', () => {
  const file = path.join(import.meta.dirname, '..', 'example', 'by-belenios-tool.bel')
  const archive = readArchive(new Uint8Array(readFileSync(file)))
  const setup = JSON.parse(archive.take(archive.events[0]!.payload!)) as { readonly credentials: string }
  const published = JSON.parse(archive.take(setup.credentials)) as readonly string[]
  for (const slip of ['2bB-4aW-8A4-DAx-xzu', 'DCm-ZiD-kSg-LZY-Gqp', 'jCZ-mcQ-ine-3eJ-MQt']) {
    expect(readCredential(slip)).toBe(slip)
    expect(published).toContain(publicCredential(slip, 'vYSsUHscyhfpk3', belenios2048).toString())
  }
})

test('sealed messages are those of AES-256-CCM, and reach only whom they are for', () => {
  for (const length of [0, 1, 15, 16, 17, 1000, 65_535]) {
    const [key, iv, message] = [randomBytes(32), randomBytes(32), randomBytes(length)]
    const cipher = createCipheriv('aes-256-ccm', key, iv.subarray(0, 13), { authTagLength: 8 })
    const expected = Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()])
    const sealed = sealCcm(key, iv, message)
    expect(Buffer.from(sealed)).toEqual(expected)
    expect(Buffer.from(openCcm(key, iv, sealed)!)).toEqual(message)
    sealed[length >> 1]! ^= 1
    expect(openCcm(key, iv, sealed)).toBeUndefined()
  }
  const random = seeded('letters')
  const [one, other, third] = ['1', '2', '3'].map((seed) => keysOf(seed, smallGroup))
  const letter = send(smallGroup, one!.signing, other!.encryption, '你好', random)
  expect(receive(smallGroup, other!.decryption, one!.verification, letter)).toBe('你好')
  expect(() => receive(smallGroup, third!.decryption, one!.verification, letter)).toThrow(Malformed)
  expect(() => receive(smallGroup, other!.decryption, third!.verification, letter)).toThrow(Malformed)
})

test('a trustee who sends a share that does not fit is found by the one who gets it, and a stranger’s key takes no part', () => {
  const random = seeded('cheats')
  const { certificates, polynomials, seeds, outputs } = holdCeremony(smallGroup, random)
  const other = makePolynomial(smallGroup, seeds[0]!, certificates, 2, random).text
  const mixed = { ...JSON.parse(polynomials[0]!), secrets: JSON.parse(other).secrets } as object
  const input = thirdStepInput(smallGroup, { threshold: 2, certificates, polynomials: [JSON.stringify(mixed), ...polynomials.slice(1)] }, 1)
  expect(() => makeOutput(smallGroup, seeds[1]!, certificates, input, 2, random)).toThrow('trustee 1 sent a share')
  expect(() => makePolynomial(smallGroup, 'AStrangersSeed22Letter', certificates, 2, random)).toThrow('none of the trustees')
  expect(() =>
    finishCeremony(smallGroup, { threshold: 2, certificates, polynomials, outputs: [outputs[1]!, outputs[0]!, outputs[2]!] }),
  ).toThrow(Malformed)
  expect(() =>
    readCertificate(
      smallGroup,
      certificates[0]!.replace(/\d(?=\\")/, (digit) => String((Number(digit) + 1) % 10)),
    ),
  ).toThrow(Malformed)
})

test('elections that cannot be are refused, and texts that are none are malformed', () => {
  const { election } = holdElection({ questions: [motion], cast: [] })
  const plan = { id: election.id, name: '', description: '', questions: [motion] }
  expect(() => setUp({ ...plan, id: 'short' }, election.key.y, smallGroup)).toThrow(RangeError)
  expect(() => setUp({ ...plan, questions: [] }, election.key.y, smallGroup)).toThrow(RangeError)
  expect(() => setUp({ ...plan, questions: [{ ...motion, max: 3 }] }, election.key.y, smallGroup)).toThrow(RangeError)
  for (const text of [
    '',
    '[]',
    '{}',
    election.text.replace('"version":1', '"version":2'),
    election.text.replace('SMALL-112', 'TINY'),
    election.text.replace(/"public_key":"\d+"/, '"public_key":"2"'),
  ])
    expect(() => readElection(text, [smallGroup])).toThrow(Malformed)
})

test('shuffling keeps everything and its order depends on the randomness alone', () => {
  const list = Array.from({ length: 50 }, (_, index) => index)
  const mixed = shuffled(list, seeded('a'))
  expect(mixed).not.toEqual(list)
  expect(mixed.toSorted((one, other) => one - other)).toEqual(list)
  expect(shuffled(list, seeded('a'))).toEqual(mixed)
})
