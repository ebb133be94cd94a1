// The `roster` command. Everything that touches files and the terminal is here; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { assignShifts } from './assign-shifts.ts'
import { checkRoster, type Assignment } from './check-roster.ts'
import { readFile } from './read-file.ts'
import { sayWhy } from './say-why.ts'
import { loadSolver } from './solver.ts'

const usage = `roster: who might serve when, fairly, with rest and night rules

  roster assign FILE.json [--time-limit SECONDS] [--json]
      a proposal for the shifts in the file, with its reasons
  roster check FILE.json PROPOSAL.json [--json]
      every rule that a proposal breaks; PROPOSAL.json is what "assign --json" printed, or {"assigned":[{"shift","volunteer"}]}

The manual (README.md) says what FILE.json holds. Exit code 0: done. 1: refused (a sentence on stderr). 2: wrong usage.`

/** What the command needs of the world. */
export interface Io {
  out(line: string): void
  err(line: string): void
  read(file: string): string
}

export const terminal: Io = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  read: (file) => readFileSync(file, 'utf8'),
}

class WrongUsage extends Error {}

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, 'time-limit': { type: 'string' } },
    })
    const [command, file, proposal, ...rest] = positionals
    if (values.help) {
      io.out(usage)
      return 0
    }
    if (command === 'assign' && file !== undefined && proposal === undefined) {
      const timeLimit = Number(values['time-limit'] ?? 10)
      if (!(timeLimit > 0)) throw new WrongUsage('--time-limit is a number of seconds above 0')
      const found = assignShifts(await loadSolver(), readFile(io.read(file)), { timeLimit })
      for (const line of values.json ? [JSON.stringify(found)] : sayWhy(found)) io.out(line)
      return 0
    }
    if (command === 'check' && file !== undefined && proposal !== undefined && rest.length === 0) {
      const breaches = checkRoster(readFile(io.read(file)), readAssigned(io.read(proposal)))
      if (values.json) io.out(JSON.stringify({ ok: breaches.length === 0, breaches }))
      else if (breaches.length === 0) io.out('every rule is kept')
      else for (const { shift, volunteer, rule } of breaches) io.err(`${shift}: ${volunteer} breaks the rule "${rule}"`)
      return breaches.length === 0 ? 0 : 1
    }
    throw new WrongUsage(command === undefined ? 'a command is needed' : `this is not understood: ${positionals.join(' ')}`)
  } catch (error) {
    const wrongUsage =
      error instanceof WrongUsage || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE'))
    io.err(error instanceof Error ? error.message : String(error))
    if (wrongUsage) io.err(`\n${usage}`)
    return wrongUsage ? 2 : 1
  }
}

function readAssigned(content: string): Assignment[] {
  const { assigned } = Object(JSON.parse(content)) as { assigned?: unknown }
  if (!Array.isArray(assigned) || !assigned.every((one) => typeof one?.shift === 'string' && typeof one?.volunteer === 'string'))
    throw new RangeError('a proposal is {"assigned":[{"shift":"…","volunteer":"…"}]}')
  return assigned as Assignment[]
}
