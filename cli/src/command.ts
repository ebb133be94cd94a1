import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '@ronghe/server/config.ts'

/** One thing `ronghe` can do. */
export interface Command {
  /** What is typed, e.g. `street add`. */
  readonly name: string
  /** Names of the positional arguments; `[name]` may be left out. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** One line for the list of commands. */
  readonly summary: string
  /** What else `--help` says. */
  readonly details?: string
  /** What it gives back is printed; a command that never ends by itself announces instead. */
  run(given: Given): Promise<Outcome | undefined>
}

export interface Option {
  readonly type: 'string' | 'boolean'
  /** What the value is called in `--help`. */
  readonly value?: string
  readonly says: string
}

export interface Given {
  readonly config: Config
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly now: Date
  /** Progress and remarks for the person at the terminal; silent with `--json`. */
  say(line: string): void
  /** Prints an outcome now, while the command goes on. */
  announce(outcome: Outcome): void
}

/** What a command hands back: the same facts as text and for `--json`. */
export interface Outcome {
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
  /** The answer is no: exit code 1, and the text goes to stderr. */
  readonly refused?: boolean
}

/** Typed wrongly: exit code 2. The message is a sentence; the usage line is added to it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value }]) => `[--${name}${value ? ` ${value}` : ''}]`)
  return ['ronghe', command.name, ...command.positionals, ...options, '[--json]'].join(' ')
}

export function helpOf(command: Command): string {
  const options = { ...command.options, json: { type: 'boolean', says: 'print one JSON object instead of text' } as Option }
  const rows = Object.entries(options).map(([name, { value, says }]) => [`--${name}${value ? ` ${value}` : ''}`, says] as const)
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    usageOf(command),
    '',
    `${command.summary}.`,
    ...(command.details ? ['', command.details] : []),
    '',
    ...rows.map(([left, says]) => `  ${left.padEnd(width)}  ${says}`),
  ].join('\n')
}

export const parseOptions = (command: Command): ParseArgsOptionsConfig => ({
  ...Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }])),
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
})
