import type { Config } from '@ronghe/server/config.ts'
import { newLog, openPlatform, type OpenPlatform } from '@ronghe/server/main.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { layDemoCity } from '@ronghe/demo/insight-city.ts'
import { loadDemo, sStreet } from '@ronghe/demo/load.ts'
import type { DemoSize } from '@ronghe/demo/sizes.ts'
import { makeOwnCity } from '@ronghe/server/platform/city/own-city.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import { streetMonths } from '@ronghe/server/rooms/insight/city/street-figures.ts'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import pg from 'pg'
import { withDatabase } from './command-database.ts'
import type { Outcome } from './command.ts'

/** Loads the demo beside a running server or on its own. */
export async function loadDemoInto(config: Config, size: DemoSize, say: (line: string) => void): Promise<Outcome> {
  return withDatabase(config, { make: true }, async (database) => {
    const open = await openPlatform({ ...config, database }, { log: newLog({ ...config, logLevel: 'warn' }), work: false })
    try {
      if (await hasStreet(open.ownerUrl)) throw new OperatorError('There is a street already; the demo goes into an empty database only.')
      await loadDemo(open, { size, say })
      if (config.database === undefined) await layCityAround(open, say)
      return { text: ['S Street is loaded.', '', ...howToSignIn('')].join('\n'), json: { street: 's-street', size } }
    } finally {
      await open.close()
    }
  })
}

/** The first start of an empty database. @returns whether the street shown is the demo. */
export async function loadDemoOnce(open: OpenPlatform, say: (line: string) => void): Promise<void> {
  if (await hasStreet(open.ownerUrl)) return
  say('Loading S Street, the demo (RONGHE_DEMO=off starts empty) …')
  await loadDemo(open, { size: 'small', say })
  if (open.where === undefined) return
  await layCityAround(open, say)
  await open.showOwnCity()
}

/** On the embedded server only: on a server of one's own nobody asked for a second database. */
async function layCityAround({ platform, ownerUrl }: OpenPlatform, say: (line: string) => void): Promise<void> {
  const months = await inStreet(platform, sStreet, streetMonths)
  await layDemoCity(await makeOwnCity(ownerUrl), { street: sStreet, months }, platform.clock())
  say('Eleven made-up streets around it, for the page of the city.')
}

/** A few of the named people, one of each kind; the sign-in page lists them all. */
export function howToSignIn(address: string): readonly string[] {
  const some = [cast.chen, cast.auntHuang, cast.zhou, cast.heMin, cast.luoYan, cast.directorHe]
  return [
    `Sign in ${address ? `at ${address} ` : ''}with a phone number below; the code is shown on the sign-in page and printed here.`,
    ...some.map(({ phone, name, who }) => `  ${phone}  ${name}  ${who['zh-CN']} · ${who.en}`),
  ]
}

export async function hasStreet(ownerUrl: string, kind: 'any' | 'demo' = 'any'): Promise<boolean> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from street where demo or $1 = $2 limit 1', [kind, 'any'])
    return (rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
