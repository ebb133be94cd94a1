import { OperatorError } from '@ronghe/server/operator-error.ts'
import { readFile } from 'node:fs/promises'
import { withDatabase } from './command-database.ts'
import { WrongUsage, type Command } from './command.ts'
import { verifyJournal, type KeptHead, type StreetReport } from './verify-journal.ts'

export const journalVerify: Command = {
  name: 'journal verify',
  positionals: [],
  options: {
    street: { type: 'string', value: 'SLUG', says: 'only this street' },
    heads: { type: 'string', value: 'FILE', says: 'heads that somebody kept: a JSON list of {origin, size, root}' },
  },
  summary: 'Check every journal: signatures, order, gaps, edits; erased entries apart from missing ones',
  details: 'Exit code 1 when something is wrong. Shares no code with what writes the journal.',
  async run({ config, options, now }) {
    const street = typeof options['street'] === 'string' ? options['street'] : undefined
    const kept = typeof options['heads'] === 'string' ? await readHeads(options['heads']) : []
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      const report = await verifyJournal(ownerUrl, { now, kept, ...(street === undefined ? {} : { street }) })
      const text = report.streets.map(describe).join('\n') || 'There is no street, and so no journal.'
      return { text, json: { ...report }, refused: !report.ok }
    })
  },
}

function describe({ street, leaves, waiting, heads, entries, erased, findings }: StreetReport): string {
  const sums = `${leaves} leaves in order, ${waiting} waiting, ${heads} signed heads, ${entries} entries, ${erased} of them erased`
  return [
    `${street}: ${findings.length === 0 ? 'whole' : 'NOT WHOLE'} (${sums})`,
    ...findings.map(({ fault, sentence }) => `  ${fault}: ${sentence}`),
  ].join('\n')
}

async function readHeads(file: string): Promise<readonly KeptHead[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`${file} cannot be read.`)
  })
  const heads = parse(text)
  if (!Array.isArray(heads) || !heads.every(isHead)) throw new WrongUsage(`${file} must hold a JSON list of {"origin", "size", "root"}.`)
  return heads
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is KeptHead {
  const head = value as Partial<KeptHead> | null
  return typeof head?.origin === 'string' && Number.isSafeInteger(head.size) && typeof head.root === 'string'
}
