// A file that says who belongs to which group: `voter-id,group`.
import { readTable, type Source } from './csv-rows.ts'

/**
 * @returns voter -> group, in the order of the file
 * @throws CsvError naming line, column and row, also where a voter is put into two groups
 */
export function readGroups(source: Source): Map<string, string> {
  const groupOf = new Map<string, string>()
  readTable(source, (header) => {
    const voterField = header.get('voter-id', 'participant')
    const groupField = header.get('group', 'group-id')
    return (row) => {
      const voter = String(row.id(voterField, 'voter-id'))
      const group = row.text(groupField).trim()
      if (group === '') throw row.wrong(groupField, 'the group is missing')
      const before = groupOf.get(voter)
      if (before !== undefined && before !== group) throw row.wrong(groupField, `voter ${voter} is in "${before}" and in "${group}"`)
      groupOf.set(voter, group)
    }
  })
  return groupOf
}
