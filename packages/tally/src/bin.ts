// The `tally` command. Files and the terminal are touched here alone; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { BallotFileError } from './ballot-file-error.ts'
import { runConvert, runCount, runRollCall, WrongUsage, type Command, type Outside } from './commands.ts'

const usage = `tally: counts votes, round by round

  tally count FILE --rule RULE [--json]        count an election
      FILE       .blt or .hil; .csv (a Scottish ward, or count,name,name,…); .txt (a Debian tally sheet)
      RULE       scottish   transferable vote by the Scottish rules of 2007
                 meek       transferable vote by the reference Meek rule
                 schulze    Schulze; as many as there are seats, in its order
                 approval   everybody named on a paper is supported
                 plurality  the first preference is supported
      --seats N                  elect N, whatever the file says
      --seed TEXT                break ties by lots drawn from TEXT, made public before the count;
                                 without it by the order the file declares, else the order of the paper
      --history backwards|forwards|none
                                 look at other rounds before that (scottish: backwards; meek: none)
      --benches FILE             rows candidate,bench
      --bench-seats A=6,B=6      how many of each bench; A=5-7 for at least 5 and at most 7
      --strength winning|margins, --unranked last|no-opinion, --default NAME [--quorum N]
                                 for schulze: what makes a defeat strong, how a blank is read, "none of the above"
      --picture                  print an SVG of the rounds instead
  tally convert FILE --to blt|hil|csv          write the same ballots in another format
  tally roll-call FILE [--qualified] [--majority simple|absolute|2/3] [--benches simple|absolute|2/3|none]
                       [--quorum 2/3] [--bench-quorum 1/2|none] [--tie chair|fails] [--chair for|against] [--json]
                                               decide a motion; FILE has the heading delegate,bench,vote

Exit code 0: done. 1: refused, with a sentence on stderr. 2: wrong usage.`

/** The real outside. */
export const terminal: Outside = {
  read: (file) => readFileSync(file, 'utf8'),
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  now: () => performance.now(),
}

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage. */
export function main(args: readonly string[], outside: Outside): number {
  const commands: Readonly<Record<string, Command>> = { count: runCount, convert: runConvert, 'roll-call': runRollCall }
  let reading = ''
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(textOptions.map((name) => [name, { type: 'string' as const }])),
        help: { type: 'boolean' },
        json: { type: 'boolean' },
        picture: { type: 'boolean' },
        qualified: { type: 'boolean' },
      },
    })
    if (values['help']) {
      outside.out(usage)
      return 0
    }
    const [name = '', file, ...rest] = positionals
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new WrongUsage(name ? `there is no command ${name}` : 'a command is needed')
    if (!file || rest.length > 0) throw new WrongUsage(`tally ${name} takes one file`)
    const read = (path: string): string => {
      reading = path
      return outside.read(path)
    }
    command(file, values as Readonly<Record<string, string | boolean | undefined>>, { ...outside, read })
    return 0
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage || codeOf(error).startsWith('ERR_PARSE_ARGS')
    outside.err(wrongUsage ? `${(error as Error).message}\n\n${usage}` : sentence(error, reading))
    return wrongUsage ? 2 : 1
  }
}

/** Options that take a text; the others are flags. */
const textOptions = [
  ['rule', 'seats', 'seed', 'history', 'benches', 'bench-seats', 'strength', 'unranked', 'default', 'quorum'],
  ['to'],
  ['majority', 'bench-quorum', 'tie', 'chair'],
].flat()

function sentence(error: unknown, file: string): string {
  if (error instanceof BallotFileError) {
    const { line, column, reason, row } = error
    // The row and, under it, the place; a long row is cut so that the place stays in sight.
    const from = Math.max(0, column - 60)
    // Tabs and the like would push the mark aside.
    const shown = row.slice(from, from + 100).replace(/\p{Cc}/gu, ' ')
    return `${file}:${line}:${column}: ${reason}\n  ${shown}\n  ${' '.repeat(column - 1 - from)}^`
  }
  if (codeOf(error) === 'ENOENT') return `there is no file ${file}`
  if (codeOf(error) !== '') return `${file} cannot be read: ${(error as Error).message}`
  return error instanceof Error ? error.message : String(error)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
