import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import { system } from '@ronghe/server/platform/auth/actor.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import { sealer } from '@ronghe/server/platform/privacy/fields.ts'
import { findKeys } from '@ronghe/server/platform/privacy/keys.ts'
import { findDifferences, rebuildTally, type Difference } from '@ronghe/server/rooms/insight/counters/recount.ts'
import { sql } from 'kysely'
import { withDatabase } from './command-database.ts'
import type { Command } from './command.ts'
import { placeOf } from './key-commands.ts'

interface StreetCount {
  readonly street: string
  readonly differences: readonly Difference[]
}

export const figuresRecount: Command = {
  name: 'figures recount',
  positionals: [],
  options: { mend: { type: 'boolean', says: 'put right what differs' } },
  summary: 'Count every street’s counters anew from its rows and compare',
  details:
    'Exit code 1 when something differs and was not mended. Months that were published stay as they are: --mend corrects what is counted from now on.\n' +
    'It reads all rows that are counted, so it takes a while on a large street; nobody else can count while it mends.',
  async run({ config, options, now }) {
    const mend = options['mend'] === true
    const keys = findKeys(placeOf(config))
    if (!keys) throw new OperatorError('The keys are missing.')
    const platform = { sealer: sealer(keys.shared, config.cryptoSuite) }
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      // The owner's own connection: no time limit of the app holds for it, and one connection is one transaction at a time.
      const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 1 }) }) })
      try {
        const streets = await database.selectFrom('street').select(['id', 'slug', 'name', 'zone', 'demo']).orderBy('slug').execute()
        const counts: StreetCount[] = []
        for (const street of streets as unknown as Street[])
          // a row of `street` is one
          counts.push({
            street: street.slug,
            differences: await database.transaction().execute(async (tx) => {
              await sql`select enter_street(${street.id}::uuid)`.execute(tx)
              const deed = { tx, street, now, actor: system, platform }
              return mend ? rebuildTally(deed) : findDifferences(deed)
            }),
          })
        const differ = counts.some(({ differences }) => differences.length > 0)
        return {
          text: counts.map((count) => describe(count, mend)).join('\n') || 'There is no street, and so nothing to count.',
          json: { streets: counts, mended: mend },
          refused: differ && !mend,
        }
      } finally {
        await database.destroy()
      }
    })
  },
}

const describe = ({ street, differences }: StreetCount, mended: boolean): string =>
  [
    `${street}: ${differences.length === 0 ? 'as counted' : `${differences.length} counters ${mended ? 'differed and were mended' : 'differ'}`}`,
    ...differences.map(
      ({ counter, month, group, detail, counted, recounted }) =>
        `  ${counter} ${month.slice(0, 7)} ${group} ${detail}: ${counted} kept, ${recounted} counted anew`,
    ),
  ].join('\n')
