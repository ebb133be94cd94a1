import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import type { Maker } from './residents.ts'

const dayMs = 86_400_000

/** What the named people were told. Older ones they have read; after 90 days a message is gone. */
export function toldMessage(
  { street, now }: Maker,
  { person, template, link, at }: { readonly person: string; readonly template: string; readonly link: string; readonly at: number },
): RowOf<'message'>[] {
  const age = now.getTime() - at
  if (age < 0 || age > 90 * dayMs) return []
  return [
    {
      street_id: street.id,
      id: uuid7(at, chanceOf(`message ${person} ${link} ${at}`).bytes),
      person_id: person,
      template,
      link,
      created_at: new Date(at),
      read_at: age > 5 * dayMs ? new Date(at + dayMs / 3) : null,
    },
  ]
}
