import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Pool } from './pool.ts'
import { readCategories } from './read-categories.ts'
import { readRespondents } from './read-respondents.ts'

const folder = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'sortition')
const example = path.resolve(import.meta.dirname, '..', 'example')

/** Whether the instances beside the checkout are there; a fresh clone has none. */
export const hasInstances = existsSync(folder)
if (!hasInstances) console.warn(`skipped: tests on the instances in ${folder}, which is not there`)

/** An instance by its folder's name; the number in it is the seats. */
export function instance(name: string): { pool: Pool; seats: number } {
  return { pool: read(path.join(folder, name)), seats: Number(name.split('_').at(-1)) }
}

/** S Street's council: 60 people for 12 seats, six of them newcomers. */
export function exampleStreet(): { pool: Pool; seats: number } {
  return { pool: read(example), seats: 12 }
}

export const exampleText = (name: 'respondents' | 'categories'): string => readFileSync(path.join(example, `${name}.csv`), 'utf8')

function read(place: string): Pool {
  const quotas = readCategories(readFileSync(path.join(place, 'categories.csv'), 'utf8'))
  return readRespondents(readFileSync(path.join(place, 'respondents.csv'), 'utf8'), quotas).pool
}
