import { resultText, writeArchive, type Published } from './archive.ts'
import { checkBallot, encryptBallot } from './ballot.ts'
import { drawCredential, drawElectionId, publicCredential, readCredential } from './credential.ts'
import { combine, decryptPart, ownedPart } from './decrypt.ts'
import { readElection, setUp, type Election, type ElectionPlan } from './election.ts'
import { belenios2048 } from './group.ts'
import type { RandomBytes } from './random.ts'
import { compact, listOf, Malformed, parseJson, textOf } from './strict-json.ts'
import { tallyBallots } from './tally.ts'
import { makeCertificate, makeOutput, makePolynomial, openShare, readOutput, readPolynomial } from './threshold.ts'
import { finishCeremony, readTrustees, thirdStepInput } from './trustees.ts'
import { verifyArchive } from './verify-archive.ts'

/** What the command needs of the world around it. */
export type Outside = {
  readonly exists: (file: string) => boolean
  readonly read: (file: string) => Uint8Array
  readonly write: (file: string, content: string | Uint8Array) => void
  readonly folder: (path: string) => void
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly random: RandomBytes
  /** Seconds since 1970. */
  readonly now: () => number
}

export class WrongUsage extends Error {}

type Options = Readonly<Record<string, string | undefined>>
const group = belenios2048

const needed = (options: Options, name: string): string => {
  const value = options[name]
  if (value === undefined) throw new WrongUsage(`--${name} is needed`)
  return value
}

const wholeNumber = (text: string, name: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new WrongUsage(`--${name} is a number from 1`)
  return Number(text)
}

const textIn = (outside: Outside, file: string): string => new TextDecoder().decode(outside.read(file)).trim()

const stepFile = (folder: string, number: number, step: string): string => `${folder}/trustee-${number}.${step}.json`

/** The texts of one step, of trustee 1, 2, 3 and so on, as far as they are there. */
function textsOf(outside: Outside, folder: string, step: string): string[] {
  const texts: string[] = []
  while (outside.exists(stepFile(folder, texts.length + 1, step))) texts.push(textIn(outside, stepFile(folder, texts.length + 1, step)))
  return texts
}

const thresholdOf = (options: Options): number => wholeNumber(options['threshold'] ?? '2', 'threshold')

export function takeTrusteeStep(outside: Outside, folder: string, step: string, options: Options): void {
  const number = wholeNumber(needed(options, 'number'), 'number')
  const keyFile = needed(options, 'key')
  const write = (text: string): void => {
    outside.write(stepFile(folder, number, step), `${text}\n`)
    outside.out(`wrote ${stepFile(folder, number, step)}`)
  }
  const certificates = (): string[] => textsOf(outside, folder, 'certificate')
  const polynomials = (): string[] => textsOf(outside, folder, 'polynomial')
  if (step === 'certificate') {
    if (outside.exists(keyFile)) throw new Malformed(`${keyFile} is there already, and a key is never overwritten`)
    const made = makeCertificate(group, outside.random)
    outside.folder(folder)
    outside.write(keyFile, `${made.seed}\n`)
    write(made.certificate)
  } else if (step === 'polynomial')
    write(makePolynomial(group, textIn(outside, keyFile), certificates(), thresholdOf(options), outside.random).text)
  else if (step === 'output') {
    const threshold = thresholdOf(options)
    const input = thirdStepInput(group, { threshold, certificates: certificates(), polynomials: polynomials() }, number - 1)
    write(makeOutput(group, textIn(outside, keyFile), certificates(), input, threshold, outside.random))
  } else if (step === 'part') {
    const state = readFolder(outside, folder)
    const output = textsOf(outside, folder, 'output')[number - 1]
    if (!state.closed || output === undefined)
      throw new Malformed('the sums are opened after voting has ended, by those who took part in making the key')
    const { threshold } = readTrustees(state.trustees, group).flatMap(([kind, key]) => (kind === 'Pedersen' ? [key] : []))[0]!
    const read = polynomials().map((text, place) => readPolynomial(group, text, certificates(), place, threshold))
    const share = openShare(group, textIn(outside, keyFile), readOutput(group, output, read, certificates(), number - 1).sealedKey)
    write(decryptPart(state.read, tallyBallots(state.read, state.ballots).sums, share, outside.random))
  } else throw new WrongUsage('a trustee makes a certificate, a polynomial, an output or a part')
}

export function setUpElection(outside: Outside, folder: string, options: Options): void {
  const plan = parseJson(textIn(outside, needed(options, 'plan'))) as ElectionPlan
  const questions = plan.questions.map((question) => ({ ...question, blank: question.blank ?? false }))
  const [certificates, polynomials, outputs] = ['certificate', 'polynomial', 'output'].map((step) => textsOf(outside, folder, step))
  const trustees = finishCeremony(group, {
    threshold: thresholdOf(options),
    certificates: certificates!,
    polynomials: polynomials!,
    outputs: outputs!,
  })
  const election = setUp({ ...plan, questions, id: drawElectionId(outside.random) }, trustees.y)
  outside.write(`${folder}/election.json`, election.text)
  outside.write(`${folder}/trustees.json`, trustees.text)
  outside.write(`${folder}/box.json`, compact({ timestamp: outside.now(), ballots: [], closed: false }))
  outside.out(`election ${election.id}, fingerprint ${election.fingerprint}`)
}

