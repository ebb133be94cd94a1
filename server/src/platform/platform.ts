import type { Config } from '../config.ts'
import type { ClosedHouse } from './branch/closed-house.ts'
import type { CityDatabase } from './city/city-database.ts'
import type { Database } from './database/pool.ts'
import type { Store } from './files/store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Signer } from './journal/signer.ts'
import type { MailBox } from './notify/mail.ts'
import type { TextMessages } from './notify/sms.ts'
import type { Sealer } from './privacy/fields.ts'
import type { BadgeKeys } from './standards/open-badges/badge-keys.ts'

/** One line per thing that happened, with ids, never a name or a resident's words (06, Logging). */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, line: string): void
  warn(fields: Readonly<Record<string, unknown>>, line: string): void
  error(fields: Readonly<Record<string, unknown>>, line: string): void
}

/** What a running Ronghe leans on; rooms reach it through the deed. */
export interface Platform {
  readonly config: Config
  readonly database: Database
  /** The city's database, where this installation shows the city (M34). */
  readonly city: CityDatabase | undefined
  readonly sealer: Sealer
  /** The branch's own place, shut to everybody else (D1). */
  readonly branch: ClosedHouse
  readonly files: Store
  readonly jobs: Jobs
  readonly sms: TextMessages
  readonly mail: MailBox
  readonly log: Log
  /** Signs what a street's journal promises. */
  signerOf(streetId: string): Signer
  /** Sign a street's certificates. */
  badgeKeysOf(streetId: string): BadgeKeys
  /** The present moment; the tests turn it. */
  clock(): Date
}
