import type { AnyOperation, ReplyOf } from '@ronghe/contract/operation.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { type Asking, type Callable, call, OfflineError, ProblemError, send } from '../../api.ts'
import { newId } from '../ids.ts'
import { whoIsHere } from '../session/who-is-here.ts'
import { type Filing, shelves, type Upload } from './store.ts'

let waiting: readonly Filing[] = []
const listeners = new Set<() => void>()

/** What still waits to be sent, oldest first. */
export const useOutbox = (): readonly Filing[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
    () => waiting,
  )

/**
 * Files now if the line holds, later by itself if not. The body must carry the client-made id of the thing, so that the reply can be
 * shown before it exists: `{ sent: true, reply }` or `{ sent: false, filing }`. `uploads` go ahead; the body names
 * them by their marks. `opens` is the page where the person sees what waits and puts it right.
 */
export async function file<O extends AnyOperation>(
  operation: O | Callable<O>,
  asked: Asking<NoInfer<O>>,
  title: string,
  { uploads = [], opens }: { readonly uploads?: readonly Upload[]; readonly opens?: string } = {},
): Promise<{ readonly sent: true; readonly reply: ReplyOf<O> } | { readonly sent: false; readonly filing: Filing }> {
  let filing: Filing = {
    key: asked.idempotencyKey ?? newId(),
    operation: { id: operation.id, method: operation.method as Filing['operation']['method'], path: operation.path },
    asked: { params: asked.params, query: asked.query, body: asked.body },
    uploads,
    title,
    ...(opens !== undefined && { opens }),
    madeAt: Date.now(),
    by: whoIsHere(),
  }
  try {
    return { sent: true, reply: (await deliver(filing, (rest) => (filing = rest))) as ReplyOf<O> }
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error
    const database = await shelves()
    if (!database) throw error // nowhere to keep it: better to say so than to promise
    await database.put('outbox', filing)
    await look()
    return { sent: false, filing }
  }
}

/** What waits under this id of the body, if anything does. */
export async function findWaiting(id: string): Promise<Filing | undefined> {
  const all = (await (await shelves())?.getAll('outbox')) ?? []
  return all.find(({ asked }) => (asked.body as { readonly id?: string } | undefined)?.id === id)
}

/** The files first, each once: `sentSome` is given what is left after every one. */
async function deliver(filing: Filing, sentSome: (rest: Filing) => unknown): Promise<unknown> {
  let rest = filing
  for (const upload of filing.uploads ?? []) {
    const form = new FormData()
    form.append('file', upload.file)
    const { id } = (await send<AnyOperation>(upload.operation as Callable<AnyOperation>, form, { idempotencyKey: upload.mark })) as {
      id: string
    }
    const body: unknown = JSON.parse(JSON.stringify(rest.asked.body).replaceAll(upload.mark, id))
    rest = { ...rest, asked: { ...rest.asked, body }, uploads: (rest.uploads ?? []).filter((one) => one !== upload) }
    await sentSome(rest)
  }
  return await call(rest.operation as Callable<AnyOperation>, { ...(rest.asked as Asking<AnyOperation>), idempotencyKey: rest.key })
}

/** What still waits for a deed on one thing that has an id of its own already: papers handed in for a case. */
export async function findWaitingOn(operation: string, params: Readonly<Record<string, string>>): Promise<Filing | undefined> {
  const all = (await (await shelves())?.getAll('outbox')) ?? []
  return all.find((filing) => filing.operation.id === operation && JSON.stringify(filing.asked.params) === JSON.stringify(params))
}

/** What was refused is tried once more as it stands; a street may have changed its mind, or somebody may hold the post again. */
export async function tryAgain(filing: Filing): Promise<void> {
  const { problem, ...asBefore } = filing
  if (problem) await (await shelves())?.put('outbox', asBefore)
  await sendWaiting()
}

/** What was taken out by a slip goes back in its place. */
export async function putBack(filing: Filing): Promise<void> {
  await (await shelves())?.put('outbox', filing)
  await look()
}

let told: (filing: Filing) => void = () => {}

/** Sends what waits, oldest first, and stops at the first broken line. Two pages at once do no harm: the key is the same. */
export async function sendWaiting(onSent: (filing: Filing) => void = told): Promise<void> {
  const database = await shelves()
  if (!database) return
  for (const filing of await database.getAllFromIndex('outbox', 'madeAt')) {
    if (filing.problem || filing.by !== whoIsHere()) continue
    try {
      await deliver(filing, (rest) => database.put('outbox', rest))
      await database.delete('outbox', filing.key)
      onSent(filing)
    } catch (error) {
      if (!(error instanceof ProblemError)) break
      // Too busy, or the session ran out while offline: these pass. Any other refusal needs the person.
      if (error.problem.status >= 500 || [401, 408, 429].includes(error.problem.status)) break
      await database.put('outbox', { ...((await database.get('outbox', filing.key)) ?? filing), problem: error.problem })
    }
  }
  await look()
}

export async function withdraw(filing: Filing): Promise<void> {
  await (await shelves())?.delete('outbox', filing.key)
  await look()
}

/** In the shell, once: sends at the start, when the line comes back, and every minute while something waits. */
export function useSending(onSent: (filing: Filing) => void): void {
  useEffect(() => {
    told = onSent
    const attempt = (): void => void sendWaiting(onSent)
    void look().then(attempt)
    const timer = setInterval(() => {
      if (waiting.some((filing) => !filing.problem)) attempt()
    }, 60_000)
    window.addEventListener('online', attempt)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
    }
  }, [onSent])
}

async function look(): Promise<void> {
  const all = (await (await shelves())?.getAllFromIndex('outbox', 'madeAt')) ?? []
  waiting = all.filter((filing) => filing.by === whoIsHere())
  for (const listener of listeners) listener()
}
