// The `ballot` command. Files, the terminal and randomness are touched here alone; the rest of the package is pure.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { webcrypto } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  castBallot,
  exportArchive,
  makeCredentials,
  setUpElection,
  tallyElection,
  takeTrusteeStep,
  verifyFile,
  WrongUsage,
  type Outside,
} from './commands.ts'
import { Malformed } from './strict-json.ts'

const usage = `ballot: secret ballots in the format of Belenios

An election is a folder. In this order:
  ballot trustee certificate FOLDER --number N --key FILE   each trustee, on their own machine: FILE is theirs to keep
  ballot trustee polynomial FOLDER --number N --key FILE [--threshold 2]
  ballot trustee output FOLDER --number N --key FILE [--threshold 2]
  ballot setup FOLDER --plan plan.json [--threshold 2]      {"name", "description", "questions":[{"question","answers","min","max","blank"}]}
  ballot credentials FOLDER --count N --slips FILE          the authority: FILE holds the voters' secrets, the folder the public list
  ballot encrypt FOLDER --credential SLIP --marks '[[0,1]]' puts a ballot into the box and prints its tracker
  ballot tally FOLDER                                       ends voting and adds up, still encrypted
  ballot trustee part FOLDER --number N --key FILE          as many trustees as the threshold says
  ballot tally FOLDER                                       once more: prints the result
  ballot export FOLDER --out FILE.bel                       the archive, at any time
  ballot verify FILE.bel [--head HASH] [--timestamp SECONDS] [--json]

Exit code 0: done. 1: refused, with a sentence on stderr. 2: wrong usage.`

/** The real outside. */
export const terminal: Outside = {
  exists: existsSync,
  read: (file) => readFileSync(file),
  write: (file, content) => writeFileSync(file, content),
  folder: (path) => void mkdirSync(path, { recursive: true }),
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  random: (count) => webcrypto.getRandomValues(new Uint8Array(count)),
  now: () => Math.floor(Date.now() / 1000),
}

/** @returns the exit code: 0 done, 1 refused, 2 wrong usage. */
export function main(args: readonly string[], outside: Outside): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(textOptions.map((name) => [name, { type: 'string' as const }])),
        help: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    const options = values as Readonly<Record<string, string | undefined>> & { readonly help?: boolean; readonly json?: boolean }
    if (options.help) {
      outside.out(usage)
      return 0
    }
    const [command = '', ...rest] = positionals
    const step = command === 'trustee' ? rest.shift() : undefined
    const [place, ...more] = rest
    if (!place || more.length > 0) throw new WrongUsage('a command and one folder or file are needed')
    if (command === 'verify') return verifyFile(outside, place, options)
    if (command === 'trustee') takeTrusteeStep(outside, place, step ?? '', options)
    else if (command === 'setup') setUpElection(outside, place, options)
    else if (command === 'credentials') makeCredentials(outside, place, options)
    else if (command === 'encrypt') castBallot(outside, place, options)
    else if (command === 'tally') tallyElection(outside, place)
    else if (command === 'export') exportArchive(outside, place, options)
    else throw new WrongUsage(`there is no command ${command}`)
    return 0
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage || codeOf(error).startsWith('ERR_PARSE_ARGS')
    outside.err(wrongUsage ? `${(error as Error).message}\n\n${usage}` : sentence(error))
    return wrongUsage ? 2 : 1
  }
}

const textOptions = ['number', 'key', 'threshold', 'plan', 'count', 'slips', 'credential', 'marks', 'out', 'head', 'timestamp']

const codeOf = (error: unknown): string => (error as { readonly code?: unknown }).code?.toString() ?? ''

function sentence(error: unknown): string {
  if (error instanceof Malformed || error instanceof RangeError) return `Refused: ${error.message}.`
  if (codeOf(error)) return `A file could not be read or written (${codeOf(error)}): ${(error as { readonly path?: string }).path ?? ''}`
  throw error
}
