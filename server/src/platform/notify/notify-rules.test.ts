import * as en from '@ronghe/contract/platform/words/en.ts'
import * as zh from '@ronghe/contract/platform/words/zh-CN.ts'
import { describe, expect, test } from 'vitest'
import { deliveriesOf, unchosen } from './channels.ts'
import { newCircuit } from './circuit.ts'
import { outsideSubject, outsideText } from './outside-text.ts'
import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { mayLeaveAt, quietHoursOf } from './quiet-hours.ts'
import { nextTry, retryAfterSeconds } from './sent.ts'

const zone = 'Asia/Shanghai'
const quiet = quietHoursOf(settingDefaults.messages)
const at = (local: string) => new Date(`${local}+08:00`)

describe('quiet hours', () => {
  test.each([
    ['2026-11-23T21:59', '2026-11-23T21:59'],
    ['2026-11-23T22:00', '2026-11-24T07:00'],
    ['2026-12-31T23:59', '2027-01-01T07:00'],
    ['2026-11-23T00:00', '2026-11-23T07:00'],
    ['2026-11-23T06:59', '2026-11-23T07:00'],
    ['2026-11-23T07:00', '2026-11-23T07:00'],
  ])('what is ready at %s goes out at %s', (ready, leaves) => expect(mayLeaveAt(zone, at(ready), false, quiet)).toEqual(at(leaves)))

  test('a code goes out in the middle of the night', () => {
    expect(mayLeaveAt(zone, at('2026-11-23T03:00'), true, quiet)).toEqual(at('2026-11-23T03:00'))
  })

  test('a street may begin its night earlier and end it later', () => {
    const long = quietHoursOf({ quietFrom: 20, quietTo: 9 })
    expect(mayLeaveAt(zone, at('2026-11-23T19:59'), false, long)).toEqual(at('2026-11-23T19:59'))
    expect(mayLeaveAt(zone, at('2026-11-23T20:00'), false, long)).toEqual(at('2026-11-24T09:00'))
    expect(mayLeaveAt(zone, at('2026-11-24T08:00'), false, long)).toEqual(at('2026-11-24T09:00'))
  })

  test('seven o’clock is seven o’clock on the day clocks change, too', () => {
    expect(mayLeaveAt('Europe/London', new Date('2026-03-29T00:30:00Z'), false, quiet)).toEqual(new Date('2026-03-29T06:00:00Z'))
  })
})

describe('ways out', () => {
  const now = at('2026-11-23T10:00')
  const ways = (sms: boolean, mail: boolean, reach = { phone: true, mailAddress: true }) =>
    deliveriesOf({ sms, mail }, reach, { urgent: false }, { zone, now, quiet }).map(({ channel }) => channel)

  test('a message goes the ways the person chose, and only where there is an address', () => {
    expect([ways(true, true), ways(false, true), ways(false, false), ways(true, true, { phone: false, mailAddress: false })]).toEqual([
      ['sms', 'mail'],
      ['mail'],
      [],
      [],
    ])
  })

  test('whoever never chose gets a text message, in the morning if it is night, at once if it is urgent', () => {
    const night = { zone, now: at('2026-11-23T23:00'), quiet }
    const reach = { phone: true, mailAddress: false }
    expect(deliveriesOf(unchosen, reach, { urgent: false }, night)).toEqual([{ channel: 'sms', notBefore: at('2026-11-24T07:00') }])
    expect(deliveriesOf(unchosen, reach, { urgent: true }, night)).toEqual([{ channel: 'sms', notBefore: night.now }])
  })

  test('five tries follow the first one, further and further apart, then it has failed', () => {
    const day = { zone, urgent: false, quiet }
    const waits = [1, 2, 3, 4, 5].map((attempts) => (nextTry(attempts, now, day)!.getTime() - now.getTime()) / 1000)
    expect(waits).toEqual(retryAfterSeconds)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(nextTry(6, now, day)).toBeUndefined()
  })

  test('a try that would come up at night waits for the morning, unless it is urgent', () => {
    const evening = at('2026-11-23T21:50')
    expect(nextTry(3, evening, { zone, urgent: false, quiet })).toEqual(at('2026-11-24T07:00'))
    expect(nextTry(3, evening, { zone, urgent: true, quiet })).toEqual(at('2026-11-23T22:00'))
    expect(nextTry(1, evening, { zone, urgent: false, quiet })).toEqual(at('2026-11-23T21:50:30'))
  })

  test('after five failures in a row nothing is tried for a minute, then one try decides', () => {
    const circuit = newCircuit()
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    for (let failure = 0; failure < 5; failure += 1) {
      expect(circuit.mayTry(now)).toBe(true)
      circuit.failed(now)
    }
    expect([circuit.mayTry(after(59)), circuit.mayTry(after(60)), circuit.mayTry(after(60))]).toEqual([false, true, false])
    circuit.succeeded()
    expect(circuit.mayTry(after(61))).toBe(true)
  })
})

describe('what is said outside', () => {
  test('a text carries its code and the street, in the reader’s language', () => {
    expect(outsideText({ kind: 'news' }, 'S街', 'zh-CN')).toBe('S街融合：您有一条新消息，请打开页面查看。')
    expect(outsideText({ kind: 'code', code: '204600', minutes: 10 }, 'S Street', 'en')).toContain('204600')
    expect(outsideSubject('S街', 'zh-CN')).toBe('S街融合：新消息')
  })

  test('no text names a service, an organ or an outcome, and none has room for a name or a title', () => {
    const telling =
      /党|支部|议事会|服务站|志愿|学堂|居住证|出租屋|医|法律援助|调解|批准|同意|拒绝|驳回|通过|branch|party|council|station|school|volunteer|permit|medic|legal|mediat|approv|refus|reject|grant/i
    for (const text of [...Object.values(zh.outside), ...Object.values(en.outside)]) {
      expect(text).not.toMatch(telling)
      expect(
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => !['street', 'code', 'minutes', 'days'].includes(name!)),
      ).toEqual([])
    }
  })

  test('both languages say the same things and put in the same values', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted()
    for (const group of ['refusals', 'outside', 'retained', 'retainedFrom'] as const) {
      const [chinese, english] = [zh[group] as Record<string, string>, en[group] as Record<string, string>]
      expect(Object.keys(english).toSorted()).toEqual(Object.keys(chinese).toSorted())
      for (const [key, text] of Object.entries(chinese)) expect([key, holes(english[key]!)]).toEqual([key, holes(text)])
    }
  })
})
