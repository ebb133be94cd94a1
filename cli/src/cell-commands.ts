import type { Config } from '@ronghe/server/config.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import { publishStatements, readinessOf } from '@ronghe/server/platform/city/cell-readiness.ts'
import { addCell, addressOf, cellName, listCells, onCity } from '@ronghe/server/platform/city/cells.ts'
import { placeStreet } from '@ronghe/server/platform/city/place-street.ts'
import pg from 'pg'
import { withDatabase } from './command-database.ts'
import { WrongUsage, type Command } from './command.ts'

export function cityUrlOf({ cityDatabaseUrl }: Config): string {
  if (cityDatabaseUrl === undefined)
    throw new OperatorError('RONGHE_CITY_DATABASE_URL must be set: the database of the city, as its administrator.')
  return cityDatabaseUrl
}

export const cellAdd: Command = {
  name: 'cell add',
  positionals: ['NAME'],
  options: { 'database-url': { type: 'string', value: 'URL', says: 'the cell’s database as the role ronghe_city (needed)' } },
  summary: 'Write a cell into the city’s register, or give it a new address',
  details:
    'The cell is asked first whether it can be read along ("ronghe cell publish" there says what it needs). NAME is its RONGHE_CELL.',
  async run({ config, positionals, options, now }) {
    const [name = ''] = positionals
    const url = options['database-url']
    if (!cellName.test(name)) throw new WrongUsage('NAME is small letters, digits and hyphens, beginning with a letter.')
    if (typeof url !== 'string' || !URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
      throw new WrongUsage('--database-url must be given, as postgresql://ronghe_city:…@host/database.')
    await addCell(cityUrlOf(config), name, url, now)
    return {
      text: `The city knows the cell ${name} at ${addressOf({ databaseUrl: url })}. Next: ronghe city subscribe ${name}`,
      json: { cell: name, address: addressOf({ databaseUrl: url }) },
    }
  },
}

export const cellList: Command = {
  name: 'cell list',
  positionals: [],
  options: {},
  summary: 'List the cells in the city’s register',
  async run({ config }) {
    const cells = (await onCity(cityUrlOf(config), listCells)).map(({ name, addedAt, ...cell }) => ({
      name,
      address: addressOf(cell),
      addedAt,
    }))
    return { text: cells.map(({ name, address }) => `${name}  ${address}`).join('\n') || 'The city knows no cell yet.', json: { cells } }
  },
}

export const cellPublish: Command = {
  name: 'cell publish',
  positionals: [],
  options: {},
  summary: 'Say what this installation needs to be a cell of a city, and what of it is missing',
  details:
    'Changes nothing: it looks, and prints the SQL for the server’s administrator. Only three tables of published figures leave a street.',
  async run({ config }) {
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      const client = new pg.Client(ownerUrl)
      client.on('error', () => undefined)
      await client.connect()
      try {
        const readiness = await readinessOf(client)
        const { rows } = await client.query<{ database: string }>('select current_database() as database')
        const missing = [
          ...(config.cell === undefined ? ['RONGHE_CELL is not set: no street hands anything over.'] : []),
          ...readiness.missing,
        ]
        const sql = publishStatements(rows[0]!.database)
        return {
          text: [
            `Published: ${readiness.published.join(', ') || 'nothing'}.`,
            ...(missing.length > 0
              ? ['Missing:', ...missing.map((line) => `  ${line}`)]
              : ['Nothing is missing but the role, if it is not there yet.']),
            '',
            sql,
          ].join('\n'),
          json: { cell: config.cell ?? null, ...readiness, missing, sql },
        }
      } finally {
        await client.end()
      }
    })
  },
}

export const cellPlace: Command = {
  name: 'cell place',
  positionals: ['STREET'],
  options: {
    order: { type: 'string', value: 'N', says: 'its number in the city’s register (needed)' },
    column: { type: 'string', value: 'N', says: 'its column on the schematic map' },
    row: { type: 'string', value: 'N', says: 'its row there' },
  },
  summary: 'Say where a street of this cell stands in the city’s register and on its map',
  details: 'STREET is its short name. The order of streets is the register’s; no figure ever changes it.',
  async run({ config, positionals, options, now }) {
    const [slug = ''] = positionals
    const [order, column, row] = ['order', 'column', 'row'].map((name) => numberOf(name, options[name]))
    if (order === undefined) throw new WrongUsage('--order must be given.')
    if ((column === undefined) !== (row === undefined)) throw new WrongUsage('--column and --row go together.')
    const { cell } = config
    if (cell === undefined) throw new OperatorError('RONGHE_CELL is not set: this installation is no cell of a city.')
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      await placeStreet(ownerUrl, { slug, cell, order, square: column === undefined ? undefined : { column, row: row! }, now })
      return {
        text: `${slug} is number ${order} of the city’s register.`,
        json: { street: slug, order, column: column ?? null, row: row ?? null },
      }
    })
  },
}

function numberOf(name: string, given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new WrongUsage(`--${name} is a whole number from 1 to 999.`)
  return value
}
