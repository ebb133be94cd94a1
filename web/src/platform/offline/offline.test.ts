import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../../../../e2e/src/browser.ts'

/**
 * Drafts and the outbox against a real browser's storage. The server below keeps its rows by idempotency key, as the real one does,
 * and can be told to hang up before or after it has written, which is what a broken line looks like from outside.
 */
type Line = 'holds' | 'broken' | 'breaks after writing' | 'refuses'
let line: Line = 'holds'
const rows = new Map<string, string>()
let script = ''

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const isScript = request.url === '/offline.js'
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    return void response.end(isScript ? script : '<!doctype html><script type="module" src="/offline.js"></script>')
  }
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (piece: string) => (body += piece))
  request.on('end', () => {
    if (line === 'broken') return void request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    if (line === 'refuses') {
      response.statusCode = 409
      return void response.end(
        JSON.stringify({
          type: 'about:blank',
          title: '这项服务停办了',
          status: 409,
          detail: '昨天起由区里统一办。',
          code: 'service-closed',
        }),
      )
    }
    rows.set(String(request.headers['idempotency-key']), body)
    if (line === 'breaks after writing') return void request.socket.destroy()
    response.end(JSON.stringify(request.url === '/api/v1/documents' ? { id: 'stored' } : { number: `SJ-${rows.size}` }))
  })
})

let browser: Browser
let page: Page
let address: string

beforeAll(async () => {
  const entry = `${import.meta.dirname}/in-the-browser.js`
  const source = `import * as outbox from './outbox.ts'; import * as draft from './draft.ts'; import * as store from './store.ts'; globalThis.offline = { ...outbox, ...draft, ...store }`
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? source : undefined) }],
    build: { write: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput
  script = built.output[0].code
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

beforeEach(async () => {
  line = 'holds'
  rows.clear()
  page = await (await browser.newContext()).newPage()
  await open()
})

const open = async (): Promise<void> => {
  await page.goto(address)
  await page.waitForFunction('globalThis.offline')
}
const filing = (id: string): string =>
  `offline.file({ id: 'station.case.file', method: 'POST', path: '/api/v1/cases' }, { body: { id: '${id}' } }, '居住证申请')`
const waiting = (): Promise<readonly { title: string; problem?: { code: string } }[]> =>
  page.evaluate(`offline.shelves().then((shelves) => shelves.getAll('outbox'))`)

test('what is typed is there again after a reload', async () => {
  await page.evaluate(`offline.saveDraft('residence-permit:chen', { address: '三号巷 17 号' }, Date.now())`)
  await open()
  expect(await page.evaluate(`offline.readDraft('residence-permit:chen', Date.now())`)).toEqual({ address: '三号巷 17 号' })
  expect(await page.evaluate(`offline.readDraft('residence-permit:huang', Date.now())`)).toBeUndefined()
})

test('a draft nobody came back to for a month is thrown away', async () => {
  await page.evaluate(`offline.saveDraft('form', 'text', Date.now() - 31 * 86_400_000)`)
  expect(await page.evaluate(`offline.readDraft('form', Date.now())`)).toBeUndefined()
  expect(await page.evaluate(`offline.shelves().then((shelves) => shelves.count('drafts'))`)).toBe(0)
})

test('with a line the filing goes at once and nothing is kept', async () => {
  expect(await page.evaluate(filing('1'))).toMatchObject({ sent: true, reply: { number: 'SJ-1' } })
  expect(await waiting()).toEqual([])
})

test('without a line the filing waits, survives a reload, and is sent when the line is back', async () => {
  line = 'broken'
  expect(await page.evaluate(filing('1'))).toMatchObject({ sent: false })
  await page.evaluate('offline.sendWaiting()')
  await open()
  expect(await waiting()).toMatchObject([{ title: '居住证申请' }])
  line = 'holds'
  await page.evaluate('offline.sendWaiting()')
  expect(await waiting()).toEqual([])
  expect(Array.from(rows.values())).toEqual(['{"id":"1"}'])
})

test('a line that breaks after the server has written gives one row, however often it is sent', async () => {
  line = 'breaks after writing'
  await page.evaluate(filing('1'))
  await page.evaluate('offline.sendWaiting()')
  line = 'holds'
  await page.evaluate('Promise.all([offline.sendWaiting(), offline.sendWaiting()])')
  expect(rows.size).toBe(1)
  expect(await waiting()).toEqual([])
})

test('pictures go ahead of their filing, each once, and the filing names them as the server does', async () => {
  line = 'broken'
  const upload = `{ mark: 'mark-1', file: new File(['picture'], '合同.png', { type: 'image/png' }), operation: { id: 'station.documents.upload', method: 'POST', path: '/api/v1/documents' } }`
  await page.evaluate(
    `offline.file({ id: 'station.case.file', method: 'POST', path: '/api/v1/cases' }, { body: { id: '1', documents: [{ file: 'mark-1' }] } }, '居住证申请', { uploads: [${upload}] })`,
  )
  await open()
  line = 'breaks after writing'
  await page.evaluate('offline.sendWaiting()')
  line = 'holds'
  await page.evaluate('offline.sendWaiting()')
  expect(await waiting()).toEqual([])
  expect(rows.size).toBe(2)
  expect(rows.get('mark-1')).toContain('picture')
  expect(Array.from(rows.values()).at(-1)).toBe('{"id":"1","documents":[{"file":"stored"}]}')
})

test('what is refused later stays with its reason, and does not hold up the next one', async () => {
  line = 'broken'
  await page.evaluate(filing('1'))
  line = 'refuses'
  await page.evaluate('offline.sendWaiting()')
  expect(await waiting()).toMatchObject([{ problem: { code: 'service-closed' } }])
  line = 'broken'
  await page.evaluate(filing('2'))
  line = 'holds'
  await page.evaluate('offline.sendWaiting()')
  expect(await waiting()).toHaveLength(1)
  expect(Array.from(rows.values())).toEqual(['{"id":"2"}'])
})

test('on a shared phone nothing is filed in the name of the next person', async () => {
  const signIn = (id: string): Promise<void> =>
    page.evaluate(`localStorage.setItem('ronghe.session', JSON.stringify({ person: { id: '${id}' } }))`)
  await signIn('chen')
  line = 'broken'
  await page.evaluate(filing('1'))
  line = 'holds'
  await signIn('huang')
  await page.evaluate('offline.sendWaiting()')
  expect(rows.size).toBe(0)
  await signIn('chen')
  await page.evaluate('offline.sendWaiting()')
  expect(rows.size).toBe(1)
})

test('whoever signs out leaves nothing on the device', async () => {
  line = 'broken'
  await page.evaluate(filing('1'))
  await page.evaluate(`offline.saveDraft('form', 'text', Date.now())`)
  await page.evaluate('offline.forgetEverything()')
  expect(await waiting()).toEqual([])
  expect(await page.evaluate(`offline.readDraft('form', Date.now())`)).toBeUndefined()
})
