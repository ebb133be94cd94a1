import { FileFault, type Fault } from './file-fault.ts'
import { comparable, type Person, type Pool, type Quota } from './pool.ts'
import { readCsv } from './read-csv.ts'

/** The pool of a file, and the file's rows as they stand in it. */
export interface Respondents {
  readonly pool: Pool
  /** The header and every respondent's line as they stand in the file; `rows[0]` belongs to row 1. */
  readonly header: string
  readonly rows: readonly string[]
}

/** How to read the file. */
export interface RespondentOptions {
  readonly file?: string
  /** Columns that together are the address: people with the same one are a household. A blank address is a household of its own. */
  readonly addressColumns?: readonly string[]
}

/**
 * The people of a file with one column per category; other columns (name, phone …) are passed through. A column `id`, where there is one, must
 * hold a different value for everybody.
 * @throws FileFault naming every row that cannot be used
 */
export function readRespondents(text: string, quotas: readonly Quota[], options: RespondentOptions = {}): Respondents {
  const { file = 'respondents.csv', addressColumns = [] } = options
  const [header, ...rows] = readCsv(text, file)
  if (!header) throw new FileFault(file, [{ line: 1, column: 1, problem: 'the file is empty', row: '' }])
  const names = header.cells.map((cell) => comparable(cell.text))
  const categories = [...new Set(quotas.map((quota) => quota.category))]
  const absent = [...categories, ...addressColumns].filter((name) => !names.includes(comparable(name)))
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  if (absent.length > 0 || twice.length > 0) {
    const problem = [
      ...absent.map((name) => `the header has no column "${name}"`),
      ...[...new Set(twice)].map((name) => `the header has the column "${name}" twice`),
    ].join('; ')
    throw new FileFault(file, [{ line: header.line, column: 1, problem, row: header.source.slice(0, 160) }])
  }
  const columns = categories.map((category) => ({
    category,
    at: names.indexOf(comparable(category)),
    features: new Map(quotas.flatMap((quota, index) => (quota.category === category ? [[comparable(quota.feature), index] as const] : []))),
  }))
  const addressAt = addressColumns.map((name) => names.indexOf(comparable(name)))
  const idAt = names.indexOf('id')
  const ids = new Map<string, number>()
  const faults: Fault[] = []
  const people: Person[] = rows.map((row, index) => {
    const fault = (at: number, problem: string) =>
      faults.push({ line: row.line, column: row.cells[at]?.column ?? row.source.length + 1, problem, row: row.source.slice(0, 160) })
    if (row.cells.length > names.length) fault(names.length, `${row.cells.length} cells under ${names.length} column names`)
    const features = columns.map(({ category, at, features: known }) => {
      const value = row.cells[at]?.text ?? ''
      const feature = known.get(comparable(value))
      if (feature !== undefined) return feature
      fault(at, value.trim() === '' ? `no "${category}" is given` : `"${value.trim()}" is no feature of "${category}"`)
      return 0
    })
    const id = idAt < 0 ? '' : (row.cells[idAt]?.text.trim() ?? '')
    if (id !== '') {
      if (ids.has(id)) fault(idAt, `the id "${id}" is already in line ${ids.get(id)}`)
      ids.set(id, row.line)
    }
    const address = addressAt.map((at) => comparable(row.cells[at]?.text ?? ''))
    const household = address.every((part) => part === '') ? undefined : JSON.stringify(address)
    return { row: index + 1, features, ...(household === undefined ? {} : { household }) }
  })
  if (faults.length > 0) throw new FileFault(file, faults)
  return { pool: { quotas, people }, header: header.source, rows: rows.map((row) => row.source) }
}
