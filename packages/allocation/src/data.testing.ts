import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readPb, type PbFile } from './read-pb.ts'

/** Real elections beside the checkout; a fresh clone has none. They may not be copied into the repository. */
const folder = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'pabulib')

export const withoutData = !existsSync(path.join(folder, 'golden.jsonl'))
if (withoutData) console.log(`allocation: skipping the tests on real elections, ${folder} is not there`)

/** What an exact-rational reference answers for a file. */
export interface Golden {
  readonly file: string
  readonly rule: string
  readonly vote_type: string
  readonly n: number
  readonly m: number
  readonly budget: string
  readonly selected: readonly string[]
  readonly [answer: string]: unknown
}

export const goldens: readonly Golden[] = withoutData
  ? []
  : readFileSync(path.join(folder, 'golden.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Golden)

export const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

const read = new Map<string, PbFile>()
export function fileOf(name: string): PbFile {
  if (!read.has(name)) read.set(name, readPb(textOf(name)))
  return read.get(name)!
}
