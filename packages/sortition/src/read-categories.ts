import { FileFault, type Fault } from './file-fault.ts'
import { comparable, type Quota } from './pool.ts'
import { readCsv, type CsvRow } from './read-csv.ts'

/**
 * Quotas from `category,feature,min,max[,min_flex,max_flex]`, columns in any order, others ignored.
 * @param text the file's text @param file its name, for messages
 * @throws FileFault naming every row that cannot be used
 */
export function readCategories(text: string, file = 'categories.csv'): Quota[] {
  const [header, ...rows] = readCsv(text, file)
  if (!header) throw new FileFault(file, [{ line: 1, column: 1, problem: 'the file is empty', row: '' }])
  const names = header.cells.map((cell) => comparable(cell.text))
  const column = (name: string): number => names.indexOf(name)
  const missing = ['category', 'feature', 'min', 'max'].filter((name) => column(name) < 0)
  if (missing.length > 0) {
    const problem = `the header lacks ${missing.join(', ')}; it must have category, feature, min, max`
    throw new FileFault(file, [{ line: header.line, column: 1, problem, row: header.source.slice(0, 160) }])
  }
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  const quotas: Quota[] = []
  for (const row of rows) {
    const fault = (at: number, problem: string) =>
      faults.push({ line: row.line, column: row.cells[at]?.column ?? row.source.length + 1, problem, row: row.source.slice(0, 160) })
    const text = (at: number) => row.cells[at]?.text.trim() ?? ''
    const number = (at: number, name: string): number => {
      if (/^\d{1,9}$/.test(text(at))) return Number(text(at))
      fault(at, `${name} must be a whole number from 0, not "${text(at)}"`)
      return Number.NaN
    }
    const flex = (name: string): number | undefined => {
      const at = column(name)
      return at < 0 || text(at) === '' ? undefined : number(at, name)
    }
    const category = text(column('category'))
    const feature = text(column('feature'))
    if (category === '') fault(column('category'), 'the category has no name')
    if (feature === '') fault(column('feature'), 'the feature has no name')
    const key = `${comparable(category)}\n${comparable(feature)}`
    const before = seen.get(key)
    if (before !== undefined) fault(column('feature'), `"${feature}" of "${category}" is already in line ${before}`)
    seen.set(key, row.line)
    const min = number(column('min'), 'min')
    const max = number(column('max'), 'max')
    const [minFlex, maxFlex] = [flex('min_flex'), flex('max_flex')]
    if (min > max) fault(column('min'), `min ${min} is more than max ${max}`)
    if (minFlex !== undefined && minFlex > min) fault(column('min_flex'), `min_flex ${minFlex} is more than min ${min}`)
    if (maxFlex !== undefined && maxFlex < max) fault(column('max_flex'), `max_flex ${maxFlex} is less than max ${max}`)
    quotas.push({
      category,
      feature,
      min,
      max,
      ...(minFlex === undefined ? {} : { minFlex }),
      ...(maxFlex === undefined ? {} : { maxFlex }),
    })
  }
  if (rows.length === 0) faults.push(noRows(header))
  if (faults.length > 0) throw new FileFault(file, faults)
  // The features of a category may stand apart in the file; everything that follows wants them together and spelt alike.
  const spellings = new Map(quotas.toReversed().map((quota) => [comparable(quota.category), quota.category]))
  const order = new Set(quotas.map((quota) => comparable(quota.category)))
  return [...order].flatMap((key) =>
    quotas.filter((quota) => comparable(quota.category) === key).map((quota) => ({ ...quota, category: spellings.get(key)! })),
  )
}

const noRows = (header: CsvRow): Fault => ({
  line: header.line,
  column: 1,
  problem: 'there is no quota under the header',
  row: header.source.slice(0, 160),
})
