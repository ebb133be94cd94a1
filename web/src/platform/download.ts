import type { AnyOperation } from '@ronghe/contract/operation.ts'
import type { Problem } from '@ronghe/contract/values.ts'
import { addressOf, type Asking, type Callable, OfflineError, ProblemError } from '../api.ts'
import { newId } from './ids.ts'

/** Asks for a file: a sheet, a letter, an archive. A refusal comes as a problem, like everywhere. */
export async function download<O extends AnyOperation>(operation: Callable<O>, asked: Asking<NoInfer<O>> = {}): Promise<Blob> {
  const response = await fetch(addressOf(operation, asked), {
    method: operation.method,
    credentials: 'same-origin',
    headers: {
      'accept-language': document.documentElement.lang,
      ...(operation.method === 'POST' && { 'idempotency-key': asked.idempotencyKey ?? newId() }),
      ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    },
    body: asked.body === undefined ? null : JSON.stringify(asked.body),
  }).catch((error: unknown) => {
    throw new OfflineError(error)
  })
  if (response.ok) return response.blob()
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new ProblemError(
    problem ?? { type: 'about:blank', title: response.statusText, status: response.status, detail: '', code: `http-${response.status}` },
    Number(response.headers.get('retry-after')) || undefined,
  )
}

/** Hands a file to the person, who decides where it goes. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
