import type { Config } from '../../config.ts'
import { newCircuit } from './circuit.ts'
import type { Sent } from './sent.ts'

export interface TextMessage {
  /** The delivery's id: a gateway that knows it will not send the same message twice. */
  readonly id: string
  readonly street: string
  readonly to: string
  readonly text: string
}

export interface TextMessages {
  send(message: TextMessage, now: Date): Promise<Sent>
  /** The last ones to a street, newest first, for the demo's page; empty where messages really go out. */
  recent(street: string): readonly (TextMessage & { readonly at: Date })[]
}

export function openSms(config: Config['sms']): TextMessages {
  return config.kind === 'http' ? gateway(config) : drawer()
}

/** Nothing goes out: the last messages lie in memory for the demo's page. They are not printed, because logs are kept and read. */
function drawer(most = 50): TextMessages {
  const kept: (TextMessage & { readonly at: Date })[] = []
  return {
    async send(message, now) {
      kept.unshift({ ...message, at: now })
      kept.length = Math.min(kept.length, most)
      return { kind: 'sent' }
    },
    recent: (street) => kept.filter((message) => message.street === street),
  }
}

/**
 * A gateway takes `POST {"id", "to", "text"}` with a bearer token and answers 2xx. 4xx means that this message will never be
 * taken (408 and 429 aside), everything else that it may be later.
 */
function gateway(config: { readonly url: string; readonly token: string | undefined }, timeout = 3000): TextMessages {
  const circuit = newCircuit()
  return {
    async send({ id, to, text }, now) {
      if (!circuit.mayTry(now)) return { kind: 'failed', again: true, why: 'the gateway is not asked for a while, after too many failures' }
      let status: number
      try {
        const response = await fetch(config.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            ...(config.token ? { authorization: `Bearer ${config.token}` } : {}),
          },
          body: JSON.stringify({ id, to, text }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
        })
        await response.body?.cancel()
        status = response.status
      } catch {
        circuit.failed(now)
        return { kind: 'failed', again: true, why: 'the gateway cannot be reached' }
      }
      const again = status >= 500 || status === 408 || status === 429
      if (again) circuit.failed(now)
      else circuit.succeeded() // a refused message still shows that the gateway is there
      return status >= 200 && status < 300 ? { kind: 'sent' } : { kind: 'failed', again, why: `the gateway answered ${status}` }
    },
    recent: () => [],
  }
}
