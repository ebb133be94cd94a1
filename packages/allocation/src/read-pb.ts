import type { Ballot, Election, Project, Utility } from './election.ts'
import { BrokenFile, positionOf, readRows, type Position, type Row } from './pb-rows.ts'

export type VoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring'

/** A Pabulib file (pabulib.org, format of 2020 with the later columns), as an election and with everything else it says. */
export interface PbFile extends Election {
  readonly voteType: VoteType
  /** Every key of META in order, as written. */
  readonly meta: ReadonlyMap<string, string>
  readonly projectColumns: readonly string[]
  readonly projects: readonly PbProject[]
  readonly voteColumns: readonly string[]
  readonly ballots: readonly PbBallot[]
  /** What is odd but can be counted: a ballot longer than the rules of the vote allow, a project named twice (it counts once). */
  readonly remarks: readonly Remark[]
}

export interface PbProject extends Project {
  /** Whether the city funded it; undefined where the file does not say. */
  readonly selected?: boolean
  /** Beside `projectColumns`, as written. */
  readonly cells: readonly string[]
}

export interface PbBallot extends Ballot {
  readonly voter: string
  /** Beside `voteColumns`, as written. */
  readonly cells: readonly string[]
}

export interface Remark {
  readonly line: number
  readonly column: number
  readonly sentence: string
}

/** The utility that suits the ballots of a file: cost for approvals, points for points, Borda for rankings (cities score them by `rank`). */
export function utilityOf(voteType: VoteType): Utility {
  return voteType === 'ordinal' ? 'borda' : voteType === 'cumulative' || voteType === 'scoring' ? 'points' : 'cost'
}

/** Reads a Pabulib file. @throws BrokenFile with the line, the column and the offending row. */
export function readPb(text: string): PbFile {
  const { meta: metaRows, projects: projectRows, votes: voteRows } = sectionsOf(readRows(text))
  const meta = readMeta(metaRows)
  const voteType = voteTypeOf(meta)
  const budget = amountOf(meta.need('budget'), 'the budget')
  const { columns: projectColumns, projects, places } = readProjects(projectRows)
  meta.counts('num_projects', projects.length, 'projects')
  const votes = readVotes(voteRows, places, voteType)
  meta.counts('num_votes', votes.ballots.length, 'votes')
  return {
    budget,
    voteType,
    meta: meta.values,
    projectColumns,
    projects,
    voteColumns: votes.columns,
    ballots: votes.ballots,
    remarks: [...defaultScore(meta), ...votes.remarks, ...limitsBroken(meta, voteRows, projects, votes.ballots)],
  }
}

const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const

function sectionsOf(rows: readonly Row[]): { meta: readonly Row[]; projects: readonly Row[]; votes: readonly Row[] } {
  const starts: number[] = []
  for (const name of sectionNames) {
    const before = starts.at(-1) ?? -1
    const found = rows.findIndex((row, index) => index > before && isSection(row, name))
    if (found < 0) {
      const row = rows.at(-1) ?? { cells: [''], line: 1, text: '' }
      throw new BrokenFile(`the file has no section ${name}`, { line: row.line, column: 1, row: row.text })
    }
    starts.push(found)
  }
  const [meta = 0, projects = 0, votes = 0] = starts
  if (meta > 0) throw new BrokenFile('the file does not begin with META', positionOf(rows[0]!, 0))
  for (const [index, row] of rows.entries())
    if (!starts.includes(index) && sectionNames.some((name) => isSection(row, name)))
      throw new BrokenFile(`the section ${row.cells[0]!.trim()} is there twice or out of order (META, PROJECTS, VOTES)`, positionOf(row, 0))
  const parts = [rows.slice(meta, projects), rows.slice(projects, votes), rows.slice(votes)] as const
  for (const part of parts)
    if (part.length < 2) throw new BrokenFile(`the section ${part[0]!.cells[0]!.trim()} has no header`, positionOf(part[0]!, 0))
  return { meta: parts[0].slice(1), projects: parts[1].slice(1), votes: parts[2].slice(1) }
}

const isSection = (row: Row, name: string): boolean =>
  row.cells[0]!.length < 20 &&
  row.cells[0]!.trim().toUpperCase() === name &&
  row.cells.every((cell, index) => index === 0 || cell.trim() === '')

interface MetaCell {
  readonly value: string
  readonly at: Position
}

