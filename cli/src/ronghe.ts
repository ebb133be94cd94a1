import { parseArgs } from 'node:util'
import { readConfig } from '@ronghe/server/config.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import { cellAdd, cellList, cellPlace, cellPublish } from './cell-commands.ts'
import { cityMigrate, cityStatusCommand, citySubscribe } from './city-commands.ts'
import { helpOf, parseOptions, usageOf, WrongUsage, type Command, type Outcome } from './command.ts'
import { demoLoad } from './demo-command.ts'
import { journalVerify } from './journal-command.ts'
import { keysExport, keysRotate } from './key-commands.ts'
import { migrateCommand } from './migrate-command.ts'
import { serveCommand } from './serve-command.ts'
import { figuresRecount } from './figures-command.ts'
import { streetAdd, streetList } from './street-commands.ts'

const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  demoLoad,
  backupCommand,
  restoreCommand,
  journalVerify,
  streetAdd,
  streetList,
  figuresRecount,
  cellPublish,
  cellPlace,
  cellAdd,
  cellList,
  cityMigrate,
  citySubscribe,
  cityStatusCommand,
  keysExport,
  keysRotate,
]

/** Exit codes: 0 done, 1 refused (a sentence on stderr), 2 wrong usage. Set, not called, so that what is printed gets out. */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = await ronghe(args, process.env, new Date())
}

async function ronghe(args: readonly string[], env: NodeJS.ProcessEnv, now: Date): Promise<number> {
  if (args.length === 0) {
    process.stderr.write(`${overview()}\n`)
    return 2
  }
  if (args.length === 1 && ['--help', '-h', 'help'].includes(args[0] ?? '')) {
    process.stdout.write(`${overview()}\n`)
    return 0
  }
  const json = args.includes('--json')
  const command = find(args)
  try {
    if (!command) throw new WrongUsage(`There is no command "${args.filter((arg) => !arg.startsWith('-')).join(' ')}".`)
    const { values, positionals } = parse(command, args)
    if (values['help']) {
      process.stdout.write(`${helpOf(command)}\n`)
      return 0
    }
    const announce = (outcome: Outcome) => {
      const printed = json ? JSON.stringify(outcome.json) : outcome.text
      const stream = outcome.refused && !json ? process.stderr : process.stdout
      stream.write(printed.endsWith('\n') ? printed : `${printed}\n`)
    }
    const say = (line: string) => json || process.stderr.write(`${line}\n`)
    // `npm start` is read by a person at a terminal: the log keeps to what is wrong, unless told otherwise.
    const config = readConfig(values['first-run'] ? { LOG_LEVEL: 'warn', ...env } : env)
    const outcome = await command.run({ config, positionals, options: values, now, say, announce })
    if (!outcome) return 0
    announce(outcome)
    return outcome.refused ? 1 : 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n${command ? `Usage: ${usageOf(command)}` : overview()}\n`)
      return 2
    }
    process.stderr.write(`${sentence(error)}\n`)
    return 1
  }
}

/** The command is the first one or two words; options may come before, between or after. */
function find(args: readonly string[]): Command | undefined {
  const words = args.filter((arg) => !arg.startsWith('-'))
  return commands.find(({ name }) => name === words.slice(0, 2).join(' ')) ?? commands.find(({ name }) => name === words[0])
}

function parse(command: Command, args: readonly string[]) {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: parseOptions(command), allowPositionals: true })
  } catch (error) {
    throw new WrongUsage((error as Error).message, { cause: error })
  }
  const positionals = parsed.positionals.slice(command.name.split(' ').length)
  const needed = command.positionals.filter((name) => !name.startsWith('['))
  if (!parsed.values['help']) {
    if (positionals.length < needed.length) throw new WrongUsage(`${needed.slice(positionals.length).join(' and ')} must be given.`)
    if (positionals.length > command.positionals.length) {
      throw new WrongUsage(`"${positionals[command.positionals.length]}" is one argument too many.`)
    }
  }
  return { values: parsed.values as Record<string, string | boolean | undefined>, positionals }
}

function overview(): string {
  const width = Math.max(...commands.map(({ name, positionals }) => [name, ...positionals].join(' ').length))
  return [
    'ronghe <command>',
    '',
    ...commands.map(({ name, positionals, summary }) => `  ${[name, ...positionals].join(' ').padEnd(width)}  ${summary}`),
    '',
    'Each command explains itself with --help and prints JSON with --json. Settings come from the environment (server/src/config.ts lists them).',
  ].join('\n')
}

/** What an operator can put right is told as a sentence; a defect of ours comes with the place it happened. */
function sentence(error: unknown): string {
  if (error instanceof OperatorError) return error.message
  if (!(error instanceof Error)) return String(error)
  return process.env['LOG_LEVEL'] === 'debug' ? (error.stack ?? error.message) : error.message
}
