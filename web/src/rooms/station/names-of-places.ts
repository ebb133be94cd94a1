import type { listPlaces } from '@ronghe/contract/programme/places.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Names } from '@ronghe/forms'
import type { useText } from '../../platform/language/language.tsx'

/** Communities and lanes by id, in the reader's language, for answers that hold only the id. */
export const namesOfPlaces = (places: ReplyOf<typeof listPlaces> | undefined, text: ReturnType<typeof useText>): Names =>
  Object.fromEntries(
    (places?.communities ?? []).flatMap((community) => [
      [community.id, text(community.name)],
      ...community.lanes.map((lane) => [lane.id, text(lane.name)] as const),
    ]),
  )
