import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { Sealer } from '../privacy/fields.ts'
import { diskShelf } from './disk.ts'
import { s3Shelf } from './s3.ts'
import type { Shelf } from './shelf.ts'

/** Files at rest: sealed with the street's key, under a random name, each street in a folder of its own. */
export interface Store {
  /** Keeps the bytes and gives the place to remember in `stored_file.place`. */
  put(street: string, bytes: Uint8Array): Promise<string>
  /** Undefined when the file is gone. Throws when it was changed, or is asked for in another street than the one it belongs to. */
  get(street: string, place: string): Promise<Buffer | undefined>
  delete(street: string, place: string): Promise<void>
}

export function openFiles(config: Pick<Config, 'data' | 'files'>, sealer: Sealer): Store {
  return newStore(config.files.kind === 's3' ? s3Shelf(config.files) : diskShelf(join(config.data, 'files')), sealer)
}

export function newStore(shelf: Shelf, sealer: Sealer, random: (size: number) => Buffer = randomBytes): Store {
  const bound = (street: string, place: string) => ({ street, table: 'stored_file', column: 'bytes', row: place })
  const own = (street: string, place: string): void => {
    if (!place.startsWith(`${street}/`)) throw new Error(`the file ${place} does not belong to street ${street}`)
  }
  return {
    async put(street, bytes) {
      // Two letters in between keep folders small enough to list.
      const name = random(16).toString('hex')
      const place = `${street}/${name.slice(0, 2)}/${name}`
      await shelf.write(place, sealer.sealBytes(bound(street, place), bytes))
      return place
    },
    async get(street, place) {
      own(street, place)
      const sealed = await shelf.read(place)
      return sealed && sealer.openBytes(bound(street, place), sealed)
    },
    async delete(street, place) {
      own(street, place)
      await shelf.remove(place)
    },
  }
}
