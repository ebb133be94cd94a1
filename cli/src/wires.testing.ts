import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobs } from '@ronghe/server/app.ts'
import { givenServer, inDatabase, makeTemplate } from '@ronghe/server/platform/database/template.ts'
import { asOwner, loadTinyDemo, serveRonghe, type Served } from './testing.ts'

/** A server in a process of its own with wires on both sides. */
export interface Wired {
  readonly served: Served
  readonly ownerUrl: string
  readonly toDatabase: Wire
  readonly toServer: Wire
  close(): Promise<void>
}

export async function serveBehindWires(): Promise<Wired> {
  const server = givenServer(process.env)!
  const name = `wires_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const template = await makeTemplate(
    server,
    jobs.map((job) => job.name),
  )
  await asOwner(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  const { hostname, port } = new URL(server.ownerUrl)
  const toDatabase = await openWire({ host: hostname, port: Number(port) })
  const wired = (url: string) => {
    const parsed = new URL(inDatabase(url, name))
    parsed.host = `127.0.0.1:${toDatabase.port}`
    parsed.search = '' // the embedded one's socket would pass the wire by
    return parsed.toString()
  }
  const data = await mkdtemp(join(tmpdir(), 'ronghe-wires-'))
  const env = {
    RONGHE_DATA: data,
    DATABASE_URL: wired(server.ownerUrl),
    DATABASE_APP_URL: wired(server.appUrl),
    DATABASE_BRANCH_URL: wired(server.branchUrl),
  }
  await loadTinyDemo(env)
  const served = await serveRonghe(env)
  const toServer = await openWire({ host: '127.0.0.1', port: Number(new URL(served.address).port) })
  return {
    served,
    ownerUrl: inDatabase(server.ownerUrl, name),
    toDatabase,
    toServer,
    async close() {
      await served.kill()
      await toServer.close()
      await toDatabase.close()
      await rm(data, { recursive: true, force: true })
      await asOwner(server.ownerUrl, (client) => client.query(`drop database if exists ${name}`)).catch(() => undefined)
    },
  }
}

/** What a wire does with the bytes it is given. */
export type WireMood =
  /** passes them on */
  | 'open'
  /** passes them on, every answer late */
  | 'slow'
  /** takes them and is silent: a black hole */
  | 'silent'
  /** refuses every connection and ends those there are */
  | 'cut'
  /** passes requests on and loses the reply with the connection */
  | 'loses-replies'

/** A network on which every answer of the database takes this long. */
const lateByMs = 150

/** A wire in front of a server, to be cut at will. */
export interface Wire {
  readonly port: number
  be(mood: WireMood): void
  close(): Promise<void>
}

export async function openWire(target: { readonly host: string; readonly port: number }): Promise<Wire> {
  let mood: WireMood = 'open'
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (mood === 'cut') return void near.destroy()
    const far = connect(target)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined) // an end is an end
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => mood !== 'silent' && far.write(bytes))
    far.on('data', (bytes) => {
      if (mood === 'silent') return
      if (mood === 'loses-replies') return void near.destroy()
      if (mood === 'slow') setTimeout(() => near.write(bytes), lateByMs)
      else near.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    be(next) {
      mood = next
      // What a black hole has swallowed does not come back: the connections of that time are lost.
      if (next === 'cut' || next === 'open') for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
