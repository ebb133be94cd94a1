import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Problem } from '@ronghe/contract/values.ts'

export interface Draft {
  readonly form: string
  readonly value: unknown
  readonly savedAt: number
}

/** A filing that could not be sent yet. Its key and the id inside its body were made once, so sending it twice files it once. */
export interface Filing {
  readonly key: string
  readonly operation: { readonly id: string; readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: `/${string}` }
  readonly asked: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown }
  /** Pictures and papers that go ahead of it; those already taken are no longer in the list. */
  readonly uploads?: readonly Upload[]
  /** How the person recognises it: 居住证申请. */
  readonly title: string
  /** The page where it can be looked at, and put right if it was refused. */
  readonly opens?: string
  readonly madeAt: number
  /** Who filed it. On a shared phone it waits until that person is back, and is never sent in another's name. */
  readonly by: string | undefined
  /** Set when the server refused it later; it then waits for the person, not for the network. */
  readonly problem?: Problem
}

/** A file the body names by `mark` until it is uploaded, then by the id the server gave it. */
export interface Upload {
  readonly mark: string
  readonly file: File
  readonly operation: { readonly id: string; readonly method: 'POST'; readonly path: `/${string}` }
}

export interface Copy {
  readonly name: string
  readonly value: unknown
  readonly keptAt: number
}

interface Shelves extends DBSchema {
  drafts: { key: string; value: Draft }
  outbox: { key: string; value: Filing; indexes: { madeAt: number } }
  copies: { key: string; value: Copy }
}

let opened: Promise<IDBPDatabase<Shelves> | undefined> | undefined

/** Undefined where the browser has no storage to give; everything then works as long as the page is open and the line holds. */
export function shelves(): Promise<IDBPDatabase<Shelves> | undefined> {
  opened ??= typeof indexedDB === 'undefined' ? Promise.resolve(undefined) : open().catch(() => undefined)
  return opened
}

const open = (): Promise<IDBPDatabase<Shelves>> =>
  openDB<Shelves>('ronghe', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'form' })
      database.createObjectStore('outbox', { keyPath: 'key' }).createIndex('madeAt', 'madeAt')
      database.createObjectStore('copies', { keyPath: 'name' })
    },
    terminated: () => {
      opened = undefined
    },
  })

/** Called when somebody signs out: the next person on this phone finds nothing of theirs. */
export async function forgetEverything(): Promise<void> {
  const database = await shelves()
  await Promise.all([database?.clear('drafts'), database?.clear('outbox'), database?.clear('copies')])
}
