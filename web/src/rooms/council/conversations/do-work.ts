import { type Sum, tryNonces } from './work.ts'

/** Does the sum beside the page where the device can, otherwise in short helpings between two frames; the page never stands still. */
export async function doWork(sum: Sum): Promise<string> {
  return (await beside(sum)) ?? (await between(sum))
}

function beside(sum: Sum): Promise<string | undefined> {
  return new Promise((resolve) => {
    let worker: Worker
    try {
      worker = new Worker(new URL('./work.worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return resolve(undefined)
    }
    const end = (nonce: string | undefined): void => {
      worker.terminate()
      resolve(nonce)
    }
    worker.onmessage = ({ data }: MessageEvent<string>) => end(data)
    // An old browser, or a proxy that spoils the file: then without.
    worker.onerror = () => end(undefined)
    worker.postMessage(sum)
  })
}

async function between(sum: Sum): Promise<string> {
  const helping = 64
  for (let from = 0; ; from += helping) {
    const nonce = tryNonces(sum, from, helping)
    if (nonce !== undefined) return nonce
    await new Promise((next) => setTimeout(next, 0))
  }
}
