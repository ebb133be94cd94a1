import { migrate } from '@ronghe/server/platform/database/migrate.ts'
import { roleStatements } from '@ronghe/server/platform/database/cluster-roles.ts'
import { withDatabase } from './command-database.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  positionals: [],
  options: { 'print-roles': { type: 'boolean', says: 'only print the SQL that makes the three roles on a server of your own' } },
  summary: 'Bring the database up to this release (serve does the same when it starts)',
  async run({ config, options, say }) {
    if (options['print-roles']) {
      const sql = roleStatements()
      return { text: sql, json: { sql } }
    }
    return withDatabase(config, { make: true }, async ({ ownerUrl }) => {
      const count = await migrate(ownerUrl, say)
      return { text: count === 0 ? 'The database is up to date.' : `${count} migrations applied.`, json: { applied: count } }
    })
  },
}
