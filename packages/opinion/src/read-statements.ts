// comments.csv of a Polis export: the statements, what moderation decided, who wrote them.
import { readTable, type Source } from './csv-rows.ts'

export interface Statement {
  readonly id: string
  readonly text: string
  /** -1 rejected, 0 not looked at, 1 accepted */
  readonly moderated: -1 | 0 | 1
  /** asks about the voter, not for an opinion; shown, but not part of the map */
  readonly meta: boolean
  readonly author: string
  /** milliseconds since 1970, NaN where the file does not say */
  readonly time: number
}

/**
 * Reads the statements of a conversation, in the order of the file. Only `comment-id` must be there; missing
 * columns mean: not moderated, not meta, no text.
 * @throws CsvError naming line, column and row
 */
export function readStatements(source: Source): Statement[] {
  const statements: Statement[] = []
  const seen = new Set<string>()
  readTable(source, (header) => {
    const idField = header.get('comment-id', 'statement-id')
    const textField = header.find('comment-body', 'comment', 'text')
    const moderatedField = header.find('moderated', 'mod')
    const metaField = header.find('is-meta', 'is_meta', 'meta')
    const authorField = header.find('author-id')
    const timeField = header.find('timestamp')
    return (row) => {
      const id = String(row.id(idField, 'comment-id'))
      if (seen.has(id)) throw row.wrong(idField, `statement ${id} is there twice`)
      seen.add(id)
      const moderated = moderatedField === undefined || row.text(moderatedField) === '' ? 0 : row.whole(moderatedField)
      if (moderated !== -1 && moderated !== 0 && moderated !== 1) {
        throw row.wrong(moderatedField!, `moderated "${row.text(moderatedField!)}" is not 1, 0 or -1`)
      }
      statements.push({
        id,
        moderated,
        meta: metaField !== undefined && ['true', 't', '1', 'yes'].includes(row.text(metaField).trim().toLowerCase()),
        text: textField === undefined ? '' : row.text(textField),
        author: authorField === undefined ? '' : row.text(authorField),
        time: timeField === undefined ? Number.NaN : row.whole(timeField),
      })
    }
  })
  return statements
}
