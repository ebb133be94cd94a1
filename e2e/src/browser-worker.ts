import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { launchBrowser } from './browser.ts'

/**
 * What a module worker of a browser answers to one message. `code` imports from `./index.ts`, the sources of `folder` without their types, and
 * sets `onmessage`: for packages that promise to run where there is no Node.
 */
export async function askBrowserWorker<Question>(folder: string, code: string, question: Question): Promise<unknown> {
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    if (!name.endsWith('.ts')) return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>worker</title>')
    response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(readFileSync(path.join(folder, name), 'utf8')))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await page.evaluate(
      async ([text, asked]) => {
        // A worker made of a blob has no folder of its own.
        const module = `${text.replaceAll('./index.ts', `${location.origin}/index.ts`)}\npostMessage('ready')`
        const worker = new Worker(URL.createObjectURL(new Blob([module], { type: 'text/javascript' })), { type: 'module' })
        return await new Promise<unknown>((resolve, reject) => {
          worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
          worker.onmessage = ({ data }: MessageEvent<unknown>) => (data === 'ready' ? worker.postMessage(asked) : resolve(data))
        })
      },
      [code, question] as const,
    )
  } finally {
    await browser.close()
    server.close()
  }
}
