import { castBallot } from '@ronghe/contract/council/ballots.ts'
import type { ParamsOf } from '@ronghe/contract/operation.ts'
import { addressOf, OfflineError, receive } from '../../../api.ts'
import { newId } from '../../../platform/ids.ts'

/** Puts a ballot into the box without saying who sends it: no cookie goes along, so the request belongs to no session. */
export async function castWithoutSession(params: ParamsOf<typeof castBallot>, ballot: string): Promise<string> {
  const response = await fetch(addressOf(castBallot, { params }), {
    method: 'POST',
    credentials: 'omit',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: JSON.stringify({ ballot }),
  }).catch((error: unknown) => {
    throw new OfflineError(error)
  })
  return ((await receive(response)) as { readonly tracker: string }).tracker
}
