import type { PaperBox, PaperEntry, PaperSheet } from '@ronghe/contract/council/allocation-ballots.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { today } from '../programme/posts.ts'
import { papersHandedOut, toChoices } from './allocation-ballots.ts'
import type { CountedBallot } from './allocation-file.ts'
import { readPicks, type Pick } from './allocation-picks.ts'
import { ballotProjects, getRound, refusedBy } from './allocation-rows.ts'
import { asModerator } from './moderators.ts'

/** As it is kept: by the projects' numbers, so that two people who typed the same have the same. */
interface KeptEntry {
  readonly group: PaperEntry['group']
  readonly spoilt: boolean
  readonly picks: readonly Pick[]
}

/** The box is opened when voting is over: only then are sheets numbered and typed, each by two people on their own. */
export async function enterPaper(deed: Deed, actor: PersonActor, roundId: string, sheet: number, entry: PaperEntry): Promise<PaperBox> {
  const round = await getRound(deed, roundId)
  asModerator(deed, round.row.council_id)
  if (round.row.state !== 'voting' || !round.row.closed_at || round.row.counting_since)
    throw await refusedBy(deed, round, 'allocation-box-shut')
  const numbers = new Map((await ballotProjects(deed, roundId)).map(({ id, number }) => [id, number]))
  const read = readPicks(entry.spoilt ? [] : entry.choices, round.rules.ballot, numbers)
  if ('faults' in read) throw unfit(read.faults)
  if (!entry.spoilt && read.picks.length === 0) throw unfit([{ path: 'choices', code: 'allocation-paper-empty' }])
  const others = await deed.tx
    .selectFrom('allocation_paper')
    .select('typed_by')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .where('sheet', '=', sheet)
    .where('typed_by', '<>', actor.personId)
    .execute()
  if (others.length > 1) throw await refusedBy(deed, round, 'allocation-paper-two')
  const kept: KeptEntry = { group: entry.group, spoilt: entry.spoilt, picks: read.picks }
  await deed.tx
    .insertInto('allocation_paper')
    .values({
      street_id: deed.street.id,
      round_id: roundId,
      sheet,
      typed_by: actor.personId,
      entry: JSON.stringify(kept),
      typed_on: today(deed),
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'round_id', 'sheet', 'typed_by']).doUpdateSet({ entry: JSON.stringify(kept) }))
    .execute()
  await record(deed, { kind: 'council.allocation.paper-typed', plain: { round: roundId, sheet } })
  return paperBox(deed, actor, roundId)
}

/** What the other person typed is shown only where both have and they differ. */
export async function paperBox(deed: Deed, actor: PersonActor, roundId: string): Promise<PaperBox> {
  const round = await getRound(deed, roundId)
  asModerator(deed, round.row.council_id)
  const ids = new Map((await ballotProjects(deed, roundId)).map(({ id, number }) => [number, id]))
  const toEntry = ({ group, spoilt, picks }: KeptEntry): PaperEntry => ({ group, spoilt, choices: toChoices(picks, ids) })
  const sheets = (await typedSheets(deed, roundId)).map(({ sheet, entries, state }): PaperSheet => {
    const mine = entries.find(({ by }) => by === actor.personId)
    const other = entries.find(({ by }) => by !== actor.personId)
    return {
      sheet,
      state,
      mine: mine ? toEntry(mine.entry) : null,
      other: state === 'differ' && mine && other ? toEntry(other.entry) : null,
    }
  })
  return { handedOut: await papersHandedOut(deed, roundId), sheets, same: sheets.filter(({ state }) => state === 'same').length }
}

/** The papers that count, and whether the box is in order: every sheet typed twice and the same, and no more sheets than were given out. */
export async function papersOf(
  deed: Deed,
  roundId: string,
): Promise<{ readonly ballots: readonly CountedBallot[]; readonly problem: 'allocation-papers-open' | 'allocation-more-papers' | null }> {
  const sheets = await typedSheets(deed, roundId)
  const problem = sheets.some(({ state }) => state !== 'same')
    ? 'allocation-papers-open'
    : sheets.length > (await papersHandedOut(deed, roundId))
      ? 'allocation-more-papers'
      : null
  return {
    ballots: sheets.flatMap(({ entries: [first] }) =>
      first && !first.entry.spoilt ? [{ group: first.entry.group, picks: first.entry.picks }] : [],
    ),
    problem,
  }
}

async function typedSheets(deed: Deed, roundId: string) {
  const rows = await deed.tx
    .selectFrom('allocation_paper')
    .select(['sheet', 'typed_by', 'entry'])
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', roundId)
    .orderBy('sheet')
    .orderBy('typed_by')
    .execute()
  return [...Map.groupBy(rows, ({ sheet }) => sheet)].map(([sheet, typed]) => {
    const entries = typed.map(({ typed_by, entry }) => ({ by: typed_by, entry: entry as KeptEntry }))
    const [one, two] = entries
    const state: PaperSheet['state'] = !two ? 'one' : sameEntry(one!.entry, two.entry) ? 'same' : 'differ'
    return { sheet, entries, state }
  })
}

/** Column by column: what comes out of the database has its keys in another order than what went in. */
const sameEntry = (one: KeptEntry, other: KeptEntry): boolean =>
  one.group === other.group &&
  one.spoilt === other.spoilt &&
  one.picks.length === other.picks.length &&
  one.picks.every(({ number, points }, index) => other.picks[index]!.number === number && other.picks[index]!.points === points)
