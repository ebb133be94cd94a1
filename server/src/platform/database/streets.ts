import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import type { StreetTable } from './tables.ts'

/** The tenant a request or job acts for. */
export interface Street {
  readonly id: string
  readonly slug: string
  readonly name: Text
  readonly zone: string
  readonly demo: boolean
}

export const toStreet = ({ id, slug, name, zone, demo }: Selectable<StreetTable>): Street => ({ id, slug, name, zone, demo })
