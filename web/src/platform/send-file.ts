import type { AnyOperation, ReplyOf } from '@ronghe/contract/operation.ts'
import { addressOf, type Asking, type Callable, OfflineError, receive } from '../api.ts'

/**
 * Uploads one file and tells how far it has got, from 0 to 1. `fetch` cannot; on a weak line it is what tells a slow upload from a dead
 * one. The address carries the file's own id, so sending it again does no harm.
 */
export function sendFile<O extends AnyOperation>(
  operation: O | Callable<O>,
  asked: Pick<Asking<NoInfer<O>>, 'params'>,
  file: File,
  onProgress: (share: number) => void,
): Promise<ReplyOf<O>> {
  const form = new FormData()
  form.append('file', file)
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open(operation.method, addressOf(operation, asked))
    request.setRequestHeader('accept', 'application/json')
    const language = globalThis.document?.documentElement.lang
    if (language) request.setRequestHeader('accept-language', language)
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total))
    request.addEventListener('load', () => {
      const body = request.status === 204 ? null : request.responseText
      const retryAfter = request.getResponseHeader('retry-after')
      const headers = new Headers()
      if (retryAfter !== null) headers.set('retry-after', retryAfter)
      receive(new Response(body, { status: request.status, statusText: request.statusText, headers })).then(
        (reply) => done(reply as ReplyOf<O>), // declared by the operation, as with `call`
        failed,
      )
    })
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => failed(new OfflineError(end)))
    request.send(form)
  })
}
