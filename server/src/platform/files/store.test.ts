import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealer } from '../privacy/fields.ts'
import { createKeys } from '../privacy/keys.ts'
import { s3Shelf } from './s3.ts'
import { signed } from './s3-signature.ts'
import { newStore, openFiles } from './store.ts'

const box = sealer(createKeys(new Date('2026-11-23T02:00:00Z')).shared, 'intl')
const letter = Buffer.from('亲爱的陈大文')
const folder = mkdtempSync(join(tmpdir(), 'ronghe-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('files on disk', () => {
  const store = openFiles({ data: folder, files: { kind: 'disk' } }, box)
  const paths = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))

  test('what is put can be got, lies sealed under a random name in the folder of its street, and is gone once deleted', async () => {
    const place = await store.put('street-a', letter)
    expect(place).toMatch(/^street-a\/[0-9a-f]{2}\/[0-9a-f]{32}$/)
    expect(await store.get('street-a', place)).toEqual(letter)
    expect(paths()).toEqual([join(folder, 'files', place)])
    expect(readFileSync(join(folder, 'files', place)).includes(letter)).toBe(false)
    await store.delete('street-a', place)
    await store.delete('street-a', place)
    expect(await store.get('street-a', place)).toBeUndefined()
    expect(paths()).toEqual([])
  })

  test('another street does not get it, and a changed or exchanged file does not open', async () => {
    const [one, two] = [await store.put('street-a', letter), await store.put('street-a', Buffer.from('other'))]
    await expect(store.get('street-b', one)).rejects.toThrow(/does not belong/)
    writeFileSync(join(folder, 'files', one), readFileSync(join(folder, 'files', two)))
    await expect(store.get('street-a', one)).rejects.toThrow(/does not open/)
  })

  test('a place that leads out of the folder is refused', async () => {
    await expect(store.get('street-a', 'street-a/../../etc/passwd')).rejects.toThrow(/not a name/)
  })
})

describe('files in a bucket', () => {
  const secret = { accessKey: 'AKIA', secretKey: 'very secret' }
  const kept = new Map<string, Buffer>()
  let server: Server
  let endpoint: string
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const body = Buffer.concat(parts)
      const { host, 'x-amz-date': date, authorization } = request.headers as Record<string, string>
      const moment = date!.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')
      // A server works the signature out again from what arrived.
      const again = signed({ method: request.method!, url: new URL(`http://${host}${request.url}`), body }, secret, new Date(moment))
      if (again['authorization'] !== authorization) return void response.writeHead(403).end()
      const path = request.url!
      if (path.startsWith('/moved/')) return void response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end()
      if (!path.startsWith('/bucket/')) return void response.writeHead(404).end()
      if (request.method === 'PUT') kept.set(path, body)
      if (request.method === 'DELETE') kept.delete(path)
      const found = kept.get(path)
      response.writeHead(request.method === 'GET' && !found ? 404 : 200).end(request.method === 'GET' ? found : undefined)
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  test('put, get and delete are signed so that the server agrees, and the bytes arrive sealed', async () => {
    const store = openFiles({ data: folder, files: { kind: 's3', endpoint: `${endpoint}/`, bucket: 'bucket', ...secret } }, box)
    const place = await store.put('street-a', letter)
    expect([...kept.keys()]).toEqual([`/bucket/${place}`])
    expect(kept.get(`/bucket/${place}`)!.includes(letter)).toBe(false)
    expect(await store.get('street-a', place)).toEqual(letter)
    await store.delete('street-a', place)
    expect(await store.get('street-a', place)).toBeUndefined()
  })

  test('a wrong secret, a missing bucket, a redirect and a dead server are errors, never an empty file', async () => {
    const at = (place: object) => newStore(s3Shelf({ endpoint, bucket: 'bucket', ...secret, ...place }), box)
    await expect(at({ secretKey: 'wrong' }).put('street-a', letter)).rejects.toThrow(/403/)
    await expect(at({ secretKey: 'wrong' }).get('street-a', 'street-a/aa/bb')).rejects.toThrow(/403/)
    await expect(at({ bucket: 'nowhere' }).put('street-a', letter)).rejects.toThrow(/404/)
    await expect(at({ bucket: 'moved' }).get('street-a', 'street-a/aa/bb')).rejects.toThrow()
    await expect(at({ endpoint: 'http://127.0.0.1:1' }).get('street-a', 'street-a/aa/bb')).rejects.toThrow()
  })

  test('the signature is the one Amazon prints for its example of GET with a range', () => {
    const headers = signed(
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
        body: new Uint8Array(),
        headers: { range: 'bytes=0-9' },
      },
      { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      new Date('2013-05-24T00:00:00Z'),
    )
    expect(headers['x-amz-content-sha256']).toBe(createHash('sha256').digest('hex'))
    expect(headers['authorization']).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
  })
})
