import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { givenServer } from '../database/template.ts'
import { openCity } from './city-database.ts'

let blackHole: Server | undefined
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  blackHole?.close()
})

/** Takes connections and never says a word. */
async function openBlackHole(): Promise<{ url: string; asked: () => number }> {
  const server = createServer((socket) => void sockets.push(socket))
  blackHole = server
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `postgresql://reader:x@127.0.0.1:${(server.address() as AddressInfo).port}/city`, asked: () => sockets.length }
}

test('a city that never answers is tried once; whoever comes while it rests is told at once', async () => {
  const { url, asked } = await openBlackHole()
  let clock = 0
  const city = openCity(url, { clock: () => clock })
  await expect(city.read('select 1')).rejects.toMatchObject({ status: 503, code: 'city-away' })
  for (let times = 0; times < 50; times++) await expect(city.read('select 1')).rejects.toMatchObject({ code: 'city-away' })
  expect(asked()).toBe(1)
  clock = 6000
  await expect(city.read('select 1')).rejects.toMatchObject({ code: 'city-away' })
  expect(asked()).toBe(2)
  await city.close()
})

test('a question is asked once for all who ask it within a few seconds, and again after that', async () => {
  let clock = 0
  const city = openCity(givenServer(process.env)!.ownerUrl, { clock: () => clock })
  const ask = async () => (await city.read<{ at: string }>('select clock_timestamp()::text as at'))[0]!.at
  const [first, twin] = await Promise.all([ask(), ask()])
  expect(twin).toBe(first)
  clock = 19_000
  expect(await ask()).toBe(first)
  clock = 21_000
  expect(await ask()).not.toBe(first)
  await city.close()
})

test('nothing is written to the city from here, and a wrong statement is our defect and not the city’s', async () => {
  const city = openCity(givenServer(process.env)!.ownerUrl)
  await expect(city.read('create table note (n int)')).rejects.toThrow(/read-only transaction/)
  await expect(city.read('select nonsense from pg_class')).rejects.toThrow(/does not exist/)
  expect(await city.read('select 1 as n')).toEqual([{ n: 1 }])
  await city.close()
})

test('a city that was not laid out yet is away', async () => {
  const city = openCity(givenServer(process.env)!.ownerUrl)
  await expect(city.read('select 1 from city_not_yet_there')).rejects.toMatchObject({ status: 503, code: 'city-away' })
  await city.close()
})