function readMeta(rows: readonly Row[]) {
  const [header, ...lines] = rows
  columnsOf(header!, ['key', 'value'])
  const cells = new Map<string, MetaCell>()
  for (const row of lines) {
    const key = row.cells[0]!.trim()
    if (row.cells.length < 2) throw new BrokenFile(`"${key}" has no value`, positionOf(row, 0))
    // A value may hold semicolons that nobody quoted.
    const value = row.cells.slice(1).join(';')
    if (cells.has(key)) throw new BrokenFile(`"${key}" is there twice`, positionOf(row, 0))
    cells.set(key, { value, at: positionOf(row, 1) })
  }
  const need = (key: string): MetaCell => {
    const cell = cells.get(key)
    if (cell === undefined) throw new BrokenFile(`META has no "${key}"`, positionOf(header!, 0))
    return cell
  }
  const optional = (key: string): number | undefined => {
    const text = cells.get(key)?.value.trim() ?? ''
    return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
  }
  return {
    values: new Map([...cells].map(([key, { value }]) => [key, value] as const)),
    need,
    optional,
    counts(key: string, found: number, what: string): void {
      const cell = cells.get(key)
      if (!cell || cell.value.trim() === '') return
      const said = amountOf(cell, `"${key}"`)
      if (said !== found) throw new BrokenFile(`the file says ${said} ${what} and has ${found}: is it cut off?`, cell.at)
    },
  }
}
type Meta = ReturnType<typeof readMeta>

function voteTypeOf(meta: Meta): VoteType {
  const { value, at } = meta.need('vote_type')
  const said = value.trim().toLowerCase()
  if (said === 'approval' || said === 'choose-1' || said === 'ordinal' || said === 'cumulative' || said === 'scoring') return said
  if (said === 'cardinal') return 'scoring'
  throw new BrokenFile(`no such vote_type: ${value} (approval, choose-1, ordinal, cumulative, scoring)`, at)
}

/** Reads `1234`, `1234.5` or `1234,5`. */
function amountOf({ value, at }: MetaCell, what: string): number {
  const text = value.trim()
  if (!/^\d+([.,]\d+)?$/.test(text)) throw new BrokenFile(`${what} is no amount: ${text === '' ? 'empty' : text}`, at)
  return Number(text.replace(',', '.'))
}

function columnsOf(header: Row, needed: readonly string[]): string[] {
  const columns = header.cells.map((cell) => cell.trim())
  for (const [index, column] of columns.entries())
    if (columns.indexOf(column) < index) throw new BrokenFile(`the column "${column}" is there twice`, positionOf(header, index))
  for (const column of needed) if (!columns.includes(column)) throw new BrokenFile(`there is no column "${column}"`, positionOf(header, 0))
  return columns
}

function checkWidth(row: Row, columns: readonly string[]): void {
  const { length } = row.cells
  if (length === columns.length) return
  const at = positionOf(row, length > columns.length ? columns.length : length)
  throw new BrokenFile(`the row has ${length} cells and the header ${columns.length}`, at)
}

function readProjects([header, ...rows]: readonly Row[]) {
  const columns = columnsOf(header!, ['project_id', 'cost'])
  const [id, cost, name, selected] = ['project_id', 'cost', 'name', 'selected'].map((column) => columns.indexOf(column)) as [
    number,
    number,
    number,
    number,
  ]
  const places = new Map<string, number>()
  const projects = rows.map((row, place): PbProject => {
    checkWidth(row, columns)
    const called = row.cells[id]!.trim()
    if (called === '') throw new BrokenFile('the project has no id', positionOf(row, id))
    if (places.has(called)) throw new BrokenFile(`the project "${called}" is there twice`, positionOf(row, id))
    places.set(called, place)
    const price = row.cells[cost]!
    const amount = /^\s*\d+([.,]\d+)?\s*$/.test(price) ? Number(price.trim().replace(',', '.')) : Number.NaN
    if (!(amount > 0))
      throw new BrokenFile(`the cost of project "${called}" is no amount above 0: ${price.trim() || 'empty'}`, positionOf(row, cost))
    const flag = row.cells[selected]?.trim()
    return {
      id: called,
      cost: amount,
      ...(name >= 0 && { name: row.cells[name]! }),
      // 2 marks what was funded beside the rule.
      ...(flag !== undefined && flag !== '' && { selected: flag === '1' }),
      cells: row.cells,
    }
  })
  if (projects.length === 0) throw new BrokenFile('there is no project', positionOf(header!, 0))
  return { columns, projects, places }
}

