// The `allocation` command. Everything that touches files, the clock and the terminal is here; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { TieRule } from './break-ties.ts'
import { checkCommand, compareCommand, runCommand, type Choices } from './commands.ts'
import { utilities } from './election.ts'
import { BrokenFile } from './pb-rows.ts'
import { readPb, type PbFile } from './read-pb.ts'

const usage = `allocation: who gets what in a participatory budget

  allocation run FILE.pb [--rule RULE] [options]          the winners, and why every project won or lost
  allocation compare FILE.pb [--rules ONE,OTHER]          two rules beside each other, for everybody and for declared groups
  allocation check FILE.pb                                is the file all right?

  --rule equal-shares|greedy|phragmen       equal-shares if left out (compare: equal-shares,greedy)
  --utility cost|cardinality|points|borda|rank  what a funded project is worth to its voters; what suits the ballots if left out
  --completion add1|add1u|none              how equal shares goes on spending; add1 if left out
  --exhaustive                              equal shares: stop raising when nothing more fits; phragmen: skip what does not fit
  --compare                                 equal shares: take the greedy outcome if more voters prefer it
  --increment AMOUNT                        equal shares: raise endowments by this much at a time; 1 if left out
  --no-skip, --threshold N, --official      greedy: stop at the first that does not fit; fewest votes; as the file says of itself
  --ties cheapest,votes,lot                 what decides ties, in order;  --seed TEXT  draws the lot
  --groups COLUMN                           the column of VOTES in which voters declare a group
  --population newcomer=6200,local=3800     equal shares: every group has the money of its residents, whatever its turnout (with --groups)
  --no-budgets                              do not look for the budget at which each loser would have been funded
  --json                                    print one JSON object

The file is in the Pabulib format (pabulib.org). Without --utility, greedy is the official rule: most votes first, or the highest score.
Exit code 0: done. 1: refused, with a sentence. 2: wrong usage.`

/** What the command needs of its surroundings. */
export interface Terminal {
  say(text: string): void
  complain(text: string): void
  read(file: string): string
  /** Milliseconds. */
  now(): number
}

/** The terminal, the disk and the clock of this process. */
export const terminal: Terminal = {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  read: (file) => readFileSync(file, 'utf8'),
  now: () => performance.now(),
}

class WrongUsage extends Error {}

const ruleNames = ['equal-shares', 'greedy', 'phragmen'] as const

/** @returns the exit code */
export function main(args: readonly string[], io: Terminal): number {
  let reading = ''
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        completion: { type: 'string' },
        compare: { type: 'boolean' },
        exhaustive: { type: 'boolean' },
        groups: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        increment: { type: 'string' },
        json: { type: 'boolean' },
        'no-budgets': { type: 'boolean' },
        'no-skip': { type: 'boolean' },
        official: { type: 'boolean' },
        population: { type: 'string' },
        rule: { type: 'string' },
        rules: { type: 'string' },
        seed: { type: 'string' },
        threshold: { type: 'string' },
        ties: { type: 'string' },
        utility: { type: 'string' },
      },
    })
    if (values.help) return done(io, usage)
    const [command, name, ...rest] = positionals
    if (!command || !name) throw new WrongUsage('a command and a file are needed')
    if (rest.length > 0) throw new WrongUsage(`unexpected: ${rest.join(' ')}`)
    const commands = { run: runCommand, compare: compareCommand, check: checkCommand }
    if (!Object.hasOwn(commands, command)) throw new WrongUsage(`no such command: ${command}`)
    const rule = oneOf(values.rule, ruleNames, '--rule') ?? 'equal-shares'
    const utility = oneOf(values.utility, utilities, '--utility')
    const population = values.population === undefined ? undefined : residentsOf(values.population)
    if (population && values.groups === undefined) throw new WrongUsage('--population needs --groups COLUMN')
    const rules = (values.rules ?? 'equal-shares,greedy').split(',').map((one) => oneOf(one, ruleNames, '--rules')!)
    if (rules.length !== 2) throw new WrongUsage('--rules takes two rules, as in equal-shares,greedy')
    const choices: Choices = {
      rule,
      rules: [rules[0]!, rules[1]!],
      completion: oneOf(values.completion, ['add1', 'add1u', 'none'], '--completion') ?? 'add1',
      exhaustive: values.exhaustive ?? false,
      compare: values.compare ?? false,
      skip: !values['no-skip'],
      official: values.official ?? false,
      budgets: !values['no-budgets'],
      json: values.json ?? false,
      increment: values.increment === undefined ? 1 : amount(values.increment, '--increment'),
      seed: values.seed ?? '',
      ...(utility && { utility }),
      ...(values.threshold !== undefined && { threshold: amount(values.threshold, '--threshold') }),
      ...(values.ties !== undefined && { ties: tiesOf(values.ties) }),
      ...(values.groups !== undefined && { groups: values.groups }),
      ...(population && { population }),
    }
    reading = name
    const file = open(name, io)
    return commands[command as keyof typeof commands](file, choices, { say: io.say, complain: io.complain, progress: progressOf(io) })
  } catch (error) {
    const wrong = error instanceof WrongUsage || codeOf(error).startsWith('ERR_PARSE_ARGS')
    const place = error instanceof BrokenFile ? `${reading}: ` : ''
    io.complain(`${place}${error instanceof Error ? error.message : String(error)}${wrong ? `\n\n${usage}` : ''}`)
    if (wrong) return 2
    // Refusals have a sentence; anything else is our fault and shows where.
    if (!(error instanceof BrokenFile || error instanceof RangeError || codeOf(error) !== '')) throw error
    return 1
  }
}

function open(name: string, io: Terminal): PbFile {
  const file = readPb(io.read(name))
  for (const { line, column, sentence } of file.remarks.slice(0, 5)) io.complain(`note: line ${line}, column ${column}: ${sentence}`)
  if (file.remarks.length > 5) io.complain(`note: … and ${file.remarks.length - 5} more like it`)
  return file
}

/** Lines for whoever waits, not more than one a second. */
function progressOf(io: Terminal): (line: () => string) => void {
  let last = io.now()
  return (line) => {
    if (io.now() - last < 1000) return
    last = io.now()
    io.complain(line())
  }
}

function oneOf<Choice extends string>(value: string | undefined, choices: readonly Choice[], option: string): Choice | undefined {
  if (value === undefined) return undefined
  const found = choices.find((choice) => choice === value)
  if (!found) throw new WrongUsage(`${option} takes one of ${choices.join(', ')}, not ${value}`)
  return found
}

function amount(text: string, option: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new WrongUsage(`${option} takes a number, not ${text}`)
  return Number(text)
}

function tiesOf(text: string): TieRule[] {
  return text.split(',').map((one) => oneOf(one, ['cheapest', 'votes', 'lot', 'name'], '--ties')!)
}

function residentsOf(text: string): Map<string, number> {
  return new Map(
    text.split(',').map((part) => {
      const at = part.lastIndexOf('=')
      if (at < 1) throw new WrongUsage(`--population takes group=residents, not ${part}`)
      return [part.slice(0, at), amount(part.slice(at + 1), '--population')] as const
    }),
  )
}

function done(io: Terminal, text: string): number {
  io.say(text)
  return 0
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
