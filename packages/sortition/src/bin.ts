// The `sortition` command. Everything that touches files, the terminal and the clock is here; the rest of the package is pure.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkLottery, drawPanel, type PublishedLottery } from './check-lottery.ts'
import { drawDoors, readFrame } from './draw-doors.ts'
import { prepareDraw, type DrawOutcome } from './draw.ts'
import { rules, type Rule } from './find-distribution.ts'
import { countRows, panelAt } from './lottery.ts'
import { readCategories } from './read-categories.ts'
import { readRespondents } from './read-respondents.ts'
import type { Relaxation } from './relax-quotas.ts'
import { loadSolver } from './solver.ts'

const usage = `sortition: draw a panel under quotas, as fairly as can be, so that anybody can repeat the draw

  sortition draw --respondents FILE --categories FILE --seats N --out DIR [options]
      --rule leximin|maximin|nash|goldilocks|legacy   what is fairest (leximin)
      --address-columns a,b --one-per-address         at most one person per address
      --panels M                                      panels in the lottery (1000)
      --seed TEXT                                     what draws the panel; left out, one is made up and written down
      --hold                                          make the lottery and its commitment, draw nothing yet
      --chosen 3,17 --excluded 4                      rows that have their seat, rows out of the draw (replacement draws)
      --cost                                          also tell what each quota costs in fairness
  sortition pick --lottery lottery.json (--number N | --seed TEXT)
      the rows of the panel that dice or a seed draw
  sortition check --lottery lottery.json --respondents FILE --categories FILE
      [--address-columns a,b --one-per-address] [--commitment HASH]
      whether a published lottery holds and its seed draws the panel it says
  sortition doors --frame frame.csv --seed TEXT
      the doors a survey asks at: of each lane's dwellings as many as the frame says (lane,dwellings,doors)

respondents.csv has a column for every category; categories.csv is category,feature,min,max[,min_flex,max_flex].
draw writes DIR/probabilities.csv, lottery.json, panel.csv and report.json. --json prints JSON. Rows count from 1, below the header.
Exit code 0: done. 1: refused (a sentence on stderr). 2: wrong usage.`

/** What the command needs of the world. */
export interface Io {
  out(line: string): void
  err(line: string): void
  read(file: string): string
  write(file: string, text: string): void
  /** Milliseconds of some clock. */
  now(): number
  /** A seed nobody can foresee. */
  newSeed(): string
}

class WrongUsage extends Error {}
class Refused extends Error {}

const options = {
  'address-columns': { type: 'string' },
  categories: { type: 'string' },
  chosen: { type: 'string' },
  commitment: { type: 'string' },
  cost: { type: 'boolean' },
  excluded: { type: 'string' },
  frame: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  hold: { type: 'boolean' },
  json: { type: 'boolean' },
  lottery: { type: 'string' },
  number: { type: 'string' },
  'one-per-address': { type: 'boolean' },
  out: { type: 'string' },
  panels: { type: 'string' },
  respondents: { type: 'string' },
  rule: { type: 'string' },
  seats: { type: 'string' },
  seed: { type: 'string' },
} as const

type Values = ReturnType<typeof parse>['values']
const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options })

/** Runs the command. @returns the exit code: 0 done, 1 refused, 2 wrong usage */
export async function main(args: readonly string[], io: Io = nodeIo): Promise<number> {
  try {
    const { values, positionals } = parse(args)
    if (values.help) return say(io, usage)
    const [command, ...rest] = positionals
    if (rest.length > 0) throw new WrongUsage(`unexpected: ${rest.join(' ')}`)
    if (command === 'draw') return await draw(values, io)
    if (command === 'pick') return pick(values, io)
    if (command === 'check') return check(values, io)
    if (command === 'doors') return doors(values, io)
    throw new WrongUsage(command === undefined ? 'a command is needed' : `no such command: ${command}`)
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage || codeOf(error).startsWith('ERR_PARSE_ARGS')
    io.err(error instanceof Error ? error.message : String(error))
    if (wrongUsage) io.err(`\n${usage}`)
    return wrongUsage ? 2 : 1
  }
}

