// votes.csv of a Polis export: one row per vote that was cast, changed votes included.
import { readTable, type Source } from './csv-rows.ts'
import { VoteStore } from './vote-store.ts'

export interface VotesRead {
  readonly store: VoteStore
  /**
   * Whether votes were changed in a file whose rows are not in the order of time while times were not kept: then the last
   * row counted, and the file should be read again with `times`.
   */
  readonly timesNeeded: boolean
}

export interface VotesOptions {
  /** keep the time of every vote (8 bytes each), so that the latest counts wherever its row stands; true unless told */
  readonly times?: boolean
  /** called every million rows */
  readonly progress?: (rows: number) => void
}

/**
 * Reads `comment-id`, `voter-id`, `vote` (1 agree, 0 pass, -1 disagree) and, where there is one, `timestamp`; other columns
 * are passed over. Of two votes with the same time the lower row counts.
 * @throws CsvError naming line, column and row
 */
export function readVotes(source: Source, { times = true, progress }: VotesOptions = {}): VotesRead {
  const store = new VoteStore({ times })
  let latest = Number.NEGATIVE_INFINITY
  let inOrder = true
  readTable(source, (header) => {
    const statementField = header.get('comment-id', 'statement-id')
    const voterField = header.get('voter-id', 'participant')
    const voteField = header.get('vote')
    const timeField = header.find('timestamp')
    return (row) => {
      const vote = row.whole(voteField)
      if (vote !== 1 && vote !== 0 && vote !== -1) throw row.wrong(voteField, `the vote "${row.text(voteField)}" is not 1, 0 or -1`)
      let time = 0
      if (timeField !== undefined) {
        time = row.whole(timeField)
        if (Number.isNaN(time)) throw row.wrong(timeField, `the timestamp "${row.text(timeField)}" is not a whole number`)
        if (time < latest) inOrder = false
        else latest = time
      }
      store.cast(row.id(voterField, 'voter-id'), row.id(statementField, 'comment-id'), vote, time)
      if (store.casts % 1_000_000 === 0) progress?.(store.casts)
    }
  })
  return { store, timesNeeded: !times && !inOrder && store.casts > store.votes }
}
