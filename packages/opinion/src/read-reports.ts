// The three other files of a Polis export: summary.csv, participants-votes.csv, comment-groups.csv.
import { CsvRows, piecesOf, readTable, type Source } from './csv-rows.ts'
import type { Tally } from './vote-matrix.ts'
import { VoteStore } from './vote-store.ts'

/** summary.csv: one name and one value a row (`topic`, `voters`, `conversation-description` …), no header. */
export function readSummary(source: Source): Map<string, string> {
  const values = new Map<string, string>()
  const rows = new CsvRows((row) => {
    if (row.size !== 2) throw row.wrong(-1, `${row.size} fields where a name and a value are needed`)
    values.set(row.text(0), row.text(1))
  })
  for (const piece of piecesOf(source)) rows.push(piece)
  rows.end()
  return values
}

export interface ParticipantsRead {
  readonly store: VoteStore
  /** voter -> group of the export; those in none are left out */
  readonly groupOf: ReadonlyMap<string, string>
}

/** participants-votes.csv: one row per person with the last vote on every statement, empty where there is none. */
export function readParticipants(source: Source): ParticipantsRead {
  const store = new VoteStore()
  const groupOf = new Map<string, string>()
  readTable(source, (header) => {
    const voterField = header.get('participant', 'voter-id')
    const groupField = header.find('group-id')
    const statements = header.names.flatMap((name, field) => (/^\d+$/.test(name) ? [{ name, field }] : []))
    return (row) => {
      const voter = row.id(voterField, 'participant')
      const group = groupField === undefined ? '' : row.text(groupField)
      if (group !== '') groupOf.set(String(voter), group)
      for (const { name, field } of statements) {
        const text = row.text(field)
        if (text === '') continue
        const vote = row.whole(field)
        if (vote !== 1 && vote !== 0 && vote !== -1) throw row.wrong(field, `the vote "${text}" is not 1, 0 or -1`)
        store.cast(voter, name, vote)
      }
    }
  })
  return { store, groupOf }
}

export interface StatementGroups {
  readonly id: string
  readonly text: string
  readonly total: Tally
  /** by the letter of the group */
  readonly groups: Readonly<Record<string, Tally>>
}

/** comment-groups.csv: what every opinion group voted on every statement. */
export function readStatementGroups(source: Source): StatementGroups[] {
  const statements: StatementGroups[] = []
  readTable(source, (header) => {
    const idField = header.get('comment-id')
    const textField = header.find('comment')
    const letters = header.names.flatMap((name) => /^group-([a-z]+)-votes$/.exec(name)?.[1] ?? [])
    const fieldsOf = (prefix: string) => ['votes', 'agrees', 'disagrees', 'passes'].map((name) => header.get(`${prefix}-${name}`))
    const totalFields = fieldsOf('total')
    const groupFields = letters.map((letter) => fieldsOf(`group-${letter}`))
    return (row) => {
      const tally = (fields: readonly number[]): Tally => {
        const [seen, agree, disagree, pass] = fields.map((field) => {
          const count = row.whole(field)
          if (!(count >= 0)) throw row.wrong(field, `"${row.text(field)}" is not a count`)
          return count
        })
        return { agree: agree!, disagree: disagree!, pass: pass!, seen: seen! }
      }
      statements.push({
        id: String(row.id(idField, 'comment-id')),
        text: textField === undefined ? '' : row.text(textField),
        total: tally(totalFields),
        groups: Object.fromEntries(letters.map((letter, at) => [letter, tally(groupFields[at]!)])),
      })
    }
  })
  return statements
}
