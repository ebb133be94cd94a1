import { fixedNumbers } from '@ronghe/contract/programme/numbers.ts'
import { expect, test } from 'vitest'
import { followUpDays } from '../../rooms/station/dispute-lifecycle.ts'
import { backDays } from '../../rooms/station/hazard-lifecycle.ts'
import { codeMinutes, codeTries } from '../auth/codes.ts'
import { lockAfter, lockMinutes } from '../auth/trust.ts'
import { smallestCount } from '../privacy/suppression.ts'

test('what the settings page shows as fixed is what the program does', () => {
  const { signIn, station, keeping } = fixedNumbers
  expect([signIn.codeMinutes.value, signIn.codeTries.value, signIn.lockAfter.value, signIn.lockMinutes.value]).toEqual([
    codeMinutes,
    codeTries,
    lockAfter,
    lockMinutes,
  ])
  expect([station.hazardBackDays.value, station.mediationFollowUpDays.value]).toEqual([backDays, followUpDays])
  expect(keeping.smallestCount.value).toBe(smallestCount)
})
