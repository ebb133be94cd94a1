import type { Tx } from './pool.ts'

/** What is read with every request and changes a few times a month: what the office configures, who the organs are, what is offered. */
const standingTables = [
  'street_setting',
  'calendar_day',
  'organ',
  'post',
  'community',
  'lane',
  'agreement',
  'service',
  'service_version',
  'charter_version',
  'conversation',
] as const

/**
 * Where a transaction stands with its street's standing data. Every write to one of the tables above counts the street's edition up in the
 * same transaction, and every transaction learns the edition as it begins: what was read under an edition holds for everyone who reads the
 * same number, in this process and in others.
 */
export interface Standing {
  /** Read under this edition, by name; nothing in it is ever changed. */
  readonly kept: Map<string, unknown>
  /** On their way in this transaction: who asks meanwhile waits for the same answer. */
  readonly reading: Map<string, Promise<unknown>>
  /** This transaction changed standing data: it reads the tables themselves, and keeps nothing for others until it stands. */
  changed: boolean
}

const standings = new WeakMap<Tx, Standing>()

/** Standing data under a name of its own; `read` is asked once per edition. What it gives is shared and must not be changed. */
export async function standing<T>(tx: Tx, name: string, read: () => Promise<T>): Promise<T> {
  const here = standings.get(tx)
  if (!here || here.changed) return read()
  if (here.kept.has(name)) return here.kept.get(name) as T
  return (here.reading.get(name) ?? readInto(here, name, read)) as Promise<T>
}

function readInto(here: Standing, name: string, read: () => Promise<unknown>): Promise<unknown> {
  const reading = read()
    .then((value) => {
      // A write may have slipped in between: then what was read is this transaction's alone. What is not there is not kept: names may come from callers.
      if (value !== undefined && !here.changed) here.kept.set(name, value)
      return value
    })
    .finally(() => here.reading.delete(name))
  here.reading.set(name, reading)
  return reading
}

/** Puts a transaction that has just begun where its street stands. */
export const stand = (tx: Tx, here: Standing): void => void standings.set(tx, here)

const writes = new RegExp(`\\b(?:insert into|update|delete from)\\s+"?(?:${standingTables.join('|')})\\b`, 'i')

/** Told of every statement of a transaction before it runs. */
export function watch(tx: Tx, statement: string): void {
  const here = standings.get(tx)
  if (here && !here.changed && writes.test(statement)) here.changed = true
}

/** Sent before the commit of a transaction that changed standing data, so that everybody's next one reads anew. */
export const countUp = (street: string): string =>
  `insert into street_edition (street_id, number) values ('${street}', 1) on conflict (street_id) do update set number = street_edition.number + 1`

/** The editions of streets this process has met, newest only. */
export function editions() {
  const met = new Map<string, { readonly edition: number; readonly kept: Map<string, unknown> }>()
  return (street: string, edition: number): Standing => {
    const known = met.get(street)
    if (known?.edition === edition) return { kept: known.kept, reading: new Map(), changed: false }
    const fresh = { edition, kept: new Map<string, unknown>() }
    // Whoever began before a change reads for themselves alone; only the newest is kept for others.
    if (!known || edition > known.edition) met.set(street, fresh)
    return { kept: fresh.kept, reading: new Map(), changed: false }
  }
}
