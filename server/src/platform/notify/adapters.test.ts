import { createServer as createHttpServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openMail } from './mail.ts'
import { openSms } from './sms.ts'

const now = new Date('2026-11-23T02:00:00Z')
const message = { id: '0190', street: 's', to: '13800002046', text: '您有一条新消息' }
const portOf = (server: Server | TcpServer) => (server.address() as AddressInfo).port
const listening = (server: Server | TcpServer) => new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)))

describe('text messages in the demo', () => {
  afterEach(() => vi.restoreAllMocks())

  test('the last ones can be read, by street and newest first, and nothing is printed', async () => {
    const printed = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(console, 'log')]
    const sms = openSms({ kind: 'console' })
    for (let number = 0; number < 60; number += 1) await sms.send({ ...message, id: String(number) }, now)
    await sms.send({ ...message, street: 't' }, now)
    expect(sms.recent('s')).toHaveLength(49)
    expect(sms.recent('s')[0]).toEqual({ ...message, id: '59', at: now })
    for (const spy of printed) expect(spy.mock.calls.flat().join()).not.toContain('138')
  })
})

describe('a text message gateway', () => {
  let server: Server
  let url: string
  let answer = 200
  const asked: { headers: IncomingHttpHeaders; body: string }[] = []
  beforeAll(async () => {
    server = createHttpServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += String(part)
      asked.push({ headers: request.headers, body })
      response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('{}')
    })
    await listening(server)
    url = `http://127.0.0.1:${portOf(server)}/send`
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  test('gets number and text as JSON with the token and an id by which it knows a second try', async () => {
    answer = 202
    expect(await openSms({ kind: 'http', url, token: 'secret' }).send(message, now)).toEqual({ kind: 'sent' })
    const { headers, body } = asked.at(-1)!
    expect(headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': '0190', 'content-type': 'application/json' })
    expect(JSON.parse(body)).toEqual({ id: '0190', to: '13800002046', text: '您有一条新消息' })
  })

  test.each([
    [400, false],
    [403, false],
    [429, true],
    [503, true],
    [302, true],
  ])('answering %i: worth another try: %s, and the reason names nobody', async (status, again) => {
    answer = status
    const sent = await openSms({ kind: 'http', url, token: undefined }).send(message, now)
    expect(sent).toMatchObject({ kind: 'failed', again })
    expect(JSON.stringify(sent)).not.toContain('138')
  })

  test('when it is dead it is left alone after five tries', async () => {
    answer = 503
    const sms = openSms({ kind: 'http', url, token: undefined })
    const before = asked.length
    for (let number = 0; number < 8; number += 1) expect(await sms.send(message, now)).toMatchObject({ kind: 'failed', again: true })
    expect(asked.length - before).toBe(5)
  })
})

describe('mail', () => {
  let server: TcpServer
  let received = ''
  let refuse = false
  beforeAll(async () => {
    // As much of a mail server as it takes: greet, say yes, and take what comes after DATA.
    server = createTcpServer((socket) => {
      let inData = false
      socket.write('220 test\r\n')
      socket.on('data', (bytes) => {
        const text = bytes.toString('utf8')
        received += text
        if (inData) {
          if (!text.endsWith('\r\n.\r\n')) return
          inData = false
          socket.write('250 taken\r\n')
        } else if (text.startsWith('DATA')) {
          inData = true
          socket.write('354 go\r\n')
        } else if (text.startsWith('RCPT') && refuse) socket.write('550 no such user\r\n')
        else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      })
      socket.on('error', () => {})
    })
    await listening(server)
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  const mail = { id: '0190', to: 'chen@example.org', subject: '新消息', text: '请打开页面查看。' }
  const box = () => openMail({ url: `smtp://127.0.0.1:${portOf(server)}/?ignoreTLS=true`, from: 'Ronghe <ronghe@example.org>' })

  test('a mail arrives at one address, with its id', async () => {
    expect(await box().send(mail, now)).toEqual({ kind: 'sent' })
    expect(received).toContain('RCPT TO:<chen@example.org>')
    expect(received).toContain('Message-ID: <0190@ronghe.invalid>')
    expect(received).toContain('From: Ronghe <ronghe@example.org>')
  })

  test('an address with a second one hidden in it does not reach the second', async () => {
    received = ''
    await box().send({ ...mail, to: 'chen@example.org, other@example.org\r\nBcc: third@example.org' }, now)
    expect(received.match(/RCPT TO:<(other|third)@example\.org>/g)).toBeNull()
  })

  test('a mailbox that is refused is not tried again, a dead server is, and neither reason names anybody', async () => {
    refuse = true
    expect(await box().send(mail, now)).toEqual({ kind: 'failed', again: false, why: 'the mail server: 550' })
    const dead = openMail({ url: 'smtp://127.0.0.1:1/', from: 'a@example.org' })
    const sent = await dead.send(mail, now)
    expect(sent).toMatchObject({ kind: 'failed', again: true })
    expect(JSON.stringify(sent)).not.toContain('chen')
  })

  test('without a mail server nothing is sent and nothing is tried again', async () => {
    expect(await openMail(undefined).send(mail, now)).toMatchObject({ kind: 'failed', again: false })
  })
})
