import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedUntil, trust } from './trust.ts'

const now = new Date('2026-11-23T01:00:00Z')
const after = settingDefaults.signIn
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

test('90 days on a new device and 180 on any open an empty session', () => {
  const at = (days: number, knownDevice: boolean) => trust({ now, phoneSeenAt: ago(days), knownDevice, after })
  expect([at(0, false), at(90, false), at(91, false), at(180, true), at(181, true)]).toEqual(['open', 'open', 'empty', 'open', 'empty'])
})

test('waiting longer or coming from a new device never opens more', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.boolean(), (one, more, known) => {
      const early = trust({ now, phoneSeenAt: ago(one), knownDevice: known, after })
      const late = trust({ now, phoneSeenAt: ago(one + more), knownDevice: known, after })
      const stranger = trust({ now, phoneSeenAt: ago(one), knownDevice: false, after })
      return !(early === 'empty' && late === 'open') && !(early === 'empty' && stranger === 'open')
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('the fifth failure within 15 minutes locks for 15 minutes', () => {
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  expect(lockedUntil([at(4), at(3), at(2), at(1)], now)).toBeUndefined()
  expect(lockedUntil([at(16), at(4), at(3), at(2), at(1)], now)).toBeUndefined()
  expect(lockedUntil([at(5), at(4), at(3), at(2), at(1)], now)).toEqual(at(-14))
})
