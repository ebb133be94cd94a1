import type { Choice, OwnBallot } from '@ronghe/contract/council/allocation-ballots.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { claimCode, readCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { findPseudonym, pseudonymOf } from '../../platform/privacy/round-keys.ts'
import { groupOf } from '../people/group.ts'
import { getPerson } from '../people/persons.ts'
import { atLeast } from '../people/residence-rules.ts'
import { residenceLevel } from '../people/residence.ts'
import { today } from '../programme/posts.ts'
import { readPicks, type Pick } from './allocation-picks.ts'
import { ballotProjects, getRound, refusedBy, type Round } from './allocation-rows.ts'
import { cited } from './charter.ts'

/** What of a ballot is answered to its voter's own session; nobody else can ask for it. */
export async function ownBallot(deed: Deed, personId: string, roundId: string): Promise<OwnBallot> {
  const round = await getRound(deed, roundId)
  const kept = await keptBallot(deed, personId, roundId)
  const because = kept?.picks === null ? 'onPaper' : await whyNot(deed, round, personId)
  const ids = new Map((await ballotProjects(deed, roundId)).map(({ id, number }) => [number, id]))
  return {
    choices: kept?.picks ? toChoices(kept.picks, ids) : null,
    onPaper: kept?.picks === null,
    group: round.row.opened_at ? await groupOf(deed, personId, round.row.opened_at) : null,
    may: because === null ? ['vote'] : [],
    because,
  }
}

/** Keeps the ballot in place of the voter's last one. Nothing about it has a time or an actor; the receipt is known to the device alone. */
export async function castBallot(deed: Deed, personId: string, roundId: string, choices: readonly Choice[]) {
  const round = await getRound(deed, roundId)
  await refuseWhoMayNot(deed, round, personId)
  const numbers = new Map((await ballotProjects(deed, roundId)).map(({ id, number }) => [id, number]))
  const read = readPicks(choices, round.rules.ballot, numbers)
  if ('faults' in read) throw unfit(read.faults)
  const pseudonym = pseudonymOf(deed, roundId, personId)
  const receipt = read.picks.length > 0 ? claimCode() : null
  const outcome =
    receipt === null
      ? await takeBack(deed, roundId, pseudonym)
      : await keep(deed, roundId, pseudonym, await benchOf(deed, round, personId), read.picks, hashOf(receipt))
  if (outcome !== 'cast') throw await refusedBy(deed, round, outcome === 'onPaper' ? 'allocation-on-paper' : 'allocation-not-open')
  await record(deed, { kind: 'council.allocation.voted', plain: { round: roundId }, withoutActor: true })
  return { receipt, ballot: await ownBallot(deed, personId, roundId) }
}

/** Whether the ballot with this receipt lies in the box. */
export async function hasReceipt(deed: Deed, roundId: string, typed: string): Promise<{ found: boolean }> {
  await getRound(deed, roundId)
  const code = readCode(typed)
  if (!code) return { found: false }
  const { rows } = await sql<{ found: boolean }>`select stance.has_receipt(${roundId}, ${hashOf(code)}) as found`.execute(deed.tx)
  return { found: rows[0]!.found }
}

/** A paper ballot is given to somebody; from then on it is the paper that counts, and a vote sent before is struck. */
export async function handOutPaper(deed: Deed, roundId: string, personId: string): Promise<{ handedOut: number }> {
  const round = await getRound(deed, roundId)
  await getPerson(deed, personId)
  if (deed.actor.kind === 'person' && deed.actor.personId === personId)
    throw forbidden('allocation-own-paper', await cited(deed, round.row.council_id, 'allocation'))
  await refuseWhoMayNot(deed, round, personId)
  await recordAccess(deed, {
    personId,
    purpose: 'allocationPaper',
    permission: 'people.find',
    subject: { kind: 'allocationRound', id: roundId },
  })
  const { rows } = await sql<{
    taken: boolean
  }>`select stance.take_paper(${roundId}, ${pseudonymOf(deed, roundId, personId)}) as taken`.execute(deed.tx)
  if (!rows[0]!.taken) throw await refusedBy(deed, round, 'allocation-on-paper')
  await record(deed, { kind: 'council.allocation.paper', about: personId, plain: { round: roundId } })
  return { handedOut: await papersHandedOut(deed, roundId) }
}

