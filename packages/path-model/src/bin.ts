// The `path-model` command. Everything that touches files and the terminal is here; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { analysePaths } from './analyse-paths.ts'
import { readModel } from './arrows.ts'
import { readArrows, readTable, toUnits } from './read-file.ts'
import { sayAnalysis } from './say-analysis.ts'

const usage = `path-model: coefficients, intervals and fit of arrows that were fixed in advance

  path-model fit DATA.csv --arrows "a -> m, m -> y" [--blocks COLUMN] [--seed TEXT] [--resamples N] [--json]
      one line a unit, the first line the names; an empty field leaves the unit out
      --blocks  the column that says which units belong together, such as the place; they are resampled together

Exit code 0: done, "too little data" included. 1: refused (a sentence on stderr). 2: wrong usage.`

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
export function main(args: readonly string[], io: Io): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        arrows: { type: 'string' },
        blocks: { type: 'string' },
        seed: { type: 'string' },
        resamples: { type: 'string' },
      },
    })
    if (values.help) {
      io.out(usage)
      return 0
    }
    const [command, file, ...rest] = positionals
    const resamples = Number(values.resamples ?? 2000)
    if (command !== 'fit' || file === undefined || rest.length > 0 || values.arrows === undefined)
      throw new WrongUsage('a file and --arrows are needed')
    if (!Number.isInteger(resamples) || resamples < 100) throw new WrongUsage('--resamples is a whole number of 100 and more')
    const arrows = readArrows(values.arrows)
    const table = readTable(io.read(file))
    const by = values.blocks
    if (by !== undefined && !table.columns.includes(by)) throw new RangeError(`there is no column ${by}`)
    const analysis = analysePaths({
      arrows,
      units: toUnits(table, readModel(arrows).variables),
      ...(by === undefined ? {} : { blocks: table.rows.map((row) => row[by]!) }),
      seed: values.seed ?? 'path-model',
      resamples,
    })
    for (const line of values.json ? [JSON.stringify(analysis)] : sayAnalysis(analysis)) io.out(line)
    return 0
  } catch (error) {
    const wrongUsage =
      error instanceof WrongUsage || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE'))
    io.err(error instanceof Error ? error.message : String(error))
    if (wrongUsage) io.err(`\n${usage}`)
    return wrongUsage ? 2 : 1
  }
}