async function draw(values: Values, io: Io): Promise<number> {
  const rule = values.rule ?? 'leximin'
  if (rule !== 'legacy' && !rules.includes(rule as Rule)) throw new WrongUsage(`no such rule: ${rule}`)
  const respondentsFile = needed(values, 'respondents')
  const categoriesFile = needed(values, 'categories')
  const out = needed(values, 'out')
  const seats = whole(needed(values, 'seats'), '--seats')
  const panels = values.panels === undefined ? 1000 : whole(values.panels, '--panels')
  if (seats < 1 || panels < 1) throw new WrongUsage('--seats and --panels are at least 1')
  const order = {
    respondents: io.read(respondentsFile),
    categories: io.read(categoriesFile),
    respondentsFile,
    categoriesFile,
    seats,
    panels,
    rule: rule as Rule | 'legacy',
    addressColumns: addressColumns(values),
    chosen: rowList(values.chosen, '--chosen'),
    excluded: rowList(values.excluded, '--excluded'),
    costs: values.cost ?? false,
  }
  const started = io.now()
  let told = started
  const outcome = await prepareDraw(await loadSolver(), order, {
    onProgress({ stage, done, of }) {
      if (io.now() - told < 1000) return
      told = io.now()
      io.err(`${stage}: ${of === undefined ? `step ${done}` : `${done} of ${of}`}, ${Math.round((told - started) / 1000)} s`)
    },
  })
  const seconds = (io.now() - started) / 1000
  if (outcome.kind === 'gave up') throw new Refused('the legacy rule found no panel in 100 tries; the other rules do')
  if (outcome.kind === 'impossible') return refuse(outcome, values.json ?? false, io)
  const { lottery, commitment, respondents, probabilities } = outcome
  const counts = countRows(lottery)
  const lines = [...probabilities].map((probability, index) => `${index + 1},${probability},${(counts.get(index + 1) ?? 0) / lottery.of}`)
  const report = { ...outcome.report, seconds }
  const save = (name: string, text: string) => io.write(path.join(out, name), text)
  save('probabilities.csv', `${['row,probability,lottery', ...lines].join('\n')}\n`)
  save('report.json', `${JSON.stringify(report, null, 2)}\n`)
  const seed = values.hold ? null : (values.seed ?? io.newSeed())
  const drawn = seed === null ? undefined : drawPanel(lottery, seed)
  save('lottery.json', lotteryText({ seed, commitment, number: drawn?.number ?? null, ...lottery }))
  if (drawn)
    save('panel.csv', `${[`row,${respondents.header}`, ...drawn.rows.map((row) => `${row},${respondents.rows[row - 1]}`)].join('\n')}\n`)
  if (values.json) return say(io, JSON.stringify({ commitment, seed, number: drawn?.number ?? null, rows: drawn?.rows ?? null, report }))
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  say(io, `${report.pool} people, ${report.seats} seats, ${rule}: chances from ${percent(report.minimum)} to ${percent(report.maximum)}`)
  const never = report.neverSelected
  if (never.length > 0) {
    const rest = never.length > 20 ? ` and ${never.length - 20} more (report.json)` : ''
    say(io, `in no panel that keeps the quotas: row ${never.slice(0, 20).join(', ')}${rest}`)
  }
  for (const cost of report.costs ?? []) {
    if (cost.leastWithout - cost.least < 5e-7 && cost.neverSelected === cost.neverSelectedWithout) continue
    const freed = cost.neverSelected - cost.neverSelectedWithout
    const more = freed > 0 ? `, and ${freed} more could be chosen` : ''
    const quota = cost.feature === null ? `the quotas of "${cost.category}"` : `"${cost.category}: ${cost.feature}"`
    say(io, `without ${quota} the least chance were ${percent(cost.leastWithout)} instead of ${percent(cost.least)}${more}`)
  }
  say(io, `commitment ${commitment}`)
  if (drawn) say(io, `seed ${seed} draws number ${drawn.number} of 0 to ${lottery.of - 1}: rows ${drawn.rows.join(', ')}`)
  return 0
}

function refuse(outcome: Extract<DrawOutcome, { kind: 'impossible' }>, json: boolean, io: Io): number {
  const { conflicts, relaxation } = outcome
  if (json) io.out(JSON.stringify({ impossible: true, conflicts, relaxation }))
  io.err(['No panel keeps all quotas.', ...conflicts.map(({ sentence }) => `  ${sentence}`), ...advice(relaxation)].join('\n'))
  return 1
}

function advice(relaxation: Relaxation): string[] {
  if (relaxation.kind === 'too few people') return ['No change of quotas helps: too few people can sit together.']
  const changes = relaxation.changes.map(
    ({ category, feature, from, to }) => `  ${category}: ${feature}: [${from.join(', ')}] -> [${to.join(', ')}]`,
  )
  return [
    relaxation.kind === 'relaxed'
      ? 'The smallest relaxation that works:'
      : 'Only moving locked quotas helps; the smallest relaxation then:',
    ...changes,
  ]
}

