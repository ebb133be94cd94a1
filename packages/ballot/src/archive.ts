import { sha256Hex } from './hash.ts'
import { compact, countOf, fieldsOf, Malformed, parseJson, textOf } from './strict-json.ts'
import { readTar, writeTar, type Entry } from './tar.ts'

/** The steps of an election; each names its predecessor by hash, so that the last one stands for all of them. */
export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result'
export type ArchiveEvent = { readonly type: EventType; readonly payload: string | undefined; readonly hash: string }

/** What an election has published so far. Ballots in the order they were cast; the later fields as far as things have come. */
export type Published = {
  /** Seconds since 1970 when the archive was begun. */
  readonly timestamp: number
  readonly election: string
  readonly trustees: string
  /** The public list, as numbers in base 10. */
  readonly credentials: readonly string[]
  readonly ballots: readonly string[]
  readonly closed?: boolean
  readonly tally?: { readonly text: string; readonly sizedText: string }
  readonly parts?: readonly { readonly owner: number; readonly text: string }[]
  readonly result?: string
}

/** @returns the `.bel` file and the hash of its last event */
export function writeArchive(published: Published): { readonly bytes: Uint8Array; readonly head: string } {
  const entries: Entry[] = [{ name: 'BELENIOS', content: compact({ version: 1, timestamp: String(published.timestamp) }) }]
  let height = 0
  let head: string | undefined
  const data = (content: string): string => {
    const hash = sha256Hex(content)
    entries.push({ name: `${hash}.data.json`, content })
    return hash
  }
  const event = (type: EventType, payload?: string): void => {
    const content = compact({
      ...(head === undefined ? {} : { parent: head }),
      height,
      type,
      ...(payload === undefined ? {} : { payload }),
    })
    head = sha256Hex(content)
    height++
    entries.push({ name: `${head}.event.json`, content })
  }
  const [election, trustees, credentials] = [published.election, published.trustees, compact(published.credentials)].map(data)
  event('Setup', data(compact({ election, trustees, credentials })))
  for (const ballot of published.ballots) event('Ballot', data(ballot))
  if (published.closed) event('EndBallots')
  if (published.tally) {
    data(published.tally.text)
    event('EncryptedTally', data(published.tally.sizedText))
  }
  for (const { owner, text } of published.parts ?? []) event('PartialDecryption', data(compact({ owner, payload: data(text) })))
  if (published.result !== undefined) event('Result', data(published.result))
  return { bytes: writeTar(entries, published.timestamp), head: head! }
}

export const resultText = (result: readonly (readonly number[])[]): string => compact({ result })

/** An archive's events and data, its chain checked; what the events claim is not looked at yet. */
export type Archive = {
  readonly timestamp: number
  readonly events: readonly ArchiveEvent[]
  /** The text with that hash. @throws Malformed where it is absent */
  readonly take: (hash: string) => string
  /** Data that nobody took: something that does not belong here. */
  readonly untaken: () => number
  readonly head: string
}

/** @throws Malformed where a name is not the hash of what it names, or an event does not follow its predecessor */
export function readArchive(bytes: Uint8Array): Archive {
  const { entries, at } = readTar(bytes)
  const [first, ...rest] = entries
  if (first?.name !== 'BELENIOS' || first.content !== compact({ version: 1, timestamp: String(at) }))
    throw new Malformed('the archive does not begin as one')
  const data = new Map<string, string>()
  const events: ArchiveEvent[] = []
  for (const { name, content } of rest) {
    const hash = sha256Hex(content)
    if (name === `${hash}.data.json`) {
      if (data.has(hash)) throw new Malformed('the same data twice')
      data.set(hash, content)
    } else if (name === `${hash}.event.json`) events.push(readEvent(content, hash, events))
    else throw new Malformed(`${name} is not the hash of what it holds`)
  }
  const taken = new Set<string>()
  const last = events.at(-1)
  if (!last) throw new Malformed('the archive holds no event')
  return {
    timestamp: at,
    events,
    head: last.hash,
    take: (hash) => {
      const content = data.get(hash)
      if (content === undefined) throw new Malformed(`the data ${hash} is missing`)
      taken.add(hash)
      return content
    },
    untaken: () => data.size - taken.size,
  }
}

const eventTypes: ReadonlySet<string> = new Set<EventType>([
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'PartialDecryption',
  'Result',
])

function readEvent(content: string, hash: string, before: readonly ArchiveEvent[]): ArchiveEvent {
  const fields = fieldsOf(parseJson(content), ['parent?', 'height', 'type', 'payload?'])
  const parent = before.at(-1)?.hash
  if (fields['parent'] !== parent || countOf(fields['height']) !== before.length)
    throw new Malformed('an event does not follow its predecessor')
  const type = textOf(fields['type'])
  if (!eventTypes.has(type)) throw new Malformed(`an event that is not known here: ${type}`)
  return { type: type as EventType, payload: fields['payload'] === undefined ? undefined : textOf(fields['payload']), hash }
}
