import {
  belenios2048 as group,
  checkBallot,
  combine,
  decryptPart,
  drawCredential,
  drawElectionId,
  encryptBallot,
  finishCeremony,
  makeCertificate,
  makeOutput,
  makePolynomial,
  openShare,
  ownedPart,
  publicCredential,
  readOutput,
  readPolynomial,
  readTrustees,
  resultText,
  setUp,
  tallyBallots,
  thirdStepInput,
  verifyArchive,
  writeArchive,
} from '@ronghe/ballot'
import { rounded, type Bench, type Figures } from './measure.ts'

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** Secret ballots in the 2048-bit group. The targets leave a phone twenty times slower than this machine with two seconds to encrypt. */
export const ballot: Bench = {
  name: 'ballot',
  summary: 'secret ballots: seconds to encrypt, to check one, and to add up, open and verify 13, 100 and 1,000',
  target: { encryptMs: { most: 100 }, checkMs: { most: 100 }, thousandSeconds: { most: 120 } },
  async run({ say }) {
    const windows: Figures[] = []
    for (let window = 1; window <= 3; window++) {
      const figures = measured()
      say(`window ${window}: ${JSON.stringify(figures)}`)
      windows.push(figures)
    }
    return windows
  },
}

function measured(): Figures {
  const { election, trustees, shares } = made()
  const slips = Array.from({ length: 10 }, () => drawCredential(random))
  const figures: Record<string, number> = {}
  const list = slips.map((slip) => publicCredential(slip, election.id, group).toString()).sort()
  encryptBallot(election, slips[0]!, [[0, 1, 0, 0]], random)
  const [ballots, encrypting] = timed(() => slips.map((slip, index) => encryptBallot(election, slip, [[0, index % 2, 1, 0]], random)))
  figures['encryptMs'] = rounded((encrypting / slips.length) * 1000, 1)
  const [, checking] = timed(() => ballots.map(({ text }) => checkBallot(election, new Set(list), text)))
  figures['checkMs'] = rounded((checking / slips.length) * 1000, 1)
  for (const size of [13, 100, 1000]) {
    const voters = Array.from({ length: size }, () => drawCredential(random))
    const credentials = voters.map((slip) => publicCredential(slip, election.id, group).toString()).sort()
    const texts = voters.map((slip) => encryptBallot(election, slip, [[0, 1, 0, 0]], random).text)
    const [, seconds] = timed(() => {
      const tally = tallyBallots(election, texts)
      const parts = [0, 2].map((place) => ({ owner: place + 1, text: decryptPart(election, tally.sums, shares[place]!, random) }))
      const read = readTrustees(trustees, group)
      const opened = combine(
        election,
        read,
        tally,
        parts.map(({ owner, text }) => ownedPart(election, read, tally.sums, owner, text)!),
      )
      if ('missing' in opened) throw new Error('a trustee is missing')
      const published = {
        timestamp: 0,
        election: election.text,
        trustees,
        credentials,
        ballots: texts,
        closed: true,
        tally,
        parts,
        result: resultText(opened.result),
      }
      if (!verifyArchive(writeArchive(published).bytes).ok) throw new Error('the archive does not hold')
    })
    figures[size === 13 ? 'thirteenSeconds' : size === 100 ? 'hundredSeconds' : 'thousandSeconds'] = rounded(seconds, 2)
  }
  return figures
}

function made() {
  const kept = [0, 1, 2].map(() => makeCertificate(group, random))
  const certificates = kept.map(({ certificate }) => certificate)
  const polynomials = kept.map(({ seed }) => makePolynomial(group, seed, certificates, 2, random).text)
  const ceremony = { threshold: 2, certificates, polynomials }
  const outputs = kept.map(({ seed }, place) => makeOutput(group, seed, certificates, thirdStepInput(group, ceremony, place), 2, random))
  const read = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, 2))
  const shares = kept.map(({ seed }, place) =>
    openShare(group, seed, readOutput(group, outputs[place]!, read, certificates, place).sealedKey),
  )
  const { text, y } = finishCeremony(group, { ...ceremony, outputs })
  const questions = [{ question: '?', answers: ['A', 'B', 'C'], min: 1, max: 2, blank: true }]
  return { election: setUp({ id: drawElectionId(random), name: '', description: '', questions }, y), trustees: text, shares }
}

function timed<T>(run: () => T): readonly [T, number] {
  const begun = performance.now()
  const value = run()
  return [value, (performance.now() - begun) / 1000]
}
