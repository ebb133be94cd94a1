import * as z from 'zod'
import { OperatorError } from './operator-error.ts'

/**
 * Every setting of Ronghe, read from the environment once at start. This is the list: what is not here is not read.
 * Secrets are settings too; none is ever printed.
 */
const settings = z.object({
  /** The port the server listens on. */
  PORT: wholeNumber(0, 65_535).default(3000),
  /** The address it listens on: this machine only, unless said otherwise (`0.0.0.0` for every network). */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people type, e.g. `https://ronghe.example.cn`: decides secure cookies, links in messages and the domain of passkeys. */
  PUBLIC_URL: address(['http:', 'https:']).optional(),
  /** How many proxies stand in front and may say who is asking: 0 none, otherwise their number. */
  TRUST_PROXY: wholeNumber(0, 10).default(0),

  /** The data folder: embedded database, keys, secrets, uploaded files. */
  RONGHE_DATA: z.string().min(1).default('./data'),
  /** A PostgreSQL of your own (15 or later), as the owner role: migrations and backups. All three, or none for the embedded one. */
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  /** The same database as the role that serves requests. */
  DATABASE_APP_URL: address(['postgres:', 'postgresql:']).optional(),
  /** The same database as the role of the Party branch's room. */
  DATABASE_BRANCH_URL: address(['postgres:', 'postgresql:']).optional(),

  /** The file that holds the encryption keys; without it they are in the file `keys` of the data folder. */
  RONGHE_KEY_FILE: z.string().min(1).optional(),
  /** The name of this installation among the cells of a city, e.g. `east-1`: then its streets hand their published figures on to the city. */
  RONGHE_CELL: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'it must be small letters, digits and hyphens, beginning with a letter')
    .optional(),
  /** The city's database: a role that may read it for `serve`, its administrator for `ronghe cell` and `ronghe city`. */
  RONGHE_CITY_DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  /** Whether the first start fills an empty database with the S Street demo: `on` or `off`. */
  RONGHE_DEMO: z.enum(['on', 'off']).default('on'),
  /** Ciphers of personal fields: `intl` (AES-GCM) or `sm` (SM4 and SM3). Chosen before the first start, not changed later. */
  CRYPTO_SUITE: z.enum(['intl', 'sm']).default('intl'),
  /** How much the log says. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  /** Where text messages go: `console` prints them (demo), `http` posts them to a gateway. */
  SMS_GATEWAY: z.enum(['console', 'http']).default('console'),
  /** The gateway's address, with SMS_GATEWAY=http. */
  SMS_HTTP_URL: address(['http:', 'https:']).optional(),
  /** The bearer token sent to the gateway. */
  SMS_HTTP_TOKEN: z.string().min(1).optional(),
  /** The mail server, e.g. `smtps://user:password@mail.example.cn`; without it no mail is sent. */
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  /** The sender of mail, needed with SMTP_URL. */
  MAIL_FROM: z.string().min(3).optional(),

  /** Where uploaded files are kept: `disk` (in the data folder) or `s3`. */
  FILES: z.enum(['disk', 's3']).default('disk'),
  /** S3-compatible storage, all four with FILES=s3. */
  S3_ENDPOINT: address(['http:', 'https:']).optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
})

type Setting = keyof typeof settings.shape

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly trustProxy: number
  readonly data: string
  /** Undefined: the embedded PostgreSQL in the data folder. */
  readonly database: { readonly ownerUrl: string; readonly appUrl: string; readonly branchUrl: string } | undefined
  readonly keyFile: string | undefined
  /** The name of this cell; undefined where the installation belongs to no city. */
  readonly cell: string | undefined
  readonly cityDatabaseUrl: string | undefined
  readonly demo: boolean
  readonly cryptoSuite: 'intl' | 'sm'
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly sms: { readonly kind: 'console' } | { readonly kind: 'http'; readonly url: string; readonly token: string | undefined }
  readonly mail: { readonly url: string; readonly from: string } | undefined
  readonly files:
    | { readonly kind: 'disk' }
    | { readonly kind: 's3'; readonly endpoint: string; readonly bucket: string; readonly accessKey: string; readonly secretKey: string }
}

/** Reads the settings, or refuses with one sentence for each wrong one. An empty variable counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  // RONGHE_TEST_… is for the test suite alone, and may be there when it starts a Ronghe.
  const unknown = Object.keys(given).filter((name) => isOurs(name) && !name.startsWith('RONGHE_TEST_') && !(name in settings.shape))
  const parsed = settings.safeParse(given)
  const wrong = [
    ...unknown.map((name) => `${name} is not a setting of Ronghe (known: ${Object.keys(settings.shape).filter(isOurs).join(', ')}).`),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} is wrong: ${issue.message}.`)),
  ]
  if (!parsed.success || wrong.length > 0) throw new OperatorError(wrong.join('\n'))
  const set = parsed.data

  const together = (reason: string, ...names: Setting[]) => {
    const missing = names.filter((name) => set[name] === undefined)
    if (missing.length > 0) throw new OperatorError(`${missing.join(' and ')} must be set too, ${reason}.`)
  }
  const ownServer = set.DATABASE_URL ?? set.DATABASE_APP_URL ?? set.DATABASE_BRANCH_URL
  if (ownServer) {
    together('because a database server of your own needs its three roles', 'DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_BRANCH_URL')
  }
  if (set.SMS_GATEWAY === 'http') together('because SMS_GATEWAY is http', 'SMS_HTTP_URL')
  if (set.SMTP_URL) together('because SMTP_URL is', 'MAIL_FROM')
  if (set.FILES === 's3') together('because FILES is s3', 'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY')

  return {
    port: set.PORT,
    host: set.HOST,
    publicUrl: set.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: set.TRUST_PROXY,
    data: set.RONGHE_DATA,
    database: ownServer
      ? { ownerUrl: set.DATABASE_URL ?? '', appUrl: set.DATABASE_APP_URL ?? '', branchUrl: set.DATABASE_BRANCH_URL ?? '' }
      : undefined,
    keyFile: set.RONGHE_KEY_FILE,
    cell: set.RONGHE_CELL,
    cityDatabaseUrl: set.RONGHE_CITY_DATABASE_URL,
    demo: set.RONGHE_DEMO === 'on',
    cryptoSuite: set.CRYPTO_SUITE,
    logLevel: set.LOG_LEVEL,
    sms: set.SMS_GATEWAY === 'http' ? { kind: 'http', url: set.SMS_HTTP_URL ?? '', token: set.SMS_HTTP_TOKEN } : { kind: 'console' },
    mail: set.SMTP_URL ? { url: set.SMTP_URL, from: set.MAIL_FROM ?? '' } : undefined,
    files:
      set.FILES === 's3'
        ? {
            kind: 's3',
            endpoint: set.S3_ENDPOINT ?? '',
            bucket: set.S3_BUCKET ?? '',
            accessKey: set.S3_ACCESS_KEY ?? '',
            secretKey: set.S3_SECRET_KEY ?? '',
          }
        : { kind: 'disk' },
  }
}

function isOurs(name: string): boolean {
  return name.startsWith('RONGHE_')
}

function wholeNumber(least: number, most: number) {
  const sentence = `it must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence)
}

function address(protocols: readonly string[]) {
  return z.string().refine(
    (value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined
      return url !== undefined && protocols.includes(url.protocol)
    },
    `it must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  )
}