export function makeCredentials(outside: Outside, folder: string, options: Options): void {
  const { read } = readFolder(outside, folder)
  const slips = Array.from({ length: wholeNumber(needed(options, 'count'), 'count') }, () => drawCredential(outside.random))
  const shown = slips.map((slip) => publicCredential(slip, read.id, group).toString()).sort()
  outside.write(needed(options, 'slips'), `${slips.join('\n')}\n`)
  outside.write(`${folder}/credentials.json`, compact(shown))
  outside.out(`${slips.length} credentials`)
}

export function castBallot(outside: Outside, folder: string, options: Options): void {
  const state = readFolder(outside, folder)
  if (state.closed) throw new Malformed('voting has ended')
  const slip = readCredential(needed(options, 'credential'))
  if (slip === undefined) throw new Malformed('the credential was mistyped')
  const made = encryptBallot(state.read, slip, parseJson(needed(options, 'marks')) as number[][], outside.random)
  const checked = checkBallot(state.read, new Set(state.credentials), made.text)
  if (!checked.ok) throw new Malformed(`the ballot is not taken: ${checked.fault}`)
  writeBox(outside, folder, { ...state, ballots: [...state.ballots, made.text] })
  outside.out(made.tracker)
}

export function tallyElection(outside: Outside, folder: string): void {
  const state = readFolder(outside, folder)
  if (!state.closed) writeBox(outside, folder, { ...state, closed: true })
  const { result, missing } = openedIn(outside, folder, state)
  if (!result) {
    outside.out(`${new Set(state.ballots).size} ballots in the box; ${missing} trustees are needed`)
    return
  }
  state.read.questions.forEach((question, asked) => {
    outside.out(question.question)
    const labels = question.blank ? ['(none of these)', ...question.answers] : question.answers
    labels.forEach((label, place) => outside.out(`  ${result[asked]![place]} ${label}`))
  })
}

export function exportArchive(outside: Outside, folder: string, options: Options): void {
  const state = readFolder(outside, folder)
  const { parts, result } = state.closed ? openedIn(outside, folder, state) : { parts: [], result: undefined }
  const { bytes, head } = writeArchive({
    ...state,
    ...(state.closed ? { tally: tallyBallots(state.read, state.ballots), parts } : {}),
    ...(result ? { result: resultText(result) } : {}),
  })
  outside.write(needed(options, 'out'), bytes)
  outside.out(`head ${head}`)
}

export function verifyFile(outside: Outside, file: string, options: Options & { readonly json?: unknown }): number {
  const { head, timestamp } = options
  const verified = verifyArchive(new Uint8Array(outside.read(file)), {
    ...(head === undefined ? {} : { head }),
    ...(timestamp === undefined ? {} : { timestamp: Number(timestamp) }),
  })
  if (!verified.ok) {
    if (options['json']) outside.out(compact(verified))
    outside.err(`It does not hold: ${verified.problem}.`)
    return 1
  }
  const { election, ...rest } = verified
  if (options['json']) outside.out(compact({ ...rest, election: election.id, name: election.name, questions: election.questions }))
  else {
    outside.out(`${election.name}: ${rest.trackers.length} ballots, ${rest.counted.length} count, ${rest.credentials} credentials`)
    outside.out(rest.result ? `result ${JSON.stringify(rest.result)}` : 'no result yet')
    outside.out(`head ${rest.head}`)
  }
  return 0
}

type State = Pick<Published, 'timestamp' | 'election' | 'trustees' | 'credentials' | 'ballots'> & {
  readonly closed: boolean
  readonly read: Election
}

function readFolder(outside: Outside, folder: string): State {
  const election = textIn(outside, `${folder}/election.json`)
  const box = parseJson(textIn(outside, `${folder}/box.json`)) as Pick<State, 'timestamp' | 'ballots' | 'closed'>
  const listed = `${folder}/credentials.json`
  return {
    ...box,
    election,
    read: readElection(election),
    trustees: textIn(outside, `${folder}/trustees.json`),
    credentials: outside.exists(listed) ? listOf(parseJson(textIn(outside, listed)), textOf) : [],
  }
}

const writeBox = (outside: Outside, folder: string, { timestamp, ballots, closed }: State): void =>
  outside.write(`${folder}/box.json`, compact({ timestamp, ballots, closed }))

function openedIn(outside: Outside, folder: string, { read, trustees, ballots }: State) {
  const tally = tallyBallots(read, ballots)
  const list = readTrustees(trustees, group)
  const many = list.reduce((sum, [kind, key]) => sum + (kind === 'Single' ? 1 : key.certs.length), 0)
  const parts = Array.from({ length: many }, (_, place) => place + 1).flatMap((owner) =>
    outside.exists(stepFile(folder, owner, 'part')) ? [{ owner, text: textIn(outside, stepFile(folder, owner, 'part')) }] : [],
  )
  const owned = parts.map(({ owner, text }) => {
    const part = ownedPart(read, list, tally.sums, owner, text)
    if (!part) throw new Malformed(`the part of trustee ${owner} does not hold`)
    return part
  })
  const opened = combine(read, list, tally, owned)
  return 'missing' in opened ? { parts, missing: opened.missing, result: undefined } : { parts, missing: 0, result: opened.result }
}
