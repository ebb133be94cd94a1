import { expect, test } from 'vitest'
import { toCalendarFile, type CalendarEntry } from './icalendar.ts'

const entry: CalendarEntry = {
  uid: '0190@ronghe',
  startsAt: new Date('2026-12-01T11:00:00Z'),
  endsAt: new Date('2026-12-01T13:00:00Z'),
  changedAt: new Date('2026-11-23T01:00:00Z'),
  sequence: 2,
  cancelled: false,
  summary: `共治议事会; 第3次会议, ${'很长很长'.repeat(20)}`,
  place: '榕树路3号\\二楼',
  description: '第一行\n第二行',
  url: 'https://s.example/council/meetings/0190',
}

/** Reads a file strictly: every line ended by CRLF, folded at 75 octets, components nested, properties before components. */
function read(file: string): { name: string; properties: [string, string][]; parts: ReturnType<typeof read>[] } {
  expect(file.endsWith('\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  const component = (): ReturnType<typeof read> => {
    const begin = /^BEGIN:(\w+)$/.exec(lines.shift()!)
    const self: ReturnType<typeof read> = { name: begin![1]!, properties: [], parts: [] }
    while (lines[0] !== `END:${self.name}`) {
      if (lines[0]!.startsWith('BEGIN:')) {
        self.parts.push(component())
        continue
      }
      expect(self.parts, `a property after a component: ${lines[0]}`).toEqual([])
      const [, name, value] = /^([A-Z][A-Z0-9-]*(?:;[^:]*)?):(.*)$/.exec(lines.shift()!)!
      self.properties.push([name!, value!])
    }
    lines.shift()
    return self
  }
  const whole = component()
  expect(lines).toEqual([])
  return whole
}

test('a meeting is a file that calendars read: zone beside its name, text escaped, long lines folded between characters', () => {
  const file = toCalendarFile('S街', 'Asia/Shanghai', [entry])
  const calendar = read(file)
  expect(calendar.name).toBe('VCALENDAR')
  expect(Object.fromEntries(calendar.properties)).toMatchObject({ VERSION: '2.0', CALSCALE: 'GREGORIAN', METHOD: 'PUBLISH' })
  expect(calendar.parts.map(({ name }) => name)).toEqual(['VTIMEZONE', 'VEVENT'])
  expect(calendar.parts[0]!.properties).toEqual([['TZID', 'Asia/Shanghai']])
  const event = Object.fromEntries(calendar.parts[1]!.properties)
  expect(event).toMatchObject({
    UID: '0190@ronghe',
    SEQUENCE: '2',
    DTSTAMP: '20261123T010000Z',
    'DTSTART;TZID=Asia/Shanghai': '20261201T190000',
    'DTEND;TZID=Asia/Shanghai': '20261201T210000',
    STATUS: 'CONFIRMED',
    LOCATION: '榕树路3号\\\\二楼',
    DESCRIPTION: '第一行\\n第二行',
  })
  expect(event['SUMMARY']).toBe(`共治议事会\\; 第3次会议\\, ${'很长很长'.repeat(20)}`)
})

test('a meeting called off says so, and an empty feed is still a calendar', () => {
  const cancelled = read(toCalendarFile('S街', 'Asia/Shanghai', [{ ...entry, cancelled: true }], { feed: true }))
  expect(Object.fromEntries(cancelled.parts.at(-1)!.properties)['STATUS']).toBe('CANCELLED')
  expect(read(toCalendarFile('S街', 'Asia/Shanghai', [])).parts.map(({ name }) => name)).toEqual(['VTIMEZONE'])
})

test('outside China times are given in UTC', () => {
  const event = Object.fromEntries(read(toCalendarFile('X', 'Europe/Berlin', [entry])).parts[0]!.properties)
  expect(event['DTSTART']).toBe('20261201T110000Z')
})
