// The `ties` command. Everything that touches files and the terminal is here; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRows } from './read-rows.ts'
import { testMixing } from './test-mixing.ts'
import { sayTies } from './say-ties.ts'

const usage = `ties: whether two groups do things together more or less than chance would have it

  ties test FILE.csv [--seed TEXT] [--permutations N] [--json]

FILE.csv has a line for each person at each gathering: gathering,kind,person,group. The manual (README.md) says the rest.
Exit code 0: done. 1: refused (a sentence on stderr). 2: wrong usage.`

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

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage */
export function main(args: readonly string[], io: Io): number {
  const given = parse(args)
  if (given?.help) {
    io.out(usage)
    return 0
  }
  if (!given || given.file === undefined) {
    io.err(usage)
    return 2
  }
  try {
    const { gatherings, groups } = readRows(io.read(given.file))
    const ties = testMixing(gatherings, groups, given.seed, { permutations: given.permutations })
    for (const line of given.json ? [JSON.stringify(ties)] : sayTies(ties, groups.compared)) io.out(line)
    return 0
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        seed: { type: 'string' },
        permutations: { type: 'string' },
      },
    })
    const [command, file, ...rest] = positionals
    const permutations = Number(values.permutations ?? 2000)
    if (!values.help && (command !== 'test' || rest.length > 0 || !Number.isSafeInteger(permutations) || permutations < 1)) return undefined
    return { help: values.help ?? false, json: values.json ?? false, file, seed: values.seed ?? 'ties', permutations }
  } catch {
    return undefined // an option it does not know
  }
}
