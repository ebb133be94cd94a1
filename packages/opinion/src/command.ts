// The `opinion` command, apart from the file system and the terminal, which come in as an argument.
import { parseArgs } from 'node:util'
import { chooseNext } from './choose-next.ts'
import { CsvError } from './csv-rows.ts'
import type { KnownGroup } from './divide-people.ts'
import type { Landscape } from './landscape.ts'
import { mapOpinions, type MapOptions } from './map-opinions.ts'
import { publishLandscape } from './publish-landscape.ts'
import { readGroups } from './read-groups.ts'
import { readStatements } from './read-statements.ts'
import { readVotes, type VotesRead } from './read-votes.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { resultText } from './write-result.ts'

export interface Io {
  /** @throws where the file cannot be read */
  read(file: string): Iterable<Uint8Array>
  bytes(file: string): number
  write(file: string, pieces: Iterable<string>): void
  /** a line for whoever asked */
  say(line: string): void
  /** a line for whoever waits, or for whoever has to be refused */
  tell(line: string): void
}

const usage = `opinion: the map of a conversation, from who agreed, disagreed or passed on which statement

  opinion map --votes votes.csv --out result.json   draw the map
      --comments comments.csv       which statements were rejected or are meta; names those nobody saw
      --groups groups.csv           voter-id,group: groups known beforehand, to see what they share and what divides them
      --mode ronghe|polis           polis: the formulas of Polis, to compare; ronghe unless told
      --opinion-groups groups.csv   voter-id,group: report on these opinion groups instead of looking for some
      --clusters K                  so many opinion groups
      --previous result.json        keep the ids of the opinion groups of this earlier run
      --resamples N                 how often people are drawn anew for the stability figure (20; 0 for none)
      --seed TEXT                   for that drawing
      --publish N                   write what may be shown: no voters, no counts below N

  opinion next --votes votes.csv --voter ID         the statement that this person should see next
      --comments, --groups, --mode  as above
      --seed TEXT                   another seed, another draw

The files are those of a Polis export: agree 1, pass 0, disagree -1; of several votes by one person on one statement the latest counts.
--json prints one JSON object. Without --out the map goes to the terminal.
Exit code 0: done. 1: refused, with the reason. 2: wrong usage.`

class WrongUsage extends Error {}
class Refusal extends Error {}

