import { type Sum, tryNonces } from './work.ts'

const helping = 4096

self.onmessage = ({ data }: MessageEvent<Sum>) => {
  for (let from = 0; ; from += helping) {
    const nonce = tryNonces(data, from, helping)
    if (nonce !== undefined) return self.postMessage(nonce)
  }
}
