import { onCity } from '@ronghe/server/platform/city/cells.ts'
import { cityStatus, type CellStatus } from '@ronghe/server/platform/city/city-status.ts'
import { subscribe } from '@ronghe/server/platform/city/subscription.ts'
import { cityMigrationsFolder, migrate } from '@ronghe/server/platform/database/migrate.ts'
import { cityUrlOf } from './cell-commands.ts'
import type { Command } from './command.ts'

export const cityMigrate: Command = {
  name: 'city migrate',
  positionals: [],
  options: {},
  summary: 'Bring the city’s own database up to this release',
  details:
    'RONGHE_CITY_DATABASE_URL names an empty database, or one that an earlier release made. It holds published figures and nothing else.',
  async run({ config, say }) {
    const count = await migrate(cityUrlOf(config), say, undefined, cityMigrationsFolder)
    return { text: count === 0 ? 'The city’s database is up to date.' : `${count} migrations applied.`, json: { applied: count } }
  },
}

export const citySubscribe: Command = {
  name: 'city subscribe',
  positionals: ['NAME'],
  options: { again: { type: 'boolean', says: 'throw away what the city has of the cell and copy it afresh' } },
  summary: 'Have the city read a cell along, from now on',
  details:
    'May be repeated at any time: what is subscribed already goes on. When the city was away for so long that the cell gave its log up,\n' +
    'the cell is copied afresh by itself; --again does so in any case.',
  async run({ config, positionals, options }) {
    const [name = ''] = positionals
    const outcome = await onCity(cityUrlOf(config), (city) => subscribe(city, name, { again: options['again'] === true }))
    return { text: `${name}: ${outcome}.`, json: { cell: name, outcome } }
  },
}

export const cityStatusCommand: Command = {
  name: 'city status',
  positionals: [],
  options: {},
  summary: 'Say how each cell is read along, how far the city is behind, and which streets are missing since when',
  async run({ config, now }) {
    const cells = await onCity(cityUrlOf(config), (city) => cityStatus(city, now))
    return { text: cells.map(lineOf).join('\n') || 'The city knows no cell yet.', json: { cells } }
  },
}

const lineOf = ({ name, state, behindBytes, streets, missing }: CellStatus): string =>
  [
    `${name}  ${state}  ${streets} streets${behindBytes === null ? '' : `  ${Math.ceil(behindBytes / 1024)} KB behind`}`,
    ...missing.map(({ street, since }) => `  ${street} is missing since ${since.toISOString()}`),
  ].join('\n')
