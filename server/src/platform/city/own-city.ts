import pg from 'pg'

/** The embedded server may hold a city beside its street: the demo's, whose other streets are made up. */
const name = 'ronghe_city'

/** Its address for the given role, if it was made. */
export async function findOwnCity({
  ownerUrl,
  appUrl,
}: {
  readonly ownerUrl: string
  readonly appUrl: string
}): Promise<string | undefined> {
  return (await isThere(ownerUrl)) ? besides(appUrl) : undefined
}

/** @returns its owner's address. */
export async function makeOwnCity(ownerUrl: string): Promise<string> {
  if (!(await isThere(ownerUrl))) await ask(ownerUrl, `create database ${name}`)
  return besides(ownerUrl)
}

const isThere = async (ownerUrl: string): Promise<boolean> =>
  (await ask(ownerUrl, `select 1 from pg_database where datname = '${name}'`)) > 0

async function ask(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the query that meets the error reports it
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

function besides(url: string): string {
  const there = new URL(url)
  there.pathname = `/${name}`
  return there.toString()
}
