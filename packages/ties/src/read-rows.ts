import type { Gathering, Groups } from './gatherings.ts'

const columns = ['gathering', 'kind', 'person', 'group'] as const

/**
 * One line for each person at each gathering: `gathering,kind,person,group`, with these names in the first line, in any order. Quotes
 * are not needed and not read. The two groups compared are the ones with most people, in the order of their names; a person in two
 * groups, a gathering of two kinds and a line without a gathering or person are RangeErrors that name the line.
 */
export function readRows(text: string): { readonly gatherings: readonly Gathering[]; readonly groups: Groups } {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = head.split(',').map((name) => name.trim())
  const at = columns.map((column) => names.indexOf(column))
  const missing = columns.find((_, index) => at[index] === -1)
  if (missing) throw new RangeError(`the first line names no column "${missing}"`)
  const gatherings = new Map<string, { kind: string; people: string[] }>()
  const of = new Map<string, string>()
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const cells = line.split(',').map((cell) => cell.trim())
    const [gathering = '', kind = '', person = '', group = ''] = at.map((column) => cells[column])
    const where = `line ${index + 2}`
    if (gathering === '' || person === '') throw new RangeError(`${where} has no gathering or no person`)
    const found = gatherings.get(gathering) ?? { kind, people: [] }
    if (found.kind !== kind) throw new RangeError(`${where}: ${gathering} is of two kinds`)
    if ((of.get(person) ?? group) !== group) throw new RangeError(`${where}: ${person} is of two groups`)
    if (found.people.includes(person)) throw new RangeError(`${where}: ${person} is twice in ${gathering}`)
    found.people.push(person)
    gatherings.set(gathering, found)
    of.set(person, group)
  })
  return { gatherings: [...gatherings].map(([id, rest]) => ({ id, ...rest })), groups: { compared: largestTwo(of), of } }
}

function largestTwo(of: ReadonlyMap<string, string>): [string, string] {
  const sizes = new Map<string, number>()
  for (const group of of.values()) if (group !== '') sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const [one, two] = [...sizes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([group]) => group)
  if (one === undefined || two === undefined) throw new RangeError('there are not two groups to compare')
  return one < two ? [one, two] : [two, one]
}
