// The `waitlist` command. Everything that touches files and the terminal is here; the rest of the package is pure.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSteps, replay } from './replay.ts'

const usage = `waitlist: a waiting list that keeps its word

  waitlist replay FILE.json [--json]    carries out what the file says and prints who was asked, and why

The file: {"zone": "Asia/Shanghai", "places": 2, "minimum": 1, "startsAt": MOMENT, "rules": {…}, "steps": [{"at": MOMENT, "does": "signUp", "who": NAME}, …]}
places is a number, or a list such as [{"kind": "dialect", "count": 1}, {"kind": "any", "count": 3}], narrowest first; a signUp may say which it "fits".
does is signUp, accept, decline, leave, changeCapacity (with places), cancel or tick (time has passed).
Exit code 0: done. 1: refused, with a sentence. 2: wrong usage.`

/** What the command needs of its surroundings. */
export interface Terminal {
  say(text: string): void
  complain(text: string): void
  read(file: string): string
}

export const terminal: Terminal = {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  read: (file) => readFileSync(file, 'utf8'),
}

class WrongUsage extends Error {}

/** @returns the exit code */
export function main(args: readonly string[], { say, complain, read }: Terminal): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
    })
    if (values.help) return done(say, usage)
    const [command, file, ...rest] = positionals
    if (command !== 'replay') throw new WrongUsage(command ? `there is no command ${command}` : 'a command is needed')
    if (!file || rest.length > 0) throw new WrongUsage('waitlist replay takes one file')
    const { lines, list } = replay(readSteps(JSON.parse(read(file)) as unknown))
    return done(say, values.json ? JSON.stringify({ lines, entries: list.entries }) : lines.join('\n'))
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    const wrong = error instanceof WrongUsage || code.startsWith('ERR_PARSE_ARGS')
    complain(`${error instanceof Error ? error.message : String(error)}${wrong ? `\n\n${usage}` : ''}`)
    if (wrong) return 2
    // Refusals have a sentence; anything else is our fault and shows where.
    if (!(error instanceof RangeError || error instanceof SyntaxError || code !== '')) throw error
    return 1
  }
}

function done(say: Terminal['say'], text: string): number {
  say(text)
  return 0
}
