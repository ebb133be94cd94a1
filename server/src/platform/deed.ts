import type { Language } from '@ronghe/contract/values.ts'
import type { Actor } from './auth/actor.ts'
import type { Tx } from './database/pool.ts'
import type { Street } from './database/streets.ts'
import type { Platform } from './platform.ts'

/**
 * What a room's functions work with: one transaction in one street, at one moment, for one actor. Everything written through `tx` stands
 * or falls together; what must only happen once it stands is handed to `afterCommit`.
 */
export interface Deed {
  readonly tx: Tx
  readonly street: Street
  readonly now: Date
  readonly actor: Actor
  readonly language: Language
  readonly platform: Platform
  /** A fresh UUIDv7, made from `now`. */
  id(): string
  afterCommit(work: () => void | Promise<void>): void
}
