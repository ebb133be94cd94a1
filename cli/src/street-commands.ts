import pg from 'pg'
import { addStreet, slugPattern } from '@ronghe/server/platform/database/add-street.ts'
import { migrate } from '@ronghe/server/platform/database/migrate.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { withDatabase } from './command-database.ts'
import { WrongUsage, type Command } from './command.ts'

export const streetAdd: Command = {
  name: 'street add',
  positionals: ['SLUG'],
  options: {
    name: { type: 'string', value: 'NAME', says: 'the name in Chinese (needed)' },
    'name-en': { type: 'string', value: 'NAME', says: 'the name in English' },
    host: { type: 'string', value: 'HOST', says: 'a host name that leads to this street' },
  },
  summary: 'Add a street; SLUG is its short name in addresses (/s/SLUG/)',
  details: 'A single street needs no host name: every address leads to it.',
  async run({ config, positionals, options, now }) {
    const [slug = ''] = positionals
    const name = options['name']
    if (!slugPattern.test(slug)) throw new WrongUsage('SLUG is 2 to 41 small letters, digits and hyphens, beginning with a letter.')
    if (typeof name !== 'string' || !name.trim()) throw new WrongUsage('--name must be given.')
    const host = typeof options['host'] === 'string' ? options['host'].toLowerCase() : undefined
    const text = { 'zh-CN': name.trim(), ...(typeof options['name-en'] === 'string' ? { en: options['name-en'] } : {}) }
    return withDatabase(config, { make: true }, async ({ ownerUrl }) => {
      await migrate(ownerUrl)
      const id = uuid7(now.getTime())
      await addStreet(ownerUrl, { id, slug, name: text, zone: 'Asia/Shanghai', demo: false }, { now, ...(host ? { host } : {}) })
      return { text: `${text['zh-CN']} is street "${slug}" (${id}).`, json: { id, slug, name: text, host: host ?? null } }
    })
  },
}

interface StreetRow {
  readonly id: string
  readonly slug: string
  readonly name: { readonly 'zh-CN': string; readonly en?: string }
  readonly demo: boolean
  readonly hosts: readonly string[]
}

export const streetList: Command = {
  name: 'street list',
  positionals: [],
  options: {},
  summary: 'List the streets of this installation',
  async run({ config }) {
    return withDatabase(config, { make: false }, async ({ ownerUrl }) => {
      const streets = await readStreets(ownerUrl)
      const lines = streets.map(({ slug, name, demo, hosts }) =>
        [slug, name['zh-CN'], demo ? '(demo)' : '', ...hosts].filter(Boolean).join('  '),
      )
      return { text: lines.join('\n') || 'There is no street yet.', json: { streets } }
    })
  },
}

async function readStreets(ownerUrl: string): Promise<readonly StreetRow[]> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    const { rows } = await client.query<StreetRow>(`
      select id, slug, name, demo, array(select host from street_host where street_id = street.id order by host) as hosts
      from street order by created_at, slug`)
    return rows
  } finally {
    await client.end()
  }
}
