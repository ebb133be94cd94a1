import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import { expect, test } from 'vitest'
import { clockGroups, readClocks, unitOf } from './clock-groups.ts'
import { zh } from './words/zh-CN.ts'

test('every clock of the street is on the page once, with a name', () => {
  const shown = clockGroups.flatMap(({ clocks }) => clocks as readonly string[])
  expect(shown.toSorted()).toEqual(Object.keys(settingDefaults.clocks).toSorted())
  expect(Object.keys(zh.clocks).toSorted()).toEqual(shown.toSorted())
})

test('a blank and a zero are no number of days', () => {
  expect(readClocks({ ...settingDefaults.clocks, ratingCall: null, ratingFix: 0 }).blank).toEqual(['ratingCall', 'ratingFix'])
  expect(readClocks(settingDefaults.clocks).clocks).toEqual(settingDefaults.clocks)
})

test('a share is said in percent, calendar days are not called working days', () => {
  expect([unitOf('escalateOwnerPercent'), unitOf('dataRequestCalendarDays'), unitOf('caseAccept')]).toEqual(['percent', 'calendar', 'days'])
})
