import type { Channel, Place } from '@ronghe/forms'
import { say } from './say.ts'

/** Invented: no local number starts with 0, so nobody is ever rung by mistake. Hotlines such as 12345 are the real ones. */
export const station: Place = {
  name: say('融合社区服务站', 'Integration Service Station'),
  address: say('榕树路3号一楼', 'Ground floor, 3 Banyan Road'),
  hours: say('周一到周六 8:30–12:00、14:00–17:30，周三到 20:00', 'Monday to Saturday 8:30–12:00 and 14:00–17:30, Wednesday until 20:00'),
  phone: '020-0000-0101',
}

export const place = (name: [string, string], address: [string, string], phone: string): Place => ({
  name: say(...name),
  address: say(...address),
  hours: say('周一到周五 9:00–12:00、14:00–17:00', 'Monday to Friday 9:00–12:00 and 14:00–17:00'),
  phone,
})

export const everyChannel: readonly Channel[] = ['phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment']

/** When the catalogue of the demo was last gone through, and how long its guides stand unless a law says otherwise. */
export const checked = { validUntil: '2027-12-31', lastChecked: '2026-11-20' } as const

export const noFee = { cents: 0, text: say('不收费', 'Free of charge') }