function pick(values: Values, io: Io): number {
  const file = needed(values, 'lottery')
  if ((values.number === undefined) === (values.seed === undefined)) throw new WrongUsage('pick takes --number or --seed')
  const lottery = lotteryAt(file, io)
  const { number, rows } =
    values.seed === undefined
      ? { number: whole(values.number!, '--number'), rows: panelAt(lottery, whole(values.number!, '--number')) }
      : drawPanel(lottery, values.seed)
  return say(io, values.json ? JSON.stringify({ number, rows }) : `number ${number}: rows ${rows.join(', ')}`)
}

function check(values: Values, io: Io): number {
  const lottery = lotteryAt(needed(values, 'lottery'), io)
  const [categories, respondents] = [needed(values, 'categories'), needed(values, 'respondents')]
  const quotas = readCategories(io.read(categories), categories)
  const { pool } = readRespondents(io.read(respondents), quotas, { file: respondents, addressColumns: addressColumns(values) })
  const faults = checkLottery(lottery, pool, values.commitment)
  if (typeof lottery.seed === 'string' && faults.length === 0) {
    const drawn = drawPanel(lottery, lottery.seed).number
    if ('number' in lottery && lottery.number !== drawn) faults.push(`the seed draws number ${drawn}, not ${String(lottery.number)}`)
  }
  if (values.json) io.out(JSON.stringify({ ok: faults.length === 0, faults }))
  else if (faults.length === 0) io.out(`${lottery.of} panels, all keep the quotas; commitment ${lottery.commitment} holds`)
  else io.err(faults.join('\n'))
  return faults.length === 0 ? 0 : 1
}

function doors(values: Values, io: Io): number {
  const file = needed(values, 'frame')
  const drawn = drawDoors(readFrame(io.read(file), file), needed(values, 'seed'))
  if (values.json) return say(io, JSON.stringify(drawn))
  for (const { lane, numbers } of drawn) io.out(`${lane}: ${numbers.join(', ')}`)
  return 0
}

/** One panel per line, so that the file can be read and compared. */
function lotteryText({
  panels,
  ...rest
}: PublishedLottery | (Omit<PublishedLottery, 'seed'> & { seed: string | null; number: number | null })): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2)
  return `${head},\n  "panels": [\n${panels.map((panel) => `    ${JSON.stringify(panel)}`).join(',\n')}\n  ]\n}\n`
}

function lotteryAt(file: string, io: Io): PublishedLottery {
  const text = io.read(file)
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    throw new Refused(`${file} is not JSON`)
  }
  const { panels, quotas, of } = Object(found) as Partial<PublishedLottery>
  const shaped =
    Array.isArray(panels) && Array.isArray(quotas) && Number.isInteger(of) && panels.every((panel) => Array.isArray(Object(panel).rows))
  if (!shaped) throw new Refused(`${file} is no lottery that "sortition draw" wrote`)
  return found as PublishedLottery
}

function addressColumns(values: Values): string[] {
  const columns = values['address-columns']
  if ((columns === undefined) === (values['one-per-address'] ?? false))
    throw new WrongUsage('--one-per-address and --address-columns go together')
  return (columns ?? '').split(',').flatMap((name) => name.trim() || [])
}

function needed(values: Values, name: 'respondents' | 'categories' | 'seats' | 'out' | 'lottery' | 'frame' | 'seed'): string {
  const value = values[name]
  if (value === undefined || value === '') throw new WrongUsage(`--${name} is needed`)
  return value
}

function whole(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new WrongUsage(`${name} must be a whole number, not "${text}"`)
  return Number(text)
}

function rowList(text: string | undefined, name: string): number[] {
  return text === undefined || text.trim() === '' ? [] : text.split(',').map((row) => whole(row.trim(), name))
}

function say(io: Io, line: string): 0 {
  io.out(line)
  return 0
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const nodeIo: Io = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  read(file) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    } catch (error) {
      const code = codeOf(error)
      throw new Refused(
        code === 'ENOENT'
          ? `there is no file ${file}`
          : code.startsWith('E') && code.length < 8
            ? `${file} cannot be read (${code})`
            : `${file} is not UTF-8 text`,
      )
    }
  },
  write(file, text) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  },
  now: () => performance.now(),
  newSeed: () => randomBytes(16).toString('hex'),
}