export async function papersHandedOut(deed: Deed, roundId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select stance.count_papers(${roundId}) as count`.execute(deed.tx)
  return Number(rows[0]!.count)
}

/** Every ballot that was sent, with its group and without its voter; there are none to be had before the round is closed. */
export async function ballotsOf(
  deed: Deed,
  roundId: string,
): Promise<readonly { readonly group: Group; readonly picks: readonly Pick[] }[]> {
  const { rows } = await sql<{ bench: 'newcomer' | 'local' | null; picks: Pick[] }>`select * from stance.ballot_rows(${roundId})`.execute(
    deed.tx,
  )
  return rows.map(({ bench, picks }) => ({ group: bench ?? 'unstated', picks }))
}

/** One's own row, while there is a key to find it with. `picks` is null where the voter took paper. */
export async function keptBallot(
  deed: Deed,
  personId: string,
  roundId: string,
): Promise<{ readonly picks: readonly Pick[] | null } | undefined> {
  const pseudonym = findPseudonym(deed, roundId, personId)
  if (!pseudonym) return undefined
  const { rows } = await sql<{ picks: Pick[] | null }>`select picks from stance.own_ballot(${roundId}, ${pseudonym})`.execute(deed.tx)
  return rows[0]
}

export async function forgetBallot(deed: Deed, personId: string, roundId: string): Promise<void> {
  const pseudonym = findPseudonym(deed, roundId, personId)
  if (pseudonym) await sql`select stance.forget_ballot(${roundId}, ${pseudonym})`.execute(deed.tx)
}

export const toChoices = (picks: readonly Pick[], ids: ReadonlyMap<number, string>): Choice[] =>
  picks.flatMap(({ number, points }) => {
    const projectId = ids.get(number)
    return projectId ? [points === undefined ? { projectId } : { projectId, points }] : []
  })

/** Living here at the level the council chose, within the area, while voting is open. */
async function whyNot(deed: Deed, { row, rules }: Round, personId: string): Promise<Exclude<OwnBallot['because'], 'onPaper'>> {
  if (row.state !== 'voting' || row.closed_at || today(deed) > rules.dates.votingUntil) return 'notOpen'
  const { level, communityId } = await residenceLevel(deed, personId)
  if (!atLeast(level, rules.voters)) return 'level'
  return rules.communityIds.length > 0 && !rules.communityIds.includes(communityId ?? '') ? 'elsewhere' : null
}

async function refuseWhoMayNot(deed: Deed, round: Round, personId: string): Promise<void> {
  const because = await whyNot(deed, round, personId)
  if (because === 'notOpen') throw await refusedBy(deed, round, 'allocation-not-open')
  if (because) throw forbidden(`allocation-${because}`, await cited(deed, round.row.council_id, 'allocation'))
}

/** As declared when the round opened; a change after that counts from the next one. */
async function benchOf(deed: Deed, { row }: Round, personId: string): Promise<'newcomer' | 'local' | null> {
  const group = await groupOf(deed, personId, row.opened_at ?? deed.now)
  return group === 'unstated' ? null : group
}

type Outcome = 'cast' | 'onPaper' | 'closed'

async function keep(
  deed: Deed,
  roundId: string,
  pseudonym: Buffer,
  bench: string | null,
  picks: readonly Pick[],
  receipt: Buffer,
): Promise<Outcome> {
  const { rows } = await sql<{ outcome: Outcome }>`
    select stance.cast_ballot(${roundId}, ${pseudonym}, ${bench}, ${JSON.stringify(picks)}::jsonb, ${receipt}) as outcome`.execute(deed.tx)
  return rows[0]!.outcome
}

async function takeBack(deed: Deed, roundId: string, pseudonym: Buffer): Promise<Outcome> {
  const { rows } = await sql<{ outcome: Outcome }>`select stance.take_back_ballot(${roundId}, ${pseudonym}) as outcome`.execute(deed.tx)
  return rows[0]!.outcome
}

/** A receipt is 16 random characters: a plain hash of it gives nothing away. */
const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(readCode(code) ?? code)
    .digest()
