import type { Arrow } from './arrows.ts'
import type { Unit } from './analyse-paths.ts'

/** `service -> management, resources -> management` */
export function readArrows(text: string): Arrow[] {
  return text.split(',').map((piece) => {
    const [from, to, ...rest] = piece.split('->').map((name) => name.trim())
    if (!from || !to || rest.length > 0) throw new RangeError(`an arrow is written "from -> to", not "${piece.trim()}"`)
    return { from, to }
  })
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** Comma-separated lines with a first line of names; no commas inside a field. */
export function readTable(content: string): Table {
  const [head, ...lines] = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  if (head === undefined) throw new RangeError('the file is empty')
  const columns = head.split(',').map((name) => name.trim())
  return {
    columns,
    rows: lines.map((line, at) => {
      const fields = line.split(',')
      if (fields.length !== columns.length) throw new RangeError(`line ${at + 2} has ${fields.length} fields, not ${columns.length}`)
      return Object.fromEntries(columns.map((name, place) => [name, fields[place]!.trim()]))
    }),
  }
}

/** The numbers of the variables; an empty field is missing. @throws RangeError with the line of what is no number */
export function toUnits({ columns, rows }: Table, variables: readonly string[]): Unit[] {
  for (const variable of variables) if (!columns.includes(variable)) throw new RangeError(`there is no column ${variable}`)
  return rows.map((row, at) =>
    Object.fromEntries(
      variables.map((variable) => {
        const field = row[variable]!
        if (field === '') return [variable, null]
        const value = Number(field)
        if (!Number.isFinite(value)) throw new RangeError(`line ${at + 2}, ${variable}: "${field}" is no number`)
        return [variable, value]
      }),
    ),
  )
}