function readVotes([header, ...rows]: readonly Row[], places: ReadonlyMap<string, number>, voteType: VoteType) {
  const withPoints = utilityOf(voteType) === 'points'
  const columns = columnsOf(header!, ['voter_id', 'vote', ...(withPoints ? ['points'] : [])])
  const [voterAt, voteAt, pointsAt] = ['voter_id', 'vote', 'points'].map((column) => columns.indexOf(column)) as [number, number, number]
  const seen = new Map<string, number>()
  const remarks: Remark[] = []
  const ballots = rows.map((row): PbBallot => {
    checkWidth(row, columns)
    const voter = row.cells[voterAt]!.trim()
    const before = seen.get(voter)
    if (before !== undefined) throw new BrokenFile(`voter "${voter}" is there twice, first in line ${before}`, positionOf(row, voterAt))
    seen.set(voter, row.line)
    const named = listOf(row.cells[voteAt]!)
    const given = withPoints ? listOf(row.cells[pointsAt]!) : undefined
    if (given && given.length !== named.length)
      throw new BrokenFile(`the vote names ${named.length} projects and gives points to ${given.length}`, positionOf(row, pointsAt))
    const choices: number[] = []
    const points: number[] = []
    for (const [index, name] of named.entries()) {
      const at = () => positionOf(row, voteAt, offsetOf(row.cells[voteAt]!, index))
      const place = places.get(name)
      if (place === undefined) throw new BrokenFile(`the vote names "${name}", which is no project`, at())
      if (given && !/^-?\d+(\.\d+)?$/.test(given[index]!))
        throw new BrokenFile(`no points: ${given[index] || 'empty'}`, positionOf(row, pointsAt, offsetOf(row.cells[pointsAt]!, index)))
      if (choices.includes(place)) {
        const { line, column } = at()
        remarks.push({ line, column, sentence: `the vote names "${name}" twice; it counts once` })
        continue
      }
      choices.push(place)
      if (given) points.push(Number(given[index]))
    }
    if (voteType === 'choose-1' && choices.length > 1)
      throw new BrokenFile('more than one project where one is to be chosen', positionOf(row, voteAt, offsetOf(row.cells[voteAt]!, 1)))
    return { voter, choices, ...(given && { points }), cells: row.cells }
  })
  return { columns, ballots, remarks }
}

/** The parts between commas; an empty cell has none. */
function listOf(cell: string): string[] {
  if (cell.trim() === '') return []
  return cell.includes(' ') ? cell.split(',').map((part) => part.trim()) : cell.split(',')
}

function offsetOf(cell: string, index: number): number {
  const parts = cell.split(',')
  const before = parts.slice(0, index).reduce((length, part) => length + part.length + 1, 0)
  return before + parts[index]!.length - parts[index]!.trimStart().length
}

/** Points for projects a ballot leaves out are not counted: nobody gave them. */
function defaultScore(meta: Meta): Remark[] {
  if ((meta.optional('default_score') ?? 0) === 0) return []
  const { line, column } = meta.need('default_score').at
  return [{ line, column, sentence: 'the default score is not counted: a project that a ballot leaves out gets nothing from it' }]
}

/** What the rules of the vote (META) forbid. Cities count such ballots as they please; they are reported, and counted. */
function limitsBroken(meta: Meta, [header, ...rows]: readonly Row[], projects: readonly Project[], ballots: readonly PbBallot[]): Remark[] {
  const limit = (key: string) => meta.optional(key)
  const limits = [
    { least: limit('min_length'), most: limit('max_length'), of: ({ choices }: Ballot) => choices.length, what: 'projects' },
    {
      least: limit('min_sum_cost'),
      most: limit('max_sum_cost'),
      of: ({ choices }: Ballot) => choices.reduce((sum, place) => sum + projects[place]!.cost, 0),
      what: 'of cost',
    },
    {
      least: limit('min_sum_points'),
      most: limit('max_sum_points'),
      of: ({ points = [] }: Ballot) => points.reduce((sum, value) => sum + value, 0),
      what: 'points in all',
    },
    { least: limit('min_points'), of: ({ points = [] }: Ballot) => Math.min(...points), what: 'points for a project' },
    { most: limit('max_points'), of: ({ points = [] }: Ballot) => Math.max(...points), what: 'points for a project' },
  ].filter(({ least, most }) => least !== undefined || most !== undefined)
  const cell = header!.cells.findIndex((column) => column.trim() === 'vote')
  return ballots.flatMap((ballot, index) => {
    if (ballot.choices.length === 0) return []
    return limits.flatMap(({ least = 0, most = Number.POSITIVE_INFINITY, of, what }) => {
      const found = of(ballot)
      if (found <= most * (1 + 1e-12) && found >= least) return []
      const { line, column } = positionOf(rows[index]!, cell)
      return [
        { line, column, sentence: `the vote has ${found} ${what}, ${found > most ? `at most ${most}` : `at least ${least}`} allowed` },
      ]
    })
  })
}
