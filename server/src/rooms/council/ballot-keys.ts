import {
  belenios2048 as group,
  finishCeremony,
  Malformed,
  readCertificate,
  readOutput,
  readPolynomial,
  setUp,
  sha256Base64,
} from '@ronghe/ballot'
import type { BallotState, CeremonyStep, readCeremony, TrusteeSide } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { findPersons } from '../people/persons.ts'
import { boxesOf, getBallot, moveBallot, questionOf, rulesOf, trusteesOf, type BallotRow, type TrusteeRow } from './ballot-rows.ts'
import { cited } from './charter.ts'

const steps: readonly CeremonyStep[] = ['certificate', 'polynomial', 'output']

/** The last step that everybody has done; null before the first. */
export const doneBy = (trustee: TrusteeRow): CeremonyStep | null => steps.findLast((step) => trustee[step] !== null) ?? null

/** Which step is everybody's turn; undefined once the key is made. */
const turnOf = (trustees: readonly TrusteeRow[]): CeremonyStep | undefined =>
  steps.find((step) => trustees.some((trustee) => trustee[step] === null))

export async function myTrusteeship(deed: Deed, row: BallotRow): Promise<{ readonly mine: TrusteeRow; readonly all: TrusteeRow[] }> {
  const all = await trusteesOf(deed, row.id)
  const mine = all.find(({ person_id }) => person_id === personOf(deed.actor))
  if (!mine) throw forbidden('ballot-not-trustee', await cited(deed, row.council_id, 'ballot'))
  return { mine, all }
}

/** What waits for a trustee. */
export async function waitsFor(
  deed: Deed,
  row: BallotRow,
  mine: TrusteeRow,
  all: readonly TrusteeRow[],
): Promise<CeremonyStep | 'part' | null> {
  if (row.state === 'setUp') {
    const step = turnOf(all)
    return step && mine[step] === null ? step : null
  }
  if (row.state !== 'closed') return null
  const open = (await partsOf(deed, row)).some(({ parts }) => !parts.includes(mine.number))
  return open ? 'part' : null
}

export async function ceremony(deed: Deed, councilId: string, ballotId: string): Promise<ReplyOf<typeof readCeremony>> {
  const row = await getBallot(deed, councilId, ballotId)
  const { mine, all } = await myTrusteeship(deed, row)
  const step = await waitsFor(deed, row, mine, all)
  const turn = row.state === 'setUp' ? turnOf(all) : undefined
  const late = turn ? all.filter((one) => one[turn] === null && one.number !== mine.number) : []
  const names = new Map(
    (
      await findPersons(
        deed,
        late.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const texts = (name: CeremonyStep): string[] => (all.every((one) => one[name] !== null) ? all.map((one) => one[name]!) : [])
  const parts = row.state === 'closed' ? await partsOf(deed, row) : []
  return {
    number: mine.number,
    side: mine.side as TrusteeSide,
    threshold: (await rulesOf(deed, row)).ballot.trusteesNeeded,
    step,
    certificates: texts('certificate'),
    polynomials: texts('polynomial'),
    outputs: texts('output'),
    waitsFor: late.map(({ person_id }) => names.get(person_id) ?? ''),
    boxes: parts.map(({ box, parts: done }) => ({
      boxId: box.id,
      election: box.election!,
      tally: box.tally!,
      done: done.includes(mine.number),
    })),
  }
}

/** Boxes with an electronic election, and which trustees have opened their part of the sum. */
async function partsOf(deed: Deed, row: BallotRow) {
  const boxes = (await boxesOf(deed, row.id)).filter(({ tally }) => tally !== null)
  const rows = await deed.tx
    .selectFrom('ballot_part')
    .select(['box_id', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('box_id', 'in', ['00000000-0000-0000-0000-000000000000', ...boxes.map(({ id }) => id)])
    .execute()
  return boxes.map((box) => ({ box, parts: rows.filter(({ box_id }) => box_id === box.id).map(({ number }) => number) }))
}

/** A trustee's text for the step that is on; checked against what the others sent before it is kept. */
export async function takeStep(
  deed: Deed,
  councilId: string,
  ballotId: string,
  step: CeremonyStep,
  text: string,
): Promise<{ state: BallotState }> {
  const row = await getBallot(deed, councilId, ballotId, 'lock')
  const { mine, all } = await myTrusteeship(deed, row)
  if (row.state !== 'setUp' || turnOf(all) !== step || mine[step] !== null)
    throw refused('ballot-step-not-now', await cited(deed, councilId, 'ballot'))
  const threshold = (await rulesOf(deed, row)).ballot.trusteesNeeded
  const certificates = all.map(({ certificate }) => certificate ?? '')
  try {
    if (step === 'certificate') {
      const { verification } = readCertificate(group, text)
      if (all.some(({ certificate }) => certificate !== null && readCertificate(group, certificate).verification === verification))
        throw new Malformed('the same key twice')
    } else if (step === 'polynomial') readPolynomial(group, text, certificates, mine.number - 1, threshold)
    else {
      const polynomials = all.map(({ polynomial }, place) => readPolynomial(group, polynomial!, certificates, place, threshold))
      readOutput(group, text, polynomials, certificates, mine.number - 1)
    }
  } catch (error) {
    if (error instanceof Malformed) throw unfit([{ path: 'text', code: 'ballot-step-unreadable' }])
    throw error
  }
  await deed.tx
    .updateTable('ballot_trustee')
    .set({ [step]: text })
    .where('street_id', '=', deed.street.id)
    .where('ballot_id', '=', row.id)
    .where('number', '=', mine.number)
    .execute()
  await record(deed, { kind: 'council.ballot.key-step', plain: { ballot: row.id, number: mine.number, step, hash: sha256Base64(text) } })
  const now = all.map((one) => (one.number === mine.number ? { ...one, [step]: text } : one))
  if (now.some((one) => one[step] === null)) return { state: 'setUp' }
  if (step !== 'output') {
    for (const { person_id, number } of now)
      if (number !== mine.number)
        await notify(deed, person_id, { template: 'council-ballot-trustee', link: `/council/${councilId}/ballots/${row.id}/trustee` })
    return { state: 'setUp' }
  }
  return { state: await finishKeys(deed, row, now, threshold) }
}

/** The key is made: each box becomes an election whose text nobody can change any more. */
async function finishKeys(deed: Deed, row: BallotRow, all: readonly TrusteeRow[], threshold: number): Promise<BallotState> {
  const key = finishCeremony(group, {
    threshold,
    certificates: all.map(({ certificate }) => certificate!),
    polynomials: all.map(({ polynomial }) => polynomial!),
    outputs: all.map(({ output }) => output!),
  })
  const fingerprints: Record<string, string> = {}
  for (const box of await boxesOf(deed, row.id)) {
    const name = inLanguage(row.title as unknown as Text, 'zh-CN')
    const election = setUp({ id: box.election_name, name, description: box.bench ?? '', questions: [questionOf(row)] }, key.y)
    fingerprints[`fingerprint ${box.bench ?? 'all'}`] = election.fingerprint
    await deed.tx
      .updateTable('ballot_box')
      .set({ election: election.text, trustees: key.text })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', box.id)
      .execute()
  }
  return moveBallot(deed, row, 'finishKeys', {}, { trustees: sha256Base64(key.text), ...fingerprints })
}