const options = {
  votes: { type: 'string' },
  comments: { type: 'string' },
  groups: { type: 'string' },
  mode: { type: 'string' },
  'opinion-groups': { type: 'string' },
  clusters: { type: 'string' },
  previous: { type: 'string' },
  resamples: { type: 'string' },
  seed: { type: 'string' },
  publish: { type: 'string' },
  voter: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Values = ReturnType<typeof parse>['values']

/** @returns the exit code */
export function main(args: readonly string[], io: Io): number {
  try {
    const { values, positionals } = parse(args)
    if (values.help || positionals[0] === 'help') {
      io.say(usage)
      return 0
    }
    const [command, ...rest] = positionals
    if (rest.length > 0) throw new WrongUsage(`unexpected: ${rest.join(' ')}`)
    if (command === 'map') return map(values, io)
    if (command === 'next') return next(values, io)
    throw new WrongUsage(command === undefined ? 'a command is needed: map or next' : `no such command: ${command}`)
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage || (error instanceof Error && String(Object(error).code).startsWith('ERR_PARSE_ARGS'))
    if (!wrongUsage && !(error instanceof RangeError) && !(error instanceof Refusal)) throw error
    io.tell(`${error instanceof Error ? error.message : String(error)}${wrongUsage ? `\n\n${usage}` : ''}`)
    return wrongUsage ? 2 : 1
  }
}

function map(values: Values, io: Io): number {
  refuseOther(values, ['voter'])
  const least = values.publish === undefined ? undefined : whole(values.publish, '--publish', 2)
  const { store } = votesOf(values, io)
  const asked = optionsOf(values, io, store.votes > 1_000_000)
  const landscape = mapOpinions(store, { ...asked, spendVotes: true })
  const pieces = least === undefined ? resultText(landscape) : [`${JSON.stringify(publishLandscape(landscape, least))}\n`]
  if (values.out === undefined) io.say([...pieces].join('').trimEnd())
  else {
    checked(values.out, 'written', () => io.write(values.out!, pieces))
    io.say(values.json ? JSON.stringify(summaryOf(landscape)) : sentenceOf(landscape, values.out))
  }
  return 0
}

function next(values: Values, io: Io): number {
  refuseOther(values, ['out', 'publish', 'previous', 'opinion-groups', 'resamples'])
  const { voter } = values
  if (voter === undefined) throw new WrongUsage('next needs --voter ID')
  const { store } = votesOf(values, io)
  const asked = optionsOf(values, io, false)
  const landscape = mapOpinions(store, { ...asked, resamples: 0 })
  const random = seededNumbers(`next ${values.seed ?? ''} ${voter} ${store.votesOf(voter).length}`)()
  const chosen = chooseNext(landscape, store, voter, { random, group: asked.declared?.get(voter) })
  if (values.json) {
    const { statement = null, probability = null } = chosen.kind === 'statement' ? chosen : {}
    io.say(JSON.stringify({ statement, probability }))
  } else io.say(chosen.kind === 'statement' ? chosen.statement : `${voter} has voted on every statement`)
  return 0
}

function votesOf(values: Values, io: Io): VotesRead {
  const file = values.votes
  if (file === undefined) throw new WrongUsage('the votes are needed: --votes votes.csv')
  const progress = (rows: number) => io.tell(`${file}: ${rows / 1_000_000} million rows read`)
  const read = (times: boolean) => reading(file, io, (source) => readVotes(source, { times, progress }))
  // Times take more memory than the votes. Large files are tried without first: rows in the order of time need none.
  const small = checked(file, 'read', () => io.bytes(file)) < 100_000_000
  const first = read(small)
  if (!first.timesNeeded) return first
  io.tell(`${file}: votes were changed and the rows are not in the order of time, so it is read once more with times`)
  return read(true)
}

function optionsOf(values: Values, io: Io, isLong: boolean): MapOptions {
  const { mode = 'ronghe', seed = '' } = values
  if (mode !== 'ronghe' && mode !== 'polis') throw new WrongUsage(`--mode is ronghe or polis, not ${mode}`)
  const opinionFile = values['opinion-groups']
  return {
    mode,
    seed,
    ...(values.comments !== undefined && { statements: reading(values.comments, io, readStatements) }),
    ...(values.groups !== undefined && { declared: reading(values.groups, io, readGroups) }),
    ...(opinionFile !== undefined && { opinionGroups: reading(opinionFile, io, readGroups) }),
    ...(values.clusters !== undefined && { clusters: whole(values.clusters, '--clusters', 1) }),
    ...(values.resamples !== undefined && { resamples: whole(values.resamples, '--resamples', 0) }),
    ...(values.previous !== undefined && { previous: previousOf(values.previous, io) }),
    ...(isLong && { progress: (step: string) => io.tell(`${step} …`) }),
  }
}

function previousOf(file: string, io: Io): KnownGroup[] {
  const decoder = new TextDecoder()
  const text = checked(file, 'read', () => Array.from(io.read(file), (piece) => decoder.decode(piece, { stream: true })).join(''))
  const groups = readGroupsOf(text)
  if (!groups) throw new Refusal(`${file}: this is not a result of "opinion map": it has no groups with members`)
  return groups
}

function readGroupsOf(text: string): KnownGroup[] | undefined {
  try {
    const { groups } = Object(JSON.parse(text)) as { groups?: unknown }
    const isGroup = (group: unknown): group is KnownGroup => Array.isArray(Object(group).members) && Object(group).id !== undefined
    return Array.isArray(groups) && groups.every(isGroup) ? groups.map(({ id, members }) => ({ id, members })) : undefined
  } catch {
    return undefined
  }
}

function summaryOf({ mode, people, votes, statements, groups, stability, divisive, commonGround }: Landscape) {
  const sizes = groups.map(({ id, size }) => ({ id, size }))
  return {
    mode,
    people,
    statements: statements.length,
    votes,
    groups: sizes,
    stability,
    divisive: divisive.length,
    commonGround: commonGround.length,
  }
}

function sentenceOf(landscape: Landscape, file: string): string {
  const { people, votes, statements, groups, stability } = landscape
  const sizes = groups.map(({ size }) => size).join(' + ')
  const sure = stability === null ? '' : `, stability ${stability.toFixed(2)}`
  return `${file}: ${people} people, ${statements.length} statements, ${votes} votes; opinion groups: ${sizes || 'none'}${sure}`
}

function reading<T>(file: string, io: Io, read: (source: Iterable<Uint8Array>) => T): T {
  return checked(file, 'read', () => {
    try {
      return read(io.read(file))
    } catch (error) {
      throw error instanceof CsvError ? new Refusal(`${file}, ${error.message}`) : error
    }
  })
}

/** What the file system says becomes a sentence with the file's name. */
function checked<T>(file: string, what: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const code: unknown = Object(error).code
    if (typeof code === 'string' && Object(error).syscall !== undefined) throw new Refusal(`${file} cannot be ${what}: ${code}`)
    throw error
  }
}

function whole(text: string, option: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new WrongUsage(`${option} needs a whole number from ${least}, not ${text}`)
  return value
}

function refuseOther(values: Values, names: readonly (keyof Values)[]): void {
  for (const name of names) if (values[name] !== undefined) throw new WrongUsage(`--${name} has no meaning here`)
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options })
}
